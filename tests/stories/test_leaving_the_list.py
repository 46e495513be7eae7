"""Somebody whom the group does not want on its X List any more leaves it, and the price says so."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.acts.pace import Pace
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.services.books.edit import approve, remove, undo_entry
from allybook.services.forget.known import find_known
from allybook.services.forget.purge import purge_account
from allybook.services.lists.pull import members_now
from allybook.services.people.find import find_ids
from allybook.services.people.nominate import nominate, nominate_handles
from allybook.services.publish.pace import choose_pace
from allybook.services.publish.plan import plan_list
from allybook.services.publish.run import publish
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import Patience

LEFT = Qt.MouseButton.LeftButton
NAMES = ("QuaybridgeNight", "PennywellFood", "AshgroveTenants")
QUICK = Pace(0, 500)


@pytest.fixture
def published(desk):
    """The book is on X with three allies; return their ids by handle."""
    sign_in(desk)
    choose_pace(desk, QUICK)
    book = desk.book()
    nominate_handles(desk, book, NAMES)
    approve(desk, book, [ally.key for ally in book.allies()])
    find_ids(desk, book, Patience())
    publish(desk, plan_list(desk, book), Patience())
    ids = {ally.handle: ally.user_id for ally in book.allies()}
    assert on_list(desk) == set(ids.values())
    return ids


def on_list(desk):
    """Return who is on the list at X, as its members are read."""
    list_id = desk.cache.mirror(desk.book().info.book_id)
    return {one.user_id for one in desk.line.network().members(list_id).items}


def approval(book, user_id):
    entries = [e for e in book.entries(user_id) if e.set.get("status") == Status.APPROVED]
    return entries[-1].entry_id


def publishes(qtbot, stage, settled, shown, tab):
    """Press the button and agree; return the names of those who leave, as the quote has them."""
    shown(tab)
    settled(tab.publisher.button.isEnabled)
    qtbot.mouseClick(tab.publisher.button, LEFT)
    settled(lambda: tab.publisher.dialog is not None)
    told = [one.sentence for one in tab.publisher.dialog._view.removes]
    with qtbot.waitSignal(tab.publisher.sent, timeout=20_000):
        qtbot.mouseClick(tab.publisher.dialog.spend, LEFT)
    settled()
    return told


def test_all_who_are_to_leave_are_named_priced_and_taken_off(
    qtbot, desk, published, stage, settled, book_shown
):
    book, ids = desk.book(), published
    # One approval was a mistake, one was removed and is named in a chat, one asked to be erased.
    undo_entry(desk, book, approval(book, ids["AshgroveTenants"]))
    remove(desk, book, [ids["PennywellFood"]])
    words = Nominee(ids["PennywellFood"], "PennywellFood", Kind.ORGANISATION, evidence=("771:4",))
    nominate(desk, book, [words])
    purge_account(desk, find_known(desk, "@QuaybridgeNight"), books=True)
    assert {ally.status for ally in book.allies()} == {Status.NOMINATED}
    tab = stage.window.allies()
    told = publishes(qtbot, stage, settled, book_shown, tab)
    assert len(told) == 3
    assert f"Account {ids['QuaybridgeNight']}, erased from the book" in told
    assert sum(one.endswith("not approved") for one in told) == 2
    assert on_list(desk) == set()
    assert members_now(desk, desk.cache.mirror(book.info.book_id)) == frozenset()
