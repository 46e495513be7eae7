"""The timeline: saving posts, and the first 100 rows and the exact count of everyday filters.

Each size is a real cache in a folder, filled by one process and asked by another. Beside every
question stands the very SQL that the store asked for it, run bare on APSW in the same process.
"""

from __future__ import annotations

import math
import time
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import apsw

from allybook.app.home import home_languages
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import And, On, Term
from allybook.domain.mutes import MUTES, write_mutes
from allybook.services.timeline.mutes import MUTED
from allybook.services.timeline.view import divide
from allybook.store.database.connection import CACHE_KIB, connect
from allybook.store.filters.compiled import MOST as REMEMBERED
from allybook.store.profile import Profile
from tests.benchmarks import crowd
from tests.benchmarks.figures import figure, quantile
from tests.benchmarks.process import answer_call, call
from tests.fakes.clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from allybook.domain.filters.tree import Node
    from allybook.store.cache import SqliteCache
    from tests.benchmarks.figures import Figure
    from tests.benchmarks.process import Ended

    Samples = dict[str, list[float]]

SIZES = (10_000, 100_000)
ROWS = 100
ROWS_BOUND_MS = 16
COUNT_BOUND_MS = 100
BARE_BOUND = 1.25
BARE_FROM = 100_000
"""Fewer posts are found sooner than a question is put."""
TIMES = 10
LOUD, QUIETER = crowd.handle(0), crowd.handle(40)
EVERYDAY = (
    "",
    "is:ally -is:repost",
    '("action alert" OR urgent OR "call today" OR "sign the petition" OR deadline) -is:repost',
    "is:reply -is:repost",
    "#swhelper -is:repost",
    "housing",
    "shelter beds",
    '"call today"',
    f"from:{LOUD}",
    f"(from:{LOUD} OR from:{QUIETER}) -is:repost",
    f"@{LOUD}",
    "lang:en -has:links",
    "min_likes:5 has:links",
    "newer:3d -is:repost",
    "since:2026-03-01 until:2026-03-15 housing",
    "tag:housing",
    f'in:"{crowd.BOOK}" -is:reply',
    "chat:swhelper noise<=60",
    "url:housing.example",
    "-giveaway -win is:verified",
)
"""What people ask every day; each is asked as the window does, without the quiet posts."""
SPARED = (parse(f"from:{QUIETER}"),)
HEARD = "one author never hidden"
TIRED = "ten words and two authors muted"
FOUR_WEEKS = Term(On.SINCE, "2026-03-03"), Term(On.UNTIL, "2026-03-31")


@dataclass
class Tape:
    """Every statement that connections to one file run while the tape is on."""

    path: Path
    statements: list[tuple[str, Any]] = field(default_factory=list)
    heard: list[apsw.Connection] = field(default_factory=list)
    on: bool = False

    def listen(self, connection: apsw.Connection) -> None:
        """Hear a connection from its beginning; given to ``apsw.connection_hooks``."""
        if Path(connection.filename) == self.path:
            connection.exec_trace = self._hear
            self.heard.append(connection)

    def record(self, ask: Callable[[], object]) -> list[tuple[str, Any]]:
        """Return the statements that a question comes down to."""
        self.statements, self.on = [], True
        ask()
        self.on = False
        return self.statements

    def leave(self) -> None:
        """Hear no more, and cost nothing any more."""
        apsw.connection_hooks.remove(self.listen)
        for connection in self.heard:
            if not _is_closed(connection):
                connection.exec_trace = None

    def _hear(self, _cursor: apsw.Cursor, sql: str, bindings: object) -> bool:
        if self.on:
            self.statements.append((sql, bindings))
        return True


def save(folder: str, size: str, account: str = crowd.ACCOUNT) -> dict[str, float]:
    """Fill the cache of an account with posts; return the seconds spent in saving them."""
    spent = 0.0
    with Profile(Path(folder), FixedClock(), home_languages()) as profile:
        cache = profile.cache(account)
        crowd.settle(cache)
        for source, posts in crowd.lumps(int(size)):
            began = time.perf_counter()
            cache.save_posts(posts, source)
            spent += time.perf_counter() - began
    return {"seconds": spent}


