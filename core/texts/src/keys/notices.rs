//! Keys of the domain `notices`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// お知らせ
pub const NOTICES_TITLE: Key = Key("notices-title");
/// 届いたポイントや期限のお知らせは、ここに表示されます。
pub const NOTICES_EMPTY: Key = Key("notices-empty");
/// スマートフォンに通知を出すとき
pub const NOTICES_WANTED_TITLE: Key = Key("notices-wanted-title");
/// 通知には、名前や金額を出しません。
pub const NOTICES_WANTED_NOTE: Key = Key("notices-wanted-note");
/// ポイントが動いたとき
pub const NOTICES_MONEY: Key = Key("notices-money");
/// 届いたポイント、返金、支払いコードでの支払い
pub const NOTICES_MONEY_NOTE: Key = Key("notices-money-note");
/// 期限が近いとき
pub const NOTICES_DEADLINES: Key = Key("notices-deadlines");
/// ポイントの期限、カードの電子証明書の期限
pub const NOTICES_DEADLINES_NOTE: Key = Key("notices-deadlines-note");
/// 登録が変わったとき
pub const NOTICES_SAFETY: Key = Key("notices-safety");
/// スマートフォンの追加と取り外し、登録の確認
pub const NOTICES_SAFETY_NOTE: Key = Key("notices-safety-note");
/// スマートフォンの設定で、通知が止まっています。設定で通知をオンにしてください。
pub const NOTICES_DENIED: Key = Key("notices-denied");
/// 新しいお知らせがあります
pub const NOTICE_NEWS: Key = Key("notice-news");
/// 支払いが記録されました
pub const NOTICE_PAID: Key = Key("notice-paid");
/// 返金がありました
pub const NOTICE_REFUNDED: Key = Key("notice-refunded");
/// ポイントが届きました
pub const NOTICE_RECEIVED: Key = Key("notice-received");
/// もうすぐ使えなくなるポイントがあります
pub const NOTICE_EXPIRES: Key = Key("notice-expires");
/// 新しいスマートフォンが追加されました。心あたりがないときは、係の人に相談してください。
pub const NOTICE_NEW_PHONE: Key = Key("notice-new-phone");
/// スマートフォンが1台外されました
pub const NOTICE_PHONE_REMOVED: Key = Key("notice-phone-removed");
/// 登録の確認が終わりました
pub const NOTICE_REGISTERED: Key = Key("notice-registered");
/// カードの電子証明書の期限が近づいています
pub const NOTICE_CARD_ENDS: Key = Key("notice-card-ends");
/// `$area`に避難の情報が出ています。
pub const NOTICE_DISASTER: Key = Key("notice-disaster");
/// お知らせを見る
pub const NOTICE_OPEN: Key = Key("notice-open");
/// 登録コード：`$code`
pub const MAIL_CODE: Key = Key("mail-code");
/// `$count`分以内に、アプリに入れてください。
pub const MAIL_CODE_MINUTES: Key = Key("mail-code-minutes");
/// 心あたりがないときは、このメールを消してください。
pub const MAIL_CODE_NOT_YOU: Key = Key("mail-code-not-you");
/// `$town`の帳簿に、`$count`か所の食い違いがあります。
pub const MAIL_LEDGER_ALTERED: Key = Key("mail-ledger-altered");
/// 支払いは続いています。すぐに `yui-server verify-ledger` で、どこかを確かめてください。確かめるまで、サーバーを起動し直さないでください。
pub const MAIL_LEDGER_ALTERED_DO: Key = Key("mail-ledger-altered-do");
/// `$town`の帳簿を確かめられませんでした。
pub const MAIL_LEDGER_UNREAD: Key = Key("mail-ledger-unread");
/// 理由はサーバーのログにあります。10分ごとに確かめ直します。今夜は、もうメールを送りません。
pub const MAIL_LEDGER_UNREAD_DO: Key = Key("mail-ledger-unread-do");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    NOTICES_TITLE,
    NOTICES_EMPTY,
    NOTICES_WANTED_TITLE,
    NOTICES_WANTED_NOTE,
    NOTICES_MONEY,
    NOTICES_MONEY_NOTE,
    NOTICES_DEADLINES,
    NOTICES_DEADLINES_NOTE,
    NOTICES_SAFETY,
    NOTICES_SAFETY_NOTE,
    NOTICES_DENIED,
    NOTICE_NEWS,
    NOTICE_PAID,
    NOTICE_REFUNDED,
    NOTICE_RECEIVED,
    NOTICE_EXPIRES,
    NOTICE_NEW_PHONE,
    NOTICE_PHONE_REMOVED,
    NOTICE_REGISTERED,
    NOTICE_CARD_ENDS,
    NOTICE_DISASTER,
    NOTICE_OPEN,
    MAIL_CODE,
    MAIL_CODE_MINUTES,
    MAIL_CODE_NOT_YOU,
    MAIL_LEDGER_ALTERED,
    MAIL_LEDGER_ALTERED_DO,
    MAIL_LEDGER_UNREAD,
    MAIL_LEDGER_UNREAD_DO,
];
