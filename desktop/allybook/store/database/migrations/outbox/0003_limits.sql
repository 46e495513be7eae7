-- How often X may be asked, as its answers told: one row for each window of an endpoint. It lies here
-- and not in the cache: throwing the cache away must not make the program knock on closed doors.
CREATE TABLE limits (
    endpoint TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('user15', 'user24h', 'app24h')),
    allowed INTEGER NOT NULL,
    remaining INTEGER NOT NULL,
    reset_at INTEGER NOT NULL,
    noted_at INTEGER NOT NULL,
    PRIMARY KEY (endpoint, scope)
) STRICT, WITHOUT ROWID;
