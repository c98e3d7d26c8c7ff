//! What every kind of code becomes, and what happens to those that are none.

use proptest::prelude::*;
use qrcode::{EcLevel, Version, bits::Bits};

use super::*;
use crate::{CommandId, Millis, Points, ShopId, Signature, TillId};

/// A JPQR code in the layout of its guideline, for an imaginary café; without its checksum.
const JPQR: &str = "00020101021126680019jp.or.paymentsjapan011300000000000010204000103060000010406000001\
    5204581253033925802JP5903xxx6003xxx6107856830264190002JA0109すいか カフェ本店6304";

fn omura() -> TownCode {
    TownCode::new(422_053).expect("Omura")
}

fn merchant(name: &str) -> Merchant {
    Merchant { name: name.to_owned(), city: "OMURA".to_owned(), postal_code: "8560000".to_owned() }
}

fn shop_code(name: &str) -> ShopCode {
    ShopCode { town: omura(), shop: ShopId([0xC0; 8]), merchant: merchant(name) }
}

fn till_code() -> TillCode {
    TillCode {
        town: omura(),
        shop: ShopId([0xC0; 8]),
        till: TillId::from_bytes([7; 16]),
        amount: Points(999_999_999),
        expires_at: Millis(1_795_392_300_000),
        merchant: merchant("Hanako Bakery and Coffee House"),
    }
}

fn sealed_code(cap: i64) -> SealedCode {
    let code = SignedMandate {
        mandate: Mandate {
            town: omura(),
            id: CommandId::new(Millis(1_795_392_000_000), [7; 10]),
            key: KeyHint([3; 8]),
            cap: Points(cap),
            valid_until: Millis(1_795_392_300_000),
        },
        signature: Signature([0xFF; 64]),
    };
    code.seal(town_secret().public(), &mut rand::rng()).expect("seals")
}

fn town_secret() -> CodeSecret {
    CodeSecret::derive(&[8; 32])
}

fn version_at_m(text: &str) -> i16 {
    let holds = |version: &i16| {
        let mut bits = Bits::new(Version::Normal(*version));
        let pushed = if text.is_ascii() {
            bits.push_optimal_data(text.as_bytes())
        } else {
            bits.push_eci_designator(26).and_then(|()| bits.push_byte_data(text.as_bytes()))
        };
        pushed.and_then(|()| bits.push_terminator(EcLevel::M)).is_ok()
    };
    (1..=40).find(holds).expect("fits a QR code")
}

/// The text with its right checksum.
fn sealed(body: &str) -> String {
    let checksum = crc::Crc::<u16>::new(&crc::CRC_16_IBM_3740).checksum(body.as_bytes());
    format!("{body}{checksum:04X}")
}

/// The same code with a part replaced and a right checksum.
fn altered(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from} is in {text}");
    sealed(&text[..text.len() - 4].replacen(from, to, 1))
}

#[test]
fn shop_codes_come_back_and_stay_small() {
    for name in ["Bakery", "花子のパン", "とても長い名前のお店・大村駅前アーケード本店(二階)", "", " ", "🍞"]
    {
        let code = shop_code(name);
        let text = code.to_text().expect("fits");
        assert!(text.len() <= MAX_MERCHANT_BYTES && version_at_m(&text) <= 9, "{name}");
        assert!(text.starts_with("000201010211") && !text.contains("paymentsjapan"));
        let Ok(Scanned::Shop(read)) = parse(&text) else { panic!("{text}") };
        assert_eq!((read.town, read.shop), (code.town, code.shop));
        assert!(name.trim().is_empty() || name.starts_with(&read.merchant.name), "{}", read.merchant.name);
    }
}

#[test]
fn the_largest_till_code_comes_back_and_stays_small() {
    let mut code = till_code();
    let text = code.to_text().expect("fits");
    assert!(text.len() <= MAX_MERCHANT_BYTES && version_at_m(&text) <= 9, "{}", text.len());
    let Ok(Scanned::Till(read)) = parse(&text) else { panic!("{text}") };
    assert!(code.merchant.name.starts_with(&read.merchant.name));
    code.merchant = read.merchant.clone();
    assert_eq!(read, code);
    code.amount = Points::ZERO;
    assert_eq!(code.to_text(), Err(ErrorCode::AmountInvalid));
}

