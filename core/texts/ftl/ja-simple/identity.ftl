### Registration, card, phones, leaving.

## Registration

register-title = 登録《とうろく》する
register-need = 3つの ものを 用意《ようい》して ください
register-need-card = マイナンバーカード
register-need-password = 署名用《しょめいよう》パスワード（英語《えいご》の 文字《もじ》と 数字《すうじ》、6から 16文字《もじ》）
register-need-phone = カードを 読《よ》む ことが できる スマートフォン
register-start = 登録《とうろく》を 始《はじ》める
register-reads = 名前《なまえ》・住所《じゅうしょ》・生《う》まれた 日《ひ》・性別《せいべつ》を 読《よ》みます。電子証明書《でんししょうめいしょ》〈カードの 中《なか》の 証明《しょうめい》〉も 読《よ》みます。
register-never-reads = 12けたの 番号《ばんごう》は 読《よ》みません。
register-password = 署名用《しょめいよう》パスワードを 入《い》れて ください
register-password-kept = パスワードは カードを 確認《かくにん》する ときだけ 使《つか》います。スマートフォンに 残《のこ》しません。ほかの ところに 送《おく》りません。
register-pin = 4けたの 暗証番号《あんしょうばんごう》を 入《い》れて ください
register-pin-route = 署名用《しょめいよう》パスワードが わからない ときは、4けたの 暗証番号《あんしょうばんごう》でも 登録《とうろく》できます。使《つか》える お金《かね》が 少《すく》なく なります。
register-pin-route-button = 4けたの 番号《ばんごう》を 使《つか》う
register-counter-route = 市役所《しやくしょ》などでも 登録《とうろく》できます。{ $office }に 来《き》て ください。
register-statement = { $town }の { -app }に 登録《とうろく》します。カードで 署名《しょめい》します。
register-sending = 登録《とうろく》して います。画面《がめん》を 閉《と》じないで ください。
register-done = 登録《とうろく》できました
register-done-body = お店《みせ》で 払《はら》う ことが できます。ポイントを もらう ことも できます。
register-review = 係《かかり》の 人《ひと》が 登録《とうろく》を 確認《かくにん》します。受付番号《うけつけばんごう》：{ $reference }
register-review-body = カードが 新《あたら》しく なったので、確認《かくにん》して います。終《お》わったら お知《し》らせします。
register-no-lock = 画面《がめん》ロックが ありません。{ $amount }以上《いじょう》は 払《はら》えません。

## The card at the phone

card-hold = カードを スマートフォンの 後《うし》ろに つけて ください
card-near = カードが ありました
card-reading = カードを 読《よ》んで います。動《うご》かさないで ください。
card-lost = カードが 離《はな》れました。もう 一度《いちど》 つけて ください。
card-wrong = この カードは 使《つか》えません。マイナンバーカードを 使《つか》って ください。
card-done = カードを 読《よ》みました。カードを 取《と》って ください。
pin-tries-left = あと { $count }回《かい》 入《い》れる ことが できます
pin-wrong = パスワードが 違《ちが》います。あと { $count }回《かい》 入《い》れる ことが できます。
pin-last-try-title = 入《い》れる ことが できるのは あと 1回《かい》です
pin-last-try-body = 違《ちが》うと、カードの パスワードが 使《つか》えなく なります。そのときは 市役所《しやくしょ》に 行《い》きます。パスワードは 正《ただ》しいですか。
pin-last-try-sure = 正《ただ》しいので 入《い》れる
pin-last-try-stop = 今《いま》は やめる
pin-forgotten = パスワードを 忘《わす》れた
pin-forgotten-body = パスワードは 市役所《しやくしょ》で 変《か》える ことが できます。コンビニで できる ことも あります。
pin-blocked-body = 何回《なんかい》か 違《ちが》ったので、カードの パスワードが 使《つか》えません。カードを 持《も》って 市役所《しやくしょ》に 行《い》って ください。
pin-none-body = この カードは 暗証番号《あんしょうばんごう》が ありません。市役所《しやくしょ》などで 登録《とうろく》して ください。
certificate-dead-body = 引《ひ》っ越《こ》しを したら、市役所《しやくしょ》で 手続《てつづ》きが 必要《ひつよう》です。電子証明書《でんししょうめいしょ》を 新《あたら》しく します。
certificate-ends-soon = 電子証明書《でんししょうめいしょ》は { $day }までです。市役所《しやくしょ》で 新《あたら》しく できます。

