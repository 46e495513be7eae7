"""What the eye finds in the timeline: where lists open, what is framed, what counts as quiet."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from allybook.domain.mutes import Spell
from allybook.domain.posts import id_at
from allybook.domain.reading.gaps import Gap
from allybook.domain.reading.sources import Origin, Source
from allybook.ui.models.posts import Explanation, PostRow, sentence
from allybook.ui.tabs.timeline.left_out import say_gap, say_short
from allybook.ui.tabs.timeline.saying import say_days
from allybook.ui.tour.album import GERMAN, spoken
from allybook.ui.widgets.avatar import Who, letters_of
from allybook.ui.widgets.chips import Chip
from tests.fakes.cards import make_post
from tests.ui.conftest import RESOURCES

TODAY = date(2026, 3, 31)


@pytest.fixture
def tab(open_tab):
    return open_tab()


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 3, 4), TODAY, "Mar 4 to 31"),
        (date(2026, 2, 4), TODAY, "Feb 4 to Mar 31"),
        (TODAY, TODAY, "Mar 31"),
        (date(2025, 3, 4), date(2025, 3, 5), "Mar 4, 2025 to Mar 5, 2025"),
        (date(2025, 3, 4), date(2025, 3, 4), "Mar 4, 2025"),
    ],
)
def test_days_of_one_month_name_it_once(first, last, said):
    assert say_days((first, last), TODAY) == said


@pytest.mark.parametrize(("apart", "about"), [(0, "around"), (61, "between")])
def test_a_gap_within_a_minute_names_it_once(clock, apart, about):
    now = clock.now()
    newer = now.replace(second=0)
    older = newer.timestamp() - apart
    ends = id_at(type(now).fromtimestamp(older, now.tzinfo)), id_at(newer)
    said = say_gap(Gap(Source(Origin.HOME), "", *ends, 1), now)
    assert about in said
    assert said.count("9:00\u00a0AM") == 1


@pytest.mark.parametrize("source", ["", "Safe Roof"])
def test_one_post_was_not_read_and_two_were_not_in_german(clock, source):
    now = clock.now()
    ends = id_at(now - timedelta(days=9)), id_at(now)
    gaps = [Gap(Source(Origin.HOME), "", *ends, about) for about in (1, 2)]
    with spoken(RESOURCES / "translations", GERMAN):
        one, two = (say_gap(gap, now, source) for gap in gaps)
        short = [say_short(gap) for gap in gaps]
    assert one.startswith(f"Etwa 1 Beitrag{f' von {source}' if source else ''} zwischen")
    assert one.endswith("wurde nicht gelesen.")
    assert two.endswith("wurden nicht gelesen.")
    assert short == [
        "Etwa 1 Beitrag wurde nicht gelesen.",
        "Etwa 2 Beiträge wurden nicht gelesen.",
    ]


def test_completions_open_below_the_bar_as_wide_as_their_words(tab, qtbot, calm):
    field = tab.bar.field
    field.setFocus()
    qtbot.keyClicks(field, "has:")
    popup = tab.bar.completer.popup()
    qtbot.waitUntil(popup.isVisible)
    tab.bar.completer._make_list()
    below = tab.bar.mapToGlobal(QPoint(0, tab.bar.height())).y()
    qtbot.waitUntil(lambda: popup.y() == below + 4)
    assert popup.width() < tab.bar.width() / 2
    popup.hide()


def test_a_chip_is_framed_while_it_is_asked_about(tab, look, calm):
    tab.show_filter("#swhelper -is:repost")
    calm()
    chip = tab.bar.findChildren(Chip)[0]

    def edge():
        return chip.grab().toImage().pixelColor(chip.width() // 2, 0)

    before = edge()
    chip.click()
    menu = QApplication.activePopupWidget()
    assert edge() == look.colour("focus")
    assert menu.y() > chip.mapToGlobal(QPoint(0, chip.height())).y()
    menu.close()
    assert edge() == before


def test_muted_posts_count_as_quiet_ones(tab, calm):
    tab.muting.mute_words("beds", Spell.WEEK)
    calm(tab.note.isVisible)
    tab.show_filter("is:muted")
    calm(lambda: not tab.strip.kept.isVisible())
    assert tab.strip.quiet.words.text() == f"quiet {len(tab.sight.order)}"
    assert not tab.strip.with_quiet.isVisible()
    assert sum(day.kept for day in tab.sight.days) == 0
    assert sum(day.quiet for day in tab.sight.days) == len(tab.sight.order)


def test_where_there_is_no_post_none_can_be_chosen(tab, calm):
    tab.show_filter("lighthouse")
    calm(tab.nothing.isVisible)
    assert tab.details.nothing.text() == ""
    tab.show_filter("")
    calm(lambda: tab.view.isVisible() and tab.sight.whole)
    assert tab.details.nothing.text() == "Choose a post to read it here."


def test_who_is_not_known_by_name_has_a_question_mark(tab):
    index = tab.model.index(0, 0)
    shown = tab.model.row_at(index.row())
    assert isinstance(shown, PostRow)
    known, nameless = shown, replace(shown, row=replace(shown.row, author=None))
    letters = [letters_of(Who(one.known_name, one.kind, "1")) for one in (known, nameless)]
    assert letters[0].isalpha()
    assert letters[1] == "?"


def test_an_address_is_not_spelled_and_a_text_ends(tab, clock):
    shown = tab.model.row_at(0)
    text = "Beds: https://www.beds.example/tonight?x=1 and #SwHelper"
    row = replace(shown.row, post=replace(make_post(1, text), created_at=clock.now()))
    said = sentence(replace(shown, row=row, why=Explanation(("ally",))), clock.now())
    assert said.endswith("Beds: link to beds.example and #SwHelper. kept: ally.")


def test_a_reader_hears_with_the_field_what_is_wrong(tab):
    tab.bar.field.setText("is:nonsense")
    tab.bar.field.returnPressed.emit()
    assert "nonsense" in tab.bar.field.accessibleDescription()
    tab.bar.field.setText("beds")
    tab.bar.field.returnPressed.emit()
    assert tab.bar.field.accessibleDescription() == ""


def test_a_date_is_never_broken_from_its_month(clock):
    now = clock.now()
    ends = id_at(now - timedelta(days=9)), id_at(now)
    said = say_gap(Gap(Source(Origin.HOME), "", *ends, 293), now)
    day = (now - timedelta(days=9)).day
    assert f"Mar\u00a0{day}, 9:00\u00a0AM" in said
