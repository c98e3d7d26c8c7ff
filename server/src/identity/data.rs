//! What this domain keeps, why and how long. The realm knows keys and keyed hashes; names are the town's.

use crate::data::{
    Controller, DataSet, Ends, Reader, Retention, StaffReads, StoreKind, Table,
    Tells::{Hash, Nothing, Person, Pseudonym, Sealed},
    law::{BODY_LIMIT, BODY_PURPOSE, BODY_SAFETY, CLAIMS, PAY_BACK, TOWN_LIMIT, TOWN_SAFETY, TOWN_TASK},
};

/// All of this domain.
pub const SETS: &[DataSet] = &[RESIDENT, PAY_BACK_CASE, PERSON, DEVICE, UNDERWAY, CODE];

const RESIDENT: DataSet = DataSet {
    domain: "identity",
    name: "Residents",
    store: StoreKind::Town,
    controller: Controller::Town,
    purpose: "knowing for whom the town keeps a wallet and what she is entitled to, finding her and helping her at the counter and by \
              telephone, and letting her use the service with a printed card",
    basis: &[TOWN_TASK, TOWN_SAFETY, TOWN_LIMIT, CLAIMS],
    retention: Retention {
        until: "five years after she left, when claims for value paid in have lapsed",
        ends: Ends::ByTheController,
    },
    staff: StaffReads::Audited,
    tables: &[
        Table {
            name: "resident",
            row: "a person enrolled in the town; `card_last_day` is the last day of her card",
            columns: &[
                (Person, &["name", "address", "birth", "sex", "card_last_day"]),
                (Pseudonym, &["subject"]),
                (Nothing, &["level", "state", "joined_at", "updated_at", "left_at"]),
            ],
        },
        Table {
            name: "resident_contact",
            row: "the name in kana and the telephone number of a resident who was registered at a counter",
            columns: &[(Person, &["kana", "telephone"]), (Pseudonym, &["subject"])],
        },
        Table {
            name: "printed_card",
            row: "the printed card of a resident; `issued_by` is the member of staff",
            columns: &[
                (Hash, &["id"]),
                (Pseudonym, &["subject", "issued_by"]),
                (Nothing, &["issued_at", "revoked_at", "asked", "wrong"]),
            ],
        },
    ],
    read_by: &[
        Reader {
            domain: "staff",
            tables: &["resident", "resident_contact", "printed_card"],
            why: "finding a resident at the counter or on the telephone; each look is audited",
        },
        Reader {
            domain: "wallet",
            tables: &["resident"],
            why: "whether she is still enrolled, what her level may pay, and who receives what every resident is given; \
                  no name is read",
        },
    ],
};

const PAY_BACK_CASE: DataSet = DataSet {
    domain: "identity",
    name: "Value paid back",
    store: StoreKind::Town,
    controller: Controller::OperatingBody,
    purpose: "paying charged value back in the cases that the law allows, recorded by one member of staff and \
              confirmed by another",
    basis: &[PAY_BACK, BODY_PURPOSE, BODY_SAFETY],
    retention: Retention { until: "ten years, as the books that it explains", ends: Ends::ByTheController },
    staff: StaffReads::Unaudited(
        "the list names no resident; recording and confirming a case is noted, and so is the look at the person \
         whom the question before confirming names",
    ),
    tables: &[Table {
        name: "pay_back_case",
        row: "a case, by a resident's pseudonym; the reason is moving away, death or the end of the service",
        columns: &[
            (Person, &["reason"]),
            (Pseudonym, &["subject", "recorded_by", "confirmed_by"]),
            (Nothing, &["id", "recorded_at", "confirmed_at", "paid_back"]),
        ],
    }],
    read_by: &[],
};

const PERSON: DataSet = DataSet {
    domain: "identity",
    name: "Persons of the realm",
    store: StoreKind::Realm,
    controller: Controller::OperatingBody,
    purpose: "recognising that a card, a phone or a mail address belongs to a person who is known already, so that \
              nobody has two wallets and a lost phone is no loss. Who she is, is not kept here",
    basis: &[BODY_PURPOSE, BODY_LIMIT, BODY_SAFETY],
    retention: Retention { until: "five years after she left her last town", ends: Ends::ByTheController },
    staff: StaffReads::None,
    tables: &[
        Table {
            name: "person",
            row: "a person; `reference` of her entry at the platform operator or of her mail address, `likeness` of \
                  name, birth date and sex",
            columns: &[(Hash, &["reference", "likeness"]), (Pseudonym, &["id"]), (Nothing, &["created_at"])],
        },
        Table {
            name: "card",
            row: "a card, by its two public keys",
            columns: &[
                (Hash, &["authentication", "signature"]),
                (Pseudonym, &["person"]),
                (Nothing, &["added_at", "retired_at"]),
            ],
        },
        Table {
            name: "realm_key",
            row: "a keyed hash of nothing, by which the key of all of these is known again",
            columns: &[(Hash, &["key_check"]), (Nothing, &["one"])],
        },
        Table {
            name: "membership",
            row: "a person in a town, under that town's pseudonym for her",
            columns: &[
                (Pseudonym, &["subject", "person"]),
                (Nothing, &["town", "level", "joined_at", "left_at"]),
            ],
        },
    ],
    read_by: &[],
};

