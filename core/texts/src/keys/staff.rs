//! Keys of the domain `staff`, written by the test `generated`; each shows its Japanese words.

use super::Key;

/// 係の人の画面
pub const STAFF_TITLE: Key = Key("staff-title");
/// 職員名
pub const STAFF_NAME: Key = Key("staff-name");
/// パスワード
pub const STAFF_PASSWORD: Key = Key("staff-password");
/// 入る
pub const STAFF_SIGN_IN: Key = Key("staff-sign-in");
/// 職員名かパスワードが違います。続けて5回違うと、15分間入れません。
pub const STAFF_SIGN_IN_WRONG: Key = Key("staff-sign-in-wrong");
/// 画面を閉じて出る
pub const STAFF_SIGN_OUT: Key = Key("staff-sign-out");
/// `$name`さんとして入っています
pub const STAFF_SIGNED_IN: Key = Key("staff-signed-in");
/// 係の人のホーム
pub const STAFF_HOME: Key = Key("staff-home");
/// 本文へ進む
pub const STAFF_SKIP: Key = Key("staff-skip");
/// 自分のパスワードを決める
pub const STAFF_PASSWORD_TITLE: Key = Key("staff-password-title");
/// 今のパスワード
pub const STAFF_PASSWORD_OLD: Key = Key("staff-password-old");
/// 今のパスワードが違います。パスワードは変わっていません。続けて5回違うと、15分間変えられません。
pub const STAFF_PASSWORD_OLD_WRONG: Key = Key("staff-password-old-wrong");
/// 12文字以上にしてください。職員名は入れられません。
pub const STAFF_PASSWORD_RULE: Key = Key("staff-password-rule");
/// 新しいパスワード
pub const STAFF_PASSWORD_NEW: Key = Key("staff-password-new");
/// もう一度、同じパスワード
pub const STAFF_PASSWORD_AGAIN: Key = Key("staff-password-again");
/// パスワードを決める
pub const STAFF_PASSWORD_BUTTON: Key = Key("staff-password-button");
/// このパスワードは使えません。12文字以上で、職員名を入れないでください。
pub const STAFF_PASSWORD_WEAK: Key = Key("staff-password-weak");
/// 2つのパスワードが違います。
pub const STAFF_PASSWORD_DIFFERS: Key = Key("staff-password-differs");
/// この画面は古くなりました。まだ何も変わっていません。もう一度開いて、やり直してください。
pub const STAFF_FORM_OLD: Key = Key("staff-form-old");
/// 市 市民窓口
pub const STAFF_ROLE_TOWN_COUNTER: Key = Key("staff-role-town-counter");
/// 市 こどもセンター
pub const STAFF_ROLE_TOWN_CHILDREN: Key = Key("staff-role-town-children");
/// 市 事業担当
pub const STAFF_ROLE_TOWN_PROGRAMMES: Key = Key("staff-role-town-programmes");
/// 運営団体 窓口
pub const STAFF_ROLE_BODY_COUNTER: Key = Key("staff-role-body-counter");
/// 運営団体 電話
pub const STAFF_ROLE_BODY_DESK: Key = Key("staff-role-body-desk");
/// 運営団体 会計
pub const STAFF_ROLE_BODY_ACCOUNTS: Key = Key("staff-role-body-accounts");
/// 窓口で登録する
pub const COUNTER_REGISTER: Key = Key("counter-register");
/// スマートフォンを持っている人
pub const COUNTER_REGISTER_WITH_PHONE: Key = Key("counter-register-with-phone");
/// スマートフォンを持っていない人
pub const COUNTER_REGISTER_NO_PHONE: Key = Key("counter-register-no-phone");
/// 氏名
pub const COUNTER_NAME: Key = Key("counter-name");
/// ふりがな
pub const COUNTER_KANA: Key = Key("counter-kana");
/// 生年月日
pub const COUNTER_BIRTH_DATE: Key = Key("counter-birth-date");
/// 性別
pub const COUNTER_SEX: Key = Key("counter-sex");
/// 住所
pub const COUNTER_ADDRESS: Key = Key("counter-address");
/// 電話番号
pub const COUNTER_TELEPHONE: Key = Key("counter-telephone");
/// 本人確認の書類を見ました
pub const COUNTER_CHECKED: Key = Key("counter-checked");
/// 登録する
pub const COUNTER_REGISTER_BUTTON: Key = Key("counter-register-button");
/// この登録コードをスマートフォンに入れてもらってください
pub const COUNTER_PHONE_CODE: Key = Key("counter-phone-code");
/// 紙のカードを印刷する
pub const COUNTER_PRINT_CARD: Key = Key("counter-print-card");
/// お店・訪問・避難所・電話で使えます。なくしたら、すぐに電話してください。
pub const COUNTER_CARD_NOTE: Key = Key("counter-card-note");
/// 住民を探す
pub const COUNTER_FIND_TITLE: Key = Key("counter-find-title");
/// 探す
pub const COUNTER_FIND_BUTTON: Key = Key("counter-find-button");
/// `$count`人
pub const COUNTER_FOUND: Key = Key("counter-found");
/// スマートフォンはありますか
pub const COUNTER_PHONE_QUESTION: Key = Key("counter-phone-question");
/// 女
pub const COUNTER_SEX_FEMALE: Key = Key("counter-sex-female");
/// 男
pub const COUNTER_SEX_MALE: Key = Key("counter-sex-male");
/// 答えない
pub const COUNTER_SEX_UNSTATED: Key = Key("counter-sex-unstated");
/// 見ていないときは、ビジターとして登録します。
pub const COUNTER_CHECKED_NOTE: Key = Key("counter-checked-note");
/// 同じ名前と生年月日の人が、もう登録されています。
pub const COUNTER_KNOWN: Key = Key("counter-known");
/// その人を見る
pub const COUNTER_KNOWN_SEE: Key = Key("counter-known-see");
/// 確かめました。別の人です。
pub const COUNTER_OTHER_PERSON: Key = Key("counter-other-person");
/// 別の人として登録
pub const COUNTER_OTHER_BUTTON: Key = Key("counter-other-button");
/// 登録コードを出す
pub const COUNTER_PHONE_CODE_TITLE: Key = Key("counter-phone-code-title");
/// この登録コードは今だけ表示します。1日以内に1回だけ使えます。
pub const COUNTER_CODE_ONCE: Key = Key("counter-code-once");
/// この登録コードは今だけ表示します。`$count`分以内に1回だけ使えます。
pub const COUNTER_CODE_MINUTES: Key = Key("counter-code-minutes");
/// ブラウザーの「印刷」で印刷できます。
pub const COUNTER_PRINT_HINT: Key = Key("counter-print-hint");
/// 電話で聞かれたら、ますの番号を答えます。
pub const COUNTER_CARD_NUMBER: Key = Key("counter-card-number");
/// 前のカードは使えなくなります。
pub const COUNTER_CARD_REPLACES: Key = Key("counter-card-replaces");
/// カードやスマートフォンの登録がある人、残高がある人の登録コードは、2人の係の人が本人を確かめてから出します。カードもスマートフォンもなくした人も、この方法で登録できます。
pub const COUNTER_CODE_TWO: Key = Key("counter-code-two");
/// もう1人の係の人の確認を待っています。登録コードはまだ出ていません。
pub const COUNTER_CODE_WAITS: Key = Key("counter-code-waits");
/// もう1人の係の人に、自分のホームで「登録コードの確認」を開いてもらってください。確認がすんだら、この画面をもう一度開いて登録コードを出します。1時間で取り消しになります。
pub const COUNTER_CODE_WAITS_HOW: Key = Key("counter-code-waits-how");
/// 頼んだ人：`$name`（`$moment`）
pub const COUNTER_CODE_ASKED_BY: Key = Key("counter-code-asked-by");
/// 本人に会い、顔写真のある書類を見て、確かめてください。電話だけで確認しないでください。
pub const COUNTER_CODE_LOOK: Key = Key("counter-code-look");
/// 本人を確かめました
pub const COUNTER_CODE_CONFIRM_BUTTON: Key = Key("counter-code-confirm-button");
/// `$name`さんが本人を確かめました。登録コードを出せます。
pub const COUNTER_CODE_CONFIRMED: Key = Key("counter-code-confirmed");
/// `$name`さんが頼み、`$other`さんが本人を確かめました。登録コードは、この2人のどちらかが出します。
pub const COUNTER_CODE_FOR_TWO: Key = Key("counter-code-for-two");
/// 登録コードの確認
pub const COUNTER_CODE_LIST_TITLE: Key = Key("counter-code-list-title");
/// 確認を待っている登録コードはありません。
pub const COUNTER_CODE_LIST_EMPTY: Key = Key("counter-code-list-empty");
/// この人を見る
pub const COUNTER_CODE_SEE: Key = Key("counter-code-see");
/// 窓口でチャージする
pub const COUNTER_CHARGE: Key = Key("counter-charge");
/// 氏名・ふりがな・電話番号。紙のカードは、読み取ってください。
pub const COUNTER_FIND: Key = Key("counter-find");
/// 見つかりません。ほかの言葉で探してください。
pub const COUNTER_FOUND_NONE: Key = Key("counter-found-none");
/// 受け取った現金
pub const COUNTER_CHARGE_AMOUNT: Key = Key("counter-charge-amount");
/// `$name`さんに`$amount`をチャージします
pub const COUNTER_CHARGE_CONFIRM: Key = Key("counter-charge-confirm");
/// `$amount`をチャージする
pub const COUNTER_CHARGE_BUTTON: Key = Key("counter-charge-button");
/// `$amount`をチャージしました。控え番号：`$receipt`
pub const COUNTER_CHARGE_DONE: Key = Key("counter-charge-done");
/// 残高：`$amount`
pub const COUNTER_BALANCE: Key = Key("counter-balance");
/// そのうちチャージ：`$amount`
pub const COUNTER_BALANCE_CHARGED: Key = Key("counter-balance-charged");
/// 住民
pub const COUNTER_PERSON_TITLE: Key = Key("counter-person-title");
/// 名前の登録なし
pub const COUNTER_NO_NAME: Key = Key("counter-no-name");
/// 退会した人です。
pub const COUNTER_LEFT: Key = Key("counter-left");
/// ポイントを付与する
pub const COUNTER_GRANT: Key = Key("counter-grant");
/// 付与するポイント
pub const COUNTER_GRANT_AMOUNT: Key = Key("counter-grant-amount");
/// 事業
pub const COUNTER_PROGRAMME: Key = Key("counter-programme");
/// `$name`さんに`$amount`を付与します
pub const COUNTER_GRANT_CONFIRM: Key = Key("counter-grant-confirm");
/// `$amount`を付与する
pub const COUNTER_GRANT_BUTTON: Key = Key("counter-grant-button");
/// `$amount`を付与しました。控え番号：`$receipt`
pub const COUNTER_GRANT_DONE: Key = Key("counter-grant-done");
/// 控え
pub const COUNTER_RECEIPT_TITLE: Key = Key("counter-receipt-title");
/// `$day`まで使えます
pub const COUNTER_USABLE_UNTIL: Key = Key("counter-usable-until");
/// 別の人を探す
pub const COUNTER_AGAIN: Key = Key("counter-again");
/// 直す
pub const COUNTER_CHANGE: Key = Key("counter-change");
/// 帳簿の状態
pub const LEDGER_TITLE: Key = Key("ledger-title");
/// 帳簿は正しくつながっています（`$count`行）
pub const LEDGER_SOUND: Key = Key("ledger-sound");
/// `$row`行目が合いません。支払いを止めました。
pub const LEDGER_BROKEN: Key = Key("ledger-broken");
/// 最後の行：`$row`（`$moment`）
pub const LEDGER_HEAD: Key = Key("ledger-head");
/// お店にまだ振り込んでいない金額：`$amount`
pub const LEDGER_UNSETTLED: Key = Key("ledger-unsettled");
/// 帳簿の印
pub const LEDGER_HASH: Key = Key("ledger-hash");
/// 書き込みは動いています
pub const LEDGER_WRITING: Key = Key("ledger-writing");
/// ほかの機械が書き込んでいます
pub const LEDGER_STANDBY: Key = Key("ledger-standby");
/// 時計が動かされたため、書き込みを止めています。すぐに管理者に連絡してください。
pub const LEDGER_CLOCK: Key = Key("ledger-clock");
/// 書き込みを止めています。すぐに管理者に連絡してください。
pub const LEDGER_STOPPED: Key = Key("ledger-stopped");
/// 待っている書き込み：`$count`件
pub const LEDGER_QUEUE: Key = Key("ledger-queue");
/// 事業ごとのポイント
pub const LEDGER_PROGRAMMES: Key = Key("ledger-programmes");
/// 発行した合計
pub const LEDGER_ISSUED: Key = Key("ledger-issued");
/// まだ使われていない
pub const LEDGER_UNUSED: Key = Key("ledger-unused");
/// まだ使われていないチャージ券
pub const LEDGER_ON_VOUCHERS: Key = Key("ledger-on-vouchers");
/// 初めから確かめる
pub const LEDGER_CHECK_BUTTON: Key = Key("ledger-check-button");
/// 確かめています。少したってから、もう一度開いてください。
pub const LEDGER_CHECKING: Key = Key("ledger-checking");
/// まだ確かめていません。
pub const LEDGER_NEVER_CHECKED: Key = Key("ledger-never-checked");
/// 確かめた時：`$moment`
pub const LEDGER_CHECKED_AT: Key = Key("ledger-checked-at");
/// 帳簿が合いません。すぐに管理者に連絡してください。
pub const LEDGER_WRONG: Key = Key("ledger-wrong");
/// 確認を待っている登録
pub const REVIEW_TITLE: Key = Key("review-title");
/// 確認を待っている登録はありません。
pub const REVIEW_EMPTY: Key = Key("review-empty");
/// カードが新しくなりました
pub const REVIEW_REASON_CARD: Key = Key("review-reason-card");
/// 同じ人として認める
pub const REVIEW_SAME_PERSON: Key = Key("review-same-person");
/// 登録を認めない
pub const REVIEW_REFUSE: Key = Key("review-refuse");
/// 返金は、2人の係の人が確認します。
pub const REVIEW_TWO_STAFF: Key = Key("review-two-staff");
/// まちの外への引っ越し
pub const REFUND_CASE_MOVED: Key = Key("refund-case-moved");
/// 死亡
pub const REFUND_CASE_DEATH: Key = Key("refund-case-death");
/// サービスの終了
pub const REFUND_CASE_CLOSED: Key = Key("refund-case-closed");
/// 別の人として登録する
pub const REVIEW_OTHER_PERSON: Key = Key("review-other-person");
/// 新しいカードの人
pub const REVIEW_NEW_CARD: Key = Key("review-new-card");
/// 登録されている人
pub const REVIEW_KNOWN: Key = Key("review-known");
/// `$moment`から
pub const REVIEW_SINCE: Key = Key("review-since");
/// 受付番号：`$code`
pub const REVIEW_REFERENCE: Key = Key("review-reference");
/// 2つを見比べて、決めてください。
pub const REVIEW_LOOK: Key = Key("review-look");
/// 返金の確認
pub const REFUND_CASE_TITLE: Key = Key("refund-case-title");
/// 退会して返金する
pub const REFUND_CASE_START: Key = Key("refund-case-start");
/// 理由
pub const REFUND_CASE_REASON: Key = Key("refund-case-reason");
/// 返金できるのは、チャージした分だけです。
pub const REFUND_CASE_NOTE: Key = Key("refund-case-note");
/// 返金を記録する
pub const REFUND_CASE_RECORD_BUTTON: Key = Key("refund-case-record-button");
/// 記録しました。まだ返金していません。別の係の人が確認すると、退会します。
pub const REFUND_CASE_RECORDED: Key = Key("refund-case-recorded");
/// 確認を待っている返金はありません。
pub const REFUND_CASE_EMPTY: Key = Key("refund-case-empty");
/// 記録した人：`$name`（`$moment`）
pub const REFUND_CASE_RECORDED_BY: Key = Key("refund-case-recorded-by");
/// 自分で記録したものは、確認できません。
pub const REFUND_CASE_OWN: Key = Key("refund-case-own");
/// 返金を確認する
pub const REFUND_CASE_CONFIRM_BUTTON: Key = Key("refund-case-confirm-button");
/// この人の退会を決めますか
pub const REFUND_CASE_CONFIRM_QUESTION: Key = Key("refund-case-confirm-question");
/// チャージした残高を返します。ほかのポイントはなくなり、スマートフォンはすべて使えなくなります。取り消せません。
pub const REFUND_CASE_CONFIRM_HAPPENS: Key = Key("refund-case-confirm-happens");
/// 退会しました。`$amount`を返金してください。
pub const REFUND_CASE_DONE: Key = Key("refund-case-done");
/// 確認済み
pub const REFUND_CASE_CONFIRMED_TITLE: Key = Key("refund-case-confirmed-title");
/// 返金 `$amount`
pub const REFUND_CASE_PAID_BACK: Key = Key("refund-case-paid-back");
/// 確認して返金する人：`$name`（`$moment`）
pub const REFUND_CASE_CONFIRMED_BY: Key = Key("refund-case-confirmed-by");
/// 操作の記録
pub const AUDIT_TITLE: Key = Key("audit-title");
/// まだ記録はありません。
pub const AUDIT_EMPTY: Key = Key("audit-empty");
/// 個人の情報を見たことも、すべて記録されます。
pub const AUDIT_NOTE: Key = Key("audit-note");
/// 情報を見た
pub const AUDIT_ACT_READ: Key = Key("audit-act-read");
/// 登録・カード
pub const AUDIT_ACT_REGISTER: Key = Key("audit-act-register");
/// スマートフォン
pub const AUDIT_ACT_PHONE: Key = Key("audit-act-phone");
/// チャージ・付与
pub const AUDIT_ACT_MONEY: Key = Key("audit-act-money");
/// 返金・退会
pub const AUDIT_ACT_REFUND: Key = Key("audit-act-refund");
/// お店
pub const AUDIT_ACT_SHOP: Key = Key("audit-act-shop");
/// 職員
pub const AUDIT_ACT_STAFF: Key = Key("audit-act-staff");
/// そのほか
pub const AUDIT_ACT_OTHER: Key = Key("audit-act-other");
/// サーバーの管理者
pub const AUDIT_OPERATOR: Key = Key("audit-operator");
/// スマートフォンを止める
pub const COUNTER_STOP_PHONE: Key = Key("counter-stop-phone");
/// スマートフォンを止めました。残高はそのままです。
pub const COUNTER_STOP_PHONE_DONE: Key = Key("counter-stop-phone-done");
/// ビジターの登録コードを出す
pub const COUNTER_VISITOR_CODE: Key = Key("counter-visitor-code");
/// 紙のカード
pub const COUNTER_PRINTED_CARD: Key = Key("counter-printed-card");
/// 登録しているスマートフォン
pub const COUNTER_PHONES: Key = Key("counter-phones");
/// スマートフォンの登録はありません。
pub const COUNTER_PHONES_NONE: Key = Key("counter-phones-none");
/// `$day`に登録
pub const COUNTER_PHONE_SINCE: Key = Key("counter-phone-since");
/// 止めてあります
pub const COUNTER_PHONE_STOPPED: Key = Key("counter-phone-stopped");
/// 本人かどうかを確かめる
pub const COUNTER_PROOF: Key = Key("counter-proof");
/// 紙のカードの「`$code`」の番号
pub const COUNTER_GRID_ASK: Key = Key("counter-grid-ask");
/// 番号を確かめる
pub const COUNTER_GRID_BUTTON: Key = Key("counter-grid-button");
/// 番号は合っています。
pub const COUNTER_GRID_RIGHT: Key = Key("counter-grid-right");
/// 番号が違います。
pub const COUNTER_GRID_WRONG: Key = Key("counter-grid-wrong");
/// 番号の間違いが続いたため、このカードでは確かめられません。窓口で本人を確かめ、新しいカードを印刷してください。
pub const COUNTER_GRID_LOCKED: Key = Key("counter-grid-locked");
/// 止める
pub const COUNTER_STOP_BUTTON: Key = Key("counter-stop-button");
/// 「`$name`」を止めますか
pub const COUNTER_STOP_QUESTION: Key = Key("counter-stop-question");
/// このスマートフォンでは、もう払えなくなります。残高はなくなりません。もう一度使うには、登録し直します。
pub const COUNTER_STOP_HAPPENS: Key = Key("counter-stop-happens");
/// お店
pub const COUNTER_SHOPS_TITLE: Key = Key("counter-shops-title");
/// 店名・ふりがな・地区
pub const COUNTER_SHOPS_SEARCH: Key = Key("counter-shops-search");
/// お店のスマートフォンをつなぐ
pub const COUNTER_SHOP_PAIR: Key = Key("counter-shop-pair");
/// お店のスマートフォンで読み取ってください。7日以内に1回だけ使えます。
pub const COUNTER_SHOP_PAIR_NOTE: Key = Key("counter-shop-pair-note");
/// お店のスマートフォン
pub const COUNTER_SHOP_PHONES: Key = Key("counter-shop-phones");
/// つながっているスマートフォンはありません。
pub const COUNTER_SHOP_PHONES_NONE: Key = Key("counter-shop-phones-none");
/// `$moment`につなぎました
pub const COUNTER_SHOP_PHONE_SINCE: Key = Key("counter-shop-phone-since");
/// `$moment`に止めました
pub const COUNTER_SHOP_PHONE_STOPPED: Key = Key("counter-shop-phone-stopped");
/// なくしたスマートフォンは、ここで止めてください。止めたものは元に戻せません。新しいものは、新しいコードでつなぎます。
pub const COUNTER_SHOP_PHONE_STOP_NOTE: Key = Key("counter-shop-phone-stop-note");
/// このスマートフォンでは、もう受け取りも返金もできなくなります。元に戻せません。お店のほかのスマートフォンと、受け取ったポイントはそのままです。
pub const COUNTER_SHOP_PHONE_STOP_HAPPENS: Key = Key("counter-shop-phone-stop-happens");
/// スマートフォンを止めました。お店のほかのスマートフォンと、受け取ったポイントはそのままです。
pub const COUNTER_SHOP_PHONE_STOP_DONE: Key = Key("counter-shop-phone-stop-done");

