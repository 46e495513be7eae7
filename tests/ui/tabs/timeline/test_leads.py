"""Where a mention in a post leads: to an ally of any book, or to the posts of anybody else."""

import pytest

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind
from allybook.domain.filters.show import show
from allybook.domain.people.accounts import Account
from allybook.services.books.several import choose_book, create_book
from allybook.services.people.nominate import nominate, nominate_handles
from allybook.ui.delegates.spans import Hit, HitKind


def mention(handle):
    return Hit(HitKind.MENTION, handle)


@pytest.fixture
def books(desk):
    """Two books, the second of which knows somebody whom the first does not."""
    first, second = create_book(desk, "Harbour groups"), create_book(desk, "Night shelters")
    nominate_handles(desk, first, ["TamsinOdell"])
    nominate_handles(desk, second, ["HarborRowSN", "OakLanePantry"])
    choose_book(desk, first.info.book_id)
    return first, second


@pytest.fixture
def met(hub):
    """The record keys of allies that were asked for."""
    keys = []
    hub.ally_wanted.connect(keys.append)
    return keys


def test_an_ally_of_another_book_is_met_as_an_ally(books, open_tab, calm, met):
    tab = open_tab()
    for handle in ("TamsinOdell", "harborrowsn"):
        tab.leads.press(mention(handle))
        # The window did not wait for any book.
        assert len(met) < len(books)
        calm()
    [known] = [one.key for one in books[0].allies()]
    assert met == [known, next(o.key for o in books[1].allies() if o.handle == "HarborRowSN")]
    assert show(tab.bar.chosen) == ""


def test_an_ally_who_has_another_handle_now_is_met_by_either(
    desk, clock, books, open_tab, calm, met
):
    desk.cache.save_accounts([Account("31", "HarborRow", "Harbor Row")], clock.now())
    tab = open_tab()
    for handle in ("HarborRow", "HarborRowSN"):
        tab.leads.press(mention(handle))
        calm()
    assert met == ["31", "31"]


def test_of_anybody_else_the_posts_are_shown(desk, books, open_tab, calm, met):
    nominate(desk, books[0], [Nominee("#megadeals4good", "MegaDeals4Good", Kind.HASHTAG)])
    tab = open_tab()
    # A hashtag of the same name is somebody else.
    tab.leads.press(mention("MegaDeals4Good"))
    calm(lambda: show(tab.bar.chosen) == "from:MegaDeals4Good")
    assert met == []


def test_without_a_book_the_posts_are_shown_and_none_is_made(desk, open_tab, calm, met):
    tab = open_tab()
    tab.leads.press(mention("TamsinOdell"))
    calm(lambda: show(tab.bar.chosen) == "from:TamsinOdell")
    assert (met, list(desk.shelf.books())) == ([], [])


def test_who_follows_something_else_meanwhile_stays_there(books, open_tab, calm, met):
    tab = open_tab()
    tab.leads.press(mention("TamsinOdell"))
    tab.leads.press(Hit(HitKind.HASHTAG, "win"))
    calm(lambda: show(tab.bar.chosen) == "#win")
    assert met == []