## Levels

level-guest = 登録《とうろく》して いません
level-visitor = ビジター〈町《まち》に 来《き》た 人《ひと》〉
level-card-holder = カードを 確認《かくにん》しました
level-verified = 本人《ほんにん》だと 確認《かくにん》しました
level-verified-elsewhere = 本人《ほんにん》だと 確認《かくにん》しました（ほかの 方法《ほうほう》）

## Visitors

visitor-title = 町《まち》に 来《き》た 人《ひと》が 使《つか》う
visitor-body = メールか 市役所《しやくしょ》の コードで 始《はじ》めます。残高《ざんだか》は { $amount }までです。
visitor-mail = メールアドレス
visitor-send = コードを 送《おく》る
visitor-code = 届《とど》いた コードを 入《い》れて ください
visitor-start = 使《つか》い始《はじ》める
mail-code-subject = { -app }の 確認《かくにん》コード
mail-code-body = 確認《かくにん》コードは { $code }です。{ $count }分《ふん》 使《つか》えます。知《し》らない ときは、この メールを 消《け》して ください。

## Phones

phones-title = 使《つか》って いる スマートフォン
phone-this = この スマートフォン
phone-added = { $day }に 登録《とうろく》しました
phone-seen = 最後《さいご》に 使《つか》った 日《ひ》：{ $day }
phone-removed = 使《つか》えなく しました
phone-add = スマートフォンを 増《ふ》やす
phone-add-body = 新《あたら》しい スマートフォンで { -app }を 開《ひら》いて ください。次《つぎ》に マイナンバーカードを つけて ください。
phone-remove = この スマートフォンを 使《つか》えなく する
phone-remove-body = 「{ $name }」で 使《つか》えなく なります。残高《ざんだか》は 同《おな》じです。
lost-title = スマートフォンを なくした
lost-body = 新《あたら》しい スマートフォンと マイナンバーカードを 使《つか》います。前《まえ》の スマートフォンを 止《と》めます。残高《ざんだか》は 同《おな》じです。
lost-button = 前《まえ》の スマートフォンを 止《と》める
lost-done = 前《まえ》の スマートフォンを 止《と》めました。残高《ざんだか》は 同《おな》じです。
lost-telephone = 電話《でんわ》でも 止《と》める ことが できます：{ $telephone }
card-replaced-title = カードが 新《あたら》しく なった とき
card-replaced-body = 新《あたら》しい カードを つけて ください。係《かかり》の 人《ひと》が 確認《かくにん》した 後《あと》で 使《つか》えます。
sign-out = この スマートフォンで やめる

## Leaving

leave-title = { -app }を やめる
leave-body = やめると、名前《なまえ》や 住所《じゅうしょ》などを 消《け》します。払《はら》った 記録《きろく》だけは、法律《ほうりつ》が 決《き》めた 間《あいだ》 残《のこ》します。
leave-balance = 残高《ざんだか》が { $amount } あります。やめると 使《つか》えません。
leave-refund = 引《ひ》っ越《こ》しなどの ときは、入《い》れた お金《かね》が 戻《もど》る ことが あります。係《かかり》の 人《ひと》に 相談《そうだん》して ください。
leave-give-up = 残高《ざんだか》を 捨《す》てて やめる
leave-button = やめる
leave-done = 終《お》わりました。ありがとう ございました。
