//! A refund with its payment, whose row is looked up: no more is given back than was paid, to the lots that were used,
//! the last one first, and what falls on a lot that ran out expires at once.

use crate::{
    Unreadable,
    books::{Books, Holder},
    judge::{Judge, day},
    posting::{Act, Flow, Posting},
    row::POSTING,
    view::{Bind, View},
};

/// The payment that a refund gives back.
pub(crate) async fn payment_of(view: &mut View, refund: &Posting) -> Result<Option<Posting>, Unreadable> {
    let Act::Refund { payment } = &refund.act else { return Ok(None) };
    let rows = view.rows(&POSTING, "WHERE id = $1", &[Bind::Bytes(payment)]).await?;
    // An altered payment is a finding at its own row.
    Ok(rows.first().and_then(|row| Posting::read(row).ok()))
}

/// Judges a refund before it is added, and counts it.
pub(crate) fn judge(books: &mut Books, refund: &Posting, payment: Option<&Posting>, wrong: &mut Vec<String>) {
    let paid = payment.filter(|payment| {
        payment.seq < refund.seq && matches!(payment.act, Act::Pay { .. } | Act::Capture { reward: None, .. })
    });
    let Some(payment) = paid else {
        wrong.push("it gives back a payment that is not there".to_owned());
        return;
    };
    let before = books.refunded.get(&payment.seq).copied().unwrap_or_default();
    let amount = i128::from(refund.amount);
    let back = back_to(payment, before, amount);
    let expected = expected(books, refund, &back);
    let moved: Vec<_> =
        refund.legs.iter().filter_map(|leg| Some((leg.lot?, leg.account, i128::from(leg.amount)))).collect();
    let moved: Vec<_> =
        moved.iter().map(|(part, account, amount)| (part.lot, part.flow, *account, *amount)).collect();
    let expired: i128 =
        -expected.iter().filter(|(_, flow, ..)| *flow == Flow::Expired).map(|(.., part)| part).sum::<i128>();
    let mut judge = Judge { books, posting: refund, wrong };
    let mut plain: Vec<_> = judge.plain();
    plain.retain(|(holder, part)| (*holder, i128::from(*part)) != (Holder::Expired, expired));
    judge.must(
        (payment.credit, payment.debit) == (refund.debit, refund.credit),
        "it gives back between others",
    );
    judge.must(before + amount <= i128::from(payment.amount), "more is given back than was paid");
    judge.must(
        moved == expected && plain == [(Holder::Shop, -refund.amount)],
        "it does not give back to the lots that were used, the last one first",
    );
    *books.refunded.entry(payment.seq).or_default() += amount;
}

/// The lots that get something back, after `before` was given back already.
fn back_to(payment: &Posting, before: i128, amount: i128) -> Vec<(i64, i128)> {
    // On a line from the last point that was used to the first, a refund takes what lies between these.
    let (from, to) = (before, before + amount);
    let (mut at, mut back) = (0, Vec::new());
    for leg in payment.legs.iter().rev() {
        let Some(part) = leg.lot else { continue };
        let end = at - i128::from(leg.amount);
        let share = end.min(to) - at.max(from);
        if share > 0 {
            back.push((part.lot, share));
        }
        at = end;
    }
    back
}

/// The legs on lots that this makes: lot, line, account, amount.
fn expected(books: &Books, refund: &Posting, back: &[(i64, i128)]) -> Vec<(i64, Flow, i64, i128)> {
    let today = day(refund.at);
    let mut legs = Vec::new();
    for (lot, share) in back {
        legs.push((*lot, Flow::Redeemed, refund.credit, *share));
        if books.terms_of(*lot).is_some_and(|terms| terms.last_day < today) {
            legs.push((*lot, Flow::Expired, refund.credit, -share));
        }
    }
    legs
}
