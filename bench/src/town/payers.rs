//! A resident's phone, as far as a server sees it: a key and what it signs.

use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use yui_protocol::{
    CommandId, Millis, Points, PublicKey, ShopId, Signature, Subject,
    command::{Act, Command, Pay, SignedCommand},
};
use yui_tests::omura;

use crate::outcome::Outcome;

/// How long a signed payment is valid.
const VALID: i64 = 10 * Millis::MINUTE;

/// See the module.
pub struct Payer {
    /// Her wallet.
    pub subject: Subject,
    /// Her phone's key.
    pub key: PublicKey,
    pair: EcdsaKeyPair,
    random: SystemRandom,
}

impl Payer {
    /// A new one.
    pub fn fresh() -> Outcome<Self> {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let document = EcdsaKeyPair::generate_pkcs8(algorithm, &random).map_err(|_| "no key can be made")?;
        let pair = EcdsaKeyPair::from_pkcs8(algorithm, document.as_ref(), &random)
            .map_err(|error| error.to_string())?;
        let key = PublicKey::try_from(pair.public_key().as_ref())?;
        Ok(Self { subject: Subject::from_bytes(rand::random()), key, pair, random })
    }

    /// One point to a shop, made and signed at `now`.
    pub fn payment(&self, now: Millis, shop: ShopId) -> Outcome<SignedCommand> {
        let command = Command {
            id: CommandId::new(now, rand::random()),
            town: omura::code(),
            issued_at: now,
            valid_until: now.plus(VALID),
            act: Act::Pay(Pay { shop, amount: Points(1), till: None }),
        };
        let payload = command.payload();
        let signed =
            self.pair.sign(&self.random, &Command::signed_bytes(&payload)).map_err(|_| "cannot sign")?;
        let signature = Signature(signed.as_ref().try_into()?);
        Ok(SignedCommand { payload: payload.into(), key: self.key.thumbprint(), signature, card: None })
    }
}
