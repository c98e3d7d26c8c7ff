### About the app, and what is in it.

## About

about-title = この アプリの 説明《せつめい》
about-version = バージョン
about-town = 町《まち》
about-office = 係《かかり》の 人《ひと》
about-source = プログラム
about-source-open = オープンソース〈中《なか》を だれでも 見《み》る ことが できる こと〉です（{ $words }）。

## What is kept where

about-kept-title = どこに 何《なに》を 残《のこ》すか
about-kept-phone = この スマートフォン
about-kept-phone-what = 残高《ざんだか》と 記録《きろく》を 残《のこ》します。ほかの 人《ひと》は 読《よ》めません。アプリを 消《け》すと なくなります。
about-kept-town = 町《まち》の サーバー
about-kept-town-what = 名前《なまえ》・住所《じゅうしょ》・生《う》まれた 日《ひ》・性別《せいべつ》を 残《のこ》します。支払《しはら》いの 記録《きろく》も 残《のこ》します。支払《しはら》いの 記録《きろく》に 名前《なまえ》は ありません。
about-kept-shop = お店《みせ》
about-kept-shop-what = 金額《きんがく》と 日《ひ》と 時間《じかん》だけ わかります。名前《なまえ》は わかりません。
about-kept-never = どこにも 残《のこ》さない もの
about-kept-never-what = 12けたの 番号《ばんごう》は 読《よ》みません。パスワードと 暗証番号《あんしょうばんごう》は カードに 渡《わた》すだけです。

## Licences

licences-title = 使《つか》って いる プログラム
licences-note = この アプリに 入《はい》って いる プログラムです。
licences-core = アプリの 中心《ちゅうしん》
licences-android = Androidの 画面《がめん》
