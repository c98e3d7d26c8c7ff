//! Shops: who takes points, the phones that speak for them, their tills, and paying their takings out.
//!
//! What a shop may know of a payment is amount, time and receipt number; nothing here leads from one to a payer.

pub(crate) mod data;
pub mod directory;
mod draft;
mod memory;
pub mod pairing;
pub mod poster;
pub mod routes;
pub mod settle;
mod short_id;
pub mod till;
mod till_ids;

pub use draft::ShopDraft;
pub use memory::{Listed, PAGE, Shops};
pub use short_id::ShortId;
pub use till_ids::TillIds;

use yui_protocol::ShopId;
use yui_store::{Party, StoreError, Unit};

use crate::state::Yui;

/// Reads shops, the keys of their phones and what their tills did lately into memory, at start.
pub async fn load(yui: &Yui) -> Result<(), StoreError> {
    directory::load(&yui.shops, yui.town.reader()).await?;
    yui.till_ids.load(yui.town.reader(), yui.clock.now()).await?;
    pairing::load(yui).await
}

/// Notes an act of staff about a shop: who did it, and that it happened to this shop.
fn noted(unit: &mut Unit, staff: &str, action: &str, shop: ShopId) {
    unit.audit(staff, action, None);
    unit.fact(action, Some(Party::Shop(shop)));
}
