-- Handles change hands, ids do not: every handle that an account was seen with is remembered.

CREATE TABLE handles (
    user_id INTEGER NOT NULL,
    folded TEXT NOT NULL,
    handle TEXT NOT NULL,
    seen_at INTEGER NOT NULL,       -- when it was last seen with it
    PRIMARY KEY (user_id, folded)
) STRICT, WITHOUT ROWID;

INSERT INTO handles (user_id, folded, handle, seen_at)
SELECT id, folded, handle, seen_at FROM accounts WHERE handle IS NOT NULL;
