"""The timeline in the states that a person brings it into: views, quiet folder, chips, an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ui.tabs.timeline.places import QUIET

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from allybook.ui.tabs.timeline.tab import TimelineTab

VIEWS = ("Everything", "Allies only", "Action alerts", "Questions", "Conversation")
EVERYDAY = (
    '#swhelper -is:repost (housing OR "action alert") -from:megadeals4good lang:en max_likes:500'
)
MISTYPED = "has:pictures -is:repost"


def timeline_states() -> Mapping[str, Callable[[TimelineTab], None]]:
    """Return what brings the timeline into each state, by its name."""
    views = {_slug(name): _viewing(name) for name in VIEWS}
    return {**views, "quiet": _open_quiet, "chips": _filter, "error": _mistype}


def _viewing(name: str) -> Callable[[TimelineTab], None]:
    return lambda timeline: timeline.show_view(name)


def _open_quiet(timeline: TimelineTab) -> None:
    """Open the quiet folder, as a click on its place does."""
    timeline.places.choose(QUIET)
    timeline.places.chosen.emit(QUIET)


def _filter(timeline: TimelineTab) -> None:
    timeline.show_filter(EVERYDAY)


def _mistype(timeline: TimelineTab) -> None:
    """Type what no filter says, and press Enter."""
    timeline.show_view(VIEWS[0])
    timeline.bar.field.setText(MISTYPED)
    timeline.bar.field.returnPressed.emit()


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")
