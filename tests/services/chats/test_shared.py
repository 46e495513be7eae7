"""Whom a chat shared is one ally, whether a post tells the user id or the handle alone."""

from datetime import timedelta

import pytest

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve, decline
from allybook.services.books.opt_outs import opt_out_for_ever
from allybook.services.chats.chat import open_chat
from allybook.services.chats.shared import identify_shared, known_allies, nominees_of
from allybook.services.people.nominate import nominate

PEOPLE = {"41": "ShelterLine", "42": "NightOrg", "43": "GoodOrg"}
DAY = timedelta(days=1)


@pytest.fixture
def chat(desk, clock):
    """Return what reads a chat whose one answer names these, each with an id or without one."""

    def read(*mentions):
        names = " and ".join(f"@{one.handle}" for one in mentions)
        texts = ("9", "Q1 Which orgs should we follow? #tea"), ("5", f"A1 follow {names} #tea")
        start = clock.now() - DAY
        posts = [
            Post(id_at(start, sequence=n), author, start, text, hashtags=("tea",))
            for n, (author, text) in enumerate(texts)
        ]
        posts[1] = Post(
            posts[1].post_id, "5", start, posts[1].text, hashtags=("tea",), mentions=mentions
        )
        desk.cache.save_posts(posts, Source(Origin.FILE, "tags.csv"))
        return open_chat(desk, "tea")

    return read


@pytest.fixture
def decided(desk):
    """Return a book that declined one, opted one out and approved one, all known by id."""
    book = desk.book()
    nominate(desk, book, [Nominee(*one, Kind.ORGANISATION) for one in PEOPLE.items()])
    decline(desk, book, ["41"], "scam")
    opt_out_for_ever(desk, book, ["42"])
    approve(desk, book, ["43"])
    return book


def statuses(book):
    return {ally.key: ally.status for ally in book.allies()}


@pytest.mark.parametrize("cached", [False, True])
def test_who_was_decided_on_does_not_come_back_by_handle_alone(
    desk, clock, chat, decided, *, cached
):
    if cached:
        desk.cache.save_accounts([Account(*one) for one in PEOPLE.items()], clock.now())
    before = statuses(decided)
    found = chat(*map(Mention, PEOPLE.values()))
    nominate(desk, decided, nominees_of(desk, decided, found))
    assert statuses(decided) == before
    known = known_allies(desk, decided, identify_shared(desk, decided, found))
    assert {key: ally.status for key, ally in known.items()} == before


def test_who_is_in_no_book_is_known_by_the_cache(desk, clock, chat):
    desk.cache.save_accounts([Account("41", "ShelterLine", "Shelter Line")], clock.now())
    (one,) = identify_shared(desk, None, chat(Mention("shelterline")))
    assert (one.key, one.kind) == ("41", Kind.ORGANISATION)


def test_a_handle_that_changed_hands_since_is_nobody_whom_the_book_knows(
    desk, clock, chat, decided
):
    desk.cache.save_accounts([Account("43", "GoodOrg")], clock.now())
    desk.cache.save_accounts([Account("43", "GoodOrg_UK")], clock.now())
    desk.cache.save_accounts([Account("77", "GoodOrg")], clock.now())
    (one,) = identify_shared(desk, decided, chat(Mention("GoodOrg")))
    assert one.key == "@goodorg"


def test_an_account_that_was_made_after_the_chat_was_not_meant(desk, clock, chat):
    young = Account("77", "GoodOrg", created_at=clock.now())
    desk.cache.save_accounts([young], clock.now())
    (one,) = identify_shared(desk, None, chat(Mention("GoodOrg")))
    assert one.user_id is None


def test_a_record_by_handle_alone_speaks_of_the_account(desk, chat):
    book = desk.book()
    nominate(desk, book, [Nominee("@nightorg", "NightOrg", Kind.ORGANISATION)])
    opt_out_for_ever(desk, book, ["@nightorg"])
    known = known_allies(desk, book, chat(Mention("NightOrg", "42")).nominations)
    assert {key: ally.status for key, ally in known.items()} == {"42": Status.OPTED_OUT}