#[test]
fn a_one_time_code_comes_back_and_stays_small() {
    for cap in [1, 3000, 99_999] {
        let code = sealed_code(cap);
        let text = code.to_text();
        assert!(version_at_m(&text) <= 9, "{} characters", text.len());
        assert_eq!(parse(&text), Ok(Scanned::OneTime(code)));
    }
    for cap in [0, -1, 1_000_000_000, i64::MAX] {
        assert_eq!(parse(&sealed_code(cap).to_text()), Err(ErrorCode::AmountInvalid), "{cap}");
    }
}

#[test]
fn two_codes_of_a_phone_have_nothing_of_it_in_common() {
    let [one, other] = [sealed_code(3000), sealed_code(3000)];
    assert_eq!(one.open(&town_secret()), other.open(&town_secret()), "even if they promise the same");
    let hidden = |code: &SealedCode| [code.face.enc.as_slice(), &code.sealed].concat();
    let (one, other) = (hidden(&one), hidden(&other));
    assert!(!one.windows(4).any(|part| other.windows(4).any(|same| same == part)), "{one:?} {other:?}");
}

#[test]
fn bearer_codes_come_back() {
    let secret = BearerSecret::new([0xA5; 16]);
    let voucher = VoucherCode { town: omura(), secret: secret.clone() };
    let pairing = PairingCode { town: omura(), secret: secret.clone(), shop: ShopId([1; 8]) };
    let card = PrintedCardCode { town: omura(), token: secret };
    assert!(!format!("{voucher:?}{pairing:?}{card:?}").contains("165"));
    for text in [voucher.to_text(), pairing.to_text(), card.to_text()] {
        assert!(version_at_m(&text) <= 7);
    }
    assert_eq!(parse(&voucher.to_text()), Ok(Scanned::Voucher(voucher)));
    assert_eq!(parse(&pairing.to_text()), Ok(Scanned::Pairing(pairing)));
    assert_eq!(parse(&card.to_text()), Ok(Scanned::PrintedCard(card)));
}

#[test]
fn another_towns_code_is_told_apart() {
    let nagasaki = TownCode::new(422_011).expect("Nagasaki");
    let scanned = parse(&shop_code("a").to_text().expect("fits")).expect("ours");
    assert_eq!(scanned.clone().of_town(nagasaki), Err(ErrorCode::OtherTown));
    assert_eq!(scanned.clone().of_town(omura()), Ok(scanned));
}

#[test]
fn jpqr_and_links_are_named() {
    let jpqr = Jpqr { shop_name: "すいか カフェ本店".into(), city: "xxx".into(), dynamic: false };
    assert_eq!(parse(&sealed(JPQR)), Ok(Scanned::Jpqr(jpqr)));
    assert_eq!(parse("hQVKUFFSMWEaTwegAAAAAAAA"), Ok(Scanned::JpqrPayer));
    for link in ["https://example.jp/a?b=c", "HTTP://EXAMPLE.JP"] {
        assert_eq!(parse(link), Ok(Scanned::Link(link.to_owned())));
    }
}

#[test]
fn what_is_not_ours_is_foreign() {
    for text in [
        "こんにちは",
        "90001234567890123456",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        "WIFI:S:x;;",
        // Each is shown as one address and opened as another.
        "https://omura.example@evil.example/",
        "https://evil.example\\@omura.example",
        "https://a/\u{202e}gpj.exe",
        "https://omura\u{200b}.example",
        "https://оmura.example",
    ] {
        assert_eq!(parse(text), Err(ErrorCode::QrForeign), "{text}");
    }
    let other_domain = altered(&shop_code("a").to_text().expect("fits"), "0006jp.yui", "0006jp.foo");
    assert_eq!(parse(&other_domain), Err(ErrorCode::QrForeign));
    assert_eq!(parse("YUIMA"), Err(ErrorCode::QrForeign));
    assert_eq!(parse("YUI2:ABC"), Err(ErrorCode::QrVersion));
}

