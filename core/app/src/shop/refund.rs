//! What a refund would do, told to the shop before it confirms: value that has run out is not the payer's again.

use yui_protocol::{
    CommandId, Points,
    shop::{RefundQuote as Told, RefundQuoteRequest},
};
use yui_texts::{Args, keys};

use crate::{
    core::Core,
    error::AppResult,
    store::Party,
    view::{Text, Words},
};

/// A refund as it would come out now; nothing is given back yet.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct RefundQuote {
    /// The payment.
    pub payment: CommandId,
    /// How much goes back.
    pub amount: Points,
    /// How much of it has run out: the payer cannot use it.
    pub expired: Points,
    /// What can be given back of the payment after that.
    pub left: Points,
    /// The words of the one button.
    pub button: Text,
    /// What to know first; none when the payer gets all of it.
    pub note: Option<Text>,
}

impl RefundQuote {
    /// The same in these words: the language may have changed since it was asked for.
    pub(crate) fn in_words(self, words: Words) -> Self {
        let Self { payment, amount, expired, left, .. } = self;
        Self::new(Told { payment, amount, expired, left }, words)
    }

    fn new(told: Told, words: Words) -> Self {
        let Told { payment, amount, expired, left } = told;
        let warning =
            || words.get(keys::shop::REFUND_EXPIRED_WARNING, &Args::new().points("amount", expired));
        let button = words.get(keys::shop::REFUND_BUTTON, &Args::new().yen("amount", amount));
        Self { payment, amount, expired, left, button, note: (expired > Points::ZERO).then(warning) }
    }
}

impl Core {
    pub(crate) async fn prepare_refund(&self, payment: CommandId, amount: Points) -> AppResult<RefundQuote> {
        self.required_shop().await?;
        let amount = Points::act(amount.0)?;
        let asked = RefundQuoteRequest { payment, amount };
        let told: Told = self.session(Party::Shop).post("/v1/shop/refund-quote", &asked).await?.json()?;
        Ok(RefundQuote::new(told, self.words()))
    }
}

#[cfg(test)]
mod tests {
    use yui_texts::Lang;

    use super::*;

    fn quote(expired: i64) -> RefundQuote {
        let payment = CommandId::from_bytes([7; 16]);
        let told = Told { payment, amount: Points(400), expired: Points(expired), left: Points(100) };
        RefundQuote::new(told, Words(Lang::En))
    }

    #[test]
    fn what_the_payer_cannot_use_is_said_first() {
        let late = quote(250);
        assert!(late.button.plain.contains("400"), "{}", late.button.plain);
        let note = late.note.expect("a note").plain;
        assert!(note.contains("250") && note.contains("expired"), "{note}");
        assert_eq!(quote(0).note, None);
    }
}
