"""Completion in the filter bar: the word at hand, by fields, values, people and books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from allybook.domain.expressions import expression
from allybook.domain.filters import fields
from allybook.domain.filters.languages import LANGUAGES
from allybook.domain.filters.lexer import QUOTES, find_last
from allybook.domain.filters.tree import HAS_WORDS, IS_WORDS
from allybook.ui.units import signs_before, utf16
from allybook.ui.widgets.word_completer import SOON_MS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from allybook.ui.models.roles import Index

PLAIN = Qt.ItemDataRole.UserRole
"""The words without quotes, as people begin to type them."""
WORD = PLAIN + 1
"""What is written where one is chosen."""
FIELDS = (
    *(f"{name}:" for name in fields.FIELDS),
    *(f"is:{word}" for word in sorted(IS_WORDS)),
    *(f"has:{word}" for word in sorted(HAS_WORDS)),
    *(f"lang:{code}" for code in LANGUAGES),
    "noise>40",
    "noise<=40",
    "newer:3d",
    "source:home",
)
APART = 4
INSET = 7
"""How far the words of the list begin to the right of its edge."""
LEAST = 240
MARGINS = 48
"""Beside the longest word: padding on both sides, and a scroll bar."""
QUEUED = Qt.ConnectionType.QueuedConnection
NAMED = expression(r"(from|to):@")
"""The @ may be typed, and is not in the words."""
MARK = expression(rf"\\(?=[\"\\])|[{QUOTES}]")
"""What stands around a name and is none of it; a name that is typed has none of them yet."""
CLOSING = expression(rf"\\.|([{QUOTES}])")
STRAIGHT = r'(?:[^"\\]|\\.)*"'
CURLY = rf"[^{QUOTES}]*[\"“”]"
IN_STRAIGHT, IN_CURLY = expression(STRAIGHT), expression(CURLY)
BARE = expression(rf'(?:"{STRAIGHT}|[“”„]{CURLY}|[^\s(){QUOTES}])*')
PLACED = (QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize)


class Below(QObject):
    """Keeps a list of completions below the whole bar, no wider than its words need.

    Qt lays it over the line around the field, and makes it as wide as the field.
    """

    def __init__(self, popup: QAbstractItemView, field: QWidget, bar: QWidget) -> None:
        super().__init__(popup)
        self._popup, self._field, self._bar = popup, field, bar
        self._busy = False
        popup.installEventFilter(self)
        if popup.isVisible():
            # Somebody typed before it was made ready.
            self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Place the list anew whenever Qt placed it."""
        # Placing it tells of a move and of another size, too.
        if event.type() in PLACED and not self._busy:
            self._busy = True
            self._place()
            self._busy = False
        return False

    def _place(self) -> None:
        popup, bar = self._popup, self._bar
        below = bar.mapToGlobal(QPoint(0, bar.height() + APART))
        if popup.y() < below.y() - bar.height():
            # There is more room above, and Qt took it.
            return
        below.setX(self._field.mapToGlobal(QPoint(-INSET, 0)).x())
        width = min(max(LEAST, popup.sizeHintForColumn(0) + MARGINS), bar.width())
        if popup.width() != width:
            popup.resize(width, popup.height())
        if popup.pos() != below:
            popup.move(below)


class Typed(Struct, frozen=True):
    """A text that is being typed: the cursor in it, and where the word there begins and ends."""

    text: str
    cursor: int
    start: int
    end: int

    @property
    def word(self) -> str:
        """Return what of the word was typed; a name in quotes is one word."""
        return without_marks(self.text[self.start : self.cursor])

    def completed(self, word: str) -> str:
        """Return the text with a word in the place of the one that is being typed."""
        return f"{self.text[: self.start]}{word}{self.text[self.end :]}"


