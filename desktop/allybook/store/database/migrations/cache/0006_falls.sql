-- When X told that an account is suspended or gone, and when it was there again: who is missing from
-- a reading of followers while it fell has not unfollowed anybody.

CREATE TABLE falls (
    user_id INTEGER NOT NULL,
    standing TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    ended_at INTEGER,               -- NULL while it lasts
    PRIMARY KEY (user_id, told_at)
) STRICT, WITHOUT ROWID;

INSERT INTO falls (user_id, standing, told_at)
SELECT id, standing, seen_at FROM accounts WHERE standing <> 'active';
