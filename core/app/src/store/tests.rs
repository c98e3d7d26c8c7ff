//! The phone's store: what is written comes back, sealed where it is personal, and only here.

use std::{collections::BTreeMap, path::PathBuf};

use proptest::prelude::*;
use rusqlite::Connection;
use yui_protocol::{ErrorCode, Millis};

use super::*;
use crate::PlatformError;

/// Opens only what a phone with the same secret sealed.
struct Vault(u8);

impl SecureStore for Vault {
    fn seal(&self, _: String, plain: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        Ok([vec![self.0], plain.iter().map(|byte| byte ^ self.0).collect()].concat())
    }

    fn unseal(&self, _: String, sealed: Vec<u8>) -> Result<Vec<u8>, PlatformError> {
        match sealed.split_first() {
            Some((secret, body)) if *secret == self.0 => Ok(body.iter().map(|byte| byte ^ self.0).collect()),
            _ => Err(PlatformError::SealedElsewhere),
        }
    }
}

const KEY: RecordKey<'_> = RecordKey { party: Party::Person, kind: "note", id: "1" };
const ROW: Row<'_> = Row { seq: 1, at: Millis(5), state: "done" };

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("yui.sqlite");
    (folder, path)
}

fn code<T>(result: AppResult<T>) -> Option<ErrorCode> {
    result.err().map(|error| error.code().clone())
}

fn note(store: &Store) -> AppResult<Option<String>> {
    store.read(|unit| Ok(unit.record::<String>(KEY)?.map(|found| found.value)))
}

#[test]
fn a_file_copied_to_another_phone_is_useless_there_and_untouched() {
    let (_folder, path) = folder();
    let store = Store::open(&path, &Vault(7), None).expect("a new store");
    store.write(WritePoint::Other, |unit| unit.put_record(KEY, ROW, &"田中花子")).expect("kept");
    drop(store);
    let before = std::fs::read(&path).expect("the file");
    let plain = "田中花子".as_bytes();
    assert!(!before.windows(plain.len()).any(|window| window == plain), "nothing personal is in the clear");
    assert_eq!(code(Store::open(&path, &Vault(8), None)), Some(ErrorCode::StorageSealed));
    assert_eq!(std::fs::read(&path).expect("the file"), before);
    let store = Store::open(&path, &Vault(7), None).expect("ours");
    assert_eq!(note(&store).expect("read").as_deref(), Some("田中花子"));
}

#[test]
fn a_file_that_is_not_ours_or_newer_stays_as_it_is() {
    let (_folder, path) = folder();
    drop(Store::open(&path, &Vault(7), None).expect("a new store"));
    let ours = std::fs::read(&path).expect("the file");
    let mut newer = ours.clone();
    newer[60..64].copy_from_slice(&99u32.to_be_bytes());
    let mut foreign = ours.clone();
    foreign[68..72].copy_from_slice(&0u32.to_be_bytes());
    for wrong in [newer, foreign, b"a letter to Hanako".to_vec(), vec![0; 4096]] {
        std::fs::write(&path, &wrong).expect("written");
        assert_eq!(code(Store::open(&path, &Vault(7), None)), Some(ErrorCode::StorageForeign));
        assert_eq!(std::fs::read(&path).expect("the file"), wrong);
    }
}

#[test]
fn a_store_of_another_phone_can_be_put_away_and_a_foreign_file_cannot() {
    let (_folder, path) = folder();
    drop(Store::open(&path, &Vault(7), None).expect("a new store"));
    assert_eq!(code(Store::open(&path, &Vault(8), None)), Some(ErrorCode::StorageSealed));
    file::discard(&path).expect("put away");
    drop(Store::open(&path, &Vault(8), None).expect("begins anew"));
    std::fs::write(&path, b"a letter to Hanako").expect("written");
    assert_eq!(code(file::discard(&path)), Some(ErrorCode::StorageForeign));
    assert_eq!(std::fs::read(&path).expect("the file"), b"a letter to Hanako");
}

