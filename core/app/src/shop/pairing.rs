//! How a phone becomes a shop's.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use yui_protocol::{
    ErrorCode, Thumbprint,
    qr::{Merchant, Scanned, ShopCode},
    shop::{PairRequest, Shop},
};

use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::KeyName,
    runtime,
    store::{Book, Meta, WritePoint},
    wallet::ShopView,
};

/// The shop this phone speaks for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct PairedShop {
    /// The shop.
    pub(crate) shop: Shop,
    /// The key that speaks for it.
    pub(crate) device: Thumbprint,
}

impl Core {
    pub(crate) async fn pair(self: &Arc<Self>, text: String) -> AppResult<ShopView> {
        let Scanned::Pairing(pairing) = self.scanned(&text)? else {
            return Err(ErrorCode::PairingUnknown.into());
        };
        let secret = pairing.secret.as_bytes().to_vec();
        // A lost answer is asked for again with the same key; only a phone that is paired starts afresh.
        let key = match self.paired_shop().await? {
            Some(_) => self.keys.make(KeyName::Shop).await?,
            None => self.keys.public_or_make(KeyName::Shop).await?,
        };
        let signature = self
            .keys
            .sign(KeyName::Shop, PairRequest::signed_bytes(self.town, &secret), String::new())
            .await?;
        let answer = self.api.pair(&PairRequest { secret: secret.into(), key, signature }).await?;
        let anchor = self.time.heard(answer.server_time);
        let view = ShopView::from(&answer.shop);
        let paired = PairedShop { shop: answer.shop, device: answer.device };
        self.write(WritePoint::Other, move |unit| {
            unit.forget_book(Book::Shop)?;
            unit.put_meta(Meta::Anchor, &anchor)?;
            unit.put_meta(Meta::PairedShop, &paired)
        })
        .await?;
        self.session(Book::Shop).forget().await;
        self.role_changed();
        let core = self.clone();
        runtime::start(async move {
            if let Err(error) = core.sync_book(Book::Shop).await {
                core.log_failure("sync", &error);
            }
        });
        Ok(view)
    }

    pub(crate) async fn paired_shop(&self) -> AppResult<Option<PairedShop>> {
        self.read(|unit| unit.meta(Meta::PairedShop)).await
    }

    pub(crate) async fn required_shop(&self) -> AppResult<PairedShop> {
        self.paired_shop().await?.ok_or_else(|| ErrorCode::NotRegistered.into())
    }

    pub(crate) async fn unpair(&self) -> AppResult<()> {
        self.keys.remove(KeyName::Shop).await?;
        self.write(WritePoint::Other, |unit| {
            unit.forget_book(Book::Shop)?;
            unit.drop_meta(Meta::PairedShop)
        })
        .await?;
        self.session(Book::Shop).forget().await;
        self.role_changed();
        Ok(())
    }

    pub(crate) async fn poster_code(&self) -> AppResult<String> {
        let paired = self.required_shop().await?;
        let merchant = self.merchant(&paired.shop);
        Ok(ShopCode { town: self.town, shop: paired.shop.id, merchant }.to_text()?)
    }

    /// What a code says about the shop for people and for other readers of codes.
    pub(super) fn merchant(&self, shop: &Shop) -> Merchant {
        let city = self.known_municipality().map_or_else(String::new, |town| town.name_latin.clone());
        let city: String = city.chars().filter(char::is_ascii_graphic).take(15).collect();
        Merchant {
            name: shop.name.clone(),
            city: if city.is_empty() { self.town.to_string() } else { city },
            postal_code: NO_POSTAL_CODE.to_owned(),
        }
    }

    fn role_changed(&self) {
        self.roles_changed.notify_waiters();
        self.notifier.changed([Topic::Shop, Topic::Identity]);
    }
}

/// The directory has no postal codes; the field must be there (EMV QRCPS merchant-presented, tag 61 with 7 digits in Japan).
const NO_POSTAL_CODE: &str = "0000000";
