//! The part of a posting's detail that defines the numbers it is the first to use, so that the log explains
//! itself. A byte 0 says that there is none.

use chrono::{Datelike, NaiveDate};
use yui_protocol::wallet::LotKind;

use crate::{
    Account, Corrupt, LotTerms, Names,
    codec::{Reader, Writer},
    names::{Lengths, check_classes, split_classes},
    row::PostingRow,
};

/// The kinds of lots by the number they have in rows.
pub(crate) const KINDS: [LotKind; 4] = [LotKind::Charged, LotKind::Granted, LotKind::Coupon, LotKind::Reward];

/// The number of a kind in rows.
pub(crate) fn kind_no(kind: LotKind) -> i64 {
    match kind {
        LotKind::Charged => 0,
        LotKind::Granted => 1,
        LotKind::Coupon => 2,
        LotKind::Reward => 3,
    }
}

/// Definitions as read, not yet numbered.
#[derive(Default)]
pub(crate) struct Definitions {
    accounts: Vec<Account>,
    programmes: Vec<String>,
    classes: Vec<String>,
    terms: Vec<TermsDefinition>,
}

struct TermsDefinition {
    kind: LotKind,
    programme: i64,
    last_day: NaiveDate,
    classes: i64,
}

/// Writes what got a number from `from` on.
pub(crate) fn write(names: &Names, from: Lengths, writer: &mut Writer) {
    let to = names.lengths();
    if from == to {
        writer.unsigned(0);
        return;
    }
    writer.unsigned(1);
    let accounts = names.accounts_from(from.accounts);
    writer.count(accounts.len());
    for account in accounts {
        writer.text(&account.key());
    }
    let programmes = names.programmes_from(from.programmes);
    writer.count(programmes.len());
    for programme in programmes {
        writer.text(programme.as_str().as_bytes());
    }
    let classes = names.classes_from(from.classes);
    writer.count(classes.len());
    for list in classes {
        writer.text(list.as_bytes());
    }
    let terms = names.terms_from(from.terms);
    writer.count(terms.len());
    for made in terms {
        writer.signed(kind_no(made.terms.kind));
        writer.signed(made.programme_no);
        writer.signed(i64::from(made.terms.last_day.num_days_from_ce()));
        writer.signed(names.classes_no(&made.terms.classes.join(",")).unwrap_or_default());
    }
}

/// Reads the definitions at the beginning of a detail.
pub(crate) fn read(reader: &mut Reader<'_>) -> Option<Definitions> {
    match reader.unsigned()? {
        0 => return Some(Definitions::default()),
        1 => {}
        _ => return None,
    }
    let accounts = read_list(reader, |reader| Account::from_key(reader.text()?))?;
    let programmes = read_list(reader, read_string)?;
    let classes = read_list(reader, read_string)?;
    let terms = read_list(reader, |reader| {
        let kind = *KINDS.get(usize::try_from(reader.signed()?).ok()?)?;
        let programme = reader.signed()?;
        let last_day = NaiveDate::from_num_days_from_ce_opt(i32::try_from(reader.signed()?).ok()?)?;
        Some(TermsDefinition { kind, programme, last_day, classes: reader.signed()? })
    })?;
    Some(Definitions { accounts, programmes, classes, terms })
}

fn read_list<'a, T>(reader: &mut Reader<'a>, item: impl Fn(&mut Reader<'a>) -> Option<T>) -> Option<Vec<T>> {
    let count = reader.count()?;
    (0..count).map(|_| item(reader)).collect()
}

fn read_string(reader: &mut Reader<'_>) -> Option<String> {
    String::from_utf8(reader.text()?.to_vec()).ok()
}

impl Names {
    /// Takes in the numbers that this row of the log defines. To be called row by row from the first on; a
    /// definition that contradicts what is known is refused.
    pub fn learn(&mut self, row: &PostingRow) -> Result<(), Corrupt> {
        let wrong = || Corrupt::new("posting", format!("row {} defines names wrongly", row.seq));
        let defined = read(&mut Reader::new(&row.detail)).ok_or_else(wrong)?;
        for account in defined.accounts {
            self.define_account(account).ok_or_else(wrong)?;
        }
        for slug in defined.programmes {
            self.define_programme(&slug).ok_or_else(wrong)?;
        }
        for list in defined.classes {
            self.define_classes(&list).ok_or_else(wrong)?;
        }
        for TermsDefinition { kind, programme, last_day, classes } in defined.terms {
            self.define_terms(kind, programme, last_day, classes).ok_or_else(wrong)?;
        }
        Ok(())
    }

    /// Gives the next number to a new account; `None` when it has one already.
    pub(crate) fn define_account(&mut self, account: Account) -> Option<i64> {
        self.account_no(account).is_none().then(|| self.use_account(account))
    }

    pub(crate) fn define_programme(&mut self, slug: &str) -> Option<i64> {
        let programme = slug.parse().ok()?;
        self.programme_no(&programme).is_none().then(|| self.use_programme(&programme))
    }

    pub(crate) fn define_classes(&mut self, list: &str) -> Option<i64> {
        let classes = split_classes(list);
        let sound = check_classes(&classes).is_ok() && classes.join(",") == list;
        (sound && self.classes_no(list).is_none()).then(|| self.use_classes(&classes))
    }

    pub(crate) fn define_terms(
        &mut self,
        kind: LotKind,
        programme: i64,
        last_day: NaiveDate,
        classes: i64,
    ) -> Option<i64> {
        let (programme, classes) = (self.programme(programme)?.clone(), self.classes(classes)?);
        let terms = LotTerms { kind, programme, last_day, classes };
        self.terms_no(&terms).is_none().then(|| self.use_terms(&terms).no)
    }
}
