//! The person's phones.

use yui_protocol::{Millis, Thumbprint, changes::Record, identity::DeviceRecord};
use yui_texts::{Args, keys};

use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::KeyName,
    store::{Party, WritePoint},
    sync::apply,
    view::Text,
};

/// One of the person's phones.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct DeviceView {
    /// Its id.
    pub id: Thumbprint,
    /// What the person calls it.
    pub name: String,
    /// Whether it is this one.
    pub this_phone: bool,
    /// When it was added.
    pub added_at: Millis,
    /// Whether it proves its user.
    pub proves_user: bool,
    /// Whether it was removed or reported lost.
    pub revoked: bool,
    /// "Added on …".
    pub added_text: Text,
    /// "Last used on …", or that it was removed.
    pub state_text: Text,
}

impl Core {
    pub(crate) async fn devices(&self) -> AppResult<Vec<DeviceView>> {
        let gate = self.sync_gate.lock().await;
        self.require(Party::Person).await?;
        match self.session(Party::Person).get("/v1/identity/devices").await {
            Ok(answer) => {
                let devices: Vec<DeviceRecord> = answer.json()?;
                self.write(WritePoint::Other, move |unit| {
                    unit.drop_records(Party::Person, "device")?;
                    devices
                        .into_iter()
                        .try_for_each(|device| apply(unit, Party::Person, &Record::Device(device)).map(drop))
                })
                .await?;
            }
            Err(error) if error.is_transient() => {}
            Err(error) => return Err(error),
        }
        drop(gate);
        self.known_devices().await
    }

    pub(crate) async fn remove_device(&self, id: Thumbprint) -> AppResult<Vec<DeviceView>> {
        self.require(Party::Person).await?;
        self.session(Party::Person).delete(&format!("/v1/identity/devices/{id}")).await?;
        self.notifier.changed([Topic::Devices]);
        self.devices().await
    }

    async fn known_devices(&self) -> AppResult<Vec<DeviceView>> {
        let own = self.keys.public(KeyName::Device).await?.map(|key| key.thumbprint());
        let words = self.words();
        let devices: Vec<DeviceRecord> = self.read(|unit| unit.all_records(Party::Person, "device")).await?;
        Ok(devices
            .into_iter()
            .map(|device| DeviceView {
                id: device.id,
                this_phone: Some(device.id) == own,
                added_at: device.added_at,
                proves_user: device.proves_user,
                revoked: device.revoked_at.is_some(),
                added_text: words
                    .get(keys::identity::PHONE_ADDED, &Args::new().day("day", device.added_at.day_jst())),
                state_text: match device.revoked_at {
                    Some(_) => words.of(keys::identity::PHONE_REMOVED),
                    None => words.get(keys::identity::PHONE_SEEN, &Args::new().day("day", device.seen_day)),
                },
                name: device.name,
            })
            .collect())
    }
}
