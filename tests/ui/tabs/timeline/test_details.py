from __future__ import annotations

from itertools import permutations

import pytest

from allybook.services.timeline.thread import Thread
from allybook.ui.charts.reasons import Points
from allybook.ui.models.posts import Explanation, PostRow, sentence
from allybook.ui.tabs.timeline.details import PostDetails, PostStanding
from allybook.ui.tabs.timeline.reason_lines import ReasonLines
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import signed
from tests.fakes.cards import NOW, make_row

LONG = "Free giveaway, follow and repost to win, tag three friends " * 6
SHOWN = {
    "ally asks": PostRow(make_row(1, "Who has beds tonight?"), Explanation()),
    "noisy": PostRow(make_row(2, LONG, ally=False), Explanation(quiet=True)),
    "links": PostRow(make_row(3, minutes=90_000), Explanation()),
    "plain": PostRow(make_row(4, "Thank you", ally=False), Explanation()),
}


def pane(qtbot, look):
    made = PostDetails(look)
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.show()
    return made


def picture(made):
    return made.grab().toImage()


@pytest.mark.parametrize(("before", "after"), [*permutations(SHOWN, 2)])
def test_a_post_looks_the_same_whichever_was_shown_before_it(qtbot, look, before, after):
    alone, worn = pane(qtbot, look), pane(qtbot, look)
    worn.show_post(SHOWN[before], NOW)
    picture(worn)
    worn.show_post(SHOWN[after], NOW)
    alone.show_post(SHOWN[after], NOW)
    assert picture(worn) == picture(alone)


def test_a_post_is_shown_in_the_lines_in_which_it_was_written(qtbot, look):
    made = pane(qtbot, look)
    address = "beds.example/a/long/address/to/the/page/about/beds"
    text = f"Tonight:\n\n1. Beds\n2. Soup\nhttps://{address}"
    made.show_post(PostRow(make_row(5, text), Explanation()), NOW)
    assert made.text.text() == f"Tonight:\u2028\u20281. Beds\u20282. Soup\u2028{address}"
    line = made._look.line_height("read")
    assert made.text.height() >= 5 * line


def test_what_is_shown_is_laid_out_at_once(qtbot, look):
    made = pane(qtbot, look)
    made.show_post(SHOWN["plain"], NOW)
    picture(made)
    before = made.acts.y()
    made.show_post(SHOWN["noisy"], NOW)
    assert made.acts.y() > before
    assert made.text.height() == made.text.heightForWidth(made.text.width())


def test_a_post_after_nothing_is_whole(qtbot, look):
    made, alone = pane(qtbot, look), pane(qtbot, look)
    made.show_post(SHOWN["noisy"], NOW)
    made.show_nothing("About 40 posts were not read.")
    made.show_post(SHOWN["links"], NOW)
    alone.show_post(SHOWN["links"], NOW)
    assert picture(made) == picture(alone)


@pytest.fixture
def heard():
    return []


@pytest.fixture
def held(qtbot, look, heard):
    """A pane with a noisy post in it, and with the keyboard on an act that is for such ones."""
    made = PostDetails(look, say=lambda _widget, words: heard.append(words))
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.show_post(SHOWN["noisy"], NOW)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.acts.spare.setFocus()
    qtbot.waitUntil(made.acts.spare.hasFocus)
    return made


NOISY_TOO = PostRow(make_row(9, "Win, win, win", ally=False), Explanation(quiet=True))


def test_another_post_is_said_and_no_act_is_done_to_it_by_the_way(held, heard):
    held.show_post(SHOWN["noisy"], NOW)
    assert (heard, held.acts.spare.hasFocus()) == ([], True)
    held.show_post(NOISY_TOO, NOW)
    assert held.hasFocus()
    assert heard == [sentence(NOISY_TOO, NOW)]


def test_who_walks_on_keeps_the_keyboard_on_the_act_and_hears_of_whom(held, heard):
    held.show_post(NOISY_TOO, NOW, PostStanding(walked=True))
    assert held.acts.spare.hasFocus()
    assert heard == [sentence(NOISY_TOO, NOW)]
    # This one is not hidden: the act goes, and no other one comes under the keyboard.
    held.show_post(SHOWN["plain"], NOW, PostStanding(walked=True))
    assert held.hasFocus()
    assert heard[1:] == [sentence(SHOWN["plain"], NOW)]


