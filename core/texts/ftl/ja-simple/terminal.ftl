### The help of `yui-terminal`, by the names of its commands and flags, as `cli.ftl` is that of the server. The tests of
### `terminal/src/cli` hold it against the commands there are.

## What holds for every command

terminal-frame-note = 暗証番号《あんしょうばんごう》は この コンピューターで 入《い》れます。画面《がめん》には 出《で》ません。プログラムは 標準入力《ひょうじゅんにゅうりょく》の 1行《ぎょう》で 渡《わた》します。コマンドには 書《か》けません。暗証番号《あんしょうばんごう》は カードだけに 送《おく》ります。
terminal-frame-exit = 終《お》わりの 番号《ばんごう》です。0 できました。1 できませんでした。理由《りゆう》は 最後《さいご》の 行《ぎょう》に あります。2 コマンドが わかりませんでした。3 リーダーか カードが ありませんでした。カードが 離《はな》れた ときも 3です。4 暗証番号《あんしょうばんごう》が 理由《りゆう》です。

## What stands for a value

terminal-value-hex = 16進数《しんすう》
terminal-value-reader = リーダー
terminal-value-seconds = 秒《びょう》

## The card

terminal-about = ゆいの 窓口《まどぐち》の プログラムです。市役所《しやくしょ》、病院《びょういん》、お店《みせ》で 使《つか》います。
terminal-card = リーダーの 上《うえ》の マイナンバーカードを 使《つか》います。残《のこ》りの 回数《かいすう》、名前《なまえ》と 住所《じゅうしょ》、署名《しょめい》です。
terminal-card-any-reader = リーダーの 名前《なまえ》か、その 一部《いちぶ》です。カードが いくつも ある ときに 書《か》きます。
terminal-card-any-wait = カードを 待《ま》つ 秒《びょう》の 数《かず》です。
terminal-card-any-last-try = カードの 人《ひと》に 聞《き》いて、最後《さいご》の 1回《かい》を 使《つか》います。違《ちが》うと、番号《ばんごう》が 使《つか》えなく なります。そのときは 市役所《しやくしょ》に 行《い》きます。
terminal-card-list = リーダーと、カードが あるか どうかを 見《み》せます。
terminal-card-tries = 暗証番号《あんしょうばんごう》の 残《のこ》りの 回数《かいすう》を 見《み》せます。暗証番号《あんしょうばんごう》は いりません。回数《かいすう》は 同《おな》じです。
terminal-card-read = 名前《なまえ》、住所《じゅうしょ》、生年月日《せいねんがっぴ》、性別《せいべつ》を 読《よ》みます。4けたの 番号《ばんごう》が いります。カードに 書《か》いて ある ことです。証明《しょうめい》では ありません。
terminal-card-sign = カードの 鍵《かぎ》で データに 署名《しょめい》します。4けたの 番号《ばんごう》が いります。署名《しょめい》を 見《み》る 人《ひと》は、この カードが ここに ある ことが わかります。
terminal-card-sign-challenge = 署名《しょめい》する データです。16進数《しんすう》で 書《か》きます。16から 1,024バイトです。前《まえ》に 使《つか》って いない ものです。
terminal-card-sign-file = 署名《しょめい》する データの ファイルです。
terminal-card-sign-certificate = 電子証明書《でんししょうめいしょ》も 出《だ》します。名前《なまえ》は ありません。でも この カードだけの ものです。署名《しょめい》を 確認《かくにん》したら、消《け》して ください。
