"""Where one can go in this tab: books, states, tags; and which rows each place keeps."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from allybook.ui.models.signs import AllyStatus
from allybook.ui.widgets.places.values import Place, Section
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from allybook.ports import BookInfo
    from allybook.ui.models.allies import AllyRow

BOOK, STATE, TAG = "book:", "state:", "tag:"
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


def sections(books: Sequence[tuple[BookInfo, int]], rows: Sequence[AllyRow]) -> tuple[Section, ...]:
    """Return the pane's contents: ``books`` with their counts, ``rows`` those of the open book."""
    shelf = tuple(
        Place(f"{BOOK}{info.book_id}", info.name, "book-user", count(number))
        for info, number in books
    )
    parts = [
        Section(translate("allies", "Books"), shelf, BOOKS, translate("allies", "New book")),
        Section(translate("allies", "In this book"), _states(rows)),
    ]
    tags = _tags(rows)
    if tags:
        parts.append(Section(translate("allies", "Tags"), tags))
    return tuple(parts)


def keeps(place: str) -> Callable[[AllyRow], bool]:
    """Return which rows a place keeps; a book keeps those that the group counts on."""
    if place == TWO_VERSIONS:
        return lambda row: bool(row.versions)
    if place.startswith(TAG):
        tag = place.removeprefix(TAG)
        return lambda row: row.status in COUNTED_ON and tag in _folded(row.tags)
    kept = STATES.get(place, COUNTED_ON)
    return lambda row: row.status in kept


def tags_of(rows: Iterable[AllyRow]) -> Counter[str]:
    """Return the tags in use among those that the group counts on, each as first written."""
    counted: Counter[str] = Counter()
    written: dict[str, str] = {}
    for row in rows:
        if row.status in COUNTED_ON:
            for tag in row.tags:
                counted[written.setdefault(tag.casefold(), tag)] += 1
    return counted


def _states(rows: Sequence[AllyRow]) -> tuple[Place, ...]:
    named = (
        (NOMINATIONS, translate("allies", "Nominations"), "inbox"),
        (f"{STATE}approved", translate("allies", "Approved"), "circle-check"),
        (f"{STATE}listed", translate("allies", "On the X List"), "list-checks"),
        (TWO_VERSIONS, translate("allies", "Two versions"), "git-merge"),
        (f"{STATE}declined", translate("allies", "Declined"), "circle-x"),
        (f"{STATE}opted_out", translate("allies", "Opted out"), "hand-heart"),
        (REMOVED, translate("allies", "Removed"), "user-round-x"),
    )
    counted = {key: sum(map(keeps(key), rows)) for key, _, _ in named}
    return tuple(
        Place(key, word, icon, count(counted[key]))
        for key, word, icon in named
        if counted[key] or key != REMOVED
    )


def _tags(rows: Iterable[AllyRow]) -> tuple[Place, ...]:
    by_name = sorted(tags_of(rows).items(), key=lambda item: item[0].casefold())
    return tuple(
        Place(f"{TAG}{tag.casefold()}", tag, "tag", count(number), in_strip=False)
        for tag, number in by_name
    )


def _folded(tags: Iterable[str]) -> frozenset[str]:
    return frozenset(tag.casefold() for tag in tags)
