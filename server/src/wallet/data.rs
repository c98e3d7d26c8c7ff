//! What this domain keeps, why and how long. Value itself is in the ledger.

use crate::data::{
    Controller, DataSet, Ends, Retention, StaffReads, StoreKind, Table,
    Tells::{Nothing, Pseudonym},
    law::{BODY_PURPOSE, BODY_SAFETY, BOOKS, TOWN_LIMIT, TOWN_SAFETY, TOWN_TASK},
};

/// All of this domain.
pub const SETS: &[DataSet] = &[VOUCHERS, GRANTS, CODES];

const CODES: DataSet = DataSet {
    domain: "wallet",
    name: "One-time codes that were refused",
    store: StoreKind::Town,
    controller: Controller::OperatingBody,
    purpose: "keeping a shop from finding out what a payer has by trying amounts on her code",
    basis: &[BODY_PURPOSE, BODY_SAFETY],
    retention: Retention {
        until: "the next refusal after the code has run out, which it does within minutes",
        ends: Ends::ByItself,
    },
    staff: StaffReads::None,
    tables: &[Table {
        name: "code_try",
        row: "how many amounts were refused on a code; its payer is not in it",
        columns: &[(Pseudonym, &["code", "last"]), (Nothing, &["tries", "valid_until"])],
    }],
    read_by: &[],
};

const VOUCHERS: DataSet = DataSet {
    domain: "wallet",
    name: "Charge vouchers",
    store: StoreKind::Town,
    controller: Controller::OperatingBody,
    purpose: "charging a wallet once with a voucher that was paid for, and finding out what became of one",
    basis: &[BOOKS, BODY_PURPOSE, BODY_SAFETY],
    retention: Retention { until: "ten years, as the books that it explains", ends: Ends::ByTheController },
    staff: StaffReads::Unaudited("it tells nothing about a person"),
    tables: &[Table {
        name: "voucher",
        row: "a voucher by the hash of its secret; `used_by` is the id of the posting, whose wallet the ledger knows",
        columns: &[
            (Pseudonym, &["issued_by", "cancelled_by", "used_by"]),
            (
                Nothing,
                &[
                    "id",
                    "batch",
                    "secret_hash",
                    "programme",
                    "amount",
                    "expires_at",
                    "value_until",
                    "issued_at",
                    "cancelled_at",
                    "used_at",
                ],
            ),
        ],
    }],
    read_by: &[],
};

const GRANTS: DataSet = DataSet {
    domain: "wallet",
    name: "Grants to every resident",
    store: StoreKind::Town,
    controller: Controller::Town,
    purpose: "giving points of a programme to every resident once, ordered by one member of staff and confirmed by \
              another, and finding out who could not receive them and why",
    basis: &[TOWN_TASK, TOWN_SAFETY, TOWN_LIMIT],
    retention: Retention { until: "ten years, as the books that it explains", ends: Ends::ByTheController },
    staff: StaffReads::Audited,
    tables: &[
        Table {
            name: "grant_order",
            row: "an order and how far it has come; `reached` is the last resident's pseudonym",
            columns: &[
                (Pseudonym, &["recorded_by", "withdrawn_by", "confirmed_by", "continued_by", "reached"]),
                (
                    Nothing,
                    &[
                        "id",
                        "programme",
                        "amount",
                        "recorded_at",
                        "withdrawn_at",
                        "confirmed_at",
                        "continued_at",
                    ],
                ),
                (Nothing, &["heads", "received", "left_out", "ended_at", "ended_with"]),
            ],
        },
        Table {
            name: "grant_left_out",
            row: "a resident who could not receive, by her pseudonym, with the code that says why",
            columns: &[(Pseudonym, &["subject"]), (Nothing, &["grant_order", "code"])],
        },
    ],
    read_by: &[],
};
