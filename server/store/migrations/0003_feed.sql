-- Which rows of the log belong to whom: a projection, built by a reader of the log and rebuilt at will. With
-- SQLite it is a file of its own (see the folder feed), so that the commit never waits for it.
-- postgres:
CREATE TABLE feed (
    party BYTEA  NOT NULL,
    seq   BIGINT NOT NULL,
    PRIMARY KEY (party, seq)
);
CREATE TABLE feed_cursor (
    id   BIGINT PRIMARY KEY,
    upto BIGINT NOT NULL
);
INSERT INTO feed_cursor (id, upto) VALUES (1, 0);
