"""A weekly chat in the tab: the newest is open, and the others are offered."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from allybook.domain.changes import Changed
from allybook.domain.reading.sources import Origin, Source
from tests.domain.chat.weeks import FIRST, SECOND, dated, later

FILE = Source(Origin.FILE, "a")


@pytest.fixture
def weekly(room):
    """A tab that shows a chat of two weeks."""
    room.desk.cache.save_posts([*FIRST, *SECOND], FILE)
    room.tab.open_chat("#SwHelper")
    room.until(lambda: room.tab.chat and room.tab.held.isVisible())
    return room


def bring(room, posts):
    """Save posts, and tell so as an import does."""
    room.desk.cache.save_posts(posts, FILE)
    room.desk.announcer.announce(Changed(posts=True))


def shown(tab):
    return [post.post_id for post in tab.chat.posts]


def ids(posts):
    return [post.post_id for post in posts]


def days(tab):
    return [tab.held.days.itemText(place) for place in range(tab.held.days.count())]


def choose(room, place):
    days = room.tab.held.days
    days.setCurrentIndex(place)
    days.activated.emit(place)


def test_the_newest_is_open_and_the_others_are_offered(weekly):
    tab = weekly.tab
    assert shown(tab) == ids(SECOND)
    assert days(tab) == ["Apr 6, 2026", "Mar 30, 2026"]
    assert tab.held.days.currentIndex() == 0
    assert len(tab.details.model.rows()) == 3
    assert tab.header.subtitle.text().endswith("Apr 6")


def test_a_chat_of_another_year_says_so(room):
    old = [replace(post, created_at=post.created_at - timedelta(days=730)) for post in FIRST]
    room.desk.cache.save_posts(dated(old), FILE)
    room.tab.open_chat("#SwHelper")
    room.until(lambda: room.tab.chat and room.tab.chat.posts)
    assert room.tab.header.subtitle.text().endswith("Mar 30, 2024")


def test_the_number_beside_a_chat_counts_what_its_page_has(weekly):
    """Posts of a file and captured ones are of one chat: a capture does not hide the others."""

    def beside():
        """Return what a reader hears of the chosen chat."""
        return weekly.tab.places.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)

    number = len(FIRST) + len(SECOND)
    assert beside() == f"#SwHelper, {number}"
    one = later(SECOND[-1:], timedelta(hours=1))
    weekly.desk.cache.save_posts(one, Source(Origin.CHAT, "swhelper"))
    weekly.desk.announcer.announce(Changed(posts=True))
    weekly.until(lambda: shown(weekly.tab) == ids([*SECOND, *one]))
    assert beside() == f"#SwHelper, {number + 1}"


def test_another_week_is_shown_whole(weekly):
    tab = weekly.tab
    choose(weekly, 1)
    weekly.until(lambda: shown(tab) == ids(FIRST))
    assert tab.held.days.currentIndex() == 1
    assert tab.header.subtitle.text().endswith("Mar 30")
    assert [row.asked.words for row in tab.questions.rows().values()] == [
        "What did you read this month?",
        "How do you rest?",
    ]
    assert not tab.details.model.rows()


def test_a_week_that_was_chosen_stays_while_more_comes(weekly):
    tab = weekly.tab
    choose(weekly, 1)
    weekly.until(lambda: shown(tab) == ids(FIRST))
    third = later(SECOND)
    bring(weekly, third)
    weekly.until(lambda: tab.held.days.count() == 3)
    assert shown(tab) == ids(FIRST)
    assert tab.held.days.currentIndex() == 2
    tab.buying.ended.emit("another")
    weekly.until(lambda: True)
    assert shown(tab) == ids(FIRST)
    tab.buying.ended.emit("swhelper")
    weekly.until(lambda: shown(tab) == ids(third))


def test_who_opens_the_chat_anew_sees_the_newest(weekly):
    tab = weekly.tab
    choose(weekly, 1)
    weekly.until(lambda: shown(tab) == ids(FIRST))
    tab.open_chat("swhelper")
    weekly.until(lambda: shown(tab) == ids(SECOND))
    assert tab.held.days.currentIndex() == 0


def test_the_record_of_a_week_is_named_by_its_day(weekly):
    tab = weekly.tab
    choose(weekly, 1)
    weekly.until(lambda: shown(tab) == ids(FIRST))
    tab.save_button.click()
    (path,) = tab.findChild(QFileDialog).selectedFiles()
    assert path.endswith("SwHelper 2026-03-30.html")


def test_two_chats_of_one_day_are_told_apart_by_their_hours(weekly):
    tab = weekly.tab
    noon = [
        replace(post, text=f"Q{post.text[1]}: Number {post.text[1]}, where and when?")
        if post.author_id == "1"
        else post
        for post in later(SECOND, timedelta(hours=-6))
    ]
    bring(weekly, noon)
    weekly.until(lambda: tab.held.days.count() == 3)
    assert days(tab) == ["Apr 6, 2026, 7:01 PM", "Apr 6, 2026, 1:01 PM", "Mar 30, 2026"]
    tab.save_button.click()
    (path,) = tab.findChild(QFileDialog).selectedFiles()
    assert path.endswith("SwHelper 2026-04-06 19.01.html")


def test_a_week_stays_open_though_an_earlier_question_of_it_comes(weekly):
    tab = weekly.tab
    choose(weekly, 1)
    weekly.until(lambda: shown(tab) == ids(FIRST))
    asked = replace(FIRST[1], post_id="99", text="Q0: Who is here?")
    asked = replace(asked, created_at=FIRST[0].created_at + timedelta(minutes=80))
    hello = replace(FIRST[2], post_id="98", text="A0 me", created_at=asked.created_at)
    bring(weekly, [asked, hello])
    weekly.until(lambda: len(shown(tab)) == len(FIRST) + 2)
    assert tab.held.days.currentIndex() == 1


def test_a_chat_that_was_held_once_offers_no_others(room):
    room.desk.cache.save_posts(FIRST, FILE)
    room.tab.open_chat("#SwHelper")
    room.until(lambda: room.tab.chat and room.tab.chat.posts)
    assert not room.tab.held.isVisible()
    bring(room, SECOND)
    room.until(room.tab.held.isVisible)
