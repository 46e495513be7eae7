"""What merging a colleague's copy would change, seen before anything is written; then the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind
from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.tabs.allies.summary import Sum, Summary
from allybook.ui.widgets.buttons import Button, PrimaryButton
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.domain.book.ally import Ally
    from allybook.services.books.copies import CopyPlan
    from allybook.ui.theme.look import Look

DIALOG = "button_dialog"
WIDTH = 560


class MergeCopy(Sheet):
    """Asks whether to merge a copy; ``accepted`` tells that the person agrees."""

    def __init__(self, look: Look, plan: CopyPlan, here: str, parent: QWidget) -> None:
        title = translate("MergeCopy", "Merge a copy of “%1”").replace("%1", plan.copy.name)
        super().__init__(look, title, _sentence(plan, here), parent, width=WIDTH)
        self.summary = Summary(look)
        self.summary.show_sums(sums_of(plan), _nobody(plan))
        self.summary.fit()
        words = self.tr("Add the book") if plan.made else self.tr("Merge")
        icon = "book-user" if plan.made else "git-merge"
        self.go = PrimaryButton(look, words, icon, size=DIALOG)
        not_now = Button(look, self.tr("Not now"), size=DIALOG)
        self.body.addWidget(self.summary)
        self.foot.addWidget(not_now)
        self.foot.addWidget(self.go)
        not_now.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)


def sums_of(plan: CopyPlan) -> list[Sum]:
    """Return who is new, changed, in conflict, opted out or erased: one line each, with names."""
    told = plan.joined
    parts = (
        ("plus", "accent_text", translate("MergeCopy", "%1 new"), told.new),
        ("pencil", "accent_text", translate("MergeCopy", "%1 changed"), told.changed),
        (
            "git-merge",
            "warn",
            translate("MergeCopy", "%1 in conflict: both versions are kept"),
            told.disputed,
        ),
        (
            "refresh-cw",
            "warn",
            translate("MergeCopy", "%1 back, whom one of you had removed"),
            told.back,
        ),
        (
            "hand-heart",
            "warn",
            translate("MergeCopy", "%1 opted out there, and left out here too"),
            told.out,
        ),
        (
            "hand-heart",
            "warn",
            translate("MergeCopy", "%1 opted out of another book here, and left out of this one"),
            told.barred,
        ),
        (
            "user-round-x",
            "text_2",
            translate("MergeCopy", "%1 erased there, and taken away here too"),
            told.erased,
        ),
    )
    return [
        Sum(icon, role, words.replace("%1", count(len(allies))), names_of(allies))
        for icon, role, words, allies in parts
        if allies
    ]


def done_words(plan: CopyPlan) -> tuple[str, str]:
    """Return what was done, and what is left to do, as a note says it."""
    if plan.left:
        return _stopped_words(plan)
    if plan.made:
        what = translate("MergeCopy", "“%1” is on this computer now.").replace("%1", plan.into.name)
        rest = translate(
            "MergeCopy",
            "Later copies of your colleague are merged into it; in the trash it is out of the way.",
        )
        return what, rest
    words = translate("MergeCopy", "A copy was merged into “%1”.")
    sums = ", ".join(one.text for one in sums_of(plan)) or _nobody(plan)
    return words.replace("%1", plan.into.name), sums if sums.endswith(".") else f"{sums}."


def _stopped_words(plan: CopyPlan) -> tuple[str, str]:
    whole = plan.joined.entries
    words = translate("MergeCopy", "Stopped: of the changes in the copy, %1 of %2 came into “%3”.")
    what = words.replace("%1", count(whole - plan.left)).replace("%2", count(whole))
    rest = translate("MergeCopy", "Merging the copy again goes on with the rest.")
    return what.replace("%3", plan.into.name), rest


def names_of(allies: Sequence[Ally]) -> tuple[str, ...]:
    """Return how allies are called."""
    return tuple(_name(ally) for ally in allies)


def _name(ally: Ally) -> str:
    if ally.kind is Kind.HASHTAG:
        return f"#{ally.handle}"
    return f"@{ally.handle}" if ally.handle else ally.key


def _nobody(plan: CopyPlan) -> str:
    number = plan.joined.entries
    if not number:
        return translate("MergeCopy", "Nobody is in it yet.")
    return translate("MergeCopy", "Only history is new; nobody changes by it.")


def _sentence(plan: CopyPlan, here: str) -> str:
    if plan.made:
        words = translate(
            "MergeCopy",
            "This computer does not have that book yet. It becomes a book of its own, “%1”, with "
            "its whole history.",
        )
        return words.replace("%1", plan.into.name)
    words = translate(
        "MergeCopy",
        "Nothing that either of you wrote is lost, and one undo takes all of it back. Who opted "
        "out in one copy stays out of both.",
    )
    if plan.into.book_id == here:
        return words
    other = translate("MergeCopy", "It goes into “%1”, which is another book than the open one.")
    return f"{other.replace('%1', plan.into.name)} {words}"
