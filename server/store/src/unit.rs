//! One write: all that an act does to ledger, tables, notices and audit, kept or undone as a whole.

use std::sync::Arc;

use sqlx::{SqlSafeStr, SqlStr};
use yui_ledger::{Command, Ledger, Posted};
use yui_protocol::{CommandId, ErrorCode, Millis, Subject};

use crate::{
    error::StoreError,
    event::{Event, EventKind, Party},
    port::WriterConnection,
    session::Session,
    statement::{Statement, Target},
    value::{Row, Value},
};

/// Why a write did not happen.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UnitError {
    /// The rules refuse it; asking again changes nothing until something else has changed.
    #[error("refused: {0}")]
    Refused(ErrorCode),
    /// The queue is full.
    #[error("the writer's queue is full")]
    Busy,
    /// The store cannot be written just now; whether the act happened is answered by asking again with its id.
    #[error("the store cannot be written just now")]
    Unavailable,
    /// There is no room left; nothing was kept.
    #[error("no room is left")]
    Full,
    /// The writer's clock was set, or cannot be believed; nothing is written until that is settled.
    #[error("the clock cannot be believed")]
    ClockInDoubt,
    /// The ledger's invariants do not hold, or a stored row was altered: this writer has stopped for good, reading goes on.
    #[error("the ledger is broken")]
    Broken,
    /// A fault of the program: a statement that the engine refuses, a panic. Nothing was kept.
    #[error("the unit failed: {0}")]
    Failed(String),
}

impl UnitError {
    /// The code for whoever asked.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Refused(code) => code.clone(),
            Self::Busy => ErrorCode::Busy,
            Self::Unavailable => ErrorCode::Unavailable,
            Self::Full => ErrorCode::StorageFull,
            Self::ClockInDoubt => ErrorCode::ServerClock,
            Self::Broken => ErrorCode::LedgerStopped,
            Self::Failed(_) => ErrorCode::Internal,
        }
    }
}

impl From<ErrorCode> for UnitError {
    fn from(code: ErrorCode) -> Self {
        Self::Refused(code)
    }
}

impl From<StoreError> for UnitError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::Full,
            StoreError::ZeroByte => Self::Refused(ErrorCode::MalformedRequest),
            StoreError::Unavailable | StoreError::InUse => Self::Unavailable,
            StoreError::Corrupt(_) | StoreError::Altered { .. } => Self::Broken,
            other => Self::Failed(other.to_string()),
        }
    }
}

/// What a write may use; it awaits nothing else.
pub struct Unit {
    pub(crate) ledger: Ledger,
    pub(crate) session: Session<Box<dyn WriterConnection>>,
    pub(crate) now: Millis,
    /// A statement of the running unit was refused by the engine, or a row by the log: the unit cannot be kept any more.
    pub(crate) failed: bool,
    /// The fault after which the batch cannot be committed any more.
    pub(crate) spoiled: Option<StoreError>,
}

impl Unit {
    pub(crate) fn new(ledger: Ledger, session: Session<Box<dyn WriterConnection>>) -> Self {
        Self { ledger, session, now: Millis(0), failed: false, spoiled: None }
    }

    /// The instant of this batch; never earlier than that of any row before.
    #[must_use]
    pub fn now(&self) -> Millis {
        self.now
    }

    /// The ledger with all that was accepted before this moment, for looking.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// What became of the command with this id, however long ago it was accepted.
    pub async fn find(&mut self, id: CommandId) -> Result<Option<Arc<Posted>>, UnitError> {
        if let Some(posted) = self.ledger.find(id) {
            return Ok(Some(Arc::clone(posted)));
        }
        if !self.ledger.may_be_older(id) {
            return Ok(None);
        }
        Ok(self.recall(id).await?)
    }

    /// What [`Unit::apply`] would answer, with nothing done: to tell people before they confirm.
    pub async fn preview(&mut self, command: &Command) -> Result<Arc<Posted>, UnitError> {
        if let Some(older) = self.ledger.needs(&command.op) {
            self.recall(older).await?;
        }
        Ok(self.ledger.preview(command, self.now).map_err(|refusal| refusal.0)?)
    }

    /// Does what the command wants. The same id with the same payload is answered with what became of it the
    /// first time; with another payload it is refused with `id_conflict`.
    pub async fn apply(&mut self, command: &Command) -> Result<Arc<Posted>, UnitError> {
        if let Some(posted) = self.find(command.id).await? {
            let same = posted.digest == command.digest;
            return if same { Ok(posted) } else { Err(ErrorCode::IdConflict.into()) };
        }
        if let Some(older) = self.ledger.needs(&command.op) {
            self.recall(older).await?;
        }
        Ok(self.ledger.apply(command, self.now).map_err(|refusal| refusal.0)?)
    }

