-- Posts by author with all that filters ask beside: who asks for allies reads the index alone.

DROP INDEX posts_by_author;

CREATE INDEX posts_by_author
ON posts (author_id, traits, noise, lang, created_at, likes, reposts, replies);

-- X's ids carry their time, so a stretch of time is a stretch of ids; only the posts whose ids tell
-- another time than they themselves are looked up by it. The condition is that of store/view.py.

DROP INDEX posts_by_moment;

CREATE INDEX posts_astray ON posts (created_at)
WHERE created_at / 1000 - ((id >> 22) + 1288834974657) NOT BETWEEN -1000 AND 1000;
