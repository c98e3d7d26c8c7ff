//! What a program does with a card: see what it is, present a PIN, read certificates and attributes, sign.
//!
//! A phone holds the card for a few seconds, so nothing is asked twice: an application is selected only when it is
//! not the current one. Leaving an application (JPKI for text) forgets its presented PINs, on the card itself.

use yui_protocol::ErrorCode;

use crate::{
    apdu::{Command, Status},
    attributes::Attributes,
    certificate::Certificate,
    error::CardError,
    guard::Guard,
    map::{Holds, INDIVIDUAL_NUMBER_CARD, KeyKind, PinKind, PinRule, Profile},
    pin::Pin,
    token::{CertificatePresence, TokenKind},
    transport::CardTransport,
};

/// A card in the hand, behind the guard.
pub struct Card<T> {
    guard: Guard<T>,
    profile: &'static Profile,
    /// The PIN whose tries the card was asked for last, and what it said.
    asked: Option<(PinKind, u8)>,
}

/// What a card tells without any PIN.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overview {
    /// What kind it is; never one that is not supported.
    pub kind: TokenKind,
    /// Which certificates it carries.
    pub certificates: CertificatePresence,
}

/// What the person said about spending the last try.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LastTry {
    /// Stop with `pin_last_try` and ask her.
    Ask,
    /// She is sure.
    Confirmed,
}

/// A signature by the card and the certificates that go with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CardSignature {
    /// The authentication certificate, whose key names the card later.
    pub authentication_certificate: Certificate,
    /// The signature certificate, when the signature key signed.
    pub signature_certificate: Option<Certificate>,
    /// The signature.
    pub signature: Vec<u8>,
    /// The tries that the PIN has now: all of them, as the right one puts the counter back to its start
    /// (ISO/IEC 7816-4, VERIFY), so the card need not be asked again.
    pub tries_left: u8,
}

impl<T: CardTransport> Card<T> {
    /// A My Number card as issued today. Sends nothing yet.
    pub fn new(transport: T) -> Self {
        Self::with_profile(transport, &INDIVIDUAL_NUMBER_CARD)
    }

    /// A card of another generation.
    pub fn with_profile(transport: T, profile: &'static Profile) -> Self {
        Self { guard: Guard::new(transport, profile), profile, asked: None }
    }

    /// What the card is and carries. `card_unsupported` for a 住基カード and everything that is no card of this
    /// profile.
    pub async fn inspect(&mut self) -> Result<Overview, CardError> {
        let kind = TokenKind::parse(&self.read(Holds::TokenKind, Some(TokenKind::LENGTH)).await?);
        if matches!(kind, TokenKind::ResidentRegisterCard | TokenKind::Other) {
            return Err(CardError::new(ErrorCode::CardUnsupported));
        }
        let presence = self.read(Holds::CertificatePresence, Some(CertificatePresence::LENGTH)).await?;
        let certificates = CertificatePresence::parse(&presence).ok_or_else(CardError::nonsense)?;
        Ok(Overview { kind, certificates })
    }

    /// The tries left for a PIN, 0 when it is blocked. Consumes none.
    pub async fn tries_left(&mut self, kind: PinKind) -> Result<u8, CardError> {
        let rule = self.pin_rule(kind)?;
        self.select(Holds::Pin(kind)).await?;
        let status = self.guard.send(Command::verify(&[])).await?.status;
        let left = match status {
            status if status.is_blocked() => 0,
            // Some cards say so once the PIN has been presented; that put the counter back to its start.
            Status::OK => rule.tries,
            status => status.tries_left().ok_or_else(|| CardError::status(ErrorCode::CardFailed, status))?,
        };
        self.asked = Some((kind, left));
        Ok(left)
    }

    /// The tries left for the PIN of a key; none when the card lacks the certificate, or was made without PINs
    /// (顔認証マイナンバーカード): such a card says that they are blocked, and nobody has blocked them.
    pub async fn tries_for(&mut self, key: KeyKind, overview: &Overview) -> Result<Option<u8>, CardError> {
        if !overview.certificates.has(key) {
            return Ok(None);
        }
        let left = self.tries_left(key.pin()).await?;
        Ok((overview.certificates.signature || left > 0).then_some(left))
    }

    /// Presents a PIN. The tries left are asked for first, unless the question was the last thing that the card was
    /// asked: `pin_blocked` without a try, `pin_last_try` unless the person confirmed. Then `pin_wrong` with the tries
    /// left, or `pin_blocked` when that was the last. `pin_format` comes before anything is sent.
    pub async fn verify(&mut self, kind: PinKind, pin: &Pin, last_try: LastTry) -> Result<(), CardError> {
        let bytes = pin.prepare(self.pin_rule(kind)?)?;
        let left = match self.asked.take() {
            Some((asked, left)) if asked == kind && self.guard.is_at(Holds::Pin(kind)) => left,
            _ => self.tries_left(kind).await?,
        };
        self.asked = None;
        match (left, last_try) {
            (0, _) => return Err(CardError::tries(ErrorCode::PinBlocked, 0)),
            (1, LastTry::Ask) => return Err(CardError::tries(ErrorCode::PinLastTry, 1)),
            _ => {}
        }
        let status = self.guard.send(Command::verify(&bytes)).await?.status;
        match status {
            Status::OK => Ok(()),
            status if status.is_blocked() => Err(CardError::tries(ErrorCode::PinBlocked, 0)),
            Status::WRONG_UNCOUNTED => Err(CardError::status(ErrorCode::PinWrong, status)),
            status => Err(status.tries_left().map_or_else(
                || CardError::status(ErrorCode::CardFailed, status),
                |left| CardError::tries(ErrorCode::PinWrong, left),
            )),
        }
    }

