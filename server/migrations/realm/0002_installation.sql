-- The towns whose stores were joined with this one; `whole` is 1 once the town's store holds the id, too.
CREATE TABLE installation (
    town  TEXT PRIMARY KEY,
    id    TEXT NOT NULL,
    whole BIGINT NOT NULL
);
