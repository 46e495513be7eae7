"""A chat as it is opened: one week of several, its record marked wherever a question was asked."""

from datetime import timedelta

import pytest

from allybook.domain.reading.hours import Hours
from allybook.domain.reading.sources import Origin, Source
from allybook.services.chats.chat import find_sittings, open_chat, read_sitting
from allybook.services.chats.transcribe import as_markdown, transcript
from tests.domain.chat.weeks import FIRST, SECOND, WEEK, dated, later

TAG = "SwHelper"
DAY = timedelta(days=1)
EARLY = later([post for post in SECOND if post.author_id == "1"], -DAY)


@pytest.fixture
def weeks(desk):
    """A desk with two weeks of a chat; the questions of the second were published before it."""
    desk.cache.save_posts([*FIRST, *EARLY, *SECOND], Source(Origin.FILE, "a"))
    return desk


def ids(posts):
    return [post.post_id for post in posts]


def test_the_newest_is_opened_and_each_can_be(weeks):
    assert ids(open_chat(weeks, TAG).posts) == ids([*EARLY, *SECOND])
    first, second = find_sittings(weeks, TAG)
    assert ids(read_sitting(weeks, TAG, first).posts) == ids(FIRST)
    assert read_sitting(weeks, TAG, second) == open_chat(weeks, TAG)


def test_the_newest_of_a_time_is_opened(desk):
    posts, start = dated([*FIRST, *SECOND]), FIRST[0].created_at
    desk.cache.save_posts(posts, Source(Origin.FILE, "a"))
    both = open_chat(desk, TAG, Hours(start=start, end=start + WEEK + DAY))
    assert both == open_chat(desk, TAG)
    assert ids(both.posts) == ids(posts[len(FIRST) :])
    before = open_chat(desk, TAG, Hours(end=start + DAY))
    assert ids(before.posts) == ids(posts[: len(FIRST)])


def test_nothing_is_no_chat(desk):
    assert find_sittings(desk, TAG) == ()
    assert open_chat(desk, TAG).posts == ()


def test_a_question_is_marked_wherever_it_was_asked(weeks):
    chat = open_chat(weeks, TAG)
    marks = {line.post_id: line.question for line in transcript(weeks, chat).lines}
    asked = [marks[post.post_id] for post in (*EARLY, SECOND[1], SECOND[3])]
    assert asked == ["Q1", "Q2", "Q1", "Q2"]
    assert as_markdown(weeks, chat).startswith("# #SwHelper, 6 April 2026")
