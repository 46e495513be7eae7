"""Findings joined with accounts and books."""

from datetime import UTC, datetime, timedelta

import pytest

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Kind, Status
from allybook.domain.check.followback import Answer, CheckFlag, Finding
from allybook.domain.people.accounts import Account
from allybook.domain.posts import id_at
from allybook.services.check.answer import LOOK_UPS
from allybook.services.check.plan import PAGES
from allybook.ui.tabs.followback.rows import (
    KnownFaces,
    ListedAlly,
    Sieve,
    finding_row,
    finding_rows,
)

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)


def found(user_id="21", answer=Answer.IDOL, flags=(), handle="SafeRoof", source=PAGES):
    return Finding(user_id, handle, answer, frozenset(flags), source, NOW, complete=True)


def member(handle="SafeRoof", kind=Kind.ORGANISATION):
    return ListedAlly(Ally("21", handle, "21", kind, Status.APPROVED), "Swhelper allies")


def test_a_row_has_the_name_of_today_and_the_kind_of_the_book():
    known = KnownFaces(NOW, {"21": Account("21", "SafeRoof", "Safe Roof")}, {"21": member()})
    row = finding_row(found(), known)
    assert (row.name, row.handle, row.kind) == ("Safe Roof", "SafeRoof", Kind.ORGANISATION)
    assert (row.source, row.as_of, row.since) == ("follower pages", NOW, None)


def test_an_account_of_an_archive_goes_by_its_number():
    row = finding_row(found(handle=""), KnownFaces(NOW))
    assert (row.name, row.handle) == ("21", "")


def test_what_was_never_read_has_no_date():
    row = finding_row(found(answer=Answer.UNKNOWN, source=""), KnownFaces(NOW))
    assert (row.source, row.as_of) == ("", None)


def test_flags_say_how_long_and_what_the_name_was():
    known = KnownFaces(
        NOW,
        {"21": Account("21", "SafeRoof", latest_post_id=id_at(NOW - timedelta(days=212)))},
        {"21": member("OldRoof")},
    )
    row = finding_row(found(flags=[CheckFlag.QUIET, CheckFlag.RENAMED]), known)
    assert [pill.words for pill in row.flags] == ["quiet 212 days", "was @OldRoof"]


@pytest.mark.parametrize(("cached", "days"), [(190, 190), (400, 300)])
def test_the_newest_post_known_counts(cached, days):
    known = KnownFaces(
        NOW,
        {"21": Account("21", "SafeRoof", latest_post_id=id_at(NOW - timedelta(days=300)))},
        latest={"21": id_at(NOW - timedelta(days=cached))},
    )
    assert known.silence("21").days == days


def test_first_come_those_of_whom_something_could_be_done():
    answers = [Answer.STRANGER, Answer.MUTUAL, Answer.UNKNOWN, Answer.FAN, Answer.IDOL]
    findings = [found(str(n), answer, source=LOOK_UPS) for n, answer in enumerate(answers)]
    rows = finding_rows(findings, KnownFaces(NOW))
    assert [row.answer for row in rows] == [
        Answer.IDOL,
        Answer.FAN,
        Answer.UNKNOWN,
        Answer.MUTUAL,
        Answer.STRANGER,
    ]


@pytest.mark.parametrize(
    ("sieve", "kept"),
    [
        (Sieve(), True),
        (Sieve(Answer.IDOL), True),
        (Sieve(Answer.FAN), False),
        (Sieve(flags=frozenset({CheckFlag.QUIET, CheckFlag.GONE})), True),
        (Sieve(flags=frozenset({CheckFlag.GONE})), False),
        (Sieve(words="ROOF  safe"), True),
        (Sieve(words="@saferoof"), True),
        (Sieve(words="hollow"), False),
    ],
)
def test_a_sieve_keeps_what_was_asked_for(sieve, kept):
    finding = found(flags=[CheckFlag.QUIET])
    assert sieve.keeps(finding_row(finding, KnownFaces(NOW))) is kept
