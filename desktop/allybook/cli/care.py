"""A quiet remark where words given on the command line name something private of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.cli.out import one_line
from allybook.domain.book.entry import Kind
from allybook.services.books.care import cautions, of_rows

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from allybook.cli.out import Out
    from allybook.domain.book.rows import Brought
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

SHOWN = 10
"""About so many persons of a table a reason is told."""


def remark_care(
    desk: Desk, book: Book, keys: Iterable[str], words: argparse.Namespace, out: Out
) -> None:
    """Say why tags, category, note or reason call for care; they are written all the same.

    Who is said to be a person now is looked at as a whole.
    """
    found = (book.ally(key) for key in keys)
    people = [ally for ally in found if ally is not None and ally.kind is Kind.PERSON]
    if not people:
        return
    texts = [*_given(words, "tag"), *_given(words, "category", "note", "reason")]
    if getattr(words, "kind", None) == Kind.PERSON.value:
        texts += [text for ally in people for text in (*ally.tags, ally.category)]
    for one in cautions(desk, Kind.PERSON, texts):
        out.remark(f"“{one.written}”: {desk.care().reason(one.group, 'en')}")


def remark_rows(desk: Desk, rows: Iterable[Brought], out: Out, ticket: Ticket) -> None:
    """Say about which persons of a table its words call for care."""
    careful = of_rows(desk, rows, ticket)
    for one in careful[:SHOWN]:
        written = ", ".join(f"“{caution.written}”" for caution in one.found)
        reason = desk.care().reason(one.found[0].group, "en")
        out.remark(one_line(f"{one.name}: {written}: {reason}"))
    if len(careful) > SHOWN:
        out.remark(f"{some(len(careful) - SHOWN, 'more person')} with such words.")


def _given(words: argparse.Namespace, *names: str) -> Iterator[str]:
    """Yield the texts that a command was given under these names."""
    for name in names:
        value = getattr(words, name, None) or ()
        yield from (value,) if isinstance(value, str) else value
