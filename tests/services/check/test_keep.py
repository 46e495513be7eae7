"""Manners: grace for new follows, the keep-list, influence, and how long quiet takes."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.acts.ticks import TickDeed, TickState
from allybook.domain.check.followback import Answer, CheckFlag, Finding, Side
from allybook.domain.check.manners import Manners
from allybook.domain.people.accounts import Account
from allybook.domain.posts import id_at
from allybook.services.books.edit import add_tags, approve, decline, opt_out, remove
from allybook.services.check.answer import Asked, answer
from allybook.services.check.keep import advise_all
from allybook.services.check.manners import MANNERS, keep_account, read_manners, set_manners
from allybook.services.check.run import read_sides
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.ticks import lay_people, mark_opened, next_tick, settle_tick
from allybook.services.sign_in.who import sign_in

DAY = 86_400
OLD, NEW = Account("21", "old_one", "Old One"), Account("22", "new_one", "New One")


@pytest.fixture
def signed_in(desk):
    sign_in(desk)
    return desk


def idol(one, answer=Answer.IDOL):
    return Finding(one.user_id, one.handle, answer, frozenset(), "", None, complete=True)


def advice(desk, *people, answer=Answer.IDOL):
    known = {one.user_id: one for one in people}
    return advise_all(desk, [idol(one, answer) for one in people], known)


def test_a_new_follow_has_two_weeks(signed_in, network, clock, ticket):
    network.sides = {Side.FOLLOWERS: [], Side.FOLLOWING: [OLD]}
    read_sides(signed_in, ticket)
    clock.advance(seconds=DAY)
    network.sides[Side.FOLLOWING] = [OLD, NEW]
    read_sides(signed_in, ticket)
    seen_at = clock.now()
    told = advice(signed_in, OLD, NEW)
    assert {key: one.grace_until for key, one in told.items()} == {
        "22": seen_at + timedelta(days=14)
    }
    assert told["22"].spared
    clock.advance(seconds=14 * DAY)
    assert advice(signed_in, OLD, NEW) == {}


def test_one_reading_alone_cannot_tell_who_is_new(signed_in, network, ticket):
    network.sides = {Side.FOLLOWERS: [], Side.FOLLOWING: [OLD, NEW]}
    read_sides(signed_in, ticket)
    assert advice(signed_in, OLD, NEW) == {}


def test_the_tick_list_knows_when_somebody_was_followed(signed_in, clock):
    lay_people(signed_in, TickDeed.FOLLOW, [NEW])
    tick = next_tick(signed_in)
    mark_opened(signed_in, tick.tick_id)
    settle_tick(signed_in, tick.tick_id, TickState.DONE)
    assert advice(signed_in, NEW)["22"].grace_until == clock.now() + timedelta(days=14)
    assert advice(signed_in, NEW, answer=Answer.MUTUAL) == {}
    lay_people(signed_in, TickDeed.UNFOLLOW, [NEW])
    clock.advance(seconds=60)
    again = next_tick(signed_in)
    mark_opened(signed_in, again.tick_id)
    settle_tick(signed_in, again.tick_id, TickState.DONE)
    assert advice(signed_in, NEW) == {}


def test_books_tags_and_single_accounts_make_the_keep_list(signed_in, clock):
    signed_in.cache.save_accounts([OLD, NEW], clock.now())
    book = signed_in.book("Partners")
    nominate_handles(signed_in, book, ["old_one", "new_one"])
    approve(signed_in, book, ["21", "22"])
    add_tags(signed_in, book, ["21"], ["partner"])
    assert advice(signed_in, OLD, NEW) == {}
    set_manners(signed_in, Manners(tags=frozenset({"partner"})))
    assert {key: one.kept for key, one in advice(signed_in, OLD, NEW).items()} == {"21": "partner"}
    set_manners(signed_in, Manners(books=frozenset({book.info.book_id})))
    assert {one.kept for one in advice(signed_in, OLD, NEW).values()} == {"Partners"}
    set_manners(signed_in, Manners())
    keep_account(signed_in, "22", keep=True)
    assert advice(signed_in, OLD, NEW)["22"].kept == ""
    keep_account(signed_in, "22", keep=False)
    assert advice(signed_in, OLD, NEW) == {}


def test_a_book_keeps_nobody_who_got_a_handle_later_than_it_was_written_down(signed_in, clock):
    book = signed_in.book("Keep")
    nominate_handles(signed_in, book, ["fir"])
    approve(signed_in, book, ["@fir"])
    signed_in.cache.save_accounts([Account("31", "fir", "Fir")], clock.now())
    set_manners(signed_in, Manners(books=frozenset({book.info.book_id})))
    today = Account("32", "fir", "Another Fir")
    assert advice(signed_in, Account("31", "fir", "Fir"))["31"].kept == "Keep"
    clock.advance(seconds=DAY)
    signed_in.cache.save_accounts([Account("31", "fir_2", "Fir"), today], clock.now())
    assert advice(signed_in, today) == {}


def test_a_book_keeps_whom_it_knows_by_handle_and_nobody_who_is_out(signed_in, clock):
    book = signed_in.book("Keep")
    fir, gone = Account("31", "fir", "Fir"), Account("32", "gone_one", "Gone One")
    no, out = Account("33", "no_one", "No One"), Account("34", "out_one", "Out One")
    asked = Account("35", "asked_one", "Asked One")
    people = (fir, gone, no, out, asked)
    nominate_handles(signed_in, book, ["fir"], ["asked_one"])
    approve(signed_in, book, ["@fir", "#asked_one"])
    signed_in.cache.save_accounts(people, clock.now())
    nominate_handles(signed_in, book, [one.handle for one in people[1:]])
    add_tags(signed_in, book, ["@fir", "#asked_one", "32", "33", "34", "35"], ["partner"])
    approve(signed_in, book, ["32", "34"])
    remove(signed_in, book, ["32"])
    decline(signed_in, book, ["33"])
    opt_out(signed_in, book, ["34"])
    for manners in (
        Manners(books=frozenset({book.info.book_id})),
        Manners(tags=frozenset({"partner"})),
    ):
        set_manners(signed_in, manners)
        told = {key: one.kept for key, one in advice(signed_in, *people).items()}
        assert told == {"31": "partner" if manners.tags else "Keep"}


def test_influential_accounts_are_told_apart(signed_in):
    loud = replace(OLD, followers=14_200)
    assert advice(signed_in, loud, NEW)["21"].followers == 14_200
    assert not advice(signed_in, loud)["21"].spared
    assert advice(signed_in, loud, answer=Answer.FAN) == {}


def test_how_long_quiet_takes_can_be_said(signed_in, network, clock, ticket):
    silent = replace(OLD, latest_post_id=id_at(clock.now() - timedelta(days=100)))
    network.sides = {Side.FOLLOWERS: [silent], Side.FOLLOWING: []}
    read_sides(signed_in, ticket)
    assert answer(signed_in, [Asked("21")])[0].flags == frozenset()
    set_manners(signed_in, Manners(quiet=90))
    assert answer(signed_in, [Asked("21")])[0].flags == {CheckFlag.QUIET}


@pytest.mark.parametrize("text", ["not json", "[]", '{"grace": "x", "tags": 3}'])
def test_manners_that_cannot_be_read_are_the_usual_ones(desk, text):
    desk.settings.write(MANNERS, text)
    assert read_manners(desk) == Manners()
