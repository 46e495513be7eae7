"""Posts whose words an older version cut otherwise are found, and nothing else is touched."""

from __future__ import annotations

import sys

from allybook.domain.filters.parse import parse
from allybook.domain.filters.words import _TRAILING
from allybook.store.posts import recut
from tests.store.samples import HOME, a_post


def found(cache, text):
    return list(cache.order(parse(text), limit=9))


def of_before(cache, *cut):
    """Let the words of some posts be as they were cut before."""
    with cache._connections.write() as connection:
        connection.execute("DELETE FROM marks WHERE name = 'words'")
        for key, words in cut:
            connection.execute("DELETE FROM post_words WHERE rowid = ?", (key,))
            statement = "INSERT INTO post_words (rowid, words) VALUES (?, ?)"
            connection.execute(statement, (key, words))


def finish(cache):
    rounds = 1
    while cache.mark_anew():
        rounds += 1
    return rounds


def test_a_word_with_a_sign_is_found_in_posts_of_before(cache):
    texts = ("Our Allies™ meet", "Notre café¹ ouvre", "Unsere Treffen")
    cache.save_posts([a_post(key, text) for key, text in enumerate(texts, 1)], HOME)
    of_before(cache, (1, "our alliestm meet"), (2, "notre cafe1 ouvre"), (3, "left alone"))
    assert found(cache, "allies OR cafe") == []
    assert finish(cache) == 1
    assert found(cache, "allies OR cafe") == [2, 1]
    assert found(cache, "alliestm") == []
    assert found(cache, '"left alone"') == [3]


def test_it_is_done_once(cache):
    cache.save_posts([a_post(1, "Our Allies™ meet")], HOME)
    of_before(cache, (1, "our alliestm meet"))
    finish(cache)
    with cache._connections.write() as connection:
        before = connection.total_changes()
    assert finish(cache) == 1
    with cache._connections.write() as connection:
        assert connection.total_changes() == before


def test_many_of_them_are_gone_through_a_part_at_a_time(cache):
    number = recut.MOST * 2 + 1
    cache.save_posts([a_post(key, f"Allies™ {key}") for key in range(1, number)], HOME)
    of_before(cache, *((key, f"alliestm {key}") for key in range(1, number)))
    assert finish(cache) == 3
    assert cache.count(parse("allies")) == recut.MOST * 2


def test_every_sign_is_looked_for():
    signs = {chr(code) for code in range(sys.maxunicode + 1) if _TRAILING.match(chr(code))}
    assert _TRAILING.pattern == recut.HUNG_ON.strip("*")
    assert len(signs) == 12
