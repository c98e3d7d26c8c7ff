//! A copy made and put back.

use std::{
    fs::{File, Permissions},
    os::unix::fs::PermissionsExt,
    path::Path,
    sync::Arc,
};

use yui_protocol::Millis;
use yui_store::{StoreUrl, SystemClock, export};

use crate::{
    chores::chores,
    town::{Town, put_key, refused, sql},
};

#[test]
fn a_copy_is_restored_with_the_same_head() {
    let town = Town::sqlite();
    chores(&town);
    let copy = town.path("copy");
    let running = town.serve();
    let backup = town.run(&["backup", copy.to_str().expect("text")]);
    let said = String::from_utf8(backup.stderr).expect("text");
    assert!(backup.status.success(), "{said}");
    let (realm, after) = said.split_once("realm.db").expect("the realm's copy");
    assert!(!realm.contains("town.db") && after.contains("town.db"), "the realm comes first: {said}");
    let mode = |path: &Path| path.metadata().expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(&copy), 0o700);
    for file in ["town.db", "realm.db"] {
        assert_eq!(mode(&copy.join(file)), 0o600, "{file}");
    }
    let head = town.json(&["verify-ledger", "--json"]);
    drop(running);
    assert_eq!(head["done"], "sound");
    assert_eq!(
        town.run(&["backup", copy.to_str().expect("text")]).status.code(),
        Some(1),
        "never over another copy"
    );
    let other = Town::sqlite();
    let left = other.data.join("realm").join("realm.db-wal");
    std::fs::create_dir_all(left.parent().expect("a folder")).expect("is made");
    std::fs::write(&left, "of another realm").expect("is written");
    let refused = other.run(&["restore", copy.to_str().expect("text")]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("realm.db-wal"), "{said}");
    assert!(!other.data.join("town").join("town.db").exists(), "the town waits for the realm: {said}");
    std::fs::remove_file(&left).expect("is removed");
    other.told(&["restore", copy.to_str().expect("text")]);
    assert_eq!(
        other.run(&["restore", copy.to_str().expect("text")]).status.code(),
        Some(1),
        "never over data"
    );
    // Without the realm's key nobody would be known again; a fresh one is no help.
    let kept_apart = std::fs::read(town.data.join("realm.key")).expect("a key");
    let key = other.data.join("realm.key");
    for (wrong, said) in
        [(None, "realm.key is missing"), (Some([9; 32]), "not the one this data was written")]
    {
        if let Some(bytes) = wrong {
            put_key(&key, &bytes);
        }
        let refused = other.run(&["staff", "list"]);
        let told = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(1), "{told}");
        assert!(told.contains(said), "{told}");
        assert_eq!(key.exists(), wrong.is_some(), "no key was made");
    }
    put_key(&key, &kept_apart);
    assert_eq!(other.json(&["verify-ledger", "--json"]), head);
    assert_eq!(other.told(&["staff", "list"]), town.told(&["staff", "list"]));
}

/// Of a copy in lines of text either both stores are put back or none is, and it can be tried again.
#[test]
fn a_damaged_copy_leaves_nothing_behind_on_postgres() {
    let town = Town::postgres();
    chores(&town);
    let copy = town.path("copy");
    let whole = copy.to_str().expect("text");
    town.told(&["backup", whole]);
    let head = town.json(&["verify-ledger", "--json"]);
    let realm = std::fs::read_to_string(copy.join("realm.jsonl")).expect("lines");
    let damaged = town.path("damaged");
    std::fs::create_dir(&damaged).expect("a folder");
    std::fs::copy(copy.join("town.jsonl"), damaged.join("town.jsonl")).expect("copies");
    let (last, _) = realm.trim_end().rsplit_once('\n').expect("lines");
    let (_, after) = realm.split_once('\n').expect("lines");
    let of_another = format!("{{\"yui_export\":1,\"steps\":[]}}\n{after}");

    for other in [Town::sqlite(), Town::postgres_named("other")] {
        let restore = ["restore", damaged.to_str().expect("text")];
        for (lines, said) in [
            (of_another.as_str(), "realm store: the store was made by another version"),
            (last, "the last line is missing; nothing was put back"),
            (last, "the last line is missing; nothing was put back"),
        ] {
            std::fs::write(damaged.join("realm.jsonl"), lines).expect("writes");
            let told = refused(&other, &restore);
            assert!(told.contains(said), "{told}");
            assert!(!other.data.join("town").join("town.db").exists(), "{told}");
        }
        other.told(&["restore", whole]);
        std::fs::copy(town.data.join("realm.key"), other.data.join("realm.key")).expect("the key goes along");
        assert_eq!(other.json(&["verify-ledger", "--json"]), head);
        let again = refused(&other, &["restore", whole]);
        assert!(again.contains("is not empty") && again.contains("nothing was done"), "{again}");
    }

    // A place that is taken is seen before anything is put into the other.
    let taken = Town::postgres_named("taken");
    let database = taken.database.as_deref().expect("a database");
    sql(database, "CREATE SCHEMA realm; CREATE TABLE realm.somebodys (n BIGINT)");
    let told = refused(&taken, &["restore", whole]);
    assert!(told.contains("realm store: the target is not empty: schema realm"), "{told}");
    sql(database, "DROP SCHEMA realm CASCADE");
    taken.told(&["restore", whole]);
}