def test_a_record_whose_handle_changed_hands_is_another_but_for_opting_out(desk, clock, chat):
    book = desk.book()
    nominate(desk, book, [Nominee("@goodorg", "GoodOrg", Kind.ORGANISATION)])
    desk.cache.save_accounts([Account("42", "GoodOrg")], clock.now())
    desk.cache.save_accounts([Account("42", "GoodOrg_UK")], clock.now())
    desk.cache.save_accounts([Account("77", "GoodOrg")], clock.now())
    shared = chat(Mention("GoodOrg", "77")).nominations
    assert known_allies(desk, book, shared) == {}
    opt_out_for_ever(desk, book, ["@goodorg"])
    assert known_allies(desk, book, shared)["77"].status is Status.OPTED_OUT


def test_two_handles_of_one_account_are_one_nominee_with_the_words_for_both(desk, chat, decided):
    found = chat(Mention("GoodOrg"), Mention("GoodOrg_UK", "43"))
    (nominee,) = nominees_of(desk, decided, found)
    assert (nominee.key, len(found.nominations)) == ("43", 2)


def test_two_posts_that_name_one_account_twice_count_each_of_their_people_once(
    desk, clock, chat, decided
):
    desk.cache.save_accounts([Account("43", "GoodOrg_UK")], clock.now())
    found = chat(Mention("GoodOrg", "43"), Mention("GoodOrg_UK"))
    (one,) = identify_shared(desk, decided, found)
    assert (one.key, one.score, len(one.evidence)) == ("43", 1, 1)


@pytest.mark.parametrize("known_as", ["@oldorg", "@neworg"])
def test_a_record_under_either_handle_of_a_renamed_account_speaks_of_it(
    desk, clock, chat, known_as
):
    book = desk.book()
    desk.cache.save_accounts([Account("41", "NewOrg")], clock.now())
    nominate(desk, book, [Nominee(known_as, known_as[1:], Kind.ORGANISATION)])
    decline(desk, book, [known_as], "scam")
    found = chat(Mention("OldOrg", "41"))
    known = known_allies(desk, book, identify_shared(desk, book, found))
    assert {key: ally.status for key, ally in known.items()} == {"41": Status.DECLINED}
    nominate(desk, book, nominees_of(desk, book, found))
    assert statuses(book) == {"41": Status.DECLINED}


def test_a_record_under_a_handle_that_another_has_today_is_not_of_who_had_it(desk, clock, chat):
    book = desk.book()
    desk.cache.save_accounts([Account("41", "NewOrg"), Account("77", "OldOrg")], clock.now())
    nominate(desk, book, [Nominee("@oldorg", "OldOrg", Kind.ORGANISATION)])
    decline(desk, book, ["@oldorg"], "scam")
    found = chat(Mention("OldOrg", "41"))
    assert known_allies(desk, book, identify_shared(desk, book, found)) == {}
    nominate(desk, book, nominees_of(desk, book, found))
    assert statuses(book) == {"@oldorg": Status.DECLINED, "41": Status.NOMINATED}


def test_who_opted_out_under_one_of_two_handles_is_heeded_before_who_was_approved(
    desk, clock, chat
):
    book = desk.book()
    desk.cache.save_accounts([Account("41", "NewOrg")], clock.now())
    names = {"@neworg": "NewOrg", "@oldorg": "OldOrg"}
    nominate(desk, book, [Nominee(*one, Kind.ORGANISATION) for one in names.items()])
    approve(desk, book, ["@neworg"])
    opt_out_for_ever(desk, book, ["@oldorg"])
    found = chat(Mention("OldOrg", "41"))
    known = known_allies(desk, book, identify_shared(desk, book, found))
    assert known["41"].status is Status.OPTED_OUT
    nominate(desk, book, nominees_of(desk, book, found))
    assert statuses(book) == {"41": Status.OPTED_OUT, "@neworg": Status.APPROVED}
