"""A book of allies out to a table and into an empty book: equal, and how long beside a bare loop.

The bare loops write and read the same cells with ``csv`` or openpyxl and do nothing else; what the
way in adds is understanding 50,000 rows, and one durable entry and fold for each.
"""

from __future__ import annotations

import csv
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook

from allybook.services.books.bring_in import bring_in, preview, read_table
from allybook.services.books.edit import add_note
from allybook.services.books.export import export_allies
from allybook.store.profile import Profile
from tests.benchmarks.book import BOOK, fill
from tests.benchmarks.figures import figure
from tests.benchmarks.process import ROOT, answer_call, call
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience, make_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.services.desk import Desk
    from tests.benchmarks.figures import Figure

ALLIES = 50_000
FORMS = ("csv", "xlsx", "json")
NOTE_EVERY = 10


def play(folder: str, allies: str, form: str) -> dict[str, float]:
    """Export a book, bring it into an empty one, export that: the same. Return seconds."""
    home, clock = Path(folder), FixedClock()
    if not (home / "full").exists():
        fill(str(home / "full"), allies)
        _annotate(home / "full", clock)
    first, again = home / f"first.{form}", home / f"again.{form}"
    spent: dict[str, float] = {}
    with Profile(home / "full", clock) as profile:
        desk = make_desk(profile, clock, None)
        spent["out"] = _spend(lambda: export_allies(desk, desk.book(BOOK), first))
        spent["same"] = _spend(lambda: _bring(desk, first))
    with Profile(home / form, clock) as profile:
        desk = make_desk(profile, clock, None)
        spent["in"] = _spend(lambda: _bring(desk, first))
        export_allies(desk, desk.book(BOOK), again)
    if _cells(first) != _cells(again):
        raise RuntimeError(f"The {form} of a book that was brought in is another one.")
    spent["bare out"], spent["bare in"] = _bare(home, form)
    return spent


def measure(allies: int = ALLIES) -> list[Figure]:
    """Return the figures of each form."""
    disk = ROOT / "build"
    disk.mkdir(exist_ok=True)
    figures = []
    with TemporaryDirectory(dir=disk) as folder:
        for form in FORMS:
            ended = call("in_out", "play", folder, allies, form)
            figures += _figures(allies, form, ended.answer, ended.peak_mb)
    return figures


def _figures(allies: int, form: str, spent: dict[str, float], peak_mb: float) -> list[Figure]:
    label = f"book, {allies:,} allies, .{form}"
    bare = spent["bare out"] + spent["bare in"]
    beside = f"a bare loop out and in: {bare:.3g} s"
    whole = (spent["out"] + spent["in"]) / bare
    return [
        figure(f"{label}: out", spent["out"], "s", against=f"bare: {spent['bare out']:.3g} s"),
        figure(f"{label}: into an empty book", spent["in"], "s", against="equal when out again"),
        figure(f"{label}: into the same book", spent["same"], "s", against="nothing is written"),
        figure(f"{label}: out and in", whole, "times", against=beside),
        figure(f"{label}: memory", peak_mb, "MB", against="the whole process"),
    ]


def _annotate(folder: Path, clock: FixedClock) -> None:
    with Profile(folder, clock) as profile:
        desk = make_desk(profile, clock, None)
        book = desk.book(BOOK)
        for number in range(NOTE_EVERY):
            add_note(desk, book, [str(1000 + number)], f"=1+{number}, “called”\nand again")


def _bring(desk: Desk, path: Path) -> None:
    table = desk.importers.open_table(path)
    book = desk.book(BOOK)
    raw = read_table(table, Patience())
    bring_in(desk, book, preview(desk, book, raw, table.guess, Patience()), Patience())


def _cells(path: Path) -> object:
    if path.suffix != ".xlsx":
        return path.read_bytes()
    book = load_workbook(path, read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return rows


def _bare(home: Path, form: str) -> tuple[float, float]:
    """Return how long the same cells take out and in with nothing done to them."""
    with (home / "first.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    beside = home / f"bare.{form}"
    if form == "xlsx":
        return _spend(lambda: _write_sheet(beside, rows)), _spend(lambda: _cells(beside))
    return _spend(lambda: _write_lines(beside, rows)), _spend(lambda: _read_lines(beside))


def _write_lines(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _read_lines(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        list(csv.reader(file))


def _write_sheet(path: Path, rows: list[list[str]]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(path)


def _spend(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


if __name__ == "__main__":
    answer_call({"play": play})