/// Nothing is in place, and nothing that a try began.
#[track_caller]
fn nothing_there(town: &Town, told: &str) {
    for (folder, name) in [("town", "town.db"), ("realm", "realm.db")] {
        for name in [name.to_owned(), format!("{name}.restoring")] {
            let file = town.data.join(folder).join(name);
            assert!(!file.is_file(), "{}: {told}", file.display());
        }
    }
}

/// The realm's store as lines of text, of the same installation as its file in this copy.
fn realm_in_lines(copy: &Path, to: &Path) {
    let file = copy.with_extension("realm.db");
    std::fs::copy(copy.join("realm.db"), &file).expect("copies");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let realm =
            yui_server::open_realm(StoreUrl::Sqlite(file), Arc::new(SystemClock)).await.expect("opens");
        export(realm.reader(), &mut File::create(to).expect("a file")).await.expect("exports");
        realm.close().await;
    });
}

/// Of a copy in files either both stores are put back or none is, and it can be tried again; nor where the one is a file
/// and the other are lines of text.
#[test]
fn a_damaged_copy_of_files_leaves_nothing_behind() {
    let town = Town::sqlite();
    chores(&town);
    let copy = town.path("copy");
    let whole = copy.to_str().expect("text");
    town.told(&["backup", whole]);
    let head = town.json(&["verify-ledger", "--json"]);
    let realm = std::fs::read(copy.join("realm.db")).expect("a copy");
    let damaged = town.path("damaged");
    std::fs::create_dir(&damaged).expect("a folder");
    std::fs::copy(copy.join("town.db"), damaged.join("town.db")).expect("copies");

    let other = Town::sqlite();
    let restore = ["restore", damaged.to_str().expect("text")];
    let mut bent = realm.clone();
    bent[4096..8192].fill(0xff);
    for bytes in [&realm[..realm.len() / 2], &bent] {
        std::fs::write(damaged.join("realm.db"), bytes).expect("writes");
        let told = refused(&other, &restore);
        assert!(told.contains("realm store: ") && told.contains("nothing was put back"), "{told}");
        nothing_there(&other, &told);
    }
    std::fs::write(damaged.join("realm.db"), &realm).expect("writes");
    // Something is in the way of the second store alone.
    let beside = other.data.join("realm").join("realm.db.restoring");
    std::fs::create_dir(&beside).expect("a folder");
    let told = refused(&other, &restore);
    assert!(told.contains("realm store: ") && told.contains("nothing was put back"), "{told}");
    nothing_there(&other, &told);
    std::fs::remove_dir(&beside).expect("removes");

    std::fs::remove_file(damaged.join("realm.db")).expect("removes");
    let lines = damaged.join("realm.jsonl");
    realm_in_lines(&copy, &lines);
    let all = std::fs::read_to_string(&lines).expect("lines");
    let (cut, _) = all.trim_end().rsplit_once('\n').expect("lines");
    std::fs::write(&lines, cut).expect("writes");
    let told = refused(&other, &restore);
    assert!(told.contains("the last line is missing; nothing was put back"), "{told}");
    nothing_there(&other, &told);
    std::fs::write(&lines, all).expect("writes");

    // What a try left that was cut off is no obstacle, whoever may write to it.
    std::fs::write(&beside, "half of a copy").expect("writes");
    std::fs::set_permissions(&beside, Permissions::from_mode(0o400)).expect("is locked");
    std::fs::copy(town.data.join("realm.key"), other.data.join("realm.key")).expect("the key goes along");
    other.told(&restore);
    assert_eq!(other.json(&["verify-ledger", "--json"]), head);
    assert_eq!(other.told(&["staff", "list"]), town.told(&["staff", "list"]));
}

