-- Each ally in one line, in the order of a table: opening a book reads these and nothing else.

CREATE TABLE lines (
    folded TEXT NOT NULL,           -- as in allies
    record TEXT NOT NULL,
    line TEXT NOT NULL,             -- JSON, an array in the order of AllyLine
    PRIMARY KEY (folded, record)
) STRICT, WITHOUT ROWID;

DROP INDEX allies_by_handle;

-- Folded anew when the book is opened.
DELETE FROM allies;
