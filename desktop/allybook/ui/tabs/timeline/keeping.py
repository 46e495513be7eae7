"""Views of one's own: a filter kept under a name, changed, renamed, forgotten, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING
from allybook.services.timeline.taking_back import watch
from allybook.services.timeline.views import (
    bring_back,
    change_view,
    forget_view,
    rename_view,
    save_view,
    unsave_view,
)
from allybook.ui.keys import plug_keys
from allybook.ui.tabs.timeline.places import shown_names
from allybook.ui.tabs.timeline.saying import begin_large, say_filter
from allybook.ui.tabs.timeline.undoing import UndoStep
from allybook.ui.widgets.note import Mood

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.services.timeline.taking_back import Turn
    from allybook.services.timeline.views import Forgotten, View
    from allybook.ui.dialogs.ask_name import AskName
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.places import Spot
    from allybook.ui.tabs.timeline.undoing import Here, Undoing
    from allybook.ui.tabs.timeline.wish import Wish


class _Tell(Protocol):
    """Says what came of keeping a view, and whether that changed anything."""

    def __call__(self, view: View, /, *, is_new: bool) -> None:
        """Say so."""


class Keeping(QObject):
    """Keeps the filter of the page as a view, and changes, renames or forgets one's own.

    ``kept`` carries name and text of a view that was just named; ``forgotten`` tells that the one
    shown is no more. ``view`` is the name of the own view that the filter is, or began as.
    """

    kept = Signal(str, str)
    forgotten = Signal()

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        page: TimelinePage,
        asked: Callable[[], Wish],
        undoing: Undoing,
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._asked = desk, jobs, page, asked
        self._undoing = undoing
        self._own: Spot | None = None
        self.view = ""
        page.bar.save_asked.connect(self.ask)
        page.rename_button.clicked.connect(self.ask_again)
        page.forget_button.clicked.connect(self.forget)
        plug_keys((page.places, page.work), {"F2": self.ask_again})

    def show_for(self, spot: Spot | None) -> None:
        """Offer what can be done with the view that is shown, if it is the person's own."""
        self._own = spot if spot is not None and spot.own else None
        self.view = self._own.title if self._own is not None else self.view
        for button in (self._page.rename_button, self._page.forget_button):
            button.setVisible(self._own is not None)

    def ask(self) -> None:
        """Ask under which name to keep the filter, and say what of all that is shown it is."""
        wish = self._asked()
        if wish.quiet_only and wish.chosen == EVERYTHING:
            self._page.say(
                self.tr("The quiet folder has its place already."),
                self.tr("A view keeps a filter: write one first."),
                Mood.INFO,
            )
            return
        changed = self.view if self._own is None else ""
        dialog = self._open(self.tr("Name this view"), self.keep, rest=self._what_is_kept(wish))
        if changed:
            words = self.tr("Keep the change in “%1”")
            dialog.offer(words, changed, lambda: self.change(changed, dialog))
        dialog.open()

    def keep(self, name: str, dialog: AskName | None = None) -> None:
        """Keep the filter under a name; under that of the view that it began as, as its change."""
        text = show(self._page.bar.chosen)
        if self._own is None and self.view and " ".join(name.split()) == self.view:
            self.change(self.view, dialog)
            return
        here = self._undoing.begin()

        def tell(view: View, *, is_new: bool) -> None:
            """Stay with the view."""
            self._stay(view)
            if is_new:
                words = self.tr("saving “%1”").replace("%1", view.name)
                self._undoing.remember(UndoStep(here, lambda desk: unsave_view(desk, view), words))

        shown = shown_names()
        self._keep(lambda desk: save_view(desk, name, text, shown), tell, dialog, here)

    def change(self, name: str, dialog: AskName | None = None) -> None:
        """Let a view keep the filter of the page, and say so beside the way back."""
        text, here = show(self._page.bar.chosen), self._undoing.begin()

        def tell(former: View, *, is_new: bool) -> None:
            """Stay with the view, as it is now."""
            self.kept.emit(name, text)
            words = self.tr("the change of “%1”").replace("%1", name)
            said = self.tr("Changed: the view “%1”.").replace("%1", name)
            rest = self._what_is_kept(self._asked())
            if is_new:
                step = UndoStep(here, back(former.text), words)
                self._undoing.did(step, said, rest)
            else:
                self._page.say(said, rest, Mood.INFO)

        def back(former: str) -> Callable[[Desk], View]:
            """Return what lets the view keep what it kept before."""
            return lambda desk: change_view(desk, name, former, if_still=text)

        self._keep(lambda desk: change_view(desk, name, text), tell, dialog, here)

    def ask_again(self) -> None:
        """Ask for another name of the view that is shown."""
        if self._own is not None:
            self._open(self.tr("Rename this view"), self.rename, name=self._own.title).open()

    def rename(self, name: str, dialog: AskName | None = None) -> None:
        """Give the view that is shown another name."""
        if self._own is not None:
            former, here = self._own.title, self._undoing.begin()

            def tell(view: View, *, is_new: bool) -> None:
                """Stay with the view, by its other name."""
                self._stay(view)
                if is_new:
                    words = self.tr("renaming “%1”").replace("%1", former)
                    self._undoing.remember(
                        UndoStep(here, lambda desk: rename_view(desk, view.name, former), words)
                    )

            shown = shown_names()
            self._keep(lambda desk: rename_view(desk, former, name, shown), tell, dialog, here)

    def forget(self) -> None:
        """Forget the view that is shown."""
        if self._own is not None:
            desk, name, here = self._desk, self._own.title, self._undoing.begin()
            self._jobs.keep(
                self,
                lambda: forget_view(desk, name),
                done=lambda gone: self._tell_forgotten(gone, here),
                failed=self._undoing.failing(here),
            )

    def _stay(self, view: View) -> None:
        """Stay with a view that has a name now; what was said of another name is over."""
        self._page.say("")
        self.kept.emit(view.name, view.text)

    def _tell_forgotten(self, gone: Forgotten | None, here: Here) -> None:
        """Say what was forgotten, beside a way back; who went on meanwhile stays there."""
        now = self._undoing.here()
        if (now.wish.chosen, now.place) == (here.wish.chosen, here.place):
            self.forgotten.emit()
        if gone is None:
            self._undoing.end(here)
            return
        name = gone.view.name
        said = self.tr("Forgotten: the view “%1”.").replace("%1", name)
        words = self.tr("forgetting “%1”").replace("%1", name)
        step = UndoStep(here, lambda desk: bring_back(desk, gone), words)
        self._undoing.did(step, said, self.tr("Its posts stay."))

    def _keep(
        self, act: Callable[[Desk], View], done: _Tell, dialog: AskName | None, here: Here
    ) -> None:
        """Keep something; who was asked for a name is told there what is wrong with it."""
        desk = self._desk

        def end(answer: tuple[View, Turn | None]) -> None:
            """Close the dialog first: what is told next stands below it."""
            if dialog is not None and isValid(dialog):
                dialog.accept()
            view, turn = answer
            done(view, is_new=turn is not None)
            self._undoing.end(here)

        def fail(error: AllybookError) -> None:
            """Say it where the name stands."""
            if dialog is not None and isValid(dialog) and dialog.isVisible():
                dialog.refuse(error)
                self._undoing.end(here)
            else:
                self._undoing.failing(here)(error)

        self._jobs.keep(self, lambda: watch(desk, act), done=end, failed=fail)

    def _open(
        self,
        question: str,
        named: Callable[[str, AskName], None],
        *,
        name: str = "",
        rest: str = "",
    ) -> AskName:
        """Return what asks for a name, and stays until that is kept."""
        from allybook.ui.dialogs.ask_name import AskName  # noqa: PLC0415 (when asked for)

        dialog = AskName(self._page.look, question, self._page, name=name, rest=rest)
        dialog.stays = True
        dialog.named.connect(lambda typed: named(typed, dialog))
        return dialog

    def _what_is_kept(self, wish: Wish) -> str:
        """Return what a view keeps, and what of that which is shown it does not."""
        words = [self.tr("It keeps %1.").replace("%1", say_filter(wish.chosen))]
        if wish.quiet_only:
            words.append(self.tr("It shows them all, not only those in the quiet folder."))
        if wish.days is not None:
            words.append(self.tr("The days chosen above are not kept."))
        return " ".join(map(begin_large, words))
