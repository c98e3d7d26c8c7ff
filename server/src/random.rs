//! Random bytes: of ids, secrets, codes and nonces.

use ring::rand::{SecureRandom, SystemRandom};
use yui_protocol::ErrorCode;

/// Random bytes of the system: `internal` where it gives none.
pub fn random<const N: usize>() -> Result<[u8; N], ErrorCode> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).map_err(|_| ErrorCode::Internal)?;
    Ok(bytes)
}
