-- The people of the town, with what leaves with the town.

CREATE TABLE resident (
    subject TEXT PRIMARY KEY,
    level TEXT NOT NULL,
    state TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    birth TEXT NOT NULL,
    sex TEXT NOT NULL,
    card_last_day TEXT,
    joined_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    left_at BIGINT
);

-- How a resident who was registered at a counter is reached and found again.
CREATE TABLE resident_contact (
    subject   TEXT PRIMARY KEY,
    kana      TEXT NOT NULL,
    telephone TEXT NOT NULL
);

-- Cases in which the law lets charged value be paid back (資金決済法20条): recorded by one, confirmed by another.
CREATE TABLE pay_back_case (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    confirmed_by TEXT,
    confirmed_at BIGINT,
    paid_back BIGINT
);
CREATE UNIQUE INDEX pay_back_case_open ON pay_back_case (subject) WHERE confirmed_at IS NULL;

-- The permanent printed card of who has no phone, by keyed hash of its secret.
CREATE TABLE printed_card (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    issued_by TEXT NOT NULL,
    revoked_at BIGINT,
    -- the square of the number grid that is asked for until somebody answers, counted row by row
    asked BIGINT,
    -- wrong answers since the last right one
    wrong BIGINT NOT NULL
);
CREATE UNIQUE INDEX printed_card_alive ON printed_card (subject) WHERE revoked_at IS NULL;
