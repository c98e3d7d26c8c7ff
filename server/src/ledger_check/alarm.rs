//! The mail to whoever runs the server when a check of the ledger found something, or could not be made: one a night, in
//! the operator's language. It says how much was found and how to see it, and names no row: who reads a mail on its way
//! is not known.

use chrono::NaiveTime;
use yui_protocol::Millis;
use yui_texts::{
    Args, Lang,
    keys::{ledger, notices},
    text,
};

use super::{ALARM, Outcome, Verdict};
use crate::state::Yui;

/// How long after a mail could not leave it is tried again, in milliseconds.
const AGAIN: i64 = 10 * Millis::MINUTE;

/// Whoever runs the server.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Operator {
    /// The mail address.
    pub address: String,
    /// The language.
    pub lang: Lang,
}

/// The mail of a night, until it has left.
pub(super) struct Alarm {
    operator: Option<Operator>,
    not_before: Millis,
}

impl Alarm {
    /// For this operator; silent where there is none.
    pub(super) fn of(operator: Option<Operator>) -> Self {
        Self { operator, not_before: Millis(i64::MIN) }
    }

    /// Sends the mail of the night of the last check, if there is something to tell and nobody was told yet. `at` is the
    /// time of day at which nights begin. One that could not leave is tried again later.
    pub(super) async fn tell(&mut self, yui: &Yui, at: NaiveTime) {
        let now = yui.clock.now();
        let Some(operator) = self.operator.as_ref().filter(|_| now >= self.not_before) else { return };
        let Some(outcome) = yui.checks.untold(at) else { return };
        let Some(words) = words(&yui.config.municipality.name, operator.lang, &outcome) else { return };
        match yui.mailer.send_alarm(&operator.address, ALARM, &words).await {
            Ok(()) => yui.checks.told(now),
            Err(code) => {
                tracing::warn!(%code, "the alarm about the ledger could not be mailed yet");
                self.not_before = now.plus(AGAIN);
            }
        }
    }
}

/// What is said of an outcome; nothing of a sound ledger.
fn words(town: &str, lang: Lang, outcome: &Outcome) -> Option<String> {
    let town = Args::new().words("town", town);
    let (found, then) = match outcome.verdict {
        Verdict::Sound { .. } => return None,
        Verdict::Altered { findings, .. } => {
            let count = i64::try_from(findings).unwrap_or(i64::MAX);
            let found = text(lang, notices::MAIL_LEDGER_ALTERED, &town.count("count", count));
            (found, notices::MAIL_LEDGER_ALTERED_DO)
        }
        Verdict::Unread => (text(lang, notices::MAIL_LEDGER_UNREAD, &town), notices::MAIL_LEDGER_UNREAD_DO),
    };
    let when = text(lang, ledger::LEDGER_CHECKED_AT, &Args::new().moment("moment", outcome.at));
    Some([found, text(lang, then, &Args::new()), when].map(|said| said.plain).join("\r\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_how_much_and_no_row() {
        let outcome = |verdict| Outcome { at: Millis(1_809_140_400_000), verdict };
        let altered =
            outcome(Verdict::Altered { findings: 7, first: "table lot: row 0193: held".to_owned() });
        for lang in [Lang::Ja, Lang::JaSimple, Lang::En, Lang::ZhHans, Lang::Vi] {
            assert_eq!(words("Omura", lang, &outcome(Verdict::Sound { rows: 1 })), None);
            let told = words("Omura", lang, &altered).expect("something to tell");
            for part in ["Omura", "7", "verify-ledger"] {
                assert!(told.contains(part), "{part}: {told}");
            }
            assert!(!told.contains("lot") && !told.contains("0193"), "{told}");
            let unread = words("Omura", lang, &outcome(Verdict::Unread)).expect("something to tell");
            assert!(unread.contains("Omura") && unread != told, "{unread}");
        }
        let told = words("Omura", Lang::En, &altered).expect("something to tell");
        assert!(
            told.starts_with("The ledger of Omura is not as it must be in 7 places.\r\nPayments go on."),
            "{told}"
        );
    }
}