/// A drill with copies that are worth nothing must not pass.
#[test]
fn copies_that_do_not_belong_together_are_refused() {
    let [town, stranger] = [Town::sqlite(), Town::sqlite()];
    let copy = |of: &Town| {
        let copy = of.path("copy");
        of.told(&["backup", copy.to_str().expect("text")]);
        copy
    };
    chores(&town);
    chores(&stranger);
    let (own, others) = (copy(&town), copy(&stranger));
    let mixed = town.path("mixed");
    std::fs::create_dir(&mixed).expect("a folder");
    let put = |realm: &Path, of_town: &Path| {
        std::fs::copy(realm, mixed.join("realm.db")).expect("copies");
        std::fs::copy(of_town, mixed.join("town.db")).expect("copies");
    };
    let restore = ["restore", mixed.to_str().expect("text")];
    let other = Town::sqlite();
    for (realm, of_town) in [("town.db", "realm.db"), ("realm.db", "realm.db"), ("town.db", "town.db")] {
        put(&own.join(realm), &own.join(of_town));
        let told = refused(&other, &restore);
        assert!(told.contains("another version") && told.contains("nothing was put back"), "{told}");
        nothing_there(&other, &told);
    }
    put(&own.join("realm.db"), &others.join("town.db"));
    let told = refused(&other, &restore);
    assert!(told.contains("different installations"), "{told}");
}

/// What is half copied looks like a copy until it is needed.
#[test]
fn a_copy_that_fails_leaves_no_folder() {
    let town = Town::sqlite();
    chores(&town);
    let copy = town.path("copy");
    let store = town.data.join("town").join("town.db");
    assert!(!store.with_file_name("town.db-wal").exists(), "what is ended in good order is one whole file");
    let bytes = std::fs::read(&store).expect("a store");
    std::fs::write(&store, &bytes[..bytes.len() / 2]).expect("is damaged");
    refused(&town, &["backup", copy.to_str().expect("text")]);
    assert!(!copy.exists());
    std::fs::write(&store, &bytes).expect("is whole again");
    town.told(&["backup", copy.to_str().expect("text")]);
}

/// Makes the commit fail with which the realm's store comes into a database.
const TRIP: &str = "
    CREATE FUNCTION public.trip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'tripped'; END $$;
    CREATE FUNCTION public.arm() RETURNS event_trigger LANGUAGE plpgsql AS $$ DECLARE made record; BEGIN
        FOR made IN SELECT * FROM pg_event_trigger_ddl_commands() WHERE object_identity = 'realm.batch' LOOP
            CREATE CONSTRAINT TRIGGER trip AFTER INSERT ON realm.batch DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION public.trip();
        END LOOP;
    END $$;
    CREATE EVENT TRIGGER arm ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION public.arm();";

/// Whoever restores is told what is in place, also when the second of two commits fails.
#[test]
fn half_a_copy_is_called_half_on_postgres() {
    let town = Town::postgres_named("source");
    chores(&town);
    let copy = town.path("copy");
    let restore = ["restore", copy.to_str().expect("text")];
    town.told(&["backup", copy.to_str().expect("text")]);
    let other = Town::postgres_named("half");
    let database = other.database.as_deref().expect("a database");
    sql(database, TRIP);
    let told = refused(&other, &restore);
    assert!(
        told.contains("realm store: ") && told.contains("the town's store was put back already"),
        "{told}"
    );
    sql(database, "SELECT id FROM town_422053.installation; DROP EVENT TRIGGER arm");
    let told = refused(&other, &restore);
    assert!(told.contains("town store: the target is not empty"), "{told}");
    sql(database, "DROP SCHEMA town_422053 CASCADE");
    other.told(&restore);
}

