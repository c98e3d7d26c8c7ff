//! One enum for everything that can go wrong, on the wire, across the FFI and in docs/error-codes.md.
//!
//! The server answers with `application/problem+json` (RFC 9457) whose member `code` is one of these words;
//! the phone raises the same enum for what it finds by itself. A code newer than the app is kept as it came.

use std::{borrow::Cow, num::NonZeroU32};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{schema, time::Millis};

/// What the program (not the person) may do after an error.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retry {
    /// The same request will fail again.
    Never,
    /// The same request with the same id may be sent again, after `Retry-After` where given.
    SameRequest,
    /// Something must be done first: another PIN, a step-up, a correct clock, a new code.
    AfterAction,
}

macro_rules! error_codes {
    ($($(#[doc = $doc:tt])+ $variant:ident = $text:literal, $status:literal, $retry:ident;)+) => {
        /// A stable, machine-readable reason. The person's words for it live in yui-texts under `error-<code>`.
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        pub enum ErrorCode {
            $($(#[doc = $doc])+ $variant,)+
            /// A code this program does not know yet, kept as it was written.
            Unknown(String),
        }

        impl ErrorCode {
            /// Every code this program knows, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(raw) => raw,
                }
            }

            /// The HTTP status the server sends it with; 0 where only a phone or terminal can raise it.
            #[must_use]
            pub fn status(&self) -> u16 {
                match self {
                    $(Self::$variant => $status,)+
                    Self::Unknown(_) => 500,
                }
            }

            /// What the program may do next.
            #[must_use]
            pub fn retry(&self) -> Retry {
                match self {
                    $(Self::$variant => Retry::$retry,)+
                    Self::Unknown(_) => Retry::Never,
                }
            }

            /// What it means, in one English sentence, for docs/error-codes.md.
            #[must_use]
            pub fn meaning(&self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($doc,)+),)+
                    Self::Unknown(_) => " A code of a newer version.",
                }
            }

            /// The code for a word; never fails.
            #[must_use]
            pub fn from_word(word: &str) -> Self {
                match word {
                    $($text => Self::$variant,)+
                    other => Self::Unknown(other.chars().take(64).collect()),
                }
            }
        }
    };
}

