"""What a trainer projects in German is German whole, also where there is nothing to see yet."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from allybook.services.books.edit import approve
from allybook.services.people.nominate import nominate_handles
from allybook.services.people.resolve import resolve_handles
from allybook.services.sign_in.who import sign_in
from allybook.ui.tour.album import GERMAN, spoken
from allybook.ui.widgets.prose import Prose
from tests.fakes.desk import Patience
from tests.ui.conftest import RESOURCES

HANDLES = ("KestrelYard", "CinderpathCafe", "AshgroveTenants")
ENGLISH = {"the", "and", "of", "for", "is", "are", "who", "with", "not", "what", "once", "you"}


@pytest.fixture(autouse=True)
def german(qapp):
    with spoken(RESOURCES / "translations", GERMAN):
        yield


@pytest.fixture
def settled(german, settled):
    return settled


def english_in(page):
    """Return what a page says with English words in it."""
    parts = page.findChildren(QLabel) + page.findChildren(QPushButton) + page.findChildren(Prose)
    said = {part.text() for part in parts if hasattr(part, "text")}
    said |= {part.accessibleName() for part in parts}
    said |= {part.accessibleDescription() for part in parts}
    return sorted(words for words in said if ENGLISH & set(words.casefold().split()))


def test_the_empty_pages_speak_german(german, stage, settled):
    timeline, chats = stage.window.timeline(), stage.window.chats()
    settled(lambda: timeline.empty is not None)
    followback = stage.window.followback()
    settled(lambda: followback.empty is not None and "check" in followback.empty.ways)
    chats.open_chat("swhelper")
    settled(lambda: chats.body.currentWidget() is chats.nothing)
    pages = (timeline.empty, followback.empty, chats.start, chats.nothing)
    assert [english_in(page) for page in pages] == [[], [], [], []]


def test_the_card_of_a_first_publishing_says_how_many_members(desk, stage, book_shown, settled):
    sign_in(desk)
    resolve_handles(desk, HANDLES, Patience())
    nominate_handles(desk, desk.book(), HANDLES)
    approve(desk, desk.book(), [ally.key for ally in desk.book().allies()])
    tab = stage.window.allies()
    book_shown(tab)
    settled(tab.publisher.button.isVisible)
    tab.publisher.button.click()
    settled(lambda: tab.publisher.dialog is not None)
    sentence = tab.publisher.dialog._view.sentence
    assert sentence.startswith("Auf X entsteht eine neue Liste „My allies“: 3 Mitglieder aus ")
