"""A quiet remark where words given on the command line name something private of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind
from allybook.services.care import cautions

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from allybook.cli.out import Out
    from allybook.ports import Book
    from allybook.services.desk import Desk


def remark_care(
    desk: Desk, book: Book, keys: Iterable[str], words: argparse.Namespace, out: Out
) -> None:
    """Say why tags, category or note call for care; they are written all the same."""
    texts = [*(words.tag or ()), words.category or "", words.note or ""]
    allies = (book.ally(key) for key in keys)
    if not any(ally is not None and ally.kind is Kind.PERSON for ally in allies):
        return
    for one in cautions(desk, Kind.PERSON, texts):
        out.remark(f"“{one.written}”: {desk.care().reason(one.group, 'en')}")
