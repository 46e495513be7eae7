"""Views of one's own: a filter kept under a name, renamed, forgotten, and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING
from allybook.services.timeline.views import bring_back, forget_view, rename_view, save_view
from allybook.ui.tabs.timeline.keys import plug_keys
from allybook.ui.tabs.timeline.saying import begin_large, say_filter
from allybook.ui.widgets.note import Mood
from allybook.ui.widgets.prose import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.services.desk import Desk
    from allybook.services.timeline.views import Forgotten, View
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.timeline.look_through import Wish
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.places import Spot

UNDO = "bring back"


class Keeping(QObject):
    """Keeps the filter of the page as a view, and renames or forgets the one that is shown.

    ``kept`` carries name and text of a view that was just named or has come back; ``forgotten``
    tells that the one shown is no more.
    """

    kept = Signal(str, str)
    forgotten = Signal()

    def __init__(
        self, desk: Desk, jobs: Jobs, page: TimelinePage, asked: Callable[[], Wish]
    ) -> None:
        super().__init__(page)
        self._desk, self._jobs, self._page, self._asked = desk, jobs, page, asked
        self._own: Spot | None = None
        self._gone: Forgotten | None = None
        page.bar.save_asked.connect(self.ask)
        page.rename_button.clicked.connect(self.ask_again)
        page.forget_button.clicked.connect(self.forget)
        page.note.followed.connect(self._follow)
        plug_keys((page.places, page.work), {"F2": self.ask_again})

    def show_for(self, spot: Spot | None) -> None:
        """Offer what can be done with the view that is shown, if it is the person's own."""
        self._own = spot if spot is not None and spot.own else None
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
        self._ask(self.tr("Name this view"), self.keep, rest=self._what_is_kept(wish))

    def keep(self, name: str) -> None:
        """Keep the filter under a name."""
        desk, text = self._desk, show(self._page.bar.chosen)
        self._keep(lambda: save_view(desk, name, text))

    def ask_again(self) -> None:
        """Ask for another name of the view that is shown."""
        if self._own is not None:
            self._ask(self.tr("Rename this view"), self.rename, name=self._own.title)

    def rename(self, name: str) -> None:
        """Give the view that is shown another name."""
        if self._own is not None:
            desk, former = self._desk, self._own.title
            self._keep(lambda: rename_view(desk, former, name))

    def forget(self) -> None:
        """Forget the view that is shown."""
        if self._own is not None:
            desk, name = self._desk, self._own.title
            self._jobs.keep(
                self,
                lambda: forget_view(desk, name),
                done=self._tell,
                failed=self._page.note.tell_error,
            )

    def _tell(self, gone: Forgotten | None) -> None:
        """Say what was forgotten, beside a way back."""
        self.forgotten.emit()
        self._gone, note = gone, self._page.note
        if gone is None:
            return
        note.setVisible(True)
        note.show_mood(Mood.INFO)
        words = self.tr("Forgotten: the view “%1”.").replace("%1", gone.view.name)
        note.say(words, self.tr("Its posts stay."), [Span(self.tr("Undo"), link=UNDO)])

    def _follow(self, link: str) -> None:
        gone, desk = self._gone, self._desk
        if link != UNDO or gone is None:
            return
        self._gone = None

        def undo() -> View:
            """Save the view again."""
            bring_back(desk, gone)
            return gone.view

        self._page.say("")
        self._keep(undo)

    def _keep(self, act: Callable[[], View]) -> None:
        self._jobs.keep(
            self,
            act,
            done=lambda view: self.kept.emit(view.name, view.text),
            failed=self._page.note.tell_error,
        )

    def _ask(
        self, question: str, named: Callable[[str], None], *, name: str = "", rest: str = ""
    ) -> None:
        from allybook.ui.dialogs.ask_name import AskName  # noqa: PLC0415 (when asked for)

        dialog = AskName(self._page.look, question, self._page, name=name, rest=rest)
        dialog.named.connect(named)
        dialog.open()

    def _what_is_kept(self, wish: Wish) -> str:
        """Return what a view keeps, and what of that which is shown it does not."""
        words = [self.tr("It keeps %1.").replace("%1", say_filter(wish.chosen))]
        if wish.quiet_only:
            words.append(self.tr("It shows them all, not only those in the quiet folder."))
        if wish.days is not None:
            words.append(self.tr("The days chosen above are not kept."))
        return " ".join(map(begin_large, words))
