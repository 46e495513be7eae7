"""``allybook import FILE...``: read files into the cache, and nominate whom they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from msgspec.structs import replace

from allybook.cli.asking import some
from allybook.cli.chosen_book import open_or_make
from allybook.cli.out import one_line
from allybook.domain.book.partly import PartlyDone
from allybook.domain.errors import AllybookError, StorageError
from allybook.domain.reading.sources import TABLES, TEXT
from allybook.services.imports.run import import_file, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.ports.files import BadRecord
    from allybook.ports.surroundings import Ticket
    from allybook.services.books.bring_in import Arrival
    from allybook.services.imports.run import Imported

UNKNOWN = "unknown"
SHOWN = 10
"""How many bad records are told to a person at a terminal."""


class UnreadRecord(TypedDict):
    """One bad record; ``line`` is 0 where it has none."""

    where: str
    line: int
    why: str


class FileReport(TypedDict):
    """What came of one file, as ``import --json`` prints it.

    ``again`` are posts that had been told before in the file (of a table of allies: these), and
    are kept once.
    """

    file: str
    kind: str
    read: int
    kept: int
    again: int
    skipped: int
    problems: list[UnreadRecord]


class CountingTicket:
    """A ticket that remembers how much was read, in case the rest cannot be.

    ``named`` of that are names that wait for a book: lost, where they do not come into it.
    """

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket
        self.done, self.named, self.kind = 0, 0, UNKNOWN

    @property
    def is_partly(self) -> bool:
        """Return whether some of the file is kept all the same."""
        return self.done > self.named > 0

    def cancelled(self) -> bool:
        """Return whether the job was asked to stop."""
        return self._ticket.cancelled()

    def report(self, done: int, total: int) -> None:
        """Remember how far the job has come, and pass it on."""
        self.done = done
        self._ticket.report(done, total)

    def waiting(self, until: datetime | None, why: str = "") -> None:
        """Pass on that the job waits."""
        self._ticket.waiting(until, why)


def run_import(call: Call) -> int:
    """Import each file; one that cannot be read does not stop the others."""
    done = [import_one(call, path) for path in call.words.files]
    reports = [report for report, _ in done]
    status = status_of_all(done)
    if call.words.form == "json":
        call.out.json(reports)
        return status
    for report in reports:
        print_report(report, call.out)
    return status


def status_of_all(done: Sequence[tuple[FileReport, int]]) -> int:
    """Return the exit status of several files: 1 where some was kept and some could not be."""
    worst = max(status for _, status in done)
    # Of a file that was refused, what was read need not have been kept.
    return min(worst, 1) if any(one["kept"] and it < worst for one, it in done) else worst


def import_one(call: Call, path: Path) -> tuple[FileReport, int]:
    """Import one file; return what came of it, and the exit status that it is worth."""
    count, name = CountingTicket(call.ticket), name_of(path)
    try:
        done = import_file(call.desk, path, count)
        count.named, count.kind = done.named, done.kind
        if done.broken:
            call.out.remark(f"{name}: {done.broken}")
        if done.remark:
            call.out.remark(f"{name}: {done.remark}")
        left: Sequence[Arrival] = ()
        if not call.words.no_nominate:
            left = _nominate(call, path, done)
            # Whoever has a user id is kept in the cache all the same.
            lost = min(done.named, sum(not one.row.user_id for one in left))
            done = replace(done, kept=done.kept - lost)
        elif done.named:
            call.out.remark(f"{name}: {some(done.named, 'name')} left out, as you asked.")
            done = replace(done, kept=done.kept - done.named)
    except AllybookError as error:
        if isinstance(error, PartlyDone):
            count.named -= len(error.written)
        why = error.rest if isinstance(error, StorageError) and count.is_partly else str(error)
        call.out.remark(f"{name}: {why}")
        return refused(name, why, count), 1 if count.is_partly else error.exit_status
    return _report(done), 1 if done.skipped or left else 0


def _nominate(call: Call, path: Path, done: Imported) -> Sequence[Arrival]:
    """Take whom a file names into a book, mostly nobody; return whom of a table it did not."""
    if not (done.handles or done.hashtags or done.kind == TEXT or done.kind in TABLES):
        return ()
    from allybook.cli.left_out import remark_left  # noqa: PLC0415 (as the next)
    from allybook.services.imports.take_names import names_anyone, take_names  # noqa: PLC0415

    if not names_anyone(call.desk, path, done):
        return ()
    book = open_or_make(call.desk, call.options.book, call.out)
    taken = take_names(call.desk, book, path, done, call.ticket)
    return remark_left(taken.shown, done.file, call.out)


def print_report(report: FileReport, out: Out) -> None:
    """Print what came of one file, with its first problems."""
    told = f"{report['kept']} kept, {report['skipped']} skipped"
    if report["again"]:
        told += f", {report['again']} told again"
    out.say(one_line(f"{report['file']}: {told}"))
    problems = report["problems"] if report["skipped"] else []
    for bad in problems[:SHOWN]:
        out.say("  " + one_line(f"{bad['where']}, line {bad['line']}: {bad['why']}"))
    if len(problems) > SHOWN:
        out.say("  --json tells more of them")


def _report(done: Imported) -> FileReport:
    return {
        "file": done.file,
        "kind": done.kind,
        "read": done.read,
        "kept": done.kept,
        "again": done.again,
        "skipped": done.skipped,
        "problems": list_problems(done.problems),
    }


def list_problems(records: Iterable[BadRecord]) -> list[UnreadRecord]:
    """Return bad records as they are told in JSON."""
    return [{"where": bad.where, "line": bad.line, "why": bad.why} for bad in records]


def refused(file: str, why: str, count: CountingTicket) -> FileReport:
    """Return the report of a file that could not be kept as a whole."""
    problem: UnreadRecord = {"where": file, "line": 0, "why": why}
    return {
        "file": file,
        "kind": count.kind,
        "read": count.done,
        "kept": count.done - count.named,
        "again": 0,
        "skipped": 0,
        "problems": [problem],
    }
