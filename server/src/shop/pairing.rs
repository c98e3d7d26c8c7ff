//! A shop's phone: staff print a pairing code, the phone's new key takes the shop's role with it, and staff can
//! revoke it again.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use yui_protocol::{
    Base64Url, ErrorCode, Millis, PublicKey, ShopId, Thumbprint,
    qr::{BearerSecret, PairingCode},
    shop::{PairAnswer, PairRequest},
};
use yui_store::{Party, Row, StoreError, Unit, UnitError};

use super::{Listed, ShopDraft, ShortId, directory, noted};
use crate::{
    identity::{KeyKind, Keys, RegisteredKey, signature},
    random::random,
    state::Yui,
};

/// How long a pairing code can be used: it is printed at the town's office and carried to the shop.
pub const PAIRING_LIFE: i64 = 7 * Millis::DAY;

/// A shop's phone, for staff.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ShopDevice {
    /// Its key.
    pub id: Thumbprint,
    /// What it is called among people.
    pub short_id: ShortId,
    /// Whose it is.
    pub shop: ShopId,
    /// When it was paired.
    pub paired_at: Millis,
    /// When it was revoked.
    pub revoked_at: Option<Millis>,
}

impl ShopDevice {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let id: Thumbprint = row.get::<String>("id")?.parse().map_err(|_| StoreError::Column("id"))?;
        Ok(Self {
            id,
            short_id: id.into(),
            shop: row.get("shop")?,
            paired_at: row.get("paired_at")?,
            revoked_at: row.get("revoked_at")?,
        })
    }
}

/// The secret is random over its whole length, so a plain hash hides it.
fn hash(secret: &[u8]) -> String {
    Base64Url::encode(&Sha256::new().chain_update(b"yui/pairing/v1").chain_update(secret).finalize())
}

fn registered(key: PublicKey, shop: ShopId) -> RegisteredKey {
    RegisteredKey::active(key, KeyKind::Shop, key.thumbprint(), Party::Shop(shop))
}

/// Puts the keys of all shop phones into memory, revoked ones too, so that they are told what they are.
pub async fn load(yui: &Yui) -> Result<(), StoreError> {
    let rows =
        yui.town.reader().sql("SELECT shop, public_key, revoked_at FROM shop_device").fetch_all().await?;
    for row in rows {
        let (key, shop) = (PublicKey(row.get("public_key")?), Party::Shop(row.get("shop")?));
        let revoked = row.get::<Option<i64>>("revoked_at")?.is_some();
        let known = if revoked { RegisteredKey::revoked } else { RegisteredKey::active };
        yui.keys.put(known(key, KeyKind::Shop, key.thumbprint(), shop));
    }
    Ok(())
}

/// Makes a pairing code, to be shown once: only a hash of it is kept. Refused: `shop_unknown`, `shop_closed`.
pub async fn make_code(yui: &Yui, staff: &str, shop: ShopId) -> Result<PairingCode, ErrorCode> {
    yui.shops.open(shop)?;
    let secret = BearerSecret::new(random()?);
    let (staff, secret_hash) = (staff.to_owned(), hash(secret.as_bytes()));
    yui.town_write(move |unit| Box::pin(async move { keep(unit, &staff, shop, &secret_hash).await })).await?;
    Ok(PairingCode { town: yui.config.town(), secret, shop })
}

/// Adds a shop together with a pairing code for its first phone: both or neither. `id` is made by who asks and kept:
/// the same shop under it again is the same shop, with a fresh code, as the lost one cannot be shown again; another is
/// `id_conflict`. Refused else as [`directory::put`].
pub async fn add_shop(
    yui: &Yui,
    staff: &str,
    id: ShopId,
    draft: ShopDraft,
) -> Result<(Arc<Listed>, PairingCode), ErrorCode> {
    draft.check(&yui.config.municipality)?;
    let secret = BearerSecret::new(random()?);
    let (staff, secret_hash) = (staff.to_owned(), hash(secret.as_bytes()));
    let added = directory::kept(yui, move |unit| {
        Box::pin(async move {
            let listed = directory::add(unit, &staff, id, draft).await?;
            keep(unit, &staff, listed.shop.id, &secret_hash).await?;
            Ok(listed)
        })
    });
    let listed = added.await?;
    let code = PairingCode { town: yui.config.town(), secret, shop: listed.shop.id };
    Ok((listed, code))
}

async fn keep(unit: &mut Unit, staff: &str, shop: ShopId, secret_hash: &str) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql(
        "INSERT INTO shop_pairing (secret_hash, shop, made_at, made_by, expires_at)
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(secret_hash)
    .bind(shop)
    .bind(now)
    .bind(staff)
    .bind(now.plus(PAIRING_LIFE))
    .execute()
    .await?;
    noted(unit, staff, "shop.pairing_made", shop);
    Ok(())
}

/// A phone takes the shop's role. The same phone may ask again with the same code and gets the same answer.
///
/// Refused: `signature_invalid`, `pairing_unknown`, `shop_closed`, `device_revoked` for a phone that was revoked,
/// `phone_taken` for a key that speaks for somebody else already.
pub async fn pair(yui: &Yui, request: PairRequest) -> Result<PairAnswer, ErrorCode> {
    let PairRequest { secret, key, signature: proof } = request;
    signature::check(&key, &PairRequest::signed_bytes(yui.config.town(), &secret.0), &proof)?;
    let id = key.thumbprint();
    let secret_hash = hash(&secret.0);
    let shop = yui
        .to_the_end(move |yui| async move {
            let used = yui.town_write({
                let yui = yui.clone();
                move |unit| {
                    Box::pin(async move {
                        let known = known(&yui.keys, &id)?;
                        use_code(unit, &secret_hash, &key, known).await
                    })
                }
            });
            let shop = used.await?;
            yui.keys.put(registered(key, shop));
            Ok(shop)
        })
        .await?;
    let listed = yui.shops.get(shop)?;
    Ok(PairAnswer { shop: listed.shop.clone(), device: id, server_time: yui.clock.now() })
}