#[test]
fn a_full_disk_keeps_nothing_by_halves() {
    let (_folder, path) = folder();
    let store = Store::open(&path, &Vault(7), None).expect("a new store");
    store.write(WritePoint::Other, |unit| unit.put_record(KEY, ROW, &"before")).expect("kept");
    store
        .read(|unit| {
            let pages: i64 =
                unit.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).map_err(failed)?;
            let set: i64 = unit
                .connection
                .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| row.get(0))
                .map_err(failed)?;
            assert_eq!(set, pages);
            Ok(())
        })
        .expect("a full disk");
    let full = store.write(WritePoint::Other, |unit| {
        unit.put_record(KEY, ROW, &"after")?;
        unit.put_record(RecordKey { id: "2", ..KEY }, ROW, &"x".repeat(100_000))
    });
    assert_eq!(code(full), Some(ErrorCode::StorageFull));
    assert_eq!(note(&store).expect("read").as_deref(), Some("before"));
}

#[test]
fn a_value_moved_to_another_row_is_refused() {
    let (_folder, path) = folder();
    let store = Store::open(&path, &Vault(7), None).expect("a new store");
    let other = RecordKey { id: "2", ..KEY };
    store
        .write(WritePoint::Other, |unit| {
            unit.put_record(KEY, ROW, &"hers")?;
            unit.put_record(other, ROW, &"his")
        })
        .expect("kept");
    drop(store);
    let raw = Connection::open(&path).expect("opens");
    raw.execute("UPDATE record SET sealed = (SELECT sealed FROM record WHERE id = '2') WHERE id = '1'", [])
        .expect("moved by hand");
    drop(raw);
    let store = Store::open(&path, &Vault(7), None).expect("opens");
    assert_eq!(code(note(&store)), Some(ErrorCode::StorageFailed));
}

/// The schema of every release, as its file holds it; a released one is never edited.
#[test]
fn a_file_of_every_released_schema_opens_with_all_it_held() {
    let releases: BTreeMap<usize, &[u8]> =
        [(1, &include_bytes!("../../tests/fixtures/store-1.sqlite")[..])].into_iter().collect();
    assert_eq!(releases.len(), file::MIGRATIONS.len(), "one fixture a schema");
    for (version, bytes) in releases {
        let (_folder, path) = folder();
        std::fs::write(&path, bytes).expect("written");
        let store = Store::open(&path, &Vault(7), None).expect("an older file");
        assert_eq!(note(&store).expect("read").as_deref(), Some("ことづて"), "{version}");
        let (version, tables) = store
            .read(|unit| {
                let one = |sql: &str| {
                    unit.connection.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(failed)
                };
                Ok((
                    one("PRAGMA user_version")?,
                    one("SELECT count(*) FROM sqlite_schema WHERE type = 'table'")?,
                ))
            })
            .expect("read");
        assert_eq!((usize::try_from(version), tables), (Ok(file::MIGRATIONS.len()), 3));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_sealed_comes_back_and_an_altered_bit_does_not(plain: Vec<u8>, place in "[a-z/]{0,12}", at: usize, bit in 0u8..8) {
        let (_folder, path) = folder();
        let mut connection = file::open(&path).expect("opens");
        let sealer = Sealer::open(&mut connection, &Vault(7)).expect("a key");
        let sealed = sealer.seal(&place, &plain).expect("sealed");
        prop_assert_eq!(sealer.open_at(&place, &sealed).expect("opened"), plain);
        let mut altered = sealed.clone();
        let at = at % altered.len();
        altered[at] ^= 1 << bit;
        prop_assert!(sealer.open_at(&place, &altered).is_err());
        let elsewhere = format!("{place}x");
        prop_assert!(sealer.open_at(&elsewhere, &sealed).is_err());
    }
}
