# ruff: noqa: RUF001 (wide marks)
"""Marks, which every post gets in haste, are the reasons that are told at length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.facts import own_words
from allybook.domain.filters.words import tag_word, term_words, text_words, words_of_all
from allybook.domain.noise import Mark, NoiseKind, Verdict, mark, reasons
from allybook.domain.noise.asking import asks_by_sign
from allybook.domain.noise.scoring import WORDINGS, mark_all, mark_form
from allybook.domain.posts import Mention
from tests.domain.noise.test_scoring import a_post

SCRAPS = st.sampled_from(
    [
        "giveaway", "win", "prize", "people", "share", "RT @", "https://t.co/a?b=1", "?", "？", "!",
        "！", "HOUSING", "beds", "#Tag", "@you", "¿", "é", "Розыгрыш", "关注并转发", "\u0130", "ß",
        "a b c d e f g", "://", "http", "🎉", "\n", "-", "LOUDER THAN ALL",
        "Does anyone know", "Hi all,", "looking for a", "A1:", ".",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.lists(SCRAPS, max_size=12).map(" ".join),
    st.lists(SCRAPS, max_size=12).map("".join),
)


@given(
    TEXTS,
    st.lists(st.sampled_from("abcdefghi"), max_size=9).map(tuple),
    st.sampled_from([(), ("https://example.org/a",), ("https://x.com/a/status/4",)]),
    st.sampled_from([(), ("photo",)]),
    st.sampled_from([(), (Mention("me", "10"),), (Mention("you", "11"), Mention("me", "10"))]),
    st.sampled_from([{}, {"repost_of": "7"}, {"reply_to": "7"}, {"quote_of": "4"}]),
)
def test_marks_are_the_reasons_that_are_told(text, hashtags, links, media, mentions, others):
    """What is marked in haste, for every post, is what is told at length, for a few."""
    post = a_post(text, hashtags=hashtags, links=links, media=media, mentions=mentions, **others)
    marks, every = mark(post), Verdict(~0)
    kinds = {reason.kind for reason in reasons(post, every)}
    by_mark = {NoiseKind.NEAR, NoiseKind.STREAK, NoiseKind.CHAT, NoiseKind.QUESTION}
    told = sum(Mark[kind.name] for kind in kinds - by_mark)
    assert marks & ~(Mark.MORE | Mark.QUESTION) == told
    distinct = {tag_word(tag) for tag in hashtags}
    assert (marks & Mark.MORE) // 16 == max(0, min(3, len(distinct) - 4))
    assert marks - mark_form(post) in WORDINGS


@given(
    st.lists(
        st.builds(
            a_post,
            TEXTS,
            hashtags=st.lists(st.sampled_from("abcdefghi"), max_size=9).map(tuple),
            links=st.sampled_from([(), ("https://example.org/a",)]),
            media=st.sampled_from([(), ("photo",)]),
            mentions=st.sampled_from([(), (Mention("me", "10"),)]),
            repost_of=st.sampled_from([None, "7"]),
            quote_of=st.sampled_from([None, "4"]),
        ),
        max_size=5,
    )
)
def test_posts_that_are_marked_together_have_the_marks_that_each_has(posts):
    words = words_of_all([post.text for post in posts])
    assert mark_all(posts, words) == list(map(mark, posts))


@pytest.mark.parametrize("text", ["OPEN YOUR EYES NOW PEOPLE", "now!!!", "and quiet", "A?"])
def test_a_post_that_comes_alone_has_the_marks_that_it_has_among_others(text):
    assert mark_all([a_post(text)], words_of_all([text])) == [mark(a_post(text))]


@pytest.mark.parametrize("between", ["\x1e", "\x1e\x1e", "!\x1e!!", "A" * 9 + "\x1e" + "A" * 9])
def test_the_sign_between_texts_may_stand_in_one_of_them(between):
    posts = [a_post("WE ARE OPEN AND LOUD"), a_post(between), a_post("wait!!!"), a_post("quiet")]
    words = words_of_all([post.text for post in posts])
    assert mark_all(posts, words) == list(map(mark, posts))
    assert words[0] == ["we", "are", "open", "and", "loud"]


@given(TEXTS)
def test_nothing_in_a_link_asks(text):
    if not any(sign in own_words(text) for sign in "?？؟"):
        assert not asks_by_sign(text, text_words(text))


@given(TEXTS)
def test_whatever_was_said_before_a_question_asks(text):
    asked = f"{text}\nWho of you has a form?"
    assert asks_by_sign(asked, text_words(asked))


@given(TEXTS, st.sampled_from([(), ("https://example.org/a",)]))
def test_few_words_are_counted_as_they_are_looked_for(text, links):
    few = len(term_words(own_words(text))) < 6
    linked = bool(links) or "://" in text
    assert bool(mark(a_post(text, links=links)) & Mark.LINK_ONLY) == (few and linked)
