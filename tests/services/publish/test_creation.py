from datetime import timedelta
from decimal import Decimal
from itertools import count

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Deed, Outcome
from allybook.domain.errors import (
    BadInput,
    CreditsGone,
    Fate,
    Garbled,
    StorageError,
    Unreachable,
)
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Problem, Reason
from allybook.domain.reading.pages import Page
from allybook.services.books.edit import approve
from allybook.services.money.doubts import held_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.plan import plan_list
from tests.services.publish.conftest import NAMES, publish


@pytest.fixture
def go(desk, book, ticket):
    return lambda **how: publish(desk, plan_list(desk, book), ticket, **how)


def test_a_list_that_x_made_without_answering_is_found_again(desk, book, network, go):
    made = network.create_list

    def lost(name, description, *, private):
        made(name, description, private=private)
        raise Unreachable("X did not answer.")

    network.create_list = lost
    done = go()
    assert isinstance(done.error, Unreachable)
    assert (done.acts, done.waiting, done.list_id) == ((), (), "")
    network.create_list = made
    plan = plan_list(desk, book)
    assert "Look whether X made the list already" in [one.words for one in plan.quote.steps]
    assert not plan.quote.exact
    assert len(go().acts) == 3
    assert len(network.lists) == 1


def test_a_list_that_x_made_and_the_disk_did_not_keep_is_found_again(network, go):
    made = network.create_list

    def lost(name, description, *, private):
        made(name, description, private=private)
        raise StorageError("The disk is full.")

    network.create_list = lost
    assert isinstance(go().error, StorageError)
    network.create_list = made
    assert len(go().acts) == 3
    assert len(network.lists) == 1


def test_a_long_name_ends_so_that_x_keeps_it_as_it_is(desk):
    book = desk.shelf.create("Neighbours of Harbor Row and Wren Street")
    assert plan_list(desk, book).name == "Neighbours of Harbor Row"


def not_sent(kind):
    error = kind("Nothing went out.")
    error.fate = Fate.NOT_SENT
    return error


def test_who_never_said_who_they_are_is_asked_for_before_their_lists_are(
    desk, book, network, go, cut_off
):
    """On the practice network nobody signs in, and one may publish first of all."""
    desk.settings.write("me", "")
    assert (go().error, len(network.lists)) == (None, 1)
    assert (desk.settings.read("me"), network.asked.count("me")) == (network.me_.user_id, 1)


@pytest.mark.parametrize(
    "error", [CreditsGone("Used up."), *map(not_sent, (Unreachable, StorageError, Garbled))]
)
def test_what_x_certainly_did_not_make_is_not_looked_for(network, go, error):
    network.trouble["create_list"] = [error]
    assert go().error is error
    go()
    assert "owned_lists" not in network.asked


def test_where_the_pages_of_the_own_lists_lead_in_a_circle_no_second_list_is_made(
    desk, network, go
):
    network.trouble["create_list"] = [Unreachable("X did not answer.")]
    go()
    pages = count()

    def owned_lists(user_id, *, page=None):
        assert next(pages) < 50
        return Page((), "same")

    network.owned_lists = owned_lists
    done = go()
    assert isinstance(done.error, Garbled)
    assert "nobody knows whether it made this one" in str(done.error)
    assert (network.lists, network.asked.count("create_list")) == ({}, 1)
    assert held_this_month(desk)


