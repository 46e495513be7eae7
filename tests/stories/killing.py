"""Real processes of the program against an X on loopback, killed at the request that a test names.

The server itself kills: at the request that a ``Stroke`` names it sends SIGKILL before it carries
the request out, after, or once the answer is on its way. So a kill needs no luck and no waiting.
"""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import TYPE_CHECKING

import apsw

from allybook.app.ground import SystemClock
from allybook.store.profile import Profile
from tests.programs import deadline, ending, ends_within
from tests.servers.faulty.server import FaultyX, serve
from tests.stories.organiser import Run

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from decimal import Decimal

TOKEN = "planted-token-77ae"  # noqa: S105 (not a secret: the practice network takes any)
LOST, DONE, ANSWERED = "lost", "done", "answered"
HOWS = (LOST, DONE, ANSWERED)
"""A request dies with the program, or is carried out without it, or the answer is on its way."""
LATEST = 0.03
"""Within so many seconds after an answer the program settles what it did."""
LONGEST = 60
GLANCE = 0.002
"""Seconds between two looks at what an import has written."""
LENIENCE = 500_000
"""So many bytes later an import dies by itself, if nobody had a turn to kill it."""


_MOMENTS: dict[date, datetime] = {}


def today() -> datetime:
    """Return the moment that the practice network's stage is built for: the same for one day.

    Its day has to be this computer's, which the processes go by.
    """
    now = datetime.now(UTC)
    return _MOMENTS.setdefault(now.date(), now)


@dataclass(frozen=True, slots=True)
class Stroke:
    """When a process dies: at its ``number``-th request from 1, how, and how long after (s)."""

    number: int
    how: str
    after: float = 0.0


def draw_stroke(chance: random.Random, most: int) -> Stroke:
    """Return a stroke at one of the first ``most`` requests."""
    how = chance.choice(HOWS)
    after = chance.uniform(0, LATEST) if how == ANSWERED else 0.0
    return Stroke(chance.randint(1, most), how, after)


@dataclass
class Ward:
    """A profile, an X of its own, and the processes that work between them.

    ``since`` is the moment that X's stage is built for; a day may end while processes work.
    ``kills`` counts those that were really killed; ``wrong`` gathers what a kill broke.
    """

    folder: Path
    x: FaultyX
    address: str
    since: datetime
    kills: int = 0
    wrong: list[str] = field(default_factory=list)

    def runs(self, *words: str, stroke: Stroke | None = None, module: str = "allybook") -> Run:
        """Run a command to its end, or to the stroke; a killed one has the status -9."""
        with ending(self._start(module, words)) as process:
            if stroke:
                self._aim(process, stroke)
            said, remarks = process.communicate(timeout=LONGEST)
            self.x.watch = _look_on
            self.x.schedule.clear()
        return self._ended(process.returncode, said, remarks, str(stroke))

    def runs_until_it_wrote(self, octets: int, *words: str) -> Run:
        """Run a command until the profile has grown so much, then kill it; or to its end."""
        until = written(self.folder) + octets
        process = self._start("tests.stories.stricken", (*words, str(until + LENIENCE)))
        with ending(process), deadline(process, LONGEST):
            while written(self.folder) < until and not ends_within(process, GLANCE):
                pass
            process.kill()
            said, remarks = process.communicate(timeout=LONGEST)
        return self._ended(process.returncode, said, remarks, f"{octets} bytes")

    def _start(self, module: str, words: tuple[str, ...]) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", module, "--profile", str(self.folder)]
        command += ["--api-base", self.address, "--token-stdin", "--owns-app", "--budget", "20"]
        pipe = subprocess.PIPE
        with TemporaryFile("w+", encoding="utf-8") as token:
            token.write(TOKEN)
            token.seek(0)
            return subprocess.Popen(
                [*command, *words], stdin=token, stdout=pipe, stderr=pipe, text=True
            )

    def _ended(self, status: int, said: str, remarks: str, how: str) -> Run:
        killed = status == -signal.SIGKILL
        if killed:
            self.kills += 1
            self.wrong += [f"after {how}: {one}" for one in broken(self.folder)]
        # One that was killed as it ended has told its report all the same.
        return Run(status, json.loads(said) if said.endswith("]\n") else (), remarks)

    def _aim(self, process: subprocess.Popen[str], stroke: Stroke) -> None:
        number = len(self.x.asked) + stroke.number
        point = {LOST: "before", DONE: "after", ANSWERED: "answered"}[stroke.how]
        if stroke.how == LOST:
            self.x.schedule[number] = "drop before"

        def strike(asked: int, at: str) -> None:
            if (asked, at) == (number, point):
                ends_within(process, stroke.after)
                process.kill()

        self.x.watch = strike

    def ledger(self) -> tuple[Decimal, Decimal]:
        """Return the dollars that are spent, and those held in doubt."""
        ever = (date.min, date.max)
        with Profile(self.folder, SystemClock()) as profile:
            return profile.ledger().spent(*ever), profile.ledger().held(*ever)

    def judge_ledger(self) -> list[str]:
        """Return what the ledger has against the bill."""
        spent, held = self.ledger()
        billed = self.x.truth.dollars()
        if spent <= billed <= spent + held:
            return []
        return [f"the ledger has {spent} and {held} in doubt, billed {billed}"]


def written(folder: Path) -> int:
    """Return how many bytes there are in a profile; what goes meanwhile is not counted."""
    octets = 0
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):
            octets += path.stat().st_size if path.is_file() else 0
    return octets


def _look_on(_number: int, _point: str) -> None:
    """Let a request pass."""


@contextmanager
def ward(folder: Path, since: datetime | None = None) -> Iterator[Ward]:
    """Yield a profile in an empty folder with an X that lives today, or since that moment."""
    since = since or today()
    x = FaultyX(SystemClock(), since)
    with serve(x) as address:
        yield Ward(folder, x, address, since)


def broken(folder: Path) -> list[str]:
    """Return which databases are damaged, by copies: looking would tidy up what a kill left."""
    found = []
    with TemporaryDirectory() as aside:
        copy = Path(aside) / "profile"
        shutil.copytree(folder, copy)
        for path in sorted(copy.rglob("*.sqlite3")):
            with closing(apsw.Connection(str(path))) as connection:
                said = connection.execute("PRAGMA integrity_check").get
            found += [] if said == "ok" else [f"{path.name}: {said}"]
    return found
