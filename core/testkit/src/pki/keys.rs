//! Test keys: sixteen that come with the source, and more from a seed, because making an RSA key takes seconds.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use rand::{RngCore as _, SeedableRng as _, rngs::StdRng};
use rsa::{RsaPrivateKey, pkcs8::DecodePrivateKey as _};

/// An RSA-2048 key that everybody knows.
pub type TestKey = Arc<RsaPrivateKey>;

macro_rules! shipped {
    ($($number:literal)+) => { [$(include_str!(concat!("../../keys/card-", $number, ".pem")),)+] };
}

const SHIPPED: [&str; 16] =
    shipped!("00" "01" "02" "03" "04" "05" "06" "07" "08" "09" "10" "11" "12" "13" "14" "15");

/// The key of this number: the same on every run. From 16 on it is made from a seed, which takes seconds.
#[must_use]
pub fn card_key(number: usize) -> TestKey {
    static LOADED: Mutex<BTreeMap<usize, TestKey>> = Mutex::new(BTreeMap::new());
    let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(loaded.entry(number).or_insert_with(|| {
        Arc::new(SHIPPED.get(number).map_or_else(|| from_seed(number), |pem| from_pem(pem)))
    }))
}

pub(super) fn from_pem(pem: &str) -> RsaPrivateKey {
    // What stands before the PEM block says that it is a test key.
    let start = pem.find("-----BEGIN").unwrap_or_default();
    RsaPrivateKey::from_pkcs8_pem(&pem[start..]).expect("the keys that come with the source are PKCS #8")
}

fn from_seed(number: usize) -> RsaPrivateKey {
    let mut random = Seeded(StdRng::seed_from_u64(number as u64));
    RsaPrivateKey::new(&mut random, 2048).expect("a key of 2048 bits can be made")
}

/// The crate rsa takes the random numbers of an older rand.
struct Seeded(StdRng);

impl rsa::rand_core::RngCore for Seeded {
    fn next_u32(&mut self) -> u32 {
        self.0.next_u32()
    }

    fn next_u64(&mut self) -> u64 {
        self.0.next_u64()
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        self.0.fill_bytes(bytes);
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rsa::rand_core::Error> {
        self.0.fill_bytes(bytes);
        Ok(())
    }
}

/// Good for a test key, which protects nothing.
impl rsa::rand_core::CryptoRng for Seeded {}
