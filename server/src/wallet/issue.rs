//! Value comes into being: a charge at the counter, or a grant, under a programme of the town's configuration.

use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use yui_ledger::{Caps, Command, LotTerms, Op};
use yui_protocol::{
    CommandId, ErrorCode, Points, ProgrammeId, Subject,
    identity::Level,
    municipality::{Municipality, Programme},
    wallet::{Entry, LotKind},
};
use yui_rules::wallet::{
    limits,
    programme::{self, IssuedSoFar},
    validity,
};
use yui_store::{Party, Unit, UnitError};

use super::{entry, grant_all, voucher};
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
    by_staff(yui, staff, issue, is_given, "wallet.granted").await
}

/// Whether value of this kind is given, and not sold.
pub(crate) fn is_given(kind: LotKind) -> bool {
    kind != LotKind::Charged
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
                let wanted = Wanted {
                    programme,
                    wallet,
                    level: resident::active_level(unit, wallet).await?,
                    amount: issue.amount,
                    last_day: validity::last_day(&programme.validity, unit.now().day_jst())
                        .ok_or(ErrorCode::ProgrammeClosed)?,
                    promised: promised(unit, programme).await?,
                };
                let op = operation(unit, town, &wanted)?;
                let command = Command { id: issue.id, digest: issue.digest(), signature: None, op };
                let posted = unit.apply(&command).await?;
                unit.audit(&staff, word, Some(wallet));
                Ok(posted)
            })
        })
        .await?;
    Ok(entry::made(&posted, Party::Person(wallet), &yui.shops))
}

/// What of a budget is promised to others than who receives by hand: what is on vouchers, or, of value that is given, what
/// orders for every resident are giving.
async fn promised(unit: &mut Unit, programme: &Programme) -> Result<Points, UnitError> {
    if is_given(programme.kind) {
        grant_all::promised(unit, &programme.id, None).await
    } else {
        voucher::promised_of_budget(unit, programme).await
    }
}

/// The programme with this id: `programme_unknown`.
pub(crate) fn find<'t>(town: &'t Municipality, id: &ProgrammeId) -> Result<&'t Programme, ErrorCode> {
    town.programmes.iter().find(|programme| programme.id == *id).ok_or(ErrorCode::ProgrammeUnknown)
}

/// Value that is to come into being.
pub(super) struct Wanted<'t> {
    /// Under which programme.
    pub(super) programme: &'t Programme,
    /// Who receives.
    pub(super) wallet: Subject,
    /// Her level.
    pub(super) level: Level,
    /// How much.
    pub(super) amount: Points,
    /// The last day on which it can be used.
    pub(super) last_day: NaiveDate,
    /// What of the budget is promised to others: on vouchers, or by orders for every resident.
    pub(super) promised: Points,
}

/// The ledger's operation, if programme and level allow it now.
pub(super) fn operation(unit: &Unit, town: &Municipality, wanted: &Wanted<'_>) -> Result<Op, ErrorCode> {
    let Wanted { programme, wallet, level, amount, last_day, promised } = *wanted;
    let (now, ledger) = (unit.now(), unit.ledger());
    let issued = IssuedSoFar {
        in_all: Points(ledger.programme(&programme.id).issued.0.saturating_add(promised.0)),
        to_person: ledger.issued_to(wallet, &programme.id),
    };
    programme::check_issue(programme, amount, issued, now)?;
    limits::check_receipt(town, level, programme.kind, amount, ledger.wallet(wallet, now).balance)?;
    Ok(Op::Issue {
        wallet,
        terms: LotTerms {
            kind: programme.kind,
            programme: programme.id.clone(),
            last_day,
            classes: programme.classes.clone(),
        },
        amount,
        caps: Caps { budget: programme.budget, per_person: programme.person_cap },
    })
}
