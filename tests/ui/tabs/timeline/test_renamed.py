"""A book gets another name while the timeline shows it: the page goes along."""

import pytest

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
