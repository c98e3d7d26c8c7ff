### What the demo tells, step by step.

## The job, step by step

demo-opening = { $town }の { -app }を 動《うご》かします。ここに 出《で》る 人《ひと》は 本当《ほんとう》の 人《ひと》では ありません。
demo-server-ready = サーバーが 動《うご》きました（{ $count }ミリ秒《びょう》）
demo-guest = { $name }さんは 新《あたら》しい スマートフォンで { -app }を 見《み》ます。まだ 登録《とうろく》しません。
demo-register = { $name }さんは マイナンバーカードで 登録《とうろく》します。
demo-registered = 登録《とうろく》できました。12けたの 番号《ばんごう》は 読《よ》んで いません。
demo-charge = 市役所《しやくしょ》で 係《かかり》の 人《ひと》が { $amount } 入《い》れます。
demo-grant = 町《まち》から { $amount }が 届《とど》きます。
demo-balance = { $name }さんの 残高《ざんだか》は { $amount }です。
demo-scan = { $name }さんは「{ $shop }」の QRコードを 写《うつ》します。{ $amount }と 入《い》れます。
demo-quote = どの ポイントを 使《つか》うか 見《み》ます。払《はら》った 後《あと》の 残高《ざんだか》は { $amount }です。
demo-paid = { $amount } 払《はら》いました。お店《みせ》の スマートフォンも すぐ わかります。
demo-shop-says = お店《みせ》の スマートフォン：「{ $words }」
demo-offline = { $name }さんの スマートフォンは インターネットに つながりません。
demo-code = { $name }さんは 支払《しはら》いコードを 見《み》せます。お店《みせ》は { $amount } 受《う》け取《と》ります。
demo-online = インターネットに つながりました。
demo-same-history = 2つの スマートフォンの 記録《きろく》は 同《おな》じです（{ $count }回《かい》）。
demo-refund = お店《みせ》が { $amount } 戻《もど》します。
demo-ledger = 記録《きろく》を 見《み》ました。{ $count }行《ぎょう》は 全部《ぜんぶ》 正《ただ》しいです。
demo-done = 終《お》わりました。全部《ぜんぶ》 できました。
demo-failed = 「{ $step }」で できませんでした。
demo-addresses = まだ 動《うご》いて います。見《み》る ところ：{ $address }
demo-staff = 係《かかり》の 人《ひと》の 画面《がめん》には、この 名前《なまえ》と パスワードで 入《はい》れます（この デモだけ）：
demo-preview = スマートフォンの 画面《がめん》を マウスで 使《つか》う ときは、ほかの ターミナルで：
demo-stop = 止《と》める ときは Ctrl+C を 押《お》して ください。
