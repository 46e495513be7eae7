"""What came of a file that was read, in words: the same wherever a person opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.bring import RowFate
from allybook.domain.book.entry import Kind
from allybook.domain.reading.sources import ARCHIVE
from allybook.ui.wording import count, in_words, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from allybook.services.books.bring_in import Arrival
    from allybook.services.imports.run import Imported
    from allybook.services.imports.take_names import TakenIn


def kept_words(done: Imported, kept: int | None = None) -> str:
    """Return how much of a file was read, after its name.

    ``kept`` says how much of it stays after a stop, where that is not all that was read till then.
    """
    number = done.kept if kept is None else kept
    one = number == 1
    if done.stopped or kept is not None:
        many = translate("importing", "%1: stopped after %2 records, which are kept.")
        alone = translate("importing", "%1: stopped after 1 record, which is kept.")
        none = translate("importing", "%1: stopped; nothing of it is kept.")
        said = (alone if one else many) if number else none
    elif done.skipped:
        many = translate("importing", "%1: %2 records read, %3 could not be used.")
        said = translate("importing", "%1: 1 record read, %3 could not be used.") if one else many
    else:
        many = translate("importing", "%1: %2 records read.")
        said = translate("importing", "%1: 1 record read.") if one else many
    said = said.replace("%3", count(done.skipped)).replace("%2", count(number))
    return said.replace("%1", done.file)


def first_words(done: Imported) -> Iterator[str]:
    """Yield where the first record of a list or table is that could not be used."""
    if done.kind != ARCHIVE and done.problems and (line := done.problems[0].line):
        one = done.skipped == 1
        words = translate("importing", "It is in line %1.") if one else ""
        words = words or translate("importing", "The first of these is in line %1.")
        yield words.replace("%1", count(line))


def why_words(done: Imported) -> Iterable[str]:
    """Yield why the rest of a file is not there, and how it was read; mostly nothing."""
    return (in_words(words) for words in (done.broken, done.remark) if words)


def left_words(taken: TakenIn) -> Iterator[str]:
    """Yield who of a file was not brought in, and what of the others was not understood."""
    shown = taken.shown
    left = (*shown.of(RowFate.LEFT), *shown.of(RowFate.OUT))
    if left:
        words = translate("importing", "%1 was not brought in: %2.")
        if len(left) > 1:
            words = translate("importing", "%3 were not brought in, the first %1: %2.")
        why = in_words(left[0].why) or translate("importing", "never listed again")
        words = words.replace("%3", count(len(left))).replace("%1", named(left[0]))
        yield words.replace("%2", why)
    lines = {one.row.line for one in shown.arrivals}
    partly = [bad for bad in shown.problems if bad.line in lines]
    if partly:
        words = translate("importing", "In line %1, a cell was not understood: %2.")
        if len(partly) > 1:
            words = translate(
                "importing", "%3 cells were not understood, the first in line %1: %2."
            )
        words = words.replace("%3", count(len(partly))).replace("%1", count(partly[0].line))
        yield words.replace("%2", in_words(partly[0].why))


def unread_words(number: int, *, done: bool = False) -> tuple[str, str]:
    """Return how many files were not read, because another one was, and what to do.

    That one may be ``done`` by now.
    """
    words = translate("importing", "%1 more files were not read.")
    if number == 1:
        words = translate("importing", "1 more file was not read.")
    rest = translate("importing", "One is read at a time: bring the rest when this one is done.")
    if done:
        rest = translate("importing", "Now you can bring the rest.")
    return words.replace("%1", count(number)), rest


def named(arrival: Arrival) -> str:
    """Return what a row of a table calls its ally: ``@ana``, ``#SwHelper``, or a user id."""
    row = arrival.row
    if row.kind is Kind.HASHTAG:
        return f"#{row.handle}"
    return f"@{row.handle}" if row.handle else arrival.key
