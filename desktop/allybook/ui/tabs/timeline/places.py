"""The places of the timeline: views, sources, and the quiet folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from allybook.domain.errors import FilterError
from allybook.domain.filters.normalise import NOTHING
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Term, changed
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.aiming import CALLED, with_id
from allybook.services.timeline.mutes import MUTED, count_muted
from allybook.services.timeline.spare import spared
from allybook.services.timeline.view import divide
from allybook.services.timeline.views import views
from allybook.ui.tabs.timeline.saying import begin_large, say_chips, say_title
from allybook.ui.widgets.places.values import Place, Section
from allybook.ui.wording import count, name_list, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.filters.tree import Node
    from allybook.services.desk import Desk
    from allybook.services.timeline.views import View
    from allybook.ui.tabs.timeline.wish import Wish

translate = QCoreApplication.translate

VIEWS = "views"
QUIET = "quiet"
MUTED_KEY = "muted"
NO_REPOSTS = Not(Term(On.IS, "repost"))
SOURCE = "source:"
"""How the keys of sources begin."""
READABLE = (Origin.HOME, Origin.LIST, Origin.BOOK, Origin.SEARCH)
RECALLED = frozenset({Origin.CHAT, Origin.SEARCH, Origin.OWN, Origin.FILE})
END = 6
"""How many digits of an id tell a list from the others: its beginning is the time."""
ICONS = {
    Origin.HOME: "newspaper",
    Origin.LIST: "list-checks",
    Origin.BOOK: "book-user",
    Origin.CHAT: "messages-square",
    Origin.SEARCH: "search",
    Origin.OWN: "archive",
    Origin.FILE: "folder-open",
}


class Spot(Struct, frozen=True):
    """One place: its row in the pane, its title, and the filter that it stands for.

    ``own`` is a view that the person saved, and can forget; ``whole`` one whose quiet posts are
    shown as well.
    """

    place: Place
    title: str
    chosen: Node
    quiet_only: bool = False
    own: bool = False
    whole: bool = False


class Map(Struct, frozen=True):
    """All places: the sections of the pane, and each spot by its key.

    ``is_empty`` says that the cache holds no post at all.
    """

    sections: tuple[Section, ...]
    spots: dict[str, Spot]
    is_empty: bool = False

    def find(self, chosen: Node, *, quiet_only: bool, wanted: str) -> str:
        """Return the key of the spot that a filter is: the one ``wanted`` if it is one, or ``""``.

        Several views can have the same filter.
        """
        look = (chosen, quiet_only)
        fits = [key for key, one in self.spots.items() if (one.chosen, one.quiet_only) == look]
        return wanted if wanted in fits else next(iter(fits), "")

    def moved(self, before: Map, wish: Wish, wanted: str) -> Node | None:
        """Return the filter of the place that a wish was, if only what it names was renamed."""
        key = before.find(wish.chosen, quiet_only=wish.quiet_only, wanted=wanted)
        now = self.spots[key].chosen if key in self.spots else wish.chosen
        is_renamed = now != wish.chosen and _unnamed(now) == _unnamed(wish.chosen)
        return now if is_renamed else None

    def readable(self) -> dict[str, str]:
        """Return the sources that can be read by themselves: names, by the filters they are.

        These name lists and books by their ids: what is chosen here outlasts their names.
        """
        found: dict[str, str] = {}
        for key, spot in self.spots.items():
            kind, _colon, name = key.removeprefix(SOURCE).partition(":")
            if key.startswith(SOURCE) and kind in READABLE:
                is_called = kind in CALLED
                found[show(with_id(spot.chosen, name) if is_called else spot.chosen)] = spot.title
        return found


def _unnamed(chosen: Node) -> Node:
    """Return a filter without the names that people give to books and lists, and change."""
    names = set(CALLED.values())
    return changed(chosen, lambda term: Term(term.on, "") if term.on in names else term)


def map_places(desk: Desk) -> Map:
    """Return the places with their counts; counts a lot, so it runs as a job."""
    kind = spared(desk)
    looks = [_view(desk, view, kind) for view in views(desk)]
    named = [_count(desk, spot, kind) for spot in _sources(desk)]
    folder, muted = _quiet(desk, kind), _muted(desk)
    sections = [
        Section(
            translate("timeline", "Views"),
            tuple(spot.place for spot in looks),
            VIEWS,
            translate("timeline", "Save the filter as a view"),
        )
    ]
    if named:
        heading = translate("timeline", "Sources")
        sections.append(Section(heading, tuple(spot.place for spot in named)))
    sections.append(Section("", (folder.place, muted.place)))
    spots = {spot.place.key: spot for spot in [*looks, *named, folder, muted]}
    return Map(tuple(sections), spots, is_empty=not desk.cache.known_sources())


def view_key(name: str) -> str:
    """Return the key of a view's place."""
    return f"view:{name}"


