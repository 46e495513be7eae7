"""Who asked to be left alone is taken off the X List, and nobody is told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.clock import FixedClock
from tests.servers.faulty.server import FaultyX, serve
from tests.stories.fault_cases import ANCHOR
from tests.stories.organiser import Organiser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("PennywellFood", "QuaybridgeNight", "AshgroveTenants")
WHO = "@QuaybridgeNight"
LISTED = (
    "They are on the X List of “My allies”, which stays known by their number; the next publishing"
)
OF_BOOK = ("check", "--of", "My allies", "--json")
PUBLISH = ("list", "publish", "--yes", "--pace", "0", "--public", "--json")


@pytest.fixture
def nadia(tmp_path: Path) -> Iterator[Organiser]:
    """Somebody before an X that goes right."""
    clock = FixedClock(ANCHOR)
    x = FaultyX(clock, ANCHOR)
    with serve(x) as address:
        yield Organiser(tmp_path, x, address, clock)


@pytest.fixture
def published(nadia: Organiser) -> Organiser:
    """A week after three were published."""
    nadia.hears("allies", "add", *(f"@{name}" for name in NAMES))
    assert nadia.asks(*PUBLISH).status == 0
    assert on_lists(nadia) == [sorted(NAMES)]
    nadia.clock.advance(seconds=7 * 86_400)
    return nadia


def on_lists(person: Organiser) -> list[list[str]]:
    """Return who is on each list, by handle."""
    world, members = person.x.world, person.x.truth.members
    return [sorted(world.person(one).handle for one in ids) for ids in members.values()]


def test_who_opted_out_and_is_forgotten_is_taken_off_all_the_same(published):
    published.hears("allies", "opt-out", WHO)
    said = published.hears("purge", WHO, "--yes")[1]
    assert f"{LISTED} takes them off.\n" in said
    (removed,) = published.asks(*PUBLISH).rows
    assert removed["outcome"] == "removed"
    assert on_lists(published) == [["AshgroveTenants", "PennywellFood"]]


def test_who_is_forgotten_and_approved_is_not_paid_for_again(published):
    said = published.hears("purge", WHO, "--yes")[1]
    assert f"{LISTED} leaves them there.\n" in said
    plan = published.asks("list", "plan", "--json").rows
    assert (plan["adds"], plan["removes"], plan["dollars"]) == ([], [], 0)


def test_who_is_erased_from_the_books_is_taken_off_by_the_next_publishing(published):
    said = published.hears("purge", WHO, "--books", "--yes")[1]
    assert f"{LISTED} takes them off.\n" in said
    (removed,) = published.asks(*PUBLISH).rows
    assert removed["outcome"] == "removed"
    assert on_lists(published) == [["AshgroveTenants", "PennywellFood"]]


@pytest.fixture
def two_books(nadia: Organiser) -> Organiser:
    """Two books that were published, each with a list of its own."""
    for book in ("Housing", "Food"):
        nadia.hears("books", "new", book)
        nadia.hears("--book", book, "allies", "add", *(f"@{name}" for name in NAMES[:2]))
        assert nadia.asks("--book", book, *PUBLISH).status == 0
    nadia.clock.advance(seconds=86_400)
    return nadia


def publish_both(person: Organiser) -> None:
    for book in ("Housing", "Food"):
        assert person.asks("--book", book, *PUBLISH).status == 0


def test_who_opts_out_of_one_book_is_told_to_be_in_another(two_books):
    status, said, remarks = two_books.hears("--book", "Housing", "allies", "opt-out", WHO)
    assert (status, len(said.splitlines())) == (0, 1)
    assert remarks == (
        "“Food” still has @QuaybridgeNight: say the same with --everywhere to opt them out there "
        "too.\n"
    )
    publish_both(two_books)
    assert on_lists(two_books) == [["PennywellFood"], ["PennywellFood", "QuaybridgeNight"]]
    again = two_books.hears("--book", "Housing", "allies", "opt-out", WHO, "--everywhere")
    assert (again[0], len(again[1].splitlines()), again[2]) == (0, 1, "")
    publish_both(two_books)
    assert on_lists(two_books) == [["PennywellFood"], ["PennywellFood"]]


def test_one_word_opts_somebody_out_of_every_book(two_books):
    said = two_books.hears("--book", "Housing", "allies", "opt-out", WHO, "--everywhere")
    assert (said[0], len(said[1].splitlines()), said[2]) == (0, 2, "")
    publish_both(two_books)
    assert on_lists(two_books) == [["PennywellFood"], ["PennywellFood"]]


def test_who_was_erased_and_opts_out_is_told_that_nothing_is_to_be_written(published):
    published.hears("purge", WHO, "--books", "--yes")
    published.asks("list", "pull", "--json")
    status, said, remarks = published.hears("allies", "opt-out", WHO)
    assert (status, said) == (2, "")
    assert remarks.startswith("They were erased from this book and cannot be listed")
    assert published.hears("allies", "add", WHO)[:2] == (1, f"{WHO} erased\n")
    status, said, remarks = published.hears("allies", "approve", WHO)
    assert remarks.startswith(f"{WHO} was erased from this book for good")


READ = ("check", "--of", "followers", "--anew", "--way", "pages", "--json")


def test_who_is_forgotten_gets_no_false_no_by_readings_from_before(nadia):
    nadia.hears("allies", "add", *(f"@{name}" for name in NAMES))
    before = nadia.clock.now().date()
    assert nadia.asks(*READ).status == 0
    answers = {row["handle"]: row["class"] for row in nadia.asks(*OF_BOOK).rows}
    assert answers[WHO[1:]] == "mutual"
    nadia.hears("purge", WHO, "--yes")
    told = nadia.asks(*OF_BOOK)
    rows = {row["handle"]: (row["class"], row["complete"]) for row in told.rows}
    assert rows.pop(WHO[1:]) == ("unknown", False)
    assert rows == {handle: (answers[handle], True) for handle in rows}
    assert told.status == 1
    nadia.clock.advance(seconds=86_400)
    assert nadia.asks(*READ).status == 0
    after = nadia.clock.now().date()
    changes = nadia.asks("check", "--compare", str(before), str(after), "--json").rows
    assert [(one["handle"], one["turn"]) for one in changes] == [(WHO[1:], "unsure")] * 2
    assert {row["class"] for row in nadia.asks(*OF_BOOK).rows if row["handle"] == WHO[1:]} == {
        "mutual"
    }
