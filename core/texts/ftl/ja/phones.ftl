### Phones on the pages of staff: a resident's and a shop's; a lost one is stopped.

## A resident's

counter-stop-phone = スマートフォンを止める
counter-stop-phone-done = スマートフォンを止めました。残高はそのままです。
counter-phones = 登録しているスマートフォン
counter-phones-none = スマートフォンの登録はありません。
counter-phone-since = { $day }に登録
counter-phone-stopped = 止めてあります
counter-proof = 本人かどうかを確かめる
counter-grid-ask = 紙のカードの「{ $code }」の番号
counter-grid-button = 番号を確かめる
counter-grid-right = 番号は合っています。
counter-grid-wrong = 番号が違います。
counter-grid-locked = 番号の間違いが続いたため、このカードでは確かめられません。窓口で本人を確かめ、新しいカードを印刷してください。
counter-stop-button = 止める
counter-stop-question = 「{ $name }」を止めますか
counter-stop-happens = このスマートフォンでは、もう払えなくなります。残高はなくなりません。もう一度使うには、登録し直します。

## A shop's

counter-shop-phones = お店のスマートフォン
counter-shop-phones-none = つながっているスマートフォンはありません。
counter-shop-phone-since = { $moment }につなぎました
counter-shop-phone-stopped = { $moment }に止めました
counter-shop-phone-stop-note = なくしたスマートフォンは、ここで止めてください。止めたものは元に戻せません。新しいものは、新しいコードでつなぎます。
counter-shop-phone-stop-happens = このスマートフォンでは、もう受け取りも返金もできなくなります。元に戻せません。このお店のスマートフォンをつなぐコードで、まだ使っていないものも使えなくなります。お店のほかのスマートフォンと、受け取ったポイントはそのままです。
counter-shop-phone-stop-done = スマートフォンを止めました。お店のほかのスマートフォンと、受け取ったポイントはそのままです。
