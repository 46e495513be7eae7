"""Keys: each does its act once, however long it is held; only those that walk go on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

# lupdate knows this name, and finds the words below by it.
translate = QCoreApplication.translate

WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
ALONE = Qt.ShortcutContext.WidgetShortcut
"""Where a key works: with the keyboard anywhere in its place, or on the place itself only."""
APPLE = "darwin"
SIGNS = {"Ctrl": "⌘", "Shift": "⇧", "Enter": "↩", "Del": "⌫", "Alt": "⌥"}
"""What is printed on keys of Apple's; what Qt calls Ctrl there is the one with ⌘."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def plug_keys(
    places: Iterable[QWidget],
    acts: Mapping[str, Callable[[], object]],
    *,
    context: Qt.ShortcutContext = WITHIN,
    walking: Collection[str] = (),
) -> None:
    """Let each key do its act in these places: once a press, but for those that are ``walking``.

    A key held a moment too long would else answer the question that its first press asked.
    """
    for place in places:
        for key, act in acts.items():
            shortcut = QShortcut(QKeySequence(key), place, context=context)
            shortcut.setAutoRepeat(key in walking)
            shortcut.activated.connect(act)


def caps_of(keys: str) -> list[str]:
    """Return the keys that are held together: ``Shift`` and ``T`` of ``Shift+T``."""
    return [keys] if len(keys) == 1 else keys.split("+")


def printed(keys: str, platform: str = sys.platform) -> str:
    """Return keys as they are printed on the person's keyboard: ``Strg+Z``, ``⌘Z``."""
    caps = [_cap(key, platform) for key in caps_of(keys)]
    return ("" if platform == APPLE else "+").join(caps)


def removing(platform: str = sys.platform) -> tuple[str, ...]:
    """Return the keys that remove: a small keyboard of Apple's has only ⌫, which is Backspace."""
    return ("Del", "Backspace") if platform == APPLE else ("Del",)


def _cap(key: str, platform: str) -> str:
    if platform == APPLE:
        return SIGNS.get(key, key)
    words = {
        "Ctrl": translate("keys", "Ctrl"),
        "Shift": translate("keys", "Shift"),
        "Enter": translate("keys", "Enter"),
        "Del": translate("keys", "Del"),
    }
    return words.get(key, key)


class _Once(QObject):
    """Keeps from a field the repeats of an Enter that is held: the first may have opened it."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow a repeated Enter."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        key = cast("QKeyEvent", event)
        return key.key() in ENTER and key.isAutoRepeat()


def answer_by_enter(field: QLineEdit, answer: Callable[[], object]) -> None:
    """Let Enter in a field answer, once a press."""
    field.installEventFilter(_Once(field))
    field.returnPressed.connect(answer)


def press_by_enter(button: QAbstractButton, event: QKeyEvent, *, presses: bool = True) -> bool:
    """Let Enter press a button, once however long it is held; return whether it was Enter.

    One that it never ``presses`` does not hear of it: Qt itself lets Enter press buttons where a
    desktop does so, as GNOME's (``QPlatformTheme::ButtonPressKeys``).
    """
    if event.key() not in ENTER:
        return False
    if not presses:
        event.ignore()
    elif not event.isAutoRepeat():
        button.click()
    return True
