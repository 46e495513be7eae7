"""A hashtag is known by the spelling that is easiest to read, whoever wrote it first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.book import edit
from allybook.domain.book.bring import bring
from allybook.domain.book.entry import Field, Kind
from allybook.domain.book.rows import Brought
from allybook.domain.errors import BadInput
from allybook.domain.hashtags import ease
from tests.domain.book.histories import Laptop, meet

KEY = "#shelternotes"


def named(laptop, spelling):
    nominee = edit.Nominee(KEY, spelling, Kind.HASHTAG)
    return laptop.write(lambda entries, pen: edit.nominate(entries, nominee, pen))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ShelterNotes", 2),
        ("swHelper", 2),
        ("Shelternotes", 1),
        ("shelternotes", 0),
        ("SHELTERNOTES", 0),
        ("4717", 0),
        ("ÉcoleOuverte", 2),
        ("住まい", 0),
    ],
)
def test_how_easily_a_tag_is_read(tag, expected):
    assert ease(tag) == expected


@pytest.mark.parametrize("first", ["shelternotes", "SHELTERNOTES", "Shelternotes"])
def test_a_more_readable_spelling_is_taken_over_when_it_is_named_again(first):
    ana = Laptop()
    named(ana, first)
    named(ana, "ShelterNotes")
    assert ana.ally.handle == "ShelterNotes"
    named(ana, first)
    assert ana.ally.handle == "ShelterNotes"


@given(st.permutations(["shelternotes", "ShelterNotes", "SHELTERNOTES"]))
def test_laptops_that_wrote_it_in_several_ways_agree_on_the_readable_one(spellings):
    laptops = [Laptop(person) for person in ("Ana", "Ben", "Cleo")]
    for laptop, spelling in zip(laptops, spellings, strict=True):
        named(laptop, spelling)
    meet(*laptops)
    assert {one.ally.handle for one in laptops} == {"ShelterNotes"}
    assert all(one.ally.conflicts == {} for one in laptops)


def test_a_plainer_spelling_that_somebody_chose_stays():
    ana = Laptop()
    named(ana, "ShelterNotes")
    ana.do(edit.set_fields, {Field.HANDLE: "shelternotes"})
    named(ana, "ShelterNotes")
    assert ana.ally.handle == "shelternotes"


def test_other_letters_are_another_hashtag():
    ana = Laptop()
    named(ana, "ShelterNotes")
    with pytest.raises(BadInput, match="another hashtag"):
        ana.do(edit.set_fields, {Field.HANDLE: "ShelterNews"})
    with pytest.raises(BadInput, match="another hashtag"):
        ana.do(edit.set_fields, {Field.HANDLE: "Shelter Notes"})


def test_an_account_keeps_the_spelling_of_its_handle():
    ana = Laptop()
    for handle in ("saferoofnet", "SafeRoofNet"):
        nominee = edit.Nominee("@saferoofnet", handle, Kind.ORGANISATION)
        ana.write(lambda entries, pen, one=nominee: edit.nominate(entries, one, pen))
    assert ana.ally.handle == "saferoofnet"


@pytest.mark.parametrize(
    ("known", "told", "kept"),
    [
        ("shelternotes", "ShelterNotes", "ShelterNotes"),
        ("ShelterNotes", "shelternotes", "ShelterNotes"),
    ],
)
def test_a_table_brings_a_better_spelling_and_no_worse_one(known, told, kept):
    ana = Laptop()
    named(ana, known)
    row = Brought(1, KEY, told, kind=Kind.HASHTAG)
    ana.write(lambda entries, pen: bring(entries, row, pen))
    assert ana.ally.handle == kept
