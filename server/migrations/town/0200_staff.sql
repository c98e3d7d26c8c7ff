-- Members of staff. `id` is the pseudonym under which the log names who did something; the words about a person stay
-- here and can be erased.

CREATE TABLE staff (
    id            TEXT PRIMARY KEY,
    sign_in       TEXT NOT NULL UNIQUE,
    shown         TEXT NOT NULL,
    role          TEXT NOT NULL,
    -- Argon2id in PHC form
    password      TEXT NOT NULL,
    -- until when a one-time password lets in; none once the person has chosen her own
    one_time_until BIGINT,
    added_at      BIGINT NOT NULL,
    added_by      TEXT NOT NULL,
    ended_at      BIGINT
);

-- Sessions by keyed hash of their cookie.
CREATE TABLE staff_session (
    id         TEXT PRIMARY KEY,
    staff      TEXT NOT NULL,
    began_at   BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
);
CREATE INDEX staff_session_staff ON staff_session (staff);
