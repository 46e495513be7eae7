"""Handles that wait for their ids, and those of which a person has to say who is meant."""

import pytest

from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve
from allybook.services.people.nominate import nominate_handles


@pytest.fixture
def passed_on(desk, book):
    """Two approved handles; another account has each of them now."""
    nominate_handles(desk, book, ["Alice", "Elm"])
    approve(desk, book, ["@alice", "@elm"])
    for number, handle in enumerate(("alice", "elm"), start=901):
        for user_id, name in ((f"{number}1", handle), (f"{number}1", f"{handle}_now")):
            desk.cache.save_accounts([Account(user_id, name)], desk.clock.now())
        desk.cache.save_accounts([Account(f"{number}2", handle)], desk.clock.now())


def test_a_handle_that_changed_hands_is_told_and_nothing_is_asked(desk, passed_on, open_tab, qtbot):
    tab = open_tab(desk)
    qtbot.waitUntil(lambda: not tab.resolving.line.isHidden())
    assert tab.resolving.words.text().endswith(
        "Other accounts may have the handles of 2 allies now (@Alice among them): remove these, "
        "and add whom you mean."
    )
    waiting = tab.page.to_find
    assert not {"Alice", "Elm"}.intersection(waiting)
    assert tab.resolving.button.isHidden() == (not waiting)
