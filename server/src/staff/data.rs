//! What this domain keeps, why and how long.

use crate::data::{
    Controller, DataSet, Ends, Retention, StaffReads, StoreKind, Table,
    Tells::{Hash, Nothing, Person, Pseudonym},
    law::{BODY_SAFETY, TOWN_SAFETY},
};

/// All of this domain.
pub const SETS: &[DataSet] = &[ACCOUNT, SESSION];

const ACCOUNT: DataSet = DataSet {
    domain: "staff",
    name: "Members of staff",
    store: StoreKind::Town,
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
    store: StoreKind::Town,
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
