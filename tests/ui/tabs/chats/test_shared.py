"""What a row says of an ally that people shared."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from allybook.domain.book.entry import Kind, Status
from allybook.domain.chat.nominations import Evidence, Nomination
from allybook.domain.chat.sharing import SharedBy
from allybook.domain.chat.summary import read_chat
from allybook.domain.people.accounts import Account, Standing
from allybook.ui.tabs.chats.shared import (
    LineTone,
    SharedModel,
    phrase,
    said_in,
    shared_rows,
    shared_sentence,
)
from tests.ui.tabs.chats.test_groups import ACCOUNTS, EVENING

AT = datetime(2026, 3, 30, 19, tzinfo=UTC)


def said(text, question=3, post_id="1", user_id="7"):
    return Evidence(post_id, user_id, AT, question, text, SharedBy.RECOMMENDED)


def nomination(*evidence, name="KettleTrust", user_id="50", kind=Kind.ORGANISATION):
    people = {one.user_id for one in evidence}
    return Nomination(name, user_id, kind, uncertain=False, score=len(people), evidence=evidence)


def row_of(one, account=None, ally=None):
    chat = replace(read_chat("tea", EVENING, accounts=ACCOUNTS), nominations=(one,))
    accounts = {"50": account} if account else {}
    (row,) = shared_rows(chat, accounts, {one.key: ally} if ally else {})
    return row


class FakeAlly:
    """As much of an ally as a row looks at."""

    def __init__(self, status, *evidence):
        self.status, self.evidence = status, evidence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A3: check out @KettleTrust for evenings", "check out"),
        ("A3 @KettleTrust.", ""),
        ("A3 Tenants: @KettleTrust on Saturdays.", "Tenants: @KettleTrust on Saturdays"),
        (
            "I can\u2019t recommend @KettleTrust enough!",
            "I can\u2019t recommend @KettleTrust enough",
        ),
        ("dont follow @KettleTrust", "dont follow @KettleTrust"),
        ("Do follow @KettleTrust, they never close", "Do follow @KettleTrust, they never close"),
        ("\u0130\u0130 check out @KettleTrust", "check out"),
    ],
)
def test_the_words_that_recommend_are_quoted(text, words):
    assert phrase(said(text), "KettleTrust") == words


def test_a_row_tells_the_question_and_where_else():
    one = nomination(said("a"), said("b", post_id="2"), said("c", 2), said("d", None))
    assert said_in(one) == "A3, also in Q2"
    assert said_in(nomination(said("x", None))) == ""


def test_the_post_with_the_best_words_is_the_one_to_go_to():
    one = nomination(said("A3 @KettleTrust."), said("A3 follow @KettleTrust", post_id="2"))
    row = row_of(one)
    assert (row.post_id, row.quote, row.line) == ("2", "follow", "A3")
    assert row.name == "@KettleTrust"


@pytest.mark.parametrize(
    ("status", "line"),
    [
        (Status.APPROVED, "already in your book"),
        (Status.NOMINATED, "already in the inbox"),
        (Status.DECLINED, "declined in your book"),
        (Status.OPTED_OUT, "asked not to be listed"),
    ],
)
def test_what_the_book_says_comes_first(status, line):
    row = row_of(nomination(said("follow @KettleTrust")), ally=FakeAlly(status))
    assert (row.line, row.tone, row.quote) == (line, LineTone.KNOWN, "")


def test_who_was_removed_is_news_once_somebody_shares_them_anew():
    one = nomination(said("follow @KettleTrust"))
    row = row_of(one, ally=FakeAlly(Status.REMOVED, "0:7"))
    assert (row.quote, row.tone) == ("follow", LineTone.SAID)
    row = row_of(one, ally=FakeAlly(Status.REMOVED, "1:7"))
    assert (row.line, row.tone, row.quote) == ("removed from your book", LineTone.KNOWN, "")


@pytest.mark.parametrize(
    ("account", "line"),
    [
        (Account("50", "KettleTrust", "Kettle", "No lists, please"), "says “no lists”: ask first"),
        (Account("50", "", standing=Standing.SUSPENDED), "suspended by X"),
        (Account("50", "", standing=Standing.GONE), "no longer on X"),
    ],
)
def test_care_is_asked_for_where_it_is_due(account, line):
    row = row_of(nomination(said("follow @KettleTrust")), account)
    assert (row.line, row.tone) == (line, LineTone.CARE)


def test_a_hashtag_keeps_its_sign():
    one = nomination(said("use #Kettles", 4), name="Kettles", user_id=None, kind=Kind.HASHTAG)
    assert row_of(one).name == "#Kettles"


def test_rows_are_read_aloud_as_one_sentence(qtmodeltester):
    row = row_of(nomination(said("follow @KettleTrust")))
    assert shared_sentence(row) == "@KettleTrust, 1 person, follow, A3"
    model = SharedModel()
    model.show([row])
    qtmodeltester.check(model)