/// The one list of codes: hands each one's documentation, name, word, HTTP status and [`Retry`] to another macro, so
/// that whoever declares the codes once more (the border to Kotlin and Swift does) has no list of its own.
#[macro_export]
#[rustfmt::skip]
macro_rules! with_error_codes { ($declare:ident) => { $declare! {
    // --- any request
    /// The request, id or parameter cannot be read.
    MalformedRequest = "malformed_request", 400, Never;
    /// The request has a field this version does not know, or bytes that are not the one canonical form.
    NotCanonical = "not_canonical", 400, Never;
    /// The request is larger than the limit.
    TooLarge = "too_large", 413, Never;
    /// There is nothing here, or nothing that this caller may know of.
    NotFound = "not_found", 404, Never;
    /// This address does not take that method.
    MethodNotAllowed = "method_not_allowed", 405, Never;
    /// The body is of another media type than this address takes.
    UnsupportedMediaType = "unsupported_media_type", 415, Never;
    /// Too many requests from this wallet or network; wait for `Retry-After`.
    RateLimited = "rate_limited", 429, SameRequest;
    /// The server's queue is full; wait for `Retry-After`.
    Busy = "busy", 503, SameRequest;
    /// The store cannot be reached just now; whether the act happened is answered by asking again with its id.
    Unavailable = "unavailable", 503, SameRequest;
    /// The server took too long.
    Timeout = "timeout", 504, SameRequest;
    /// The request did not arrive whole in time; nothing was done.
    RequestTimeout = "request_timeout", 408, SameRequest;
    /// A fault of the server; nothing was done.
    Internal = "internal", 500, SameRequest;
    /// The sender's clock is too far from the server's; the problem carries `server_time`.
    ClockSkew = "clock_skew", 400, AfterAction;
    /// The server's clock was set, or cannot be believed: nothing is done until an operator has looked at it.
    ServerClock = "server_clock", 503, SameRequest;
    /// Entries of the ledger contradict each other or were altered: nothing is written until an operator has looked at
    /// it.
    LedgerStopped = "ledger_stopped", 503, SameRequest;
    /// The id was used before for another payload.
    IdConflict = "id_conflict", 409, Never;
    /// The id is not a UUIDv7.
    IdNotV7 = "id_not_v7", 400, Never;
    /// This version of the app is too old for the server. No server sends it yet; an app has to know it before one can.
    UpdateRequired = "update_required", 426, AfterAction;

    // --- who is asking
    /// No valid access token or session.
    Unauthenticated = "unauthenticated", 401, AfterAction;
    /// The access token has run out.
    TokenExpired = "token_expired", 401, AfterAction;
    /// The proof must be made again with the nonce in `DPoP-Nonce` (RFC 9449 §8).
    UseDpopNonce = "use_dpop_nonce", 401, SameRequest;
    /// The DPoP proof does not fit the request or was used before.
    DpopInvalid = "dpop_invalid", 401, AfterAction;
    /// The login assertion cannot be accepted (RFC 7523 §3).
    AssertionInvalid = "assertion_invalid", 401, AfterAction;
    /// This phone's key is not registered.
    DeviceUnknown = "device_unknown", 401, AfterAction;
    /// This phone was removed or reported lost.
    DeviceRevoked = "device_revoked", 401, AfterAction;
    /// This phone's key speaks for another wallet already; after signing out there, the phone registers with fresh keys.
    PhoneTaken = "phone_taken", 409, AfterAction;
    /// This person has as many phones as a person may have: one that is not used any more is removed first.
    TooManyPhones = "too_many_phones", 409, AfterAction;
    /// The caller's role does not allow this.
    Forbidden = "forbidden", 403, Never;
    /// A stronger proof is needed; the problem carries `required` (RFC 9470).
    StepUpRequired = "step_up_required", 401, AfterAction;
    /// A signature does not fit.
    SignatureInvalid = "signature_invalid", 400, Never;
    /// The signed command's `valid_until` has passed.
    CommandExpired = "command_expired", 400, AfterAction;
    /// The command or code belongs to another town.
    OtherTown = "other_town", 400, Never;
    /// The level of this person does not allow this.
    LevelTooLow = "level_too_low", 403, AfterAction;

    // --- identity and card certificates
    /// The nonce was not given by this server since it was started.
    NonceUnknown = "nonce_unknown", 400, AfterAction;
    /// The nonce was used before.
    NonceUsed = "nonce_used", 400, AfterAction;
    /// The nonce is older than five minutes.
    NonceExpired = "nonce_expired", 400, AfterAction;
    /// The signed statement is not the one asked for.
    StatementMismatch = "statement_mismatch", 400, Never;
    /// The certificate cannot be read.
    CertificateMalformed = "certificate_malformed", 400, Never;
    /// The certificate does not lead to a trusted root.
    CertificateUntrusted = "certificate_untrusted", 400, Never;
    /// The certificate has run out.
    CertificateExpired = "certificate_expired", 400, AfterAction;
    /// The certificate is not valid yet.
    CertificateNotYetValid = "certificate_not_yet_valid", 400, AfterAction;
    /// The certificate was revoked, as happens after moving house, a change of name, or loss.
    CertificateRevoked = "certificate_revoked", 400, AfterAction;
    /// The certificate's key usage or policy is not the one needed.
    CertificateWrongUsage = "certificate_wrong_usage", 400, Never;
    /// The certificate verifier cannot be reached.
    VerifierUnavailable = "verifier_unavailable", 503, SameRequest;
    /// The card is not the one this person registered with.
    WrongCard = "wrong_card", 403, AfterAction;
    /// A member of staff has to look at this registration first.
    UnderReview = "under_review", 409, AfterAction;
    /// As many registrations as may wait beside one person wait for staff, who have to decide about those first.
    TooManyReviews = "too_many_reviews", 409, AfterAction;
    /// This person has left the service.
    PersonLeft = "person_left", 403, AfterAction;
    /// The registration code sent by e-mail, or given at the counter, is wrong or has run out.
    RegistrationCodeWrong = "registration_code_wrong", 400, AfterAction;
    /// The code was printed for a person who had nothing, and by now she has value, a card or a phone: two members of
    /// staff print a new one.
    CodeOutlived = "code_outlived", 409, AfterAction;
    /// Who registered this person or gave her a code does not decide about her card: another member of staff does.
    OtherStaffNeeded = "other_staff_needed", 403, AfterAction;
    /// Another member of staff has confirmed this case, and pays back what is owed.
    PayBackConfirmed = "pay_back_confirmed", 409, Never;
    /// What was given as a mail address is none.
    MailInvalid = "mail_invalid", 400, AfterAction;
    /// This town sends no codes by mail; the counter gives one.
    MailNotOffered = "mail_not_offered", 501, AfterAction;
    /// The shop's pairing code is unknown, used or has run out.
    PairingUnknown = "pairing_unknown", 400, AfterAction;
    /// The last phone cannot be removed here; leave the service or report it lost instead.
    LastDevice = "last_device", 409, AfterAction;
    /// Charged value is still there: leaving needs a decision about paying it back.
    BalanceRemains = "balance_remains", 409, AfterAction;

    // --- the card in the hand
    /// The card left the reader before it was done.
    CardLost = "card_lost", 0, AfterAction;
    /// The card is no My Number card, or an old 住基カード.
    CardUnsupported = "card_unsupported", 0, AfterAction;
    /// The card answered something unexpected.
    CardFailed = "card_failed", 0, AfterAction;
    /// The PIN or password has the wrong length or characters; it was not sent to the card.
    PinFormat = "pin_format", 0, AfterAction;
    /// The PIN or password is wrong; the error carries the tries left.
    PinWrong = "pin_wrong", 0, AfterAction;
    /// One try is left: the person must say that she is sure.
    PinLastTry = "pin_last_try", 0, AfterAction;
    /// The PIN or password is blocked; only the municipal office can unblock it.
    PinBlocked = "pin_blocked", 0, AfterAction;
    /// The card has no certificate of the kind needed: a card without PIN, or of a child under 15.
    CertificateAbsent = "certificate_absent", 0, AfterAction;
    /// The card guard refused a file or command that the app must never use.
    CardForbidden = "card_forbidden", 0, Never;

    // --- the reader at a counter
    /// No card reader is there, or none of that name; or the computer's smart card service does not run.
    ReaderAbsent = "reader_absent", 0, AfterAction;
    /// Several readers could be meant: the one that is meant must be named.
    ReaderUndecided = "reader_undecided", 0, AfterAction;
    /// No card lies on the reader.
    CardAbsent = "card_absent", 0, AfterAction;
    /// Another program holds the card.
    CardInUse = "card_in_use", 0, AfterAction;

    // --- money
    /// The amount is zero, negative or too large to be an amount.
    AmountInvalid = "amount_invalid", 400, Never;
    /// The amount is above the limit for one payment.
    OverPaymentLimit = "over_payment_limit", 403, AfterAction;
    /// The payment would pass the limit of the day.
    OverDailyLimit = "over_daily_limit", 403, AfterAction;
    /// The balance would pass its cap.
    OverBalanceCap = "over_balance_cap", 403, AfterAction;
    /// There are not enough points that may be used here.
    InsufficientBalance = "insufficient_balance", 409, AfterAction;
    /// The wallet is closed.
    WalletClosed = "wallet_closed", 403, Never;
    /// There is no such shop.
    ShopUnknown = "shop_unknown", 404, Never;
    /// The shop does not take points any more.
    ShopClosed = "shop_closed", 403, Never;
    /// There is no such payment.
    PaymentUnknown = "payment_unknown", 404, Never;
    /// More would be given back than was paid.
    RefundTooLarge = "refund_too_large", 409, Never;
    /// The shop's unsettled balance does not cover the refund.
    RefundNotCovered = "refund_not_covered", 409, AfterAction;
    /// The one-time payment code was used before.
    CodeUsed = "code_used", 409, Never;
    /// The one-time payment code has run out.
    CodeExpired = "code_expired", 400, AfterAction;
    /// The amount is above what the one-time payment code allows.
    CodeOverCap = "code_over_cap", 403, AfterAction;
    /// The code would pass the rolling limit that needs a stronger proof; nothing was charged.
    CodeOverWindow = "code_over_window", 403, AfterAction;
    /// The one-time payment code was refused for its amount too often and is dead; nothing was charged.
    CodeBlocked = "code_blocked", 409, AfterAction;
    /// There is no such open hold.
    HoldUnknown = "hold_unknown", 404, Never;
    /// More would be taken out of a hold than is left in it.
    HoldExceeded = "hold_exceeded", 409, Never;
    /// The value set aside has run out.
    HoldExpired = "hold_expired", 409, Never;
    /// Value is still set aside by an open hold.
    HoldOpen = "hold_open", 409, AfterAction;
    /// There is no such order at a till.
    TillUnknown = "till_unknown", 404, Never;
    /// The till's order has run out.
    TillExpired = "till_expired", 400, AfterAction;
    /// The till's order was cancelled.
    TillCancelled = "till_cancelled", 409, Never;
    /// The till's order is paid already.
    TillPaid = "till_paid", 409, Never;
    /// The amount is not the one of the till's order.
    TillAmountDiffers = "till_amount_differs", 409, Never;
    /// There is no such voucher.
    VoucherUnknown = "voucher_unknown", 404, Never;
    /// The voucher was used before.
    VoucherUsed = "voucher_used", 409, Never;
    /// The voucher has run out.
    VoucherExpired = "voucher_expired", 400, Never;
    /// The voucher was withdrawn.
    VoucherCancelled = "voucher_cancelled", 409, Never;
    /// There is no such programme.
    ProgrammeUnknown = "programme_unknown", 404, Never;
    /// The programme gives value and sells none, so there is nothing of it to pay for beforehand.
    ProgrammeNotCharged = "programme_not_charged", 409, Never;
    /// The programme's budget is used up.
    ProgrammeBudget = "programme_budget", 409, Never;
    /// This person has had all that the programme gives to one person.
    ProgrammePersonCap = "programme_person_cap", 409, Never;
    /// The programme does not issue value at this time.
    ProgrammeClosed = "programme_closed", 403, Never;

    // --- codes that are scanned
    /// The code cannot be read.
    QrMalformed = "qr_malformed", 0, AfterAction;
    /// The code is longer than any of ours.
    QrTooLong = "qr_too_long", 0, Never;
    /// The code's checksum is wrong.
    QrChecksum = "qr_checksum", 0, AfterAction;
    /// The code belongs to another service.
    QrForeign = "qr_foreign", 0, Never;
    /// The code's version is newer than this app.
    QrVersion = "qr_version", 0, AfterAction;

    // --- the phone itself
    /// There is no network; nothing was sent.
    Offline = "offline", 0, SameRequest;
    /// It was sent but no answer came: it may have happened, and is asked for again with the same id.
    AnswerLost = "answer_lost", 0, SameRequest;
    /// It was sent but no answer came; no money moves by it, and asking again does nothing twice.
    ConnectionLost = "connection_lost", 0, SameRequest;
    /// The answer of the server cannot be read.
    AnswerMalformed = "answer_malformed", 0, SameRequest;
    /// Nobody is registered on this phone.
    NotRegistered = "not_registered", 0, AfterAction;
    /// This phone has no screen lock, so it has no key that proves its user.
    NoScreenLock = "no_screen_lock", 0, AfterAction;
    /// The person did not confirm with face, finger or screen lock.
    UserNotVerified = "user_not_verified", 0, AfterAction;
    /// The phone's clock went back; no code is made until the server has been asked.
    ClockWentBack = "clock_went_back", 0, AfterAction;
    /// A one-time code is still alive on this phone.
    CodeAlive = "code_alive", 0, AfterAction;
    /// The phone's store cannot be read or written.
    StorageFailed = "storage_failed", 0, AfterAction;
    /// The phone or server has no room left; nothing was kept.
    StorageFull = "storage_full", 507, AfterAction;
    /// The file is not a store of this program, or of a newer version.
    StorageForeign = "storage_foreign", 0, Never;
    /// The store was made on another phone and cannot be opened here.
    StorageSealed = "storage_sealed", 0, AfterAction;
    /// A service of the phone (key store, secure storage, clock) failed.
    PlatformFailed = "platform_failed", 0, AfterAction;
    /// The person cancelled.
    Cancelled = "cancelled", 0, AfterAction;
} } }

