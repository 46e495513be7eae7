"""Does what is asked for in the details of an ally."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from allybook.domain.book.entry import Field
from allybook.domain.book.keys import hashtag_key
from allybook.domain.errors import BadInput
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import On, Term
from allybook.ui.models.allies import Pick
from allybook.ui.opening import open_or_tell
from allybook.ui.tabs.allies import menu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.hub import Hub
    from allybook.ui.tabs.allies.deeds import Deeds
    from allybook.ui.tabs.allies.details import Details
    from allybook.ui.theme.look import Look

STATUSES = frozenset({menu.APPROVE, menu.DECLINE, menu.LATER, menu.REMOVE, menu.OPT_OUT})


class Attending(QObject):
    """Hands the wishes of the details to the deeds, and those about a hashtag to other tabs."""

    def __init__(self, look: Look, details: Details, deeds: Deeds, hub: Hub, tab: QWidget) -> None:
        super().__init__(tab)
        self._look = look
        self._details = details
        self._deeds = deeds
        self._tab = tab
        fields = details.fields
        details.chosen.connect(lambda field, one: deeds.choose(details.key, field, one))
        details.notes.noted.connect(lambda text: deeds.note(details.key, text))
        details.past.undo_asked.connect(deeds.undo)
        details.chat_asked.connect(hub.chat_wanted)
        details.visit_asked.connect(lambda address: open_or_tell(address, hub))
        details.posts_asked.connect(lambda tag: hub.filter_wanted.emit(show(Term(On.HASHTAG, tag))))
        fields.tags.added.connect(lambda tags: deeds.add_tags([details.key], tags))
        fields.tags.dropped.connect(lambda tag: deeds.drop_tag(details.key, tag))
        fields.kind_chosen.connect(lambda kind: self._set(Field.KIND, kind))
        fields.category_written.connect(lambda text: self._set(Field.CATEGORY, text))
        fields.reason_written.connect(lambda text: self._set(Field.REASON, text))
        fields.tag_written.connect(self._rewrite)
        fields.status_asked.connect(self._ask_status)
        fields.opt_out_asked.connect(self._ask_opt_out)

    def _set(self, field: Field, value: str) -> None:
        self._deeds.set_field([self._details.key], field, value)

    def _rewrite(self, text: str) -> None:
        """Write a hashtag in other capitals; other letters would be another hashtag."""
        tag = text.lstrip("#").strip()
        try:
            same = hashtag_key(tag) == self._details.key
        except BadInput:
            same = False
        if same:
            self._set(Field.HANDLE, tag)
        else:
            self._details.fields.written.refuse(
                self.tr("Only capitals can change: other letters are another hashtag.")
            )

    def _ask_status(self, button: QWidget) -> None:
        at = button.mapToGlobal(QPoint(0, button.height()))
        picks = self._picks()
        made = menu.make_menu(
            self._look, picks, lambda verb: self._deeds.ask(verb, picks, at), self._tab
        )
        for action in made.actions():
            if action.objectName() not in STATUSES:
                made.removeAction(action)
        made.popup(at)

    def _ask_opt_out(self) -> None:
        self._deeds.ask(menu.OPT_OUT, self._picks(), QPoint())

    def _picks(self) -> list[Pick]:
        row = self._details.row
        return [Pick(row.key, row.status, row.kind)] if row else []
