"""Where one can go in this tab: books, states, tags; and whom each place keeps."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from allybook.ui.models.allies import AllyColumn
from allybook.ui.models.signs import AllyStatus
from allybook.ui.widgets.places.values import Place, Section
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allybook.ports.books import BookInfo
    from allybook.ui.models.ally_rows import AllyRows

BOOK, STATE, TAG, VIEW = "book:", "state:", "tag:", "view:"
BOOKS = "books"
NOMINATIONS = f"{STATE}nominations"
TWO_VERSIONS = f"{STATE}versions"
REMOVED = f"{STATE}removed"
COUNTED_ON = frozenset({AllyStatus.APPROVED, AllyStatus.WAITING, AllyStatus.ON_LIST})
"""What the book itself shows: those that the group counts on."""
STATES = {
    NOMINATIONS: frozenset({AllyStatus.NOMINATED}),
    f"{STATE}approved": COUNTED_ON,
    f"{STATE}listed": frozenset({AllyStatus.ON_LIST}),
    f"{STATE}declined": frozenset({AllyStatus.DECLINED}),
    f"{STATE}opted_out": frozenset({AllyStatus.OPTED_OUT}),
    REMOVED: frozenset({AllyStatus.REMOVED}),
}


def sections(
    books: Sequence[tuple[BookInfo, int]], rows: AllyRows, views: Iterable[str] = ()
) -> tuple[Section, ...]:
    """Return the pane's contents: ``books`` with their counts, ``rows`` those of the open book.

    ``views`` are the names of filters that were kept.
    """
    shelf = tuple(
        Place(f"{BOOK}{info.book_id}", info.name, "book-user", count(number))
        for info, number in books
    )
    parts = [
        Section(translate("allies", "Books"), shelf, BOOKS, translate("allies", "New book")),
        Section(translate("allies", "In this book"), _states(rows)),
    ]
    kept = tuple(Place(f"{VIEW}{name}", name, "bookmark", in_strip=False) for name in views)
    if kept:
        parts.append(Section(translate("allies", "Views"), kept))
    tags = _tags(rows)
    if tags:
        parts.append(Section(translate("allies", "Tags"), tags))
    return tuple(parts)


def marks(place: str, rows: AllyRows, asked: frozenset[AllyStatus] = frozenset()) -> bytes:
    """Return a byte for each ally, 1 where a place keeps it; a book keeps whom it counts on.

    Those that a filter has ``asked`` for by their status are kept beside them, wherever the place
    is not one of a status itself.
    """
    if place == TWO_VERSIONS:
        return bytes(rows.disputed())
    statuses = rows.values(AllyColumn.STATUS)
    kept = STATES.get(place, COUNTED_ON | asked)
    if not place.startswith(TAG):
        return bytes([status in kept for status in statuses])
    tag = place.removeprefix(TAG)
    tagged = zip(statuses, rows.tags(), strict=True)
    return bytes([status in kept and tag in _folded(tags) for status, tags in tagged])


def tags_of(rows: AllyRows) -> Counter[str]:
    """Return the tags in use among those that the group counts on, each as first written.

    An ally counts once for a tag that it has in two spellings.
    """
    both = zip(rows.values(AllyColumn.STATUS), rows.tags(), strict=True)
    written = Counter(tags for status, tags in both if status in COUNTED_ON)
    counted: Counter[str] = Counter()
    first: dict[str, str] = {}
    for tags, number in written.items():
        for tag in dict.fromkeys(first.setdefault(one.casefold(), one) for one in tags):
            counted[tag] += number
    return counted


def _states(rows: AllyRows) -> tuple[Place, ...]:
    named = (
        (NOMINATIONS, translate("allies", "Nominations"), "inbox"),
        (f"{STATE}approved", translate("allies", "Approved"), "circle-check"),
        (f"{STATE}listed", translate("allies", "On the X List"), "list-checks"),
        (TWO_VERSIONS, translate("allies", "Two versions"), "git-merge"),
        (f"{STATE}declined", translate("allies", "Declined"), "circle-x"),
        (f"{STATE}opted_out", translate("allies", "Opted out"), "hand-heart"),
        (REMOVED, translate("allies", "Removed"), "user-round-x"),
    )
    statuses = Counter(rows.values(AllyColumn.STATUS))
    counted = {
        key: sum(statuses[status] for status in STATES[key])
        for key, _, _ in named
        if key != TWO_VERSIONS
    }
    counted[TWO_VERSIONS] = sum(rows.disputed())
    return tuple(
        Place(key, word, icon, count(counted[key]))
        for key, word, icon in named
        if counted[key] or key != REMOVED
    )


def _tags(rows: AllyRows) -> tuple[Place, ...]:
    by_name = sorted(tags_of(rows).items(), key=lambda item: item[0].casefold())
    return tuple(
        Place(f"{TAG}{tag.casefold()}", tag, "tag", count(number), in_strip=False)
        for tag, number in by_name
    )


def _folded(tags: Iterable[str]) -> frozenset[str]:
    return frozenset(tag.casefold() for tag in tags)
