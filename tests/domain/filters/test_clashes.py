from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allybook.domain.filters.clashes import find_clashes
from allybook.domain.filters.match import matches
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.parse import parse
from allybook.domain.filters.subject import Subject
from allybook.domain.filters.tree import And, Not, On, Or, Term
from allybook.domain.posts import Metrics, Post
from tests.cases import cases
from tests.domain.filters.trees import CORPUS, NOW, terms, terms_on, trees


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("min_likes:10 max_likes:5", ("No post fits both min_likes:10 and max_likes:5.",)),
        ("newer:1d older:3d", ("No post fits both newer:1d and older:3d.",)),
        ("newer:1d older:1d", ("No post fits both newer:1d and older:1d.",)),
        ("noise>40 -noise>40", ("No post fits both noise>40 and -noise>40.",)),
        ("min_likes:5 -min_likes:5", ("No post fits both min_likes:5 and -min_likes:5.",)),
        ("min_likes:5 max_likes:5 newer:3d older:1d noise<=40", ()),
        ("min_likes:10 max_replies:5", ()),
        ("min_likes:10 OR max_likes:5", ()),
        ("housing (a OR b)", ()),
        ("lang:de lang:en", ("No post fits both lang:de and lang:en.",)),
        ("is:repost -is:repost", ("No post fits both is:repost and -is:repost.",)),
        ("from:ana from:bob", ("No post fits both from:ana and from:bob.",)),
        ("to:ana to:bob from:eve", ("No post fits both to:ana and to:bob.",)),
        ("housing -HOUSING", ("No post fits both housing and -HOUSING.",)),
        ('"rent freeze now" -freeze', ('No post fits both "rent freeze now" and -freeze.',)),
        ("#Straße a -#STRASSE", ("No post fits both #Straße and -#STRASSE.",)),
        ("has:images -has:media", ("No post fits both has:images and -has:media.",)),
        ("@ana -has:mentions", ("No post fits both @ana and -has:mentions.",)),
        ("in:Élan -in:elan", ("No post fits both in:Élan and -in:elan.",)),
        ("tag:vet -is:ally", ("No post fits both tag:vet and -is:ally.",)),
        ("url:a.example/b -url:example", ("No post fits both url:a.example/b and -url:example.",)),
        (
            "(lang:de OR lang:fr) lang:en",
            ("No post fits both (lang:de OR lang:fr) and lang:en.",),
        ),
        ("a -(a OR b)", ("No post fits both a and -(a OR b).",)),
        ("(a OR b) -(b OR a)", ("No post fits both (a OR b) and -(b OR a).",)),
        ("from:a from:b from:c", ("No post fits both from:a and from:b.",)),
        (
            "since:2026-03-01 -since:2026-03-01",
            ("No post fits both since:2026-03-01 and -since:2026-03-01.",),
        ),
        ("(from:ana -from:ana) OR #x", ("No post fits both from:ana and -from:ana.",)),
        ("#x -(from:ana -from:ana)", ("No post fits both from:ana and -from:ana.",)),
        ("a (b OR (c (d OR e -e)))", ("No post fits both e and -e.",)),
        (
            "(lang:de lang:en) OR (min_likes:9 max_likes:2)",
            (
                "No post fits both lang:de and lang:en.",
                "No post fits both min_likes:9 and max_likes:2.",
            ),
        ),
        ("(a -a) OR (a -a c)", ("No post fits both a and -a.",)),
        ("housing (is:repost OR -is:repost)", ("Every post fits is:repost or -is:repost.",)),
        ("min_likes:5 OR max_likes:9", ("Every post fits min_likes:5 or max_likes:9.",)),
        ("-(a OR -a)", ("Every post fits a or -a.",)),
        ("(a b) OR -(a b)", ("Every post fits (a b) or -(a b).",)),
        ("-a OR -(a b)", ()),
        ("-lang:de OR -lang:en", ("Every post fits -lang:de or -lang:en.",)),
        ("min_likes:5 OR max_likes:3", ()),
        ("min_likes:5 min_likes:3", ()),
        ("(from:ana OR from:bob) -from:ana", ()),
        ("from:ana from:ANA", ()),
        ("from:ana to:bob", ()),
        ("lang:de -lang:en", ()),
        ("-lang:de -lang:en", ()),
        ("(lang:de OR lang:en) lang:en", ()),
        ('housing -"rent housing"', ()),
        ("housing -#housing", ()),
        ("a -(a b)", ()),
        ("in:a in:b", ()),
        ("has:media -has:images", ()),
    ],
)
def test_two_conditions_that_no_post_fits(text, sentences):
    assert find_clashes(parse(text)) == sentences


