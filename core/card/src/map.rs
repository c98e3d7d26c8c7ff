//! What a card holds, as data: application ids, file ids, PIN rules and the signature algorithm.
//!
//! The guard's allow-list is exactly this map, so nothing can be read that does not stand here. [`NEVER`] stands
//! above it: a place listed there stays closed even if a later edit put it into a map. Values are those on which
//! the public clients of the card agree (OpenSC, myna, myna-card). The next generation of the card (announced with
//! P-384 and SHA-384, fewer applications and PINs) becomes a second [`Profile`] when its application ids are public.

/// One generation of cards.
#[derive(PartialEq, Eq, Debug)]
pub struct Profile {
    /// The applications that may be selected.
    pub applications: &'static [Application],
    /// The rule of each PIN.
    pub pins: &'static [(PinKind, PinRule)],
    /// What both of the card's keys sign with.
    pub algorithm: Algorithm,
}

/// An application of a card.
#[derive(PartialEq, Eq, Debug)]
pub struct Application {
    /// Its name in traces.
    pub name: &'static str,
    /// Its full application id; never sent in part, because the card matches prefixes.
    pub id: &'static [u8],
    /// The files that may be selected.
    pub files: &'static [File],
}

/// An elementary file and the one thing that may be done with it.
#[derive(PartialEq, Eq, Debug)]
pub struct File {
    /// Its file id.
    pub id: u16,
    /// What it holds, from which follows the one command it takes.
    pub holds: Holds,
}

/// What a file holds. Contents are read, PINs verified, keys used for signing; nothing else is possible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// The PKCS #11 token information, whose label tells the kind of card.
    TokenKind,
    /// Which certificates there are.
    CertificatePresence,
    /// A certificate of the card's own.
    Certificate(KeyKind),
    /// A private key.
    Key(KeyKind),
    /// A PIN or password.
    Pin(PinKind),
    /// Name, address, birth date and sex (基本4情報).
    Attributes,
}

/// The card's two key pairs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyKind {
    /// 署名用: proves name, address, birth date and sex; opened by the password.
    Signature,
    /// 利用者証明用: proves that it is the same card; opened by four digits.
    Authentication,
}

/// The PINs that may be presented.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PinKind {
    /// The password of the signature key, 6 to 16 letters and digits.
    Signature,
    /// The four digits of the authentication key.
    Authentication,
    /// The four digits of the text application.
    Text,
}

impl KeyKind {
    /// The PIN that opens the key.
    #[must_use]
    pub fn pin(self) -> PinKind {
        match self {
            Self::Signature => PinKind::Signature,
            Self::Authentication => PinKind::Authentication,
        }
    }
}

/// The characters of a PIN.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Alphabet {
    /// `0` to `9`.
    Digits,
    /// `A` to `Z` and `0` to `9`; small letters are typed as capitals, as the municipal office registers them.
    CapitalsAndDigits,
}

/// The form of a PIN, checked before anything is sent: a try wasted on a wrong form is a try lost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PinRule {
    /// The fewest characters.
    pub shortest: usize,
    /// The most characters.
    pub longest: usize,
    /// Which characters.
    pub alphabet: Alphabet,
    /// How many tries a fresh counter has.
    pub tries: u8,
}

/// How the card's keys sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Algorithm {
    /// RSA-2048 with PKCS #1 v1.5 and SHA-256.
    Rsa2048Sha256,
    /// ECDSA on P-384 with SHA-384, announced for the next card.
    P384Sha384,
}

impl Profile {
    /// The application and file that hold this.
    #[must_use]
    pub fn find(&self, holds: Holds) -> Option<(&'static Application, &'static File)> {
        self.applications.iter().find_map(|application| {
            application.files.iter().find(|file| file.holds == holds).map(|file| (application, file))
        })
    }

    /// The rule of a PIN; `None` when this generation has no such PIN.
    #[must_use]
    pub fn pin_rule(&self, kind: PinKind) -> Option<&'static PinRule> {
        self.pins.iter().find(|(known, _)| *known == kind).map(|(_, rule)| rule)
    }
}

