"""Who may be one is pointed out with the reason; who cannot be is left in peace."""

import pytest
from rapidfuzz.fuzz import ratio

from allybook.domain.book.entry import Kind
from allybook.domain.book.look_alikes import AlikeBy, Likeness, find_look_alikes, squeeze


def pairs(*faces):
    return [(one.keys, one.why) for one in find_look_alikes(faces, ratio)]


def loose(handle, name=""):
    return Likeness(f"@{handle.lower()}", handle, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HarborRow", "Harbor_Row"),
        ("HarborRow", "HarbourRow"),
        ("SafeRoofNet", "SafeRoofNets"),
        ("SafeRoofNet", "SafeR00fNet"),
        ("ElmStreetLegal", "ElmStreeetLegal"),
    ],
)
def test_near_handles(one, other):
    assert pairs(loose(one), loose(other)) == [
        (tuple(sorted((f"@{one.lower()}", f"@{other.lower()}"))), AlikeBy.NEAR_HANDLE)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbor Row Shelter", "The Harbour Row Shelter"),
        ("Centre Santé Élan", "centre sante elan"),
        ("Nest Line of Elm County", "Nestline Elm County"),
    ],
)
def test_near_names(one, other):
    assert pairs(loose("abcdefg", one), loose("tuvwxyz", other)) == [
        (("@abcdefg", "@tuvwxyz"), AlikeBy.NEAR_NAME)
    ]


def test_a_handle_can_be_anothers_name():
    assert [why for _, why in pairs(loose("harborrow"), loose("hrs_net", "Harbor Row"))] == [
        AlikeBy.NEAR_NAME
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("elm", "elms"), ("oakdesk", "elmdesk"), ("shelter1", "shelter2"), ("nasw_ny", "nasw_nj")],
)
def test_short_or_numbered_names_are_not_near(one, other):
    assert pairs(loose(one), loose(other)) == []


def test_whom_x_tells_apart_is_not_pointed_out_unless_one_has_fallen():
    one, other = Likeness("1", "HarborRow", user_id="1"), Likeness("2", "HarborRows", user_id="2")
    assert pairs(one, other) == []
    fallen = Likeness("2", "HarborRows", user_id="2", fallen=True)
    assert pairs(one, fallen) == [(("1", "2"), AlikeBy.NEAR_HANDLE)]


def test_the_same_id_and_an_old_handle_come_first():
    now = Likeness("1", "HarborNow", user_id="1", old_handles=("harborwas",))
    was, same = loose("HarborWas"), Likeness("@x", "Xyz", user_id="1")
    near = loose("HarborNows")
    assert pairs(near, was, same, now)[:2] == [
        (("1", "@x"), AlikeBy.SAME_ID),
        (("1", "@harborwas"), AlikeBy.OLD_HANDLE),
    ]


def test_hashtags_look_like_nobody():
    tag = Likeness("#harborrow", "HarborRow", kind=Kind.HASHTAG)
    assert pairs(tag, loose("HarborRow")) == []


def test_a_word_that_many_share_makes_no_pairs():
    crowd = [loose(f"{chr(97 + n // 26)}{chr(97 + n % 26)}_org", "Shelter") for n in range(60)]
    assert find_look_alikes(crowd, ratio) == ()


def test_squeezing():
    assert squeeze("The Société of_Élan, 2") == "societeelan2"
