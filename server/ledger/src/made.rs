//! What the log makes of the tables that follow from it, row by row, to be compared with what is stored: in whole,
//! with what a start never reads, such as lots that are used up.

use std::{collections::HashMap, fmt::Debug, hash::Hash};

use crate::{
    Corrupt,
    row::{
        AccountRow, BalanceRow, ClassesRow, HoldRow, IssuedToRow, LotRow, ProgrammeRow, RefundedRow, Rows,
        SpentCodeRow, TermsRow,
    },
};

macro_rules! made {
    ($($field:ident: $row:ident in $table:literal by $key:ty = |$it:ident| $of:expr;)+) => {
        /// The last state of every row of these tables. Each is compared once, with all its rows.
        #[derive(Debug, Default)]
        pub struct Made {
            $($field: HashMap<$key, $row>,)+
            codes: Vec<(i64, SpentCodeRow)>,
        }

        impl Made {
            /// Takes in the rows of a commit.
            pub(crate) fn take_in(&mut self, rows: &Rows) {
                $(self.$field.extend(rows.$field.iter().map(|$it| ($of, $it)));)+
                let last = rows.batch.as_ref().map_or(0, |batch| batch.last_seq);
                self.codes.extend(rows.spent_codes.iter().map(|code| (last, code)));
            }

            $(
                #[doc = concat!("Compares table `", $table, "`; names a row that is not what the log makes of it.")]
                pub fn $field(&mut self, stored: &[$row]) -> Result<(), Corrupt> {
                    compare($table, &mut self.$field, stored, |$it| $of)
                }
            )+
        }
    };
}

made! {
    accounts: AccountRow in "account" by i64 = |row| row.no;
    programmes: ProgrammeRow in "programme" by i64 = |row| row.no;
    classes: ClassesRow in "classes" by i64 = |row| row.no;
    terms: TermsRow in "terms" by i64 = |row| row.no;
    balances: BalanceRow in "balance" by i64 = |row| row.account;
    lots: LotRow in "lot" by i64 = |row| row.id;
    holds: HoldRow in "hold" by i64 = |row| row.seq;
    issued_to: IssuedToRow in "issued_to" by (i64, i64) = |row| (row.account, row.programme);
    refunded: RefundedRow in "refunded" by i64 = |row| row.payment;
}

impl Made {
    /// The rows of `spent_code` since this was last asked, each with the payment's row: there are as many as payments,
    /// and none is needed again.
    pub fn take_codes(&mut self) -> Vec<(i64, SpentCodeRow)> {
        std::mem::take(&mut self.codes)
    }
}

fn compare<K: Copy + Ord + Hash + Debug, R: PartialEq>(
    table: &'static str,
    made: &mut HashMap<K, R>,
    stored: &[R],
    key: impl Fn(&R) -> K,
) -> Result<(), Corrupt> {
    for row in stored {
        let key = key(row);
        if made.remove(&key).as_ref() != Some(row) {
            return Err(Corrupt::new(table, format!("row {key:?} is not what the log makes of it")));
        }
    }
    match made.keys().min() {
        None => Ok(()),
        Some(key) => Err(Corrupt::new(table, format!("row {key:?} is missing"))),
    }
}
