//! A town changes its engine, or leaves with its data; a copy is put back.

use std::io::BufReader;

use yui_protocol::Points;
use yui_store::{Store, StoreError, backup, export, import, restore, testing::Place, verify};

use crate::acts::{DOMAIN, HANAKO, SHOP, apply, balance, command, issue, note, notes, open, pay};

crate::on_both! { an_export_moves_to_either_engine_and_back a_cut_or_foreign_export_leaves_nothing }

async fn filled(place: &Place) -> Store {
    let store = open(place).await;
    let now = place.clock_now();
    apply(store.writer(), command(now, 1, issue(HANAKO, 1_000))).await.expect("issues");
    apply(store.writer(), command(now, 2, pay(HANAKO, SHOP, 300))).await.expect("pays");
    note(store.writer(), "「引っ越し」\n").await.expect("notes");
    store
}

async fn exported(store: &Store) -> Vec<u8> {
    let mut lines = Vec::new();
    export(store.reader(), &mut lines).await.expect("exports");
    lines
}

async fn an_export_moves_to_either_engine_and_back(place: Place) {
    let store = filled(&place).await;
    let lines = exported(&store).await;
    let head = verify(store.reader()).await.expect("sound");
    store.close().await;
    for target in Place::each() {
        import(target.url(), DOMAIN, &mut BufReader::new(lines.as_slice())).await.expect("imports");
        let moved = open(&target).await;
        assert_eq!(verify(moved.reader()).await.expect("sound"), head);
        assert_eq!(exported(&moved).await, lines, "the same to the byte");
        assert_eq!(notes(&moved).await, ["「引っ越し」\n"]);
        apply(moved.writer(), command(place.clock_now(), 3, pay(HANAKO, SHOP, 1))).await.expect("goes on");
        assert_eq!(balance(&moved, HANAKO).await, Points(699));
        moved.close().await;
        let again = import(target.url(), DOMAIN, &mut BufReader::new(lines.as_slice())).await;
        assert!(matches!(again, Err(StoreError::NotEmpty)), "{again:?}");
    }
}

async fn a_cut_or_foreign_export_leaves_nothing(place: Place) {
    let source = Place::sqlite();
    let store = filled(&source).await;
    let lines = String::from_utf8(exported(&store).await).expect("UTF-8");
    store.close().await;
    let all: Vec<_> = lines.lines().collect();
    let cut = all[..all.len() - 1].join("\n");
    let short =
        all.iter().enumerate().filter(|(n, _)| *n != 3).map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
    for wrong in
        [cut.as_str(), short.as_str(), "", "{}", "[1]", &lines.replacen("0001_ledger", "0001_other", 1)]
    {
        let refused = import(place.url(), DOMAIN, &mut BufReader::new(wrong.as_bytes())).await;
        assert!(matches!(refused, Err(StoreError::Import(..) | StoreError::OtherVersion(_))), "{refused:?}");
    }
    import(place.url(), DOMAIN, &mut BufReader::new(lines.as_bytes()))
        .await
        .expect("the place is still empty");
}

#[tokio::test]
async fn a_copy_made_beside_the_writer_is_put_back() {
    let place = Place::sqlite();
    let store = filled(&place).await;
    let copy = place.folder().join("copy.db");
    backup(place.url(), &copy).await.expect("copies");
    assert!(matches!(backup(place.url(), &copy).await, Err(StoreError::NotEmpty)));
    apply(store.writer(), command(place.clock_now(), 3, pay(HANAKO, SHOP, 1))).await.expect("after the copy");
    store.close().await;
    assert!(matches!(restore(&copy, place.url()), Err(StoreError::NotEmpty)));

    let other = Place::sqlite();
    restore(&copy, other.url()).expect("is put back");
    let store = open(&other).await;
    assert_eq!(balance(&store, HANAKO).await, Points(700));
    assert_eq!(verify(store.reader()).await.expect("sound").seq, 3);
    store.close().await;
}
