"""What can be done with whole books: name, copy, combine, put away, bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, QPoint, Qt, Signal

from allybook.domain.book.names import fitting_name
from allybook.domain.book.operation import Operation
from allybook.services.books import several as books
from allybook.services.books.algebra import Recipe, combine, origins_of
from allybook.services.books.care import fine_words, speak_again
from allybook.ui.tabs.allies.asking import first_names
from allybook.ui.tabs.allies.books.combine import Combine
from allybook.ui.tabs.allies.books.naming import Discard, NameBook
from allybook.ui.tabs.allies.books.recipes import done_words, stopped_words, title_of
from allybook.ui.tabs.allies.books.trash import TrashSheet
from allybook.ui.tabs.allies.fine_words import FineWords
from allybook.ui.tabs.allies.places import COUNTED_ON
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.menu import Menu
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from allybook.domain.errors import AllybookError
    from allybook.ports.books import BookInfo
    from allybook.ports.surroundings import Ticket
    from allybook.services.books.algebra import BookPlan, RollKey
    from allybook.services.books.deeds import BookDeed
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.allies.acts import Acts
    from allybook.ui.tabs.allies.notices import Notices
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.theme.look import Look

T = TypeVar("T")

RENAME, COPY, COMBINE, COMPARE = "rename", "copy", "combine", "compare"
DISCARD, TRASH = "discard", "trash"
MERGE, SAVE, FINE = "merge", "save", "fine"
MANY = 500
"""Writing more allies than this takes long enough to say so."""


class _Ended(Struct, frozen=True):
    """How combining ended: what it was to do, what can be taken back, whether it was to stop."""

    plan: BookPlan
    deed: BookDeed | None
    stopped: bool


class BookShelf(QObject):
    """A menu about the open book; ``opened`` carries the id of a book to go to.

    ``compare_asked`` asks to look at allies that may be one, ``merge_asked`` and ``save_asked``
    to take a colleague's copy of a book in and to make one; ``failed`` carries an error.
    ``words_changed`` tells that other words than before call for care.
    """

    opened = Signal(str)
    compare_asked = Signal()
    merge_asked = Signal()
    save_asked = Signal()
    words_changed = Signal()
    failed = Signal(object)

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, acts: Acts, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._look = look
        self._jobs = jobs
        self._acts = acts
        self._window = window
        self._page: BookPage | None = None
        self._asked = 0
        self.dialog: NameBook | Discard | TrashSheet | FineWords | Combine | None = None
        self.note = Note(look, closable=True)
        self.button = IconButton(look, "ellipsis", self.tr("What can be done with the book"))
        acts.failed.connect(lambda _error: self.note.hide())
        self.button.clicked.connect(lambda: self.pop_menu(_below(self.button)))
        notices.add(self.note)

    def show_page(self, page: BookPage) -> None:
        """Work on this page's book from now on."""
        self._page = page

    def make_menu(self) -> QMenu:
        """Return a menu of what can be done with the open book and the shelf."""
        menu = Menu(self._look, self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts: dict[str, tuple[str, str, Callable[[], None]]] = {
            COMBINE: ("layers", self.tr("Combine books…"), self.ask_combine),
            COMPARE: ("git-merge", self.tr("Compare look-alikes…"), self.compare_asked.emit),
            MERGE: ("folder-open", self.tr("Merge a copy from a file…"), self.merge_asked.emit),
            SAVE: ("download", self.tr("Save a copy of the book…"), self.save_asked.emit),
            RENAME: ("pencil", self.tr("Rename the book…"), self.ask_name),
            COPY: ("copy", self.tr("Copy the book…"), self.ask_copy),
            DISCARD: ("archive", self.tr("Put the book in the trash…"), self.ask_discard),
            TRASH: ("folder-archive", self.tr("Books in the trash…"), self.show_trash),
            FINE: ("hand-heart", self.tr("Words that are fine…"), self.show_fine),
        }
        empty = {TRASH: not self._desk.shelf.discarded(), FINE: not fine_words(self._desk)}
        for name, (icon, words, act) in acts.items():
            if name in {MERGE, RENAME, FINE}:
                menu.addSeparator()
            action = menu.addAction(self._look.icon(icon), words)
            action.setObjectName(name)
            action.setEnabled(not empty.get(name, False))
            action.triggered.connect(lambda _on=False, act=act: act())
        return menu

    def pop_menu(self, at: QPoint) -> None:
        """Open the menu at a place of the screen."""
        self.make_menu().popup(at)

    def ask_name(self) -> None:
        """Ask for another name."""
        page = self._page
        if page is not None:
            sentence = self.tr(
                "Saved views that name the book follow, and so does what is never hidden."
            )
            heading = (self.tr("Rename the book"), sentence, self.tr("Rename"))
            taken = [name for name in self._names() if name != page.info.name]
            self._ask_name(heading, page.info.name, taken, self._rename)

    def ask_copy(self) -> None:
        """Ask what a copy is to be called."""
        page = self._page
        if page is not None:
            sentence = self.tr("The copy has the whole history, and who opted out.")
            heading = (self.tr("Copy the book"), sentence, self.tr("Copy"))
            name = fitting_name(page.info.name, self.tr("%1, copy"))
            self._ask_name(heading, name, self._names(), self._copy)

    def ask_combine(self) -> None:
        """Ask what to combine, beginning with the open book."""
        self._read_origins()

    def ask_put(self, keys: Sequence[str]) -> None:
        """Ask into which other book allies of the open one go."""
        if self._page is not None and keys:
            self._read_origins(frozenset(keys))

    def ask_discard(self) -> None:
        """Ask whether to put the open book away."""
        page = self._page
        if page is None:
            return
        approved = sum(status in COUNTED_ON for status in page.rows.statuses)
        mirrored = self._desk.cache.mirror(page.info.book_id) is not None
        parts = (self._look, page.info.name, approved, self._window)
        asking = Discard(*parts, mirrored=mirrored)
        asking.accepted.connect(self._discard)
        self._open(asking)

    def show_trash(self) -> None:
        """Show what was put away."""
        now = self._desk.clock.now().astimezone(self._desk.clock.zone)
        sheet = TrashSheet(self._look, self._desk.shelf.discarded(), now, self._window)
        sheet.restore_asked.connect(self._restore)
        self._open(sheet)

    def show_fine(self) -> None:
        """Show the words about which nothing is said any more."""
        sheet = FineWords(self._look, sorted(fine_words(self._desk)), self._window)
        sheet.again_asked.connect(self._speak_again)
        self._open(sheet)

    def _speak_again(self, word: str) -> None:
        desk = self._desk
        self._jobs.keep(
            self,
            lambda: speak_again(desk, word),
            done=lambda _nothing: self.words_changed.emit(),
            failed=self._fail,
        )

    def _read_origins(self, only: frozenset[str] = frozenset()) -> None:
        """Read what can be combined, then ask; who asks for something else meanwhile gets that."""
        desk, here = self._desk, self._page.info.book_id if self._page else ""
        self._asked += 1
        turn = self._asked

        def ask(origins: Sequence[RollKey]) -> None:
            """Begin with the book that was open."""
            if turn == self._asked:
                first = tuple(one for one in origins if one.ident == here and not one.is_list)
                self._open_combine(origins, Recipe(Operation.UNION, first, only=only))

        self._jobs.read(self, lambda _ticket: origins_of(desk), done=ask, failed=self._fail)

    def _open_combine(self, origins: Sequence[RollKey], recipe: Recipe) -> None:
        parts = (self._desk, self._look, self._jobs)
        asking = Combine(*parts, origins, recipe, self._window)
        asking.wanted.connect(self._combine)
        self._open(asking)

    def _ask_name(
        self,
        heading: tuple[str, str, str],
        name: str,
        taken: Sequence[str],
        act: Callable[[str], None],
    ) -> None:
        asking = NameBook(self._look, heading, name, taken, self._window)
        asking.named.connect(act)
        self._open(asking)

    def _open(self, dialog: NameBook | Discard | TrashSheet | FineWords | Combine) -> None:
        self._asked += 1
        self.dialog = dialog
        dialog.open()

    def _names(self) -> list[str]:
        return [info.name for info, _ in self._page.books] if self._page else []

    def _rename(self, name: str) -> None:
        desk, page = self._desk, self._page
        if page is not None:
            book_id = page.info.book_id
            self._write(lambda: books.rename_book(desk, book_id, name), self._tell_left)

    def _tell_left(self, left: tuple[str, ...]) -> None:
        """Say which filters may have meant the book, and did not follow."""
        if left:
            what = self.tr("Not every filter followed.")
            rest = self.tr("These may mean this book or another one, and stay as they are: %1.")
            self.note.tell(what, rest.replace("%1", first_names([f"“{one}”" for one in left])))

    def _copy(self, name: str) -> None:
        desk, page = self._desk, self._page
        if page is not None:
            book_id = page.info.book_id
            self._write(
                lambda: books.copy_book(desk, book_id, name).info.book_id,
                lambda made: self.opened.emit(str(made)),
            )

    def _discard(self) -> None:
        desk, page = self._desk, self._page
        if page is None:
            return
        book_id, name = page.info.book_id, page.info.name

        def work() -> str:
            """Put the book in the trash; return which one is open then."""
            books.discard_book(desk, book_id)
            return books.book_to_show(desk)

        def done(next_one: object) -> None:
            """Open the other book, and say where this one is."""
            self.opened.emit(str(next_one))
            what = self.tr("“%1” is in the trash.").replace("%1", name)
            self.note.tell(what, self.tr("The book's menu brings it back."), Mood.DONE)

        self._write(work, done)

    def _restore(self, copy: str) -> None:
        desk = self._desk
        self._write(
            lambda: books.restore_book(desk, copy).book_id,
            lambda book_id: self.opened.emit(str(book_id)),
        )

    def _combine(self, recipe: Recipe) -> None:
        words = title_of(recipe)
        ended: list[_Ended] = []
        seen = self.dialog.plan if isinstance(self.dialog, Combine) else None
        if seen is not None and len(seen.incoming) > MANY:
            what = self.tr("Putting %1 allies into the book…")
            rest = self.tr("It is one act, and one undo takes all of it back.")
            self.note.tell(what.replace("%1", count(len(seen.incoming))), rest, Mood.INFO)

        def work(desk: Desk, ticket: Ticket) -> BookDeed | None:
            """Combine, and keep what came of it."""
            plan, deed = combine(desk, recipe, words, ticket)
            ended.append(_Ended(plan, deed, ticket.cancelled()))
            return deed

        self._acts.do_remembered(work, lambda: self._tell(recipe, ended), words)

    def _tell(self, recipe: Recipe, ended: Sequence[_Ended]) -> None:
        """Say what came of it, once it is known which book that is: a new one is on no page yet."""
        desk = self._desk

        def tell(infos: Sequence[BookInfo]) -> None:
            """Say it of the book of the recipe, if nobody put that away meanwhile."""
            book_id, name = recipe.book_id, recipe.new_name
            info = next((i for i in infos if i.book_id == book_id or i.name == name), None)
            if ended and info is not None:
                self._say_ended(recipe, ended[0], info)

        self._jobs.read(self, lambda _ticket: desk.shelf.books(), done=tell, failed=self._fail)

    def _say_ended(self, recipe: Recipe, one: _Ended, info: BookInfo) -> None:
        cut = stopped_words(one.plan, one.deed, info) if one.stopped else None
        self.note.tell(*(cut or done_words(one.plan, info.name)), Mood.INFO if cut else Mood.DONE)
        if not recipe.only:
            self.opened.emit(info.book_id)

    def _write(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.act(self, lambda _ticket: work(), done=done, failed=self._fail)

    def _fail(self, error: AllybookError) -> None:
        self.failed.emit(error)


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height()))
