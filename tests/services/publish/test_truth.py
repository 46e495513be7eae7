"""Whatever X does, and whenever the program dies: the report is what the list shows."""

import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from msgspec.structs import replace

from allybook.domain.acts.outbox import Deed, Outcome, Stage
from allybook.domain.acts.pace import Pace
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve, decline, opt_out, remove, undo_entry
from allybook.services.people.nominate import nominate, nominate_handles
from allybook.services.publish.leaving import LEAVERS
from allybook.services.publish.plan import plan_list
from allybook.services.publish.report import note_told
from allybook.services.publish.run import FURTHER, OVERNIGHT, publish
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience, make_desk
from tests.fakes.moody import MAKING, MOODS, Killed, Life, MoodyNetwork, Mortal

PEOPLE = {str(n): f"ally_{n}" for n in range(11, 17)}
OTHERS = ("21", "22")
QUICK = Pace(1.0, 50)
somebody = st.sampled_from(sorted(PEOPLE))
THERE = {Outcome.ADDED, Outcome.ALREADY_THERE}
AWAY = {Outcome.REMOVED, Outcome.NOT_THERE}


class Publishing(RuleBasedStateMachine):
    """A person, a book and an X that fails; others change the list as well."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FixedClock(datetime(2026, 3, 31, 9, tzinfo=UTC))
        self.profile = Profile(Path(self.folder.name) / "profile", self.clock)
        self.network = MoodyNetwork(self.clock)
        everyone = [Account(i, f"ally_{i}", f"Ally {i}") for i in (*PEOPLE, *OTHERS)]
        self.network.people = {one.user_id: one for one in everyone}
        self.desk = make_desk(self.profile, self.clock, self.network)
        self.desk.settings.write("me", self.network.me_.user_id)
        self.desk.cache.save_accounts(everyone[: len(PEOPLE)], self.clock.now())
        nominate_handles(self.desk, self.desk.book(), PEOPLE.values())
        self.taken_by_others, self.put_by_others = set(), set()

    def teardown(self):
        self.profile.close()
        self.folder.cleanup()

    @initialize(creation=st.sampled_from(MAKING))
    def begin_with_everyone(self, creation):
        approve(self.desk, self.desk.book(), PEOPLE)
        self.network.creation = creation

    @rule(user_ids=st.sets(somebody, min_size=1))
    def approve(self, user_ids):
        for user_id in sorted(user_ids):
            with suppress(BadInput):
                approve(self.desk, self.desk.book(), [user_id])

    @rule(user_id=somebody)
    def decline(self, user_id):
        with suppress(BadInput):
            decline(self.desk, self.desk.book(), [user_id])

    @rule(user_id=somebody)
    def take_approval_back(self, user_id):
        book = self.desk.book()
        said = [e for e in book.entries(user_id) if e.set.get("status") == Status.APPROVED]
        with suppress(BadInput):
            undo_entry(self.desk, book, said[-1].entry_id)

    @rule(user_id=somebody, post=st.integers(1, 9))
    def a_chat_names(self, user_id, post):
        evidence = (f"{post}:{OTHERS[0]}",)
        found = Nominee(user_id, PEOPLE[user_id], Kind.ORGANISATION, evidence=evidence)
        nominate(self.desk, self.desk.book(), [found])

    @rule(user_id=somebody)
    def remove(self, user_id):
        with suppress(BadInput):
            remove(self.desk, self.desk.book(), [user_id])

    @rule(user_id=somebody)
    def opt_out(self, user_id):
        opt_out(self.desk, self.desk.book(), [user_id])
        self.network.opted_out.add(user_id)

    @rule(hours=st.integers(-30, 30))
    def set_the_clock(self, hours):
        self.clock.advance(seconds=hours * 3600)

    @precondition(lambda self: self.network.on_lists)
    @rule(user_id=st.sampled_from([*PEOPLE, *OTHERS]))
    def somebody_else_adds(self, user_id):
        if user_id not in self.members():
            self.members().append(user_id)
            self.put_by_others.add(user_id)
            self.network.ours.discard(user_id)

    @precondition(lambda self: self.network.on_lists)
    @rule(user_id=somebody)
    def somebody_else_removes(self, user_id):
        if user_id in self.members():
            self.members().remove(user_id)
            self.taken_by_others.add(user_id)
            self.network.ours.discard(user_id)

    @rule(moods=st.lists(st.sampled_from(MOODS), max_size=8), stop=st.none() | st.integers(0, 4))
    def publish(self, moods, stop):
        self.network.moods = list(moods)
        with suppress(Killed):
            self.check(self.send(self.desk, Patience(stop)), whole=stop is None)

    @rule(calls=st.integers(0, 120), moods=st.lists(st.sampled_from(MOODS), max_size=4))
    def publish_and_die(self, calls, moods):
        self.network.moods = list(moods)
        desk, life = self.desk, Life(calls)
        parts = {name: Mortal(getattr(desk, name), life) for name in ("outbox", "cache", "ledger")}
        with suppress(Killed):
            self.send(replace(desk, **parts), Patience())

    @rule()
    def publish_in_peace(self):
        self.network.moods, self.network.creation = [], "well"
        self.clock.advance(seconds=25 * 3600)
        done = self.send(self.desk, Patience())
        self.check(done, whole=True)
        for _ in range(3):
            if FURTHER in done.stopped:
                done = self.send(self.desk, Patience())
                self.check(done, whole=True)
        assert FURTHER not in done.stopped
        wanted = {ally.user_id for ally in self.allies(Status.APPROVED)}
        left = {one.user_id for one in plan_list(self.desk, self.desk.book()).left_out}
        if self.network.on_lists and not self.desk.outbox.waiting():
            assert wanted - left - self.taken_by_others <= set(self.members())
            leaving = {one.user_id for status in LEAVERS for one in self.allies(status)}
            assert not (leaving - self.put_by_others) & set(self.members())
            doubted = {one.user_id for one in self.allies(Status.NOMINATED)}
            others = self.put_by_others | self.taken_by_others
            assert not (doubted - others) & set(self.members())

    @invariant()
    def no_act_is_done_twice(self):
        assert self.network.twice == []

    @invariant()
    def nobody_is_added_who_opted_out(self):
        assert self.network.unwanted == []

    @invariant()
    def one_list_at_most(self):
        assert len(self.network.lists) <= 1

    def send(self, desk, ticket):
        return publish(desk, plan_list(desk, desk.book()), ticket, pace=QUICK)

    def check(self, done, *, whole):
        """The report says of nobody what is not so; what waits is not done."""
        if not self.network.on_lists:
            return
        unseen = FURTHER in done.stopped or OVERNIGHT in done.stopped
        looked = done.error is None and not unseen
        members, read = set(self.members()), whole and looked
        latest = {act.user_id: act for act in done.acts}
        for act in latest.values():
            # What others changed since is no lie of the report.
            if read and act.user_id in self.network.ours:
                assert act.outcome not in (AWAY if act.user_id in members else THERE), act
        for act in done.waiting:
            if act.stage is Stage.WAITING and act.user_id in self.network.ours:
                assert (act.user_id in members) is (act.deed is Deed.REMOVE_MEMBER), act
        note_told(self.desk, done.list_id, done.acts)

    def members(self):
        return next(iter(self.network.on_lists.values()))

    def allies(self, status):
        return [ally for ally in self.desk.book().allies() if ally.status is status]


TestPublishing = Publishing.TestCase
TestPublishing.settings = settings(
    max_examples=30,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
