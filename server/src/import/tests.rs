//! Lists as they come: repaired, rejected, and the real one of a town.

use std::path::PathBuf;

use yui_texts::Lang;

use super::*;

fn rules() -> Rules {
    let classes = [("飲食業", "food"), ("小売業", "daily"), ("その他", "service"), ("宿泊業", "service")];
    Rules {
        list: "test".to_owned(),
        classes: classes.map(|(kind, class)| (kind.to_owned(), vec![class.to_owned()])).into(),
    }
}

const HEAD: &str = "番号,名称,名称カナ,業種,郵便番号,住所,電話番号,経度,緯度\n";

fn one(row: &str) -> (ShopDraft, Vec<Kind>) {
    let read = read(format!("{HEAD}{row}\n").as_bytes(), &rules()).expect("a list");
    assert_eq!(read.report.rejected, [], "{row}");
    let findings = read.report.repaired.iter().chain(&read.report.doubtful);
    let kinds = findings.map(|finding| finding.kind).collect();
    (read.drafts.into_iter().next().expect("a shop"), kinds)
}

#[test]
fn a_sound_row_needs_no_repair() {
    let (draft, kinds) =
        one("7,花子パン,ハナコパン,飲食業,856-0000,長崎県大村市玖島1丁目25,0957-00-0000,129.9583,32.9");
    assert_eq!(kinds, []);
    assert_eq!(draft.source.as_deref(), Some("test#7"));
    assert_eq!((draft.area.as_str(), draft.postal_code.as_str()), ("玖島", "8560000"));
    assert_eq!((draft.latitude, draft.longitude), (Some(32_900_000), Some(129_958_300)));
    assert_eq!(draft.classes, ["food"]);
}

#[test]
fn each_kind_of_damage_is_repaired_and_named() {
    let row = |cell: &str, at: usize| {
        let mut cells =
            ["7", "花子パン", "ハナコパン", "飲食業", "856-0000", "大村市1", "0957-00-0000", "129.9", "32.9"];
        cells[at] = cell;
        cells.join(",")
    };
    for (at, cell, kind) in [
        (0, "７", Kind::Width),
        (1, " 花子  パン ", Kind::Blanks),
        (2, "ﾊﾅｺﾊﾟﾝ", Kind::Width),
        (2, "ウ゛", Kind::VoiceMark),
        (1, "花子\u{200b}パン", Kind::Unseen),
        (3, "占い", Kind::ClassUnknown),
        (4, "〒８５６ー００００", Kind::PostalCodeForm),
        (4, "12", Kind::PostalCodeUnreadable),
        (6, "０９５７（００）００００", Kind::TelephoneForm),
        (6, "+81-957-00-0000", Kind::TelephoneForm),
        (6, "00-0000", Kind::TelephoneWithoutAreaCode),
        (6, "非公開", Kind::TelephoneUnreadable),
        (7, "200", Kind::PlaceUnreadable),
        (8, "３２.９", Kind::Width),
        (8, " 32.9", Kind::Blanks),
    ] {
        assert_eq!(one(&row(cell, at)).1, [kind], "{cell}");
    }
    assert_eq!(one(&row("０９５７（００）００００", 6)).0.telephone, "0957-00-0000");
    for from_abroad in ["+81-957-00-0000", "+81 (0)957-00-0000"] {
        assert_eq!(one(&row(from_abroad, 6)).0.telephone, "0957-00-0000");
    }
    for (cell, kana) in [
        ("ウ゛", "ヴ"),
        ("ﾊﾅｺﾊﾟﾝ", "ハナコパン"),
        ("ハ゜ン", "パン"),
        ("ﾊﾟﾝﾔ２８！", "パンヤ２８！"),
        ("カﾞ", "ガ"),
    ] {
        assert_eq!(one(&row(cell, 2)).0.kana, kana);
    }
    let (swapped, kinds) = one("7,花子パン,,,,大村市1,,32.9,129.9");
    assert_eq!(kinds, [Kind::PlaceSwapped]);
    assert_eq!((swapped.latitude, swapped.longitude), (Some(32_900_000), Some(129_900_000)));
}

#[test]
fn what_cannot_be_taken_is_named_by_its_line() {
    let long = "長".repeat(81);
    let text = format!(
        "{HEAD}1,A,,,,x,,,\n2,,,,,x,,,\n1,B,,,,x,,,\n3,C,,,,x,,\n\n4,{long},,,,x,,,\n5,\"D,,,,x,,,\n6,E,,,,x,,,\n"
    );
    let read = read(text.as_bytes(), &rules()).expect("a list");
    let lines: Vec<_> = read.report.rejected.iter().map(|row| row.line).collect();
    assert_eq!(lines, [3, 4, 5, 6, 7, 8], "{:?}", read.report);
    let names: Vec<_> = read.drafts.iter().map(|draft| draft.name.as_str()).collect();
    assert_eq!(names, ["A", "E"]);
    assert_eq!(read.report.rows, 8);
}

/// A name is its owner's: of several blanks the first stays, whichever it is, and no other blank is touched.
#[test]
fn the_blanks_of_a_name_stay() {
    for (cell, name) in [
        ("カルマカフェ　Karma Cafe", "カルマカフェ　Karma Cafe"),
        ("A bientot　本店", "A bientot　本店"),
        ("花子 　パン", "花子 パン"),
        ("花子　 パン", "花子　パン"),
        ("　花子　パン ", "花子　パン"),
    ] {
        let (draft, kinds) = one(&format!("7,{cell},,,,大村市1,,,"));
        assert_eq!(draft.name, name);
        assert_eq!(kinds.is_empty(), cell == name, "{cell}");
    }
}

