"""Somebody has eight lists: they become one in the window, without losing or doubling anybody."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.book.entry import Status
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account
from allybook.services.books.algebra import origins_of
from allybook.services.books.edit import add_tags, approve, opt_out
from allybook.services.books.several import create_book
from allybook.services.people.nominate import nominate_handles

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def eight(desk):
    """Five books and three X Lists that overlap; one handle is known by its id in a list."""
    for number in range(5):
        book = create_book(desk, f"Book {number}")
        nominate_handles(desk, book, [f"Ally_{n}" for n in range(number * 3, number * 3 + 6)])
        approve(desk, book, [ally.key for ally in book.allies()])
        add_tags(desk, book, [f"@ally_{number * 3}"], [f"tag {number}"])
    opt_out(desk, desk.book("Book 2"), ["@ally_8"])
    people = [Account(str(7000 + n), f"Ally_{n}", f"Ally {n}") for n in range(15, 24)]
    desk.cache.save_accounts(people, desk.clock.now())
    for number in range(3):
        list_id = str(9100 + number)
        desk.cache.save_list(XList(list_id, f"List {number}"))
        ids = [str(7015 + n) for n in range(number * 2, number * 2 + 4)]
        desk.cache.save_members(list_id, ids, complete=True, as_of=desk.clock.now())
    desk.settings.write("book", desk.book("Book 0").info.book_id)


def test_eight_lists_become_one(qtbot, stage, desk, eight, book_shown):
    tab = stage.window.allies()
    book_shown(tab)
    tab.shelf.ask_combine()
    qtbot.waitUntil(lambda: tab.shelf.dialog is not None)
    dialog = tab.shelf.dialog
    wanted = {f"Book {n}" for n in range(1, 5)} | {f"List {n}" for n in range(3)}
    for origin in origins_of(desk):
        if origin.name in wanted:
            dialog.add_source(origin)
    qtbot.keyClicks(dialog.name, "Everybody")
    qtbot.waitUntil(lambda: not stage.jobs.running() and dialog.plan is not None)
    expected = {f"Ally_{n}" for n in range(23)} - {"Ally_8"}
    assert {one.handle for one in dialog.plan.new} == expected
    assert [one.handle for one in dialog.plan.out] == ["Ally_8"]
    # Twenty-nine in books and twelve on lists, of whom twenty-three are different.
    assert dialog.plan.repeats == 29 + 12 - 23
    qtbot.keyClick(dialog.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tab.page.info.name == "Everybody", timeout=20_000)
    book_shown(tab)
    book = desk.book("Everybody")
    out = {ally.handle for ally in book.allies() if ally.status is Status.OPTED_OUT}
    assert ({ally.handle for ally in book.allies()} - out, out) == (expected, {"Ally_8"})
    by_handle = {ally.handle: ally for ally in book.allies()}
    assert by_handle["Ally_15"].key == "7015"
    assert by_handle["Ally_3"].tags == ("tag 1",)
    assert len(book.entries()) == len(expected | out)
    qtbot.mouseClick(tab.work.bar.undo, LEFT)
    book_shown(tab)
    assert {ally.status for ally in book.allies() if ally.handle not in out} == {Status.REMOVED}
    assert book.ally("@ally_8").status is Status.OPTED_OUT
    assert len(desk.book("Book 0").allies()) == 6
