//! An act as the person wants it, ready to be submitted.

use yui_protocol::{
    CommandId, Millis,
    command::{Act, Command},
};

use crate::{
    core::Core,
    platform::KeyName,
    store::{About, Intent, OutboxRow, Party, RowState},
};

/// How long a command can be taken for the first time.
const LIFE: i64 = 2 * Millis::MINUTE;

/// How long an act that may wait for the network can be taken.
const PATIENT_LIFE: i64 = Millis::DAY;

impl Core {
    /// An act ready for [`Core::submit`], in the name of the key's role.
    pub(crate) fn draft(&self, id: CommandId, act: Act, key: KeyName, card: bool, about: About) -> OutboxRow {
        let now = self.time.now();
        let valid_until = now.plus(if about.patient { PATIENT_LIFE } else { LIFE });
        let command = Command { id, town: self.town, issued_at: now, valid_until, act };
        OutboxRow {
            id,
            party: if key == KeyName::Shop { Party::Shop } else { Party::Person },
            created_at: now,
            valid_until,
            depends_on: None,
            attempts: 0,
            next_attempt_at: now,
            state: RowState::Intent,
            reason: None,
            intent: Intent::Command { payload: command.payload().into(), key, card, about: Box::new(about) },
            wire: None,
        }
    }
}
