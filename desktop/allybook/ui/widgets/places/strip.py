"""Places folded to a strip of icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from allybook.ui.tips import as_written
from allybook.ui.widgets.buttons import FLAT, Dress, IconButton
from allybook.ui.widgets.scroll import NEVER, Scroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.places.values import Place

SIDE = 36
GAP = 4
TOP = 8
CHOSEN = Dress(("accent_soft",) * 3, "", "accent_text", "accent_text")
CHOSEN_CONTRAST = Dress(("selection",) * 3, "", "on_accent", "on_accent")


class _Spot(IconButton):
    """One icon of the strip."""

    def __init__(self, look: Look, place: Place) -> None:
        super().__init__(look, place.icon, "", side=look.icon_size("nav"))
        self.key = place.key
        self.say(place)
        self.setFixedSize(SIDE, SIDE)
        self.setCheckable(True)

    def say(self, place: Place) -> None:
        """Say the word and the count of the place as they are now."""
        name = f"{place.word}, {place.count}" if place.count else place.word
        self.setAccessibleName(name)
        self.setToolTip(as_written(name))

    def checkStateSet(self) -> None:  # noqa: N802 (Qt's name)
        """Dress for what is chosen."""
        chosen = CHOSEN_CONTRAST if self._look.contrast else CHOSEN
        self.dress = chosen if self.isChecked() else FLAT
        super().checkStateSet()


class PlacesStrip(Scroll):
    """Icons in a column; arrows move between them, the tooltip says the word and the count.

    ``words_asked`` tells that a person wants to see them with their words, and what else is there.
    """

    chosen = Signal(str)
    words_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(QWidget())
        self._look = look
        self._group = QButtonGroup(self)
        self._places: list[Place] | None = None
        self._group.buttonToggled.connect(self._toggled)
        self.setFixedWidth(look.width("strip") - 1)
        self.setVerticalScrollBarPolicy(NEVER)
        look.changed.connect(self._redress)

    def show_places(self, places: Sequence[Place], current: str) -> None:
        """Show these places, with one of them chosen."""
        former, self._places = self._places, list(places)
        if former is not None and list(map(_sign, former)) == list(map(_sign, places)):
            for spot, place, then in zip(self._spots(), places, former, strict=True):
                if place != then:
                    spot.say(place)
        else:
            self._renew(places)
        self.choose(current)

    def take_keyboard(self) -> None:
        """Have the keyboard where everything is opened again."""
        opener = self.findChild(IconButton)
        if opener is not None:
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _renew(self, places: Sequence[Place]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins((self.width() + 1 - SIDE) // 2, TOP, 0, TOP)
        layout.setSpacing(GAP)
        layout.addWidget(self._make_opener())
        for place in places:
            spot = _Spot(self._look, place)
            self._group.addButton(spot)
            layout.addWidget(spot)
        layout.addStretch(1)
        self.hold(column)

    def _make_opener(self) -> IconButton:
        opener = IconButton(
            self._look, "chevron-right", self.tr("Show the places with their words")
        )
        opener.setFixedWidth(SIDE)
        opener.clicked.connect(self.words_asked)
        return opener

    def choose(self, key: str) -> None:
        """Mark a place as chosen, without telling."""
        with QSignalBlocker(self._group):
            # An exclusive group would not let the last one go.
            self._group.setExclusive(False)
            for spot in self._spots():
                spot.setChecked(spot.key == key)
            self._group.setExclusive(True)
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen place in sight, and whole."""
        super().resizeEvent(event)
        self._show_chosen()

    def _show_chosen(self) -> None:
        spot, column = self._group.checkedButton(), self.widget()
        if spot is None or column is None:
            return
        # New places are laid out now: the area asks where they are.
        column.resize(self.viewport().size().expandedTo(column.minimumSizeHint()))
        layout = column.layout()
        if layout is not None:
            layout.activate()
        self.ensureWidgetVisible(spot, 0, TOP)

    def _spots(self) -> list[_Spot]:
        return [spot for spot in self._group.buttons() if isinstance(spot, _Spot)]

    def _toggled(self, spot: _Spot, checked: bool) -> None:  # noqa: FBT001 (Qt's)
        if checked:
            self.chosen.emit(spot.key)

    def _redress(self) -> None:
        for spot in self._spots():
            spot.checkStateSet()


def _sign(place: Place) -> tuple[str, str]:
    """Return what an icon of the strip is made for."""
    return place.key, place.icon
