//! Passwords of staff: Argon2id, chosen by the person herself at the first sign-in.

use std::time::Duration;

use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier, password_hash::SaltString};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;
use yui_protocol::ErrorCode;
use zeroize::Zeroizing;

use crate::random::{letters, random};

/// The fewest characters of a password.
pub const SHORTEST: usize = 12;
/// The most bytes that are looked at.
const LONGEST: usize = 256;

/// A password as typed; wiped when dropped, never shown.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// The same password however a keyboard composed its letters (NFKC).
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self(Zeroizing::new(typed.nfkc().collect()))
    }

    /// A fresh one-time password: sixteen letters and digits in fours.
    pub fn one_time() -> Result<Self, ErrorCode> {
        let letters = letters::<16>()?;
        let mut text = Zeroizing::new(String::with_capacity(20));
        for (at, letter) in letters.iter().enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            text.push(*letter);
        }
        Ok(Self(text))
    }

    /// The words, to be shown once.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether it may be chosen by somebody of this sign-in name.
    #[must_use]
    pub fn is_good_for(&self, sign_in: &str) -> bool {
        let (text, name) = (self.0.to_lowercase(), sign_in.to_lowercase());
        let first = text.chars().next();
        self.0.chars().count() >= SHORTEST
            && self.0.len() <= LONGEST
            && !text.contains(&name)
            && !text.chars().all(|c| Some(c) == first)
    }

    /// The hash to store, with fresh salt. Takes tens of milliseconds of one core, so never on the writer.
    pub async fn hash(self) -> Result<String, ErrorCode> {
        let salt = SaltString::encode_b64(&random::<16>()?).map_err(|_| ErrorCode::Internal)?;
        on_a_core(move || {
            Argon2::default().hash_password(self.0.as_bytes(), &salt).map(|hash| hash.to_string()).ok()
        })
        .await?
        .ok_or(ErrorCode::Internal)
    }

    /// Whether it is the one behind `stored`; without a stored one the same time is spent and the answer is no.
    pub async fn is_behind(self, stored: Option<String>) -> Result<bool, ErrorCode> {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| NOBODYS.to_owned());
        on_a_core(move || {
            let fits = self.0.len() <= LONGEST
                && PasswordHash::new(&stored)
                    .is_ok_and(|hash| Argon2::default().verify_password(self.0.as_bytes(), &hash).is_ok());
            fits && known
        })
        .await
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// A hash with the parameters of the others, of a password that nobody has.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGF0IGFsbCE$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Each takes 19 MiB and a core for as long as it lasts, and anybody may ask for one: two at a time.
static TURNS: Semaphore = Semaphore::const_new(2);

/// How long somebody waits for a turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// `busy` when no turn came free in time.
async fn on_a_core<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, ErrorCode> {
    in_turn(&TURNS, PATIENCE, work).await
}

async fn in_turn<T: Send + 'static>(
    turns: &'static Semaphore,
    patience: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, ErrorCode> {
    let turn = tokio::time::timeout(patience, turns.acquire()).await.map_err(|_| ErrorCode::Busy)?;
    let turn = turn.map_err(|_| ErrorCode::Internal)?;
    // The turn goes with the work: it ends when that does, also when nobody waits for it any more.
    let work = move || {
        let _turn = turn;
        work()
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| ErrorCode::Internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_no_other() {
        let stored = Password::new("桜の木の下で待つ二人です").hash().await.expect("hashes");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        let same = Password::new("桜の木の下で待つ二人です").is_behind(Some(stored.clone())).await;
        let other = Password::new("桜の木の下で待つ二人でず").is_behind(Some(stored)).await;
        assert_eq!((same, other), (Ok(true), Ok(false)));
    }

    #[tokio::test]
    async fn two_at_a_time_and_who_waits_long_is_told() {
        static TURNS: Semaphore = Semaphore::const_new(2);
        let (end, wait) = std::sync::mpsc::channel::<()>();
        let wait = std::sync::Arc::new(std::sync::Mutex::new(wait));
        let long = || {
            let wait = wait.clone();
            in_turn(&TURNS, Duration::from_mins(1), move || wait.lock().is_ok_and(|wait| wait.recv().is_ok()))
        };
        let short = || in_turn(&TURNS, Duration::from_millis(20), || true);
        let running = [tokio::spawn(long()), tokio::spawn(long())];
        while TURNS.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(short().await, Err(ErrorCode::Busy));
        // Whoever asked is gone, and the work goes on: its turn is not free yet.
        running[0].abort();
        assert_eq!(short().await, Err(ErrorCode::Busy));
        (0..2).for_each(|_| end.send(()).expect("it waits"));
        while TURNS.available_permits() < 2 {
            tokio::task::yield_now().await;
        }
        assert_eq!(short().await, Ok(true));
    }

    #[tokio::test]
    async fn nobody_has_no_password() {
        PasswordHash::new(NOBODYS).expect("it is checked like the others");
        assert_eq!(Password::new("anything at all").is_behind(None).await, Ok(false));
    }

    #[test]
    fn one_time_passwords_are_typed_easily_and_differ() {
        let (one, other) = (Password::one_time().expect("random"), Password::one_time().expect("random"));
        assert_eq!(one.reveal().len(), 19);
        assert_ne!(one.reveal(), other.reveal());
        assert_eq!(format!("{one:?}"), "Password(…)");
    }

    #[test]
    fn short_repeated_and_named_passwords_are_refused() {
        assert!(Password::new("long enough words").is_good_for("suzuki"));
        assert!(!Password::new("short words").is_good_for("suzuki"));
        assert!(!Password::new("aaaaaaaaaaaaaaaa").is_good_for("suzuki"));
        assert!(!Password::new("my name is Suzuki").is_good_for("suzuki"));
    }
}
