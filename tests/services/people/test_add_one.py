"""One account is added with care: whom one press makes an ally, and who is asked first."""

import pytest

from allybook.domain.book.came import Came
from allybook.domain.book.entry import Status
from allybook.domain.people.accounts import Account
from allybook.services.books import edit
from allybook.services.books.deeds import remember, take_back
from allybook.services.people.add_one import add_one
from allybook.services.people.nominate import nominate_handles

GROUP = Account("41", "HarborRowNetwork", "Harbor Row Network", "We open every day.")
PERSON = Account("42", "odalys_bk", "Odalys", "I write about housing.")
SHY = Account("43", "FernhillFamilies", "Fernhill Families Network", "We help. No lists please.")


@pytest.fixture
def book(desk):
    desk.cache.save_accounts([GROUP, PERSON, SHY], desk.clock.now())
    return desk.book()


def status(book, account):
    return book.ally(account.user_id).status


def test_an_organisation_is_an_ally_at_once_and_taken_back_as_one_act(desk, book):
    added = add_one(desk, book, GROUP)
    assert (added.came, status(book, GROUP)) == (Came.ALLY, Status.APPROVED)
    deed = remember(desk, "adding", {book.info.book_id: added.entries})
    take_back(desk, deed)
    assert book.ally("41").status is Status.REMOVED


@pytest.mark.parametrize(("who", "came"), [(PERSON, Came.PERSON), (SHY, Came.NO_LISTS)])
def test_a_person_and_whoever_says_no_lists_wait_in_the_inbox(desk, book, who, came):
    assert add_one(desk, book, who).came is came
    assert status(book, who) is Status.NOMINATED
    again = add_one(desk, book, who)
    assert (again.came, again.entries, status(book, who)) == (came, (), Status.NOMINATED)


@pytest.mark.parametrize(
    ("who", "stands"),
    [(GROUP, Status.APPROVED), (PERSON, Status.NOMINATED)],
    ids=["group", "person"],
)
def test_whoever_was_removed_comes_back_by_a_press(desk, book, who, stands):
    add_one(desk, book, who)
    edit.remove(desk, book, [who.user_id])
    add_one(desk, book, who)
    assert status(book, who) is stands


def test_a_nominated_organisation_is_approved_and_an_ally_stays_one(desk, book):
    nominate_handles(desk, book, [GROUP.handle])
    assert add_one(desk, book, GROUP).came is Came.ALLY
    again = add_one(desk, book, GROUP)
    assert (again.came, again.entries) == (Came.THERE, ())


def test_whom_the_book_calls_a_person_is_asked_whatever_the_bio_says(desk, book):
    nominate_handles(desk, book, [GROUP.handle])
    edit.set_fields(desk, book, [GROUP.user_id], {"kind": "person"})
    assert add_one(desk, book, GROUP).came is Came.PERSON
    assert status(book, GROUP) is Status.NOMINATED


def test_whoever_was_declined_waits_again_with_the_reason_and_can_be_taken_back(desk, book):
    nominate_handles(desk, book, [GROUP.handle])
    edit.decline(desk, book, [GROUP.user_id], "asked us not to list her")
    added = add_one(desk, book, GROUP)
    assert (added.came, added.reason) == (Came.DECLINED, "asked us not to list her")
    ally = book.ally(GROUP.user_id)
    assert (ally.status, ally.reason) == (Status.NOMINATED, "asked us not to list her")
    take_back(desk, remember(desk, "adding", {book.info.book_id: added.entries}))
    assert status(book, GROUP) is Status.DECLINED


@pytest.mark.parametrize("key", ["41", "@harborrownetwork"])
def test_whoever_opted_out_is_left_alone(desk, book, key):
    edit.opt_out(desk, book, [key])
    added = add_one(desk, book, GROUP)
    assert (added.came, added.entries) == (Came.OUT, ())
    assert {one.status for one in book.allies()} == {Status.OPTED_OUT}
