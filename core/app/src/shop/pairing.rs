//! How a phone becomes a shop's.

use std::sync::Arc;

use yui_protocol::{
    ErrorCode,
    qr::{Scanned, ShopCode},
    shop::{PairAnswer, PairRequest},
};

use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::KeyName,
    runtime,
    store::{Meta, PairedShop, Party, WritePoint},
    wallet::ShopView,
};

impl Core {
    pub(crate) async fn pair(self: &Arc<Self>, text: String) -> AppResult<ShopView> {
        let Scanned::Pairing(pairing) = self.scanned(&text)? else {
            return Err(ErrorCode::PairingUnknown.into());
        };
        let secret = pairing.secret.as_bytes().to_vec();
        // The same key each time: a lost answer is asked for again, and a wrong code costs no role.
        let answer = match self.ask_to_pair(&secret).await {
            // The shop took this phone's role away; the code gives it back to a new key.
            Err(error) if error.code() == &ErrorCode::DeviceRevoked => {
                self.keys.make(KeyName::Shop).await?;
                self.ask_to_pair(&secret).await?
            }
            answer => answer?,
        };
        let anchor = self.time.heard(answer.server_time);
        let view = ShopView::from(&answer.shop);
        let paired = PairedShop { shop: answer.shop, device: answer.device };
        let another = self
            .write(WritePoint::Other, move |unit| {
                let before: Option<PairedShop> = unit.meta(Meta::PairedShop)?;
                let another = before.is_none_or(|before| before.shop.id != paired.shop.id);
                if another {
                    unit.forget_party(Party::Shop)?;
                    unit.drop_meta(Meta::OpenTill)?;
                }
                unit.put_meta(Meta::Anchor, &anchor)?;
                unit.put_meta(Meta::PairedShop, &paired)?;
                Ok(another)
            })
            .await?;
        if another {
            self.receiving_is_over();
        }
        self.session(Party::Shop).forget().await;
        self.role_changed();
        let core = self.clone();
        runtime::start(async move {
            if let Err(error) = core.sync_feed(Party::Shop).await {
                core.log_failure("sync", &error);
            }
        });
        Ok(view)
    }

    async fn ask_to_pair(&self, secret: &[u8]) -> AppResult<PairAnswer> {
        let key = self.keys.public_or_make(KeyName::Shop).await?;
        let signed = PairRequest::signed_bytes(self.town, secret);
        let signature = self.keys.sign(KeyName::Shop, signed, String::new()).await?;
        self.api.pair(&PairRequest { secret: secret.to_vec().into(), key, signature }).await
    }

    pub(crate) async fn paired_shop(&self) -> AppResult<Option<PairedShop>> {
        self.read(|unit| unit.meta(Meta::PairedShop)).await
    }

    pub(crate) async fn required_shop(&self) -> AppResult<PairedShop> {
        self.paired_shop().await?.ok_or_else(|| ErrorCode::NotRegistered.into())
    }

    pub(crate) async fn unpair(&self) -> AppResult<()> {
        let _quiet = self.quiet().await;
        self.keys.remove(KeyName::Shop).await?;
        self.write(WritePoint::Other, |unit| {
            unit.forget_party(Party::Shop)?;
            unit.drop_meta(Meta::OpenTill)?;
            unit.drop_meta(Meta::PairedShop)
        })
        .await?;
        self.scrub().await?;
        self.session(Party::Shop).forget().await;
        self.role_changed();
        Ok(())
    }

    pub(crate) async fn poster_code(&self) -> AppResult<String> {
        let paired = self.required_shop().await?;
        Ok(self.shop_code(&paired).to_text()?)
    }

    /// The shop's own code, the one on its poster.
    pub(super) fn shop_code(&self, paired: &PairedShop) -> ShopCode {
        let town = self.known_municipality();
        let latin = town.as_ref().map_or("", |town| town.name_latin.as_str());
        ShopCode::of(self.town, latin, &paired.shop)
    }

    fn role_changed(&self) {
        self.roles_changed.notify_waiters();
        self.notifier.changed([Topic::Shop, Topic::Identity]);
    }
}
