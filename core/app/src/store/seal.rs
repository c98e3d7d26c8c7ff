//! Sealing of single columns: ChaCha20-Poly1305 (RFC 8439) under a data key that lies in the file only as the
//! phone's secure store sealed it. The place a value lies in is authenticated, so values cannot be swapped.

use chacha20poly1305::{
    ChaCha20Poly1305, Key, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use rand::RngCore;
use rusqlite::{Connection, OptionalExtension};
use yui_protocol::ErrorCode;
use zeroize::Zeroizing;

use super::failed;
use crate::{
    error::{AppError, AppResult, PlatformError},
    platform::SecureStore,
};

/// Under which name the secure store knows the data key, and the row it lies in.
const DATA_KEY: &str = "yui/data-key/v1";

/// Length of the nonce before each sealed value.
const NONCE: usize = 12;

/// The data key in use.
pub(crate) struct Sealer(ChaCha20Poly1305);

impl Sealer {
    /// Opens the file's data key, or makes one for a new file: `storage_sealed` when another phone made it.
    pub(super) fn open(connection: &mut Connection, secure: &dyn SecureStore) -> AppResult<Self> {
        let transaction = connection.transaction().map_err(failed)?;
        let sealed: Option<Vec<u8>> = transaction
            .query_row("SELECT sealed FROM meta WHERE name = ?1", [DATA_KEY], |row| row.get(0))
            .optional()
            .map_err(failed)?;
        let key = if let Some(sealed) = sealed {
            Zeroizing::new(secure.unseal(DATA_KEY.to_owned(), sealed).map_err(not_opened)?)
        } else {
            let mut key = Zeroizing::new(vec![0; 32]);
            rand::rng().fill_bytes(&mut key);
            let sealed = secure.seal(DATA_KEY.to_owned(), key.to_vec())?;
            transaction
                .execute("INSERT INTO meta (name, sealed) VALUES (?1, ?2)", (DATA_KEY, sealed))
                .map_err(failed)?;
            key
        };
        transaction.commit().map_err(failed)?;
        if key.len() != 32 {
            return Err(ErrorCode::StorageSealed.into());
        }
        Ok(Self(ChaCha20Poly1305::new(Key::from_slice(&key))))
    }

    /// Seals a value for one place (`table/row`).
    pub(super) fn seal(&self, place: &str, plain: &[u8]) -> AppResult<Vec<u8>> {
        let mut nonce = [0; NONCE];
        rand::rng().fill_bytes(&mut nonce);
        let sealed = self
            .0
            .encrypt(Nonce::from_slice(&nonce), Payload { msg: plain, aad: place.as_bytes() })
            .map_err(|_| ErrorCode::StorageFailed)?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens what [`Self::seal`] made for the same place; anything else is `storage_failed`.
    pub(super) fn open_at(&self, place: &str, sealed: &[u8]) -> AppResult<Vec<u8>> {
        let (nonce, body) = sealed.split_at_checked(NONCE).ok_or(ErrorCode::StorageFailed)?;
        self.0
            .decrypt(Nonce::from_slice(nonce), Payload { msg: body, aad: place.as_bytes() })
            .map_err(|_| ErrorCode::StorageFailed.into())
    }
}

/// Another phone's, or its key is gone for good; anything else may work at the next start.
fn not_opened(error: PlatformError) -> AppError {
    match error {
        PlatformError::SealedElsewhere | PlatformError::KeyAbsent => ErrorCode::StorageSealed.into(),
        other => other.into(),
    }
}
