-- Each account may bring an app of its own, and X charges the app: what one account was charged for
-- is not free for another. Of what was counted before nobody knows whose it was; it counts for the
-- account that speaks now.
CREATE TABLE paid_by_account (
    day TEXT NOT NULL,              -- YYYY-MM-DD, UTC
    charge TEXT NOT NULL,
    account TEXT NOT NULL,          -- user id of who asked; empty: nobody had signed in yet
    resource TEXT NOT NULL,
    PRIMARY KEY (day, charge, account, resource)
) STRICT, WITHOUT ROWID;

INSERT INTO paid_by_account
    SELECT day, charge,
        coalesce((SELECT nullif(value, 'local') FROM settings WHERE name = 'account'), ''),
        resource
    FROM paid;

DROP TABLE paid;
ALTER TABLE paid_by_account RENAME TO paid;

ALTER TABLE reservations ADD COLUMN account TEXT NOT NULL DEFAULT '';
UPDATE reservations SET account =
    coalesce((SELECT nullif(value, 'local') FROM settings WHERE name = 'account'), '');
