//! Keys of the domain `reader`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// マイナンバーカードをリーダーに置いてください。
pub const READER_LAY_CARD: Key = Key("reader-lay-card");
/// カードなし
pub const READER_STATE_NOTHING: Key = Key("reader-state-nothing");
/// カードあり
pub const READER_STATE_CARD: Key = Key("reader-state-card");
/// ほかのプログラムが使っているカード
pub const READER_STATE_IN_USE: Key = Key("reader-state-in-use");
/// 応答しないカード
pub const READER_STATE_MUTE: Key = Key("reader-state-mute");
/// `$name`。`$words`
pub const READER_REFUSAL: Key = Key("reader-refusal");
/// このコンピューターのスマートカードのサービス（Linuxではpcscd）が動いていません。このコンピューターの担当者に相談してください
pub const READER_NO_SERVICE: Key = Key("reader-no-service");
/// カードリーダーがつながっていません。つないで、もう一度始めてください
pub const READER_NONE: Key = Key("reader-none");
/// 「`$name`」という名前のリーダーはありません。あるのは：`$words`
pub const READER_UNKNOWN: Key = Key("reader-unknown");
/// どのリーダーか決められません。--reader で選んでください：`$words`
pub const READER_SEVERAL: Key = Key("reader-several");
/// リーダーにカードがありません。置いて、もう一度始めてください
pub const READER_NO_CARD: Key = Key("reader-no-card");
/// ほかのプログラムがカードを使っています。そのプログラムを閉じて、もう一度始めてください
pub const READER_CARD_IN_USE: Key = Key("reader-card-in-use");
/// カードが応答しません。向きを変えて置き直してください
pub const READER_MUTE: Key = Key("reader-mute");
/// 終わる前にカードが離れました。カードを置いて、もう一度始めてください
pub const READER_CARD_REMOVED: Key = Key("reader-card-removed");
/// カードリーダーが外れました。つないで、もう一度始めてください
pub const READER_GONE: Key = Key("reader-gone");
/// カードリーダーが動きません。つなぎ直すか、このコンピューターの担当者に相談してください：`$words`
pub const READER_FAULT: Key = Key("reader-fault");
/// このカードには、必要な暗証番号か電子証明書がありません。理由は市区町村の窓口で分かります
pub const READER_CERTIFICATE_ABSENT: Key = Key("reader-certificate-absent");
/// 署名するデータは、`$words`から`$count`バイトを16進数で書きます
pub const READER_TYPED_CHALLENGE: Key = Key("reader-typed-challenge");
/// 署名するデータは、`$words`から`$count`バイトです
pub const READER_CHALLENGE_LENGTH: Key = Key("reader-challenge-length");
/// 氏名と住所を読むための4けたの暗証番号（券面事項入力補助用）：
pub const READER_ASK_TEXT: Key = Key("reader-ask-text");
/// 利用者証明用の4けたの暗証番号：
pub const READER_ASK_AUTHENTICATION: Key = Key("reader-ask-authentication");
/// 入力するときは1とEnter、やめるときはEnterだけを押してください。
pub const READER_LAST_TRY_SURE: Key = Key("reader-last-try-sure");
/// あと1回です。まちがえると暗証番号がロックされ、市区町村の窓口でしか解除できません。持ち主が使うと決めたときは、--last-try を付けてもう一度始めてください。
pub const READER_LAST_TRY_FLAG: Key = Key("reader-last-try-flag");
/// `$name`：`$words`
pub const READER_LINE: Key = Key("reader-line");
/// 署名用パスワード
pub const READER_PIN_SIGNATURE: Key = Key("reader-pin-signature");
/// 利用者証明用の暗証番号
pub const READER_PIN_AUTHENTICATION: Key = Key("reader-pin-authentication");
/// 氏名と住所を読むための暗証番号（券面事項入力補助用）
pub const READER_PIN_TEXT: Key = Key("reader-pin-text");
/// 使えません。市役所で手続きが必要です
pub const READER_TRIES_BLOCKED: Key = Key("reader-tries-blocked");
/// このカードにはありません
pub const READER_TRIES_NONE: Key = Key("reader-tries-none");
/// 氏名
pub const READER_NAME: Key = Key("reader-name");
/// 住所
pub const READER_ADDRESS: Key = Key("reader-address");
/// 生年月日
pub const READER_BIRTH_DATE: Key = Key("reader-birth-date");
/// 性別
pub const READER_SEX: Key = Key("reader-sex");
/// 男
pub const READER_SEX_MALE: Key = Key("reader-sex-male");
/// 女
pub const READER_SEX_FEMALE: Key = Key("reader-sex-female");
/// 記載なし
pub const READER_SEX_NOT_STATED: Key = Key("reader-sex-not-stated");
/// 署名（RSA-2048、PKCS #1 v1.5、SHA-256）
pub const READER_SIGNATURE: Key = Key("reader-signature");
/// 署名した内容（「yui/challenge/v1」に続けて渡したデータ）
pub const READER_SIGNED: Key = Key("reader-signed");
/// 利用者証明用の電子証明書（DER）
pub const READER_CERTIFICATE: Key = Key("reader-certificate");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    READER_LAY_CARD,
    READER_STATE_NOTHING,
    READER_STATE_CARD,
    READER_STATE_IN_USE,
    READER_STATE_MUTE,
    READER_REFUSAL,
    READER_NO_SERVICE,
    READER_NONE,
    READER_UNKNOWN,
    READER_SEVERAL,
    READER_NO_CARD,
    READER_CARD_IN_USE,
    READER_MUTE,
    READER_CARD_REMOVED,
    READER_GONE,
    READER_FAULT,
    READER_CERTIFICATE_ABSENT,
    READER_TYPED_CHALLENGE,
    READER_CHALLENGE_LENGTH,
    READER_ASK_TEXT,
    READER_ASK_AUTHENTICATION,
    READER_LAST_TRY_SURE,
    READER_LAST_TRY_FLAG,
    READER_LINE,
    READER_PIN_SIGNATURE,
    READER_PIN_AUTHENTICATION,
    READER_PIN_TEXT,
    READER_TRIES_BLOCKED,
    READER_TRIES_NONE,
    READER_NAME,
    READER_ADDRESS,
    READER_BIRTH_DATE,
    READER_SEX,
    READER_SEX_MALE,
    READER_SEX_FEMALE,
    READER_SEX_NOT_STATED,
    READER_SIGNATURE,
    READER_SIGNED,
    READER_CERTIFICATE,
];
