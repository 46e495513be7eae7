-- Of each account that was erased from a reading, a byte that one in 256 accounts share
-- (domain/check/followback.py, shade): of those, that they are missing tells nothing any more.

ALTER TABLE snapshots ADD COLUMN erased BLOB NOT NULL DEFAULT x'';
