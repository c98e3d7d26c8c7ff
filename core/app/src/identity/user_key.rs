//! Whether this phone proves its user: by the key that the server was given with a registration. One that was only made
//! here, for a registration that did not come to its end, proves nothing to anybody.

use yui_protocol::{PublicKey, Thumbprint};

use crate::{
    core::Core,
    error::AppResult,
    platform::KeyName,
    store::{Meta, Unit},
};

impl Core {
    /// Whether it does.
    pub(crate) async fn proves_user(&self) -> AppResult<bool> {
        let Some(key) = self.keys.public(KeyName::DeviceUv).await? else { return Ok(false) };
        let given: Option<Thumbprint> = self.read(|unit| unit.meta(Meta::UserKey)).await?;
        Ok(given == Some(key.thumbprint()))
    }
}

/// The server has it now. A registration without one leaves what there was.
pub(super) fn is_given(unit: &Unit<'_>, key: Option<PublicKey>) -> AppResult<()> {
    key.map_or(Ok(()), |key| unit.put_meta(Meta::UserKey, &key.thumbprint()))
}
