//! A phone's secure store in memory. Each has a secret of its own, so what one sealed no other opens.

use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};
use yui_app::{LogLevel, LogSink, PlatformError, SecureStore};

/// See the module.
pub struct TestSecureStore([u8; 32]);

impl TestSecureStore {
    /// The secure store of a new phone.
    #[must_use]
    pub fn new() -> Self {
        Self(rand::random())
    }

    fn hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut hash = Sha256::new_with_prefix(self.0);
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.finalize().into()
    }

    fn stream(&self, name: &str, data: &[u8]) -> Vec<u8> {
        let blocks = data.chunks(32).zip(0u32..);
        blocks
            .flat_map(|(block, n)| {
                let pad = self.hash(&[b"pad", name.as_bytes(), &n.to_be_bytes()]);
                block.iter().zip(pad).map(|(byte, pad)| byte ^ pad).collect::<Vec<_>>()
            })
            .collect()
    }
}

impl Default for TestSecureStore {
    fn default() -> Self {
        Self::new()
    }
}

impl SecureStore for TestSecureStore {
    fn seal(&self, name: String, plain: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        let body = self.stream(&name, &plain);
        Ok([self.hash(&[b"tag", name.as_bytes(), &body]).as_slice(), &body].concat())
    }

    fn unseal(&self, name: String, sealed: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        let (tag, body) = sealed.split_at_checked(32).ok_or(PlatformError::SealedElsewhere)?;
        if tag == self.hash(&[b"tag", name.as_bytes(), body]) {
            Ok(self.stream(&name, body))
        } else {
            Err(PlatformError::SealedElsewhere)
        }
    }
}

/// A log that a test reads.
#[derive(Default)]
pub struct TestLog(Mutex<Vec<String>>);

impl TestLog {
    /// The lines so far.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl LogSink for TestLog {
    fn line(&self, level: LogLevel, text: String) -> Result<(), PlatformError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{level:?} {text}"));
        Ok(())
    }
}
