//! Charging with a one-time voucher.

use std::sync::Arc;

use yui_protocol::{
    ErrorCode, Points,
    command::{Act, RedeemVoucher},
    qr::Scanned,
    wallet::EntryKind,
};

use super::view::EntryView;
use crate::{
    core::Core,
    error::AppResult,
    platform::KeyName,
    store::{About, Party},
};

impl Core {
    pub(crate) async fn redeem_voucher(self: &Arc<Self>, text: String) -> AppResult<EntryView> {
        self.require(Party::Person).await?;
        let Scanned::Voucher(code) = self.scanned(&text)? else {
            return Err(ErrorCode::VoucherUnknown.into());
        };
        let act = Act::RedeemVoucher(RedeemVoucher { secret: code.secret.as_bytes().to_vec() });
        // How much it is worth, only the server knows.
        let about = About::new("redeem_voucher", Some(EntryKind::Charge), Points::ZERO);
        let row = self.draft(self.new_id(), act, KeyName::Device, false, about);
        let (id, outcome) = self.submit(row, None).await?;
        self.line(Party::Person, id, outcome).await
    }
}
