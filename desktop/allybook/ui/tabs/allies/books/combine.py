"""Combine books and X Lists: from where, in which way, into which book; seen before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QWidget

from allybook.domain.book.names import LONGEST, folded_name, tidy_name
from allybook.domain.book.operation import Operation
from allybook.services.books.algebra import BookPlan, Recipe, RollKey, plan_combining
from allybook.ui.tabs.allies.books.circles import OperationChoice
from allybook.ui.tabs.allies.books.recipes import origin_words, sums_of
from allybook.ui.tabs.allies.sheet import Sheet
from allybook.ui.tabs.allies.summary import Summary
from allybook.ui.widgets.buttons import Button, PrimaryButton
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.chips import Chip, ChipView
from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.flow import FlowLayout
from allybook.ui.widgets.menu import Menu
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words
from allybook.ui.wording import told, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look

DIALOG = "button_dialog"
WIDTH = 640
PAUSE_MS = 80


class Combine(Sheet):
    """Asks what to combine; ``wanted`` carries a ``Recipe`` as soon as the person agrees.

    ``known`` are all sources there are; with ``chosen`` the allies are given, of the first of
    ``origins``, and only the target is asked for.
    """

    wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        look: Look,
        jobs: Jobs,
        known: Sequence[RollKey],
        recipe: Recipe,
        parent: QWidget,
    ) -> None:
        super().__init__(look, *_heading(recipe), parent, width=WIDTH)
        self._desk = desk
        self._jobs = jobs
        self._known = tuple(known)
        self._origins = list(recipe.origins)
        self._only = recipe.only
        self._asked = 0
        self._operation = recipe.operation
        self.plan: BookPlan | None = None
        sources = QWidget()
        self._flow = FlowLayout(sources, gap=look.space("s"), line_gap=look.space("s"))
        self._sources = Scroll(sources)
        self.more = Button(look, self.tr("Add a source"), "plus", size="button_small")
        self.choices: list[OperationChoice] = []
        self.into = QComboBox()
        self.name = QLineEdit()
        self.move_them = CheckBox(look, self.tr("Take them out of the books they are in"))
        self.summary = Summary(look)
        self.go = PrimaryButton(look, self.tr("Combine"), "layers", size=DIALOG)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._lay_out_body()
        self._fill_targets()
        self._show_sources()
        self._ask()

    def recipe(self) -> Recipe:
        """Return what is chosen now."""
        book_id = self.into.currentData() or ""
        can_move = self._operation is not Operation.DIFFERENCE
        return Recipe(
            self._operation,
            tuple(self._origins),
            book_id=book_id,
            new_name="" if book_id else tidy_name(self.name.text()),
            move=self.move_them.isChecked() and can_move,
            only=self._only,
        )

    def add_source(self, origin: RollKey) -> None:
        """Take one more source."""
        self._origins.append(origin)
        self._show_sources()
        self._ask()

    def choose(self, operation: Operation) -> None:
        """Combine in another way."""
        self._operation = operation
        self.move_them.setEnabled(operation is not Operation.DIFFERENCE)
        self._ask()

    def _drop(self, origin: RollKey) -> None:
        self._origins.remove(origin)
        self._show_sources()
        self._ask()

    def _show_sources(self) -> None:
        empty_layout(self._flow, keep=self.more)
        now = self._desk.clock.now().astimezone(self._desk.clock.zone)
        for origin in self._origins:
            icon = "list-checks" if origin.is_list else "book-user"
            view = ChipView(origin_words(origin, now), icon=icon, cross=not self._only)
            chip = Chip(self._look, view)
            chip.dropped.connect(lambda origin=origin: self._drop(origin))
            self._flow.addWidget(chip)
            # A layout leaves out what is not shown yet.
            chip.show()
        self._flow.addWidget(self.more)
        self.more.setVisible(not self._only and len(self._origins) < len(self._known))
        self._fit_sources()

    def _fit_sources(self) -> None:
        """Show up to three lines of sources; more scroll."""
        look = self._look
        self._flow.invalidate()
        room = self.width() - 2 * look.space("xl") - look.space("m")
        most = 3 * look.height("chip") + 2 * look.space("s")
        self._sources.setFixedHeight(min(self._flow.heightForWidth(room), most))
        if self.isVisible():
            self.come_to_the_middle()

    def _offer(self) -> None:
        now = self._desk.clock.now().astimezone(self._desk.clock.zone)
        menu = Menu(self._look, self)
        for origin in self._known:
            if origin not in self._origins:
                icon = self._look.icon("list-checks" if origin.is_list else "book-user")
                action = menu.addAction(icon, origin_words(origin, now))
                action.triggered.connect(lambda _on=False, o=origin: self.add_source(o))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _ask(self) -> None:
        self._pause.stop()
        self._asked += 1
        asked, desk, recipe = self._asked, self._desk, self.recipe()
        problem = self._problem(recipe)
        if problem:
            self._show(None, problem)
            return
        # The plan does not hang on what a new book will be called.
        named = recipe if recipe.book_id else replace(recipe, new_name=recipe.new_name or "-")

        def done(plan: BookPlan) -> None:
            """Show the plan, unless another was asked for meanwhile."""
            if asked == self._asked:
                self._show(plan)

        def failed(error: AllybookError) -> None:
            """Say why there is no plan, unless another was asked for."""
            if asked == self._asked:
                self._show(None, told(error))

        self._jobs.read(self, lambda _t: plan_combining(desk, named), done=done, failed=failed)

    def _problem(self, recipe: Recipe) -> str:
        if not self._only and len(recipe.origins) < 2:  # noqa: PLR2004 (two make a pair)
            return self.tr("Choose two or more books or lists.")
        return ""

    def _show(self, plan: BookPlan | None, problem: str = "") -> None:
        self.plan = plan
        nobody = self.tr("Nobody would come in.")
        self.summary.show_sums(sums_of(plan) if plan else (), problem or nobody)
        self._judge()

    def _judge(self) -> None:
        recipe = self.recipe()
        taken = {folded_name(one.name) for one in self._known if not one.is_list}
        named = bool(recipe.book_id) or (
            bool(recipe.new_name) and folded_name(recipe.new_name) not in taken
        )
        number = len(self.plan.incoming) if self.plan else 0
        words = (
            self.tr("Put 1 ally there")
            if number == 1
            else self.tr("Put %n allies there", "", number)
        )
        self.go.setText(words if number else self.tr("Put them there"))
        self.go.updateGeometry()
        self.go.setEnabled(named and self.plan is not None and not self.plan.does_nothing)
        self.name.setVisible(not recipe.book_id)

    def _accept(self) -> None:
        self.accept()
        self.wanted.emit(self.recipe())

    def _fill_targets(self) -> None:
        self.into.addItem(self._look.icon("plus"), self.tr("A new book"), "")
        for origin in self._known:
            if not origin.is_list and not (self._only and origin in self._origins):
                self.into.addItem(self._look.icon("book-user"), origin.name, origin.ident)
        if self._only and self.into.count() > 1:
            self.into.setCurrentIndex(1)
        self.into.currentIndexChanged.connect(lambda _place: self._ask())
        self._judge()

    def _lay_out_body(self) -> None:
        look = self._look
        self.more.clicked.connect(self._offer)
        self.move_them.toggled.connect(lambda _on: self._ask())
        self.name.textChanged.connect(lambda _text: self._judge())
        self.name.setMaxLength(LONGEST)
        self.name.setPlaceholderText(self.tr("Name of the new book"))
        self.name.setAccessibleName(self.tr("Name of the new book"))
        self.into.setAccessibleName(self.tr("Into which book"))
        self.body.addWidget(self._sources)
        if not self._only:
            self.body.addLayout(self._make_choices())
        self.body.addLayout(self._make_target())
        self.body.addWidget(self.move_them)
        self.body.addWidget(self.summary)
        not_now = Button(look, self.tr("Not now"), size=DIALOG)
        not_now.clicked.connect(self.reject)
        self.go.clicked.connect(self._accept)
        self.foot.addWidget(not_now)
        self.foot.addWidget(self.go)

    def _make_choices(self) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(self._look.space("m"))
        for operation, title, line in (
            (Operation.UNION, self.tr("Everybody"), self.tr("in any of them")),
            (Operation.INTERSECTION, self.tr("In common"), self.tr("in every one of them")),
            (Operation.DIFFERENCE, self.tr("Only the first"), self.tr("and in no other")),
        ):
            choice = OperationChoice(self._look, operation, title, line)
            choice.setChecked(operation is self._operation)
            choice.toggled.connect(lambda on, o=operation: self.choose(o) if on else None)
            group.addButton(choice)
            self.choices.append(choice)
            row.addWidget(choice, 1)
        return row

    def _make_target(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.space("s"))
        row.addWidget(Words(self._look, self.tr("Into"), "ui", "text_2"))
        row.addWidget(self.into, 1)
        row.addWidget(self.name, 1)
        return row


def _heading(recipe: Recipe) -> tuple[str, str]:
    if not recipe.only:
        return translate("Combine", "Combine books"), translate(
            "Combine",
            "Books and X Lists are compared by account, not by name. Who opted out of any of them "
            "stays out. The books you take from stay as they are.",
        )
    title = translate("Combine", "Put %n allies into another book", "", len(recipe.only))
    if len(recipe.only) == 1:
        title = translate("Combine", "Put 1 ally into another book")
    return title, translate(
        "Combine",
        "Category and tags go with them; notes and reasons too, if you take them out of the book.",
    )