@pytest.mark.parametrize(
    ("told", "known", "made"),
    [
        ("7", "older", 1),
        ("", "older", 1),
        ("9001", "older", 2),
        ("9001", "of another book", 2),
        # Killed before it was written down whose list it is, it may be this very one.
        ("9001", "only seen", 1),
    ],
)
def test_where_x_does_not_show_all_own_lists_no_second_one_is_made(
    desk, network, go, told, known, made
):
    """One that is known to be older than the attempt, or another book's, is not what it made."""
    before = desk.clock.now() - timedelta(days=9) if known == "older" else None
    mirrors = known == "of another book"
    older = replace(network.create_list("Older", "", private=True), created_at=before)
    desk.cache.save_list(older)
    if mirrors:
        desk.cache.set_mirror(desk.shelf.create("Second book").info.book_id, older.list_id)
    network.trouble["create_list"] = [Unreachable("X did not answer.")]
    go()
    network.unshown = (Problem(told, Reason.OTHER, "Sorry."),)
    done = go()
    assert isinstance(done.error, Garbled) is (made == 1)
    assert (f"kept back {told})" in done.stopped) is (made == 1 and told != "")
    # Where every list that X shows is another one, it made none.
    assert (len(network.lists), bool(held_this_month(desk))) == (made, not mirrors)


def test_a_list_of_the_same_name_is_not_taken_for_our_own(clock, network, go):
    network.trouble["create_list"] = [Unreachable("X did not answer.")]
    go()
    theirs = network.create_list("My allies", "", private=True)
    old = network.create_list("My allies", "", private=True)
    public = network.create_list("My allies", "", private=False)
    network.lists[theirs.list_id] = replace(theirs, members=3)
    network.lists[old.list_id] = replace(old, created_at=clock.now() - timedelta(days=9))
    done = go()
    assert done.list_id not in {theirs.list_id, old.list_id, public.list_id}


def test_a_public_list_is_made_only_where_that_is_said(desk, network, go):
    done = go(private=False)
    assert not network.lists[done.list_id].private
    made = [act for act in desk.outbox.acts() if act.deed is Deed.CREATE_LIST]
    assert [act.outcome for act in made] == [Outcome.CREATED]


@pytest.fixture
def cut_off(desk, network, go):
    """X made a private list, and its answer was lost."""
    network.trouble["create_list"] = [Unreachable("X did not answer.")]
    go()
    network.lists["7"] = XList("7", "My allies", private=True)
    network.on_lists["7"] = []
    assert held_this_month(desk) > 0


def test_a_cut_off_list_is_found_by_the_name_it_was_asked_under(
    desk, book, network, ticket, cut_off
):
    renamed = replace(plan_list(desk, book), name="Another name")
    assert len(publish(desk, renamed, ticket).acts) == 3
    assert (len(network.lists), held_this_month(desk)) == (1, 0)


def test_a_cut_off_list_is_found_where_x_does_not_say_who_sees_it(desk, network, go, cut_off):
    network.lists["7"] = replace(network.lists["7"], private=None)
    assert (go().list_id, list(network.lists)) == ("7", ["7"])
    assert [one.private for one in desk.cache.lists()] == [True]


def test_nobody_is_put_on_a_cut_off_list_of_another_privacy_unasked(desk, network, go, cut_off):
    done = go(private=False)
    assert isinstance(done.error, BadInput)
    assert "a private list" in done.stopped
    ((list_id, members),) = network.on_lists.items()
    assert (members, held_this_month(desk)) == ([], 0)
    assert go(private=False).list_id == list_id
    assert len(network.lists) == 1


def test_what_x_may_have_made_is_not_settled_while_a_new_list_could_be_it(
    desk, network, go, cut_off
):
    ((list_id, made),) = network.lists.items()
    network.lists[list_id] = replace(made, name="Renamed on X")
    held = held_this_month(desk)
    go()
    assert held_this_month(desk) == held


def test_where_x_shows_no_new_list_it_made_none(desk, network, go, cut_off):
    network.lists.clear()
    go()
    assert held_this_month(desk) == 0


def test_what_is_settled_of_one_list_says_nothing_about_that_of_another_book(
    desk, network, go, cut_off, ticket
):
    other = desk.shelf.create("Second book")
    nominate_handles(desk, other, NAMES)
    approve(desk, other, [ally.key for ally in other.allies()])
    network.trouble["create_list"] = [Unreachable("X did not answer.")]
    publish(desk, plan_list(desk, other), ticket)
    assert held_this_month(desk) == Decimal("0.02")
    assert go().list_id == "7"
    assert held_this_month(desk) == Decimal("0.01")
