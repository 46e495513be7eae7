"""Views of one's own: each has a name of its own, and none replaces another unseen."""

from __future__ import annotations

import pytest

from allybook.domain.errors import BadInput, FilterError
from allybook.services.timeline.views import forget_view, save_view, views


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
