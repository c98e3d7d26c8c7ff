-- Charge vouchers by the hash of their secret, which is printed once. Who used one is in the ledger alone, under
-- the id in `used_by`.

CREATE TABLE voucher (
    id           TEXT PRIMARY KEY,
    batch        TEXT NOT NULL,
    secret_hash  TEXT NOT NULL UNIQUE,
    programme    TEXT NOT NULL,
    amount       BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    issued_at    BIGINT NOT NULL,
    issued_by    TEXT NOT NULL,
    cancelled_at BIGINT,
    cancelled_by TEXT,
    used_at      BIGINT,
    used_by      TEXT
);
CREATE INDEX voucher_batch ON voucher (batch);
