-- Shops of the town, the phones that speak for them, and the orders at their tills.

CREATE TABLE shop (
    id          TEXT PRIMARY KEY,
    -- where an imported row comes from, so that the same shop keeps its id
    source      TEXT UNIQUE,
    name        TEXT NOT NULL,
    kana        TEXT NOT NULL,
    area        TEXT NOT NULL,
    address     TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    telephone   TEXT NOT NULL,
    -- JSON list of the town's shop classes
    classes     TEXT NOT NULL,
    -- millionths of a degree (WGS 84)
    latitude    BIGINT,
    longitude   BIGINT,
    open        BIGINT NOT NULL,
    added_at    BIGINT NOT NULL,
    updated_at  BIGINT NOT NULL
);

-- Pairing codes by the hash of their secret; `device` is the phone that used one.
CREATE TABLE shop_pairing (
    secret_hash TEXT PRIMARY KEY,
    shop        TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    made_by     TEXT NOT NULL,
    expires_at  BIGINT NOT NULL,
    device      TEXT,
    used_at     BIGINT
);

CREATE TABLE shop_device (
    id           TEXT PRIMARY KEY,
    shop         TEXT NOT NULL,
    public_key   {bytes} NOT NULL,
    paired_at    BIGINT NOT NULL,
    revoked_at BIGINT,
    revoked_by TEXT
);
CREATE INDEX shop_device_shop ON shop_device (shop);

-- `opened` and `ended` are rows of the log: the notice of the opening, and what ended the order (a notice when it
-- was cancelled, the posting when it was paid). An order that ran out is told by its time alone.
CREATE TABLE till (
    id         TEXT PRIMARY KEY,
    shop       TEXT NOT NULL,
    amount     BIGINT NOT NULL,
    reference  TEXT,
    expires_at BIGINT NOT NULL,
    state      TEXT NOT NULL,
    opened     BIGINT NOT NULL UNIQUE,
    ended      BIGINT UNIQUE
);

-- Accepted commands that move no money, so that the same id is the same act for ever.
CREATE TABLE till_act (
    id     TEXT PRIMARY KEY,
    digest {bytes} NOT NULL,
    till   TEXT NOT NULL,
    seq    BIGINT NOT NULL,
    at     BIGINT NOT NULL
);
