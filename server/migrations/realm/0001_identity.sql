-- Who is known to the realm, by keyed hashes only; names and addresses are the town's.

-- Which key all of this was written under: its keyed hash of nothing. One row.
CREATE TABLE realm_key (
    one BIGINT PRIMARY KEY,
    key_check TEXT NOT NULL
);

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    -- keyed hash of the platform operator's reference, or of a visitor's mail address
    reference TEXT UNIQUE,
    -- keyed hash of name, birth date and sex; two people may share it
    likeness TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX person_likeness ON person (likeness);

-- One card, by keyed hashes of its two public keys; retired when another took its place.
CREATE TABLE card (
    authentication TEXT PRIMARY KEY,
    signature TEXT UNIQUE,
    person TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    retired_at BIGINT
);
CREATE INDEX card_person ON card (person);

-- A person in a town. Who left and comes back is a member anew, under another subject (ADR 0007).
CREATE TABLE membership (
    subject TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    town TEXT NOT NULL,
    level TEXT NOT NULL,
    joined_at BIGINT NOT NULL,
    left_at BIGINT
);
CREATE UNIQUE INDEX membership_alive ON membership (person, town) WHERE left_at IS NULL;
CREATE INDEX membership_person ON membership (person);

CREATE TABLE device (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    town TEXT NOT NULL,
    name TEXT NOT NULL,
    public_key {bytes} NOT NULL,
    user_key_id TEXT UNIQUE,
    user_key {bytes},
    added_at BIGINT NOT NULL,
    seen_day TEXT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX device_subject ON device (subject);

-- A phone's second key that another took the place of: no key is taken twice.
CREATE TABLE replaced_key (
    id TEXT PRIMARY KEY,
    device TEXT NOT NULL,
    public_key {bytes} NOT NULL,
    replaced_at BIGINT NOT NULL
);
CREATE INDEX replaced_key_device ON replaced_key (device);

-- Nonces of accepted registrations, and the statement that took each. Rows go when the nonce has run out.
CREATE TABLE spent_nonce (
    nonce TEXT PRIMARY KEY,
    statement TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- A registration that a member of staff has to look at; `sealed` goes when it is decided.
CREATE TABLE review (
    id TEXT PRIMARY KEY,
    town TEXT NOT NULL,
    person TEXT NOT NULL,
    device TEXT NOT NULL UNIQUE,
    sealed {bytes},
    created_at BIGINT NOT NULL,
    decision TEXT,
    decided_at BIGINT,
    decided_by TEXT
);

-- Registration codes, sent by mail or printed at a counter, by keyed hash.
CREATE TABLE registration_code (
    id TEXT PRIMARY KEY,
    town TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX registration_code_about ON registration_code (about);

-- A code for the phone of somebody who is known already: one member of staff asks, another confirms. Rows go when the
-- code is printed or the request has run out; the log keeps who did it.
CREATE TABLE code_request (
    subject TEXT PRIMARY KEY,
    town TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    confirmed_by TEXT
);

-- Which member of staff registered a person or gave her a code; another decides whether a later card is hers.
CREATE TABLE vouched (
    subject TEXT NOT NULL,
    staff TEXT NOT NULL,
    PRIMARY KEY (subject, staff)
);

-- What a town must still be told; `sealed` holds a person's words and goes with the row.
CREATE TABLE errand (
    id {key},
    town TEXT NOT NULL,
    subject TEXT NOT NULL,
    sealed {bytes} NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX errand_subject ON errand (town, subject, id);

-- The last id that a row of `errand` had, so that none comes again. One row.
CREATE TABLE errand_last (
    one BIGINT PRIMARY KEY,
    id BIGINT NOT NULL
);
