//! The ledger's tables as typed columns, so that one buffer feeds every engine's way of writing in bulk.
//!
//! Appended once, never changed: `account`, `classes`, `terms`, `posting`, `event`, `spent_code`, `batch`.
//! Written again under the same key (upserted): `programme`, `balance`, `lot`, `hold`, `issued_to`, `refunded`.

macro_rules! tables {
    ($($(#[$doc:meta])* $row:ident, $columns:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub struct $row {
            $($(#[$field_doc])* pub $field: $type,)+
        }

        #[doc = concat!("Columns of [`", stringify!($row), "`], all of the same length.")]
        #[derive(Clone, PartialEq, Eq, Debug, Default)]
        pub struct $columns {
            $($(#[$field_doc])* pub $field: Vec<$type>,)+
        }

        impl $columns {
            /// How many rows there are.
            #[must_use]
            pub fn len(&self) -> usize {
                tables!(@first self $($field)+).len()
            }

            /// Whether there is no row.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// Adds a row.
            pub fn push(&mut self, row: $row) {
                $(self.$field.push(row.$field);)+
            }

            /// The row at this place.
            #[must_use]
            pub fn row(&self, index: usize) -> Option<$row> {
                Some($row { $($field: self.$field.get(index)?.clone(),)+ })
            }

            /// All rows in order.
            pub fn iter(&self) -> impl Iterator<Item = $row> + '_ {
                (0..self.len()).filter_map(|index| self.row(index))
            }

            /// Keeps the first `len` rows.
            pub fn truncate(&mut self, len: usize) {
                $(self.$field.truncate(len);)+
            }
        }

        impl FromIterator<$row> for $columns {
            fn from_iter<I: IntoIterator<Item = $row>>(rows: I) -> Self {
                let mut columns = Self::default();
                rows.into_iter().for_each(|row| columns.push(row));
                columns
            }
        }
    )+};
    (@first $self:ident $first:ident $($rest:ident)*) => {
        $self.$first
    };
}

tables! {
    /// Table `account`: a number for each account, given at its first use.
    AccountRow, AccountColumns {
        /// Primary key, from 1.
        no: i64,
        /// [`crate::Account::key`], unique.
        key: Vec<u8>,
    }

    /// Table `programme`: the book of a programme.
    ProgrammeRow, ProgrammeColumns {
        /// Primary key, from 1.
        no: i64,
        /// The programme's slug, unique.
        slug: String,
        /// Issued in all.
        issued: i64,
        /// Redeemed, refunds taken off.
        redeemed: i64,
        /// Ran out.
        expired: i64,
        /// Paid back outside the ledger.
        paid_back: i64,
        /// Given up.
        given_up: i64,
    }

    /// Table `classes`: a set of shop classes.
    ClassesRow, ClassesColumns {
        /// Primary key, from 1.
        no: i64,
        /// The classes joined by commas, unique; empty for the empty set.
        list: String,
    }

    /// Table `terms`: what the value of a lot has in common.
    TermsRow, TermsColumns {
        /// Primary key, from 1.
        no: i64,
        /// 0 charged, 1 granted, 2 coupon, 3 reward.
        kind: i64,
        /// The programme's number.
        programme: i64,
        /// The last day in Japan, as `YYYY-MM-DD`.
        last_day: String,
        /// The number of the class set.
        classes: i64,
    }

    /// Table `posting`: what was accepted. With `event` it is the whole log; every other table follows from it.
    PostingRow, PostingColumns {
        /// Primary key: the order of all rows of the log.
        seq: i64,
        /// When it was accepted, ms UTC.
        at: i64,
        /// The command's id, unique.
        id: [u8; 16],
        /// The operation by number, see [`crate::detail`].
        kind: i64,
        /// The account that value left.
        debit: i64,
        /// The account that value came to.
        credit: i64,
        /// How much.
        amount: i64,
        /// What else the operation said, and the legs, see [`crate::detail`].
        detail: Vec<u8>,
        /// SHA-256 of the command's payload.
        digest: [u8; 32],
        /// The command's signature.
        signature: Option<[u8; 64]>,
    }

    /// Table `event`: a row of the log that is not money.
    EventRow, EventColumns {
        /// Primary key, in the same sequence as `posting`.
        seq: i64,
        /// When it was appended, ms UTC.
        at: i64,
        /// What it is, by the store's numbering.
        kind: i64,
        /// Pseudonymous canonical bytes.
        body: Vec<u8>,
    }

    /// Table `balance`: the state of an account.
    BalanceRow, BalanceColumns {
        /// Primary key: the account's number.
        account: i64,
        /// The balance.
        balance: i64,
        /// What of it is set aside.
        held: i64,
        /// 1 when the wallet is closed, else 0.
        closed: i64,
    }

    /// Table `lot`: the state of a lot. Memory holds those with an amount above 0.
    LotRow, LotColumns {
        /// Primary key: the number of the row that made it.
        id: i64,
        /// The wallet's account number.
        account: i64,
        /// The terms' number.
        terms: i64,
        /// When it was issued, ms UTC.
        issued_at: i64,
        /// What is left.
        amount: i64,
        /// What of it is set aside.
        held: i64,
    }

    /// Table `hold`: the state of a hold. Memory holds those with an amount above 0.
    HoldRow, HoldColumns {
        /// Primary key: the number of the row that made it.
        seq: i64,
        /// The id of the command that made it, unique.
        id: [u8; 16],
        /// The wallet's account number.
        account: i64,
        /// Until when its lots must last, ms UTC.
        until: i64,
        /// What is still set aside.
        amount: i64,
        /// Lot by lot in the order of use: pairs of lot number and amount as varints.
        parts: Vec<u8>,
    }

    /// Table `issued_to`: what a programme gave to one wallet so far.
    IssuedToRow, IssuedToColumns {
        /// First part of the primary key: the wallet's account number.
        account: i64,
        /// Second part: the programme's number.
        programme: i64,
        /// How much.
        amount: i64,
    }

    /// Table `refunded`: what was given back of a payment so far.
    RefundedRow, RefundedColumns {
        /// Primary key: the number of the payment's row.
        payment: i64,
        /// How much.
        amount: i64,
    }

    /// Table `spent_code`: one-time codes that were used. A row may go once `valid_until` has passed.
    SpentCodeRow, SpentCodeColumns {
        /// Primary key.
        id: [u8; 16],
        /// Until when a code of this id could be used, ms UTC.
        valid_until: i64,
    }

    /// Table `batch`: one row for each commit, with the chain's hash after its last row.
    BatchRow, BatchColumns {
        /// The first row of the log in this commit.
        first_seq: i64,
        /// Primary key: the last one.
        last_seq: i64,
        /// When the last one was appended, ms UTC.
        at: i64,
        /// h = SHA-256(h ‖ canonical row bytes), row by row from 32 zero bytes.
        hash: [u8; 32],
    }
}

/// Everything since the last commit. Upserted tables carry each key once, ascending.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rows {
    /// New accounts.
    pub accounts: AccountColumns,
    /// New and changed programmes.
    pub programmes: ProgrammeColumns,
    /// New class sets.
    pub classes: ClassesColumns,
    /// New terms.
    pub terms: TermsColumns,
    /// New postings.
    pub postings: PostingColumns,
    /// New events.
    pub events: EventColumns,
    /// Changed balances.
    pub balances: BalanceColumns,
    /// New and changed lots.
    pub lots: LotColumns,
    /// New and changed holds.
    pub holds: HoldColumns,
    /// Changed sums by person.
    pub issued_to: IssuedToColumns,
    /// Changed sums by payment.
    pub refunded: RefundedColumns,
    /// New spent codes.
    pub spent_codes: SpentCodeColumns,
    /// The commit itself; none when there is nothing to commit.
    pub batch: Option<BatchRow>,
}

/// A row of the log, in the order of `seq`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LogRow {
    /// Money.
    Posting(PostingRow),
    /// Anything else.
    Event(EventRow),
}

/// What a start reads of a posting whose answer is not kept in memory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EarlierRow {
    /// See [`PostingRow::seq`].
    pub seq: i64,
    /// See [`PostingRow::at`].
    pub at: i64,
    /// See [`PostingRow::id`].
    pub id: [u8; 16],
    /// See [`PostingRow::kind`].
    pub kind: i64,
    /// See [`PostingRow::debit`].
    pub debit: i64,
    /// See [`PostingRow::amount`].
    pub amount: i64,
}

/// The tables that give names their numbers, or what was added to them; each in the order of its numbers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NameRows {
    /// Of `account`.
    pub accounts: Vec<AccountRow>,
    /// Of `programme`.
    pub programmes: Vec<ProgrammeRow>,
    /// Of `classes`.
    pub classes: Vec<ClassesRow>,
    /// Of `terms`.
    pub terms: Vec<TermsRow>,
}
