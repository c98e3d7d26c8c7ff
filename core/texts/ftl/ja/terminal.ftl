### The help of `yui-terminal`, by the names of its commands and flags, as `cli.ftl` is that of the server. The tests of
### `terminal/src/cli` hold it against the commands there are.

## What holds for every command

terminal-frame-note = 暗証番号は、画面に出さずにこのコンピューターで入力するか、標準入力の1行で渡します。コマンドの指定には書けません。暗証番号が届く先はカードだけです。
terminal-frame-exit = 終了コード：0 できました。1 できませんでした。理由は最後の行にあります。2 コマンドを読み取れませんでした。3 使えるカードリーダーかカードがないか、カードが途中で離れました。4 暗証番号が理由です。

## What stands for a value

terminal-value-hex = 16進数
terminal-value-reader = リーダー
terminal-value-seconds = 秒

## The card

terminal-about = ゆいの窓口プログラム。市役所、医療機関、お店の窓口で使います。
terminal-card = カードリーダーの上のマイナンバーカードを使います。残り回数、氏名と住所、署名。
terminal-card-any-reader = カードリーダーの名前か、その一部。カードが載っているリーダーがいくつもあるときに要ります。
terminal-card-any-wait = カードを待つ秒数。
terminal-card-any-last-try = カードの持ち主に確かめ、最後の1回を使います。まちがえると、市役所で手続きをするまで暗証番号が使えません。
terminal-card-list = カードリーダーと、カードが載っているかどうかの一覧を出します。
terminal-card-tries = カードの暗証番号の残り回数を出します。暗証番号は要りません。回数も減りません。
terminal-card-read = 氏名、住所、生年月日、性別を読み取ります。4けたの暗証番号が要ります。カードに書いてあるとおりの内容で、証明されたものではありません。
terminal-card-sign = カードの利用者証明用の鍵で、渡したデータに署名します。4けたの暗証番号が要ります。署名を確かめる人は、このカードがここにあることがわかります。
terminal-card-sign-challenge = 署名するデータ（16進数）。16から1,024バイトで、前に使ったことのないもの。
terminal-card-sign-file = 代わりに、署名するデータのファイル。
terminal-card-sign-certificate = 利用者証明用の電子証明書も出します。氏名は入っていませんが、このカードだけのものです。署名を確かめたら、残さないでください。
