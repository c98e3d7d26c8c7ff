//! The person's phones.

use yui_protocol::{Millis, Thumbprint, changes::Record, identity::DeviceRecord};
use yui_texts::{Args, keys};

use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    store::{Party, RecordKey, Unit, WritePoint},
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
        match self.hear_devices().await {
            Err(error) if !error.is_transient() => Err(error),
            _ => self.known_devices().await,
        }
    }

    /// Asks the server which phones there are, and keeps the answer.
    pub(crate) async fn hear_devices(&self) -> AppResult<()> {
        let _gate = self.sync_gate.lock().await;
        self.require(Party::Person).await?;
        let answer = self.session(Party::Person).get("/v1/identity/devices").await;
        let answer = self.unless_removed(Party::Person, answer).await?;
        let devices: Vec<DeviceRecord> = answer.json()?;
        self.write(WritePoint::Other, move |unit| {
            unit.drop_records(Party::Person, "device")?;
            devices
                .into_iter()
                .try_for_each(|device| apply(unit, Party::Person, &Record::Device(device)).map(drop))
        })
        .await
    }

    pub(crate) async fn remove_device(&self, id: Thumbprint) -> AppResult<Vec<DeviceView>> {
        self.require(Party::Person).await?;
        let answer = self.session(Party::Person).delete(&format!("/v1/identity/devices/{id}")).await;
        self.unless_removed(Party::Person, answer).await?;
        let now = self.time.now();
        self.write(WritePoint::Other, move |unit| removed(unit, id, now)).await?;
        self.notifier.changed([Topic::Devices]);
        self.devices().await
    }

    /// Her phones as they were last heard of, newest first.
    pub(crate) async fn known_devices(&self) -> AppResult<Vec<DeviceView>> {
        let own = self.own_phone().await?;
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

/// It is known to be removed also while the list cannot be asked for.
fn removed(unit: &Unit<'_>, id: Thumbprint, now: Millis) -> AppResult<()> {
    let key = RecordKey { party: Party::Person, kind: "device", id: &id.to_string() };
    let Some(known) = unit.record::<DeviceRecord>(key)? else { return Ok(()) };
    let revoked_at = known.value.revoked_at.or(Some(now));
    let device = DeviceRecord { revoked_at, ..known.value };
    apply(unit, Party::Person, &Record::Device(device)).map(drop)
}
