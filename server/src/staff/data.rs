//! What this domain keeps, why and how long.

use crate::data::{
    Controller, DataSet, Ends, Place, Retention, StaffReads, Table,
    Tells::{Hash, Nothing, Person, Pseudonym},
    law::{BODY_SAFETY, CLAIMS, TOWN_LIMIT, TOWN_SAFETY, TOWN_TASK},
};

/// All of this domain.
pub const SETS: &[DataSet] = &[CONTACT, ACCOUNT, SESSION];

const CONTACT: DataSet = DataSet {
    domain: "staff",
    name: "How residents are reached",
    store: Place::Town,
    controller: Controller::Town,
    purpose: "finding and calling back a resident who was registered at a counter",
    basis: &[TOWN_TASK, TOWN_SAFETY, TOWN_LIMIT, CLAIMS],
    retention: Retention {
        until: "five years after she left, when claims for value paid in have lapsed",
        ends: Ends::ByTheController,
    },
    staff: StaffReads::Audited,
    tables: &[Table {
        name: "resident_contact",
        row: "a resident's name in kana and her telephone number",
        columns: &[(Person, &["kana", "telephone"]), (Pseudonym, &["subject"])],
    }],
    read_by: &[],
};

const ACCOUNT: DataSet = DataSet {
    domain: "staff",
    name: "Members of staff",
    store: Place::Town,
    controller: Controller::Town,
    purpose: "letting in members of staff of the town and of the operating body, each with what her role may do, and \
              knowing who is behind a pseudonym in the log",
    basis: &[TOWN_SAFETY, BODY_SAFETY],
    retention: Retention {
        until: "ten years after the account ended, as the rows of the log that it explains",
        ends: Ends::ByTheController,
    },
    staff: StaffReads::Unaudited(
        "colleagues are named beside what they did, to those whose role is to watch it",
    ),
    tables: &[Table {
        name: "staff",
        row: "an account; `password` is a hash by Argon2id",
        columns: &[
            (Person, &["sign_in", "shown"]),
            (Hash, &["password"]),
            (Pseudonym, &["id", "added_by"]),
            (Nothing, &["role", "one_time_until", "added_at", "ended_at"]),
        ],
    }],
    read_by: &[],
};

const SESSION: DataSet = DataSet {
    domain: "staff",
    name: "Sign-ins of staff",
    store: Place::Town,
    controller: Controller::Town,
    purpose: "keeping a signed-in member of staff signed in",
    basis: &[TOWN_SAFETY, BODY_SAFETY],
    retention: Retention { until: "the session has ended", ends: Ends::ByItself },
    staff: StaffReads::None,
    tables: &[Table {
        name: "staff_session",
        row: "a session by the keyed hash of its cookie",
        columns: &[(Hash, &["id"]), (Pseudonym, &["staff"]), (Nothing, &["began_at", "seen_at"])],
    }],
    read_by: &[],
};
