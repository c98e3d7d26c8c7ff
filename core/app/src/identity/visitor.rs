//! A wallet for a visitor, who proves an e-mail address or a code from the counter.

use std::sync::Arc;

use yui_protocol::{
    Base64Url, ErrorCode,
    identity::{EnrolPurpose, NO_CARD, VisitorRequest},
};

use super::{
    statement::{Keyring, device_name},
    view::RegistrationView,
};
use crate::{core::Core, error::AppResult, platform::KeyName, store::Party};

impl Core {
    pub(crate) async fn register_visitor(
        self: &Arc<Self>,
        code: String,
        name: String,
    ) -> AppResult<RegistrationView> {
        let device_name = device_name(&name)?;
        let purpose = EnrolPurpose::Register;
        let nonce = self.enrol_nonce().await?;
        self.drop_dead_keys().await?;
        // A code brings no key for large amounts; that one comes with the card, and stays hers if she has it or staff
        // are looking at it.
        if !self.has_asked().await? {
            self.keys.remove(KeyName::DeviceUv).await?;
        }
        let keyring = Keyring { device: self.keys.public_or_make(KeyName::Device).await?, device_uv: None };
        let payload = self.statement(purpose, &nonce, keyring, NO_CARD);
        let device = self.enrol_key(KeyName::Device, keyring.device, &payload, &nonce).await?;
        let request = VisitorRequest {
            code: code.trim().to_owned(),
            statement: Base64Url(payload),
            device,
            device_name,
        };
        match self.unless_removed(Party::Person, self.api.visitor(&request).await).await {
            // A code is good once. When the answer to it was lost, the key it registered can log in.
            Err(error) if error.code() == &ErrorCode::RegistrationCodeWrong => match self.take_up().await {
                Ok(()) => self.registered(None).await,
                Err(_) => Err(error),
            },
            answer => self.enrolled(answer?, None, None).await,
        }
    }
}
