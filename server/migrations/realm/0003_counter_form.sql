-- Registrations at a counter by the id of their form, so that a form which is sent twice registers one person.
CREATE TABLE counter_form (
    id      TEXT PRIMARY KEY,
    -- keyed hash of what was written in it
    content TEXT NOT NULL,
    subject TEXT NOT NULL,
    sent_at BIGINT NOT NULL
);
