-- What the program finds by itself undoes no removal any more: a book that has one is folded anew
-- when it is opened.

DELETE FROM allies WHERE EXISTS (SELECT 1 FROM entries WHERE instr(entry, '"removed"'));
