"""The small questions about allies: whether persons know, and opting out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ui.tabs.allies.question import DIALOG, AskOnce
from allybook.ui.widgets.buttons import DangerButton, PrimaryButton
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.prose import Prose
from allybook.ui.wording import count, quoted, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.services.books.neighbours import Neighbour
    from allybook.ui.theme.look import Look

NAMED = 3


class ApprovePersons(AskOnce):
    """Asks once whether persons know that they are counted on; ``accepted`` says yes.

    ``names`` are those of the persons, ``among`` how many are to be approved in all.
    """

    def __init__(self, look: Look, names: Sequence[str], among: int, parent: QWidget) -> None:
        title = translate("ApprovePersons", "Approve %1?").replace("%1", names[0])
        sentence = translate("ApprovePersons", "A person. If they know of it, approve them.")
        if among > 1:
            title = translate("ApprovePersons", "Approve %1 allies?").replace("%1", count(among))
            sentence = _persons(names)
        yes = PrimaryButton(look, translate("ApprovePersons", "Yes, approve"), "check", size=DIALOG)
        super().__init__(look, title, sentence, yes, parent)


class OptOut(AskOnce):
    """Asks once whether to opt someone out, and says that it is for ever; ``accepted`` says yes.

    Where there are ``neighbours``, other books that have them too, it is offered to opt them out
    there as well: who asks not to be listed does not ask by book.
    """

    def __init__(
        self, look: Look, names: Sequence[str], neighbours: Sequence[Neighbour], parent: QWidget
    ) -> None:
        who = names[0] if len(names) == 1 else f"{count(len(names))}"
        title = translate("OptOut", "Opt %1 out for ever?")
        if len(names) > 1:
            title = translate("OptOut", "Opt %1 allies out for ever?")
        verb = translate("OptOut", "Opt out for ever")
        yes = DangerButton(look, verb, "hand-heart", size=DIALOG)
        super().__init__(look, title.replace("%1", who), _sentence(names), yes, parent)
        self._neighbours = tuple(neighbours)
        self.also = CheckBox(look, translate("OptOut", "Opt out there too"))
        self.also.setChecked(True)
        if neighbours:
            there = translate("OptOut", "Other books have them as well: %1.")
            books = first_names([quoted(one.info.name) for one in neighbours])
            told = there.replace("%1", books)
            self.also.setAccessibleDescription(told)
            self.body.addWidget(Prose(look, told, "ui", "text_2"))
            self.body.addWidget(self.also)

    @property
    def chosen(self) -> tuple[Neighbour, ...]:
        """Return the other books that they are to be opted out of."""
        return self._neighbours if self.also.isChecked() else ()


def _sentence(names: Sequence[str]) -> str:
    who = translate(
        "OptOut",
        "Do this when they asked not to be listed. This cannot be undone, here or by anyone who "
        "shares the book: they are never listed again, and the next publishing takes them off the "
        "X List.",
    )
    return who if len(names) == 1 else f"{first_names(names)}. {who}"


def _persons(names: Sequence[str]) -> str:
    words = translate(
        "ApprovePersons", "%1 of them are persons: %2. If they know of it, approve them."
    )
    if len(names) == 1:
        words = translate(
            "ApprovePersons", "1 of them is a person: %2. If they know of it, approve them."
        )
    return words.replace("%1", count(len(names))).replace("%2", first_names(names))


def first_names(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    named = ", ".join(names[:NAMED])
    if len(names) <= NAMED:
        return named
    return translate("OptOut", "%1 and %n more", "", len(names) - NAMED).replace("%1", named)