    /// Appends a row about something that is counted, and answers its number.
    pub fn fact(&mut self, name: &str, party: Option<Party>) -> i64 {
        self.append(&Event { kind: EventKind::Fact, name: name.to_owned(), party, actor: String::new() })
    }

    /// Appends a row that wakes the party's devices, and answers its number. `topic` is what changed.
    pub fn notify(&mut self, party: Party, topic: &str) -> i64 {
        self.append(&Event {
            kind: EventKind::Notice,
            name: topic.to_owned(),
            party: Some(party),
            actor: String::new(),
        })
    }

    /// Appends a row about a watched reading or act, and answers its number: `actor` (pseudonymous) did `action`
    /// to `subject`'s data. It is committed before the unit's answer goes out.
    pub fn audit(&mut self, actor: &str, action: &str, subject: Option<Subject>) -> i64 {
        self.append(&Event {
            kind: EventKind::Audit,
            name: action.to_owned(),
            party: subject.map(Party::Person),
            actor: actor.to_owned(),
        })
    }

    /// A statement on a domain's tables. Those of the ledger are in memory: look at [`Unit::ledger`].
    ///
    /// Once the engine has refused a statement the unit can only end with an error (PostgreSQL would not take
    /// another statement from it): where a row may be there already, say `ON CONFLICT` and look at the count.
    pub fn sql(&mut self, text: impl SqlSafeStr) -> Statement<'_> {
        Statement::new(Target::Unit(self), text)
    }

    /// Makes the ledger in memory contradict itself, as after a fault of the machine: the batch that this unit is in
    /// finds out before its commit.
    #[cfg(feature = "testing")]
    pub fn break_ledger(&mut self) {
        self.ledger.break_on_purpose();
    }

    /// Where the log takes no more rows the unit cannot be kept any more, and the number is that of the last one.
    pub(crate) fn append(&mut self, event: &Event) -> i64 {
        let appended = self.ledger.append(event.kind.number(), event.body(), self.now);
        appended.unwrap_or_else(|_| {
            self.failed = true;
            self.ledger.head().seq
        })
    }

    pub(crate) async fn execute_own(&mut self, sql: SqlStr, values: Vec<Value>) -> Result<u64, StoreError> {
        self.check_usable()?;
        let result = self.session.execute_saved(sql, values).await;
        self.watch(result)
    }

    pub(crate) async fn fetch_own(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        self.check_usable()?;
        let reads = sql.as_str().trim_start().starts_with("SELECT");
        let result = if reads {
            self.session.look(sql, values).await
        } else {
            self.session.fetch_saved(sql, values).await
        };
        self.watch(result)
    }

    /// Brings an accepted command back from the store into memory.
    async fn recall(&mut self, id: CommandId) -> Result<Option<Arc<Posted>>, StoreError> {
        self.check_usable()?;
        let result = match self.session.guard().await {
            Ok(()) => self.session.connection.posting(id).await,
            Err(error) => Err(error),
        };
        let Some((row, refunded)) = self.watch(result)? else { return Ok(None) };
        let read = self.ledger.read(&row);
        let posted =
            self.watch(read.map_err(|corrupt| StoreError::Altered { row: row.seq, what: corrupt.what }))?;
        self.ledger.remember(posted, refunded);
        Ok(self.ledger.find(id).map(Arc::clone))
    }

    fn check_usable(&self) -> Result<(), StoreError> {
        match (&self.spoiled, self.failed) {
            (Some(_), _) => Err(StoreError::Unavailable),
            (None, true) => {
                Err(StoreError::Statement("an earlier statement of this unit was refused".to_owned()))
            }
            (None, false) => Ok(()),
        }
    }

    /// Notes a fault after which nothing of this batch can be committed.
    fn watch<T>(&mut self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        result.map_err(|error| {
            self.failed = true;
            let told = match &error {
                StoreError::Full => StoreError::Full,
                damage if damage.is_damage() => StoreError::Corrupt(damage.to_string()),
                spoiled if spoiled.spoils_transaction() => StoreError::Unavailable,
                _ => return error,
            };
            self.spoiled.get_or_insert(error);
            told
        })
    }
}
