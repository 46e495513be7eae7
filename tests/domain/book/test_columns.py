"""What columns are said to be."""

import pytest

from allybook.domain.book.columns import Column, names_someone, plain, remap, settle
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.headings import column_called, kind_called, status_called
from allybook.domain.errors import BadInput

HEADINGS = ("Org", "Twitter Name", "Notiz", "")
GUESS = (None, Column.HANDLE, Column.NOTES, None)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("handle", Column.HANDLE),
        ("Twitter-Handle", Column.HANDLE),
        ("userName", Column.HANDLE),
        ("Benutzername", Column.HANDLE),
        ("Nombre de usuario", Column.HANDLE),
        ("Nom d'utilisateur", Column.HANDLE),
        ("user_id", Column.USER_ID),
        ("Kategorie", Column.CATEGORY),
        ("Catégorie", Column.CATEGORY),
        ("Schlagwörter", Column.TAGS),
        ("Mots-clés", Column.TAGS),
        ("Situação", Column.STATUS),
        ("Begründung", Column.REASON),
        ("Observações", Column.NOTES),
        ("Vorgeschlagen von", Column.NOMINATED_BY),
        ("Phone", None),
        ("", None),
    ],
)
def test_headings_are_known_in_several_languages(heading, column):
    assert column_called(heading) is column


@pytest.mark.parametrize("column", Column)
def test_each_column_is_known_by_its_own_name(column):
    assert column_called(column.value) is column


def test_every_word_is_as_words_are_compared():
    for column in Column:
        assert column_called(plain(column.value).upper()) is column


def test_kinds_and_statuses_are_known_as_people_write_them():
    assert kind_called("Organization") is Kind.ORGANISATION
    assert kind_called("Einzelperson") is Kind.PERSON
    assert kind_called("plant") is None
    assert status_called("Opted out") is Status.OPTED_OUT
    assert status_called("opted_out") is Status.OPTED_OUT
    assert status_called("Ja") is Status.APPROVED
    assert status_called("perhaps") is None


def test_a_person_corrects_the_guess_by_heading_or_number():
    said = remap(HEADINGS, GUESS, ["org=handle", "3=tags", "4=category"])
    assert said == (Column.HANDLE, None, Column.TAGS, Column.CATEGORY)
    assert remap(HEADINGS, GUESS, ["Twitter Name=", "notiz=nothing"]) == (None, None, None, None)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (["Nobody=handle"], "no column “Nobody”"),
        (["Org=phone"], "“phone” is no column"),
        (["Org"], "lacks its ="),
        (["Org=handle", "Notiz=handle"], "Two columns"),
        (["9=handle"], "no column “9”"),
    ],
)
def test_what_cannot_be_meant_is_said(said, why):
    with pytest.raises(BadInput, match=why):
        remap(HEADINGS, GUESS, said)


def test_only_tags_and_notes_stand_in_several_columns():
    twice = (Column.HANDLE, Column.NOTES, Column.HANDLE, Column.NOTES, None)
    assert settle(twice) == (Column.HANDLE, Column.NOTES, None, Column.NOTES, None)
    assert names_someone(twice)
    assert not names_someone((Column.NOTES, None))
