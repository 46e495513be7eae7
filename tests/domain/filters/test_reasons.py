from datetime import timedelta

import pytest
from hypothesis import given

from allybook.domain.filters.match import matches
from allybook.domain.filters.parse import parse
from allybook.domain.filters.reasons import find_failing, why
from allybook.domain.filters.subject import Membership, Subject
from allybook.domain.filters.tree import On, Term
from allybook.domain.posts import Metrics, Post
from tests.cases import cases
from tests.domain.filters.trees import CORPUS, NOW, trees

BY_ALLY = Subject(
    Post(
        "1",
        "10",
        NOW - timedelta(hours=1),
        "Who has a form? #SwHelper",
        hashtags=("SwHelper",),
        metrics=Metrics(likes=12),
    ),
    books={"My allies": Membership()},
    noise=5,
    question=True,
)
NOISY = Subject(Post("2", "11", NOW, "WIN", repost_of="1", metrics=Metrics(likes=1)), noise=65)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("", ("ally", "question")),
        ("is:ally", ("ally", "question")),
        ("noise<=40 newer:2h -is:repost", ("ally", "question")),
        (
            "#swhelper (min_likes:5 OR form)",
            ("ally", "question", "#swhelper", "12 likes", "“form”"),
        ),
    ],
)
def test_why_a_post_is_kept(text, reasons):
    assert why(parse(text), BY_ALLY, NOW) == reasons


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("noise<=40", "noise 65"),
        ("-noise>40", "noise 65"),
        ("-is:repost noise<=40", "repost"),
        ("is:ally OR min_likes:5", "1 like and not an ally"),
        ("has:links OR -win", "“win” and no links"),
        ("has:links OR (has:media -win) OR -win", "“win” and no links and no media"),
        ("-(win -is:ally is:repost)", "“win” and repost and not an ally"),
        ("has:links OR -(win -has:media)", "“win” and no links and no media"),
        ("-(win OR is:repost)", "“win”"),
        ("-(win is:repost)", "“win” and repost"),
        ("-(win -is:ally)", "“win” and not an ally"),
        ("win form", "without “form”"),
        ("is:ally OR (win form)", "not an ally and without “form”"),
        ("-()", "nothing is kept"),
    ],
)
def test_why_a_post_is_hidden(text, reason):
    assert why(parse(text), NOISY, NOW) == (reason,)


def test_the_failing_part_is_known():
    tree = parse("win noise<=40 form")
    assert find_failing(tree, NOISY, NOW) == Term(On.NOISE_UP_TO, "40")
    assert find_failing(tree, BY_ALLY, NOW) == Term(On.WORD, "win")
    assert find_failing(parse("form"), BY_ALLY, NOW) is None


@given(trees)
@cases(300)
def test_hidden_posts_have_one_reason_and_kept_ones_no_failing_part(tree):
    for subject in CORPUS[:50]:
        reasons = why(tree, subject, NOW)
        kept = matches(tree, subject, NOW)
        assert kept is (find_failing(tree, subject, NOW) is None)
        assert all(reasons)
        assert kept or len(reasons) == 1
