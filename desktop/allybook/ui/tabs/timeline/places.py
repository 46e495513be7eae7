"""The places of the timeline: views, sources, and the quiet folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING, On, Term
from allybook.domain.sources import Origin
from allybook.services.view import divide
from allybook.services.views import views
from allybook.ui.widgets.places.values import Place, Section
from allybook.ui.wording import count

if TYPE_CHECKING:
    from allybook.domain.filters.tree import Node
    from allybook.domain.sources import Source
    from allybook.services.desk import Desk
    from allybook.services.views import View

translate = QCoreApplication.translate

VIEWS = "views"
QUIET = "quiet"
# Sources that a filter can name.
FIELDS = {Origin.CHAT: On.CHAT, Origin.LIST: On.LIST}
ICONS = {Origin.CHAT: "messages-square", Origin.LIST: "list-checks"}


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: its row in the pane, its title, and the filter that it stands for.

    ``own`` is a view that the person saved, and can forget.
    """

    place: Place
    title: str
    chosen: Node
    quiet_only: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """All places: the sections of the pane, and each spot by its key.

    ``is_empty`` says that the cache holds no post at all.
    """

    sections: tuple[Section, ...]
    spots: dict[str, Spot]
    is_empty: bool = True


def survey(desk: Desk) -> Map:
    """Return the places with their counts; counts a lot, so it runs as a job."""
    looks = [_view(desk, view) for view in views(desk)]
    sources = [_source(source, number) for source, number in desk.cache.sources()]
    named = [spot for spot in sources if spot is not None]
    folder = _quiet(desk)
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
    sections.append(Section("", (folder.place,)))
    spots = {spot.place.key: spot for spot in [*looks, *named, folder]}
    return Map(tuple(sections), spots, is_empty=not desk.cache.sources())


def view_key(name: str) -> str:
    """Return the key of a view's place."""
    return f"view:{name}"


def _view(desk: Desk, view: View) -> Spot:
    chosen = parse(view.text)
    number = count(desk.cache.count(divide(chosen).kept))
    place = Place(view_key(view.name), view.name, view.icon, number)
    return Spot(place, view.name, chosen, own=view.own)


def _source(source: Source, number: int) -> Spot | None:
    field = FIELDS.get(source.origin)
    if field is None:
        return None
    word = f"#{source.name}" if source.origin is Origin.CHAT else source.name
    place = Place(
        f"source:{source.origin}:{source.name}", word, ICONS[source.origin], count(number)
    )
    return Spot(place, word, Term(field, source.name))


def _quiet(desk: Desk) -> Spot:
    word = translate("timeline", "Quiet folder")
    number = desk.cache.count(divide(EVERYTHING).quiet)
    return Spot(Place(QUIET, word, "volume-x", count(number)), word, EVERYTHING, quiet_only=True)
