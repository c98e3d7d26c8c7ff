//! How the contract's own types cross the FFI: ids and days as text, amounts and instants as integers, enums as
//! enums. A text that is no id raises `malformed_request`, never a panic.

use chrono::NaiveDate;
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, ShopId, Thumbprint, TillId,
    identity::{EnrolPurpose, Level},
    shop::TillState,
    wallet::{Assurance, EntryKind, EntryState, LotKind},
};
use yui_texts::Lang;

use crate::{
    AppError,
    view::{ErrorView, Words},
};

fn refused(_: impl std::fmt::Debug) -> uniffi::deps::anyhow::Error {
    AppError::from(ErrorCode::MalformedRequest).into()
}

macro_rules! remote_error_code {
    ($($(#[doc = $doc:tt])+ $variant:ident = $word:literal, $status:literal, $retry:ident;)+) => {
        /// A stable reason, the same as on the wire. What a person reads of it is `YuiApp::explain`.
        #[uniffi::remote(Enum)]
        pub enum ErrorCode {
            $($(#[doc = $doc])+ $variant,)+
            /// A code newer than this app, as the server wrote it.
            Unknown(String),
        }
    };
}

yui_protocol::with_error_codes!(remote_error_code);

/// Every code that this version knows, in the order of docs/error-codes.md.
#[uniffi::export]
#[must_use]
pub fn error_codes() -> Vec<ErrorCode> {
    ErrorCode::ALL.to_vec()
}

/// A code as it stands on the wire and in docs/error-codes.md.
#[uniffi::export]
#[must_use]
#[expect(clippy::needless_pass_by_value, reason = "what crosses the FFI crosses by value")]
pub fn error_code_text(code: ErrorCode) -> String {
    code.as_str().to_owned()
}

/// An error as a person reads it where there is no app to ask, because it did not open: see `YuiApp::explain`.
/// `language` is a BCP 47 tag, such as the one in `AppConfig`; the words are Japanese where there are none in it.
/// Refuses nothing, and answers at once on the caller's thread.
#[uniffi::export]
#[must_use]
#[expect(clippy::needless_pass_by_value, reason = "what crosses the FFI crosses by value")]
pub fn explain_error(language: String, error: AppError) -> ErrorView {
    Words(Lang::from_tag(&language).unwrap_or_default()).error(&error)
}

uniffi::custom_type!(CommandId, String, {
    remote,
    lower: |id| format!("{id}"),
    try_lift: |text| text.parse().map_err(refused),
});
uniffi::custom_type!(TillId, String, {
    remote,
    lower: |id| format!("{id}"),
    try_lift: |text| text.parse().map_err(refused),
});
uniffi::custom_type!(ShopId, String, {
    remote,
    lower: |id| format!("{id}"),
    try_lift: |text| text.parse().map_err(refused),
});
uniffi::custom_type!(Thumbprint, String, {
    remote,
    lower: |id| format!("{id}"),
    try_lift: |text| text.parse().map_err(refused),
});
uniffi::custom_type!(NaiveDate, String, {
    remote,
    lower: |day| format!("{day}"),
    try_lift: |text| text.parse().map_err(refused),
});
uniffi::custom_type!(Points, i64, {
    remote,
    lower: |points| points.0,
    try_lift: |points| Ok(Points(points)),
});
uniffi::custom_type!(Millis, i64, {
    remote,
    lower: |at| at.0,
    try_lift: |at| Ok(Millis(at)),
});

#[uniffi::remote(Enum)]
pub enum Level {
    Guest,
    Visitor,
    CardHolder,
    Verified,
    VerifiedElsewhere,
}

#[uniffi::remote(Enum)]
pub enum EnrolPurpose {
    Register,
    AddDevice,
    ReplaceLost,
    RenewUserKey,
}

#[uniffi::remote(Enum)]
pub enum TillState {
    Open,
    Paid,
    Cancelled,
    Expired,
}

#[uniffi::remote(Enum)]
pub enum Assurance {
    Device,
    DeviceUv,
    DeviceUvCard,
}

#[uniffi::remote(Enum)]
pub enum LotKind {
    Charged,
    Granted,
    Coupon,
    Reward,
}

#[uniffi::remote(Enum)]
pub enum EntryKind {
    Charge,
    Grant,
    Payment,
    Refund,
    Expiry,
    Hold,
    Capture,
    Release,
    Settlement,
    Closure,
}

#[uniffi::remote(Enum)]
pub enum EntryState {
    Pending,
    Refused,
    Done,
    Paid,
    PartlyRefunded,
    Refunded,
}

#[cfg(test)]
mod tests {
    use uniffi::{Lift, Lower};

    use super::*;
    use crate::UniFfiTag;

    #[test]
    fn every_code_crosses_and_comes_back_a_newer_one_as_it_was_written() {
        let newer = ErrorCode::Unknown("moon_closed".to_owned());
        for code in ErrorCode::ALL.iter().chain([&newer]) {
            let crossed = <ErrorCode as Lower<UniFfiTag>>::lower(code.clone());
            let back = <ErrorCode as Lift<UniFfiTag>>::try_lift(crossed);
            assert_eq!(back.ok().as_ref(), Some(code));
        }
    }
}
