"""The timeline in the states that a person brings it into: views, sources, chips, cards, an error.

Each state is a short script: what it yields for is waited for, and then the picture is taken.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QMenu

from allybook.domain.mutes import Spell
from allybook.domain.reading.sources import Origin
from allybook.ui.delegates.post import Density
from allybook.ui.dialogs.parting import PartingDialog, stuck
from allybook.ui.frame.tabrow import TabRow
from allybook.ui.models.posts import PostRow
from allybook.ui.models.roles import Role
from allybook.ui.tabs.timeline.places import MUTED_KEY, QUIET, view_key
from allybook.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from allybook.ui.tabs.timeline.tab import TimelineTab

    State = Callable[[TimelineTab], Iterator[Callable[[], bool] | None]]

VIEWS = ("Everything", "Allies only", "Action alerts", "Questions", "Conversation")
SOURCES = (Origin.HOME, Origin.LIST, Origin.BOOK, Origin.CHAT)
EVERYDAY = (
    '#swhelper -is:repost (housing OR "action alert") -from:megadeals4good lang:en max_likes:500'
)
MISTYPED = "has:sound -is:repost"
MISSPELT = "is:repst #swhelper"
IN_VAIN = "#swhelper lighthouse keepers newer:2h"
BEGUN = "from:s"
MUTED_WORD = "gift card"
CHANGE = -2
"""Where “Change it…” stands in the menu of a chip."""


def timeline_states() -> Mapping[str, State]:
    """Return what brings the timeline into each state, by its name."""
    views = {name.lower().replace(" ", "-"): partial(view, name) for name in VIEWS}
    sources = {f"source-{origin}": partial(_open_source, origin) for origin in SOURCES}
    rest: dict[str, State] = {
        "quiet": partial(_open, QUIET),
        "quiet-shown": _show_quiet,
        "chips": _filter,
        "picker": _pick,
        "chip-menu": _open_chip,
        "chip-editor": _change_chip,
        "text": _show_as_text,
        "completion": _begin,
        "error": partial(_type, MISTYPED),
        "suggestion": partial(_type, MISSPELT),
        "nothing": _filter_in_vain,
        "day": _narrow,
        "rows-compact": partial(_set_rows, Density.COMPACT),
        "rows-roomy": partial(_set_rows, Density.ROOMY),
        "thread": _open_thread,
        "save-view": _save_view,
        "mute-menu": _mute,
        "mute-words": _mute_words,
        "muted": _hear_no_more,
        "noise": _judge,
        "media": _read_media,
        "window-menu": _open_menu,
        "help": _ask_help,
        "parting": _part,
    }
    return {**views, **sources, **rest}


def small_states() -> Mapping[str, State]:
    """Return the states that look otherwise on a small screen."""
    names = (
        *("quiet", "chips", "chip-editor", "error", "nothing", "mute-words", "noise"),
        *("help", "parting"),
    )
    every = timeline_states()
    return {
        **{name: every[name] for name in names},
        "days": _open_days,
        "places": _open_places,
        "details": _open_details,
    }


def long_states() -> Mapping[str, State]:
    """Return the states with many words: what grows with a language, or has less room."""
    names = (
        *("everything", "quiet-shown", "chips", "picker", "chip-menu", "chip-editor", "error"),
        *("suggestion", "nothing", "thread", "save-view", "mute-menu", "mute-words", "muted"),
        *("noise", "source-list", "help", "window-menu", "parting"),
    )
    every = timeline_states()
    return {name: every[name] for name in names}


def close_all(timeline: TimelineTab) -> None:
    """Close what lies over the timeline, and let it be as it was opened."""
    while popup := QApplication.activePopupWidget():
        popup.close()
    for dialog in timeline.window().findChildren(QDialog):
        dialog.close()
    if timeline.bar.is_text:
        timeline.bar.as_text.click()
    timeline.bar.field.clear()
    timeline.view.set_density(Density.NORMAL)
    timeline.note.hide()
    timeline.strip.more.setChecked(False)
    timeline.places.close_again()
    if timeline.panes.drawer.isVisible():
        timeline.panes.drawer.close_drawer()


def go(timeline: TimelineTab, key: str) -> None:
    """Go to a place, as a click on it does."""
    timeline.places.choose(key)
    timeline.places.chosen.emit(key)


def _open(key: str, timeline: TimelineTab) -> Iterator[None]:
    go(timeline, key)
    yield
    begin_reading(timeline)


def begin_reading(timeline: TimelineTab) -> None:
    """Make the first post the current one, as for whoever reads on by the keyboard."""
    timeline.view.setFocus()
    gaps = timeline.model.gap_rows()
    first = next((row for row in range(timeline.model.rowCount()) if row not in gaps), 0)
    timeline.view.setCurrentIndex(timeline.model.index(first, 0))


def view(name: str, timeline: TimelineTab) -> Iterator[None]:
    """Go to a view and begin to read it."""
    yield from _open(view_key(name), timeline)


def _open_source(origin: Origin, timeline: TimelineTab) -> Iterator[None]:
    """Open the first source of a kind; its gaps stand between its posts."""
    place = f"source:{origin}:"
    key = next((one for one in timeline.place_keys() if one.startswith(place)), "")
    if key:
        yield from _open(key, timeline)


def _show_quiet(timeline: TimelineTab) -> Iterator[None]:
    yield from view(VIEWS[0], timeline)
    timeline.strip.with_quiet.click()
    yield
    rows = (timeline.model.index(row, 0) for row in range(timeline.model.rowCount()))
    shown = (index.data(Role.ROW) for index in rows)
    quiet = next(
        (row for row, one in enumerate(shown) if isinstance(one, PostRow) and one.why.quiet), 0
    )
    timeline.view.setCurrentIndex(timeline.model.index(quiet, 0))


def _filter(timeline: TimelineTab) -> Iterator[None]:
    timeline.show_filter(EVERYDAY)
    yield
    begin_reading(timeline)


def _pick(timeline: TimelineTab) -> Iterator[None]:
    yield from _filter(timeline)
    timeline.bar.more.click()


def _open_chip(timeline: TimelineTab) -> Iterator[None]:
    yield from _filter(timeline)
    timeline.bar.findChildren(Chip)[1].click()


def _change_chip(timeline: TimelineTab) -> Iterator[None]:
    yield from _filter(timeline)
    timeline.bar.findChildren(Chip)[-1].click()
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        change = menu.actions()[CHANGE]
        menu.close()
        change.trigger()


def _show_as_text(timeline: TimelineTab) -> Iterator[None]:
    yield from _filter(timeline)
    timeline.bar.as_text.click()


def _begin(timeline: TimelineTab) -> Iterator[None]:
    """Begin to write a word, with the keys."""
    yield from view(VIEWS[0], timeline)
    field = timeline.bar.field
    timeline.bar.begin()
    field.setText(BEGUN)
    field.textEdited.emit(BEGUN)
    yield
    field.completer().setCompletionPrefix(BEGUN)
    field.completer().complete()


def _type(text: str, timeline: TimelineTab) -> Iterator[None]:
    """Type what no filter says, and press Enter."""
    yield from view(VIEWS[0], timeline)
    timeline.bar.begin()
    timeline.bar.field.setText(text)
    timeline.bar.field.returnPressed.emit()


def _filter_in_vain(timeline: TimelineTab) -> Iterator[None]:
    timeline.show_filter(IN_VAIN)
    yield


def _narrow(timeline: TimelineTab) -> Iterator[None]:
    yield from view(VIEWS[0], timeline)
    buckets = timeline.histogram.buckets()
    timeline.histogram.press(max(range(len(buckets)), key=lambda number: buckets[number].kept))
    yield
    begin_reading(timeline)


def _set_rows(density: Density, timeline: TimelineTab) -> Iterator[None]:
    """Show more or less of each post."""
    yield from view(VIEWS[0], timeline)
    timeline.view.set_density(density)
    begin_reading(timeline)


def _open_thread(timeline: TimelineTab) -> Iterator[None]:
    """Read an answer, with what it answers at hand."""
    yield from view("Conversation", timeline)
    for row in range(min(40, timeline.model.rowCount())):
        timeline.view.setCurrentIndex(timeline.model.index(row, 0))
        # Nobody holds a key down here.
        timeline.beside.show()
        yield
        if timeline.details.context.leads:
            return


def _read_media(timeline: TimelineTab) -> Iterator[None]:
    """Read a post with a picture or a film, which is told in words."""
    yield from view(VIEWS[0], timeline)
    for row in range(min(40, timeline.model.rowCount())):
        shown = timeline.model.row_at(row)
        if isinstance(shown, PostRow) and shown.row.post.media:
            timeline.view.setCurrentIndex(timeline.model.index(row, 0))
            return


def _open_menu(timeline: TimelineTab) -> Iterator[None]:
    """Open the menu of the window, below its button."""
    yield from view(VIEWS[0], timeline)
    _top_of(timeline).menu.click()


def _ask_help(timeline: TimelineTab) -> Iterator[None]:
    yield from view(VIEWS[0], timeline)
    _top_of(timeline).help.click()


def _part(timeline: TimelineTab) -> Iterator[None]:
    """Ask what is asked of whoever closes the window while the disk takes nothing."""
    yield from view(VIEWS[0], timeline)
    PartingDialog(timeline.look, timeline.window(), [stuck()]).open()


def _top_of(timeline: TimelineTab) -> TabRow:
    return timeline.window().findChildren(TabRow)[0]


def _save_view(timeline: TimelineTab) -> Iterator[None]:
    yield from _filter(timeline)
    timeline.bar.save.click()


def _mute(timeline: TimelineTab) -> Iterator[None]:
    yield from view(VIEWS[0], timeline)
    timeline.muting.ask()


def _mute_words(timeline: TimelineTab) -> Iterator[None]:
    yield from view(VIEWS[0], timeline)
    timeline.muting.ask_words()


def _hear_no_more(timeline: TimelineTab) -> Iterator[None]:
    timeline.muting.mute_words(MUTED_WORD, Spell.WEEK)
    yield
    yield from _open(MUTED_KEY, timeline)


def _judge(timeline: TimelineTab) -> Iterator[None]:
    yield from _open(QUIET, timeline)
    timeline.muting.open_judging()


def _open_days(timeline: TimelineTab) -> Iterator[None]:
    """Open what is folded away where there is little room."""
    yield from view(VIEWS[0], timeline)
    timeline.strip.more.setChecked(True)


def _open_places(timeline: TimelineTab) -> Iterator[None]:
    """Show the places with their words, where they are folded to a strip of icons."""
    yield from view(VIEWS[0], timeline)
    timeline.places.strip.words_asked.emit()


def _open_details(timeline: TimelineTab) -> Iterator[None]:
    yield from _open(QUIET, timeline)
    timeline.panes.open_details()
