-- One book: its entries, which are never altered, and what follows from them.

CREATE TABLE book (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    book_id TEXT NOT NULL,
    name TEXT NOT NULL,
    -- The latest stamp seen, of entries since erased as well: the next is never behind it.
    latest_ms INTEGER NOT NULL DEFAULT 0,
    latest_counter INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE entries (
    entry_id TEXT PRIMARY KEY,
    ally TEXT NOT NULL,             -- the record key that the entry was written under
    at_ms INTEGER NOT NULL,
    at_counter INTEGER NOT NULL,
    erased INTEGER NOT NULL,        -- 1 for an erasure mark
    links INTEGER NOT NULL,         -- 1 where it says under which key a record goes on
    entry TEXT NOT NULL             -- JSON, whole
) STRICT;

CREATE INDEX entries_by_ally ON entries (ally);
CREATE INDEX entries_by_stamp ON entries (at_ms, at_counter, entry_id);
CREATE INDEX entries_that_link ON entries (links) WHERE links;

-- Keys whose people asked to be erased: entries under them are not taken in again.
CREATE TABLE erased (
    ally TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entries_are_never_altered BEFORE UPDATE ON entries
BEGIN
    SELECT RAISE(ABORT, 'entries are never altered');
END;

CREATE TRIGGER entries_are_kept BEFORE DELETE ON entries
WHEN old.erased OR old.ally NOT IN (SELECT ally FROM erased)
BEGIN
    SELECT RAISE(ABORT, 'entries are kept, unless their ally was erased');
END;

-- Under which key the record of each key goes on: its own, or the end of its aliases.
CREATE TABLE records (
    ally TEXT PRIMARY KEY,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX records_by_record ON records (record);

-- The fold of each record, refreshed when its entries change.
CREATE TABLE allies (
    record TEXT PRIMARY KEY,
    folded TEXT NOT NULL,           -- the handle or tag, lower-cased, to sort by
    ally TEXT NOT NULL              -- JSON
) STRICT, WITHOUT ROWID;

CREATE INDEX allies_by_handle ON allies (folded, record);
