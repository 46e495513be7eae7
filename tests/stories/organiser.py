"""Someone who publishes a book against an X that goes wrong, again until nothing is left to do.

Each run is what one ``allybook list publish --yes --json`` does, from opening the profile to the
exit status, with a clock and a patience of its own: days pass in an instant.
"""

from __future__ import annotations

import io
import json
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.cli.out import Out
from allybook.cli.run import run
from allybook.cli.words import read_words
from allybook.domain.errors import AllybookError
from allybook.domain.money.months import month_of
from allybook.domain.people.accounts import Account
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import Terms, XNetwork
from allybook.gateway.gauge import Gauge
from allybook.gateway.transport import XTransport
from allybook.services.books.edit import approve, remove
from allybook.services.line import Line
from allybook.services.lists.pull import members_now
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.plan import plan_list
from allybook.services.sign_in.keys import HeldKeys
from allybook.services.sign_in.who import sign_in
from allybook.store.profile import Profile
from tests.fakes.desk import CountingScribe, Patience, make_desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from allybook.practice.scene.people import Figure
    from allybook.services.desk import Desk
    from tests.fakes.clock import FixedClock
    from tests.servers.faulty.server import FaultyX

READ_PATIENCE = 0.6
"""Seconds of silence after which these tests give a server up."""
PUBLISH = ("list", "publish", "--yes", "--json")
DAY = timedelta(days=1)
OPEN = frozenset({"waiting", "in_doubt"})
"""Outcomes that say nothing yet."""
THERE = frozenset({"added", "already_there"})
"""Outcomes that say of an account that it is on the list."""
GONE = frozenset({"removed", "not_there"})
"""Outcomes that say of somebody who was to leave that they are not."""


class NeverDone(AssertionError):
    """However often it was run, something was left to do."""


@dataclass(frozen=True, slots=True)
class Run:
    """One command: its exit status, the rows that it printed, what it said beside them.

    ``billed`` is what X charged for it after the sign-in.
    """

    status: int
    rows: Sequence[dict[str, str]]
    said: str
    billed: Decimal = Decimal(0)

    @property
    def left(self) -> bool:
        """Return whether the report says that something is left to do."""
        return self.status != 0 or any(row["outcome"] in OPEN for row in self.rows)


