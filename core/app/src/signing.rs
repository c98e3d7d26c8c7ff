//! Signatures by the phone's keys, in the one form that travels.

use std::sync::Arc;

use yui_protocol::{ErrorCode, PublicKey, Signature};

use crate::{
    error::{AppResult, PlatformError},
    platform::{DeviceKeys, KeyName},
    runtime,
};

/// The phone's keys, called where waiting harms no one.
#[derive(Clone)]
pub(crate) struct Keys(Arc<dyn DeviceKeys>);

impl Keys {
    pub(crate) fn new(keys: Arc<dyn DeviceKeys>) -> Self {
        Self(keys)
    }

    /// The public key, or none.
    pub(crate) async fn public(&self, name: KeyName) -> AppResult<Option<PublicKey>> {
        let keys = self.0.clone();
        runtime::blocking(move || keys.public_key(name)?.map(|bytes| public(&bytes)).transpose()).await
    }

    /// The public key, made now when there is none yet.
    pub(crate) async fn public_or_make(&self, name: KeyName) -> AppResult<PublicKey> {
        let keys = self.0.clone();
        runtime::blocking(move || match keys.public_key(name)? {
            Some(bytes) => public(&bytes),
            None => public(&keys.make(name)?),
        })
        .await
    }

    /// A new key in place of an older one.
    pub(crate) async fn make(&self, name: KeyName) -> AppResult<PublicKey> {
        let keys = self.0.clone();
        runtime::blocking(move || public(&keys.make(name)?)).await
    }

    /// A signature over `data`; `prompt` is what the system's window says.
    pub(crate) async fn sign(&self, name: KeyName, data: Vec<u8>, prompt: String) -> AppResult<Signature> {
        let keys = self.0.clone();
        runtime::blocking(move || match keys.sign(name, data, prompt) {
            Ok(signature) => fixed(&signature),
            Err(PlatformError::KeyAbsent) => Err(absent(name).into()),
            Err(error) => Err(error.into()),
        })
        .await
    }

    /// The platform's attestation of a key.
    pub(crate) async fn attest(&self, name: KeyName, challenge: Vec<u8>) -> AppResult<Vec<u8>> {
        let keys = self.0.clone();
        runtime::blocking(move || Ok(keys.attest(name, challenge)?)).await
    }

    /// Removes a key.
    pub(crate) async fn remove(&self, name: KeyName) -> AppResult<()> {
        let keys = self.0.clone();
        runtime::blocking(move || Ok(keys.remove(name)?)).await
    }
}

/// What a missing key means: the one that proves the user goes with the screen lock (or a new finger), the others
/// with the registration.
pub(crate) fn absent(key: KeyName) -> ErrorCode {
    if key == KeyName::DeviceUv { ErrorCode::NoScreenLock } else { ErrorCode::NotRegistered }
}

fn public(bytes: &[u8]) -> AppResult<PublicKey> {
    Ok(PublicKey::try_from(bytes).map_err(|_| ErrorCode::PlatformFailed)?)
}

/// `r ‖ s`, whichever of its two forms the key store writes.
pub(crate) fn fixed(signature: &[u8]) -> AppResult<Signature> {
    if let Ok(fixed) = Signature::try_from(signature) {
        return Ok(fixed);
    }
    let der = p256::ecdsa::Signature::from_der(signature).map_err(|_| ErrorCode::PlatformFailed)?;
    Ok(Signature(der.to_bytes().into()))
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{Signature as Ecdsa, SigningKey, signature::Signer};

    use super::*;

    #[test]
    fn both_forms_of_a_signature_are_one() {
        let key = SigningKey::from_slice(&[7; 32]).expect("a scalar");
        for n in 0..64u8 {
            let signature: Ecdsa = key.sign(&[n]);
            let raw = fixed(&signature.to_bytes()).expect("r and s");
            assert_eq!(fixed(signature.to_der().as_bytes()), Ok(raw));
        }
        assert_eq!(fixed(&[0x30, 0x02]).map_err(|e| e.code().clone()), Err(ErrorCode::PlatformFailed));
    }
}
