from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.match import MANY, matcher, matches
from allybook.domain.filters.parse import parse
from allybook.domain.filters.subject import Membership, Subject
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Or, Term
from allybook.domain.filters.words import index_words, tag_word, term_words
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Metrics, Post
from allybook.domain.reading.sources import Origin, Source
from tests.cases import cases
from tests.domain.filters.trees import CORPUS, NOW, TAGS, subjects, terms_on, trees
from tests.structs import builds

POST = Post(
    "1",
    "10",
    NOW - timedelta(hours=2),
    "@NASW Apply at #SwHelper: the Résumé workshop, 社会福祉士 👍🏽",
    lang="en",
    reply_to="9",
    reply_to_user="7",
    hashtags=("SwHelper",),
    mentions=(Mention("NASW", "7"), Mention("harbor_row", "8")),
    links=("https://www.Housing.example/Form?x=1",),
    media=("photo",),
    metrics=Metrics(replies=1, reposts=2, likes=5),
)
SUBJECT = Subject(
    POST,
    Account("10", "Wren", verified=True, private=False),
    {"My allies": Membership("Shelter", frozenset({"Housing"}))},
    frozenset({Source(Origin.LIST, "123"), Source(Origin.CHAT, "SwHelper")}),
    noise=40,
    question=True,
    copy=True,
)


@pytest.mark.parametrize(
    "text",
    [
        "", "resume", "RÉSUMÉ", '"resume workshop"', '"at swhelper the"', "apply workshop", "福祉",
        "👍", "#swhelper", "#SWHELPER", "@nasw", "@Harbor_Row", "from:wren", "to:nasw",
        "url:housing.example/form", "lang:en", "is:reply", "is:verified", "is:ally", "is:question",
        "is:copy", "has:links",
        "has:media", "has:images", "has:hashtags", "has:mentions", "min_likes:5", "max_likes:5",
        "min_reposts:2", "max_replies:1", "since:2026-03-31", "until:2026-04-01", "newer:2h",
        "older:119m", 'in:"my allies"', "tag:housing", "tag:#housing", "category:SHELTER",
        "list:123", "chat:#swhelper", "noise<=40", "noise>39", "zebra OR resume", "-zebra",
        "-(zebra OR is:repost)", "-(resume is:repost)",
    ],
)  # fmt: skip
def test_kept(text):
    assert matches(parse(text), SUBJECT, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "-()", "resum", '"workshop resume"', '"apply resume"', "福士", "#swhelp", "#resume",
        "@wren", "from:nasw", "to:harbor_row", "url:housing.example/other", "lang:es", "is:repost",
        "is:quote", "is:private", "has:video", "min_likes:6", "max_likes:4", "since:2026-04-01",
        "until:2026-03-31", "newer:119m", "older:2h", "in:other", "tag:shelter", "category:housing",
        "list:swhelper", "chat:123", "noise>40", "noise<=39", "resume zebra", "-resume",
    ],
)  # fmt: skip
def test_left_out(text):
    assert not matches(parse(text), SUBJECT, NOW)


def test_unknown_authors_are_nobody():
    stranger = Subject(POST)
    for text in ("from:wren", "is:verified", "is:private", "is:ally", "in:x", "tag:housing"):
        assert not matches(parse(text), stranger, NOW)


@given(trees, trees)
@cases(500)
def test_the_laws_of_and_or_and_not(left, right):
    keeps_left, keeps_right = matcher(left, NOW), matcher(right, NOW)
    both, either = matcher(And((left, right)), NOW), matcher(Or((left, right)), NOW)
    neither = matcher(And((Not(left), Not(right))), NOW)
    for subject in CORPUS:
        assert both(subject) is (keeps_left(subject) and keeps_right(subject))
        assert either(subject) is (keeps_left(subject) or keeps_right(subject))
        assert neither(subject) is not either(subject)


def test_no_condition_keeps_every_post_and_no_choice_keeps_none():
    for subject in CORPUS:
        assert matches(EVERYTHING, subject, NOW)
        assert not matches(Or(()), subject, NOW)


INDEXED = [(subject, index_words(subject.post)) for subject in CORPUS]


def stands_in(run, row):
    return any(row[at : at + len(run)] == run for at in range(len(row) - len(run) + 1))


@given(terms_on(On.WORD, On.PHRASE))
@cases(500)
def test_words_are_found_where_the_search_index_has_them(term):
    run, keeps = term_words(term.value), matcher(term, NOW)
    for subject, row in INDEXED:
        assert keeps(subject) is stands_in(run, row)


@given(st.lists(terms_on(On.WORD, On.PHRASE), min_size=MANY, max_size=3 * MANY), st.booleans())
@cases(200)
def test_many_words_are_found_as_each_alone(terms, liked):
    """They are looked up at once where any one decides; what stands beside them still counts."""
    beside = (Term(On.MIN_LIKES, "1"),) if liked else ()
    every = (*terms, *beside)
    each = [matcher(term, NOW) for term in every]
    one_of, none_of = matcher(Or(every), NOW), matcher(And(tuple(map(Not, every))), NOW)
    all_of = matcher(And(tuple(terms)), NOW)
    for subject in CORPUS:
        kept = [keeps(subject) for keeps in each]
        assert one_of(subject) is any(kept)
        assert none_of(subject) is not any(kept)
        assert all_of(subject) is all(kept[: len(terms)])


@pytest.mark.parametrize("tag", TAGS)
def test_hashtags_are_found_where_the_search_index_has_them(tag):
    for subject in CORPUS:
        found = tag_word(tag) in index_words(subject.post)
        assert matches(Term(On.HASHTAG, tag), subject, NOW) is found


@given(st.sampled_from(["1m", "3d", "2w", "999999999w", "0d"]), subjects)
def test_every_post_is_newer_or_older(span, subject):
    newer, older = Term(On.NEWER, span), Term(On.OLDER, span)
    assert matches(newer, subject, NOW) is not matches(older, subject, NOW)


@given(st.integers(0, 100).map(str), subjects)
def test_every_post_is_calm_or_noisy(limit, subject):
    above, up_to = Term(On.NOISE_ABOVE, limit), Term(On.NOISE_UP_TO, limit)
    assert matches(above, subject, NOW) is not matches(up_to, subject, NOW)


@given(builds(Term, st.sampled_from(On), st.text()), subjects)
@cases(500)
def test_any_value_is_safe_to_match(term, subject):
    assert matches(term, subject, NOW) in {True, False}


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (On.WORD, "!"), (On.HASHTAG, ""), (On.MENTION, ""), (On.FROM, ""), (On.TO, ""),
        (On.URL, ""), (On.IS, "good"), (On.HAS, "all"), (On.MIN_LIKES, "many"),
        (On.MAX_LIKES, "-1"), (On.SINCE, "soon"), (On.NEWER, "long"), (On.TAG, ""), (On.LANG, ""),
        (On.WORD, "resume \ud800"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_keeps_nothing(on, value):
    assert not matches(Term(on, value), SUBJECT, NOW)


def test_moments_with_offsets_are_the_same_moment():
    at = Subject(Post("1", "1", datetime(2026, 3, 30, 11, tzinfo=UTC), "a"))
    assert matches(Term(On.SINCE, "2026-03-30T13:00:00+02:00"), at, NOW)
    assert not matches(Term(On.UNTIL, "2026-03-30T13:00:00+02:00"), at, NOW)