const DEVICE: DataSet = DataSet {
    domain: "identity",
    name: "Phones of persons",
    store: StoreKind::Realm,
    controller: Controller::OperatingBody,
    purpose: "letting only her own phones act for a person, and letting her or the counter stop a lost one",
    basis: &[BODY_PURPOSE, BODY_LIMIT, BODY_SAFETY],
    retention: Retention {
        until: "ten years after it was stopped, as the books whose signed commands its key proves",
        ends: Ends::ByTheController,
    },
    staff: StaffReads::Audited,
    tables: &[
        Table {
            name: "device",
            row: "a phone with its keys and the name its owner gave it; of its use the last day is kept, not the hour",
            columns: &[
                (Person, &["name", "seen_day"]),
                (Pseudonym, &["id", "subject", "public_key", "user_key_id", "user_key"]),
                (Nothing, &["town", "added_at", "revoked_at"]),
            ],
        },
        Table {
            name: "replaced_key",
            row: "a phone's second key that another took the place of, so that nobody takes it again",
            columns: &[(Pseudonym, &["id", "device", "public_key"]), (Nothing, &["replaced_at"])],
        },
    ],
    read_by: &[],
};

const UNDERWAY: DataSet = DataSet {
    domain: "identity",
    name: "Registrations under way",
    store: StoreKind::Realm,
    controller: Controller::OperatingBody,
    purpose: "having a member of staff compare a new card with a person who is known already, having a second one \
              confirm a code for the phone of such a person, letting nobody of the staff decide about the card of \
              a person whom he let in himself, and telling the town of a registration when its store \
              could not be reached",
    basis: &[BODY_PURPOSE, BODY_LIMIT, BODY_SAFETY],
    retention: Retention {
        until: "what the card said: until it is decided, or the town knows; what a counter's form said: until the first form \
                after a day; who decided or let her in: as long as the person is known",
        ends: Ends::ByItself,
    },
    staff: StaffReads::Audited,
    tables: &[
        Table {
            name: "review",
            row: "a registration that waits; `sealed` goes when it is decided",
            columns: &[
                (Sealed, &["sealed"]),
                (Pseudonym, &["person", "device", "decided_by"]),
                (Nothing, &["id", "town", "created_at", "decision", "decided_at"]),
            ],
        },
        Table {
            name: "code_request",
            row: "a code that one member of staff asked for and another must confirm; the row goes within the hour it \
                  stands, or with the next request",
            columns: &[
                (Pseudonym, &["subject", "asked_by", "confirmed_by"]),
                (Nothing, &["town", "asked_at"]),
            ],
        },
        Table {
            name: "counter_form",
            row: "a form of the counter that registered a person, so that it counts once; the row goes a day after \
                  it was sent, with the next form",
            columns: &[(Hash, &["content"]), (Pseudonym, &["id", "subject"]), (Nothing, &["sent_at"])],
        },
        Table {
            name: "vouched",
            row: "a member of staff who registered a person or gave her a code",
            columns: &[(Pseudonym, &["subject", "staff"])],
        },
        Table {
            name: "errand",
            row: "what a town must still be told; the row goes when it was",
            columns: &[
                (Sealed, &["sealed"]),
                (Pseudonym, &["subject"]),
                (Nothing, &["id", "town", "created_at"]),
            ],
        },
        Table {
            name: "errand_last",
            row: "the last number that such a row had",
            columns: &[(Nothing, &["one", "id"])],
        },
    ],
    read_by: &[],
};

const CODE: DataSet = DataSet {
    domain: "identity",
    name: "Registration codes and nonces",
    store: StoreKind::Realm,
    controller: Controller::OperatingBody,
    purpose: "taking each code and each proof once only",
    basis: &[BODY_PURPOSE, BODY_SAFETY],
    retention: Retention {
        until: "the code or nonce has run out (minutes for a nonce, the time printed beside it for a code)",
        ends: Ends::ByItself,
    },
    staff: StaffReads::None,
    tables: &[
        Table {
            name: "registration_code",
            row: "a code; `about` is the keyed hash of a mail address or a resident's pseudonym",
            columns: &[
                (Hash, &["id"]),
                (Pseudonym, &["about"]),
                (Nothing, &["town", "kind", "expires_at", "used_at"]),
            ],
        },
        Table {
            name: "spent_nonce",
            row: "a nonce of an accepted registration, with the hash of the statement that it stands in",
            columns: &[(Nothing, &["nonce", "statement", "expires_at"])],
        },
    ],
    read_by: &[],
};
