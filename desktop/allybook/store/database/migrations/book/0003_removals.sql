-- What the program finds by itself undoes no removal any more: a book that has one is folded anew
-- when it is opened. Its mark becomes another one, so that filters hear who is removed by it.

DELETE FROM allies WHERE EXISTS (SELECT 1 FROM entries WHERE instr(entry, '"removed"'));
UPDATE book SET latest_counter = latest_counter + 1
    WHERE EXISTS (SELECT 1 FROM entries WHERE instr(entry, '"removed"'));
