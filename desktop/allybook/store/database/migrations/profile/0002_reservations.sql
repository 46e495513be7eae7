-- What requests may cost that have not been answered yet. A key is never used twice, so that who
-- still waits for one finds no other's row.
CREATE TABLE reservations (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,              -- YYYY-MM-DD, UTC: the month whose budget it counts against
    since INTEGER NOT NULL,         -- microseconds since 1970, UTC
    job TEXT NOT NULL,
    mark TEXT NOT NULL,             -- which request it was
    charge TEXT NOT NULL,           -- the class of what was asked for
    resources INTEGER NOT NULL,
    micro_dollars INTEGER NOT NULL, -- the worst case of all its parts
    in_doubt INTEGER NOT NULL       -- 1: it broke off; 0: it is under way, or the program was killed
) STRICT;

CREATE INDEX reservations_by_day ON reservations (day);
