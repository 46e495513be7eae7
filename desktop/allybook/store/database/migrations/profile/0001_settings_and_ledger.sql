CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is paid for: X charges each resource once per UTC day and class.
CREATE TABLE paid (
    day TEXT NOT NULL,              -- YYYY-MM-DD, UTC
    charge TEXT NOT NULL,
    resource TEXT NOT NULL,
    PRIMARY KEY (day, charge, resource)
) STRICT, WITHOUT ROWID;

CREATE TABLE spendings (
    day TEXT NOT NULL,
    charge TEXT NOT NULL,
    job TEXT NOT NULL,
    resources INTEGER NOT NULL,
    micro_dollars INTEGER NOT NULL, -- millionths of a dollar, so that sums are exact
    PRIMARY KEY (day, charge, job)
) STRICT, WITHOUT ROWID;
