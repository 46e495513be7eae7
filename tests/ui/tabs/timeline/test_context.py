"""The conversation beside a post: what is shown, whichever conversation was shown before."""

from __future__ import annotations

from itertools import permutations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.services.timeline.thread import Thread
from allybook.ui.tabs.timeline.acts import PostActs
from allybook.ui.tabs.timeline.context import Context
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from tests.fakes.cards import NOW, make_row

ONE, TWO, THREE = make_row(1, "Who has beds?"), make_row(2, "We do."), make_row(3, "Ask us " * 40)
THREADS = {
    "both": Thread((ONE,), (TWO, THREE)),
    "before": Thread((ONE, THREE)),
    "after": Thread(after=(TWO,)),
    "unread": Thread(unknown=True),
    "cut": Thread((ONE, THREE), unknown=True),
    "long": Thread((ONE, THREE), longer=True),
    "passed on": Thread((ONE,), (TWO,), passes_on=True),
    "nothing": Thread(),
}


def pane(qtbot, look):
    made, context = QWidget(), Context(look)
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(context)
    made.resize(320, 600)
    made.show()
    return made, context


@pytest.mark.parametrize(("before", "after"), [*permutations(THREADS, 2)])
def test_a_conversation_looks_the_same_whichever_came_before(qtbot, look, before, after):
    (alone, fresh), (worn, used) = pane(qtbot, look), pane(qtbot, look)
    used.show_thread(THREADS[before], NOW)
    worn.grab()
    used.show_thread(THREADS[after], NOW)
    fresh.show_thread(THREADS[after], NOW)
    assert worn.grab().toImage() == alone.grab().toImage()
    assert used.isHidden() == fresh.isHidden() == (after == "nothing")


def test_lines_that_are_there_take_other_words(qtbot, look):
    _made, context = pane(qtbot, look)
    context.show_thread(THREADS["both"], NOW)
    lines = context.findChildren(Prose)
    context.show_thread(THREADS["after"], NOW)
    shown = [part for part in context.findChildren(Prose) if part.isVisible()]
    assert set(shown) <= set(lines)
    assert [part.text().partition(": ")[2] for part in shown] == ["We do."]
    headings = [part.text() for part in context.findChildren(Words) if part.isVisible()]
    assert headings == ["Answers"]


@pytest.mark.parametrize(
    ("thread", "said"),
    [
        ("cut", ["What came before was not read; “View on X” shows it."]),
        ("long", ["More came before; go to the first of these to see it."]),
        ("before", []),
    ],
)
def test_a_conversation_that_is_cut_says_so(qtbot, look, thread, said):
    _made, context = pane(qtbot, look)
    context.show_thread(THREADS["unread"], NOW)
    context.show_thread(THREADS[thread], NOW)
    told = [part.text() for part in context.findChildren(Prose) if part.isVisible()]
    assert [words for words in told if "came before" in words] == said


def test_a_repost_says_what_it_passes_on(qtbot, look):
    _made, context = pane(qtbot, look)
    context.show_thread(THREADS["both"], NOW)
    context.show_thread(THREADS["passed on"], NOW)
    headings = [part.text() for part in context.findChildren(Words) if part.isVisible()]
    assert headings == ["What it passes on", "Answers"]


def test_a_line_leads_to_its_own_post_after_another_one(qtbot, look):
    _made, context = pane(qtbot, look)
    context.show_thread(THREADS["before"], NOW)
    context.show_thread(THREADS["after"], NOW)
    line = next(part for part in context.findChildren(Prose) if part.isVisible())
    with qtbot.waitSignal(context.chosen) as told:
        line._links[0].click()
    assert told.args == ["2"]


def test_acts_bring_the_ground_of_the_pane(qtbot, look):
    acts = PostActs(look)
    qtbot.addWidget(acts)
    acts.resize(300, 400)
    corner = acts.grab().toImage().pixelColor(299, 0)
    assert corner == look.colour("panel")
