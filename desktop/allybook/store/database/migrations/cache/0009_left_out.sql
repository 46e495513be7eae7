-- Counts without a look at each post (store/filters/quick.py).

-- What most filters leave out, reposts and noisy posts, with all that is asked of them.
CREATE INDEX posts_left_out ON posts (id, noise, traits, author_id, lang)
WHERE noise > 40 OR traits & 1 <> 0;

-- Posts of a kind lie together, in the order of their ids.
CREATE INDEX posts_by_traits ON posts (traits, lang);
