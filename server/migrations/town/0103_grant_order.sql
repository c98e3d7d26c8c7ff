-- Orders to give points of a programme to every resident: recorded by one member of staff, confirmed by another, carried
-- out by the server.

CREATE TABLE grant_order (
    id           TEXT PRIMARY KEY,
    programme    TEXT NOT NULL,
    -- for each resident
    amount       BIGINT NOT NULL,
    recorded_by  TEXT NOT NULL,
    recorded_at  BIGINT NOT NULL,
    withdrawn_by TEXT,
    withdrawn_at BIGINT,
    confirmed_by TEXT,
    -- who joined later receives nothing
    confirmed_at BIGINT,
    -- how many were to receive when it was confirmed, by their levels
    heads        BIGINT NOT NULL,
    -- the last resident who was reached, in the order of the subjects; committed with what she received
    reached      TEXT,
    received     BIGINT NOT NULL,
    left_out     BIGINT NOT NULL,
    ended_at     BIGINT,
    -- the code that ended it before everybody was reached
    ended_with   TEXT
);
CREATE INDEX grant_order_running ON grant_order (confirmed_at) WHERE confirmed_at IS NOT NULL AND ended_at IS NULL;

-- Who could not receive, and why.
CREATE TABLE grant_left_out (
    grant_order TEXT NOT NULL,
    subject     TEXT NOT NULL,
    code        TEXT NOT NULL,
    PRIMARY KEY (grant_order, subject)
);
