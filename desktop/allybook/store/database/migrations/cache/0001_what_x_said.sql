-- What X said to one signed-in account. All moments are microseconds since 1970 UTC;
-- ids are X's own numbers, so that the order of rows is the order of time.

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    handle TEXT,                    -- as X writes it; NULL where only the id is known
    folded TEXT UNIQUE,             -- lower-cased: a handle has one holder at a time
    name TEXT,                      -- here and below, NULL is what was never told
    bio TEXT,
    private INTEGER,
    verified INTEGER,
    followers INTEGER,
    following INTEGER,
    posts INTEGER,
    listed INTEGER,
    created_at INTEGER,
    latest_post_id INTEGER,
    connections TEXT,               -- X's words with spaces between; '' is "none at all"
    standing TEXT NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;

CREATE VIEW profiles (
    id, handle, name, bio, private, verified, followers, following, posts, listed,
    created_at, latest_post_id, connections, standing
) AS
SELECT id, handle, name, bio, private, verified, followers, following, posts, listed,
    created_at, latest_post_id, connections, standing
FROM accounts;

CREATE INDEX accounts_private ON accounts (id) WHERE private = 1;
CREATE INDEX accounts_verified ON accounts (id) WHERE verified = 1;

-- What filters ask. The rest of a post lies apart, so that reading through all rows stays cheap.
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    author_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    lang TEXT NOT NULL,             -- lower-cased
    traits INTEGER NOT NULL,        -- bits: store/packing.py, Trait
    noise INTEGER NOT NULL,         -- the sum of reasons, before the relief for allies
    replies INTEGER NOT NULL,
    reposts INTEGER NOT NULL,
    likes INTEGER NOT NULL,
    to_handle TEXT NOT NULL         -- whom it answers, lower-cased; '' for nobody known
) STRICT;

CREATE INDEX posts_by_author ON posts (author_id);
CREATE INDEX posts_by_moment ON posts (created_at);

CREATE TABLE bodies (
    id INTEGER PRIMARY KEY,
    body TEXT NOT NULL              -- JSON array: store/packing.py, Body
) STRICT;

CREATE VIEW whole_posts (
    id, author_id, created_at, replies, reposts, likes, body
) AS
SELECT posts.id, author_id, created_at, replies, reposts, likes, body
FROM posts JOIN bodies ON bodies.id = posts.id;

-- The addresses that posts link to, as filters compare them.
CREATE TABLE links (
    post_id INTEGER NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (post_id, folded)
) STRICT, WITHOUT ROWID;

-- The tokens of domain/filters/words.py, with spaces between. Nothing but the index is kept.
CREATE VIRTUAL TABLE post_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '#@_'"
);

CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,           -- the name as filters compare it
    UNIQUE (origin, name)
) STRICT;

CREATE TABLE post_sources (
    source_id INTEGER NOT NULL REFERENCES sources (id),
    post_id INTEGER NOT NULL,
    PRIMARY KEY (source_id, post_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE lists (
    list_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    description TEXT NOT NULL,
    private INTEGER NOT NULL,
    owner_id TEXT,
    members INTEGER,
    followers INTEGER,
    created_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE list_readings (
    list_id TEXT PRIMARY KEY,
    complete INTEGER NOT NULL,
    as_of INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE list_members (
    list_id TEXT NOT NULL REFERENCES list_readings (list_id),
    user_id INTEGER NOT NULL,
    PRIMARY KEY (list_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    owner_id TEXT NOT NULL,
    side TEXT NOT NULL,
    complete INTEGER NOT NULL,
    source TEXT NOT NULL,
    as_of INTEGER NOT NULL,
    people BLOB NOT NULL            -- user ids in no order, eight bytes each, low byte first
) STRICT;

CREATE INDEX snapshots_by_owner ON snapshots (owner_id, side, as_of);

-- The approved allies of each book, laid here so that filters can ask for them.
-- "Folded" words are as filters compare them.
CREATE TABLE roster (
    id INTEGER PRIMARY KEY,
    book TEXT NOT NULL,
    book_folded TEXT NOT NULL,
    user_id INTEGER,                -- NULL while only the handle is known
    handle TEXT NOT NULL,           -- lower-cased
    category_folded TEXT NOT NULL
) STRICT;

CREATE INDEX roster_by_book ON roster (book);
CREATE INDEX roster_by_user ON roster (user_id, book);
CREATE INDEX roster_by_handle ON roster (handle) WHERE user_id IS NULL;

CREATE TABLE roster_tags (
    roster_id INTEGER NOT NULL REFERENCES roster (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (roster_id, tag)
) STRICT, WITHOUT ROWID;

-- Which author stands in which book: by id, or by the handle that an account has now while a book
-- knows no id.
CREATE VIEW standings (author_id, roster_id, book_folded, category_folded) AS
SELECT user_id, id, book_folded, category_folded FROM roster WHERE user_id IS NOT NULL
UNION ALL
SELECT accounts.id, roster.id, roster.book_folded, roster.category_folded
FROM roster JOIN accounts ON accounts.folded = roster.handle
WHERE roster.user_id IS NULL AND NOT EXISTS (
    SELECT 1 FROM roster AS surer
    WHERE surer.user_id = accounts.id AND surer.book = roster.book
);