@dataclass
class Organiser:
    """A person with a profile and a book, before an X at ``address``.

    ``budget`` is in dollars a month. ``told`` is the last thing said about each account by id;
    ``wrong`` is what a run said or cost against the truth, ``leavers`` were to be taken off.
    """

    folder: Path
    x: FaultyX
    address: str
    clock: FixedClock
    budget: str = "50"
    runs: list[Run] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    leavers: set[str] = field(default_factory=set)
    scribe: CountingScribe = field(default_factory=CountingScribe)

    def write_book(self, known: Sequence[Figure], named: Sequence[Figure]) -> None:
        """Approve accounts; the ids of some are known from before, of others only the handles."""
        with self.desk() as desk:
            desk.cache.save_accounts([_account(one) for one in known], self.clock.now())
            book = desk.book()
            handles = {one.handle for one in (*known, *named)}
            nominate_handles(desk, book, sorted(handles))
            approve(desk, book, [ally.key for ally in book.allies() if ally.handle in handles])

    def change_book(self, *, leaves: Sequence[str], comes: Sequence[Figure]) -> None:
        """Take allies out by id, and approve others."""
        self.leavers.update(leaves)
        with self.desk() as desk:
            remove(desk, desk.book(), leaves)
        self.write_book((), comes)

    def wanted(self) -> set[str]:
        """Return the ids of the approved allies, as far as they are known."""
        with self.desk() as desk:
            allies = desk.book().allies()
        return {ally.user_id for ally in allies if ally.user_id and ally.status == "approved"}

    def believed(self) -> frozenset[str]:
        """Return who is on the list as the program has it."""
        with self.desk() as desk:
            return members_now(desk, desk.cache.mirror(desk.book().info.book_id))

    def in_ledger(self) -> tuple[Decimal, Decimal, Decimal]:
        """Return the dollars of this month spent and held in doubt, and all ever spent."""
        month = month_of(self.clock.now().date())
        with self.desk() as desk:
            ledger = desk.ledger
            return ledger.spent(*month), ledger.held(*month), ledger.spent(date.min, date.max)

    def publishes(self) -> Run:
        """Publish once; errors end it as they end the command."""
        with self.desk() as desk:
            planned = plan_list(desk, desk.book()).quote.dollars
        # Where X lied or did not say what it did, nobody knows how many there are to be read.
        certain = not self.x.truth.lies and "in_doubt" not in self.told.values()
        before = (len(self.x.met), self.clock.now().date())
        done = self._command(*PUBLISH)
        self.runs.append(done)
        undisturbed = before == (len(self.x.met), self.clock.now().date())
        if certain and undisturbed and done.billed > planned:
            self.wrong.append(f"run {len(self.runs)} cost {done.billed}, planned was {planned}")
        self._hear(done)
        return done

    def publishes_until_done(self, waits: Sequence[timedelta], most: int = 60) -> None:
        """Publish again and again, with time passing in between as ``waits`` has it in turn."""
        for number in range(most):
            if not self.publishes().left:
                return
            self.clock.advance(seconds=waits[number % len(waits)].total_seconds())
        last = self.runs[-1]
        raise NeverDone(f"never done: {last.status}, {last.rows}, {last.said}")

    def _hear(self, done: Run) -> None:
        """Note what a run told, and what of it is not so; X's own lies are found out later."""
        for row in done.rows:
            who, outcome = row["user_id"], row["outcome"]
            if not (outcome in OPEN or self.is_so(who, outcome) or who in self.x.truth.lies):
                self.wrong.append(f"run {len(self.runs)} said {outcome} of {who}, which is not so")
            if who:
                self.told[who] = outcome

    def is_so(self, who: str, outcome: str) -> bool:
        """Return whether the list is as an outcome says; who was not let go is still on it."""
        there = who in self.x.truth.on_lists()
        if who in self.leavers and outcome not in GONE:
            return there or outcome not in THERE
        return there is (outcome in THERE)

    def asks(self, *words: str) -> Run:
        """Run one other command."""
        return self._command(*words)

    def hears(self, *words: str) -> tuple[int, str, str]:
        """Run a command that answers in words: its exit status, and what it said and remarked."""
        status, said, remarks, _billed = self._run(*words)
        return status, said, remarks

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Lay out a desk as a start of the program does."""
        account = self.x.world.me.user_id
        with ExitStack() as stack:
            profile = stack.enter_context(Profile(self.folder, self.clock))
            desk = make_desk(profile, self.clock, None, budget=self.budget, account=account)
            terms = Terms(owns_app=True, me=desk.settings.read("me") or None)
            transport = XTransport(self.address, connect=2.0, read=READ_PATIENCE)
            network = XNetwork(
                HeldKeys(Tokens("planted")),
                adapter=Gauge(transport, profile.limits(account), self.clock),
                meter=desk.jobs,
                clock=self.clock,
                terms=terms,
            )
            stack.enter_context(closing(network))
            yield replace(desk, line=Line(network), scribe=self.scribe, owns_app=True)

    def _command(self, *words: str) -> Run:
        status, said, remarks, billed = self._run(*words)
        return Run(status, json.loads(said) if said else (), remarks, billed)

    def _run(self, *words: str) -> tuple[int, str, str, Decimal]:
        options, parsed = read_words(
            ["--api-base", self.address, "--token-stdin", "--budget", self.budget, *words]
        )
        answers, remarks = io.StringIO(), io.StringIO()
        out = Out(answers, remarks)
        with self.desk() as desk:
            before = self.x.bill.dollars
            try:
                sign_in(desk, Patience())
                before = self.x.bill.dollars
                status = run(desk, parsed, options, out)
            except AllybookError as error:
                out.remark(str(error))
                status = error.exit_status
        billed = self.x.bill.dollars - before
        return status, answers.getvalue(), remarks.getvalue(), billed


def _account(one: Figure) -> Account:
    return Account(one.user_id, one.handle, one.character.name, one.character.bio)
