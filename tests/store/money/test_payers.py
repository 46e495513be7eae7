"""Each account may bring an app of its own: what one was charged for is not free for another."""

from datetime import UTC, datetime
from decimal import Decimal

import apsw
import pytest

from allybook.domain.money.months import month_of
from allybook.domain.money.pricing import Price
from allybook.domain.money.reservations import Charge, Reservation
from allybook.store.database.migration import DatabaseKind, Scripts, migrate
from allybook.store.profile import Profile
from tests.fakes.clock import NOON

USER = Price("user", Decimal("0.010"))
TODAY = NOON.date()
MONTH = month_of(TODAY)
BUDGET = Decimal(1)


@pytest.fixture
def two(profile):
    """The ledgers of two accounts of one profile."""
    return [profile.ledger(lambda own=own: own) for own in ("7001", "7002")]


def asking(*ids, mark="look up"):
    return Reservation(NOON, "check", mark, (Charge(USER, len(ids), ids),))


def test_an_account_pays_for_what_another_has_read(two):
    first, second = two
    assert first.count(TODAY, USER, ["11", "12"], "check") == Decimal("0.02")
    assert [one.counted(TODAY, "user", ["11", "12"]) for one in two] == [2, 0]
    assert first.reserve(asking("11"), BUDGET).dollars == 0
    hold = second.reserve(asking("11"), BUDGET)
    assert hold.dollars == Decimal("0.01")
    assert second.settle(hold, [Charge(USER, 1, ("11",))]) == Decimal("0.01")
    # The budget is that of the person, whoever asks.
    assert [one.spent(*MONTH) for one in two] == [Decimal("0.03")] * 2


def test_the_doubt_of_one_account_is_not_settled_by_the_answer_to_another(two):
    first, second = two
    first.doubt(first.reserve(asking("11"), BUDGET))
    again = second.reserve(asking("11"), BUDGET)
    assert again.held == Decimal("0.01")
    second.settle(again, [Charge(USER, 1, ("11",))])
    assert first.held(*MONTH) == Decimal("0.01")
    first.settle(first.reserve(asking("11"), BUDGET), [Charge(USER, 1, ("11",))])
    assert first.held(*MONTH) == 0


def test_who_turns_out_to_have_asked_has_paid(profile, two):
    first = two[0]
    first.count(TODAY, USER, ["11"], "check")
    nobody = profile.ledger()
    nobody.count(TODAY, USER, ["7001"], "sign-in")
    for _ in range(2):
        nobody.hand_over("", "7001")
    assert [one.counted(TODAY, "user", ["7001", "11"]) for one in (*two, nobody)] == [2, 0, 0]
    # Somebody else's token came after it.
    first.count(TODAY, USER, ["7002"], "sign-in")
    first.hand_over("7001", "7002")
    assert [one.counted(TODAY, "user", ["7001", "7002", "11"]) for one in two] == [2, 1]


@pytest.mark.parametrize(("speaks", "payer"), [("7001", "7001"), ("local", ""), (None, "")])
def test_what_was_counted_before_is_the_account_s_that_speaks(tmp_path, clock, speaks, payer):
    path = tmp_path / "profile" / "profile.sqlite3"
    migrate(path, DatabaseKind.PROFILE, NOON, Scripts(DatabaseKind.PROFILE)[:2])
    since = int(datetime(2026, 3, 30, 9, tzinfo=UTC).timestamp()) * 1_000_000
    with apsw.Connection(str(path)) as old:
        old.execute("INSERT INTO paid VALUES (?, 'user', '11')", (TODAY.isoformat(),))
        row = (TODAY.isoformat(), since)
        old.execute(
            "INSERT INTO reservations (day, since, job, mark, charge, resources, micro_dollars,"
            " in_doubt) VALUES (?, ?, 'check', 'look up', 'user', 1, 10000, 1)",
            row,
        )
        if speaks:
            old.execute("INSERT INTO settings VALUES ('account', ?)", (speaks,))
    old.close()
    with Profile(tmp_path / "profile", clock) as profile:
        own, other = profile.ledger(lambda: payer), profile.ledger(lambda: "7002")
        assert [one.counted(TODAY, "user", ["11"]) for one in (own, other)] == [1, 0]
        for one in (other, own):
            one.settle(one.reserve(asking("12"), BUDGET), [Charge(USER, 1, ("12",))])
            assert one.held(*MONTH) == (0 if one is own else Decimal("0.01"))
