-- One changed ally is laid without its whole book, and a roster says how much of its book it knows.

DELETE FROM roster;

ALTER TABLE roster ADD COLUMN key TEXT NOT NULL DEFAULT '';

CREATE INDEX roster_by_key ON roster (book, key);

CREATE TABLE roster_marks (
    book TEXT PRIMARY KEY,
    mark TEXT NOT NULL
) STRICT, WITHOUT ROWID;
