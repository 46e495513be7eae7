"""``allybook import FILE...``: read files into the cache, and nominate whom they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from allybook.cli.books import open_or_make
from allybook.cli.out import one_line
from allybook.domain.book.partly import PartlyDone
from allybook.domain.errors import AllybookError
from allybook.services.imports.run import import_file

if TYPE_CHECKING:
    import argparse
    from datetime import datetime
    from pathlib import Path

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.ports import Ticket
    from allybook.services.desk import Desk
    from allybook.services.imports.run import Imported

UNKNOWN = "unknown"
SHOWN = 10
"""How many bad records are told to a person at a terminal."""


class Problem(TypedDict):
    """One bad record; ``line`` is 0 where it has none."""

    where: str
    line: int
    why: str


class Report(TypedDict):
    """What came of one file, as ``import --json`` prints it."""

    file: str
    kind: str
    read: int
    kept: int
    skipped: int
    problems: list[Problem]


class Count:
    """A ticket that remembers how much was read, in case the rest cannot be.

    ``named`` of that are names that wait for a book: lost, where they do not come into it.
    """

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket
        self.done, self.named = 0, 0

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


def run_import(
    desk: Desk, words: argparse.Namespace, options: Options, out: Out, ticket: Ticket
) -> int:
    """Import each file; one that cannot be read does not stop the others."""
    done = [import_one(desk, path, words, options, out, ticket) for path in words.files]
    reports = [report for report, _ in done]
    status = max(one for _, one in done)
    if words.form == "json":
        out.json(reports)
        return status
    for report in reports:
        print_report(report, out)
    return status


def import_one(
    desk: Desk, path: Path, words: argparse.Namespace, options: Options, out: Out, ticket: Ticket
) -> tuple[Report, int]:
    """Import one file; return what came of it, and the exit status that it is worth."""
    count = Count(ticket)
    try:
        done = import_file(desk, path, count)
        count.named = done.named
        if not words.no_nominate and (done.handles or done.hashtags):
            _nominate(desk, path, done, options.book, out, ticket)
    except AllybookError as error:
        if isinstance(error, PartlyDone):
            count.named -= len(error.written)
        out.remark(f"{path.name}: {error}")
        return refused(path.name, str(error), count), error.exit_status
    return _report(done), 1 if done.skipped else 0


def _nominate(desk: Desk, path: Path, done: Imported, name: str, out: Out, ticket: Ticket) -> None:
    """Take whom a file names into a book; most files of posts name nobody."""
    from allybook.services.imports.take_names import take_names  # noqa: PLC0415

    take_names(desk, open_or_make(desk, name, out), path, done, ticket)


def print_report(report: Report, out: Out) -> None:
    """Print what came of one file, with its first problems."""
    out.say(one_line(f"{report['file']}: {report['kept']} kept, {report['skipped']} skipped"))
    problems = report["problems"] if report["skipped"] else []
    for bad in problems[:SHOWN]:
        out.say("  " + one_line(f"{bad['where']}, line {bad['line']}: {bad['why']}"))
    if len(problems) > SHOWN:
        out.say("  --json tells more of them")


def _report(done: Imported) -> Report:
    return {
        "file": done.file,
        "kind": done.kind,
        "read": done.read,
        "kept": done.kept,
        "skipped": done.skipped,
        "problems": [
            {"where": bad.where, "line": bad.line, "why": bad.why} for bad in done.problems
        ],
    }


def refused(file: str, why: str, count: Count) -> Report:
    """Return the report of a file that could not be kept as a whole."""
    problem: Problem = {"where": file, "line": 0, "why": why}
    return {
        "file": file,
        "kind": UNKNOWN,
        "read": count.done,
        "kept": count.done - count.named,
        "skipped": 0,
        "problems": [problem],
    }