class FilterCompleter(QCompleter):
    """Completes the word at the cursor and leaves what stands around it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = QStandardItemModel(self)
        self._known: set[str] = set()
        self._usual = 0
        self._typed = Typed("", 0, 0, 0)
        self.offer(())
        self.setModel(self._words)
        self.setCompletionRole(PLAIN)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(8)
        # Qt shows the text first, and stands at its end then.
        self.highlighted.connect(self._place_cursor, QUEUED)
        self.activated.connect(self._place_cursor, QUEUED)
        # Qt would make it at the first letter, and the window would stand still for 30 ms.
        QTimer.singleShot(SOON_MS, self, self._make_list)

    def _make_list(self) -> None:
        popup = self.popup()
        if popup is not None:
            popup.setObjectName("completions")
            popup.ensurePolished()
            bar = self.parent()
            if isinstance(bar, QWidget):
                Below(popup, self.widget(), bar)

    def offer(self, words: Iterable[str]) -> None:
        """Offer these words beside the fields and their values."""
        self._words.clear()
        self._known = {word.lower() for word in (*FIELDS, *words)}
        self._add((*FIELDS, *words))
        self._usual = self._words.rowCount()

    def offer_more(self, words: Iterable[str], names: Mapping[str, str] | None = None) -> None:
        """Offer these words, too, until others take their place.

        ``names`` are words by how people begin to type them (``lang:de`` by ``lang:german``).
        """
        self._words.removeRows(self._usual, self._words.rowCount() - self._usual)
        self._add(word for word in words if word.lower() not in self._known)
        self._words.invisibleRootItem().appendRows(
            [
                _item(word, name, f"{word} ({name.partition(':')[2]})")
                for name, word in (names or {}).items()
            ]
        )

    def word_in(self, text: str) -> str:
        """Return the word that is being typed."""
        return self._look_at(text).word

    def _add(self, words: Iterable[str]) -> None:
        items = [_item(word, without_marks(word), word) for word in words]
        # All at once: a list that is open looks through all its words after each.
        self._words.invisibleRootItem().appendRows(items)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 (Qt's name)
        """Return the word that is being typed, as it stands in the list."""
        self._typed = self._look_at(path)
        return [NAMED.sub(r"\1:", self._typed.word)]

    def pathFromIndex(self, index: Index) -> str:  # noqa: N802 (Qt's name)
        """Return the whole text with the word at the cursor completed."""
        # Not the text of the field: a word that is walked to in the list stands there already.
        return self._typed.completed(str(index.data(WORD)))

    def _look_at(self, text: str) -> Typed:
        """Return where in a text somebody types: in the field, or else at its end."""
        field = self.widget()
        if isinstance(field, QLineEdit) and field.text() == text:
            return _find(text, signs_before(text, field.cursorPosition()))
        return _find(text, len(text))

    def _place_cursor(self, shown: str) -> None:
        """Stand behind the word that was completed, or where one stood before."""
        field, typed = self.widget(), self._typed
        if isinstance(field, QLineEdit) and field.text() == shown:
            behind = len(shown) - len(typed.text) + typed.end
            place = typed.cursor if shown == typed.text else behind
            field.setCursorPosition(utf16(shown[:place]))


def _item(word: str, plain: str, shown: str) -> QStandardItem:
    item = QStandardItem(shown)
    item.setData(plain, PLAIN)
    item.setData(word, WORD)
    return item


def _find(text: str, cursor: int) -> Typed:
    """Return where the word at the cursor begins and ends."""
    start, mark = find_last(text[:cursor])
    # Of two quotation marks behind the cursor, the first opens something else.
    within = mark and sum(map(bool, CLOSING.findall(text, cursor))) % 2 == 1
    rest = (IN_STRAIGHT if mark == '"' else IN_CURLY).match(text, cursor) if within else None
    rest = rest or BARE.match(text, cursor)
    return Typed(text, cursor, start, rest.end() if rest else cursor)


def without_marks(word: str) -> str:
    """Return a word as people begin to type it."""
    # Most words have none, and there may be tens of thousands.
    return MARK.sub("", word) if '"' in word or not word.isascii() else word
