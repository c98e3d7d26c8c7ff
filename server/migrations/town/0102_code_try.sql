-- One-time codes of which an amount was refused, until the code runs out. `last` is the payload refused last, which may
-- ask again.

CREATE TABLE code_try (
    code        TEXT PRIMARY KEY,
    tries       BIGINT NOT NULL,
    last        TEXT NOT NULL,
    valid_until BIGINT NOT NULL
);