/// A town that grows leaves its files for a database, while it serves, and can go back: docs/architecture.md.
#[test]
fn a_town_moves_to_postgres_and_back() {
    let small = Town::sqlite();
    chores(&small);
    let lines = |town: &Town| {
        let copy = town.path("lines");
        town.told(&["backup", copy.to_str().expect("text"), "--lines"]);
        copy
    };
    let running = small.serve();
    let copies = lines(&small);
    let head = small.json(&["verify-ledger", "--json"]);
    assert_eq!(head["done"], "sound");
    drop(running);
    let grown = Town::postgres_named("grown");
    let of_files = small.path("files");
    small.told(&["backup", of_files.to_str().expect("text")]);
    let told = refused(&grown, &["restore", of_files.to_str().expect("text")]);
    assert!(told.contains("backup --lines"), "{told}");

    let again = Town::sqlite();
    let mut from = copies.clone();
    for to in [&grown, &again] {
        to.told(&["restore", from.to_str().expect("text")]);
        std::fs::copy(small.data.join("realm.key"), to.data.join("realm.key")).expect("the key goes along");
        assert_eq!(to.json(&["verify-ledger", "--json"]), head, "one hash, one book");
        from = lines(to);
        for store in ["town.jsonl", "realm.jsonl"] {
            let [before, after] =
                [&copies, &from].map(|copy| std::fs::read(copy.join(store)).expect("lines"));
            assert!(before == after, "{store} is the same to the byte");
        }
    }
    drop(grown.serve());
}

fn what_is_not_there_is_not_copied(town: &Town) {
    let copy = town.path("copy");
    let said = refused(town, &["backup", copy.to_str().expect("text")]);
    assert!(said.contains("there is no store here"), "{said}");
    assert!(!copy.exists(), "nor does a folder look like a copy");
    let again = refused(town, &["backup", copy.to_str().expect("text")]);
    assert!(again.contains("there is no store here"), "and nothing was made in its place: {again}");
}

#[test]
fn what_is_not_there_is_not_copied_from_files() {
    what_is_not_there_is_not_copied(&Town::sqlite());
}

#[test]
fn what_is_not_there_is_not_copied_from_postgres() {
    what_is_not_there_is_not_copied(&Town::postgres());
}

fn town_store(town: &Town) -> StoreUrl {
    match &town.database {
        Some(url) => StoreUrl::Postgres { url: url.clone(), schema: "town_422053".into() },
        None => StoreUrl::Sqlite(town.data.join("town").join("town.db")),
    }
}

/// Somebody sits at her desk.
async fn sign_in(town: &Town) {
    let store = yui_server::open_town(town_store(town), Arc::new(SystemClock)).await.expect("opens");
    let signed_in = store.writer().run(|unit| {
        Box::pin(async move {
            let now: Millis = unit.now();
            let text = "INSERT INTO staff_session (id, staff, began_at, seen_at) VALUES ('a', 'b', $1, $1)";
            unit.sql(text).bind(now).execute().await?;
            unit.fact("staff.session_used", None);
            Ok(())
        })
    });
    signed_in.await.expect("is written");
    store.close().await;
}

async fn sessions(town: &Town) -> usize {
    let store = yui_store::open_reader(&town_store(town)).await.expect("opens");
    let rows = store.sql("SELECT id FROM staff_session").fetch_all().await.expect("rows").len();
    store.close().await;
    rows
}

fn says_what_is_in_again(town: &Town, other: &Town) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    town.told(&["staff", "add", "--name", "suzuki", "--shown", "鈴木", "--role", "town-counter"]);
    runtime.block_on(sign_in(town));
    let copy = town.path("copy");
    town.told(&["backup", copy.to_str().expect("text")]);
    assert_eq!(runtime.block_on(sessions(town)), 1, "it was copied");
    let head = town.json(&["verify-ledger", "--json"]);

    let restored = other.run(&["restore", copy.to_str().expect("text")]);
    let told = String::from_utf8(restored.stderr).expect("text");
    assert!(restored.status.success(), "{told}");
    for word in ["phones of residents and shops", "accounts of staff", "passwords", "Vouchers", "once more"] {
        assert!(told.contains(word), "{word}: {told}");
    }
    assert_eq!(runtime.block_on(sessions(other)), 0, "nobody is signed in by a copy");
    std::fs::copy(town.data.join("realm.key"), other.data.join("realm.key")).expect("the key goes along");
    assert_eq!(other.json(&["verify-ledger", "--json"]), head);
}

#[test]
fn a_restored_copy_says_what_is_in_again() {
    says_what_is_in_again(&Town::sqlite(), &Town::sqlite());
}

#[test]
fn a_restored_copy_says_what_is_in_again_on_postgres() {
    says_what_is_in_again(&Town::postgres_named("before"), &Town::postgres_named("after"));
}
