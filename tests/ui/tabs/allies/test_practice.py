"""The main job of this tab on the practice network, with the real store and the real gateway."""

from PySide6.QtCore import Qt

from allybook.services.chats.chat import chat_people, open_chat
from allybook.services.chats.shared import nominees_of
from allybook.services.people.nominate import nominate
from allybook.services.people.resolve import resolve
from allybook.services.reading.capture import capture
from allybook.services.sign_in.who import sign_in
from allybook.ui.models.roles import Role
from tests.fakes.desk import Patience
from tests.workshop import practice_desk

LEFT = Qt.MouseButton.LeftButton
TAG = "SwHelper"


def test_from_a_chat_to_the_x_list(tmp_path, open_tab, qtbot, settle):
    with practice_desk(tmp_path) as desk:
        sign_in(desk)
        capture(desk, TAG, Patience(), most=1_000)
        resolve(desk, chat_people(desk, open_chat(desk, TAG)), Patience())
        nominate(desk, desk.book(), nominees_of(desk, desk.book(), open_chat(desk, TAG)))
        tab = open_tab(desk)
        named = tab.count()
        assert named >= 9
        assert tab.work.inbox.head.accessibleDescription().startswith(f"from the #{TAG} chat of ")
        first = tab.work.inbox.model.index(0, 0).data(Role.ROW)
        assert first.people > 1
        assert first.quote
        assert first.said_in

        trusted = [row.key for row in tab.work.inbox.model.rows() if row.people > 1]
        tab.deeds.approve(trusted)
        settle(tab)
        assert tab.count() == named - len(trusted)
        assert tab.publisher.button.text().startswith("Publish ")

        qtbot.mouseClick(tab.publisher.button, LEFT)
        with qtbot.waitSignal(tab.publisher.sent, timeout=30_000) as done:
            qtbot.mouseClick(tab.publisher.dialog.spend, LEFT)
        settle(tab)
        sent = done.args[0]
        assert sent.error is None
        assert sent.billed == sent.quoted
        assert tab.publisher.note.isVisible()
        listed = [row for row in tab.page.rows if row.status == "on_list"]
        assert f"{len(listed)} of " in tab.publisher.note.accessibleName()
        tab.hide()
