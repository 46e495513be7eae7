"""The look of the moment: what every widget and delegate asks for colours, letters and lengths."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon

from allybook.ui.theme.icons import Drawings, LineIcon
from allybook.ui.theme.letters import Letters
from allybook.ui.theme.palette import make_palette
from allybook.ui.theme.sheet import make_sheet
from allybook.ui.theme.tokens import SCHEMES, DesignTokens, load

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QFont, QPainter, QPixmap
    from PySide6.QtWidgets import QApplication

SYSTEM = "system"
SCHEME = "scheme"
"""What the choice of a scheme is called where it is kept."""
BASE = "Fusion"
"""The style of Qt that the look is laid over."""
STYLED = "styled"
"""An application with this property began with that style."""


class Look(QObject):
    """Answers for one scheme at a time, and says when it ``changed``.

    Lengths are logical pixels. Names are those of ``themes/tokens.json``; an unknown one is a
    KeyError.
    """

    changed = Signal()

    def __init__(self, resources: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens: DesignTokens = load((resources / "themes" / "tokens.json").read_bytes())
        self._letters = Letters(self._tokens, resources / "fonts")
        self._drawings = Drawings(resources / "icons", self._tokens.sizes["stroke"]["icon"])
        self._colours: dict[str, QColor] = {}
        self._avatars: list[tuple[QColor, QColor]] = []
        self._scheme = SCHEMES[0]
        self._chosen = SCHEMES[0]
        self._dressed: QApplication | None = None
        self._is_whole = False
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        # Qt knows the desktop's wish for contrast from 6.10 on.
        if accessibility := getattr(hints, "accessibility", None):
            accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def scheme(self) -> str:
        """Return what is shown: ``light``, ``dark`` or ``contrast``."""
        return self._scheme

    @property
    def chosen(self) -> str:
        """Return what was asked for: a scheme, or ``system``."""
        return self._chosen

    @property
    def contrast(self) -> bool:
        """Return whether this is the high-contrast scheme."""
        return self._scheme == "contrast"

    def set_scheme(self, name: str) -> None:
        """Show a scheme; ``system`` follows the desktop from now on."""
        scheme = _system_scheme() if name == SYSTEM else name
        if scheme not in SCHEMES:
            raise KeyError(name)
        self._chosen = name
        if scheme == self._scheme:
            return
        self._scheme = scheme
        self._colours.clear()
        self._avatars.clear()
        if self._dressed is not None and self._is_whole:
            self.apply(self._dressed)
        elif self._dressed is not None:
            self.prepare(self._dressed)
        self.changed.emit()

    def apply(self, application: QApplication) -> None:
        """Dress the whole application: style, palette, letters and style sheet."""
        self.prepare(application)
        self._is_whole = True
        application.setStyleSheet(make_sheet(self._tokens, self._scheme))

    def prepare(self, application: QApplication) -> None:
        """Dress the application but for the style sheet; ``apply`` follows before a window is seen.

        With a sheet Qt measures everything anew each time that a part moves into another.
        """
        if self._dressed is not application:
            self._dressed = application
            if not application.property(STYLED):
                application.setStyle(BASE)
            if application.windowIcon().isNull():
                application.setWindowIcon(self._drawings.sign())
        application.setPalette(make_palette(self.colour))
        application.setFont(self.font("ui"))

    def colour(self, role: str) -> QColor:
        """Return the colour of a role (``surface``, ``text_2`` ...)."""
        if role not in self._colours:
            self._colours[role] = _parse(self._tokens.schemes[self._scheme].roles[role])
        return self._colours[role]

    def font(self, kind: str, weight: int | None = None) -> QFont:
        """Return the font of a kind of text, in another weight where one is given."""
        return self._letters.font(kind, weight)

    def line_height(self, kind: str) -> int:
        """Return the height of one line of a kind of text."""
        return self._tokens.kinds[kind].line

    def height(self, name: str) -> int:
        """Return a height of ``[height]``."""
        return self._size("height", name)

    def width(self, name: str) -> int:
        """Return a width of ``[width]``."""
        return self._size("width", name)

    def space(self, name: str) -> int:
        """Return a distance of ``[space]``."""
        return self._size("space", name)

    def radius(self, name: str) -> int:
        """Return a corner's radius of ``[radius]``."""
        return self._size("radius", name)

    def icon_size(self, name: str) -> int:
        """Return the side of an icon of ``[icon]``."""
        return self._size("icon", name)

    def stroke(self, name: str) -> float:
        """Return the width of a line of ``[stroke]``."""
        return self._tokens.sizes["stroke"][name]

    def outline(self) -> float:
        """Return the width of the outline of buttons and chips: twice a line in high contrast."""
        return self.stroke("line") * (2 if self.contrast else 1)

    def avatar(self, name: str) -> tuple[int, int]:
        """Return the side and the letter size of an avatar."""
        return self._tokens.avatars[name]

    def avatars(self) -> tuple[tuple[int, int], ...]:
        """Return the side and the letter size of all avatars."""
        return tuple(self._tokens.avatars.values())

    def avatar_font(self, size: int) -> QFont:
        """Return the font for the letters in an avatar."""
        return self._letters.sized(size, 600)

    def avatar_colours(self, key: str) -> tuple[QColor, QColor]:
        """Return background and letters for an id: always the same, on every machine."""
        if not self._avatars:
            pairs = self._tokens.schemes[self._scheme].avatars
            self._avatars = [(QColor(ground), QColor(letters)) for ground, letters in pairs]
        return self._avatars[zlib.crc32(key.encode()) % len(self._avatars)]

    def icon(self, name: str, role: str = "text_2") -> QIcon:
        """Return an icon that follows the theme; it is drawn in ``text_off`` when disabled."""

        def ink(mode: QIcon.Mode) -> QColor:
            """Return the colour for a state of the button."""
            return self.colour("text_off" if mode == QIcon.Mode.Disabled else role)

        return QIcon(LineIcon(self._drawings, name, ink))

    def pixmap(self, name: str, role: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon of ``size`` logical pixels as a pixmap, kept for the next time."""
        return self._drawings.pixmap(name, self.colour(role), size, ratio)

    def draw_icon(self, painter: QPainter, name: str, role: str, box: QRectF) -> None:
        """Draw an icon into a square, sharp on the screen that ``painter`` paints for."""
        ratio = painter.device().devicePixelRatio()
        pixmap = self.pixmap(name, role, round(box.width()), ratio)
        painter.drawPixmap(box.topLeft(), pixmap)

    def _size(self, table: str, name: str) -> int:
        return int(self._tokens.sizes[table][name])

    def _follow(self) -> None:
        if self._chosen == SYSTEM:
            self.set_scheme(SYSTEM)


def _parse(text: str) -> QColor:
    """Return a colour; tokens write alpha last, Qt first."""
    if len(text) == len("#rrggbbaa"):
        text = f"#{text[7:]}{text[1:7]}"
    return QColor(text)


def _system_scheme() -> str:
    hints = QGuiApplication.styleHints()
    # Qt knows the desktop's wish for contrast from 6.10 on.
    accessibility = getattr(hints, "accessibility", None)
    if accessibility and accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
