-- Charge vouchers by the hash of their secret, which is printed once. Who used one is in the ledger alone, under
-- the id in `used_by`.

CREATE TABLE voucher (
    id           TEXT PRIMARY KEY,
    batch        TEXT NOT NULL,
    secret_hash  TEXT NOT NULL UNIQUE,
    programme    TEXT NOT NULL,
    amount       BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    -- the last day of the value it charges, counted from when the voucher was made
    value_until  TEXT NOT NULL,
    issued_at    BIGINT NOT NULL,
    issued_by    TEXT NOT NULL,
    cancelled_at BIGINT,
    cancelled_by TEXT,
    used_at      BIGINT,
    used_by      TEXT
);
CREATE INDEX voucher_batch ON voucher (batch);
-- What is promised: vouchers that can still be used.
CREATE INDEX voucher_unused ON voucher (programme, expires_at) WHERE used_at IS NULL AND cancelled_at IS NULL;
