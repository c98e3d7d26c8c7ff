//! The acts that calls are taking on their way right now. Two taps on one button are one act, although the second comes
//! before anything of the first is kept, and although the first may have another id when it is over.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use yui_protocol::{
    CommandId,
    command::{Act, Command},
};

use crate::store::{Intent, OutboxRow};

/// See the module.
#[derive(Default)]
pub(crate) struct Underway(Mutex<Vec<Weak<Taken>>>);

/// An act that a call takes on its way, until that call has ended.
pub(super) struct Taken {
    wanted: OutboxRow,
    id: Mutex<CommandId>,
}

impl Underway {
    /// A call begins to take an act; with it comes the call for the same act that began before and has not ended.
    pub(super) fn begin(&self, wanted: &OutboxRow) -> (Arc<Taken>, Option<Arc<Taken>>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|taken| taken.strong_count() > 0);
        let mut alive = all.iter().filter_map(Weak::upgrade);
        let earlier = alive.find(|taken| is_same(&taken.wanted, wanted));
        let taken = Arc::new(Taken { wanted: wanted.clone(), id: Mutex::new(wanted.id) });
        all.push(Arc::downgrade(&taken));
        (taken, earlier)
    }
}

impl Taken {
    /// The id under which the act is known now.
    pub(super) fn id(&self) -> CommandId {
        *self.id.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The act is known under this id.
    pub(super) fn became(&self, id: CommandId) {
        *self.id.lock().unwrap_or_else(PoisonError::into_inner) = id;
    }
}

/// Whether two wishes are for one act: one id, or an act that can happen once only. Whoever saw no answer and asks again
/// with the same voucher, code or refund asks for that one.
pub(super) fn is_same(one: &OutboxRow, other: &OutboxRow) -> bool {
    let happens_once = |act: &Act| matches!(act, Act::RedeemVoucher(_) | Act::RedeemCode(_) | Act::Refund(_));
    let same_act = || act(one).filter(happens_once).is_some_and(|once| act(other).as_ref() == Some(&once));
    one.party == other.party && (one.id == other.id || same_act())
}

fn act(row: &OutboxRow) -> Option<Act> {
    match &row.intent {
        Intent::Command { payload, .. } => Command::from_payload(&payload.0).ok().map(|command| command.act),
        Intent::Code { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use yui_protocol::{Millis, Points, TownCode, command::Refund};

    use super::*;
    use crate::{
        platform::KeyName,
        store::{About, Party, RowState},
    };

    fn refund(id: u8, amount: i64) -> OutboxRow {
        let id = CommandId::new(Millis(1_795_392_000_000), [id; 10]);
        let (at, payment) = (Millis(1_795_392_000_000), CommandId::new(Millis(1_795_392_000_000), [0; 10]));
        let act = Act::Refund(Refund { payment, amount: Points(amount) });
        let town = TownCode::new(422_053).expect("Omura");
        let payload = Command { id, town, issued_at: at, valid_until: at, act }.payload().into();
        let about = Box::new(About::new("refund", None, Points(amount)));
        OutboxRow {
            id,
            party: Party::Shop,
            created_at: at,
            valid_until: at,
            depends_on: None,
            attempts: 0,
            next_attempt_at: at,
            state: RowState::Intent,
            reason: None,
            intent: Intent::Command { payload, key: KeyName::Shop, card: false, about },
            wire: None,
        }
    }

    #[test]
    fn a_second_tap_finds_the_first_one_while_that_is_under_way() {
        let underway = Underway::default();
        let (first, none) = underway.begin(&refund(1, 200));
        assert!(none.is_none());
        assert!(underway.begin(&refund(2, 300)).1.is_none(), "another amount is another act");
        let (second, earlier) = underway.begin(&refund(3, 200));
        let renamed = refund(4, 200).id;
        first.became(renamed);
        assert_eq!(earlier.map(|earlier| earlier.id()), Some(renamed));
        drop((first, second));
        assert!(underway.begin(&refund(5, 200)).1.is_none(), "later it is a second refund");
    }
}
