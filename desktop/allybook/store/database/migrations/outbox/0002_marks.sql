-- Notes on publishing for one account: a lock of X, whom it was about, a list being made.
CREATE TABLE marks (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
