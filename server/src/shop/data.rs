//! What this domain keeps, why and how long.

use crate::data::{
    Controller, DataSet, Ends, Reader, Retention, StaffReads, StoreKind, Table,
    Tells::{Nothing, Person, Pseudonym},
    law::{BODY_LIMIT, BODY_PURPOSE, BODY_SAFETY},
};

/// All of this domain.
pub const SETS: &[DataSet] = &[SHOP, TILL];

const SHOP: DataSet = DataSet {
    domain: "shop",
    name: "Shops and their phones",
    store: StoreKind::Town,
    controller: Controller::OperatingBody,
    purpose: "showing people where points are taken, and letting only the shop's own phones speak for it. A shop run \
              by one person is known by her name and address, so it is treated as personal",
    basis: &[BODY_PURPOSE, BODY_LIMIT, BODY_SAFETY],
    retention: Retention {
        until: "ten years after the shop's last settlement, as the books that it explains; the list that everybody \
                sees holds open shops only",
        ends: Ends::ByTheController,
    },
    staff: StaffReads::Unaudited("everybody may see the list of shops"),
    tables: &[
        Table {
            name: "shop",
            row: "a shop, as it is shown to everybody",
            columns: &[
                (Person, &["name", "kana", "address", "postal_code", "telephone"]),
                (
                    Nothing,
                    &[
                        "id",
                        "source",
                        "area",
                        "classes",
                        "latitude",
                        "longitude",
                        "open",
                        "added_at",
                        "updated_at",
                    ],
                ),
            ],
        },
        Table {
            name: "shop_pairing",
            row: "a pairing code by the hash of its secret",
            columns: &[
                (Pseudonym, &["made_by", "device"]),
                (Nothing, &["secret_hash", "shop", "made_at", "expires_at", "used_at"]),
            ],
        },
        Table {
            name: "shop_device",
            row: "a phone that speaks for a shop",
            columns: &[
                (Pseudonym, &["id", "public_key", "revoked_by"]),
                (Nothing, &["shop", "paired_at", "revoked_at"]),
            ],
        },
    ],
    read_by: &[],
};

const TILL: DataSet = DataSet {
    domain: "shop",
    name: "Orders at tills",
    store: StoreKind::Town,
    controller: Controller::OperatingBody,
    purpose: "having an order paid once, and telling the shop that it was. Who paid is not kept here",
    basis: &[BODY_PURPOSE, BODY_SAFETY],
    retention: Retention { until: "ten years, as the books that it explains", ends: Ends::ByTheController },
    staff: StaffReads::None,
    tables: &[
        Table {
            name: "till",
            row: "an order; `reference` is what the shop wrote on it",
            columns: &[
                (Person, &["reference"]),
                (Nothing, &["id", "shop", "amount", "expires_at", "state", "opened", "ended"]),
            ],
        },
        Table {
            name: "till_act",
            row: "a command of a shop that moved no value, kept so that it counts once",
            columns: &[(Nothing, &["id", "digest", "till", "seq", "at"])],
        },
    ],
    read_by: &[Reader {
        domain: "changes",
        tables: &["till"],
        why: "the shop's own orders, for the shop's own phones",
    }],
};