def ask(folder: str, times: str) -> dict[str, Samples]:
    """Ask everything ``times`` over; return milliseconds by question, then by way of asking.

    ``typed`` is a question as somebody types it: read and compiled anew. What is muted is looked
    for once, before: so it is whenever posts came or a mute did.
    """
    samples: dict[str, Samples] = {text: {} for text in EVERYDAY}
    path = (Path(folder) / "accounts" / crowd.ACCOUNT / "cache.sqlite3").resolve()
    tape = Tape(path)
    apsw.connection_hooks.append(tape.listen)
    with Profile(Path(folder), FixedClock(), home_languages()) as profile:
        cache = profile.cache(crowd.ACCOUNT)
        asked = {text: _questions(cache, divide(parse(text)).kept) for text in EVERYDAY}
        cache.sources()
        said = {
            text: {way: tape.record(question) for way, question in questions.items()}
            for text, questions in asked.items()
        }
        tape.leave()
        with closing(connect(path)) as bare:
            bare.execute(f"PRAGMA cache_size = -{CACHE_KIB}; PRAGMA temp_store = MEMORY")
            for turn in range(int(times)):
                for text, questions in asked.items():
                    _take_turns(samples[text], questions, said[text], bare, second=turn % 2 > 0)
                    _note(samples[text], _typed(cache, text), before=lambda: _let_forget(cache))
        profile.settings().write(MUTES, write_mutes(crowd.mutes()))
        cache.count(MUTED)
        for text in EVERYDAY * int(times):
            _note(samples[text], _muted_questions(cache, divide(parse(text)).kept))
        profile.settings().write(MUTES, "")
        for text in EVERYDAY * int(times):
            _note(samples[text], _heard_questions(cache, divide(parse(text), SPARED).kept))
    return samples


def _take_turns(
    samples: Samples,
    questions: Mapping[str, Callable[[], object]],
    said: Mapping[str, Sequence[tuple[str, Any]]],
    bare: apsw.Connection,
    *,
    second: bool,
) -> None:
    """Ask each question, and its SQL bare: who asks second finds the processor's cache warm."""
    for way, question in questions.items():
        both = {way: question, f"{way} bare": partial(_run, bare, said[way])}
        _note(samples, dict(reversed(both.items())) if second else both)


def _note(
    samples: Samples,
    questions: Mapping[str, Callable[[], object]],
    before: Callable[[], None] | None = None,
) -> None:
    """Note how long each question takes (milliseconds); what comes ``before`` it is not counted."""
    for way, question in questions.items():
        if before is not None:
            before()
        samples.setdefault(way, []).append(_spend(question))


def measure(sizes: Sequence[int] = SIZES, *, times: int = TIMES) -> list[Figure]:
    """Return the figures of each size, and how they grow from each size to the next."""
    figures: list[Figure] = []
    before: _Measured | None = None
    for size in sizes:
        with TemporaryDirectory() as folder:
            saving = call("timeline", "save", folder, size)
            asking = call("timeline", "ask", folder, times)
        now = _Measured(size, saving, asking)
        figures += _figures(now)
        if before is not None:
            figures += _growth(before, now)
        before = now
    return figures


@dataclass(frozen=True)
class _Measured:
    size: int
    saving: Ended
    asking: Ended

    def all(self, way: str) -> list[float]:
        return [ms for samples in self.asking.answer.values() for ms in samples[way]]

    def typical(self, way: str) -> float:
        """Return what the whole set costs once, in milliseconds."""
        return sum(median(samples[way]) for samples in self.asking.answer.values())

    def slowest(self, way: str) -> str:
        answer = self.asking.answer
        return max(answer, key=lambda text: median(answer[text][way])) or "everything"


def _figures(now: _Measured) -> list[Figure]:
    label = f"timeline, {now.size:,} posts"
    rate = now.size / now.saving.answer["seconds"]
    lumps = f"in lumps of {crowd.LUMP:,}, with noise and search words"
    first, process = f"{label}: first {ROWS}", "the whole process"
    return [
        figure(f"{label}: saving", rate, "posts/s", against=lumps),
        _p95(now, "typed rows", f"{first} rows after a keystroke, p95", ROWS_BOUND_MS),
        _p95(now, "count", f"{label}: exact count, p95", COUNT_BOUND_MS),
        _p95(now, "muted rows", f"{first} rows, {TIRED}, p95", ROWS_BOUND_MS),
        _p95(now, "muted count", f"{label}: exact count, {TIRED}, p95", COUNT_BOUND_MS),
        _p95(now, "muted days", f"{label}: four weeks by day, {TIRED}, p95", COUNT_BOUND_MS),
        _p95(now, "heard rows", f"{first} rows, {HEARD}, p95", ROWS_BOUND_MS),
        _p95(now, "heard count", f"{label}: exact count, {HEARD}, p95", COUNT_BOUND_MS),
        _beside(now, "ids", f"{first} found"),
        _beside(now, "ids", f"{first} found after a keystroke", typed=True),
        _beside(now, "count", f"{label}: exact count"),
        # Beyond SQLite's answer, a row is a post and its author, made in Python.
        _beside(now, "rows", f"{first} rows", bounded=False),
        figure(f"{label}: memory, saving", now.saving.peak_mb, "MB", against=process),
        figure(f"{label}: memory, asking", now.asking.peak_mb, "MB", against=process),
    ]


