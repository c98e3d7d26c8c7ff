//! What of each programme's value is still out: in wallets, and on vouchers that nobody used yet.

use yui_protocol::{ErrorCode, Points, municipality::Programme};

use crate::{state::Yui, wallet::voucher};

/// The sums of a programme.
#[derive(Clone, Debug)]
pub struct Outstanding {
    /// Which.
    pub programme: Programme,
    /// Issued in all.
    pub issued: Points,
    /// In people's hands.
    pub unused: Points,
    /// On vouchers that can still be used.
    pub on_vouchers: Points,
}

/// Of every programme of the town, as the writer knows them at one moment.
pub async fn by_programme(yui: &Yui) -> Result<Vec<Outstanding>, ErrorCode> {
    let programmes = yui.config.municipality.programmes.clone();
    yui.town_write(move |unit| {
        Box::pin(async move {
            let mut sums = Vec::with_capacity(programmes.len());
            for programme in programmes {
                let on_vouchers = voucher::promised(unit, &programme.id).await?;
                let book = unit.ledger().programme(&programme.id);
                let (issued, unused) = (book.issued, book.outstanding);
                sums.push(Outstanding { programme, issued, unused, on_vouchers });
            }
            Ok(sums)
        })
    })
    .await
}
