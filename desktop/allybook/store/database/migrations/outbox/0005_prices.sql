-- What X charges for an act by the prices of the day it was sent, in dollars as they are written
-- ('0.010'): prices change, and what was paid does not. NULL for what was sent before this was
-- kept, and for what was never sent.
ALTER TABLE acts ADD COLUMN price TEXT;
