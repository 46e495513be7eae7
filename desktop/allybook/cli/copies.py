"""``allybook books save|merge FILE``: hand a copy of a book over, and take a colleague's in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.services.books.copies import merge_copy, plan_merge_copy, save_copy
from allybook.services.books.several import find_book

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from allybook.cli.out import Out
    from allybook.domain.book.ally import Ally
    from allybook.services.books.copies import CopyPlan
    from allybook.services.desk import Desk


def save(desk: Desk, words: argparse.Namespace, out: Out) -> None:
    """Write a copy of a book to a file."""
    info = find_book(desk, words.of)
    number = save_copy(desk, desk.shelf.open(info.book_id), words.file)
    out.say(f"“{info.name}” was written to {words.file} ({some(number, 'entry', 'entries')}).")


def merge_file(desk: Desk, words: argparse.Namespace, out: Out) -> None:
    """Merge a copy of a book, or only say what it would change."""
    copy = desk.importers.open_book(Path(words.keep))
    into = find_book(desk, words.into).book_id if words.into else ""
    if words.plan:
        plan = plan_merge_copy(desk, copy, into)
    else:
        plan, _ = merge_copy(desk, copy, f"merging a copy of {copy.info.name}", into)
    if words.form == "json":
        out.json(_as_json(plan))
        return
    for line in _lines(plan, done=not words.plan):
        out.say(line)


def _as_json(plan: CopyPlan) -> dict[str, object]:
    told = plan.joined
    return {
        "book_id": plan.into.book_id,
        "book": plan.into.name,
        "made": plan.made,
        "entries": told.entries,
        "new": _keys(told.new),
        "changed": _keys(told.changed),
        "conflicts": _keys(told.disputed),
        "brought_back": _keys(told.back),
        "opted_out": _keys([*told.out, *told.barred]),
        "erased": _keys(told.erased),
    }


def _keys(allies: Sequence[Ally]) -> list[str]:
    return [ally.key for ally in allies]


def _name(ally: Ally) -> str:
    """Return how an ally is called; one without a handle by its key."""
    mark = "#" if ally.key.startswith("#") else "@"
    return f"{mark}{ally.handle}" if ally.handle else ally.key


def _lines(plan: CopyPlan, *, done: bool) -> Iterator[str]:
    told, name = plan.joined, plan.into.name
    if plan.does_nothing:
        yield f"“{name}” has all of this already; nothing was changed."
        return
    if plan.made:
        yield f"The book “{name}” {'was' if done else 'would be'} made."
    counts = (
        (told.new, "new"),
        (told.changed, "changed"),
        (told.disputed, f"in conflict: “{name}” keeps both until somebody chooses"),
        (told.back, f"back, whom one of you had removed: {', '.join(map(_name, told.back))}"),
        (told.out, "opted out there, and left out here too"),
        (told.barred, "opted out of another book here, and left out of this one"),
        (told.erased, "erased there, and taken away here too"),
    )
    yield from (f"{len(allies)} {what}" for allies, what in counts if allies)
    if not any(allies for allies, _ in counts):
        yield f"{some(told.entries, 'entry', 'entries')} of its history, and nobody is changed"
