"""Two allies that may be one, side by side: the same, different, or not now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.book.look_alikes import AlikeBy
from allybook.domain.book.merging import plan_merger
from allybook.ui.models.signs import AllyStatus, status_sign
from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.buttons import Button, FlatButton, PrimaryButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, people, translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.look_alikes import LookAlike
    from allybook.domain.book.merging import Merger
    from allybook.ui.theme.look import Look

DIALOG = "button_dialog"
WIDTH = 640
TOP = Qt.AlignmentFlag.AlignTop


class Alike(Sheet):
    """Asks about one pair after the other; nothing is merged by itself.

    ``same`` carries two record keys, the kept one first; ``different`` a ``LookAlike``.
    """

    same = Signal(str, str)
    different = Signal(object)

    def __init__(
        self, look: Look, pairs: Sequence[LookAlike], allies: Mapping[str, Ally], parent: QWidget
    ) -> None:
        sentence = translate(
            "Alike", "Merging puts tags, notes and evidence together, and can be undone."
        )
        super().__init__(
            look, translate("Alike", "Is this one ally?"), sentence, parent, width=WIDTH
        )
        self._allies = allies
        self._pairs = [pair for pair in pairs if all(key in allies for key in pair.keys)]
        self._count = len(self._pairs)
        self._merger: Merger | None = None
        self.where = Words(look, "", "caption", "text_2")
        self.why = Prose(look, "", "ui")
        self.warning = Prose(look, "", "ui", "warn")
        self._cards = QHBoxLayout()
        self._cards.setSpacing(look.space("m"))
        self.later = FlatButton(look, self.tr("Not now"), size=DIALOG)
        self.apart = Button(look, self.tr("Different"), size=DIALOG)
        self.merge = PrimaryButton(look, self.tr("The same: merge"), "git-merge", size=DIALOG)
        self.later.clicked.connect(lambda: self._go_on(self._pairs[1:]))
        self.apart.clicked.connect(self._tell_apart)
        self.merge.clicked.connect(self._merge)
        self.body.addWidget(self.where)
        self.body.addWidget(self.why)
        self.body.addLayout(self._cards)
        self.body.addWidget(self.warning)
        self.foot.insertWidget(0, self.later)
        self.foot.addWidget(self.apart)
        self.foot.addWidget(self.merge)
        self._show()

    @property
    def pair(self) -> LookAlike | None:
        """Return the pair that is asked about."""
        return self._pairs[0] if self._pairs else None

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the answer that changes nothing."""
        super().showEvent(event)
        self.later.setFocus(Qt.FocusReason.PopupFocusReason)

    def _merge(self) -> None:
        merger = self._merger
        if merger is None:
            return
        self.same.emit(merger.kept.key, merger.gone.key)
        # Whoever went on as another is asked about no more.
        self._go_on([pair for pair in self._pairs if merger.gone.key not in pair.keys])

    def _tell_apart(self) -> None:
        self.different.emit(self.pair)
        self._go_on(self._pairs[1:])

    def _go_on(self, pairs: list[LookAlike]) -> None:
        self._pairs = pairs
        if pairs:
            self._show()
        else:
            self.accept()

    def _show(self) -> None:
        pair = self.pair
        if pair is None:
            return
        one, other = (self._allies[face.key] for face in (pair.one, pair.other))
        merger = self._merger = plan_merger(one, other)
        left = self._count - len(self._pairs) + 1
        place = self.tr("%1 of %2").replace("%2", count(self._count)).replace("%1", count(left))
        self.where.setText(place)
        self.where.setVisible(self._count > 1)
        self.why.show_text(_why(pair))
        empty_layout(self._cards)
        kept, gone = self.tr("goes on"), self.tr("goes on as the other")
        for ally, role in ((merger.kept, kept), (merger.gone, gone)):
            name = next(f.name for f in (pair.one, pair.other) if f.key == ally.key)
            self._cards.addWidget(self._make_card(ally, name, role), 1)
        warning = _warning(pair, merger)
        self.warning.show_text(warning)
        self.warning.setVisible(bool(warning))
        if self.isVisible():
            self.come_to_the_middle()

    def _make_card(self, ally: Ally, name: str, role: str) -> Card:
        look, card = self._look, Card(self._look, "panel", "border")
        side = look.space("m")
        row, words = QHBoxLayout(card), QVBoxLayout()
        row.setContentsMargins(side, side, side, side)
        row.setSpacing(side)
        words.setSpacing(2)
        shown = name or f"@{ally.handle}"
        status = status_sign(AllyStatus(ally.status.value)).words
        lines = [f"@{ally.handle}", status]
        if ally.category or ally.tags:
            lines.append(", ".join(filter(None, (ally.category, *ally.tags))))
        lines.append(
            self.tr("id %1").replace("%1", ally.user_id)
            if ally.user_id
            else self.tr("known by its handle only")
        )
        lines.append(self._notes(ally))
        words.addWidget(Words(look, shown, "ui_bold"))
        for line in filter(None, lines):
            words.addWidget(Words(look, line, "caption", "text_2"))
        words.addStretch(1)
        words.addWidget(Words(look, role, "caption", "text_3"))
        row.addWidget(Avatar(look, Who(shown, ally.kind, ally.key), "post"), 0, TOP)
        row.addLayout(words, 1)
        card.setAccessibleName(", ".join((shown, *filter(None, lines), role)))
        return card

    def _notes(self, ally: Ally) -> str:
        if not ally.notes:
            return ""
        writers = people(len({note.by.person for note in ally.notes}))
        return self.tr("notes by %1").replace("%1", writers)


def _why(pair: LookAlike) -> str:
    one, other = f"@{pair.one.handle}", f"@{pair.other.handle}"
    words = {
        AlikeBy.SAME_ID: translate("Alike", "X knows %1 and %2 as one account."),
        AlikeBy.OLD_HANDLE: translate("Alike", "The account that is %1 now was %2 before."),
        AlikeBy.NEAR_HANDLE: translate("Alike", "%1 and %2 are written almost alike."),
        AlikeBy.NEAR_NAME: translate("Alike", "%1 and %2 bear almost the same name."),
    }[pair.why]
    return words.replace("%2", other).replace("%1", one)


def _warning(pair: LookAlike, merger: Merger) -> str:
    if merger.opts_out:
        return translate(
            "Alike", "One of them opted out. Merging opts the other out as well, for ever."
        )
    if pair.why in (AlikeBy.NEAR_HANDLE, AlikeBy.NEAR_NAME):
        return translate(
            "Alike", "A name is no proof, and somebody may bear it on purpose. Look at both first."
        )
    return ""
