//! Keys of the domain `terminal`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 暗証番号は、画面に出さずにこのコンピューターで入力するか、標準入力の1行で渡します。コマンドの指定には書けません。暗証番号が届く先はカードだけです。
pub const TERMINAL_FRAME_NOTE: Key = Key("terminal-frame-note");
/// 終了コード：0 できました。1 できませんでした。理由は最後の行にあります。2 コマンドを読み取れませんでした。3 使えるカードリーダーかカードがないか、カードが途中で離れました。4 暗証番号が理由です。
pub const TERMINAL_FRAME_EXIT: Key = Key("terminal-frame-exit");
/// 16進数
pub const TERMINAL_VALUE_HEX: Key = Key("terminal-value-hex");
/// リーダー
pub const TERMINAL_VALUE_READER: Key = Key("terminal-value-reader");
/// 秒
pub const TERMINAL_VALUE_SECONDS: Key = Key("terminal-value-seconds");
/// ゆいの窓口プログラム。市役所、医療機関、お店の窓口で使います。
pub const TERMINAL_ABOUT: Key = Key("terminal-about");
/// カードリーダーの上のマイナンバーカードを使います。残り回数、氏名と住所、署名。
pub const TERMINAL_CARD: Key = Key("terminal-card");
/// カードリーダーの名前か、その一部。カードが載っているリーダーがいくつもあるときに要ります。
pub const TERMINAL_CARD_ANY_READER: Key = Key("terminal-card-any-reader");
/// カードを待つ秒数。
pub const TERMINAL_CARD_ANY_WAIT: Key = Key("terminal-card-any-wait");
/// カードの持ち主に確かめ、最後の1回を使います。まちがえると、市役所で手続きをするまで暗証番号が使えません。
pub const TERMINAL_CARD_ANY_LAST_TRY: Key = Key("terminal-card-any-last-try");
/// カードリーダーと、カードが載っているかどうかの一覧を出します。
pub const TERMINAL_CARD_LIST: Key = Key("terminal-card-list");
/// カードの暗証番号の残り回数を出します。暗証番号は要りません。回数も減りません。
pub const TERMINAL_CARD_TRIES: Key = Key("terminal-card-tries");
/// 氏名、住所、生年月日、性別を読み取ります。4けたの暗証番号が要ります。カードに書いてあるとおりの内容で、証明されたものではありません。
pub const TERMINAL_CARD_READ: Key = Key("terminal-card-read");
/// カードの利用者証明用の鍵で、渡したデータに署名します。4けたの暗証番号が要ります。署名を確かめる人は、このカードがここにあることがわかります。
pub const TERMINAL_CARD_SIGN: Key = Key("terminal-card-sign");
/// 署名するデータ（16進数）。16から1,024バイトで、前に使ったことのないもの。
pub const TERMINAL_CARD_SIGN_CHALLENGE: Key = Key("terminal-card-sign-challenge");
/// 代わりに、署名するデータのファイル。
pub const TERMINAL_CARD_SIGN_FILE: Key = Key("terminal-card-sign-file");
/// 利用者証明用の電子証明書も出します。氏名は入っていませんが、このカードだけのものです。署名を確かめたら、残さないでください。
pub const TERMINAL_CARD_SIGN_CERTIFICATE: Key = Key("terminal-card-sign-certificate");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    TERMINAL_FRAME_NOTE,
    TERMINAL_FRAME_EXIT,
    TERMINAL_VALUE_HEX,
    TERMINAL_VALUE_READER,
    TERMINAL_VALUE_SECONDS,
    TERMINAL_ABOUT,
    TERMINAL_CARD,
    TERMINAL_CARD_ANY_READER,
    TERMINAL_CARD_ANY_WAIT,
    TERMINAL_CARD_ANY_LAST_TRY,
    TERMINAL_CARD_LIST,
    TERMINAL_CARD_TRIES,
    TERMINAL_CARD_READ,
    TERMINAL_CARD_SIGN,
    TERMINAL_CARD_SIGN_CHALLENGE,
    TERMINAL_CARD_SIGN_FILE,
    TERMINAL_CARD_SIGN_CERTIFICATE,
];
