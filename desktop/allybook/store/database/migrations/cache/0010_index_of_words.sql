-- How the index of words is kept: in pages as large as the file's own, and joined eight parts at a
-- time. Each lot of an import becomes a part; a million posts are indexed in two thirds of the time,
-- and counted as fast as before (docs/decisions/0020).

INSERT INTO post_words (post_words, rank) VALUES ('pgsz', 4000);

INSERT INTO post_words (post_words, rank) VALUES ('automerge', 8);
