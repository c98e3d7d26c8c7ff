//! Value comes into being: a charge at the counter, or a grant, under a programme of the town's configuration.

use std::sync::Arc;

use sha2::{Digest, Sha256};
use yui_ledger::{Caps, Command, LotTerms, Op};
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, ProgrammeId, Subject,
    identity::Level,
    municipality::{Municipality, Programme},
    wallet::{Entry, LotKind},
};
use yui_rules::{
    limits,
    programme::{self, IssuedSoFar},
    validity,
};
use yui_store::{Party, Unit};

use super::entry;
use crate::{identity::resident, state::Yui};

/// What staff give to a resident.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Issue {
    /// The id of the act, made with the form and kept: the same id is the same act.
    pub id: CommandId,
    /// Who receives.
    pub wallet: Subject,
    /// Under which programme.
    pub programme: ProgrammeId,
    /// How much.
    pub amount: Points,
}

impl Issue {
    fn digest(&self) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"yui/issue/v1")
            .chain_update(self.wallet.as_bytes())
            .chain_update(self.amount.0.to_be_bytes())
            .chain_update(self.programme.as_str())
            .finalize()
            .into()
    }
}

/// Charges a wallet with cash that was paid in at a counter. `staff` is pseudonymous and goes into the audit.
///
/// Refused: `programme_unknown` (also when it is none of charged value), `programme_closed`, `programme_budget`,
/// `programme_person_cap`, `amount_invalid`, `level_too_low`, `over_balance_cap`, `not_found`, `person_left`,
/// `wallet_closed`, `id_conflict`.
pub async fn charge(yui: &Yui, staff: &str, issue: Issue) -> Result<Entry, ErrorCode> {
    by_staff(yui, staff, issue, |kind| kind == LotKind::Charged, "wallet.charged").await
}

/// Grants value to a wallet, under a programme of any kind but charged. Refused as [`charge`].
pub async fn grant(yui: &Yui, staff: &str, issue: Issue) -> Result<Entry, ErrorCode> {
    by_staff(yui, staff, issue, |kind| kind != LotKind::Charged, "wallet.granted").await
}

async fn by_staff(
    yui: &Yui,
    staff: &str,
    issue: Issue,
    wanted: fn(LotKind) -> bool,
    word: &'static str,
) -> Result<Entry, ErrorCode> {
    let (staff, config, wallet) = (staff.to_owned(), Arc::clone(&yui.config), issue.wallet);
    let posted = yui
        .town_write(move |unit| {
            Box::pin(async move {
                if let Some(posted) = unit.find(issue.id).await? {
                    return if posted.digest == issue.digest() {
                        Ok(posted)
                    } else {
                        Err(ErrorCode::IdConflict.into())
                    };
                }
                let town = &config.municipality;
                let programme = find(town, &issue.programme)?;
                if !wanted(programme.kind) {
                    return Err(ErrorCode::ProgrammeUnknown.into());
                }
                let level = resident::active_level(unit, wallet).await?;
                let op = terms(unit, town, programme, level, wallet, issue.amount)?;
                let command = Command { id: issue.id, digest: issue.digest(), signature: None, op };
                let posted = unit.apply(&command).await?;
                unit.audit(&staff, word, Some(wallet));
                Ok(posted)
            })
        })
        .await?;
    Ok(entry::made(&posted, Party::Person(wallet), &yui.shops))
}

/// The programme with this id: `programme_unknown`.
pub(super) fn find<'t>(town: &'t Municipality, id: &ProgrammeId) -> Result<&'t Programme, ErrorCode> {
    town.programmes.iter().find(|programme| programme.id == *id).ok_or(ErrorCode::ProgrammeUnknown)
}

/// The ledger's operation, if programme and level allow it now.
pub(super) fn terms(
    unit: &Unit,
    town: &Municipality,
    programme: &Programme,
    level: Level,
    wallet: Subject,
    amount: Points,
) -> Result<Op, ErrorCode> {
    let (now, ledger) = (unit.now(), unit.ledger());
    let issued = IssuedSoFar {
        in_all: ledger.programme(&programme.id).issued,
        to_person: ledger.issued_to(wallet, &programme.id),
    };
    programme::check_issue(programme, amount, issued, now)?;
    limits::check_receipt(town, level, programme.kind, amount, ledger.wallet(wallet, now).balance)?;
    Ok(Op::Issue {
        wallet,
        terms: LotTerms {
            kind: programme.kind,
            programme: programme.id.clone(),
            last_day: last_day(programme, now)?,
            classes: programme.classes.clone(),
        },
        amount,
        caps: Caps { budget: programme.budget, per_person: programme.person_cap },
    })
}

fn last_day(programme: &Programme, now: Millis) -> Result<chrono::NaiveDate, ErrorCode> {
    validity::last_day(&programme.validity, now.day_jst()).ok_or(ErrorCode::ProgrammeClosed)
}