#[test]
fn a_name_that_shows_another_is_refused() {
    for name in ["\u{202e}anakaB", "Ba\u{200b}kery", "\u{2066}花子\u{2069}", "\u{3164}"] {
        assert_eq!(shop_code(name).to_text(), Err(ErrorCode::MalformedRequest), "{name:?}");
    }
    let bakery = shop_code("花子パン").to_text().expect("fits");
    let turned = altered(&bakery, "花子パン", "花\u{202e}パン");
    assert_eq!(parse(&turned), Err(ErrorCode::QrMalformed));
}

#[test]
fn damaged_merchant_codes_are_refused() {
    let text = shop_code("a").to_text().expect("fits");
    let cases = [
        (text[..text.len() - 1].to_owned(), ErrorCode::QrMalformed),
        (text[..20].to_owned(), ErrorCode::QrMalformed),
        (format!("{text}0"), ErrorCode::QrMalformed),
        (format!("{text}9901a"), ErrorCode::QrMalformed),
        (text.replace("OMURA", "OMURB"), ErrorCode::QrChecksum),
        (text[..text.len() - 4].to_owned() + "00ff", ErrorCode::QrChecksum),
        (altered(&text, "5303392", "5303840"), ErrorCode::QrMalformed),
        (altered(&text, "5802JP", "5802SG"), ErrorCode::QrMalformed),
        (altered(&text, "5802JP", "5802JP5802JP"), ErrorCode::QrMalformed),
        (altered(&text, "0106422053", "0199422053"), ErrorCode::QrMalformed),
        (altered(&text, "0106422053", "0106422054"), ErrorCode::QrMalformed),
        (altered(&text, "422053", "４２２０５３"), ErrorCode::QrMalformed),
        (altered(&text, "5303392", "5303３９２"), ErrorCode::QrMalformed),
        (altered(&text, "010211", "010212"), ErrorCode::QrMalformed),
        (altered(&text, "5802JP", "540210"), ErrorCode::QrMalformed),
        (altered(&text, "27400006", "27450501x0006"), ErrorCode::QrVersion),
        (format!("000201{}", "9".repeat(MAX_TEXT)), ErrorCode::QrTooLong),
        (format!("000201{}", "9".repeat(600)), ErrorCode::QrTooLong),
    ];
    for (damaged, code) in cases {
        assert_eq!(parse(&damaged), Err(code), "{damaged}");
    }
    let till = till_code().to_text().expect("fits");
    assert_eq!(parse(&altered(&till, "5409999999999", "54010")), Err(ErrorCode::AmountInvalid));
    assert_eq!(parse(&altered(&till, "5409999999999", "5403085")), Err(ErrorCode::QrMalformed));
    assert_eq!(parse(&altered(&till, "5409999999999", "54108888888888")), Err(ErrorCode::AmountInvalid));
}

#[test]
fn damaged_small_codes_are_refused() {
    let bytes = sealed_code(3000).to_bytes();
    let of = |bytes: &[u8]| parse(&envelope::write(bytes));
    assert_eq!(of(&bytes[..bytes.len() - 1]), Err(ErrorCode::QrMalformed));
    assert_eq!(of(&[&bytes[..], &[0]].concat()), Err(ErrorCode::QrMalformed));
    assert_eq!(of(&[]), Err(ErrorCode::QrMalformed));
    assert_eq!(of(&[0x82, 0x18, 0x63, 0x80]), Err(ErrorCode::QrVersion));
    assert_eq!(of(&[0; 200]), Err(ErrorCode::QrMalformed));
    assert_eq!(of(&[0; 260]), Err(ErrorCode::QrTooLong));
    assert_eq!(parse("YUI1:"), Err(ErrorCode::QrMalformed));
    assert_eq!(parse("YUI1:abc"), Err(ErrorCode::QrMalformed));
    let voucher = VoucherCode { town: omura(), secret: BearerSecret::new([1; 16]) };
    let bytes = cbor_of(&voucher);
    assert_eq!(of(&[&bytes[..], &[0; 88]].concat()), Err(ErrorCode::QrMalformed));
    assert_eq!(SealedCode::from_bytes(&bytes), Err(ErrorCode::MalformedRequest));
}

