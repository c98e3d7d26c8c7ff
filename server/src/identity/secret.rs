//! The realm's one secret and what is made of it: keyed hashes under which cards, mail addresses and codes are
//! found again without being kept, and the seal of personal text that waits for its town.

use std::{fs, io, path::Path};

use ring::{
    aead::{self, Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey},
    hmac,
    rand::{SecureRandom, SystemRandom},
};
use yui_protocol::{Base64Url, ErrorCode};
use zeroize::Zeroizing;

/// The realm's secret: 32 bytes that live in a file of their own, apart from the database and its backups.
#[derive(Clone)]
pub struct RealmKey(Zeroizing<[u8; 32]>);

impl RealmKey {
    /// The secret with these bytes.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A fresh random secret.
    pub fn fresh() -> Result<Self, ErrorCode> {
        random().map(Self::new)
    }

    /// Reads the secret from its file; none when there is no file.
    pub fn load(path: &Path) -> io::Result<Option<Self>> {
        let bytes = match fs::read(path) {
            Ok(bytes) => Zeroizing::new(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let key: [u8; 32] = bytes.as_slice().try_into().map_err(|_| {
            io::Error::new(io::ErrorKind::InvalidData, "the realm's key file must hold 32 bytes")
        })?;
        Ok(Some(Self::new(key)))
    }

    /// Makes a fresh secret and its file (readable by its owner only), which must not be there yet.
    pub fn create(path: &Path) -> io::Result<Self> {
        let key = Self::fresh().map_err(|_| io::Error::other("no random numbers"))?;
        write_private(path, key.0.as_slice())?;
        Ok(key)
    }

    /// A keyed hash of `parts` under `domain`, as text for a column. Parts cannot flow into each other.
    #[must_use]
    pub fn hash(&self, domain: &str, parts: &[&[u8]]) -> String {
        Base64Url::encode(self.tag(domain, parts).as_ref())
    }

    /// The same as bytes.
    #[must_use]
    pub fn tag(&self, domain: &str, parts: &[&[u8]]) -> hmac::Tag {
        let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, self.0.as_slice()));
        for part in std::iter::once(&domain.as_bytes()).chain(parts) {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        context.sign()
    }

    /// Whether two secrets are equal, in a time that tells nothing about where they differ: their keyed hashes are
    /// compared instead of themselves.
    #[must_use]
    pub fn same(&self, one: &[u8], other: &[u8]) -> bool {
        let hash = |secret| self.tag("yui/compare/v1", &[secret]);
        hash(one).as_ref() == hash(other).as_ref()
    }

    /// Seals `text` so that only this realm opens it, and only under the same `about`.
    pub fn seal(&self, about: &str, text: &[u8]) -> Result<Vec<u8>, ErrorCode> {
        let nonce: [u8; aead::NONCE_LEN] = random()?;
        let mut sealed = text.to_vec();
        self.aead()?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(about.as_bytes()),
                &mut sealed,
            )
            .map_err(|_| ErrorCode::Internal)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what [`RealmKey::seal`] sealed; `internal` when it was altered or belongs to something else.
    pub fn open(&self, about: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, ErrorCode> {
        let (nonce, rest) = sealed.split_at_checked(aead::NONCE_LEN).ok_or(ErrorCode::Internal)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| ErrorCode::Internal)?;
        let mut text = Zeroizing::new(rest.to_vec());
        let length = self
            .aead()?
            .open_in_place(nonce, Aad::from(about.as_bytes()), &mut text)
            .map_err(|_| ErrorCode::Internal)?
            .len();
        text.truncate(length);
        Ok(text)
    }

    fn aead(&self) -> Result<LessSafeKey, ErrorCode> {
        let key = self.tag("yui/seal/v1", &[]);
        UnboundKey::new(&CHACHA20_POLY1305, key.as_ref())
            .map(LessSafeKey::new)
            .map_err(|_| ErrorCode::Internal)
    }
}

/// Never shows the secret.
impl std::fmt::Debug for RealmKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RealmKey(…)")
    }
}

/// Random bytes of the system.
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

fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    use io::Write;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sealed_text_opens_only_where_it_belongs() {
        let key = RealmKey::new([1; 32]);
        let sealed = key.seal("errand 7", "田中花子".as_bytes()).expect("seals");
        assert_eq!(key.open("errand 7", &sealed).expect("opens").as_slice(), "田中花子".as_bytes());
        assert!(key.open("errand 8", &sealed).is_err());
        assert!(RealmKey::new([2; 32]).open("errand 7", &sealed).is_err());
        let mut bent = sealed.clone();
        bent[20] ^= 1;
        assert!(key.open("errand 7", &bent).is_err());
        assert!(key.open("errand 7", &sealed[..5]).is_err());
        assert_ne!(sealed, key.seal("errand 7", "田中花子".as_bytes()).expect("seals"));
    }

    #[test]
    fn hashes_keep_domains_and_parts_apart() {
        let key = RealmKey::new([1; 32]);
        assert_eq!(key.hash("a", &[b"bc"]), key.hash("a", &[b"bc"]));
        assert_ne!(key.hash("a", &[b"bc"]), key.hash("a", &[b"b", b"c"]));
        assert_ne!(key.hash("a", &[b"bc"]), key.hash("ab", &[b"c"]));
        assert_ne!(key.hash("a", &[b"bc"]), RealmKey::new([2; 32]).hash("a", &[b"bc"]));
    }

    #[test]
    fn the_key_file_is_made_once_and_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("realm.key");
        assert!(RealmKey::load(&path).expect("read").is_none());
        let first = RealmKey::create(&path).expect("made");
        let second = RealmKey::load(&path).expect("read").expect("there");
        assert_eq!(first.hash("a", &[]), second.hash("a", &[]));
        assert!(RealmKey::create(&path).is_err(), "a key is never written over");
        fs::write(&path, b"short").expect("writes");
        assert!(RealmKey::load(&path).is_err());
    }
}
