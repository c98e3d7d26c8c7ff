### What the demo tells, step by step.

## The job, step by step

demo-opening = { $town }の { -app }を 動かします。この 人は 本当の 人では ありません。
demo-building = 用意して います。最初は 何分か かかります。
demo-server-ready = サーバーが 動きました（{ $count }ミリ秒）
demo-guest = { $name }さんは 新しい スマートフォンで { -app }を 見ます。まだ 登録しません。
demo-register = { $name }さんは マイナンバーカードで 登録します。
demo-registered = 登録できました。12けたの 番号は 読んで いません。
demo-charge = 市役所で 係の 人が { $amount } 入れます。
demo-grant = 町から { $amount }が 届きます。
demo-balance = { $name }さんの 残高は { $amount }です。
demo-scan = { $name }さんは「{ $shop }」の QRコードを 写します。{ $amount }と 入れます。
demo-quote = どの ポイントを 使うか 見ます。払った 後の 残高は { $amount }です。
demo-paid = { $amount } 払いました。お店の スマートフォンも すぐ わかります。
demo-shop-says = お店の スマートフォン：「{ $words }」
demo-offline = { $name }さんの スマートフォンは インターネットに つながりません。
demo-code = { $name }さんは 支払いコードを 見せます。お店は { $amount } 受け取ります。
demo-online = インターネットに つながりました。
demo-same-history = 2つの スマートフォンの 記録は 同じです（{ $count }回）。
demo-refund = お店が { $amount } 戻します。
demo-ledger = 記録を 見ました。{ $count }行は 全部 正しいです。
demo-done = 終わりました。全部 できました。
demo-failed = 「{ $step }」で できませんでした。
demo-addresses = まだ 動いて います。見る ところ：{ $address }
demo-stop = 止める ときは Ctrl+C を 押して ください。
