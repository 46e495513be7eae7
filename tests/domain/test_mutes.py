"""Mutes: what they reach, and how they are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.match import matches
from allybook.domain.filters.subject import Subject
from allybook.domain.filters.tree import On, Term
from allybook.domain.mutes import (
    Heard,
    Mute,
    MuteKind,
    read_mutes,
    table_of,
    write_mutes,
)
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post
from allybook.domain.reading.echoes import echoed_handles
from tests.structs import builds

NOW = datetime(2026, 3, 30, 12, tzinfo=UTC)
WREN, OTHER = Account("10", "Wren"), Account("11", "other")
CRYPTO = Mute(MuteKind.WORD, "Crypto")


def a_post(text, author="11", **facts):
    return Post("1", author, NOW, text, **facts)


def is_muted(mute, post, author=None, originals=()):
    return table_of((mute,)).find(Heard(post, author, originals)) == mute


@pytest.mark.parametrize(
    ("mute", "text", "reached"),
    [
        (CRYPTO, "free CRYPTO now", True),
        (CRYPTO, "cryptography", False),
        (Mute(MuteKind.PHRASE, "rent freeze"), "A Rent-Freeze, at last", True),
        (Mute(MuteKind.PHRASE, "rent freeze"), "freeze the rent", False),
        (Mute(MuteKind.WORD, "straße"), "STRASSE", True),
        (Mute(MuteKind.WORD, "日本"), "今日本当に", True),
    ],
)
def test_words_and_phrases(mute, text, reached):
    assert is_muted(mute, a_post(text)) == reached


def test_hashtags_as_wholes():
    mute = Mute(MuteKind.HASHTAG, "Win")
    assert is_muted(mute, a_post("x", hashtags=("WIN",)))
    assert not is_muted(mute, a_post("win", hashtags=("Winner",)))


def test_an_author_stays_muted_under_another_handle():
    mute = Mute(MuteKind.AUTHOR, "Wren", user_id="10")
    assert is_muted(mute, a_post("hello", author="10"), Account("10", "WrenAnew"))
    assert not is_muted(mute, a_post("hello"), Account("11", "Wren"))


def test_an_author_known_by_handle_alone():
    mute = Mute(MuteKind.AUTHOR, "wren")
    assert is_muted(mute, a_post("hello", author="10"), WREN)
    assert not is_muted(mute, a_post("hello"), OTHER)
    assert not is_muted(mute, a_post("hello"))


def test_reposts_and_quotes_of_a_muted_author():
    mute = Mute(MuteKind.AUTHOR, "wren", user_id="10")
    quote = a_post("so true", quote_of="7", links=("https://x.com/Wren/status/7",))
    assert is_muted(mute, a_post("RT @Wren: hello", repost_of="7"), OTHER)
    assert is_muted(mute, quote, OTHER)
    assert is_muted(mute, a_post("so true", quote_of="7"), OTHER, ((a_post("x", "10"), WREN),))
    assert not is_muted(mute, a_post("so true", quote_of="7"), OTHER)


def test_quotes_of_muted_words():
    assert is_muted(CRYPTO, a_post("so true", quote_of="7"), OTHER, ((a_post("buy crypto"), None),))


def test_a_repost_is_what_it_passes_on():
    """A quote of a quote shows only the latter, so that is where it ends."""
    word, author = CRYPTO, Mute(MuteKind.AUTHOR, "wren", user_id="10")
    quote = Post("7", "11", NOW, "true", quote_of="8", links=("https://x.com/Wren/status/8",))
    quoted = Post("8", "10", NOW, "buy crypto")
    repost = a_post("RT @other: true", repost_of="7")
    assert is_muted(word, repost, OTHER, ((quote, OTHER), (quoted, WREN)))
    assert is_muted(author, repost, OTHER, ((quote, OTHER),))
    assert not is_muted(word, repost, OTHER, ((quote, OTHER),))
    assert not is_muted(author, a_post("so", quote_of="7"), OTHER, ((quote, OTHER),))


kept = builds(
    Mute,
    st.sampled_from(MuteKind),
    st.text(min_size=1),
    st.none() | st.datetimes(timezones=st.just(UTC)),
    st.none() | st.just("10"),
)


@given(st.lists(kept))
def test_mutes_come_back_as_they_were(mutes):
    assert list(read_mutes(write_mutes(mutes))) == mutes


def falls_under(mute, post, author):
    """Return whether a mute is about a post itself, as the filters' own reference says it."""
    if mute.kind is not MuteKind.AUTHOR:
        return matches(Term(On(mute.kind.value), mute.value), Subject(post), NOW)
    if mute.user_id is not None:
        return post.author_id == mute.user_id
    return author is not None and author.handle.lower() == mute.value.lower()