    /// The card's certificate for a key. The signature certificate needs its password presented before.
    /// `certificate_absent` when the card has none.
    pub async fn certificate(&mut self, key: KeyKind) -> Result<Certificate, CardError> {
        self.read(Holds::Certificate(key), None).await.map(Certificate::new)
    }

    /// Signs a message with a key whose PIN was presented before.
    pub async fn sign(&mut self, key: KeyKind, message: &[u8]) -> Result<Vec<u8>, CardError> {
        self.select(Holds::Key(key)).await?;
        let input = self.profile.algorithm.input(message);
        let signature = self.guard.require(Command::sign(&input), |_| ErrorCode::CardFailed).await?;
        if signature.len() == self.profile.algorithm.signature_length() {
            Ok(signature.to_vec())
        } else {
            Err(CardError::nonsense())
        }
    }

    /// The first touch of a session in which this key will sign: looks what card it is, and how many tries the key's PIN
    /// has left. `certificate_absent` when the card lacks a certificate that is needed, or was made without PINs.
    pub async fn ready(&mut self, key: KeyKind) -> Result<u8, CardError> {
        let overview = self.inspect().await?;
        let absent = || CardError::new(ErrorCode::CertificateAbsent);
        if !overview.certificates.authentication {
            return Err(absent());
        }
        self.tries_for(key, &overview).await?.ok_or_else(absent)
    }

    /// One session from the first touch to the signature, for registration and step-up: presents the PIN of `key`, reads
    /// the authentication certificate, and the signature certificate when that key signs, and signs what `statement`
    /// makes of the authentication certificate.
    pub async fn sign_statement(
        &mut self,
        key: KeyKind,
        pin: &Pin,
        last_try: LastTry,
        statement: impl FnOnce(&Certificate) -> Vec<u8> + Send,
    ) -> Result<CardSignature, CardError> {
        self.ready(key).await?;
        // A wrong PIN ends the session, so it is presented before the long reads. Without its password the card does not
        // give the signature certificate at all.
        self.verify(key.pin(), pin, last_try).await?;
        let authentication_certificate = self.certificate(KeyKind::Authentication).await?;
        let signature_certificate = match key {
            KeyKind::Signature => Some(self.certificate(key).await?),
            KeyKind::Authentication => None,
        };
        let signature = self.sign(key, &statement(&authentication_certificate)).await?;
        let tries_left = self.pin_rule(key.pin())?.tries;
        Ok(CardSignature { authentication_certificate, signature_certificate, signature, tries_left })
    }

    /// Name, address, birth date and sex, with the text PIN presented before ([`PinKind::Text`]).
    pub async fn attributes(&mut self) -> Result<Attributes, CardError> {
        let file = self.read(Holds::Attributes, None).await?;
        Attributes::parse(&file).ok_or_else(CardError::nonsense)
    }

    fn pin_rule(&self, kind: PinKind) -> Result<&'static PinRule, CardError> {
        self.profile.pin_rule(kind).ok_or_else(|| CardError::new(ErrorCode::CardUnsupported))
    }

    async fn read(
        &mut self,
        holds: Holds,
        length: Option<usize>,
    ) -> Result<zeroize::Zeroizing<Vec<u8>>, CardError> {
        self.select(holds).await?;
        self.guard.read(length).await
    }

    /// Makes the file current, in its application.
    async fn select(&mut self, holds: Holds) -> Result<(), CardError> {
        let (application, file) =
            self.profile.find(holds).ok_or_else(|| CardError::new(ErrorCode::CardUnsupported))?;
        if !self.guard.is_in(application) {
            let select = Command::select_application(application.id);
            self.guard.require(select, |status| absent(status, ErrorCode::CardUnsupported)).await?;
        }
        let missing = match holds {
            Holds::Certificate(_) | Holds::Key(_) => ErrorCode::CertificateAbsent,
            _ => ErrorCode::CardUnsupported,
        };
        let id = file.id.to_be_bytes();
        self.guard.require(Command::select_file(&id), |status| absent(status, missing)).await?;
        Ok(())
    }
}

/// `then` where the card says that it has no such thing or command, `card_failed` where it says anything else.
fn absent(status: Status, then: ErrorCode) -> ErrorCode {
    match status.0 {
        0x6A81 | 0x6A82 | 0x6D00 | 0x6E00 => then,
        _ => ErrorCode::CardFailed,
    }
}
