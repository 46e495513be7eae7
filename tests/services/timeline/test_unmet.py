"""Tests of what no post can fit, told by name."""

import pytest

from allybook.domain.filters.parse import parse
from allybook.services.timeline.unmet import unmet


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('in:"Old group"', "There is no book “Old group” here, so none of its allies were found."),
        ("list:Foo", "No post of an X List “Foo” was read here yet."),
        ("chat:nobodychat", "The chat “#nobodychat” was never read here."),
        ("a tag:zebra", "No ally in your books has the tag “zebra”."),
        ("a OR category:zebra", "No ally in your books has the category “zebra”."),
        (
            "since:2026-03-02 until:2026-03-01",
            "No post is from both since 2026-03-02 and until 2026-03-01: the first day must come "
            "before the last.",
        ),
        ("newer:1d older:3d", "No post fits both newer:1d and older:3d."),
        ("a noise>100", "No post has more noise than 100."),
        ("a min_likes:10 max_likes:5", "No post fits both min_likes:10 and max_likes:5."),
    ],
)
def test_what_names_nothing_known_is_told(desk, text, said):
    assert [str(one) for one in unmet(desk, parse(text))] == [said]


@pytest.mark.parametrize(
    "text",
    ["", "beds", "since:2026-03-01 until:2026-03-02", "since:2026-03-02 OR until:2026-03-01"],
)
def test_what_can_be_is_not_spoken_of(desk, text):
    assert unmet(desk, parse(text)) == ()