def test_where_no_post_is_the_keyboard_stays_in_the_pane(held, heard):
    held.show_nothing("About 40 posts were not read.")
    assert held.hasFocus()
    held.show_post(SHOWN["noisy"], NOW)
    assert held.hasFocus()
    assert heard == [sentence(SHOWN["noisy"], NOW)]


def test_who_reads_elsewhere_hears_nothing_of_it(held, heard):
    held.acts.spare.clearFocus()
    held.show_post(NOISY_TOO, NOW)
    assert heard == []
    assert not held.hasFocus()


def test_lines_of_reasons_come_and_go(qtbot, look):
    made = pane(qtbot, look)
    lines = ReasonLines(look)
    made.layout().addLayout(lines)

    def told():
        found = [lines.itemAt(place).widget() for place in range(lines.count())]
        return [one.text() for one in found if isinstance(one, Prose | Words) and one.isVisible()]

    lines.show_points([Points("giveaway", 30), Points("by an ally", -20)])
    assert told() == ["giveaway", "+30", "by an ally", signed(-20)]
    kept = lines.count()
    lines.show_points([Points("link only", 20)])
    assert told() == ["link only", "+20"]
    lines.show_points([])
    assert told() == []
    lines.show_points([Points("a", 1), Points("b", 2)])
    assert told() == ["a", "+1", "b", "+2"]
    assert lines.count() == kept


def test_another_post_is_read_from_its_beginning_and_the_same_one_on(qtbot, look):
    made = pane(qtbot, look)
    made.resize(320, 240)
    made.show_post(SHOWN["noisy"], NOW)
    picture(made)
    bar = made._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    reached = bar.value()
    assert reached > 0
    made.show_post(SHOWN["noisy"], NOW)
    assert bar.value() == reached
    made.show_post(SHOWN["links"], NOW)
    assert bar.value() == 0


def test_where_no_post_is_there_is_nothing_to_scroll(qtbot, look):
    made = pane(qtbot, look)
    made.resize(320, 240)
    made.show_post(SHOWN["noisy"], NOW)
    qtbot.waitUntil(made._area.verticalScrollBar().isVisible)
    made.show_nothing("")
    assert not made._area.verticalScrollBar().isVisible()
    made.show_nothing("Choose a post to read it here.")
    picture(made)
    assert made.nothing.isVisible()
    assert made.nothing.geometry().bottom() < made.height() // 2
    made.show_post(SHOWN["noisy"], NOW)
    assert made._area.verticalScrollBar().isVisible()


def test_the_conversation_of_the_same_post_stays_in_sight(qtbot, look):
    made = pane(qtbot, look)
    made.resize(320, 300)
    made.show_post(SHOWN["noisy"], NOW)
    made.context.show_thread(Thread(after=(make_row(5, "We do."), make_row(6, "So do we."))), NOW)
    picture(made)
    bar = made._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    made.show_post(SHOWN["noisy"], NOW)
    picture(made)
    assert made.context.isVisible()
    assert bar.value() == before > 0


def test_a_conversation_that_is_told_again_keeps_the_keyboard(qtbot, look):
    made = pane(qtbot, look)
    made.show_post(SHOWN["ally asks"], NOW)
    answers = make_row(5, "We do."), make_row(6, "So do we.")
    made.context.show_thread(Thread(after=answers[1:]), NOW)
    made.activateWindow()
    link = next(one for one in made.context.findChildren(Prose) if one._links)._links[0]
    link.setFocus()
    qtbot.waitUntil(link.hasFocus)
    made.context.show_thread(Thread(after=answers[1:]), NOW)
    assert link.hasFocus()
    made.context.show_thread(Thread(before=answers[:1], after=answers[1:]), NOW)
    assert link.hasFocus()


def test_the_conversation_of_another_post_waits_until_it_is_known(qtbot, look):
    made = pane(qtbot, look)
    made.show_post(SHOWN["ally asks"], NOW)
    made.context.show_thread(Thread(after=(make_row(5, "We do."),)), NOW)
    made.show_post(SHOWN["plain"], NOW)
    assert made.context.isHidden()
