"""What a condition can be about, in words, and the field in which its value is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QSpinBox

from allybook.domain.filters.choices import values_of
from allybook.domain.filters.lexer import cut
from allybook.domain.filters.terms import read_number
from allybook.domain.filters.times import name_span
from allybook.domain.filters.tree import On, Term
from allybook.ui.tabs.timeline.saying import begin_large, say_short
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.typed_language import TypedLanguage
from allybook.ui.wording import in_words, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from allybook.ui.theme.look import Look

MOST = 2**31 - 1
"""The highest number that Qt's field takes; higher ones are written."""
NOISIEST = 100
PAD = 11
NUMBERS = frozenset(
    {on for on in On if on.value.startswith(("min_", "max_"))} | {On.NOISE_ABOVE, On.NOISE_UP_TO}
)
ABOUT = tuple(on for on in On if on is not On.PHRASE)
"""What can be picked; words that need quotation marks become a phrase by themselves."""


def name_field(on: On) -> str:
    """Return what a condition is about, to follow the word “posts”."""
    words = {
        On.WORD: translate("chips", "with the words"),
        On.HASHTAG: translate("chips", "with the hashtag"),
        On.MENTION: translate("chips", "naming the account"),
        On.FROM: translate("chips", "by the account"),
        On.AUTHOR: translate("chips", "by the account with the id"),
        On.TO: translate("chips", "answering the account"),
        On.URL: translate("chips", "linking to"),
        On.LANG: translate("chips", "in the language"),
        On.IS: translate("chips", "of the kind"),
        On.HAS: translate("chips", "that carry"),
        On.MIN_LIKES: translate("chips", "with at least this many likes"),
        On.MIN_REPOSTS: translate("chips", "with at least this many reposts"),
        On.MIN_REPLIES: translate("chips", "with at least this many replies"),
        On.MAX_LIKES: translate("chips", "with at most this many likes"),
        On.MAX_REPOSTS: translate("chips", "with at most this many reposts"),
        On.MAX_REPLIES: translate("chips", "with at most this many replies"),
        On.SINCE: translate("chips", "since the day"),
        On.UNTIL: translate("chips", "before the day"),
        On.NEWER: translate("chips", "from the last"),
        On.OLDER: translate("chips", "older than"),
        On.IN: translate("chips", "by allies in the book"),
        On.TAG: translate("chips", "by allies tagged"),
        On.CATEGORY: translate("chips", "by allies of the category"),
        On.LIST: translate("chips", "from the list"),
        On.CHAT: translate("chips", "from the chat"),
        On.SOURCE: translate("chips", "read from"),
        On.NOISE_UP_TO: translate("chips", "with noise up to"),
        On.NOISE_ABOVE: translate("chips", "with noise above"),
    }
    return words[on]


def make_field(look: Look, on: On, value: str, known: Sequence[str]) -> ValueField:
    """Return the field for a condition; ``known`` are the words that the filter bar completes."""
    number = read_number(value) or 0
    if on in NUMBERS and number <= MOST:
        most = NOISIEST if on in {On.NOISE_ABOVE, On.NOISE_UP_TO} else MOST
        return NumberField(on, number, most)
    choices = values_of(on)
    if choices:
        return OneOfField(look, on, value, choices)
    return TextField(on, value, [*_values(on, known)])


def _values(on: On, known: Sequence[str]) -> Sequence[str]:
    """Return what is known of one field, without its word and without quotation marks."""
    start = {On.HASHTAG: "#", On.MENTION: "@"}.get(on, f"{on.value}:")
    written = (word[len(start) :] for word in known if word.startswith(start))
    return [next(cut(one)).value if one.startswith('"') else one for one in written]


def _name_value(on: On, value: str) -> str:
    """Return a value in words, to stand under what the condition is about."""
    if on in {On.NEWER, On.OLDER}:
        return in_words(name_span(value))
    return begin_large(value if on is On.HAS else say_short(Term(on, value)))


class NumberField(QSpinBox):
    """Sets a number."""

    changed = Signal()

    def __init__(self, on: On, value: int, most: int) -> None:
        super().__init__(minimum=0, maximum=most, value=min(value, most))
        self.setAccessibleName(name_field(on))
        self.lineEdit().setTextMargins(PAD, 0, PAD, 0)
        self.valueChanged.connect(lambda _value: self.changed.emit())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let what is typed take the place of the number."""
        super().focusInEvent(event)
        self.selectAll()

    def value(self) -> str:  # type: ignore[override]
        """Return the number."""
        return str(super().value())


class OneOfField(ComboBox):
    """Sets one of a few values, each in words."""

    changed = Signal()

    def __init__(self, look: Look, on: On, value: str, choices: Sequence[str]) -> None:
        super().__init__(look, name_field(on))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for choice in dict.fromkeys([*([value] if value else []), *choices]):
            self.addItem(_name_value(on, choice), choice)
        if on is On.LANG:
            TypedLanguage(self)
        self.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def value(self) -> str:
        """Return the value that is chosen."""
        return str(self.currentData())


class TextField(QLineEdit):
    """Sets words, a name, a handle or a day."""

    changed = Signal()

    def __init__(self, on: On, value: str, known: Sequence[str]) -> None:
        super().__init__(value)
        self.setAccessibleName(name_field(on))
        if on in {On.SINCE, On.UNTIL}:
            self.setPlaceholderText("2026-03-01")
        if known:
            completer = QCompleter(known, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(completer)
        self.textChanged.connect(lambda _text: self.changed.emit())

    def value(self) -> str:
        """Return the words."""
        return self.text().strip()


ValueField = NumberField | OneOfField | TextField