#[test]
fn a_cell_writes_no_line_of_the_report() {
    let cell = "花子\n9行目：取り込みません\u{1b}[2K\r\u{202e}パン\t";
    let text = format!("番号,名称,電話番号\n1,\"{cell}\",\"1\n2\u{9b}A\"\n");
    let report = read(text.as_bytes(), &rules()).expect("a list").report;
    let findings = report.repaired.len() + report.doubtful.len();
    assert!(findings >= 2, "{report:?}");
    for lang in Lang::ALL {
        let told = report.told(lang);
        assert_eq!(told.lines().count(), 1 + report.columns.len() + findings + 1, "{told}");
        assert!(told.lines().all(|line| !line.chars().any(hides)), "{told:?}");
        assert!(told.contains("花子\\n9行目：取り込みません\\u{1b}[2K\\r\\u{202e}パン\\t"), "{told}");
    }
    let unreadable = read("番号,\"a\nb\u{1b}\"\n1,x\n".as_bytes(), &rules()).expect_err("no names");
    assert!(unreadable.told(Lang::Ja).ends_with("番号, a\\nb\\u{1b}"), "{unreadable:?}");
}

/// The bytes of the real list; none where it is not at hand, which is a failure under CI unless it cannot be had there.
fn yaizu() -> Option<Vec<u8>> {
    let shared = std::env::var_os("YUI_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from);
    let path = shared.join("data/opendata/yaizu_digital_coupon_shops.csv");
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        let wanted = std::env::var_os("CI").is_some_and(|ci| ci == "true") && shared.as_os_str() != "none";
        assert!(!wanted, "{} is needed", path.display());
        eprintln!("NOT TESTED: {} is not here (set YUI_SHARED)", path.display());
    }
    bytes
}

/// The 549 rows below the heading of a real list, read in place; none is lost on the way, and nothing is found in them
/// but this.
#[test]
fn the_real_list_of_yaizu_is_read_whole() {
    let Some(bytes) = yaizu() else { return };
    let read = read(&bytes, &Rules { list: "yaizu".to_owned(), ..rules() }).expect("a list");
    let report = &read.report;
    assert_eq!((report.rows, report.taken), (549, 548), "{report:?}");
    assert_eq!(report.encoding, Encoding::Utf8Marked);
    assert_eq!(report.columns.len(), 9, "{report:?}");
    assert!(read.drafts.iter().all(|draft| draft.latitude.is_some() && draft.postal_code.len() == 7));
    assert!(read.drafts.iter().all(|draft| draft.classes.len() == 1));
    let found = |findings: &[Finding]| {
        let all = findings
            .iter()
            .map(|f| (f.line, f.column.expect("a cell"), f.kind, f.before.clone(), f.after.clone()));
        all.collect::<Vec<_>>()
    };
    let wanted = |line, column, kind, before: &str, after: &str| {
        (line, column, kind, before.to_owned(), after.to_owned())
    };
    let name = |line, before, after| wanted(line, Column::Name, Kind::Blanks, before, after);
    assert_eq!(
        found(&report.repaired),
        [
            name(2, " MASUYA", "MASUYA"),
            name(44, "ベトナム料理  Ｓｕｉｋａ　ｃｈａｎ", "ベトナム料理 Ｓｕｉｋａ　ｃｈａｎ"),
            wanted(113, Column::Kana, Kind::VoiceMark, "イーハトーウ゛", "イーハトーヴ"),
            name(142, "Cafe&Restaurant  Fun Fun", "Cafe&Restaurant Fun Fun"),
            wanted(202, Column::Telephone, Kind::TelephoneUnreadable, "非公開", ""),
            name(453, " ウエルシア焼津塩津店", "ウエルシア焼津塩津店"),
            name(454, " ウエルシアグランリバー焼津大井川店", "ウエルシアグランリバー焼津大井川店"),
        ],
        "{report:?}"
    );
    let kept = wanted(545, Column::Telephone, Kind::TelephoneWithoutAreaCode, "631-5417", "631-5417");
    assert_eq!(found(&report.doubtful), [kept], "{report:?}");
    let rejected = [Rejected { line: 550, reason: Reason::Empty }];
    assert_eq!(report.rejected, rejected, "{report:?}");
    let json = serde_json::to_value(report).expect("a report is JSON");
    assert_eq!(json["rejected"][0]["line"], 550);
    assert_eq!(json["doubtful"][0]["kind"], "telephone_without_area_code");
}

#[test]
fn a_list_of_nothing_is_an_error_with_its_reason() {
    let unreadable = |text: &str| read(text.as_bytes(), &rules()).expect_err("unreadable");
    assert_eq!(unreadable(""), Unreadable::NoRows);
    assert_eq!(unreadable(HEAD), Unreadable::NoRows);
    assert_eq!(unreadable("番号,屋号\n1,花子パン\n"), Unreadable::NoNames("番号, 屋号".to_owned()));
    assert_eq!(unreadable("番号;名称\n1;花子パン\n"), Unreadable::NoNames("番号;名称".to_owned()));
}
