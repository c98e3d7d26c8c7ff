-- Numbered schema 1. In the clear: names of kinds, ids made for the ledger, order, time and state.
-- Whatever says something about a person is in a `sealed` column.

CREATE TABLE meta (
    name   TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What the feed said, whole records, newest version each. `party`: whose feed, person or shop.
CREATE TABLE record (
    party   TEXT NOT NULL,
    kind   TEXT NOT NULL,
    id     TEXT NOT NULL,
    seq    INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    state  TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (party, kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX record_by_time ON record (party, kind, at DESC, seq DESC);

-- What this phone wants done and has not seen done.
CREATE TABLE outbox (
    id              TEXT PRIMARY KEY,
    party            TEXT NOT NULL,
    kind            TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    valid_until     INTEGER NOT NULL,
    depends_on      TEXT,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL DEFAULT 0,
    state           TEXT NOT NULL,
    reason          TEXT,
    sealed          BLOB NOT NULL,
    wire            BLOB
) STRICT, WITHOUT ROWID;
