"""``allybook import FILE...``: read files into the cache, and nominate whom they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from allybook.cli.books import open_or_make
from allybook.cli.out import one_line
from allybook.domain.errors import AllybookError
from allybook.services.import_file import import_file
from allybook.services.nominate import nominate_handles

if TYPE_CHECKING:
    import argparse

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.ports import Ticket
    from allybook.services.desk import Desk
    from allybook.services.import_file import Imported

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
    """A ticket that remembers how much was kept, in case the rest cannot be."""

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket
        self.done = 0

    def cancelled(self) -> bool:
        """Return whether the job was asked to stop."""
        return self._ticket.cancelled()

    def report(self, done: int, total: int) -> None:
        """Remember how far the job has come, and pass it on."""
        self.done = done
        self._ticket.report(done, total)


def run_import(
    desk: Desk, words: argparse.Namespace, options: Options, out: Out, ticket: Ticket
) -> int:
    """Import each file; one that cannot be read does not stop the others."""
    reports: list[Report] = []
    status = 0
    for path in words.files:
        count = Count(ticket)
        try:
            done = import_file(desk, path, count)
            if not words.no_nominate:
                book = open_or_make(desk, options.book, out)
                nominate_handles(desk, book, done.handles, done.hashtags)
        except AllybookError as error:
            out.remark(f"{path.name}: {error}")
            reports.append(_refused(path.name, str(error), count.done))
            status = max(status, error.exit_status)
            continue
        reports.append(_report(done))
        status = max(status, 1 if done.skipped else 0)
    if words.form == "json":
        out.json(reports)
        return status
    for report in reports:
        _print(report, out)
    return status


def _print(report: Report, out: Out) -> None:
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


def _refused(file: str, why: str, kept: int) -> Report:
    problem: Problem = {"where": file, "line": 0, "why": why}
    return {
        "file": file,
        "kind": "unknown",
        "read": kept,
        "kept": kept,
        "skipped": 0,
        "problems": [problem],
    }
