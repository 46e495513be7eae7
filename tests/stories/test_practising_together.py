"""The practice network is one: what another program does there is true in the window as well."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from allybook.services.books.edit import approve
from allybook.services.lists.pull import pull
from allybook.services.people.nominate import nominate_handles
from allybook.services.people.resolve import resolve_handles
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import Patience
from tests.stories.command import allybook

LEFT = Qt.MouseButton.LeftButton
FIRST = ("KestrelYard", "CinderpathCafe", "AshgroveTenants")
MORE = "CandlewickNN"


@pytest.mark.timeout(180)
def test_the_window_publishes_to_the_list_that_a_command_made(
    tmp_path, qtbot, desk, stage, settled, book_shown
):
    sign_in(desk)
    for words in (
        ("allies", "add", *FIRST),
        ("list", "publish", "--yes", "--pace", "0"),
    ):
        ended = allybook("--practice", *words, profile=tmp_path)
        assert ended.status == 0, ended.err
    book = desk.book()
    made = desk.cache.mirror(book.info.book_id)
    assert made
    tab = stage.window.allies()
    book_shown(tab)
    resolve_handles(desk, [MORE], Patience())
    nominate_handles(desk, book, [MORE])
    approve(desk, book, [ally.key for ally in book.allies()])
    settled(lambda: tab.publisher.button.text().startswith("Publish 1 "))
    QTest.mouseClick(tab.publisher.button, LEFT)
    with qtbot.waitSignal(tab.publisher.sent, timeout=30_000) as done:
        QTest.mouseClick(tab.publisher.dialog.spend, LEFT)
    book_shown(tab)
    assert done.args[0].error is None
    assert desk.cache.mirror(book.info.book_id) == made
    pull(desk, made, Patience())
    told = desk.cache.accounts(sorted(desk.cache.members(made).user_ids)).values()
    assert {account.handle for account in told} == {*FIRST, MORE}
