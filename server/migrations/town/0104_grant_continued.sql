-- An order that ended before everybody was reached goes on when staff have it continued: by somebody else than who
-- recorded it, as it was confirmed. Who did it last, and when.

ALTER TABLE grant_order ADD COLUMN continued_by TEXT;
ALTER TABLE grant_order ADD COLUMN continued_at BIGINT;