/// Places that no map can open. `None` closes the whole application.
///
/// Text 0001 is 個人番号; text 0003 holds an unsalted hash of it, which is guessed in hours; visual 0005 is its
/// picture; keys 照合番号A (text 0014, visual 0013) are the number itself. The visual application stays closed as
/// a whole until something needs it.
pub const NEVER: &[(&[u8], Option<u16>)] = &[
    (TEXT_ID, Some(0x0001)),
    (TEXT_ID, Some(0x0003)),
    (TEXT_ID, Some(0x0014)),
    (&[0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02], None),
];

const TEXT_ID: &[u8] = &[0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x08];

const FOUR_DIGITS: PinRule = PinRule { shortest: 4, longest: 4, alphabet: Alphabet::Digits, tries: 3 };

/// The My Number card as issued since 2016.
pub const INDIVIDUAL_NUMBER_CARD: Profile = Profile {
    applications: &[
        Application {
            name: "jpki",
            id: &[0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01],
            files: &[
                File { id: 0x0001, holds: Holds::Certificate(KeyKind::Signature) },
                File { id: 0x0006, holds: Holds::TokenKind },
                File { id: 0x0008, holds: Holds::CertificatePresence },
                File { id: 0x000A, holds: Holds::Certificate(KeyKind::Authentication) },
                File { id: 0x0017, holds: Holds::Key(KeyKind::Authentication) },
                File { id: 0x0018, holds: Holds::Pin(PinKind::Authentication) },
                File { id: 0x001A, holds: Holds::Key(KeyKind::Signature) },
                File { id: 0x001B, holds: Holds::Pin(PinKind::Signature) },
            ],
        },
        Application {
            name: "text",
            id: TEXT_ID,
            files: &[
                File { id: 0x0002, holds: Holds::Attributes },
                File { id: 0x0011, holds: Holds::Pin(PinKind::Text) },
            ],
        },
    ],
    pins: &[
        (
            PinKind::Signature,
            PinRule { shortest: 6, longest: 16, alphabet: Alphabet::CapitalsAndDigits, tries: 5 },
        ),
        (PinKind::Authentication, FOUR_DIGITS),
        (PinKind::Text, FOUR_DIGITS),
    ],
    algorithm: Algorithm::Rsa2048Sha256,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_map_holds_no_place_that_is_closed_for_ever() {
        for application in INDIVIDUAL_NUMBER_CARD.applications {
            for file in application.files {
                assert!(
                    !NEVER.contains(&(application.id, Some(file.id))),
                    "{} {:04X}",
                    application.name,
                    file.id
                );
                assert!(!NEVER.contains(&(application.id, None)), "{}", application.name);
            }
        }
    }

    #[test]
    fn an_iphone_may_select_these_applications_and_no_others() {
        let project = include_str!("../../../ios/project.yml");
        let (_, list) = project.split_once("iso7816.select-identifiers:").expect("the list");
        let allowed: Vec<&str> =
            list.lines().skip(1).map_while(|line| line.trim().strip_prefix("- ")).collect();
        let hex = |id: &[u8]| id.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().concat();
        let selected: Vec<String> =
            INDIVIDUAL_NUMBER_CARD.applications.iter().map(|app| hex(app.id)).collect();
        assert_eq!(allowed, selected);
    }

    #[test]
    fn every_thing_has_one_place_and_every_pin_a_rule() {
        let files = INDIVIDUAL_NUMBER_CARD.applications.iter().flat_map(|application| application.files);
        for file in files {
            let found = INDIVIDUAL_NUMBER_CARD.find(file.holds).map(|(_, file)| file.id);
            assert_eq!(found, Some(file.id), "{:?} stands twice", file.holds);
            if let Holds::Pin(kind) = file.holds {
                assert!(INDIVIDUAL_NUMBER_CARD.pin_rule(kind).is_some());
            }
        }
    }
}
