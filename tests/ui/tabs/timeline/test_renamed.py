"""A book gets another name while the timeline shows it: the page goes along."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.services.books.edit import approve
from allybook.services.books.several import rename_book
from allybook.services.people.nominate import nominate_handles
from allybook.services.timeline.views import save_view, views
from tests.ui.tabs.timeline.hands import go_to, words

POSTS = 21


@pytest.fixture
def book(desk):
    """A book with the one who wrote most posts."""
    book = desk.book()
    nominate_handles(desk, book, ["HarborRowSN"])
    approve(desk, book, [one.key for one in book.allies()])
    return book


def shown(tab):
    return show(tab.bar.chosen), tab.sight.whole and tab.model.rowCount(), tab.header.title.text()


def test_the_page_of_a_book_goes_by_its_new_name(desk, book, open_tab, calm):
    tab = open_tab()
    go_to(tab, "My allies")
    calm(lambda: shown(tab) == ('in:"My allies" -is:repost', POSTS, "My allies"))
    place = tab.places.current()
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: shown(tab) == ("in:Friends -is:repost", POSTS, "Friends"))
    assert tab.places.current() == place


def test_a_view_that_names_it_is_shown_and_kept_by_the_new_name(desk, book, open_tab, calm):
    save_view(desk, "Beds of ours", 'in:"My allies" beds')
    tab = open_tab()
    go_to(tab, "Beds of ours")
    calm(lambda: shown(tab) == ('in:"My allies" beds', POSTS - 1, "Beds of ours"))
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: shown(tab) == ("in:Friends beds", POSTS - 1, "Beds of ours"))
    tab.bar.changed.emit(parse("in:Friends beds tonight"))
    tab.bar.show_filter(parse("in:Friends beds tonight"))
    tab.keeping.keep("Beds of ours")
    calm(lambda: views(desk)[-1].text == "in:Friends beds tonight")
    assert [one.name for one in views(desk) if one.own] == ["Beds of ours"]


def test_what_was_typed_beside_it_stays_as_it_was_typed(desk, book, open_tab, calm):
    tab = open_tab()
    go_to(tab, "My allies")
    calm(lambda: shown(tab)[1] == POSTS)
    tab.show_filter('in:"My allies" tonight')
    calm(lambda: shown(tab)[1] == POSTS - 1)
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: tab.model.rowCount() == 0 and "Friends" in words(tab))
    assert show(tab.bar.chosen) == 'in:"My allies" tonight'


def test_the_current_post_stays_current(desk, book, open_tab, calm):
    tab = open_tab()
    go_to(tab, "My allies")
    calm(lambda: shown(tab)[1] == POSTS)
    tab.view.setCurrentIndex(tab.model.index(7, 0))
    post = tab.view.current_key()
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: shown(tab) == ("in:Friends -is:repost", POSTS, "Friends"))
    calm(lambda: tab.view.current_key() == post)
    assert tab.model.row_of(post) == 7


def test_so_it_does_where_nothing_was_found_by_the_old_name_meanwhile(desk, book, open_tab, calm):
    tab = open_tab()
    go_to(tab, "My allies")
    calm(lambda: shown(tab)[1] == POSTS)
    tab.view.setCurrentIndex(tab.model.index(7, 0))
    post, before = tab.view.current_key(), tab.sight
    tab._take(replace(before, order=before.order[:0], kept=0))
    assert tab.view.current_key() is None
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: shown(tab) == ("in:Friends -is:repost", POSTS, "Friends"))
    calm(lambda: tab.view.current_key() == post)


@pytest.mark.parametrize("typed", ["bed", "likes>", 'from:"'])
def test_a_part_that_is_half_written_stays(desk, book, open_tab, calm, qtbot, typed):
    tab = open_tab()
    go_to(tab, "My allies")
    calm(lambda: shown(tab)[1] == POSTS)
    qtbot.keyClicks(tab.bar.field, typed)
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: shown(tab)[:2] == ("in:Friends -is:repost", POSTS))
    assert tab.bar.field.text() == typed


def test_so_does_what_is_not_understood_and_what_is_wrong_with_it(
    desk, book, open_tab, calm, qtbot
):
    tab = open_tab()
    go_to(tab, "My allies")
    calm(lambda: shown(tab)[1] == POSTS)
    qtbot.keyClicks(tab.bar.field, "wrong:beds")
    qtbot.keyClick(tab.bar.field, Qt.Key.Key_Return)
    error = tab.bar.error
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: shown(tab)[:2] == ("in:Friends -is:repost", POSTS))
    assert (tab.bar.field.text(), tab.bar.error) == ("wrong:beds", error)


def test_a_chip_that_is_edited_is_still_the_one_that_changes(desk, book, open_tab, calm, qtbot):
    tab = open_tab()
    save_view(desk, "Ours", 'in:"My allies" beds')
    calm(lambda: "Ours" in words(tab))
    go_to(tab, "Ours")
    calm(lambda: shown(tab)[1] == POSTS - 1)
    tab.bar.asking.text_wanted.emit(parse("beds"))
    qtbot.keyClicks(tab.bar.field, "tonight")
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: shown(tab)[:2] == ("in:Friends beds", POSTS - 1))
    assert tab.bar.field.text() == "tonight"
    qtbot.keyClick(tab.bar.field, Qt.Key.Key_Return)
    assert show(tab.bar.chosen) == "in:Friends tonight"


def test_a_filter_that_is_written_on_as_text_goes_on_with_the_name_of_today(
    desk, book, open_tab, calm, qtbot
):
    tab = open_tab()
    go_to(tab, "My allies")
    calm(lambda: shown(tab)[1] == POSTS)
    tab.bar.as_text.click()
    qtbot.keyClicks(tab.bar.field, " toni")
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: shown(tab)[:2] == ("in:Friends -is:repost", POSTS))
    assert tab.bar.field.text() == "in:Friends -is:repost toni"
    qtbot.keyClicks(tab.bar.field, "ght")
    assert tab.bar.field.text() == "in:Friends -is:repost tonight"
    qtbot.keyClick(tab.bar.field, Qt.Key.Key_Return)
    calm(lambda: shown(tab)[0] == "in:Friends -is:repost tonight")


def test_what_was_written_before_the_name_stays_as_far_as_it_came(
    desk, book, open_tab, calm, qtbot
):
    tab = open_tab()
    go_to(tab, "My allies")
    calm(lambda: shown(tab)[1] == POSTS)
    tab.bar.as_text.click()
    tab.bar.field.setCursorPosition(0)
    qtbot.keyClicks(tab.bar.field, "toni ")
    typed = tab.bar.field.text()
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: shown(tab)[:2] == ("in:Friends -is:repost", POSTS))
    assert tab.bar.field.text() == typed
    qtbot.keyClick(tab.bar.field, Qt.Key.Key_Escape)
    assert tab.bar.field.text() == "in:Friends -is:repost"


def test_a_chip_that_is_edited_has_the_name_of_today_in_its_field(
    desk, book, open_tab, calm, qtbot
):
    tab = open_tab()
    go_to(tab, "My allies")
    calm(lambda: shown(tab)[1] == POSTS)
    tab.bar.asking.text_wanted.emit(parse('in:"My allies"'))
    rename_book(desk, book.info.book_id, "Friends")
    calm(lambda: shown(tab)[:2] == ("in:Friends -is:repost", POSTS))
    assert tab.bar.field.text() == "in:Friends"
    qtbot.keyClick(tab.bar.field, Qt.Key.Key_Return)
    assert show(tab.bar.chosen) == "in:Friends -is:repost"