with_error_codes!(error_codes);

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for ErrorCode {}

impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ErrorCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<str>::deserialize(deserializer).map(|word| Self::from_word(&word))
    }
}

impl utoipa::PartialSchema for ErrorCode {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        schema::text("a code of docs/error-codes.md", "insufficient_balance")
    }
}

impl utoipa::ToSchema for ErrorCode {}

/// The body of every error answer (RFC 9457), without personal data.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Problem {
    /// `urn:yui:error:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The code's meaning in English, for people who read logs.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    pub code: ErrorCode,
    /// The id of this request, which the person can read out to staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// The server's time, with `clock_skew` and `command_expired`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server_time: Option<Millis>,
    /// The proof that is needed, with `step_up_required`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required: Option<crate::wallet::Assurance>,
    /// After how many seconds the request may be repeated, where the server says so; as in `Retry-After`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<u32>)]
    pub retry_after: Option<NonZeroU32>,
}

impl Problem {
    /// The problem for a code, with nothing optional.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self {
            kind: format!("urn:yui:error:{code}"),
            title: code.meaning().trim().to_owned(),
            status: code.status(),
            code,
            instance: None,
            server_time: None,
            required: None,
            retry_after: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_code_has_its_own_word_and_comes_back() {
        let words: HashSet<_> = ErrorCode::ALL.iter().map(ErrorCode::as_str).collect();
        assert_eq!(words.len(), ErrorCode::ALL.len());
        for code in ErrorCode::ALL {
            assert_eq!(&ErrorCode::from_word(code.as_str()), code);
            assert!(code.meaning().ends_with('.'), "{code}");
        }
    }

    #[test]
    fn a_code_newer_than_the_app_survives() {
        let code: Result<ErrorCode, _> = serde_json::from_str("\"moon_closed\"");
        let code = code.expect("any word is a code");
        assert_eq!(code, ErrorCode::Unknown("moon_closed".to_owned()));
        assert_eq!(serde_json::to_string(&code).expect("serialises"), "\"moon_closed\"");
    }
}
