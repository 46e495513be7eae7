"""``allybook allies import|export``: tables into a book and out of it, and the page to share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.cli.asking import some
from allybook.cli.care import remark_rows
from allybook.cli.chosen_book import book_if_any, open_book, open_or_make
from allybook.cli.imports import (
    UNKNOWN,
    CountingTicket,
    FileReport,
    import_one,
    list_problems,
    print_report,
    refused,
    status_of_all,
)
from allybook.cli.left_out import called
from allybook.cli.out import one_line
from allybook.domain.book.bring import RowFate
from allybook.domain.book.columns import NOTHING, remap
from allybook.domain.book.partly import PartlyDone
from allybook.domain.errors import AllybookError, BadInput
from allybook.services.books.bring_in import bring_in, preview, read_table
from allybook.services.books.export import count_declined, count_opted_out, export_allies
from allybook.services.imports.run import name_of
from allybook.services.share.page import A_DAY, Edition, plan_page, write_page

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.domain.book.columns import Mapped
    from allybook.ports.books import Book
    from allybook.ports.files import OpenTable
    from allybook.services.books.bring_in import Preview
    from allybook.services.share.page import PagePlan

SHOWN = 10
"""How many rows that were not understood are told to a person at a terminal."""
PAGE = frozenset({".html", ".htm"})
FOR_PAGES = ("no_persons", "title", "lang", "tags", "part")
FOR_TABLES = ("excel", "semicolons")
FATES = {
    RowFate.NEW: "new",
    RowFate.CHANGED: "changed",
    RowFate.SAME: "already so",
    RowFate.OUT: "never listed again",
    RowFate.LEFT: "left as they are",
}


class TableReport(FileReport):
    """What came of one table, as ``allies import --json`` prints it."""

    columns: dict[str, str]
    written: bool
    new: int
    changed: int
    same: int
    opted_out: int
    left: int
    barred: list[str]


def run_bring(call: Call) -> int:
    """Bring files in: tables with all that they say, anything else as names to nominate."""
    done = [_take_in(call, path) for path in call.words.files]
    if call.words.form == "json":
        call.out.json([report for report, _ in done])
    # What is only shown keeps nothing.
    return max(status for _, status in done) if call.words.preview else status_of_all(done)


def _take_in(call: Call, path: Path) -> tuple[FileReport, int]:
    """Take one file in, and print what came of it where no script reads along."""
    shown = call.words.form != "json"
    try:
        table = call.desk.importers.open_table(path, forced=bool(call.words.map))
        if table is None and call.words.preview:
            raise _no_preview(call, path)
        brought = _bring(call, table) if table else None
        if table and table.remark:
            call.out.remark(f"{table.name}: {table.remark}")
    except AllybookError as error:
        name = name_of(path)
        call.out.remark(f"{name}: {error}")
        return refused(name, str(error), CountingTicket(call.ticket)), error.exit_status
    if brought is None:
        imported, status = import_one(call, path)
        if shown and imported["kind"] != UNKNOWN:
            print_report(imported, call.out)
        return imported, status
    if shown:
        _print(brought, call.out)
    return brought, 1 if brought["skipped"] or brought["opted_out"] or brought["left"] else 0


def _no_preview(call: Call, path: Path) -> BadInput:
    """Return why a file is not shown before; one that cannot be read raises that instead."""
    call.desk.importers.recognise(path)
    return BadInput("--preview shows what a table would do, and this is none; nothing was written.")


def run_export(call: Call) -> int:
    """Write the allies of a book to a table or to a web page, as the ending of the file says."""
    desk, words, out = call.desk, call.words, call.out
    book, path = open_book(desk, call.options.book), words.file
    is_page = path.suffix.lower() in PAGE
    _check_options(words, is_page=is_page)
    if is_page:
        return _share(call, book)
    excel = ";" if words.semicolons else "," if words.excel else ""
    count = export_allies(desk, book, path, excel=excel, ids_only=words.ids_only)
    out.say(f"{some(count, 'ally', 'allies')} written to {path.name}")
    left = count_opted_out(desk, book)
    if left:
        out.remark(f"{left} opted out: not in the file.")
    if declined := count_declined(desk, book, path, ids_only=words.ids_only):
        out.remark(f"{declined} declined: not in the file, which cannot say so.")
    if count > A_DAY and not words.ids_only:
        out.remark(
            f"Keep {path.name} in your group: X lets a person give {A_DAY} accounts a day to "
            "others. --ids-only writes what may be passed on without limit."
        )
    return 0


def _check_options(words: argparse.Namespace, *, is_page: bool) -> None:
    """Refuse what only the other kind of file can be: left unheeded it would name persons."""
    if is_page and words.ids_only:
        raise BadInput(
            "A web page shows more than user ids: give --ids-only a .csv, .xlsx, .json or .txt, "
            "or leave it out. Nothing was written."
        )
    kind = "tables (.csv)" if is_page else "web pages (.html)"
    for name in FOR_TABLES if is_page else FOR_PAGES:
        if words.told.was_said(words, name):
            option = words.told.word_of(name)
            raise BadInput(f"{option} is for {kind}: leave it out. Nothing was written.")


def _bring(call: Call, table: OpenTable) -> TableReport:
    desk, words, ticket = call.desk, call.words, call.ticket
    mapped = remap(table.headings, table.guess, words.map)
    raw = read_table(table, ticket)
    named = call.options.book
    book = None if words.preview else open_or_make(desk, named, call.out)
    shown = preview(desk, book or book_if_any(desk, named), raw, mapped, ticket)
    remark_rows(desk, [one.row for one in shown.wanted], call.out, ticket)
    broken = ""
    if book:
        try:
            bring_in(desk, book, shown, ticket)
        except PartlyDone as error:
            shown, broken = _as_far_as(shown, error), str(error)
            call.out.remark(f"{table.name}: {broken}")
    report = _report(table, mapped, shown, read=len(raw.rows), written=not words.preview)
    if broken:
        report["problems"].append({"where": table.name, "line": 0, "why": broken})
    return report


def _as_far_as(shown: Preview, error: PartlyDone) -> Preview:
    """Return a preview as it was done by the entries written: the others are left as they were."""
    reached = {entry.ally for entry in error.written}
    return replace(
        shown,
        arrivals=tuple(
            replace(one, fate=RowFate.LEFT)
            if one.fate in {RowFate.NEW, RowFate.CHANGED} and one.key not in reached
            else one
            for one in shown.arrivals
        ),
    )


def _report(
    table: OpenTable, mapped: Mapped, shown: Preview, *, read: int, written: bool
) -> TableReport:
    counts = {fate: len(shown.of(fate)) for fate in RowFate}
    return {
        "file": table.name,
        "kind": table.kind,
        "columns": {
            heading or str(place): column.value if column else NOTHING
            for place, (heading, column) in enumerate(zip(table.headings, mapped, strict=True), 1)
        },
        "written": written,
        "read": read,
        "kept": counts[RowFate.NEW] + counts[RowFate.CHANGED] + counts[RowFate.SAME],
        "again": shown.again,
        "skipped": len(shown.problems),
        "new": counts[RowFate.NEW],
        "changed": counts[RowFate.CHANGED],
        "same": counts[RowFate.SAME],
        "opted_out": counts[RowFate.OUT],
        "left": counts[RowFate.LEFT],
        "barred": [f"{called(one)} {one.why}" for one in shown.of(RowFate.OUT) if one.why],
        "problems": list_problems(shown.problems),
    }


def _print(report: TableReport, out: Out) -> None:
    counted = zip(
        FATES.values(),
        (report["new"], report["changed"], report["same"], report["opted_out"], report["left"]),
        strict=True,
    )
    told = [f"{number} {words}" for words, number in counted if number] or ["nobody in it"]
    if report["again"]:
        told.append(f"{report['again']} told again")
    if report["skipped"]:
        told.append(f"{report['skipped']} not understood")
    would = "" if report["written"] else " (nothing is written yet)"
    out.say(one_line(f"{report['file']}: {', '.join(told)}{would}"))
    if not report["written"]:
        columns = ", ".join(f"{name} = {column}" for name, column in report["columns"].items())
        out.say("  " + one_line(columns))
    for told_of in report["barred"][:SHOWN]:
        out.say("  " + one_line(told_of))
    # What broke it off stands last, and is told already.
    for bad in report["problems"][: min(SHOWN, report["skipped"])]:
        out.say("  " + one_line(f"line {bad['line']}: {bad['why']}"))
    if report["skipped"] > SHOWN:
        out.say("  --json tells more of them")


def _share(call: Call, book: Book) -> int:
    words, out = call.words, call.out
    edition = Edition(
        words.title, words.lang, persons=not words.no_persons, tags=words.tags, part=words.part
    )
    plan = plan_page(call.desk, book, edition)
    if plan.refusal:
        raise BadInput(plan.refusal)
    if plan.persons and edition.persons and not call.options.yes:
        raise BadInput(
            f"{some(plan.persons, 'person')} would stand on a page that everyone can read: say "
            "--yes if they know of it, or --no-persons to leave them out. Nothing was written."
        )
    written = write_page(call.desk, plan, words.file)
    out.say(f"{some(written.shown, 'ally', 'allies')} written to {words.file.name}")
    for line in _left_out(plan, persons=edition.persons, tags=edition.tags):
        out.remark(line)
    return 1 if plan.rest else 0


def _left_out(plan: PagePlan, *, persons: bool, tags: bool) -> list[str]:
    lines = []
    if plan.tags and not tags:
        lines.append(
            f"Left out: {some(len(plan.tags), 'tag')} that your group gave; --tags shows them."
        )
    if plan.persons and not persons:
        lines.append(f"Left out: {some(plan.persons, 'person')}, as you asked.")
    if plan.shy:
        lines.append(f"Left out: {some(plan.shy, 'account')} whose bio asks for no lists.")
    if plan.nameless:
        lines.append(f"Left out: {some(plan.nameless, 'account')} without a known handle.")
    if plan.rest:
        lines.append(
            f"X lets a person give {A_DAY} accounts a day to others: the other {plan.rest} can be "
            f"written from {plan.again_at:%Y-%m-%d %H:%M} UTC with --part {plan.part + 1}."
        )
    return lines
