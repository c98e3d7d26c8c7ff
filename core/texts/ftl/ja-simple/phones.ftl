### Phones on the pages of staff: a resident's and a shop's; a lost one is stopped.

## A resident's

counter-stop-phone = スマートフォンを 止《と》める
counter-stop-phone-done = スマートフォンを 止《と》めました。残高《ざんだか》は 同《おな》じです。
counter-phones = 登録《とうろく》した スマートフォン
counter-phones-none = スマートフォンは ありません。
counter-phone-since = { $day }に 登録《とうろく》
counter-phone-stopped = 止《と》まって います
counter-proof = 本人《ほんにん》かを 確認《かくにん》する
counter-grid-ask = 紙《かみ》の カードの「{ $code }」の 番号《ばんごう》
counter-grid-button = 番号《ばんごう》を 確認《かくにん》する
counter-grid-right = 番号《ばんごう》は 同《おな》じです。
counter-grid-wrong = 番号《ばんごう》が 違《ちが》います。
counter-grid-locked = 番号《ばんごう》の 間違《まちが》いが 続《つづ》いたので、この カードでは 確認《かくにん》できません。窓口《まどぐち》で 本人《ほんにん》を 確認《かくにん》して、新《あたら》しい カードを 印刷《いんさつ》して ください。
counter-stop-button = 止《と》める
counter-stop-question = 「{ $name }」を 止《と》めますか
counter-stop-happens = この スマートフォンで もう 払《はら》えません。残高《ざんだか》は なくなりません。また 使《つか》う ときは、もう 一度《いちど》 登録《とうろく》します。

## A shop's

counter-shop-phones = お店《みせ》の スマートフォン
counter-shop-phones-none = つながって いる スマートフォンは ありません。
counter-shop-phone-since = { $moment }に つなぎました
counter-shop-phone-stopped = { $moment }に 止《と》めました
counter-shop-phone-stop-note = なくした スマートフォンは ここで 止《と》めて ください。止《と》めると もう 使《つか》えません。新《あたら》しい スマートフォンは もう 一度《いちど》 つなぎます。
counter-shop-phone-stop-happens = この スマートフォンで もう 受《う》け取《と》れません。お金《かね》を 戻《もど》す ことも できません。元《もと》に もどせません。お店《みせ》の つなぐ コードで まだ 使《つか》って いない ものも、使《つか》えなく なります。お店《みせ》の ほかの スマートフォンと 受《う》け取《と》った ポイントは 同《おな》じです。
counter-shop-phone-stop-done = スマートフォンを 止《と》めました。お店《みせ》の ほかの スマートフォンと 受《う》け取《と》った ポイントは 同《おな》じです。
