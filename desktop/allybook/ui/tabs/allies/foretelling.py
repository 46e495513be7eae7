"""What an undo would do, in words, before anybody presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Bag, Field
from allybook.domain.book.undo import foresee
from allybook.ui.tabs.allies.telling import field_word, value_word
from allybook.ui.widgets.prose import Span
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Draft

BOLD = 600
LONG = 60


def foretell(entry_id: str, record: Sequence[Entry]) -> tuple[Span, ...]:
    """Return sentences on what undoing one entry of a record would change; none where it cannot."""
    entry = next((one for one in record if one.entry_id == entry_id), None)
    if entry is None:
        return ()
    spans: list[Span] = []
    for sentence in _sentences(foresee(entry, record), entry.note):
        if spans:
            spans.append(Span(" "))
        spans += sentence
    return tuple(spans)


def shorten(text: str) -> str:
    """Return the begin of a note, on one line."""
    if len(text) <= LONG and "\n" not in text:
        return text
    line = " ".join(text.split())
    return line if len(line) <= LONG else f"{line[: LONG - 1].rstrip()}…"


def _sentences(draft: Draft, note: str) -> Iterator[list[Span]]:
    # The status first: it is what most people look for.
    for field in sorted(draft.set, key=lambda name: name != Field.STATUS):
        yield _field(field, draft.set[field])
    for bag, words in draft.drop.items():
        yield _words(bag, words, gone=True)
    for bag, words in draft.add.items():
        yield _words(bag, words, gone=False)
    if draft.unsay:
        yield _quoted(translate("allies", "The note is taken back: “%1”"), note)
    if draft.note:
        yield _quoted(translate("allies", "The note comes back: “%1”"), draft.note)


def _field(field: str, value: str) -> list[Span]:
    if field == Field.ALIAS:
        return [Span(translate("allies", "It is known by its handle only again."))]
    if not value:
        text = translate("allies", "The %field is empty again.")
        return [Span(text.replace("%field", field_word(field)))]
    text = translate("allies", "The %field goes back to %1.").replace("%field", field_word(field))
    return _bold(text, value_word(field, value))


def _words(bag: str, words: Sequence[str], *, gone: bool) -> list[Span]:
    if bag == Bag.EVIDENCE:
        forgotten = translate("allies", "Who named it is not known any more.")
        known = translate("allies", "Who named it is known again.")
        return [Span(forgotten if gone else known)]
    goes, go = translate("allies", "The tag %1 goes."), translate("allies", "The tags %1 go.")
    back = translate("allies", "The tag %1 comes back.")
    all_back = translate("allies", "The tags %1 come back.")
    one = len(words) == 1
    text = (goes if one else go) if gone else (back if one else all_back)
    return _bold(text, ", ".join(words))


def _quoted(text: str, note: str) -> list[Span]:
    before, _, after = text.partition("%1")
    return [Span(before), Span(shorten(note)), Span(after)]


def _bold(text: str, value: str) -> list[Span]:
    before, _, after = text.partition("%1")
    return [Span(before), Span(value, BOLD), Span(after)]