fn cbor_of(voucher: &VoucherCode) -> Vec<u8> {
    let text = voucher.to_text();
    base45::decode(&text["YUI1:".len()..]).expect("ours")
}

fn towns() -> impl Strategy<Value = TownCode> {
    (0..999_999_u32).prop_filter_map("check digit", |n| TownCode::new(n).ok())
}

proptest! {
    #[test]
    fn any_shop_comes_back(town in towns(), shop: [u8; 8], name in "\\PC{0,40}") {
        prop_assume!(!name.chars().any(hides));
        let code = ShopCode { town, shop: ShopId(shop), merchant: merchant(&name) };
        let text = code.to_text().expect("fits");
        prop_assert!(text.len() <= MAX_MERCHANT_BYTES);
        let Ok(Scanned::Shop(read)) = parse(&text) else { panic!("{text}") };
        prop_assert_eq!((read.town, read.shop), (town, ShopId(shop)));
        prop_assert!(read.merchant.name == "SHOP" || name.starts_with(&read.merchant.name));
    }

    #[test]
    fn any_till_comes_back(
        town in towns(), shop: [u8; 8], till: [u8; 16], amount in 1..1_000_000_000_i64, seconds in 0..4_000_000_000_i64,
    ) {
        let merchant = merchant("Bakery");
        let code = TillCode {
            town, shop: ShopId(shop), till: TillId::from_bytes(till), amount: Points(amount),
            expires_at: Millis(seconds * 1000), merchant,
        };
        prop_assert_eq!(parse(&code.to_text().expect("fits")), Ok(Scanned::Till(code)));
    }

    #[test]
    fn any_one_time_code_comes_back(
        town in towns(), random: [u8; 10], key: [u8; 8], cap in 1..1_000_000_000_i64, seconds: u32,
    ) {
        let signed = SignedMandate {
            mandate: Mandate {
                town, id: CommandId::new(Millis(i64::from(seconds)), random), key: KeyHint(key), cap: Points(cap),
                valid_until: Millis(i64::from(seconds) * 1000),
            },
            signature: Signature([9; 64]),
        };
        let code = signed.seal(town_secret().public(), &mut rand::rng()).expect("seals");
        prop_assert_eq!(SealedCode::from_bytes(&code.to_bytes()), Ok(code.clone()));
        prop_assert_eq!(parse(&code.to_text()), Ok(Scanned::OneTime(code.clone())));
        prop_assert_eq!(code.open(&town_secret()), Ok(signed));
        prop_assert_eq!(code.open(&CodeSecret::derive(&[9; 32])), Err(ErrorCode::SignatureInvalid));
    }

    #[test]
    fn parse_never_panics(text in "\\PC{0,200}", tail in "(0002|000201|YUI1:|hQVKUFFSM|https://)?[0-9A-Zあ $%*+./:-]{0,200}") {
        let _ = parse(&text);
        let _ = parse(&tail);
    }

    #[test]
    fn any_bytes_in_an_envelope_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..250)) {
        let _ = parse(&envelope::write(&bytes));
        let _ = SealedCode::from_bytes(&bytes).map(|code| code.open(&town_secret()));
    }

    /// One character changed in a merchant code never yields another payee: the checksum stands before it.
    #[test]
    fn one_other_character_is_noticed(at in 0_usize..128, with in "[0-9A-Za-z]") {
        let text = shop_code("Bakery").to_text().expect("fits");
        let at = at % text.len();
        let mut changed = text.clone();
        changed.replace_range(at..=at, &with);
        prop_assume!(changed != text);
        prop_assert!(parse(&changed).is_err());
    }
}
