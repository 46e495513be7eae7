"""Views of one's own: each has a name of its own, and none replaces another unseen."""

from __future__ import annotations

import pytest

from allybook.domain.errors import BadInput, FilterError
from allybook.services.timeline.views import (
    SETTING,
    bring_back,
    change_view,
    forget_view,
    rename_view,
    save_view,
    unsave_view,
    views,
)


def own(desk):
    return [(one.name, one.text) for one in views(desk) if one.own]


def test_a_filter_is_saved_in_the_order_of_saving_and_forgotten(desk):
    save_view(desk, "Beds", "beds")
    save_view(desk, "Food", "food")
    assert own(desk) == [("Beds", "beds"), ("Food", "food")]
    forget_view(desk, "Beds")
    assert own(desk) == [("Food", "food")]


@pytest.mark.parametrize("name", ["Beds", "beds", " BEDS ", "Beds\n"])
def test_a_name_in_use_is_refused_and_what_has_it_stays(desk, name):
    save_view(desk, "Beds", "beds")
    with pytest.raises(BadInput, match="already: choose another name"):
        save_view(desk, name, "food")
    assert own(desk) == [("Beds", "beds")]


def test_the_same_again_changes_nothing(desk):
    save_view(desk, "Beds", "beds")
    save_view(desk, "Beds", "beds")
    assert own(desk) == [("Beds", "beds")]


@pytest.mark.parametrize("name", ["Everything", "everything", "Quiet folder", "Allies  only"])
def test_the_names_of_what_everybody_has_are_taken(desk, name):
    with pytest.raises(BadInput, match="already"):
        save_view(desk, name, "beds")
    assert own(desk) == []


GERMAN = {"Questions": "Fragen", "Muted": "Stumm"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Fragen", "There is a view “Fragen” already, for everybody"),
        ("STUMM", "There is a view “STUMM” already, for everybody"),
        ("questions", "“questions” is what “Fragen” is called in English"),
        ("Conversation", "There is a view “Conversation” already, for everybody"),
    ],
)
def test_the_names_by_which_they_are_shown_are_taken_too(desk, name, said):
    with pytest.raises(BadInput, match=said):
        save_view(desk, name, "beds", GERMAN)
    save_view(desk, "Beds", "beds", GERMAN)
    with pytest.raises(BadInput, match=said):
        rename_view(desk, "Beds", name, GERMAN)
    assert own(desk) == [("Beds", "beds")]


def test_a_view_that_was_named_in_another_language_comes_back(desk):
    save_view(desk, "Fragen", "beds")
    save_view(desk, "Fragen", "beds", GERMAN)
    rename_view(desk, "Fragen", "Fragen", GERMAN)
    rename_view(desk, "Fragen", "Betten", GERMAN)
    rename_view(desk, "Betten", "Fragen")
    bring_back(desk, forget_view(desk, "Fragen"))
    assert own(desk) == [("Fragen", "beds")]


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_view_without_a_name_hears_that_it_needs_one(desk, name):
    with pytest.raises(BadInput, match="needs a name"):
        save_view(desk, name, "beds")
    assert own(desk) == []


def test_a_name_is_one_line(desk):
    assert save_view(desk, " Beds\n and food ", "beds").name == "Beds and food"
    assert own(desk) == [("Beds and food", "beds")]


def test_what_is_no_filter_is_not_saved(desk):
    with pytest.raises(FilterError):
        save_view(desk, "Beds", "beds OR")
    assert own(desk) == []


@pytest.mark.parametrize("name", ["Beds", "Food", "Rent"])
def test_a_forgotten_view_comes_back_where_it_stood(desk, name):
    for one in ("Beds", "Food", "Rent"):
        save_view(desk, one, one.lower())
    before = own(desk)
    gone = forget_view(desk, name)
    assert name not in dict(own(desk))
    bring_back(desk, gone)
    assert own(desk) == before


def test_a_forgotten_view_does_not_take_the_name_of_another(desk):
    save_view(desk, "Beds", "beds")
    gone = forget_view(desk, "Beds")
    save_view(desk, "beds", "food")
    with pytest.raises(BadInput, match="already"):
        bring_back(desk, gone)
    assert own(desk) == [("beds", "food")]
    assert forget_view(desk, "Beds") is None


def test_a_view_gets_another_name_and_keeps_its_place(desk):
    for one in ("Beds", "Food", "Rent"):
        save_view(desk, one, one.lower())
    assert rename_view(desk, "Food", " Food \n banks ").name == "Food banks"
    assert own(desk) == [("Beds", "beds"), ("Food banks", "food"), ("Rent", "rent")]
    rename_view(desk, "Food banks", "FOOD BANKS")
    assert own(desk)[1] == ("FOOD BANKS", "food")


@pytest.mark.parametrize("name", ["beds", "Muted", "", "  "])
def test_a_view_is_not_renamed_to_what_another_has_or_to_nothing(desk, name):
    save_view(desk, "Beds", "beds")
    save_view(desk, "Food", "food")
    with pytest.raises(BadInput):
        rename_view(desk, "Food", name)
    assert own(desk) == [("Beds", "beds"), ("Food", "food")]


def test_a_view_that_is_gone_is_not_renamed(desk):
    with pytest.raises(BadInput, match="no view “Food” any more"):
        rename_view(desk, "Food", "Rent")
    assert own(desk) == []


def test_a_view_keeps_another_filter_where_it_stands(desk):
    for one in ("Beds", "Food", "Rent"):
        save_view(desk, one, one.lower())
    former = change_view(desk, "Food", "food -is:repost")
    assert (former.name, former.text) == ("Food", "food")
    assert own(desk) == [("Beds", "beds"), ("Food", "food -is:repost"), ("Rent", "rent")]
    change_view(desk, "Food", former.text)
    assert own(desk)[1] == ("Food", "food")


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [("Rent", "rent", BadInput), ("Beds", "beds OR", FilterError), ("Everything", "x", BadInput)],
)
def test_what_cannot_be_changed_changes_nothing(desk, name, text, error):
    save_view(desk, "Beds", "beds")
    with pytest.raises(error):
        change_view(desk, name, text)
    assert own(desk) == [("Beds", "beds")]


def test_what_was_changed_again_since_is_not_changed_back(desk):
    save_view(desk, "Food", "food")
    change_view(desk, "Food", "food -is:repost")
    change_view(desk, "Food", "food bank")
    with pytest.raises(BadInput, match="changed again since"):
        change_view(desk, "Food", "food", if_still="food -is:repost")
    assert own(desk) == [("Food", "food bank")]
    change_view(desk, "Food", "food", if_still="food bank")
    assert own(desk) == [("Food", "food")]


def test_what_was_saved_is_forgotten_only_as_it_was_saved(desk):
    made = save_view(desk, "Food", "food")
    change_view(desk, "Food", "food bank")
    with pytest.raises(BadInput, match="changed again since"):
        unsave_view(desk, made)
    change_view(desk, "Food", "food")
    unsave_view(desk, made)
    assert own(desk) == []


def test_a_view_of_an_earlier_allybook_looks_for_the_words_that_it_did(desk):
    desk.settings.write(SETTING, '[{"name": "Mine", "text": "EGAL ODER -NICHT"}]')
    assert views(desk)[-1].text == 'EGAL "ODER" -"NICHT"'
    rename_view(desk, "Mine", "Ours")
    assert views(desk)[-1].text == 'EGAL "ODER" -"NICHT"'
