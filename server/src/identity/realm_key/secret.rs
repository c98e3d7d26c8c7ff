//! The realm's one secret and what is made of it: keyed hashes under which cards, mail addresses and codes are
//! found again without being kept, and the seal of personal text that waits for its town.

use ring::{
    aead::{self, Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey},
    hmac,
};
use yui_protocol::{Base64Url, ErrorCode};
use zeroize::Zeroizing;

use crate::random::random;

/// The realm's secret: 32 bytes that live in a file of their own, apart from the database and its backups.
#[derive(Clone)]
pub struct RealmKey(pub(super) Zeroizing<[u8; 32]>);

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
}
