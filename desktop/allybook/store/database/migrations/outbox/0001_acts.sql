-- What waits to be sent to X for one account, and what became of it. Moments are microseconds
-- since 1970 UTC.

CREATE TABLE acts (
    number INTEGER PRIMARY KEY,
    act_id TEXT NOT NULL UNIQUE,
    deed TEXT NOT NULL,
    book TEXT NOT NULL,
    list_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    handle TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('waiting', 'sending', 'settled')),
    outcome TEXT CHECK ((outcome IS NOT NULL) = (stage = 'settled')),
    sent_at INTEGER,
    detail TEXT NOT NULL
) STRICT;

CREATE INDEX acts_unsettled ON acts (list_id, asked_at, number) WHERE stage <> 'settled';
CREATE INDEX acts_by_list ON acts (list_id, asked_at, number);
CREATE INDEX acts_sent ON acts (sent_at) WHERE sent_at IS NOT NULL;

-- Which X List mirrors which book. It lies here and not in the cache, which may be thrown away:
-- without it, publishing would make a second list.
CREATE TABLE mirrors (
    book TEXT PRIMARY KEY,
    list_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
