//! Random bytes: of ids, secrets, codes and nonces.

use ring::rand::{SecureRandom, SystemRandom};
use yui_protocol::ErrorCode;
use zeroize::Zeroizing;

/// Random bytes of the system: `internal` where it gives none.
pub fn random<const N: usize>() -> Result<[u8; N], ErrorCode> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).map_err(|_| ErrorCode::Internal)?;
    Ok(bytes)
}

/// Crockford's alphabet: no I, L, O, U, which are taken for digits or for one another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Random letters and digits that people read and type, five bits each; wiped when dropped.
pub fn letters<const N: usize>() -> Result<Zeroizing<[char; N]>, ErrorCode> {
    let bytes = Zeroizing::new(random::<N>()?);
    Ok(Zeroizing::new(bytes.map(|byte| char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]))))
}
