"""The words of a filter as people type and read them: questions, dashes, “or”, pasted addresses."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.noise.asking import asks
from allybook.services.reading.capture import chat_source
from allybook.ui.models.roles import SENTENCE
from tests.stories.test_timeline import go_to

CHAT = chat_source("swhelper")


@pytest.fixture
def write(qtbot, timeline, settled):
    """Return a function that pastes a filter, lays it down, and waits for what it shows."""

    def take(text):
        if timeline.bar.chosen != EVERYTHING:
            timeline.bar.as_text.click()
        timeline.bar.field.setFocus()
        timeline.bar.field.selectAll()
        timeline.bar.field.insert(text)
        qtbot.keyClick(timeline.bar.field, Qt.Key.Key_Return)
        settled(lambda: timeline.sight.wish.chosen == parse(text) and timeline.sight.whole)

    return take


def test_questions_are_what_people_ask_and_what_the_host_numbers(desk, timeline, settled):
    go_to(timeline, "Questions")
    settled(lambda: timeline.header.title.text() == "Questions" and timeline.sight.whole)
    kept = desk.cache.posts(CHAT)
    order = set(timeline.sight.order)
    found = {post.text for post in kept if int(post.post_id) in order}
    assert len(found) > 20
    assert all(map(asks, found))
    for number in (1, 2, 3, 4, 5, 6):
        assert any(text.startswith(f"Q{number}") for text in found)
    assert any("What is a hashtag for, in one sentence?" in text for text in found)


def test_a_dash_of_a_phone_leaves_out_as_a_minus_does(timeline, write):
    write("#swhelper –is:repost")  # noqa: RUF001 (the dash that phones type)
    assert show(timeline.bar.chosen) == "#swhelper -is:repost"
    assert timeline.model.rowCount() > 0


def test_a_name_from_a_chat_program_names_somebody_in_spite_of_what_nobody_sees(
    desk, timeline, write
):
    named = next(post.mentions[0].handle for post in desk.cache.posts(CHAT) if post.mentions)
    write(f"\u2068@{named}\u2069\u200e")
    assert show(timeline.bar.chosen) == f"@{named}"
    assert timeline.model.rowCount() > 0


def test_a_german_or_is_mended_by_one_press(qtbot, timeline, settled):
    timeline.bar.field.setFocus()
    timeline.bar.field.insert("housing ODER #swhelper")
    qtbot.keyClick(timeline.bar.field, Qt.Key.Key_Return)
    assert timeline.note.isVisible()
    timeline.bar.mend()
    settled(lambda: show(timeline.bar.chosen) == "housing OR #swhelper")


def test_a_small_or_that_finds_nothing_is_explained(timeline, write):
    write("zebra or giraffe")
    assert timeline.model.rowCount() == 0
    assert "write: zebra OR giraffe" in timeline.nothing.sentence.text()


def test_what_says_nearly_the_same_is_left_out_by_its_word(desk, timeline, write):
    write("is:copy")
    assert timeline.model.rowCount() > 0
    for row in range(timeline.model.rowCount()):
        assert "nearly the same" in timeline.model.index(row, 0).data(SENTENCE)
    copies = set(timeline.sight.order)
    assert copies == set(desk.cache.order(parse("is:copy"))) != set()
    write("-is:copy")
    assert timeline.model.rowCount() > 0
    assert not copies & set(timeline.sight.order)


def test_an_alert_says_by_which_of_many_words_it_is_kept(timeline, settled):
    go_to(timeline, "Action alerts")
    settled(lambda: timeline.header.title.text() == "Action alerts" and timeline.sight.whole)
    said = [timeline.model.index(row, 0).data(SENTENCE) for row in range(2)]
    assert "“action alert”" in said[0]
    assert "“deadline”" in said[1]
    assert not any(word in one for word in ("“ring”", "“tell”") for one in said)
