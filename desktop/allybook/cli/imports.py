"""``allybook import FILE...``: read files into the cache, and nominate whom they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import AllybookError
from allybook.services.import_file import import_file
from allybook.services.nominate import nominate_handles

if TYPE_CHECKING:
    import argparse

    from allybook.cli.out import Out
    from allybook.ports import Book, Ticket
    from allybook.services.desk import Desk
    from allybook.services.import_file import Imported


def run_import(desk: Desk, book: Book, words: argparse.Namespace, out: Out, ticket: Ticket) -> int:
    """Import each file; one that cannot be read does not stop the others."""
    reports: list[dict[str, object]] = []
    status = 0
    for path in words.files:
        try:
            done = import_file(desk, path, ticket)
        except AllybookError as error:
            out.remark(f"{path.name}: {error}")
            reports.append(_refused(path.name, str(error)))
            status = max(status, error.exit_status)
            continue
        if not words.no_nominate:
            nominate_handles(desk, book, done.handles, done.hashtags)
        reports.append(_report(done))
        status = max(status, 1 if done.skipped else 0)
    if words.form == "json":
        out.json(reports)
        return status
    for report in reports:
        out.say(f"{report['file']}: {report['kept']} kept, {report['skipped']} skipped")
    return status


def _report(done: Imported) -> dict[str, object]:
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


def _refused(file: str, why: str) -> dict[str, object]:
    problem = {"where": file, "line": 0, "why": why}
    return {
        "file": file,
        "kind": "unknown",
        "read": 0,
        "kept": 0,
        "skipped": 0,
        "problems": [problem],
    }