def view_word(view: View) -> str:
    """Return what a view is called in the person's language; own views as they were named."""
    return view.name if view.own else shown_names()[view.name]


def shown_names() -> dict[str, str]:
    """Return what the places that everybody has are called in the person's language."""
    return {
        "Everything": translate("timeline", "Everything"),
        "Allies only": translate("timeline", "Allies only"),
        "Action alerts": translate("timeline", "Action alerts"),
        "Questions": translate("timeline", "Questions"),
        "Conversation": translate("timeline", "Conversation"),
        "Quiet folder": translate("timeline", "Quiet folder"),
        "Muted": translate("timeline", "Muted"),
    }


def _view(desk: Desk, view: View, kind: Sequence[Node]) -> Spot:
    word, key = view_word(view), view_key(view.name)
    try:
        chosen = parse(view.text)
    except FilterError as error:
        # Another Allybook saved it, whose filters say more or less than these.
        place = Place(key, word, "triangle-alert", tip=told(error), faint=True)
        return Spot(place, word, NOTHING, own=view.own)
    return _count(desk, Spot(Place(key, word, view.icon), word, chosen, own=view.own), kind)


def _count(desk: Desk, spot: Spot, kind: Sequence[Node]) -> Spot:
    """Return a spot with the number of posts that it keeps."""
    number = count(desk.cache.count(divide(spot.chosen, kind).kept))
    return replace(spot, place=replace(spot.place, count=number))


def _sources(desk: Desk) -> Iterator[Spot]:
    """Yield what can be read, and what was: each once, the home timeline first."""
    known = desk.cache.known_sources()
    lists = {one.name: one.name for one in known if one.origin is Origin.LIST}
    lists |= {one.list_id: one.name for one in desk.cache.lists()}
    if desk.line.signed_in or Source(Origin.HOME) in known:
        home = Term(On.SOURCE, Origin.HOME.value)
        yield _spot(Source(Origin.HOME), translate("timeline", "Home timeline"), home)
    books = desk.shelf.books()
    names = {info.name for info in books}
    for list_id, name in lists.items():
        alone = bool(name) and list(lists.values()).count(name) == 1
        told = name if alone else list_id
        word = name if alone else _by_id(name, list_id)
        # The X List of a book bears its name, and both stand here.
        word = name_list(word) if word in names else word
        yield _spot(Source(Origin.LIST, list_id), word, And((Term(On.LIST, told), NO_REPOSTS)))
    for info in books:
        people = And((Term(On.IN, info.name), NO_REPOSTS))
        yield _spot(Source(Origin.BOOK, info.book_id), info.name, people)
    for source in known:
        if source.origin in RECALLED:
            yield _recall(source)


def _by_id(name: str, list_id: str) -> str:
    """Return what a list is called that has no name of its own: by the end of its id.

    An archive tells the ids of lists alone.
    """
    named = name if name and name != list_id else translate("timeline", "X List")
    return f"{named} …{list_id[-END:]}"


def _recall(source: Source) -> Spot:
    """Return the spot of what was read once: a chat, a search, an archive, a file."""
    match source.origin:
        case Origin.CHAT:
            return _spot(source, f"#{source.name}", Term(On.CHAT, source.name))
        case Origin.SEARCH:
            return _of_search(source)
        case _:
            return _spot(source, source.name, Term(On.SOURCE, source.name))


def _of_search(source: Source) -> Spot:
    """Return the spot of a search, by its sentence; as it stands where that is not understood."""
    try:
        chosen = parse(source.name)
    except FilterError:
        return _spot(source, source.name, Term(On.SOURCE, source.name))
    spot = _spot(source, begin_large(say_chips(chosen)), chosen)
    title = say_title(chosen)
    return replace(spot, title=title, place=replace(spot.place, tip=title))


def _spot(source: Source, word: str, chosen: Node) -> Spot:
    key = f"{SOURCE}{source.origin}:{source.name}"
    return Spot(Place(key, word, ICONS[source.origin]), word, chosen)


def _quiet(desk: Desk, kind: Sequence[Node]) -> Spot:
    word = shown_names()["Quiet folder"]
    number = desk.cache.count(divide(EVERYTHING, kind).quiet)
    return Spot(Place(QUIET, word, "volume-x", count(number)), word, EVERYTHING, quiet_only=True)


def _muted(desk: Desk) -> Spot:
    word = shown_names()["Muted"]
    place = Place(MUTED_KEY, word, "bell-off", count(count_muted(desk)))
    return Spot(place, word, MUTED, whole=True)
