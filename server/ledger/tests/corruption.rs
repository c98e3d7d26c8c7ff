//! What was altered by hand: a table that does not add up stops the start, a row of the log is found and named.

use yui_ledger::{
    Account, Altered, Ledger, LogRow, Op, Replay, Settings, SpentCode,
    row::BatchRow,
    testing::{Disk, START, Tables, charge, command, compare, id, pay, shop, wallet},
};
use yui_protocol::{Millis, Points};

type Alteration = (&'static str, fn(&mut Tables));

fn settings() -> Settings {
    Settings::default()
}

/// A store with a bit of everything, five rows a commit.
fn stored() -> Disk {
    let mut ledger = Ledger::new(settings());
    let mut disk = Disk::default();
    let hold = Op::Hold { wallet: wallet(1), amount: Points(50), classes: Vec::new(), until: START };
    let mut by_code = pay(1, 1, 30);
    if let Op::Pay { code, .. } = &mut by_code {
        *code = Some(SpentCode { id: id(70, START), valid_until: START.plus(Millis::MINUTE) });
    }
    let payment = command(3, START, by_code);
    let refund = Op::Refund { payment: payment.id, shop: shop(1), amount: Points(10) };
    let mut commands = vec![
        command(1, START, charge(1, 500, "2027-12-31")),
        command(2, START, charge(2, 500, "2027-12-31")),
    ];
    commands.extend([payment, command(4, START, refund), command(5, START, hold)]);
    commands.extend((6..40).map(|n| command(n, START.plus(1), pay(2, 1, 5))));
    for (place, command) in commands.iter().enumerate() {
        let at = command.id.at().expect("v7");
        ledger.apply(command, at).expect("accepted");
        if place % 4 == 3 {
            ledger.append(9, b"an event".to_vec(), at).expect("there is room");
            commit(&mut ledger, &mut disk);
        }
    }
    commit(&mut ledger, &mut disk);
    disk
}

fn commit(ledger: &mut Ledger, disk: &mut Disk) {
    ledger.check().expect("invariants hold");
    disk.write(&ledger.rows());
    ledger.committed();
}

/// Plays the log again and compares the tables.
fn verify(log: &[LogRow], batches: &[BatchRow], tables: &Tables) -> Result<(), Altered> {
    let mut replay = Replay::new(settings());
    let mut batches = batches.iter().peekable();
    for row in log {
        replay.row(row, |_| None)?;
        if let Some(batch) = batches.next_if(|batch| batch.last_seq == row.place().0) {
            replay.batch(batch)?;
        }
    }
    let seq = replay.head().seq;
    let compared = compare(replay.made(), tables)
        .and_then(|()| Ledger::restore(settings(), tables))
        .and_then(|stored| replay.finish(&stored));
    compared.map(drop).map_err(|corrupt| Altered { seq, what: corrupt.to_string() })
}

#[test]
fn what_was_stored_starts_and_verifies() {
    let disk = stored();
    let ledger = Ledger::restore(settings(), &disk.tables(&settings())).expect("it adds up");
    assert_eq!(ledger.wallet(wallet(1), START).balance, Points(480));
    verify(&disk.log, &disk.batches, &disk.tables(&settings())).expect("the log makes these tables");
}

/// The largest amount of a hold's part, as it is stored.
const AT_MOST: [u8; 10] = [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];

#[test]
fn a_table_that_does_not_add_up_stops_the_start() {
    let alterations: [Alteration; 19] = [
        ("the balance of a book, which nothing else is compared with", |t| {
            let is_book = |key: &[u8]| matches!(Account::from_key(key), Some(Account::Book(_)));
            let book = t.accounts.iter().find(|row| is_book(&row.key)).expect("a book").no;
            t.balances.iter_mut().filter(|row| row.account == book).for_each(|row| row.balance += 1);
        }),
        ("a balance", |t| t.balances[1].balance += 1),
        ("two balances", |t| {
            t.balances[1].balance += 1;
            t.balances[0].balance -= 1;
        }),
        ("what is set aside", |t| t.balances[1].held += 1),
        ("a lot's amount", |t| t.lots[0].amount -= 1),
        ("a lot's owner", |t| t.lots[0].account = t.lots[1].account),
        ("a lot moved to a shop", |t| t.lots[0].account = 1),
        ("a lot's terms", |t| t.lots[0].terms = 99),
        ("a lot twice", |t| t.lots.push(t.lots[0].clone())),
        ("a lot gone", |t| t.lots.truncate(1)),
        ("a hold's amount", |t| t.holds[0].amount += 1),
        ("a hold gone", |t| t.holds.clear()),
        ("a programme's book", |t| t.programmes[0].issued += 1),
        ("an account's key", |t| t.accounts[0].key = vec![9]),
        ("an account gone", |t| drop(t.accounts.remove(1))),
        ("lots beyond the integers", |t| t.lots.iter_mut().for_each(|lot| lot.amount = i64::MAX)),
        ("lots below the integers", |t| t.lots.iter_mut().for_each(|lot| lot.amount = i64::MIN)),
        ("a book below the integers", |t| t.programmes[0].issued = i64::MIN),
        ("a hold beyond the integers", |t| {
            let part = t.holds[0].parts.clone();
            t.holds[0].parts =
                [part[..1].to_vec(), AT_MOST.to_vec(), part[..1].to_vec(), AT_MOST.to_vec()].concat();
        }),
    ];
    for (what, alter) in alterations {
        let mut tables = stored().tables(&settings());
        alter(&mut tables);
        assert!(Ledger::restore(settings(), &tables).is_err(), "{what}");
    }
}

/// What cannot be of a row is said of it, whatever the sums say.
#[test]
fn a_row_that_cannot_be_is_named_at_the_start() {
    let alterations: [Alteration; 9] = [
        ("table lot: row 0 ", |t| t.lots[0].id = 0),
        ("table lot: row 10000 ", |t| t.lots[0].id = 10_000),
        ("table lot: row 1 ", |t| t.lots[0].account = t.balances[0].account),
        ("table lot: row 1 ", |t| t.lots.push(t.lots[0].clone())),
        ("table hold: row 0 ", |t| t.holds[0].seq = 0),
        ("table hold: row 6 ", |t| t.holds[0].amount += 1),
        // A part of lot 63, and a part below zero, as varints.
        ("table hold: row 6 ", |t| t.holds[0].parts = vec![126, 100]),
        ("table hold: row 6 ", |t| t.holds[0].parts = vec![2, 99]),
        ("table balance: row 1 ", |t| t.balances[0].closed = 2),
    ];
    for (found, alter) in alterations {
        let mut tables = stored().tables(&settings());
        assert_eq!(tables.holds[0].parts, [2, 100], "50 of lot 1");
        alter(&mut tables);
        let said = Ledger::restore(settings(), &tables).expect_err(found).to_string();
        assert!(said.starts_with(found), "{found}: {said}");
    }
}

#[test]
fn every_altered_row_of_the_log_is_found_and_named() {
    let disk = stored();
    for place in 0..disk.log.len() {
        let mut log = disk.log.clone();
        match &mut log[place] {
            LogRow::Posting(row) => row.amount += 1,
            LogRow::Event(row) => row.body[0] ^= 1,
        }
        let event = matches!(log[place], LogRow::Event(_));
        let broken = verify(&log, &disk.batches, &disk.tables(&settings())).expect_err("altered");
        assert!(event || broken.seq == log[place].place().0, "{broken} at {place}");
    }
}

#[test]
fn a_bit_anywhere_in_a_row_counts() {
    let disk = stored();
    let place = 12;
    let LogRow::Posting(original) = &disk.log[place] else { panic!("a payment") };
    let flips: [fn(&mut yui_ledger::row::PostingRow, usize); 6] = [
        |row, bit| row.digest[bit % 32] ^= 1 << (bit % 8),
        |row, bit| row.id[bit % 16] ^= 1 << (bit % 8),
        |row, bit| {
            let at = bit % row.detail.len();
            row.detail[at] ^= 1 << (bit % 8);
        },
        |row, bit| row.at ^= 1 << (bit % 63),
        |row, bit| row.credit ^= 1 << (bit % 63),
        |row, _| row.signature = Some([7; 64]),
    ];
    for flip in flips {
        for bit in 0..64 {
            let mut log = disk.log.clone();
            let mut row = original.clone();
            flip(&mut row, bit);
            log[place] = LogRow::Posting(row);
            assert!(verify(&log, &disk.batches, &disk.tables(&settings())).is_err(), "bit {bit}");
        }
    }
}

#[test]
fn a_consistent_lie_in_the_tables_is_found_by_the_log() {
    let disk = stored();
    let mut tables = disk.tables(&settings());
    let (first, second) = (tables.lots[0].account, tables.lots[1].account);
    for lot in &mut tables.lots {
        lot.amount += if lot.account == first { -100 } else { 100 };
    }
    for balance in &mut tables.balances {
        balance.balance += match balance.account {
            account if account == first => -100,
            account if account == second => 100,
            _ => 0,
        };
    }
    assert!(Ledger::restore(settings(), &tables).is_ok(), "it adds up");
    let broken = verify(&disk.log, &disk.batches, &tables).expect_err("but is not what happened");
    assert!(broken.what.starts_with("table balance: row "), "{broken}");
}

#[test]
fn each_table_is_compared_with_the_log() {
    let alterations: [Alteration; 11] = [
        ("refunded", |t| t.refunded[0].amount += 1),
        ("refunded", |t| t.refunded.clear()),
        ("issued_to", |t| t.issued_to[0].amount += 1),
        ("balance", |t| t.balances[0].closed = 1),
        ("lot", |t| t.lots[0].issued_at += 1),
        ("hold", |t| t.holds[0].until += 1),
        ("spent_code", |t| t.spent_codes.clear()),
        ("terms", |t| t.terms[0].last_day = "2028-12-31".to_owned()),
        ("account", |t| t.accounts[1].key[0] ^= 1),
        ("account", |t| drop(t.accounts.pop())),
        ("programme", |t| t.programmes[0].redeemed += 1),
    ];
    for (table, alter) in alterations {
        let disk = stored();
        let mut tables = disk.tables(&settings());
        alter(&mut tables);
        let broken = verify(&disk.log, &disk.batches, &tables).expect_err(table);
        assert!(broken.what.starts_with(&format!("table {table}:")), "{broken}");
    }
}

#[test]
fn what_left_the_window_is_played_from_the_store() {
    let settings = Settings { answers_at_most: 1, ids_at_most: 2, ..settings() };
    let disk = stored();
    let mut replay = Replay::new(settings);
    for row in &disk.log {
        replay.row(row, |id| disk.posting(*id.as_bytes())).expect("the same row");
    }
    assert_eq!(replay.head().hash, disk.batches.last().expect("a batch").hash);
    assert_eq!(replay.head().at, START.plus(1).max(Millis(0)));
}

#[test]
fn what_is_used_up_is_compared_too() {
    let (mut ledger, mut disk) = (Ledger::new(settings()), Disk::default());
    let hold = Op::Hold { wallet: wallet(1), amount: Points(50), classes: Vec::new(), until: START };
    let hold = command(2, START, hold);
    let release = Op::Release { hold: hold.id };
    for command in [
        command(1, START, charge(1, 50, "2027-12-31")),
        hold,
        command(3, START, release),
        command(4, START, pay(1, 1, 50)),
    ] {
        ledger.apply(&command, START).expect("accepted");
        commit(&mut ledger, &mut disk);
    }
    let whole = disk.whole(&settings());
    assert!(disk.tables(&settings()).lots.is_empty(), "a start does not read it");
    let compared = |tables: &Tables| {
        let mut replay = Replay::new(settings());
        disk.log.iter().for_each(|row| replay.row(row, |_| None).expect("plays"));
        compare(replay.made(), tables).map_err(|corrupt| corrupt.to_string())
    };
    compared(&whole).expect("the log makes these tables");
    let alterations: [Alteration; 4] = [
        ("table lot: row 1 is not", |t| t.lots[0].issued_at += 1),
        ("table lot: row 1 is missing", |t| t.lots.clear()),
        ("table hold: row 2 is not", |t| t.holds[0].until += 1),
        ("table hold: row 2 is missing", |t| t.holds.clear()),
    ];
    for (found, alter) in alterations {
        let mut tables = whole.clone();
        alter(&mut tables);
        let said = compared(&tables).expect_err(found);
        assert!(said.starts_with(found), "{said}");
    }
}

/// The log played to its end with its commits.
fn played(disk: &Disk) -> Replay {
    let mut replay = Replay::new(settings());
    let mut batches = disk.batches.iter().peekable();
    for row in &disk.log {
        replay.row(row, |_| None).expect("plays");
        if let Some(batch) = batches.next_if(|batch| batch.last_seq == row.place().0) {
            replay.batch(batch).expect("sound");
        }
    }
    replay
}

/// Tables that add up among themselves, as a start reads them, and yet are not the log's.
#[test]
fn what_a_start_reads_is_compared_with_what_the_log_made() {
    let disk = stored();
    let stored = |tables: &Tables| Ledger::restore(settings(), tables);
    played(&disk).finish(&stored(&disk.tables(&settings())).expect("sound")).expect("sound");
    let alterations: [Alteration; 9] = [
        ("table account: ", |t| t.terms[0].last_day = "2028-12-31".to_owned()),
        ("table balance: account 1 ", |t| t.balances[0].closed = 1),
        ("table lot: account 2 ", |t| t.lots[0].issued_at += 1),
        ("table hold: account 2 ", |t| t.holds[0].seq += 100),
        ("table issued_to: account 2 ", |t| t.issued_to[0].amount += 1),
        ("table programme: ", |t| {
            t.programmes[0].issued += 1;
            t.programmes[0].expired += 1;
        }),
        ("table hold: an open hold ", |t| t.holds[0].until += 1),
        ("table spent_code: ", |t| t.spent_codes.clear()),
        ("table batch: the head ", |t| t.head.as_mut().expect("a head").hash[0] ^= 1),
    ];
    for (found, alter) in alterations {
        let mut tables = disk.tables(&settings());
        alter(&mut tables);
        let compared = stored(&tables).and_then(|stored| played(&disk).finish(&stored));
        let said = compared.expect_err(found).to_string();
        assert!(said.starts_with(found), "{found}: {said}");
    }
}

/// One row is named alone where it is a commit of its own, else with those of its commit.
#[test]
fn a_finding_names_the_rows_that_it_can_be() {
    let mut replay = Replay::new(settings());
    assert_eq!(replay.altered(1, "odd").what, "odd");
    assert!(replay.altered(2, "odd").what.contains("of rows 1 to 2"));
    let disk = stored();
    for row in &disk.log[..5] {
        replay.row(row, |_| None).expect("plays");
    }
    let broken = |change: fn(&mut BatchRow)| {
        let mut replay = Replay::new(settings());
        disk.log[..5].iter().for_each(|row| replay.row(row, |_| None).expect("plays"));
        let mut batch = disk.batches[0].clone();
        change(&mut batch);
        replay.batch(&batch).expect_err("altered").what
    };
    assert_eq!(broken(|batch| batch.at += 1), "table batch does not fit rows 1 to 5");
    let among = "the hash chain is broken; it is one of rows 1 to 5, which are one commit";
    assert_eq!(broken(|batch| batch.hash[0] ^= 1), among);
    replay.batch(&disk.batches[0]).expect("sound");
    assert_eq!(replay.altered(6, "odd").what, "odd");
    replay.row(&disk.log[5], |_| None).expect("plays");
    let alone = BatchRow { first_seq: 6, last_seq: 6, ..disk.batches[1].clone() };
    assert_eq!(replay.batch(&alone).expect_err("altered").what, "the hash chain is broken");
}

#[test]
fn each_code_that_was_spent_is_told_once_with_its_payment() {
    let disk = stored();
    let mut replay = Replay::new(settings());
    let mut told = Vec::new();
    for row in &disk.log {
        replay.row(row, |_| None).expect("plays");
        told.extend(replay.made().take_codes());
    }
    let stored = disk.tables(&settings()).spent_codes;
    assert_eq!(told, [(3, stored[0].clone())]);
    assert_eq!((stored.len(), stored[0].id), (1, *id(70, START).as_bytes()));
}

/// Where a row does not show by itself, what comes after it in the same commit does: both are named.
#[test]
fn a_row_that_shows_later_is_among_those_named() {
    let disk = stored();
    let mut log = disk.log.clone();
    let LogRow::Posting(first) = &mut log[5] else { panic!("the first row of the second commit") };
    first.at += 10;
    let altered = verify(&log, &disk.batches, &disk.tables(&settings())).expect_err("altered");
    assert!(altered.seq == 7 && altered.what.contains("of rows 6 to 7"), "{altered}");
}
