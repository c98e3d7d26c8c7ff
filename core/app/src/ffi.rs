//! How the contract's own types cross the FFI: ids, codes and days as text, amounts and instants as integers,
//! enums as enums. A text that is no id raises `malformed_request`, never a panic.

use chrono::NaiveDate;
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, ShopId, Thumbprint, TillId,
    identity::{EnrolPurpose, Level},
    shop::TillState,
    wallet::{Assurance, EntryKind, EntryState, LotKind},
};

use crate::AppError;

fn refused(_: impl std::fmt::Debug) -> uniffi::deps::anyhow::Error {
    AppError::from(ErrorCode::MalformedRequest).into()
}

/// Every code that a call can fail with in this version, as it crosses: for a host's tests that it has a place
/// for each. A newer server's code can be another one.
#[uniffi::export]
#[must_use]
pub fn error_codes() -> Vec<String> {
    ErrorCode::ALL.iter().map(|code| code.as_str().to_owned()).collect()
}

uniffi::custom_type!(ErrorCode, String, {
    remote,
    lower: |code| code.as_str().to_owned(),
    try_lift: |word| Ok(ErrorCode::from_word(&word)),
});
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
