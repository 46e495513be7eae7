"""Posts whose words an older version cut otherwise are found, and nothing else is touched."""

from __future__ import annotations

import sys

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.filters.words import _TRAILING
from allybook.domain.noise import Mark
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
    # Two for their words, and three to ask all of them whether they ask.
    assert finish(cache) == 5
    assert cache.count(parse("allies")) == recut.MOST * 2


def test_every_sign_is_looked_for():
    signs = {chr(code) for code in range(sys.maxunicode + 1) if _TRAILING.match(chr(code))}
    assert _TRAILING.pattern == recut.HUNG_ON.strip("*")
    assert len(signs) == 12


def unmark(cache, note):
    """Let no post be marked as a question, as long ago or as noted."""
    with cache._connections.write() as connection:
        connection.execute("UPDATE posts SET noise = 0, reasons = reasons & ~256")
        connection.execute("DELETE FROM marks WHERE name = 'words'")
        if note:
            connection.execute("INSERT INTO marks VALUES ('words', ?)", (note,))


@pytest.mark.parametrize(
    "note", ["", "cut", "cut5", "asked", "asking:5", "asks", "marked", "marking:5"]
)
def test_the_questions_of_before_that_have_no_sign_are_marked(cache, note):
    texts = (
        "Q3: Name one form that saves your week #SwHelper",
        "#SwHelper Q.4 - one word for this week",
        "Question 2: describe a good handover",
        "A3: for Q3 I name the intake form",
        "Q5: like and retweet to win a prize",
        "Does anyone know a shelter that takes dogs",
        "Full tonight. Weiß jemand ein Bett",
        "As somebody who has been there, I am for it",
    )
    cache.save_posts([a_post(key, text) for key, text in enumerate(texts, 1)], HOME)
    unmark(cache, note)
    assert found(cache, "is:question") == []
    finish(cache)
    assert found(cache, "is:question") == [7, 6, 3, 2, 1]
    assert found(cache, "-is:question") == [8, 5, 4]
    again = cache.rows([1])[1]
    assert again.noise == 0
    assert again.verdict.marks & Mark.QUESTION


def test_what_an_older_version_took_for_a_question_is_one_no_more(cache):
    texts = ("Need help with rent? Call us", "“Who pays?” asked the minister", "Who has a van?")
    cache.save_posts([a_post(key, text) for key, text in enumerate(texts, 1)], HOME)
    unmark(cache, "asked")
    with cache._connections.write() as connection:
        connection.execute("UPDATE posts SET noise = -10, reasons = reasons | 256")
    finish(cache)
    assert found(cache, "is:question") == [3]
    assert [cache.rows([key])[key].noise for key in (1, 3)] == [0, 0]
    with cache._connections.read() as connection:
        assert [*connection.execute("SELECT noise FROM posts ORDER BY id")] == [(0,), (0,), (-10,)]


def test_what_an_older_version_took_for_shouting_or_a_giveaway_is_looked_at_again(cache):
    texts = (
        "Thank you! So many came! See you soon!",
        "It is a scam, do not answer: “Follow and retweet to win a free iPhone”",
        "Follow and retweet to win a free iPhone!!!",
    )
    cache.save_posts([a_post(key, text) for key, text in enumerate(texts, 1)], HOME)
    with cache._connections.write() as connection:
        connection.execute("UPDATE posts SET reasons = reasons | 66, noise = 45")
        connection.execute("INSERT OR REPLACE INTO marks VALUES ('words', 'asked')")
    assert [cache.rows([key])[key].noise for key in (1, 2, 3)] == [45, 45, 45]
    finish(cache)
    assert [cache.rows([key])[key].noise for key in (1, 2, 3)] == [0, 0, 45]


def test_a_quote_that_an_older_version_took_for_a_link_alone_is_looked_at_again(cache):
    link = "https://x.com/nasw/status/4"
    said = "Congratulations to all of you https://t.co/x"
    quote, other = a_post(1, said, quote_of="4", links=(link,)), a_post(2, said, links=(link,))
    cache.save_posts([quote, other], HOME)
    with cache._connections.write() as connection:
        connection.execute("UPDATE posts SET reasons = ?, noise = 20", (int(Mark.LINK_ONLY),))
        connection.execute("INSERT OR REPLACE INTO marks VALUES ('words', 'asks')")
    finish(cache)
    assert [cache.rows([key])[key].noise for key in (1, 2)] == [0, 20]


def test_questions_of_before_are_marked_a_part_at_a_time(cache):
    number = recut.MOST * 2 + 1
    asked = [a_post(key, f"Does anyone know shelter {key}") for key in range(1, number)]
    cache.save_posts([*asked, a_post(number, "Nobody knows")], HOME)
    unmark(cache, "cut")
    assert finish(cache) == 3
    assert cache.count(parse("is:question")) == recut.MOST * 2
    assert finish(cache) == 1
