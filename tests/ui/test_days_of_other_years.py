"""A day of another year is told with its year, wherever the window tells of one."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt

from allybook.domain.book.ally import Version
from allybook.domain.book.entry import Author, Field, Stamp
from allybook.domain.check.followback import Answer, Glimpse, Side
from allybook.services.books.algebra import RollKey
from allybook.services.check.plan import PAGES
from allybook.services.check.readings import together
from allybook.ui import wording
from allybook.ui.charts.day_bar import bucket_text
from allybook.ui.charts.days import Bucket
from allybook.ui.models.findings import FindingRow, known_text
from allybook.ui.tabs.allies.books.recipes import origin_words
from allybook.ui.tabs.allies.conflict import Conflict
from allybook.ui.tabs.allies.inbox import Inbox
from allybook.ui.tabs.allies.nobody import CHAT, emptiness
from allybook.ui.tabs.allies.page import Hint
from allybook.ui.tabs.allies.sayings import ChatDay
from allybook.ui.tabs.followback.band import Band
from allybook.ui.tabs.followback.places import pair_words, reading_words
from allybook.ui.widgets.prose import Prose

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
THEN = datetime(2024, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def glimpses(moment, people=10):
    return [Glimpse(side, moment, PAGES, complete=True, people=people) for side in Side]


def stamp(moment):
    return Stamp(round(moment.timestamp() * 1000))


def test_only_another_year_is_told():
    assert wording.dated(NOW.date(), NOW) == "Nov 23"
    assert wording.dated(THEN.date(), NOW) == "Nov 23, 2024"
    assert wording.dated(date(2027, 1, 1), NOW) == "Jan 1, 2027"


def test_readings_of_the_same_day_two_years_apart_differ():
    new, old = together([*glimpses(NOW), *glimpses(THEN)])
    assert reading_words(new, NOW) == "Nov 23, complete"
    assert reading_words(old, NOW) == "Nov 23, 2024, complete"
    assert pair_words((old, new), NOW) == "Nov 23, 2024 to Nov 23"


def test_what_an_answer_is_known_from():
    row = FindingRow("1", "Ana", "ana", Answer.FAN, source="look-up", as_of=THEN)
    assert known_text(row, NOW) == "look-up, Nov 23, 2024"


def test_how_our_followers_went(look, qtbot):
    band = Band(look, Qt.Edge.BottomEdge)
    qtbot.addWidget(band)
    old = Glimpse(Side.FOLLOWERS, THEN, PAGES, complete=True, people=10)
    band.show_followers([old], NOW)
    assert band.change.text() == "first read on Nov 23, 2024"
    new = Glimpse(Side.FOLLOWERS, NOW, PAGES, complete=True, people=12)
    band.show_followers([old, new], NOW)
    assert band.change.text() == "2 more since Nov 23, 2024"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((THEN,), "from the #SwHelper chat of Nov 23, 2024"),
        ((NOW, THEN), "from the #SwHelper chats of Nov 23, 2024 to Nov 23"),
        ((NOW,), "from the #SwHelper chat of Nov 23"),
    ],
)
def test_where_nominations_come_from(look, qtbot, days, words):
    inbox = Inbox(look, lambda: NOW)
    qtbot.addWidget(inbox)
    inbox.show_rows((), [ChatDay("SwHelper", one.date()) for one in days])
    assert inbox.head.accessibleDescription() == words


def test_the_chat_that_an_empty_book_may_begin_with():
    said = partial(emptiness, Hint(ChatDay("SwHelper", THEN.date()), 9))
    way = next(one for one in said(NOW).ways if one.key == CHAT)
    assert way.sentence.startswith("#SwHelper on Nov 23, 2024: ")
    assert "2024" not in next(one.sentence for one in said(THEN).ways if one.key == CHAT)


def test_when_a_list_was_read():
    roll = RollKey("9", "Partners", is_list=True, as_of=THEN)
    assert origin_words(roll, NOW) == "Partners, list read Nov 23, 2024"


def test_when_two_versions_were_written(look, qtbot):
    ana, ben = Author("Ana", "1"), Author("Ben", "2")
    versions = [
        Version("b", "food", ben, stamp(NOW - DAY)),
        Version("a", "housing", ana, stamp(THEN)),
    ]
    card = Conflict(look, Field.CATEGORY, versions, NOW)
    qtbot.addWidget(card)
    assert "Nov 23, 2024 and Nov 22" in " ".join(one.text() for one in card.findChildren(Prose))


def test_bars_of_several_days_tell_the_year():
    bucket = Bucket(date(2024, 12, 30), date(2025, 1, 5), 3, 0)
    assert bucket_text(bucket) == "Dec 30, 2024 to Jan 5, 2025: 3 kept, 0 quiet"
