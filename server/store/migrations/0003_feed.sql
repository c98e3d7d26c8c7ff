-- Which rows of the log belong to whom. PostgreSQL says it by indexes of the log; with SQLite it is a projection in a
-- file of its own (see the folder feed), so that the commit never waits for it.
-- postgres:
CREATE INDEX posting_debit ON posting (debit, seq);
CREATE INDEX posting_credit ON posting (credit, seq);
-- A notice's body begins with its party's key, after that key's length in two bytes.
CREATE INDEX event_notice ON event (
    substring(body FROM 3 FOR get_byte(body, 0) * 256 + get_byte(body, 1)), seq
) WHERE kind = 2 AND octet_length(body) >= 2;
