-- When X last told how each account stands to us: other readings of it come later and do not tell.

CREATE TABLE look_ups (
    user_id INTEGER PRIMARY KEY,
    as_of INTEGER NOT NULL
) STRICT;

INSERT INTO look_ups (user_id, as_of)
SELECT id, seen_at FROM accounts WHERE connections IS NOT NULL;