/// All of this domain.
#[rustfmt::skip]
pub const ALL: &[Key] = &[
    STAFF_TITLE,
    STAFF_NAME,
    STAFF_PASSWORD,
    STAFF_SIGN_IN,
    STAFF_SIGN_IN_WRONG,
    STAFF_SIGN_OUT,
    STAFF_SIGNED_IN,
    STAFF_HOME,
    STAFF_SKIP,
    STAFF_PASSWORD_TITLE,
    STAFF_PASSWORD_OLD,
    STAFF_PASSWORD_OLD_WRONG,
    STAFF_PASSWORD_RULE,
    STAFF_PASSWORD_NEW,
    STAFF_PASSWORD_AGAIN,
    STAFF_PASSWORD_BUTTON,
    STAFF_PASSWORD_WEAK,
    STAFF_PASSWORD_DIFFERS,
    STAFF_FORM_OLD,
    STAFF_ROLE_TOWN_COUNTER,
    STAFF_ROLE_TOWN_CHILDREN,
    STAFF_ROLE_TOWN_PROGRAMMES,
    STAFF_ROLE_BODY_COUNTER,
    STAFF_ROLE_BODY_DESK,
    STAFF_ROLE_BODY_ACCOUNTS,
    COUNTER_REGISTER,
    COUNTER_REGISTER_WITH_PHONE,
    COUNTER_REGISTER_NO_PHONE,
    COUNTER_NAME,
    COUNTER_KANA,
    COUNTER_BIRTH_DATE,
    COUNTER_SEX,
    COUNTER_ADDRESS,
    COUNTER_TELEPHONE,
    COUNTER_CHECKED,
    COUNTER_REGISTER_BUTTON,
    COUNTER_PHONE_CODE,
    COUNTER_PRINT_CARD,
    COUNTER_CARD_NOTE,
    COUNTER_FIND_TITLE,
    COUNTER_FIND_BUTTON,
    COUNTER_FOUND,
    COUNTER_PHONE_QUESTION,
    COUNTER_SEX_FEMALE,
    COUNTER_SEX_MALE,
    COUNTER_SEX_UNSTATED,
    COUNTER_CHECKED_NOTE,
    COUNTER_KNOWN,
    COUNTER_KNOWN_SEE,
    COUNTER_OTHER_PERSON,
    COUNTER_OTHER_BUTTON,
    COUNTER_PHONE_CODE_TITLE,
    COUNTER_CODE_ONCE,
    COUNTER_CODE_MINUTES,
    COUNTER_PRINT_HINT,
    COUNTER_CARD_NUMBER,
    COUNTER_CARD_REPLACES,
    COUNTER_CODE_TWO,
    COUNTER_CODE_WAITS,
    COUNTER_CODE_WAITS_HOW,
    COUNTER_CODE_ASKED_BY,
    COUNTER_CODE_LOOK,
    COUNTER_CODE_CONFIRM_BUTTON,
    COUNTER_CODE_CONFIRMED,
    COUNTER_CODE_FOR_TWO,
    COUNTER_CODE_LIST_TITLE,
    COUNTER_CODE_LIST_EMPTY,
    COUNTER_CODE_SEE,
    COUNTER_CHARGE,
    COUNTER_FIND,
    COUNTER_FOUND_NONE,
    COUNTER_CHARGE_AMOUNT,
    COUNTER_CHARGE_CONFIRM,
    COUNTER_CHARGE_BUTTON,
    COUNTER_CHARGE_DONE,
    COUNTER_BALANCE,
    COUNTER_BALANCE_CHARGED,
    COUNTER_PERSON_TITLE,
    COUNTER_NO_NAME,
    COUNTER_LEFT,
    COUNTER_GRANT,
    COUNTER_GRANT_AMOUNT,
    COUNTER_PROGRAMME,
    COUNTER_GRANT_CONFIRM,
    COUNTER_GRANT_BUTTON,
    COUNTER_GRANT_DONE,
    COUNTER_RECEIPT_TITLE,
    COUNTER_USABLE_UNTIL,
    COUNTER_AGAIN,
    COUNTER_CHANGE,
    LEDGER_TITLE,
    LEDGER_SOUND,
    LEDGER_BROKEN,
    LEDGER_HEAD,
    LEDGER_UNSETTLED,
    LEDGER_HASH,
    LEDGER_WRITING,
    LEDGER_STANDBY,
    LEDGER_CLOCK,
    LEDGER_STOPPED,
    LEDGER_QUEUE,
    LEDGER_PROGRAMMES,
    LEDGER_ISSUED,
    LEDGER_UNUSED,
    LEDGER_ON_VOUCHERS,
    LEDGER_CHECK_BUTTON,
    LEDGER_CHECKING,
    LEDGER_NEVER_CHECKED,
    LEDGER_CHECKED_AT,
    LEDGER_WRONG,
    REVIEW_TITLE,
    REVIEW_EMPTY,
    REVIEW_REASON_CARD,
    REVIEW_SAME_PERSON,
    REVIEW_REFUSE,
    REVIEW_TWO_STAFF,
    REFUND_CASE_MOVED,
    REFUND_CASE_DEATH,
    REFUND_CASE_CLOSED,
    REVIEW_OTHER_PERSON,
    REVIEW_NEW_CARD,
    REVIEW_KNOWN,
    REVIEW_SINCE,
    REVIEW_REFERENCE,
    REVIEW_LOOK,
    REFUND_CASE_TITLE,
    REFUND_CASE_START,
    REFUND_CASE_REASON,
    REFUND_CASE_NOTE,
    REFUND_CASE_RECORD_BUTTON,
    REFUND_CASE_RECORDED,
    REFUND_CASE_EMPTY,
    REFUND_CASE_RECORDED_BY,
    REFUND_CASE_OWN,
    REFUND_CASE_CONFIRM_BUTTON,
    REFUND_CASE_CONFIRM_QUESTION,
    REFUND_CASE_CONFIRM_HAPPENS,
    REFUND_CASE_DONE,
    REFUND_CASE_CONFIRMED_TITLE,
    REFUND_CASE_PAID_BACK,
    REFUND_CASE_CONFIRMED_BY,
    AUDIT_TITLE,
    AUDIT_EMPTY,
    AUDIT_NOTE,
    AUDIT_ACT_READ,
    AUDIT_ACT_REGISTER,
    AUDIT_ACT_PHONE,
    AUDIT_ACT_MONEY,
    AUDIT_ACT_REFUND,
    AUDIT_ACT_SHOP,
    AUDIT_ACT_STAFF,
    AUDIT_ACT_OTHER,
    AUDIT_OPERATOR,
    COUNTER_STOP_PHONE,
    COUNTER_STOP_PHONE_DONE,
    COUNTER_VISITOR_CODE,
    COUNTER_PRINTED_CARD,
    COUNTER_PHONES,
    COUNTER_PHONES_NONE,
    COUNTER_PHONE_SINCE,
    COUNTER_PHONE_STOPPED,
    COUNTER_PROOF,
    COUNTER_GRID_ASK,
    COUNTER_GRID_BUTTON,
    COUNTER_GRID_RIGHT,
    COUNTER_GRID_WRONG,
    COUNTER_GRID_LOCKED,
    COUNTER_STOP_BUTTON,
    COUNTER_STOP_QUESTION,
    COUNTER_STOP_HAPPENS,
    COUNTER_SHOPS_TITLE,
    COUNTER_SHOPS_SEARCH,
    COUNTER_SHOP_PAIR,
    COUNTER_SHOP_PAIR_NOTE,
    COUNTER_SHOP_PHONES,
    COUNTER_SHOP_PHONES_NONE,
    COUNTER_SHOP_PHONE_SINCE,
    COUNTER_SHOP_PHONE_STOPPED,
    COUNTER_SHOP_PHONE_STOP_NOTE,
    COUNTER_SHOP_PHONE_STOP_HAPPENS,
    COUNTER_SHOP_PHONE_STOP_DONE,
];
