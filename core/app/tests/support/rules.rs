//! The town of the tests.

use yui_protocol::{
    Lang, Points, ShopId, TownCode,
    identity::Level,
    municipality::{CodeRules, Contact, LevelLimits, Municipality, StepUp, TownWords},
    qr::CodeSecret,
    wallet::LotKind,
};

pub const SHOP: ShopId = ShopId([0, 0, 0, 0, 0, 0, 0, 7]);

/// What opens the codes of the tests.
pub fn code_secret() -> CodeSecret {
    CodeSecret::derive(&[8; 32])
}

pub fn municipality() -> Municipality {
    let limits = |level| LevelLimits {
        level,
        balance_cap: Points(1_000_000),
        per_payment: Points(600_000),
        per_day: Points(900_000),
        kinds: vec![LotKind::Charged, LotKind::Granted],
    };
    let visitors = LevelLimits {
        balance_cap: Points(10_000),
        per_payment: Points(5_000),
        per_day: Points(8_000),
        kinds: vec![LotKind::Charged],
        ..limits(Level::Visitor)
    };
    Municipality {
        version: 1,
        code: TownCode::new(422_053).expect("Omura"),
        name: "大村市".into(),
        name_latin: "Omura".into(),
        languages: vec![Lang::Ja],
        contact: Contact {
            name: TownWords::of_ja("結の窓口"),
            telephone: "0957-00-0000".into(),
            hours: TownWords::of_ja("9-17"),
        },
        levels: vec![limits(Level::Verified), limits(Level::CardHolder), visitors],
        step_up: StepUp { user_from: Points(100_000), card_from: Points(500_000), window_hours: 24 },
        codes: CodeRules { cap: Points(3_000), seconds: 300 },
        shop_classes: Vec::new(),
        programmes: Vec::new(),
        code_key: Some(code_secret().public()),
    }
}
