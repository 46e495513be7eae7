"""What stands where nobody is: an empty book, a place without anyone, a filter that fits none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.ui.tabs.allies.places import BOOK, NOMINATIONS, REMOVED, STATE, TWO_VERSIONS
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.empty import Emptiness, StartWay
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words
from allybook.ui.wording import dated, translate

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.ui.tabs.allies.page import Hint
    from allybook.ui.theme.look import Look

PASTE, CHAT, FILE = "paste", "chat", "file"
CENTRE = Qt.AlignmentFlag.AlignHCenter
WIDTH = 360


def emptiness(hint: Hint | None, now: datetime) -> Emptiness:
    """Return what an empty book says; ``hint`` is the chat read last, where there is one."""
    return Emptiness(
        translate("allies", "Who can your group count on?"),
        translate(
            "allies",
            "An ally is an organisation, a person or a hashtag. Bring the first ones in; every "
            "change can be undone.",
        ),
        (
            StartWay(
                PASTE,
                "clipboard-paste",
                translate("allies", "Paste handles"),
                translate("allies", "@names, links, a spreadsheet column: any text will do"),
                ("Ctrl", "V"),
            ),
            StartWay(
                CHAT,
                "messages-square",
                translate("allies", "Take them from a chat"),
                _chat(hint, now),
            ),
            StartWay(
                FILE,
                "folder-open",
                translate("allies", "Open a file"),
                translate("allies", "CSV, text with handles, or your X archive"),
            ),
        ),
        translate("allies", "Or drop a file anywhere on this page"),
    )


def _chat(hint: Hint | None, now: datetime) -> str:
    if hint is None:
        return translate("allies", "People name organisations and hashtags in a hashtag chat")
    words = translate("allies", "#%1 on %2: people named %3 organisations, persons and hashtags")
    if hint.shared == 1:
        words = translate("allies", "#%1 on %2: people named 1 organisation, person or hashtag")
    day = dated(hint.origin.day, now)
    return words.replace("%3", str(hint.shared)).replace("%2", day).replace("%1", hint.origin.tag)


class Nobody(Scroll):
    """A question, a sentence, and a way back to everyone; ``everyone_wanted`` when it is taken.

    In a low window it is scrolled: what stands above keeps its room.
    """

    everyone_wanted = Signal()

    def __init__(self, look: Look) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._title = Words(look, "", "question")
        self._sentence = Prose(look, "", "ui", "text_2")
        self._sentence.setAlignment(CENTRE)
        self._sentence.setFixedWidth(WIDTH)
        self.link = LinkButton(look, self.tr("Show everyone"), weight=600)
        self.link.clicked.connect(self.everyone_wanted)
        column = QVBoxLayout(inside)
        side = look.space("xl")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.space("xs"))
        self.setMinimumHeight(side)
        column.addStretch(2)
        column.addWidget(self._title, 0, CENTRE)
        column.addWidget(self._sentence, 0, CENTRE)
        column.addSpacing(look.space("s"))
        column.addWidget(self.link, 0, CENTRE)
        column.addStretch(3)

    def show_place(self, place: str, typed: str, *, in_chips: bool = False) -> None:
        """Say why nobody is shown here; a filter ``in_chips`` can be read above."""
        title, sentence = _of_filter(typed) if typed.strip() else _of_place(place)
        if in_chips:
            title = self.tr("Nobody fits all of this")
            sentence = self.tr("Change a part of the filter above, or take one away.")
        self._title.setText(title)
        self._title.updateGeometry()
        self._sentence.show_text(sentence)
        self.setAccessibleName(title)
        # In the book itself everyone is shown already.
        self.link.setVisible(bool(typed.strip()) or not place.startswith(BOOK))


def _of_filter(typed: str) -> tuple[str, str]:
    title = translate("allies", "Nobody fits “%1”").replace("%1", typed.strip())
    return title, translate(
        "allies", "Words are looked for in names, handles, categories and tags."
    )


def _of_place(place: str) -> tuple[str, str]:
    known = {
        NOMINATIONS: (
            translate("allies", "Nobody waits for a decision"),
            translate("allies", "People named in a chat come here first; you approve or decline."),
        ),
        f"{STATE}listed": (
            translate("allies", "Nobody is on the X List yet"),
            translate("allies", "Publishing puts approved allies on a private list on X."),
        ),
        TWO_VERSIONS: (
            translate("allies", "Nothing was written twice"),
            translate("allies", "Where two people wrote different things, both are kept here."),
        ),
        f"{STATE}declined": (
            translate("allies", "Nobody was declined"),
            translate("allies", "Who is declined stays here with the reason, and can come back."),
        ),
        f"{STATE}opted_out": (
            translate("allies", "Nobody opted out"),
            translate("allies", "Who asks not to be listed is kept here, and never listed again."),
        ),
        REMOVED: (
            translate("allies", "Nobody was removed"),
            translate("allies", "Who is removed stays here with the history, and can come back."),
        ),
    }
    fallback = (
        translate("allies", "Nobody is approved yet"),
        translate("allies", "Approve nominations, or add allies by hand."),
    )
    return known.get(place, fallback)
