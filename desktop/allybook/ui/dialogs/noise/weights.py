"""The weights: for each reason its name, what it looks at, a slider, and the number beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider, QSpinBox, QWidget

from allybook.domain.noise.kinds import HEAVIEST, RELIEFS, NoiseKind
from allybook.ui.dialogs.noise.words import name_kind, tell_kind
from allybook.ui.widgets.words import SectionLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from allybook.domain.noise.kinds import Weights
    from allybook.ui.theme.look import Look

SLIDER, NUMBER = 148, 64
PAGE = 5
RAISING = tuple(kind for kind in NoiseKind if kind not in RELIEFS)
LOWERING = tuple(kind for kind in NoiseKind if kind in RELIEFS)


class StillSlider(QSlider):
    """A slider that a wheel which passes over it does not move."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Leave the wheel to the list that this stands in."""
        event.ignore()


class StillNumber(QSpinBox):
    """A number that a wheel which passes over it does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Leave the wheel to the list that this stands in."""
        event.ignore()


class WeightGrid(QWidget):
    """``changed`` carries all weights, while a slider moves; ``settled`` when it has come to rest.

    ``sliders`` and ``numbers`` go from 0 to 100; a sign before the number says which way.
    """

    changed = Signal(object)
    settled = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.sliders: dict[NoiseKind, QSlider] = {}
        self.numbers: dict[NoiseKind, QSpinBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space("m"))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._add_section(self.tr("What makes noise"), RAISING)
        self._add_section(self.tr("What lowers it"), LOWERING)

    @property
    def weights(self) -> Weights:
        """Return the weights as they stand."""
        return {kind: sign(kind) * number.value() for kind, number in self.numbers.items()}

    def show_weights(self, weights: Weights) -> None:
        """Show weights, without a word about it."""
        for kind, points in weights.items():
            self._place(kind, abs(points))

    def _add_section(self, heading: str, kinds: tuple[NoiseKind, ...]) -> None:
        row = self._grid.rowCount()
        label = SectionLabel(self._look, heading)
        label.setFixedHeight(self._look.height("button"))
        self._grid.addWidget(label, row, 0, 1, 3)
        for kind in kinds:
            self._add_row(kind)

    def _add_row(self, kind: NoiseKind) -> None:
        look, row = self._look, self._grid.rowCount()
        name, about = name_kind(kind), tell_kind(kind)
        slider = self._make_slider(kind, name, about)
        number = self._make_number(kind, name, about)
        self.sliders[kind], self.numbers[kind] = slider, number
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(Words(look, name, "ui_bold"), row, 0)
        self._grid.addWidget(Words(look, about, "caption", "text_2"), row + 1, 0)
        self._grid.addWidget(slider, row, 1, 2, 1, middle)
        self._grid.addWidget(number, row, 2, 2, 1, middle)
        self._grid.setRowMinimumHeight(row + 2, look.space("s"))
        self._grid.addWidget(QWidget(), row + 2, 0)

    def _make_slider(self, kind: NoiseKind, name: str, about: str) -> QSlider:
        slider = StillSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, HEAVIEST)
        slider.setPageStep(PAGE)
        slider.setFixedWidth(SLIDER)
        slider.setAccessibleName(self.tr("Weight of: %1").replace("%1", name))
        slider.setAccessibleDescription(about)
        slider.valueChanged.connect(lambda value: self._slide(kind, value))
        slider.sliderReleased.connect(lambda: self.settled.emit(self.weights))
        return slider

    def _make_number(self, kind: NoiseKind, name: str, about: str) -> QSpinBox:
        number = StillNumber()
        number.setRange(0, HEAVIEST)
        number.setPrefix("+" if sign(kind) > 0 else "\u2212")
        number.setSpecialValueText("0")
        number.setKeyboardTracking(False)
        number.setAlignment(Qt.AlignmentFlag.AlignRight)
        side = self._look.space("s")
        number.lineEdit().setTextMargins(0, 0, side, 0)
        number.setFixedSize(NUMBER, self._look.height("field"))
        number.setAccessibleName(self.tr("Points for: %1").replace("%1", name))
        number.setAccessibleDescription(about)
        number.valueChanged.connect(lambda value: self._type(kind, value))
        return number

    def _slide(self, kind: NoiseKind, size: int) -> None:
        self._place(kind, size)
        self.changed.emit(self.weights)
        if not self.sliders[kind].isSliderDown():
            self.settled.emit(self.weights)

    def _type(self, kind: NoiseKind, size: int) -> None:
        self._place(kind, size)
        self.changed.emit(self.weights)
        self.settled.emit(self.weights)

    def _place(self, kind: NoiseKind, size: int) -> None:
        """Show how much a reason weighs, whichever way."""
        for control in (self.sliders[kind], self.numbers[kind]):
            control.blockSignals(True)  # noqa: FBT003 (Qt's)
            control.setValue(size)
            control.blockSignals(False)  # noqa: FBT003 (Qt's)


def sign(kind: NoiseKind) -> int:
    """Return 1 for what makes noise, and -1 for what lowers it."""
    return -1 if kind in RELIEFS else 1
