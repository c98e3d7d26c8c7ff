//! The tables of yui-store: the log, the books of value, and what the store needs to run.

use super::{
    Controller, DataSet, Ends, Reader, Retention, StaffReads, StoreKind, Table,
    Tells::{Nothing, Pseudonym},
    law::{BOOKS, BOOKS_CONTENT, TOWN_LIMIT, TOWN_SAFETY},
};

pub(super) const SETS: &[DataSet] = &[BOOK, RUNNING];

const BOOK: DataSet = DataSet {
    domain: "ledger",
    name: "The log and the books of value",
    store: StoreKind::Both,
    controller: Controller::Issuer,
    purpose: "keeping account of every point from its issue to its end, proving it, counting how the service is used, \
              and knowing who looked at whose data. People are named by pseudonyms only",
    basis: &[BOOKS, BOOKS_CONTENT, TOWN_SAFETY, TOWN_LIMIT],
    retention: Retention {
        until: "ten years after the book of the programme is closed, and never less than the law asks; rows are \
                chained by hashes and none is taken out. What names the people behind the pseudonyms is erased in \
                its own table",
        ends: Ends::Never,
    },
    staff: StaffReads::Audited,
    tables: &[
        Table {
            name: "account",
            row: "a wallet, shop or book, with its number",
            columns: &[(Pseudonym, &["key"]), (Nothing, &["no"])],
        },
        Table {
            name: "programme",
            row: "the book of a programme",
            columns: &[(Nothing, &["no", "slug", "issued", "redeemed", "expired", "paid_back", "given_up"])],
        },
        Table { name: "classes", row: "a set of shop classes", columns: &[(Nothing, &["no", "list"])] },
        Table {
            name: "terms",
            row: "what the value of lots has in common",
            columns: &[(Nothing, &["no", "kind", "programme", "last_day", "classes"])],
        },
        Table {
            name: "posting",
            row: "an act with value: between which accounts, how much, under which signed command",
            columns: &[
                (Pseudonym, &["id", "debit", "credit", "detail", "digest", "signature"]),
                (Nothing, &["seq", "at", "kind", "amount"]),
            ],
        },
        Table {
            name: "event",
            row: "a notice, a look or act of staff, or a counted fact; `body` names people by pseudonym",
            columns: &[(Pseudonym, &["body"]), (Nothing, &["seq", "at", "kind"])],
        },
        Table {
            name: "balance",
            row: "what an account holds",
            columns: &[(Pseudonym, &["account"]), (Nothing, &["balance", "held", "closed"])],
        },
        Table {
            name: "lot",
            row: "value of one origin in a wallet",
            columns: &[(Pseudonym, &["account"]), (Nothing, &["id", "terms", "issued_at", "amount", "held"])],
        },
        Table {
            name: "hold",
            row: "value that is set aside",
            columns: &[(Pseudonym, &["id", "account"]), (Nothing, &["seq", "until", "amount", "parts"])],
        },
        Table {
            name: "issued_to",
            row: "what a programme gave to a wallet in all",
            columns: &[(Pseudonym, &["account"]), (Nothing, &["programme", "amount"])],
        },
        Table {
            name: "refunded",
            row: "what was given back of a payment",
            columns: &[(Nothing, &["payment", "amount"])],
        },
        Table {
            name: "spent_code",
            row: "a one-time code that has paid",
            columns: &[(Pseudonym, &["id"]), (Nothing, &["valid_until"])],
        },
        Table {
            name: "batch",
            row: "a commit with its hash",
            columns: &[(Nothing, &["last_seq", "first_seq", "at", "hash"])],
        },
    ],
    read_by: &[
        Reader {
            domain: "changes",
            tables: &[
                "posting",
                "refunded",
                "event",
                "account",
                "programme",
                "classes",
                "terms",
                "lot",
                "balance",
                "batch",
            ],
            why: "a person's or shop's own history and balance, for her own phone",
        },
        Reader {
            domain: "staff",
            tables: &["event"],
            why: "what members of staff looked at and did, for those whose role is to watch it",
        },
    ],
};

const RUNNING: DataSet = DataSet {
    domain: "ledger",
    name: "The running of a store",
    store: StoreKind::Both,
    controller: Controller::OperatingBody,
    purpose: "knowing which process writes and up to where, which steps of the schema were run, and which rows of \
              the log belong to whose phone",
    basis: &[TOWN_SAFETY],
    retention: Retention {
        until: "as long as the store; the feed is built anew at will",
        ends: Ends::ByItself,
    },
    staff: StaffReads::Unaudited("it tells nothing about a person"),
    tables: &[
        Table {
            name: "meta",
            row: "who writes, up to where",
            columns: &[
                (Nothing, &["id", "epoch", "beat_at", "head_seq", "head_hash", "head_at"]),
                (Nothing, &["clock_boot", "clock_uptime", "clock_wall"]),
            ],
        },
        Table {
            name: "yui_migration",
            row: "a step of the schema that was run",
            columns: &[(Nothing, &["component", "name", "checksum"])],
        },
        Table {
            name: "feed",
            row: "a row of the log that belongs to a wallet or shop",
            columns: &[(Pseudonym, &["party"]), (Nothing, &["seq"])],
        },
        Table {
            name: "feed_cursor",
            row: "up to where the feed goes",
            columns: &[(Nothing, &["id", "upto", "reach", "reach_hash"])],
        },
    ],
    read_by: &[Reader {
        domain: "changes",
        tables: &["meta"],
        why: "where the log ends, to give out a cursor",
    }],
};
