"""A book of 50,000 allies with 100,000 entries, as the table of allies uses it.

Opening it, typing a filter letter by letter, one edit, and one tag for all of them. Beside each
stands the bare work: SQLite reading or writing the same rows, a plain scan of the same texts.
"""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind
from allybook.domain.errors import FilterError
from allybook.services.books.edit import LOT, add_tags, approve
from allybook.services.books.sift import AllySift, parse_ally_filter
from allybook.services.people.nominate import nominate
from allybook.store.database.connection import connect
from allybook.store.profile import Profile
from tests.benchmarks import crowd
from tests.benchmarks.figures import figure, quantile
from tests.benchmarks.process import ROOT, answer_call, call
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.services.desk import Desk
    from tests.benchmarks.figures import Figure

ALLIES = 50_000
PLANNED_ALLIES = 50_000
PLANNED_OPENING_MS = 300
EDIT_BOUND_MS = 5
FILTER_BOUND_MS = 16
OPENINGS = 10
EDITS = 40
BOOK = "Tenants"
TYPED = ("housing", "rent 42", "tag:legal -is:person", "is:ally (youth OR @food)", '"food bank"')
ALL = "SELECT line FROM lines ORDER BY folded, record"
ONE_ROW = "INSERT INTO beside VALUES (?, ?)"


def fill(folder: str, allies: str) -> dict[str, int]:
    """Nominate and approve allies: two entries for each."""
    with Profile(Path(folder), FixedClock()) as profile:
        desk = make_desk(profile, FixedClock(), None)
        book = desk.book(BOOK)
        keys = [str(1000 + number) for number in range(int(allies))]
        nominate(desk, book, [_nominee(number, key) for number, key in enumerate(keys)])
        approve(desk, book, keys)
        return {"allies": len(book.allies()), "entries": len(book.entries())}


def use(folder: str, edits: str) -> dict[str, list[float]]:
    """Open the book over and over, filter it, edit it; return milliseconds by way."""
    home, clock = Path(folder), FixedClock()
    file = next((home / "books").glob("*.sqlite3"))
    spent = {"open": [], "open bare": [], "edit bare": _edit_bare(home, int(edits))}
    for _ in range(OPENINGS):
        spent["open bare"].append(_spend(lambda: _read_bare(file)))
        spent["open"].append(_spend(lambda: _open(home, clock)))
    with Profile(home, clock) as profile:
        desk = make_desk(profile, clock, None)
        lines = desk.book(BOOK).rows()
        spent["filter"] = _type(AllySift(lines))
        spent["filter bare"] = _scan([line.words for line in lines])
        spent["edit"] = _edit(desk, int(edits))
        keys = [line.key for line in lines]
        spent["tag"] = [_spend(lambda: add_tags(desk, desk.book(BOOK), keys, ["winter"]))]
    spent["tag bare"] = [_write_bare(home, len(lines))]
    return spent


def measure(allies: int = ALLIES, *, edits: int = EDITS) -> list[Figure]:
    """Return the figures of one book."""
    disk = ROOT / "build"
    disk.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=disk) as folder:
        made = call("book", "fill", folder, allies).answer
        ended = call("book", "use", folder, edits)
    spent = ended.answer
    label = f"book, {made['allies']:,} allies, {made['entries']:,} entries"
    opening = max(PLANNED_OPENING_MS * allies / PLANNED_ALLIES, 1)
    bare = f"the same lines read bare: {median(spent['open bare']):.3g} ms"
    disk_alone = f"one durable row bare: p95 {quantile(spent['edit bare'], 0.95):.3g} ms"
    scan = f"one word in the same texts: p95 {quantile(spent['filter bare'], 0.95):.3g} ms"
    rows = f"the same number of rows written bare: {spent['tag bare'][0] / 1000:.3g} s"
    edit = quantile(spent["edit"], 0.95)
    typing = quantile(spent["filter"], 0.95)
    return [
        figure(f"{label}: open", median(spent["open"]), "ms", bound=opening, against=bare),
        figure(f"{label}: filter, p95", typing, "ms", bound=FILTER_BOUND_MS, against=scan),
        figure(f"{label}: one edit, p95", edit, "ms", bound=EDIT_BOUND_MS, against=disk_alone),
        figure(f"{label}: a tag for all", spent["tag"][0] / 1000, "s", against=rows),
        figure(f"{label}: memory", ended.peak_mb, "MB", against="the whole process"),
    ]


def _nominee(number: int, key: str) -> Nominee:
    name = f"{crowd.WORDS[number % len(crowd.WORDS)]}{number}"
    tag = crowd.TAGS[number % len(crowd.TAGS)]
    evidence = (f"{9_000_000_000 + number}:7",)
    return Nominee(key, name, Kind.ORGANISATION, "housing", (tag,), (), evidence)


def _open(home: Path, clock: FixedClock) -> None:
    with Profile(home, clock) as profile:
        shelf = profile.shelf()
        shelf.open(shelf.books()[0].book_id).rows()


def _edit(desk: Desk, edits: int) -> list[float]:
    book = desk.book(BOOK)
    keys = [line.key for line in book.rows()]
    return [
        _spend(lambda: add_tags(desk, book, [keys[number * 7 % len(keys)]], [f"new{number}"]))  # noqa: B023
        for number in range(edits)
    ]


def _type(sift: AllySift) -> list[float]:
    """Type the filters letter by letter; return milliseconds for each that is understood."""
    return [
        _spend(lambda: sift.marks(text[:end]))  # noqa: B023
        for text in TYPED
        for end in range(1, len(text) + 1)
        if _is_whole(text[:end])
    ]


def _is_whole(text: str) -> bool:
    try:
        parse_ally_filter(text)
    except FilterError:
        return False
    return True


def _scan(texts: list[str]) -> list[float]:
    word = TYPED[0]
    return [
        _spend(lambda: [word[:end] in text for text in texts])  # noqa: B023
        for end in range(1, len(word) + 1)
    ]


def _write_bare(home: Path, rows: int) -> float:
    """Write as many rows as a tag for all does, in as many durable transactions."""
    connection = connect(home / "beside.sqlite3")
    connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE tags (id INTEGER PRIMARY KEY, entry TEXT) STRICT")

    def write() -> None:
        for start in range(0, rows, LOT):
            with connection:
                lot = range(start, min(start + LOT, rows))
                connection.executemany(
                    "INSERT INTO tags VALUES (?, ?)", ((number, "x" * 300) for number in lot)
                )

    spent = _spend(write)
    connection.close()
    return spent


def _read_bare(file: Path) -> None:
    connection = connect(file)
    connection.execute(ALL).fetchall()
    connection.close()


def _edit_bare(home: Path, edits: int) -> list[float]:
    connection = connect(home / "beside.sqlite3")
    connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE beside (id INTEGER PRIMARY KEY, entry TEXT) STRICT")
    spent = [
        _spend(lambda: connection.execute(ONE_ROW, (number, "x" * 300)))  # noqa: B023
        for number in range(edits)
    ]
    connection.close()
    return spent


def _spend(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    answer_call({"fill": fill, "use": use})
