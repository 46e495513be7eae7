"""The chat pane offers nobody as new on whom a book decided, whatever a post tells of them."""

from datetime import UTC, timedelta

import pytest

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve, decline
from allybook.services.books.opt_outs import opt_out_for_ever
from allybook.services.people.nominate import nominate
from allybook.ui.tabs.chats.reading import read_page
from allybook.ui.tabs.chats.shared import LineTone
from allybook.ui.tabs.chats.work import to_inbox

PEOPLE = {"41": "ShelterLine", "42": "NightOrg", "43": "GoodOrg"}


def keep_chat(desk, clock, with_ids):
    keep_answer(
        desk, clock, *(Mention(name, i if with_ids else None) for i, name in PEOPLE.items())
    )


def keep_answer(desk, clock, *named):
    at = clock.now() - timedelta(hours=1)
    names = ", ".join(f"@{one.handle}" for one in named)
    question = Post(id_at(at), "9", at, "Q1 Which orgs should we follow? #tea", hashtags=("tea",))
    words = f"A1 follow {names} #tea"
    answer = Post(id_at(at, sequence=1), "5", at, words, hashtags=("tea",), mentions=named)
    desk.cache.save_posts([question, answer], Source(Origin.FILE, "tags.csv"))


@pytest.mark.parametrize("with_ids", [False, True])
def test_the_pane_says_what_the_book_decided_and_the_inbox_gets_nobody(desk, clock, *, with_ids):
    book = desk.book()
    keys = [f"@{name.lower()}" for name in PEOPLE.values()] if with_ids else list(PEOPLE)
    people = zip(keys, PEOPLE.values(), strict=True)
    nominate(desk, book, [Nominee(*one, Kind.ORGANISATION) for one in people])
    decline(desk, book, keys[:1], "scam")
    opt_out_for_ever(desk, book, keys[1:2])
    approve(desk, book, keys[2:])
    keep_chat(desk, clock, with_ids)
    page = read_page(desk, "tea", UTC)
    assert {(row.handle, row.line, row.tone) for row in page.shared} == {
        ("ShelterLine", "declined in your book", LineTone.KNOWN),
        ("NightOrg", "asked not to be listed", LineTone.KNOWN),
        ("GoodOrg", "already in your book", LineTone.KNOWN),
    }
    assert to_inbox(desk, page.chat).waiting == 0
    statuses = {ally.handle: ally.status for ally in book.allies()}
    assert statuses == {
        "ShelterLine": Status.DECLINED,
        "NightOrg": Status.OPTED_OUT,
        "GoodOrg": Status.APPROVED,
    }


def test_what_a_bio_asks_is_seen_where_a_post_tells_the_handle_alone(desk, clock):
    desk.cache.save_accounts([Account("41", "ShelterLine", bio="No lists, please")], clock.now())
    keep_chat(desk, clock, with_ids=False)
    lines = {row.handle: row.line for row in read_page(desk, "tea", UTC).shared}
    assert lines["ShelterLine"] == "says “no lists”: ask first"


def test_who_has_another_handle_today_is_one_row_and_the_book_knows_them_by_it(desk, clock):
    desk.cache.save_accounts([Account("41", "NewOrg")], clock.now())
    book = desk.book()
    nominate(desk, book, [Nominee("@neworg", "NewOrg", Kind.ORGANISATION)])
    decline(desk, book, ["@neworg"], "scam")
    keep_answer(desk, clock, Mention("OldOrg", "41"), Mention("NewOrg"))
    page = read_page(desk, "tea", UTC)
    assert [(row.key, row.people, row.line) for row in page.shared] == [
        ("41", 1, "declined in your book")
    ]
    assert to_inbox(desk, page.chat).waiting == 0
    assert {ally.key: ally.status for ally in book.allies()} == {"41": Status.DECLINED}
