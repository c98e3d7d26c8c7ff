//! A connection to the simulated disk. Every call takes time, so that a crash, a stop or another process can come
//! before it and after it.

use std::time::Duration;

use async_trait::async_trait;
use sqlx::SqlStr;
use yui_ledger::{Ledger, Rows, Settings, row::PostingRow};
use yui_protocol::{CommandId, Points};

use super::{Op, SimulatedDisk, state::Written};
use crate::{
    error::StoreError,
    flush::{Advance, Fence},
    meta::Meta,
    migrate::Migration,
    port::{Connector, Statements, TransactionStep, WriterConnection},
    rows::contradicts,
    trust::Reading,
    value::{Row, Value},
};

/// See the module.
pub(super) struct SimulatedConnection {
    disk: SimulatedDisk,
    session: i64,
    begun: bool,
    written: Option<Written>,
}

impl SimulatedConnection {
    pub(super) fn new(disk: SimulatedDisk, session: i64) -> Self {
        Self { disk, session, begun: false, written: None }
    }

    async fn passes(&self, op: Op) -> Result<super::Mishap, StoreError> {
        self.disk.passes(self.session, op).await
    }
}

impl Drop for SimulatedConnection {
    fn drop(&mut self) {
        self.disk.end(self.session);
    }
}

fn no_sql() -> StoreError {
    StoreError::Statement("SQL is not simulated".to_owned())
}

#[async_trait]
impl Statements for SimulatedConnection {
    async fn step(&mut self, step: TransactionStep) -> Result<(), StoreError> {
        match step {
            TransactionStep::Commit => {
                self.begun = false;
                match self.written.take() {
                    Some(written) => self.disk.keep(self.session, written).await,
                    None => self.passes(Op::Transaction).await.map(drop),
                }
            }
            TransactionStep::RollBack => {
                (self.begun, self.written) = (false, None);
                self.disk.roll_back(self.session);
                self.passes(Op::Transaction).await.map(drop)
            }
            TransactionStep::Begin => {
                self.passes(Op::Transaction).await?;
                self.begun = true;
                Ok(())
            }
            TransactionStep::Save | TransactionStep::Keep | TransactionStep::Undo => {
                self.passes(Op::Transaction).await.map(drop)
            }
        }
    }

    async fn execute(&mut self, _: SqlStr, _: Vec<Value>) -> Result<u64, StoreError> {
        Err(no_sql())
    }

    async fn fetch(&mut self, _: SqlStr, _: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        Err(no_sql())
    }
}

#[async_trait]
impl WriterConnection for SimulatedConnection {
    fn number(&self) -> i64 {
        self.session
    }

    fn commits_in_one(&self) -> bool {
        self.disk.is_shared()
    }

    async fn try_lock(&mut self) -> Result<bool, StoreError> {
        let mishap = self.passes(Op::Lock).await?;
        self.disk.answered(self.session, mishap, self.disk.try_lock(self.session))
    }

    async fn seize(&mut self, of: Option<i64>) -> Result<bool, StoreError> {
        let mishap = self.passes(Op::Lock).await?;
        self.disk.answered(self.session, mishap, self.disk.seize(self.session, of))
    }

    async fn unlock(&mut self) -> Result<(), StoreError> {
        self.passes(Op::Lock).await?;
        self.disk.unlock(self.session);
        Ok(())
    }

    async fn silent_for(&mut self) -> Result<i64, StoreError> {
        self.passes(Op::Lock).await?;
        Ok(i64::try_from(self.disk.silent_for().as_millis()).unwrap_or(i64::MAX))
    }

    async fn check_own(&mut self) -> Result<(), StoreError> {
        self.passes(Op::Read).await.map(drop)
    }

    async fn migrate(&mut self, _: &[Migration]) -> Result<(), StoreError> {
        self.passes(Op::Transaction).await.map(drop)
    }

    async fn bound(&mut self, _: Duration) -> Result<(), StoreError> {
        Ok(())
    }

    async fn meta(&mut self) -> Result<Meta, StoreError> {
        let mishap = self.passes(Op::Read).await?;
        self.disk.answered(self.session, mishap, self.disk.meta())
    }

    async fn claim(&mut self, accepted: Option<&Reading>) -> Result<Meta, StoreError> {
        let mishap = self.passes(Op::Claim).await?;
        let meta = self.disk.claim(self.session, accepted).await?;
        self.disk.answered(self.session, mishap, meta)
    }

    async fn beat(&mut self, epoch: i64) -> Result<bool, StoreError> {
        if !self.disk.is_shared() {
            return Ok(true);
        }
        let mishap = self.passes(Op::Lock).await?;
        let leads = self.disk.beat(self.session, epoch).await?;
        self.disk.answered(self.session, mishap, leads)
    }

    async fn ledger(&mut self, settings: Settings) -> Result<Ledger, StoreError> {
        let mishap = self.passes(Op::Read).await?;
        let tables = self.disk.answered(self.session, mishap, self.disk.tables(&settings))?;
        Ledger::restore(settings, &tables).map_err(contradicts)
    }

    async fn posting(&mut self, id: CommandId) -> Result<Option<(PostingRow, Points)>, StoreError> {
        let mishap = self.passes(Op::Read).await?;
        let disk = self.disk.contents();
        let found = disk.posting(*id.as_bytes()).map(|row| (row.clone(), Points(disk.refunded(row.seq))));
        self.disk.answered(self.session, mishap, found)
    }

    async fn flush(&mut self, advance: &Advance, rows: &Rows) -> Result<Fence, StoreError> {
        let written = Written { advance: advance.clone(), rows: rows.clone() };
        let mishap = self.passes(Op::Flush).await?;
        let fence = self.disk.fence(self.session, &written).await?;
        if fence == Fence::Passed {
            if self.begun {
                self.written = Some(written);
            } else {
                self.disk.keep(self.session, written).await?;
            }
        }
        self.disk.answered(self.session, mishap, fence)
    }

    async fn close(self: Box<Self>) -> Result<(), StoreError> {
        Ok(())
    }
}
