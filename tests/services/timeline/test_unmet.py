"""Tests of what no post can fit, told by name."""

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.reading.sources import Origin, Source
from allybook.services.timeline.unmet import unmet
from tests.store.samples import HOME, a_post


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
        (
            "housing or food",
            "“or” is looked for as a word here; for either of two, write: housing OR food.",
        ),
        (
            "is:ally -(housing Or #food)",
            "“Or” is looked for as a word here; for either of two, write: housing OR #food.",
        ),
        (
            "Wohnung oder Miete",
            "“oder” is looked for as a word here; for either of two, write: Wohnung OR Miete.",
        ),
        ("a min_likes:10 max_likes:5", "No post fits both min_likes:10 and max_likes:5."),
    ],
)
def test_what_names_nothing_known_is_told(desk, text, said):
    assert [str(one) for one in unmet(desk, parse(text))] == [said]


def test_of_many_unknown_names_ten_are_told(desk):
    told = unmet(desk, parse(" OR ".join(f'in:"book {number}"' for number in range(1200))))
    assert "“book 0”" in str(told[0])
    assert "“book 9”" in str(told[9])
    assert list(map(str, told[10:])) == ["1190 more remarks like these are left out."]
    assert len(unmet(desk, parse(" OR ".join(f'in:"book {number}"' for number in range(10))))) == 10


@pytest.mark.parametrize(
    "text",
    [
        "",
        "beds",
        "since:2026-03-01 until:2026-03-02",
        "since:2026-03-02 OR until:2026-03-01",
        "or",
        "a or",
        '"housing or food"',
        'a "or" b',
        "a.m. b",
    ],
)
def test_what_can_be_is_not_spoken_of(desk, text):
    assert unmet(desk, parse(text)) == ()


@pytest.mark.parametrize(
    "typed", ["http://harbor.example", "https://harbor.example/", "www.harbor.example"]
)
def test_a_pasted_address_is_told_how_links_are_found(desk, typed):
    assert unmet(desk, parse(typed)) == ()
    post = a_post(5, "Look https://t.co/a", links=("https://beds.harbor.example/form",))
    desk.cache.save_posts([post], HOME)
    [said] = map(str, unmet(desk, parse(f"{typed} -is:repost")))
    assert said == (
        f"“{typed}” is in no post as it is written; posts that link there are found by "
        "url:harbor.example."
    )
    assert desk.cache.count(parse("url:harbor.example")) == 1


def test_an_address_that_is_found_as_it_is_written_is_not_spoken_of(desk):
    post = a_post(5, "Look at harbor.example", links=("https://harbor.example/form",))
    desk.cache.save_posts([post], HOME)
    for typed in ("harbor.example", "https://harbor.example", "url:harbor.example"):
        assert unmet(desk, parse(typed)) == ()


def test_of_a_chat_that_a_file_brought_it_is_told_what_finds_its_posts(desk):
    desk.cache.save_posts([a_post(1, hashtags=("Tea",))], Source(Origin.FILE, "tags.csv"))
    assert [str(one) for one in unmet(desk, parse("chat:tea"))] == [
        "The chat “#tea” was not read from X; its posts that are here are found by #tea."
    ]
