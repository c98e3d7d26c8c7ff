### What the demo tells, step by step.

## The job, step by step

demo-opening = { $town }の{ -app }を、はじめから終わりまで動かします。出てくる人は架空の人です。
demo-server-ready = サーバーが動き始めました（{ $count }ミリ秒）
demo-guest = { $name }さんが新しいスマートフォンで{ -app }を開き、登録せずに見ています。
demo-register = { $name }さんがマイナンバーカードをかざして登録します。
demo-registered = 登録できました。マイナンバー（12けたの番号）は読み取っていません。
demo-charge = 窓口で係の人が現金{ $amount }をチャージします。
demo-grant = まちから{ $amount }が届きます。
demo-balance = { $name }さんの残高は{ $amount }です。
demo-scan = { $name }さんが「{ $shop }」のQRコードを読み取り、{ $amount }と入れます。
demo-quote = どのポイントから使うかを見て、確かめます。払ったあとの残高は{ $amount }です。
demo-paid = { $amount }を払いました。お店のスマートフォンにもすぐに出ます。
demo-shop-says = お店のスマートフォン：「{ $words }」
demo-offline = { $name }さんのスマートフォンが通信できなくなりました。
demo-code = { $name }さんが支払いコードを見せ、お店が{ $amount }を受け取ります。
demo-online = 通信が戻りました。
demo-same-history = 2つのスマートフォンの履歴が同じです（{ $count }件）。
demo-refund = お店が{ $amount }を返金します。
demo-ledger = 帳簿を確かめました。{ $count }行がすべて正しくつながっています。
demo-done = 終わりました。すべてできました。
demo-failed = 「{ $step }」でうまくいきませんでした。
demo-addresses = このまま動かしておきます。見る場所：{ $address }
demo-staff = 係の人の画面には、次の職員名とパスワードで入れます（このデモだけのものです）：
demo-preview = スマートフォンの画面をマウスでためすには、別のターミナルで：
demo-stop = 止めるときは Ctrl+C を押してください。
