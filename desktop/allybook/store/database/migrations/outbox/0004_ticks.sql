-- What a person does on X by hand, because X allows it only in its own app. It lies here and not in
-- the cache, which may be thrown away. Moments are microseconds since 1970 UTC.
CREATE TABLE ticks (
    number INTEGER PRIMARY KEY,
    tick_id TEXT NOT NULL UNIQUE,
    deed TEXT NOT NULL CHECK (deed IN ('follow', 'unfollow', 'like', 'reply', 'post')),
    asked_at INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    handle TEXT NOT NULL,
    post_id TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'opened', 'done', 'skipped')),
    settled_at INTEGER CHECK ((settled_at IS NOT NULL) = (state IN ('done', 'skipped'))),
    undoes TEXT NOT NULL
) STRICT;

-- The same deed waits once: on an account by its id, or by its handle where that is all we know.
CREATE UNIQUE INDEX ticks_waiting ON ticks (
    deed, iif(user_id = '', lower(handle), user_id), post_id, text
) WHERE state IN ('open', 'opened');

-- Which act an act takes back.
ALTER TABLE acts ADD COLUMN undoes TEXT NOT NULL DEFAULT '';
CREATE INDEX acts_about ON acts (user_id, asked_at, number);
