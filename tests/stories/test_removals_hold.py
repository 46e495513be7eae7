"""Who was removed stays off the list, whatever a colleague's laptop reads by itself meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from allybook.app.ground import LocalScribe
from allybook.domain.book.entry import Status
from allybook.domain.people.accounts import Account
from allybook.services.books.copies import save_copy
from allybook.services.books.edit import add_tags, approve, remove
from allybook.services.lists.others import follow_names
from tests.fakes.clock import FixedClock
from tests.servers.faulty.server import FaultyX, serve
from tests.stories.fault_cases import ANCHOR
from tests.stories.organiser import Organiser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PART = ("chat", "swhelper", "--to", "2026-03-30T19:35Z", "--json")
"""The chat goes on: who reads all of it finds more posts that name its allies."""
WHOLE = ("chat", "swhelper", "--json")
PUBLISH = ("list", "publish", "--yes", "--pace", "0", "--public", "--json")
ALLIES = ("KestrelYard", "CinderpathCafe")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Organiser, Organiser]]:
    """Nadia, who published two of those whom a chat named, and Ben with a copy of her book.

    An hour later she removed the first of them.
    """
    clock = FixedClock(ANCHOR)
    x = FaultyX(clock, ANCHOR)
    with serve(x) as address:
        nadia, ben = (
            Organiser(tmp_path / name, x, address, clock, scribe=LocalScribe(name, f"of {name}"))
            for name in ("Nadia", "Ben")
        )
        assert nadia.asks(*PART).status == 0
        with nadia.desk() as desk:
            approve(desk, desk.book(), keys(nadia, *ALLIES))
        assert nadia.asks(*PUBLISH).status == 0
        hand(nadia, ben, tmp_path)
        clock.advance(seconds=3600)
        with nadia.desk() as desk:
            remove(desk, desk.book(), keys(nadia, ALLIES[0]), reason="harmed a client")
        yield nadia, ben


def keys(person: Organiser, *handles: str) -> list[str]:
    with person.desk() as desk:
        return [desk.book().called(handle) for handle in handles]


def hand(giver: Organiser, taker: Organiser, folder: Path) -> dict[str, list[str]]:
    """Hand a copy of the book over; return what merging it says."""
    path = folder / "copy.allybook"
    with giver.desk() as desk:
        save_copy(desk, desk.book(), path)
    return taker.asks("books", "merge", str(path), "--json").rows


def status_of(person: Organiser, key: str) -> tuple[Status, set[str]]:
    with person.desk() as desk:
        ally = desk.book().ally(key)
    return ally.status, set(ally.flags)


def test_a_chat_that_a_colleague_read_undoes_no_removal(two, tmp_path):
    nadia, ben = two
    (gone,) = keys(nadia, ALLIES[0])
    with ben.desk() as desk:
        before = desk.book().ally(gone).evidence
    assert ben.asks(*WHOLE).status == 0
    with ben.desk() as desk:
        assert set(desk.book().ally(gone).evidence) > set(before)
    nadia.x.clock.advance(seconds=3600)
    told = hand(ben, nadia, tmp_path)
    assert gone in told["changed"]
    assert told["brought_back"] == []
    assert status_of(nadia, gone) == (Status.REMOVED, set())
    assert nadia.asks(*PUBLISH).status == 0
    assert gone not in nadia.x.truth.on_lists()


def test_a_new_handle_that_a_colleagues_laptop_wrote_undoes_no_removal(two, tmp_path):
    nadia, ben = two
    (gone,) = keys(nadia, ALLIES[0])
    with ben.desk() as desk:
        desk.cache.save_accounts([Account(gone, "KestrelYardNow", "Kestrel")], desk.clock.now())
        follow_names(desk, desk.book(), [gone])
        assert desk.book().ally(gone).handle == "KestrelYardNow"
    hand(ben, nadia, tmp_path)
    assert status_of(nadia, gone) == (Status.REMOVED, set())


def test_what_a_colleague_wrote_of_them_keeps_them_and_the_merge_names_them(two, tmp_path):
    nadia, ben = two
    (gone,) = keys(nadia, ALLIES[0])
    with ben.desk() as desk:
        add_tags(desk, desk.book(), [gone], ["night"])
    assert hand(ben, nadia, tmp_path)["brought_back"] == [gone]
    assert status_of(nadia, gone) == (Status.APPROVED, {"brought_back"})
