"""In every state of the tour, on each screen and in the longer language, nothing is cut."""

from contextlib import nullcontext

import pytest

from allybook.services.reading.refresh import refresh
from allybook.ui.tabs.followback.page import LEAST_ROWS
from allybook.ui.tour.album import FOLDED, GERMAN, NARROW, SIZE, spoken
from allybook.ui.tour.moments import Moments
from allybook.ui.tour.states import close_all, small_states, timeline_states
from tests.fakes.desk import Patience
from tests.stories.test_moments import VOICES, bring
from tests.stories.whole import flaws
from tests.ui.conftest import RESOURCES

__all__ = ["bring"]

LARGE_LETTERS = (640, 400)
"""What letters of twice the size leave on a laptop."""
ENGLISH = ""
SCREENS = [
    (SIZE, ENGLISH),
    (NARROW, GERMAN),
    (FOLDED, ENGLISH),
    (FOLDED, GERMAN),
    (LARGE_LETTERS, ENGLISH),
    (LARGE_LETTERS, GERMAN),
]
TABS = ("allies", "followback", "chats")


@pytest.fixture
def read(read, desk):
    """The chat, and some of the home timeline."""
    refresh(desk, Patience(), most=100)


@pytest.fixture(params=SCREENS, ids=lambda screen: f"{screen[0][0]}-{screen[1] or 'en'}")
def screen(request, stage):
    size, language = request.param
    catalogues = RESOURCES / "translations"
    with spoken(catalogues, language) if language else nullcontext():
        stage.window.resize(*size)
        yield size


def test_of_the_timeline(screen, stage, desk, timeline, bring):
    moments = Moments(stage, desk, VOICES)
    found = {}
    for name, state in {**timeline_states(), **small_states(), **moments.every()}.items():
        stage.window.activateWindow()
        bring(state)
        if seen := flaws():
            found[name] = seen
        close_all(timeline)
        moments.rest()
    assert stage.window.size().toTuple() == screen
    assert found == {}


def test_of_the_other_tabs(screen, stage, read, settled):
    found = {}
    chats = stage.window.chats()
    for full in (False, True):
        if full:
            chats.open_chat("swhelper")
            settled()
            chats.inbox_button.click()
            settled()
        for key in TABS:
            stage.window.shell.pages.finish(key)
            stage.window.shell.show_page(key)
            settled()
            if seen := flaws():
                found[key, full] = seen
    stage.window.welcome()
    settled()
    assert flaws() == []
    assert stage.window.size().toTuple() == screen
    assert found == {}


def test_of_a_check_in_which_every_flag_was_met(screen, stage, read, settled):
    page = stage.window.shell.pages.finish("followback")
    stage.window.shell.show_page("followback")
    settled(lambda: page.empty is not None)
    page.show_list()
    page.sifter.show_counts(dict.fromkeys(page.sifter.chips, 1_000))
    settled(page.findings.isVisible)
    assert flaws() == []
    shown = [chip for chip in page.sifter.chips.values() if chip.isVisible()]
    assert len(shown) == len(page.sifter.chips)
    assert page.findings.height() >= LEAST_ROWS
    assert stage.window.size().toTuple() == screen
