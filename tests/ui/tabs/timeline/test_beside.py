"""The pane beside the list: a post that is chosen at once, of a held key the last one."""

from allybook.ui.models.roles import SENTENCE, Role
from allybook.ui.tabs.timeline.beside import REST_MS

STEPS = 7


def text_at(tab, row):
    return tab.model.index(row, 0).data(Role.ROW).row.post.text


def rested(tab, qtbot):
    qtbot.waitUntil(lambda: not tab.beside._rest.isActive())


def test_a_held_key_marks_each_card_at_once_and_shows_the_last_one_when_it_rests(
    open_tab, calm, qtbot
):
    tab = open_tab()
    tab.beside.step(1)
    assert tab.details.text.text() == text_at(tab, 0)
    spoken = []
    for row in range(1, STEPS):
        tab.beside.step(1)
        # Qt tells a screen reader of each current row, and it asks for this sentence.
        assert tab.view.currentIndex().row() == row
        spoken.append(tab.view.currentIndex().data(SENTENCE))
    assert len({*spoken}) == STEPS - 1
    assert tab.details.text.text() == text_at(tab, 0)
    qtbot.waitUntil(lambda: tab.details.text.text() == text_at(tab, STEPS - 1))
    calm()


def test_what_a_held_key_passes_is_read(open_tab, calm, qtbot):
    tab = open_tab()
    tab.model.set_unread(tab.model.order()[:STEPS])
    for _ in range(STEPS - 1):
        tab.beside.step(1)
    unread = [tab.model.index(row, 0).data(Role.UNREAD) for row in range(STEPS)]
    assert unread[: STEPS - 2] == [False] * (STEPS - 2)
    assert unread[-1]
    # The last of them is looked at.
    qtbot.waitUntil(lambda: not tab.model.index(STEPS - 2, 0).data(Role.UNREAD))
    assert tab.model.index(STEPS - 1, 0).data(Role.UNREAD)
    rested(tab, qtbot)
    calm()


def test_a_reader_that_asks_for_a_post_in_time_hears_that_it_is_unread(open_tab, calm, qtbot):
    tab = open_tab()
    tab.model.set_unread(tab.model.order()[:1])
    with qtbot.waitSignal(tab.beside._reading.timeout):
        tab.beside.step(1)
        # Qt tells of the row at once, and the reader asks for it a little later.
        tab.beside.show()
        assert "unread" in tab.view.currentIndex().data(SENTENCE)
    qtbot.waitUntil(lambda: "unread" not in tab.view.currentIndex().data(SENTENCE))
    calm()


def test_what_one_looks_at_when_the_window_closes_is_read(open_tab, jobs, calm):
    tab = open_tab()
    newest = tab.model.order()[0]
    tab.beside.unread.show([newest])
    tab.beside.step(1)
    calm()
    jobs.closing.emit()
    assert tab.beside.unread._wanted == {newest}


def test_whoever_looks_at_each_post_never_waits(open_tab, calm, qtbot):
    tab = open_tab()
    for row in range(3):
        tab.beside.step(1)
        assert tab.details.text.text() == text_at(tab, row)
        rested(tab, qtbot)
        calm()


def test_what_is_shown_anew_meanwhile_is_what_is_chosen(open_tab, calm, qtbot):
    tab = open_tab()
    for _ in range(3):
        tab.beside.step(1)
    tab.beside.show()
    assert tab.details.text.text() == text_at(tab, 2)
    shown = tab.details.text
    rested(tab, qtbot)
    calm()
    assert shown.text() == text_at(tab, 2)
    assert tab.beside._rest.interval() == REST_MS
