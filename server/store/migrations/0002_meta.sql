-- One row: who writes (epoch, beat) and up to where (head). Every commit passes its fence.
CREATE TABLE meta (
    id        {key},
    epoch     BIGINT NOT NULL,
    beat_at   BIGINT NOT NULL,
    head_seq  BIGINT NOT NULL,
    head_hash {bytes} NOT NULL,
    head_at   BIGINT NOT NULL,
    CHECK (id = 1)
)
-- postgres:
WITH (fillfactor = 50)
-- all:
;
INSERT INTO meta (id, epoch, beat_at, head_seq, head_hash, head_at) VALUES (1, 0, 0, 0, {zero_hash}, -9223372036854775808);
