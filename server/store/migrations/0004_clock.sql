-- Both clocks of the machine at the last commit, so that a start can tell whether the wall clock was set since.
ALTER TABLE meta ADD COLUMN clock_boot TEXT NOT NULL DEFAULT '';
ALTER TABLE meta ADD COLUMN clock_uptime BIGINT NOT NULL DEFAULT 0;
ALTER TABLE meta ADD COLUMN clock_wall BIGINT NOT NULL DEFAULT 0;
