//! Keys of the domain `demo`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// `$town`の`-app`を、はじめから終わりまで動かします。出てくる人は架空の人です。
pub const DEMO_OPENING: Key = Key("demo-opening");
/// サーバーが動き始めました（`$count`ミリ秒）
pub const DEMO_SERVER_READY: Key = Key("demo-server-ready");
/// `$name`さんが新しいスマートフォンで`-app`を開き、登録せずに見ています。
pub const DEMO_GUEST: Key = Key("demo-guest");
/// `$name`さんがマイナンバーカードをかざして登録します。
pub const DEMO_REGISTER: Key = Key("demo-register");
/// 登録できました。マイナンバー（12けたの番号）は読み取っていません。
pub const DEMO_REGISTERED: Key = Key("demo-registered");
/// 窓口で係の人が現金`$amount`をチャージします。
pub const DEMO_CHARGE: Key = Key("demo-charge");
/// まちから`$amount`が届きます。
pub const DEMO_GRANT: Key = Key("demo-grant");
/// `$name`さんの残高は`$amount`です。
pub const DEMO_BALANCE: Key = Key("demo-balance");
/// `$name`さんが「`$shop`」のQRコードを読み取り、`$amount`と入れます。
pub const DEMO_SCAN: Key = Key("demo-scan");
/// どのポイントから使うかを見て、確かめます。払ったあとの残高は`$amount`です。
pub const DEMO_QUOTE: Key = Key("demo-quote");
/// `$amount`を払いました。お店のスマートフォンにもすぐに出ます。
pub const DEMO_PAID: Key = Key("demo-paid");
/// お店のスマートフォン：「`$words`」
pub const DEMO_SHOP_SAYS: Key = Key("demo-shop-says");
/// `$name`さんのスマートフォンが通信できなくなりました。
pub const DEMO_OFFLINE: Key = Key("demo-offline");
/// `$name`さんが支払いコードを見せ、お店が`$amount`を受け取ります。
pub const DEMO_CODE: Key = Key("demo-code");
/// 通信が戻りました。
pub const DEMO_ONLINE: Key = Key("demo-online");
/// 2つのスマートフォンの履歴が同じです（`$count`件）。
pub const DEMO_SAME_HISTORY: Key = Key("demo-same-history");
/// お店が`$amount`を返金します。
pub const DEMO_REFUND: Key = Key("demo-refund");
/// 帳簿を確かめました。`$count`行がすべて正しくつながっています。
pub const DEMO_LEDGER: Key = Key("demo-ledger");
/// 終わりました。すべてできました。
pub const DEMO_DONE: Key = Key("demo-done");
/// 「`$step`」でうまくいきませんでした。
pub const DEMO_FAILED: Key = Key("demo-failed");
/// このまま動かしておきます。見る場所：`$address`
pub const DEMO_ADDRESSES: Key = Key("demo-addresses");
/// 係の人の画面には、次の職員名とパスワードで入れます（このデモだけのものです）：
pub const DEMO_STAFF: Key = Key("demo-staff");
/// スマートフォンの画面をマウスでためすには、別のターミナルで：
pub const DEMO_PREVIEW: Key = Key("demo-preview");
/// 止めるときは Ctrl+C を押してください。
pub const DEMO_STOP: Key = Key("demo-stop");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    DEMO_OPENING,
    DEMO_SERVER_READY,
    DEMO_GUEST,
    DEMO_REGISTER,
    DEMO_REGISTERED,
    DEMO_CHARGE,
    DEMO_GRANT,
    DEMO_BALANCE,
    DEMO_SCAN,
    DEMO_QUOTE,
    DEMO_PAID,
    DEMO_SHOP_SAYS,
    DEMO_OFFLINE,
    DEMO_CODE,
    DEMO_ONLINE,
    DEMO_SAME_HISTORY,
    DEMO_REFUND,
    DEMO_LEDGER,
    DEMO_DONE,
    DEMO_FAILED,
    DEMO_ADDRESSES,
    DEMO_STAFF,
    DEMO_PREVIEW,
    DEMO_STOP,
];
