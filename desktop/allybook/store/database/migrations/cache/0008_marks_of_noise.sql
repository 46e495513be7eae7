-- What a post's noise rests on, apart from what it weighs: other weights, languages and mutes take
-- effect without another look at any text.

-- Bits: domain/noise/kinds.py, Mark; -1 where the post was kept by a version that had none. The
-- column "noise" stays, as the sum of their weights under the judgement noted in "marks".
ALTER TABLE posts ADD COLUMN reasons INTEGER NOT NULL DEFAULT -1;

CREATE INDEX posts_unmarked ON posts (id) WHERE reasons < 0;

-- Which post each repost or quote is about, and whose that was as far as it says so itself.
CREATE TABLE echoes (
    post_id INTEGER NOT NULL,
    original_id INTEGER NOT NULL,   -- 0 where it is not known
    folded TEXT NOT NULL,           -- a handle, lower-cased; '' for nobody known
    PRIMARY KEY (post_id, original_id, folded)
) STRICT, WITHOUT ROWID;

-- Posts that are nearly the same as an older one; that one is never in here itself.
CREATE TABLE near (
    post_id INTEGER PRIMARY KEY,
    original_id INTEGER NOT NULL
) STRICT;

CREATE INDEX near_by_original ON near (original_id);

-- MinHash bands of all other posts with enough words: store/near.py. The high bits are a stretch of
-- time, so that what is written lies together.
CREATE TABLE bands (
    band INTEGER NOT NULL,
    post_id INTEGER NOT NULL,
    PRIMARY KEY (band, post_id)
) STRICT, WITHOUT ROWID;

-- Who promoted which page when: store/streaks.py.
CREATE TABLE promotions (
    author_id INTEGER NOT NULL,
    page TEXT NOT NULL,             -- a host name, lower-cased, or '@' for the author's own name
    at INTEGER NOT NULL,
    post_id INTEGER NOT NULL,
    PRIMARY KEY (author_id, page, at, post_id)
) STRICT, WITHOUT ROWID;
