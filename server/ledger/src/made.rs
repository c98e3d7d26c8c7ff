//! What the log makes of the tables that follow from it, to be compared with what is stored row by row as it is read:
//! in whole, with what a start never reads, such as lots that are used up. Memory holds each such row once.

use std::collections::HashMap;

use crate::{
    Corrupt,
    row::{
        AccountRow, BalanceRow, ClassesRow, HoldRow, IssuedToRow, LotRow, ProgrammeRow, RefundedRow, Rows,
        SpentCodeRow, TermsRow,
    },
};

macro_rules! made {
    ($($field:ident, $one:ident: $row:ident in $table:literal by $key:ty = |$it:ident| $of:expr;)+) => {
        /// The last state of every row of these tables. Each row is compared once.
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
                #[doc = concat!("Compares a stored row of table `", $table, "` and forgets it.")]
                pub fn $one(&mut self, stored: &$row) -> Result<(), Corrupt> {
                    let $it = stored;
                    let key = $of;
                    if self.$field.remove(&key).as_ref() == Some(stored) {
                        return Ok(());
                    }
                    Err(Corrupt::new($table, format!("row {key:?} is not what the log makes of it")))
                }
            )+

            /// Whether every row was compared; names one that is not stored.
            pub fn none_left(&self) -> Result<(), Corrupt> {
                $(if let Some(key) = self.$field.keys().min() {
                    return Err(Corrupt::new($table, format!("row {key:?} is missing")));
                })+
                Ok(())
            }
        }
    };
}

made! {
    accounts, account_row: AccountRow in "account" by i64 = |row| row.no;
    programmes, programme_row: ProgrammeRow in "programme" by i64 = |row| row.no;
    classes, classes_row: ClassesRow in "classes" by i64 = |row| row.no;
    terms, terms_row: TermsRow in "terms" by i64 = |row| row.no;
    balances, balance_row: BalanceRow in "balance" by i64 = |row| row.account;
    lots, lot_row: LotRow in "lot" by i64 = |row| row.id;
    holds, hold_row: HoldRow in "hold" by i64 = |row| row.seq;
    issued_to, issued_to_row: IssuedToRow in "issued_to" by (i64, i64) = |row| (row.account, row.programme);
    refunded, refunded_row: RefundedRow in "refunded" by i64 = |row| row.payment;
}

impl Made {
    /// The rows of `spent_code` since this was last asked, each with the payment's row: there are as many as payments,
    /// and none is needed again.
    pub fn take_codes(&mut self) -> Vec<(i64, SpentCodeRow)> {
        std::mem::take(&mut self.codes)
    }
}
