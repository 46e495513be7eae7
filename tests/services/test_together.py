"""What two add to one list at the same moment is all kept, whatever the list is of."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import SimpleNamespace

import pytest

from allybook.domain.filters.tree import On, Term
from allybook.domain.mutes import MuteKind
from allybook.domain.noise import NoiseKind
from allybook.domain.sign_in.oauth import KnownAccount
from allybook.services.books import care, deeds, later, look_alikes
from allybook.services.check.manners import keep_account, read_manners
from allybook.services.reading.allowance import also_read_by_itself, read_by_itself
from allybook.services.sign_in.accounts import known_accounts, remember_account
from allybook.services.timeline.mutes import mute, mutes, unmute
from allybook.services.timeline.noise import set_weights, weights
from allybook.services.timeline.spare import forget_spared, spare, spared
from allybook.services.timeline.views import forget_view, save_view, views
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk

EACH = 12
BOOK = SimpleNamespace(info=SimpleNamespace(book_id="b1"))
KINDS = tuple(NoiseKind)


def do(desk, name):
    """Remember an act; every other one is great, so that its ids are kept apart."""
    many = deeds.LIGHT + 1 if name.endswith("1") else 1
    entries = [SimpleNamespace(entry_id=f"{name}.{n}") for n in range(many)]
    deeds.remember(desk, name, {"b1": entries})


def tell_apart(desk, name):
    look_alikes.tell_apart(desk, BOOK, SimpleNamespace(keys=("0", name)))


WAYS = {
    "mutes": (
        lambda desk, name: mute(desk, MuteKind.WORD, name),
        lambda desk: {one.value for one in mutes(desk)},
    ),
    "views": (
        lambda desk, name: save_view(desk, name, name),
        lambda desk: {one.name for one in views(desk) if one.own},
    ),
    "spared": (
        lambda desk, name: spare(desk, Term(On.WORD, name)),
        lambda desk: {one.value for one in spared(desk)},
    ),
    "acts": (do, lambda desk: {one.words for one in deeds.remembered(desk)}),
    "words that are fine": (care.let_be, care.fine_words),
    "put off": (
        lambda desk, name: later.put_off(desk, "b1", [name]),
        lambda desk: set(later.put_off_until(desk, "b1")),
    ),
    "told apart": (
        tell_apart,
        lambda desk: {other for _, other in look_alikes._apart(desk, BOOK)},
    ),
    "kept": (
        lambda desk, name: keep_account(desk, name, keep=True),
        lambda desk: read_manners(desk).people,
    ),
    "read by itself": (
        lambda desk, name: also_read_by_itself(desk, name, wanted=True),
        lambda desk: set(read_by_itself(desk)) - {"source:home"},
    ),
    "accounts": (
        lambda desk, name: remember_account(desk.settings, KnownAccount(name, name)),
        lambda desk: {one.user_id for one in known_accounts(desk.settings)},
    ),
}


@pytest.fixture
def desk(tmp_path):
    clock = FixedClock()
    with Profile(tmp_path, clock) as profile:
        yield make_desk(profile, clock, None)


def at_once(tasks):
    """Do these in a thread each, all at the same moment."""
    start = Barrier(len(tasks), timeout=20)

    def run(task):
        start.wait()
        task()

    with ThreadPoolExecutor(len(tasks)) as pool:
        list(pool.map(run, tasks))


def doing(act, desk, names):
    def run():
        for name in names:
            act(desk, name)

    return run


@pytest.mark.parametrize("what", WAYS)
def test_what_two_add_at_once_is_all_kept(desk, what):
    act, kept = WAYS[what]
    mine, theirs = ([f"{who}{n}" for n in range(EACH)] for who in "ab")
    at_once([doing(act, desk, mine), doing(act, desk, theirs)])
    assert set(kept(desk)) == {*mine, *theirs}


def test_weights_that_two_choose_at_once_are_all_kept(desk):
    mine, theirs = KINDS[::2], KINDS[1::2]

    def choose(desk, kind):
        set_weights(desk, {kind: weights(desk)[kind] // 2})

    before = weights(desk)
    at_once([doing(choose, desk, mine), doing(choose, desk, theirs)])
    assert weights(desk) == {kind: points // 2 for kind, points in before.items()}


TAKEN_BACK = {
    "mutes": lambda desk, name: unmute(desk, next(m for m in mutes(desk) if m.value == name)),
    "views": forget_view,
    "spared": lambda desk, name: forget_spared(desk, Term(On.WORD, name)),
}


@pytest.mark.parametrize("what", TAKEN_BACK)
def test_one_takes_back_while_another_adds(desk, what):
    act, kept = WAYS[what]
    old, new = ([f"{who}{n}" for n in range(EACH)] for who in "ab")
    doing(act, desk, old)()
    at_once([doing(TAKEN_BACK[what], desk, old), doing(act, desk, new)])
    assert set(kept(desk)) == set(new)


def test_a_great_act_that_is_forgotten_leaves_no_ids(desk):
    do(desk, "great1")
    for number in range(deeds.KEPT):
        do(desk, f"small{number}0")
    assert desk.settings.read("deeds.great1.0") == ""
    assert len(deeds.remembered(desk)) == deeds.KEPT
