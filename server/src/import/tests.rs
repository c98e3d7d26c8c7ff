//! Lists as they come: repaired, rejected, and the real one of a town.

use std::path::PathBuf;

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
    let kinds = read.report.repaired.iter().map(|finding| finding.kind).collect();
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
        (2, "ウ゛", Kind::Width),
        (3, "占い", Kind::ClassUnknown),
        (4, "〒８５６ー００００", Kind::PostalCodeForm),
        (4, "12", Kind::PostalCodeUnreadable),
        (6, "０９５７（００）００００", Kind::TelephoneForm),
        (6, "+81-957-00-0000", Kind::TelephoneForm),
        (6, "00-0000", Kind::TelephoneWithoutAreaCode),
        (6, "非公開", Kind::TelephoneUnreadable),
        (7, "200", Kind::PlaceUnreadable),
        (8, "３２.９", Kind::Width),
    ] {
        assert_eq!(one(&row(cell, at)).1, [kind], "{cell}");
    }
    assert_eq!(one(&row("０９５７（００）００００", 6)).0.telephone, "0957-00-0000");
    assert_eq!(one(&row("+81-957-00-0000", 6)).0.telephone, "0957-00-0000");
    assert_eq!(one(&row("ウ゛", 2)).0.kana, "ヴ");
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

/// The 549 rows below the heading of a real list, read in place; none is lost on the way.
#[test]
fn the_real_list_of_yaizu_is_read_whole() {
    let shared = std::env::var_os("YUI_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from);
    let path = shared.join("data/opendata/yaizu_digital_coupon_shops.csv");
    let Ok(bytes) = std::fs::read(&path) else {
        let wanted = std::env::var_os("CI").is_some_and(|ci| ci == "true") && shared.as_os_str() != "none";
        assert!(!wanted, "{} is needed", path.display());
        eprintln!("NOT TESTED: {} is not here (set YUI_SHARED)", path.display());
        return;
    };
    let read = read(&bytes, &Rules { list: "yaizu".to_owned(), ..rules() }).expect("a list");
    let report = &read.report;
    assert_eq!((report.rows, report.taken, report.rejected.len()), (549, 548, 1), "{report:?}");
    assert_eq!(report.rejected[0].reason, Reason::Empty);
    assert_eq!(report.encoding, Encoding::Utf8Marked);
    assert_eq!(report.columns.len(), 9, "{report:?}");
    assert!(read.drafts.iter().all(|draft| draft.latitude.is_some() && draft.postal_code.len() == 7));
    assert!(read.drafts.iter().all(|draft| draft.classes.len() == 1));
    let count = |kind| report.repaired.iter().filter(|finding| finding.kind == kind).count();
    assert_eq!(count(Kind::TelephoneWithoutAreaCode), 1, "{report:?}");
    assert_eq!(count(Kind::TelephoneUnreadable), 1, "{report:?}");
    assert!(report.repaired.iter().any(|finding| finding.before == " MASUYA" && finding.after == "MASUYA"));
    let json = serde_json::to_value(report).expect("a report is JSON");
    assert_eq!(json["rejected"][0]["line"], 550);
}

#[test]
fn a_list_of_nothing_is_an_error_with_its_reason() {
    let unreadable = |text: &str| read(text.as_bytes(), &rules()).expect_err("unreadable");
    assert_eq!(unreadable(""), Unreadable::NoRows);
    assert_eq!(unreadable(HEAD), Unreadable::NoRows);
    assert_eq!(unreadable("番号,屋号\n1,花子パン\n"), Unreadable::NoNames("番号, 屋号".to_owned()));
    assert_eq!(unreadable("番号;名称\n1;花子パン\n"), Unreadable::NoNames("番号;名称".to_owned()));
}