def _p95(now: _Measured, way: str, name: str, bound_ms: float) -> Figure:
    slowest = f"{len(EVERYDAY)} everyday filters; slowest: {now.slowest(way)}"
    return figure(name, quantile(now.all(way), 0.95), "ms", bound=bound_ms, against=slowest)


def _beside(
    now: _Measured, way: str, name: str, *, bounded: bool = True, typed: bool = False
) -> Figure:
    bare = now.typical(f"{way} bare")
    ratio = now.typical(f"typed {way}" if typed else way) / bare
    beside = f"the same SQL bare: {bare:.3g} ms for all {len(EVERYDAY)} filters"
    bound = BARE_BOUND if bounded and now.size >= BARE_FROM else None
    return figure(f"{name}, beside bare SQL", ratio, "times", bound=bound, against=beside)


def _growth(before: _Measured, now: _Measured) -> list[Figure]:
    name = f"timeline, {before.size:,} to {now.size:,} posts"
    bound = round(now.size * math.log(now.size) / (before.size * math.log(before.size)), 2)
    saving = now.saving.answer["seconds"] / before.saving.answer["seconds"]
    rows, count = (now.typical(way) / before.typical(way) for way in ("rows", "count"))
    peak = now.saving.peak_mb / before.saving.peak_mb
    smaller = "the smaller size"
    return [
        figure(f"{name}: first {ROWS} rows grow", rows, "times", bound=bound, against="n log n"),
        figure(f"{name}: exact count grows", count, "times", bound=bound, against="n log n"),
        figure(f"{name}: saving grows", saving, "times", against=smaller),
        figure(f"{name}: memory of saving grows", peak, "times", against=smaller),
    ]


def _questions(cache: SqliteCache, chosen: Node) -> dict[str, Callable[[], object]]:
    return {
        "ids": lambda: cache.order(chosen, limit=ROWS),
        "rows": lambda: cache.rows(cache.order(chosen, limit=ROWS)),
        "count": lambda: cache.count(chosen),
    }


def _typed(cache: SqliteCache, text: str) -> dict[str, Callable[[], object]]:
    """Return what a keystroke asks, from the text of the filter on."""

    def find() -> Sequence[int]:
        return cache.order(divide(parse(text)).kept, limit=ROWS)

    return {"typed ids": find, "typed rows": lambda: cache.rows(find())}


def _let_forget(cache: SqliteCache) -> None:
    """Ask for as many other filters as are remembered, so that the next one is compiled anew."""
    for number in range(REMEMBERED):
        cache.order(parse(f"from:nobody{number}"), limit=1)


def _heard_questions(cache: SqliteCache, chosen: Node) -> dict[str, Callable[[], object]]:
    """Return what is asked where somebody never hides an author."""
    return {
        "heard rows": lambda: cache.rows(cache.order(chosen, limit=ROWS)),
        "heard count": lambda: cache.count(chosen),
    }


def _muted_questions(cache: SqliteCache, chosen: Node) -> dict[str, Callable[[], object]]:
    """Return what is asked with mutes in force, the histogram's four weeks among it."""
    weeks = And((chosen, *FOUR_WEEKS))
    return {
        "muted rows": lambda: cache.rows(cache.order(chosen, limit=ROWS)),
        "muted count": lambda: cache.count(chosen),
        "muted days": lambda: cache.days(weeks),
    }


def _run(connection: apsw.Connection, statements: Sequence[tuple[str, Any]]) -> None:
    for sql, bindings in statements:
        connection.execute(sql, bindings).fetchall()


def _spend(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _is_closed(connection: apsw.Connection) -> bool:
    try:
        connection.in_transaction  # noqa: B018 (asking is the test)
    except apsw.ConnectionClosedError:
        return True
    return False


if __name__ == "__main__":
    answer_call({"save": save, "ask": ask})
