"""Two windows on one profile, each at work: nothing of either is lost, and each hears of it."""

import random
from decimal import Decimal

import pytest

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.check.manners import Manners
from allybook.domain.errors import BadInput
from allybook.domain.mutes import Spell
from allybook.domain.noise.kinds import NoiseKind
from allybook.services.books.several import (
    create_book,
    discard_book,
    rename_book,
    restore_book,
)
from allybook.services.check.manners import set_manners
from allybook.services.money.quote import budget, set_budget
from allybook.services.people.nominate import nominate
from allybook.services.timeline.mutes import mutes
from allybook.services.timeline.noise import set_weights, weights
from allybook.services.timeline.views import views
from allybook.ui.session import Stage
from tests.fakes.ways import FakeWays
from tests.ui.rest import come_to_rest
from tests.workshop import practice_desk

GROUPS = tuple(f"Group{number:02}" for number in range(24))


@pytest.fixture
def book(desk, read):
    book = create_book(desk, "Harbour groups")
    nominate(desk, book, [Nominee(f"@{one.lower()}", one, Kind.ORGANISATION) for one in GROUPS])
    desk.settings.write("book", book.info.book_id)
    return book


@pytest.fixture
def windows(qtbot, look, desk, tmp_path, book):
    """Two windows, as two programs have them: no port, no connection is shared."""
    with practice_desk(tmp_path) as other:
        stages = [Stage(one, look, FakeWays()) for one in (desk, other)]
        for stage in stages:
            stage.window.show()
            stage.window.timeline()
            stage.window.allies()
        yield stages
        for stage in stages:
            qtbot.waitUntil(lambda s=stage: not s.jobs.running(), timeout=30_000)
            stage.close()


@pytest.fixture
def settled(qtbot, windows):
    def wait(holds=lambda: True):
        come_to_rest(qtbot, lambda: any(stage.jobs.running() for stage in windows), holds)

    return wait


def test_what_both_do_at_once_is_all_there(windows, desk, book, settled):
    settled(lambda: all(stage.window.allies().page for stage in windows))
    wanted_mutes, wanted_views, wanted_allies = set(), set(), set()
    dice = random.Random(7)  # noqa: S311 (which window acts next)
    for number, name in enumerate(GROUPS):
        for stage in dice.sample(windows, 2):
            at = windows.index(stage)
            timeline, allies = stage.window.timeline(), stage.window.allies()
            word = f"word{number}of{at}"
            timeline.muting.mute_words(word, Spell.EVER)
            timeline.keeping.keep(f"View {number} of {at}")
            wanted_mutes.add(word)
            wanted_views.add(f"View {number} of {at}")
            if number % 2 == at:
                (key,) = (k for k, ally in allies.page.allies.items() if ally.handle == name)
                allies.deeds.approve([key])
                wanted_allies.add(key)
    settled(lambda: len(mutes(desk)) == len(wanted_mutes))
    assert {one.value for one in mutes(desk)} == wanted_mutes
    assert {view.name for view in views(desk) if view.own} == wanted_views
    approved = {ally.key for ally in book.allies() if ally.status is Status.APPROVED}
    assert approved == wanted_allies
    assert len(approved) == len(GROUPS)


def test_each_window_hears_what_the_other_one_chose(windows, settled):
    settled()
    first, second = windows
    there = second.window.show_spending()
    first.window.timeline().muting.mute_words("#giveaway", Spell.EVER)
    set_budget(first._desk, Decimal(11))
    set_weights(first._desk, {NoiseKind.REPOST: 44})
    settled(lambda: there.budget.spin.value() == 11)
    desk = second._desk
    assert (budget(desk), weights(desk)[NoiseKind.REPOST]) == (11, 44)
    assert [one.value for one in mutes(desk)] == ["giveaway"]


def listed(stage):
    return [row.key for row in stage.window.allies().work.model.rows()]


def test_who_was_approved_in_one_window_is_so_in_the_other_ones_table(windows, settled):
    settled(lambda: all(stage.window.allies().page for stage in windows))
    first, second = windows
    approved = []
    # The first time a window looks, all is new to it; from then on it tells only what is.
    for group in GROUPS[2:5]:
        approved.append(f"@{group.lower()}")
        first.window.allies().deeds.approve(approved[-1:])
        settled(lambda: listed(second) == approved)
    assert second.window.allies().count() == len(GROUPS) - len(approved)


def test_what_a_window_wrote_itself_is_not_announced_again(windows, settled, desk):
    settled(lambda: all(stage.window.allies().page for stage in windows))
    first, second = windows
    here, there = [], []
    stops = [
        stage._desk.announcer.listen(lambda changed, heard=heard: heard.append(changed.books))
        for stage, heard in ((first, here), (second, there))
    ]
    first.window.allies().deeds.approve(["@group03"])
    settled(lambda: any(there))
    settled(lambda: listed(first) == ["@group03"])
    own = [books for books in here if books]
    # A choice of the other window tells when this one has looked once more.
    set_budget(second._desk, Decimal(13))
    settled(lambda: budget(desk) == 13 and len(here) > len(own))
    for stop in stops:
        stop()
    assert [books for books in here if books] == own


def test_a_new_name_and_the_trash_are_heard_of_as_well(windows, settled, desk, book):
    settled(lambda: all(stage.window.allies().page for stage in windows))
    _first, second = windows
    rename_book(desk, book.info.book_id, "Dock groups")
    settled(lambda: second.window.allies().page.info.name == "Dock groups")
    with pytest.raises(BadInput, match="already"):
        create_book(second._desk, "Dock groups")
    gone = discard_book(desk, book.info.book_id)
    tab = second.window.allies()
    settled(lambda: tab.page.info.book_id != book.info.book_id)
    assert "“Dock groups” was put in the trash in another window" in tab.note.accessibleName()
    restore_book(desk, gone.copy)
    settled(lambda: book.info.book_id in {info.book_id for info, _ in tab.page.books})
    tab.open_book(book.info.book_id)
    settled(lambda: tab.page.info.book_id == book.info.book_id)
    tab.deeds.approve(["@group05"])
    there = desk.shelf.open(book.info.book_id)
    settled(lambda: there.ally("@group05").status is Status.APPROVED)


def test_manners_and_a_budget_alone_come_as_well(windows, settled):
    settled()
    heard = []
    first, second = windows
    stop = second._desk.announcer.listen(heard.append)
    set_manners(first._desk, Manners(grace=3))
    settled(lambda: any(one.snapshots for one in heard))
    heard.clear()
    set_budget(first._desk, Decimal(12))
    settled(lambda: any(one.settings for one in heard))
    stop()
    assert not any(one.posts for one in heard)
