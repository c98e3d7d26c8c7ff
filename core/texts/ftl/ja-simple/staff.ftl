### Pages for members of staff: signing in, home, and the record of what they did.

## Sign-in

staff-title = 係《かかり》の 人《ひと》の 画面《がめん》
staff-name = 係《かかり》の 人《ひと》の 名前《なまえ》
staff-password = パスワード
staff-sign-in = 入《はい》る
staff-sign-in-wrong = 名前《なまえ》か パスワードが 違《ちが》います。続《つづ》けて 5回《かい》 違《ちが》うと、15分《ふん》 入《はい》れません。
staff-sign-out = 出《で》る
staff-signed-in = { $name }さんが 使《つか》って います
staff-home = 係《かかり》の 人《ひと》の ホーム
staff-skip = 本文《ほんぶん》へ
staff-password-title = 自分《じぶん》の パスワードを 決《き》める
staff-password-old = 今《いま》の パスワード
staff-password-old-wrong = 今《いま》の パスワードが 違《ちが》います。パスワードは 変《か》わって いません。続《つづ》けて 5回《かい》 違《ちが》うと、15分《ふん》 変《か》えられません。
staff-password-rule = 12文字《もじ》以上《いじょう》に して ください。自分《じぶん》の 名前《なまえ》は 使《つか》えません。
staff-password-new = 新《あたら》しい パスワード
staff-password-again = 同《おな》じ パスワードを もう 一度《いちど》
staff-password-button = パスワードを 決《き》める
staff-password-weak = この パスワードは 使《つか》えません。12文字《もじ》以上《いじょう》に して ください。自分《じぶん》の 名前《なまえ》は 使《つか》えません。
staff-password-differs = ｜2つ《ふたつ》の パスワードが 違《ちが》います。
staff-form-old = この 画面《がめん》は 古《ふる》いです。まだ 何《なに》も 変《か》わって いません。もう 一度《いちど》 開《ひら》いて ください。
staff-role-town-counter = 市役所《しやくしょ》の 窓口《まどぐち》
staff-role-town-children = 市役所《しやくしょ》の こどもセンター
staff-role-town-programmes = 市役所《しやくしょ》の ポイントの 係《かかり》
staff-role-body-counter = ポイントの 会《かい》の 窓口《まどぐち》
staff-role-body-desk = ポイントの 会《かい》の 電話《でんわ》
staff-role-body-accounts = ポイントの 会《かい》の 会計《かいけい》

## Audit

audit-title = した ことの 記録《きろく》
audit-empty = まだ 記録《きろく》は ありません。
audit-note = 人《ひと》の 情報《じょうほう》を 見《み》た ことも 全部《ぜんぶ》 書《か》きます。
audit-act-read = 情報《じょうほう》を 見《み》た
audit-act-register = 登録《とうろく》・カード
audit-act-phone = スマートフォン
audit-act-money = お金《かね》・ポイント
audit-act-pay-back = お金《かね》を 返《かえ》す
audit-act-shop = お店《みせ》
audit-act-staff = 係《かかり》の 人《ひと》
audit-act-denied = 許可《きょか》が なくて できなかった こと
audit-act-other = ほか
audit-operator = サーバーの 係《かかり》