def one_by_one(mutes, heard):
    """Return the first mute that a post falls under, held against each of them in order."""
    posts = ((heard.post, heard.author), *heard.originals)
    names = echoed_handles(heard.post)
    for mute in mutes:
        named = mute.kind is MuteKind.AUTHOR and mute.value.lower() in names
        if named or any(falls_under(mute, post, author) for post, author in posts):
            return mute
    return None


VALUES = ("a", "A", "b", "a b", "b a", "a-b a", "é", "日", "日本", "a 日", "…", "\ud800", "wren")
muting = st.builds(
    Mute,
    st.sampled_from(MuteKind),
    st.sampled_from(VALUES),
    user_id=st.none() | st.sampled_from(("10", "11")),
)
a_text = st.lists(st.sampled_from(("a", "B", "e", "日本", "c", "RT @Wren:")), max_size=6)
a_heard_post = st.builds(
    lambda words, author, tags: (
        Post("1", author.user_id, NOW, " ".join(words), hashtags=tuple(tags)),
        author,
    ),
    a_text,
    st.sampled_from((WREN, OTHER, Account("12", "crane"))),
    st.lists(st.sampled_from(("a", "ab", "É", "日本", "…")), max_size=2),
)


@given(st.lists(muting, max_size=12), st.lists(a_heard_post, min_size=1, max_size=3))
def test_a_table_finds_the_mute_that_holding_against_each_finds(mutes, posts):
    (post, author), *originals = posts
    heard = Heard(post, author, tuple(originals))
    assert table_of(tuple(mutes)).find(heard) == one_by_one(mutes, heard)


def test_how_long_a_mute_lasts():
    mute = Mute(MuteKind.WORD, "x", NOW + timedelta(days=1))
    assert mute.lasts(NOW)
    assert not mute.lasts(NOW + timedelta(days=1))
    assert CRYPTO.lasts(NOW + timedelta(days=9999))


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        (MuteKind.WORD, "café", "CAFE", True),
        (MuteKind.HASHTAG, "Straße", "STRASSE", True),
        (MuteKind.PHRASE, "rent freeze", "Rent-Freeze", True),
        (MuteKind.WORD, "crypto", "cryptos", False),
        (MuteKind.HASHTAG, "win", "winner", False),
        (MuteKind.AUTHOR, "Wren", "WREN", True),
    ],
)
def test_the_same_is_what_reaches_the_same_posts(kind, one, other, same):
    assert Mute(kind, one).same(Mute(kind, other)) is same
    assert Mute(kind, other, NOW).same(Mute(kind, one)) is same


def test_a_word_and_a_phrase_of_the_same_words_are_the_same():
    assert Mute(MuteKind.WORD, "rent-freeze").same(Mute(MuteKind.PHRASE, "rent freeze"))
    assert not Mute(MuteKind.PHRASE, "freeze rent").same(Mute(MuteKind.PHRASE, "rent freeze"))


def test_the_same_thing_muted_again():
    assert CRYPTO.same(Mute(MuteKind.WORD, "crypto", NOW))
    assert Mute(MuteKind.AUTHOR, "a", user_id="1").same(Mute(MuteKind.AUTHOR, "b", user_id="1"))
    assert not CRYPTO.same(Mute(MuteKind.HASHTAG, "crypto"))
    assert [mute.words for mute in (CRYPTO, Mute(MuteKind.HASHTAG, "x"))] == ["“Crypto”", "#x"]
