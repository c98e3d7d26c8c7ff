-- The id under which this store was joined with the realm's.
CREATE TABLE installation (
    town  TEXT PRIMARY KEY,
    id    TEXT NOT NULL,
    whole BIGINT NOT NULL
);