def test_a_branch_that_finds_nothing_leaves_the_others():
    said = find_clashes(parse("#cafe OR (lang:de lang:en)"))
    assert said == ("No post fits both lang:de and lang:en.",)
    assert any(matches(parse("#cafe OR (lang:de lang:en)"), one, NOW) for one in CORPUS)


opposites = st.tuples(terms, terms).map(lambda pair: And((pair[0], Not(pair[1]))))


branches = st.tuples(opposites, trees).map(Or)
always = opposites.map(Not)


NUMBERS = (
    (On.MIN_LIKES, On.MAX_LIKES),
    (On.MIN_REPOSTS, On.MAX_REPOSTS),
    (On.MIN_REPLIES, On.MAX_REPLIES),
    (On.NEWER, On.OLDER),
    (On.NOISE_ABOVE, On.NOISE_UP_TO),
)
"""What looks at one number of a post, from below and from above."""


def pairs_on(*fields):
    """Return two conditions on these fields, or their opposites, joined in either way."""
    some = terms_on(*fields)
    two = st.tuples(some | some.map(Not), some | some.map(Not))
    return two.map(And) | two.map(Or)


on_one_number = st.one_of(*(pairs_on(*both) for both in NUMBERS))
on_one_field = st.one_of(*(pairs_on(on) for on in On))
groups = trees | opposites | branches | always | on_one_number | on_one_field
groups |= st.tuples(on_one_number | on_one_field, trees).map(Or)


@given(groups)
@cases(600)
def test_what_is_told_of_a_group_is_so_for_each_post(tree):
    """One that is told leaves a group that keeps nothing, or that keeps everything."""
    told = find_clashes(tree)
    kept = {_keeps(group) for group in _groups_of(normalise(tree))} if told else set()
    for sentence in told:
        assert (frozenset() if sentence.startswith("No post") else EACH) in kept


def test_of_what_is_tried_much_fits_no_post_and_much_fits_each():
    told = Counter()

    @settings(max_examples=600, deadline=None, derandomize=True, database=None)
    @given(groups)
    def look(tree):
        told.update({str(said).split()[0] for said in find_clashes(tree)})

    look()
    assert told["No"] >= 50
    assert told["Every"] >= 35


def _groups_of(node):
    if isinstance(node, Not):
        yield from _groups_of(node.part)
    elif isinstance(node, And | Or):
        yield node
        for part in node.parts:
            yield from _groups_of(part)


EACH = frozenset(range(len(CORPUS)))


def _keeps(group):
    return frozenset(at for at, one in enumerate(CORPUS) if matches(group, one, NOW))


@given(terms)
@cases(300)
def test_a_condition_clashes_with_its_opposite(term):
    assert find_clashes(And((term, Not(term))))
    assert find_clashes(Or((term, Not(term))))
    assert find_clashes(Or((And((term, Not(term))), Term(On.HASHTAG, "cafe"))))


def test_a_filter_that_nobody_types_is_not_looked_through_whole():
    many = " ".join(f"w{number}" for number in range(5000))
    assert find_clashes(parse(f"lang:de lang:en {many} -w4999")) == (
        "No post fits both lang:de and lang:en.",
    )


numbers = st.integers(1, 4)
conditions = st.lists(
    st.sampled_from(
        ["{}min_likes:{}", "{}max_likes:{}", "{}newer:{}h", "{}older:{}h", "{}noise>{}"]
    ),
    min_size=2,
    max_size=2,
)


@given(conditions, st.lists(st.tuples(st.sampled_from(["", "-"]), numbers), min_size=2, max_size=2))
@cases(300)
def test_a_clash_is_told_exactly_where_no_post_fits(patterns, filled):
    tree = parse(" ".join(one.format(*pair) for one, pair in zip(patterns, filled, strict=True)))
    kept = any(
        matches(tree, _subject(likes, half_hours, noise), NOW)
        for likes in range(6)
        for half_hours in range(-1, 10)
        for noise in range(6)
    )
    assert kept is not bool(find_clashes(tree))


def _subject(likes, half_hours, noise):
    written = NOW - timedelta(minutes=30) * half_hours
    return Subject(Post("1", "2", written, "", metrics=Metrics(likes=likes)), noise=noise)


@pytest.mark.parametrize("many", [0, 98])
def test_a_clash_is_found_among_as_many_conditions_as_anybody_types(many):
    between = " ".join(f"word{number}" for number in range(many))
    (said,) = find_clashes(parse(f"min_likes:10 {between} max_likes:5"))
    assert str(said) == "No post fits both min_likes:10 and max_likes:5."
