"""Whom somebody named in posts is in the books of the group: that is found, and told."""

import pytest

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind
from allybook.domain.book.evidence import found_on
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import add_note
from allybook.services.books.several import create_book, discard_book
from allybook.services.forget.known import find_known
from allybook.services.forget.purge import purge_account
from allybook.services.people.nominate import nominate
from allybook.services.publish.lock import suspect, suspects
from tests.store.samples import HOME, a_post

JANE, BEN = "5", "6"
BY_JANE, BY_BEN = f"1908687024425530297:{JANE}", f"1908687024425530300:{BEN}"
ORG = Nominee("42", "NightOrg", Kind.ORGANISATION, evidence=(BY_JANE, BY_BEN, found_on(JANE)))


@pytest.fixture
def book(desk):
    desk.cache.save_accounts([Account(JANE, "jane"), Account(BEN, "ben")], desk.clock.now())
    desk.cache.save_posts([a_post(1, author_id=JANE)], HOME)
    nominate(desk, desk.book(), [ORG])
    return desk.book()


def test_it_is_told_and_the_ally_stays_as_it_was(desk, book):
    before = book.ally(ORG.key)
    known = find_known(desk, "@jane")
    assert (known.books, known.named, known.named_in) == ((), 1, ("My allies",))
    purge_account(desk, known, books=True)
    assert book.ally(ORG.key) == before
    again = find_known(desk, JANE)
    assert (again.kept, again.named, again.user_ids) == (False, 1, ())


def test_only_words_of_that_very_account_count(desk, book):
    assert book.named_by([JANE]) == {ORG.key}
    # The list with that number named nobody, nor did an account whose number ends alike.
    nominate(desk, book, [Nominee("43", "DayOrg", Kind.ORGANISATION, evidence=("190:15", "9:1"))])
    assert book.named_by([JANE]) == {ORG.key}
    assert book.named_by(["42", "190"]) == frozenset()
    assert find_known(desk, "7").named == 0


def test_a_book_in_the_trash_tells_it_too(desk, book):
    discard_book(desk, book.info.book_id)
    assert find_known(desk, "@jane").named_in == ("My allies",)


def test_words_of_the_group_about_others_stay_and_are_told(desk, book):
    other = create_book(desk, "Night shift")
    nominate(desk, other, [Nominee("43", "DayOrg", Kind.ORGANISATION)])
    add_note(desk, other, ["43"], "Janet and (@Jane) know them")
    known = find_known(desk, "@jane")
    assert (known.noted_in, known.named_in) == (("Night shift",), ("My allies",))
    purge_account(desk, known, books=True)
    again = find_known(desk, "@jane")
    assert (again.kept, again.noted_in) == (False, ("Night shift",))
    assert find_known(desk, "@janet").noted_in == ()


def test_a_note_about_the_person_is_no_word_about_others(desk, book):
    nominate(desk, book, [Nominee(JANE, "jane", Kind.PERSON)])
    add_note(desk, book, [JANE], "@jane comes on Mondays")
    assert find_known(desk, "@jane").noted_in == ()


def test_whom_x_refused_once_is_forgotten_as_well(desk, book):
    for who in (JANE, BEN):
        suspect(desk, who, desk.clock.now())
    purge_account(desk, find_known(desk, "@jane"))
    assert suspects(desk).keys() == {BEN}
