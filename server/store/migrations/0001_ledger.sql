-- The ledger's tables, as yui-ledger's `row` module describes them. Integer keys given by the writer, ids and
-- digests as bytes, no foreign keys: memory is read, not these.

CREATE TABLE account (
    no  {key},
    key {bytes} NOT NULL UNIQUE
);

CREATE TABLE programme (
    no        {key},
    slug      TEXT NOT NULL UNIQUE,
    issued    BIGINT NOT NULL,
    redeemed  BIGINT NOT NULL,
    expired   BIGINT NOT NULL,
    paid_back BIGINT NOT NULL,
    given_up  BIGINT NOT NULL
);

CREATE TABLE classes (
    no   {key},
    list TEXT NOT NULL UNIQUE
);

CREATE TABLE terms (
    no        {key},
    kind      BIGINT NOT NULL,
    programme BIGINT NOT NULL,
    last_day  TEXT NOT NULL,
    classes   BIGINT NOT NULL
);

CREATE TABLE posting (
    seq       {key},
    at        BIGINT NOT NULL,
    id        {bytes} NOT NULL UNIQUE,
    kind      BIGINT NOT NULL,
    debit     BIGINT NOT NULL,
    credit    BIGINT NOT NULL,
    amount    BIGINT NOT NULL,
    detail    {bytes} NOT NULL,
    digest    {bytes} NOT NULL,
    signature {bytes}
)
-- postgres:
-- The log is only added to: vacuum finds nothing to collect there, and no plan depends on what is in it.
WITH (autovacuum_vacuum_insert_scale_factor = 1, autovacuum_analyze_scale_factor = 1)
-- all:
;

CREATE TABLE event (
    seq  {key},
    at   BIGINT NOT NULL,
    kind BIGINT NOT NULL,
    body {bytes} NOT NULL
);

CREATE TABLE balance (
    account {key},
    balance BIGINT NOT NULL,
    held    BIGINT NOT NULL,
    closed  BIGINT NOT NULL
)
-- postgres:
WITH (fillfactor = 50)
-- all:
;

CREATE TABLE lot (
    id        {key},
    account   BIGINT NOT NULL,
    terms     BIGINT NOT NULL,
    issued_at BIGINT NOT NULL,
    amount    BIGINT NOT NULL,
    held      BIGINT NOT NULL
)
-- postgres:
WITH (fillfactor = 70)
-- all:
;

CREATE TABLE hold (
    seq     {key},
    id      {bytes} NOT NULL UNIQUE,
    account BIGINT NOT NULL,
    until   BIGINT NOT NULL,
    amount  BIGINT NOT NULL,
    parts   {bytes} NOT NULL
);

CREATE TABLE issued_to (
    account   BIGINT NOT NULL,
    programme BIGINT NOT NULL,
    amount    BIGINT NOT NULL,
    PRIMARY KEY (account, programme)
)
-- sqlite:
WITHOUT ROWID
-- all:
;

CREATE TABLE refunded (
    payment {key},
    amount  BIGINT NOT NULL
);

CREATE TABLE spent_code (
    id          {bytes} NOT NULL PRIMARY KEY,
    valid_until BIGINT NOT NULL
);

CREATE TABLE batch (
    last_seq  {key},
    first_seq BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    hash      {bytes} NOT NULL
);
