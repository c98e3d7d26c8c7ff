//! Tells a played step as a person would, in any of the five languages.

use serde_json::Value;
use yui_protocol::Points;
use yui_texts::{Args, Key, Lang, keys, text};

use crate::scenario::StepResult;

/// Who tells, in which language.
pub struct Teller {
    /// The language.
    pub lang: Lang,
    /// The town's name.
    pub town: String,
    /// The person's name.
    pub person: String,
    /// The shop's name.
    pub shop: String,
}

impl Teller {
    /// The sentences of a step.
    #[must_use]
    pub fn step(&self, result: &StepResult) -> Vec<String> {
        result
            .step
            .tell
            .iter()
            .filter_map(|name| Key::named(name))
            .map(|key| self.sentence(key, result))
            .collect()
    }

    /// A sentence that belongs to no step.
    #[must_use]
    pub fn say(&self, key: Key, args: Args) -> String {
        text(self.lang, key, &self.names(args)).plain
    }

    fn sentence(&self, key: Key, result: &StepResult) -> String {
        let (with, answer) = (&result.step.with, &result.answer);
        let number = |value: &Value| value.as_i64();
        let asked = number(&with["points"]).or_else(|| number(&answer["amount"])).unwrap_or_default();
        let amount = Points(asked);
        let counted = number(&answer["entries"]).or_else(|| number(&answer["rows"])).unwrap_or_default();
        let args = Args::new().count("count", counted);
        let args = if key == keys::demo::DEMO_BALANCE {
            args.points("amount", Points(number(&answer["available"]).unwrap_or_default()))
        } else if key == keys::demo::DEMO_QUOTE {
            args.points("amount", Points(number(&answer["balance_after"]).unwrap_or_default()))
        } else if key == keys::demo::DEMO_GRANT {
            args.points("amount", amount)
        } else {
            args.yen("amount", amount)
        };
        let spoken = text(self.lang, keys::shop::SHOP_RECEIVED, &Args::new().yen("amount", amount));
        self.say(key, args.text("words", spoken))
    }

    fn names(&self, args: Args) -> Args {
        args.words("town", self.town.clone())
            .words("name", self.person.clone())
            .words("shop", self.shop.clone())
    }
}
