from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.clashes import find_clashes
from allybook.domain.filters.match import matches
from allybook.domain.filters.parse import parse
from allybook.domain.filters.subject import Subject
from allybook.domain.filters.tree import And, Not
from allybook.domain.posts import Metrics, Post
from tests.cases import cases
from tests.domain.filters.trees import CORPUS, NOW, terms, trees


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


opposites = st.tuples(terms, terms).map(lambda pair: And((pair[0], Not(pair[1]))))


@given(trees | opposites)
@cases(1000)
def test_where_two_clash_no_post_is_kept(tree):
    clashes = find_clashes(tree)
    assert not (clashes and any(matches(tree, subject, NOW) for subject in CORPUS))


@given(terms)
@cases(300)
def test_a_condition_clashes_with_its_opposite(term):
    assert find_clashes(And((term, Not(term))))


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