/// For which shop this key speaks already: `phone_taken` when it is or was a resident's.
fn known(keys: &Keys, id: &Thumbprint) -> Result<Option<Party>, ErrorCode> {
    match keys.find(id) {
        Ok(known) if known.kind != KeyKind::Shop => Err(ErrorCode::PhoneTaken),
        Ok(known) => known.check_usable().map(|()| Some(known.party)),
        Err(ErrorCode::DeviceUnknown) => Ok(None),
        Err(_) => Err(ErrorCode::PhoneTaken),
    }
}

async fn use_code(
    unit: &mut Unit,
    secret_hash: &str,
    key: &PublicKey,
    known: Option<Party>,
) -> Result<ShopId, UnitError> {
    let (now, id) = (unit.now(), key.thumbprint().to_string());
    let row = unit
        .sql(
            "SELECT p.shop, p.expires_at, p.device, s.open
             FROM shop_pairing p JOIN shop s ON s.id = p.shop WHERE p.secret_hash = $1",
        )
        .bind(secret_hash)
        .fetch_optional()
        .await?
        .ok_or(ErrorCode::PairingUnknown)?;
    let shop: ShopId = row.get("shop")?;
    if known.is_some_and(|party| party != Party::Shop(shop)) {
        return Err(ErrorCode::PhoneTaken.into());
    }
    match row.get::<Option<String>>("device")? {
        Some(device) if device == id => return Ok(shop),
        Some(_) => return Err(ErrorCode::PairingUnknown.into()),
        None if row.get::<Millis>("expires_at")? < now => return Err(ErrorCode::PairingUnknown.into()),
        None if !row.get::<bool>("open")? => return Err(ErrorCode::ShopClosed.into()),
        None => {}
    }
    unit.sql("UPDATE shop_pairing SET device = $1, used_at = $2 WHERE secret_hash = $3")
        .bind(&id)
        .bind(now)
        .bind(secret_hash)
        .execute()
        .await?;
    unit.sql(
        "INSERT INTO shop_device (id, shop, public_key, paired_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO NOTHING",
    )
    .bind(&id)
    .bind(shop)
    .bind(key.0)
    .bind(now)
    .execute()
    .await?;
    unit.fact("shop.phone_paired", Some(Party::Shop(shop)));
    Ok(shop)
}

/// The phones of a shop, revoked ones included, oldest first. Refused: `shop_unknown`.
pub async fn devices(yui: &Yui, shop: ShopId) -> Result<Vec<ShopDevice>, ErrorCode> {
    yui.shops.get(shop)?;
    let text = "SELECT * FROM shop_device WHERE shop = $1 ORDER BY paired_at, id";
    let rows = yui.town.reader().sql(text).bind(shop).fetch_all().await;
    rows.and_then(|rows| rows.iter().map(ShopDevice::read).collect()).map_err(|error| error.code())
}

/// The one phone of all shops that is called so: `not_found`, also where two are, which chance does not bring about.
pub async fn find(yui: &Yui, short_id: ShortId) -> Result<Thumbprint, ErrorCode> {
    let rows = yui.town.reader().sql("SELECT * FROM shop_device").fetch_all().await;
    let all = rows.and_then(|rows| rows.iter().map(ShopDevice::read).collect::<Result<Vec<_>, _>>());
    let mut called = all.map_err(|error| error.code())?;
    called.retain(|device| device.short_id == short_id);
    match called[..] {
        [ShopDevice { id, .. }] => Ok(id),
        _ => Err(ErrorCode::NotFound),
    }
}

/// Revokes a shop's phone: its key is out at once, its streams end, and so do the pairing codes of its shop that nobody
/// used until then: whoever had the phone may have one. Refused: `not_found`. Again changes nothing.
pub async fn revoke(yui: &Yui, staff: &str, device: Thumbprint) -> Result<ShopDevice, ErrorCode> {
    let staff = staff.to_owned();
    yui.to_the_end(move |yui| async move {
        let mark =
            yui.town_write(move |unit| Box::pin(async move { mark_revoked(unit, &staff, device).await }));
        let revoked = mark.await?;
        yui.keys.revoke(&device);
        Ok(revoked)
    })
    .await
}

async fn mark_revoked(unit: &mut Unit, staff: &str, device: Thumbprint) -> Result<ShopDevice, UnitError> {
    let now = unit.now();
    let row = unit
        .sql(
            "UPDATE shop_device
             SET revoked_at = COALESCE(revoked_at, $1), revoked_by = COALESCE(revoked_by, $2)
             WHERE id = $3 RETURNING *",
        )
        .bind(now)
        .bind(staff)
        .bind(device.to_string())
        .fetch_optional()
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let revoked = ShopDevice::read(&row)?;
    end_codes(unit, revoked.shop, revoked.revoked_at.unwrap_or(now)).await?;
    noted(unit, staff, "shop.phone_revoked", revoked.shop);
    Ok(revoked)
}

/// Ends the codes of a shop that were made until `made` and not used.
pub(super) async fn end_codes(unit: &mut Unit, shop: ShopId, made: Millis) -> Result<(), UnitError> {
    let now = unit.now();
    unit.sql(
        "UPDATE shop_pairing SET expires_at = $1
         WHERE shop = $2 AND device IS NULL AND made_at <= $3 AND expires_at > $1",
    )
    .bind(now.plus(-1))
    .bind(shop)
    .bind(made)
    .execute()
    .await?;
    Ok(())
}
