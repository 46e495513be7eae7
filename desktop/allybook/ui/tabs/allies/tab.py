"""The allies tab: books and what is in them, whom to decide about, and one ally in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal

from allybook.domain.book.entry import Kind
from allybook.domain.changes import Changed
from allybook.services.books.several import book_to_show, choose_book, create_book, current_book
from allybook.services.people import adding
from allybook.ui.keys import plug_keys
from allybook.ui.opening import open_or_tell
from allybook.ui.tabs.allies import menu
from allybook.ui.tabs.allies.asking import first_names
from allybook.ui.tabs.allies.attending import Attending
from allybook.ui.tabs.allies.books.naming import NewBook
from allybook.ui.tabs.allies.facts import address_of, facts_of
from allybook.ui.tabs.allies.nobody import CHAT, FILE, PASTE
from allybook.ui.tabs.allies.parts import AlliesParts
from allybook.ui.tabs.allies.places import BOOK, NOMINATIONS, TAG, VIEW, marks
from allybook.ui.tabs.allies.sieve import TableSieve
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import count, nominations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.domain.book.edit import Nominee
    from allybook.domain.errors import AllybookError, BookGone
    from allybook.services.desk import Desk
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.models.allies import Pick
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.tabs.allies.rows import LightRows
    from allybook.ui.theme.look import Look


class AlliesTab(AlliesParts):
    """Reads books and edits them, online or not; only publishing goes to X."""

    count_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        look: Look,
        jobs: Jobs,
        hub: Hub,
        parent: QWidget | None = None,
        *,
        whole: bool = True,
    ) -> None:
        super().__init__(desk, look, jobs, parent)
        self._hub = hub
        self._page: BookPage | None = None
        self._wanted = ""
        self.new_book: NewBook | None = None
        any(self.build() if whole else ())

    def build(self) -> Iterator[None]:
        """Make the parts, connect them, and open the current book; see ``AlliesParts``."""
        yield from super().build()
        self.sieve = TableSieve(self._jobs, self)
        self.sieve.failed.connect(self._fail)
        self._connect()
        self._connect_shelf()
        self._connect_inbox()
        self._connect_details()
        self._add_keys()
        yield
        self.arranging.begin()
        self._open_current()

    @property
    def page(self) -> BookPage | None:
        """Return the book as it was read last."""
        return self._page

    def count(self) -> int:
        """Return how many nominations of the book that is open wait for a decision."""
        return len(self._page.nominations) if self._page else 0

    def say_count(self) -> str:
        """Return that number in words."""
        return nominations(self.count())

    def say_begun(self) -> str:
        """Return about whom a note was begun that no book has, or nothing."""
        return first_names(self.details.notes.begun())

    def open_book(self, book_id: str) -> None:
        """Open a book; other tabs follow, since it is the current one from now on."""
        desk = self._desk
        self._jobs.keep(self, lambda: choose_book(desk, book_id), failed=self._fail)
        self._look_into(book_id)

    def _look_into(self, book_id: str) -> None:
        self.places.choose(f"{BOOK}{book_id}")
        self.refresher.open(book_id)

    def show_ally(self, key: str) -> None:
        """Go to an ally, in this book or in another one; nothing where no book has it."""
        page, self._wanted = self._page, key
        if page and self.refresher.is_wanted(page) and key in page.allies:
            self._go_to_wanted()
            return
        self.refresher.seek(key)

    def _open_with(self, book_id: str) -> None:
        if book_id:
            self.open_book(book_id)
        else:
            self._wanted = ""

    def _heard(self, changed: Changed) -> None:
        self.refresher.want(changed)

    def _show(self, page: BookPage) -> None:
        former, self._page = self._page, page
        self.deeds.show_page(page)
        for serving in (self.weighing, self.resolving, self.resembling, self.shelf, self.handing):
            serving.show_page(page)
        self.bringing.open_book(page.info.book_id)
        self.in_out.open_book(page.info.book_id)
        self.places.show_sections(page.sections)
        if not self.places.current():
            self.places.choose(f"{BOOK}{page.info.book_id}")
        self.work.inbox.show_rows(page.nominations, page.origins, page.quote)
        if page.allies:
            self.work.show_book(page.info.name)
        else:
            self.work.show_empty(page.info.name, page.hint)
        self.panes.set_details_shown(shown=bool(page.allies))
        self.sieve.show_page(page)
        if page.planned:
            self.publisher.show_page(page)
            self.sieve.prime()
        if former is None or former.info.book_id != page.info.book_id:
            self._show_first()
        self._show_details(self.details.key)
        self._go_to_wanted()
        self.count_changed.emit()

    def _glimpse(self, rows: LightRows) -> None:
        """Show how a large book begins, until it is read."""
        if self._page is None and not self.work.bar.text():
            self.work.show_book(self._desk.shelf.open(self.refresher.book_id).info.name)
            self.panes.set_details_shown(shown=True)
            self.work.model.show(rows, marks(BOOK, rows))

    def _show_first(self) -> None:
        """Begin with the first row, so that the details are never empty for no reason."""
        table, inbox = self.work.table, self.work.inbox
        table.show_top()
        if self.work.model.rowCount():
            table.setCurrentIndex(self.work.model.index(0, 0))
        self._show_details(table.current() or inbox.current())

    def _go(self, place: str) -> None:
        if place.startswith(BOOK):
            self.open_book(place.removeprefix(BOOK))
        if place.startswith(VIEW):
            self.work.bar.show_text(self.views.text(place.removeprefix(VIEW)))
        self.sieve.sift()
        if place == NOMINATIONS:
            self.work.inbox.head.set_folded(folded=False)
            self._show_details(self.work.inbox.current())

    def _go_to_wanted(self) -> None:
        key, page = self._wanted, self._page
        if not key or page is None or key not in page.allies:
            return
        self._wanted = ""
        self._show_everyone()
        if not self.work.inbox.go_to(key) and not self.work.table.go_to(key):
            status = page.rows.pick(page.rows.places[key]).status
            self.places.choose(f"state:{status}")
            self.sieve.sift()
            self.work.table.go_to(key)
        self._show_details(key)
        self.panes.open_details()

    def _show_everyone(self) -> None:
        self.work.bar.clear()
        if self._page:
            self.places.choose(f"{BOOK}{self._page.info.book_id}")
        self.sieve.sift()

    def _show_details(self, key: str) -> None:
        page = self._page
        if page is None:
            return
        facts = facts_of(self._desk, page, key, self.now()) if key else None
        self.details.show_facts(facts, page.tags, page.categories, self.now())

    def _open(self, key: str) -> None:
        self._show_details(key)
        self.panes.open_details()

    def _asked(self, verb: str, picks: Sequence[Pick], at: QPoint) -> None:
        if verb == menu.PUT:
            self.shelf.ask_put([one.key for one in picks if menu.able(verb, one.status)])
        elif verb not in menu.ALONE:
            self.deeds.ask(verb, picks, at)
        elif picks:
            self._go_to_one(verb, picks[0].key)

    def _go_to_one(self, verb: str, key: str) -> None:
        """Show one ally in full, on X or, for a hashtag that is visited, its chat."""
        row = self._page.row(key) if self._page else None
        if row is None:
            return
        if verb == menu.OPEN_ON_X:
            open_or_tell(address_of(row), self._hub)
        elif verb == menu.VISIT and row.kind is Kind.HASHTAG:
            self._hub.chat_wanted.emit(row.handle)
        else:
            self._open(key)

    def _add(self, nominees: Sequence[Nominee]) -> None:
        page = self._page
        if page is not None and nominees:
            words = self.tr("adding %1").replace("%1", count(len(nominees)))
            self.acts.do(
                words,
                page.info.book_id,
                lambda desk, book, on: adding.add(desk, book, nominees, on),
            )

    def _create_book(self, name: str) -> None:
        desk = self._desk
        self._make_book(lambda: create_book(desk, name).info.book_id)

    def _make_book(self, make: Callable[[], str]) -> None:
        self._jobs.keep(self, make, done=self.open_book, failed=self._fail)

    def _fail(self, error: AllybookError) -> None:
        self.work.inbox.bring_back()
        self.note.tell_error(error, Mood.DANGER)

    def _open_current(self) -> None:
        desk = self._desk

        def find() -> tuple[str, bool]:
            """Return which book to show, made where there is none, and if it is the current one."""
            shown = book_to_show(desk)
            return shown, shown == current_book(desk)

        self._jobs.keep(self, find, done=self._open_found, failed=self._fail)

    def _open_found(self, found: tuple[str, bool]) -> None:
        book_id, is_current = found
        (self.open_book if is_current else self._look_into)(book_id)

    def _leave(self, error: BookGone) -> None:
        """Go to the book that is the current one now, and say why."""
        self._fail(error)
        self._open_current()

    def _take_back(self) -> None:
        self.work.inbox.bring_back()
        self.acts.take_back()

    def _show_day(self) -> None:
        self.work.table.viewport().update()
        self._show_details(self.details.key)

    def _go_by_clock(self) -> None:
        self.details.notes.tell_time(self.now())
        self.weighing.go_by_clock()

    def _line_changed(self) -> None:
        if self._page is not None:
            self.publisher.show_page(self._page)
            self.resolving.show_page(self._page)

    def _ask_new_book(self) -> None:
        taken = [info.name for info, _ in self._page.books] if self._page else []
        self.new_book = NewBook(self._look, taken, self)
        self.new_book.named.connect(self._create_book)
        self.new_book.open()

    def _pop_menu(self, picks: Sequence[Pick], at: QPoint) -> None:
        made = menu.make_menu(self._look, picks, lambda verb: self._asked(verb, picks, at), self)
        made.popup(at)

    def _start(self, way: str) -> None:
        hint = self._page.hint if self._page else None
        ways: dict[str, Callable[[], None]] = {
            PASTE: self.bringing.paste,
            CHAT: lambda: self._hub.chat_wanted.emit(hint.origin.tag if hint else ""),
            FILE: self.bringing.choose_file,
        }
        ways[way]()

    def _filter_tag(self, tag: str) -> None:
        self.places.choose(f"{TAG}{tag.casefold()}")
        self.sieve.sift()

    def _shown(self) -> list[Pick]:
        """Return the ally in the details, as a list of one or none."""
        place = self._page.rows.place(self.details.key) if self._page else None
        return [] if place is None or self._page is None else [self._page.rows.pick(place)]

    def _connect(self) -> None:
        work = self.work
        self._hub.changed.connect(self._heard)
        self._hub.line_changed.connect(self._line_changed)
        self._hub.ally_wanted.connect(self.show_ally)
        self._hub.copy_wanted.connect(self.handing.read)
        self.bringing.own_found.connect(self._hub.own_file_wanted)
        self._hub.minute.connect(self._go_by_clock)
        self._hub.day_began.connect(self._show_day)
        for asking in (self.note, self.publisher.note, self.publisher, self.resolving):
            asking.budget_asked.connect(self._hub.budget_wanted)
        self.refresher.read.connect(self._show)
        self.refresher.glimpsed.connect(self._glimpse)
        self.refresher.sought.connect(self._open_with)
        self.refresher.failed.connect(self._fail)
        self.refresher.gone.connect(self._leave)
        self.acts.last_changed.connect(work.bar.show_last)
        self.acts.tell()
        self.deeds.decided.connect(work.inbox.let_go)
        self.bringing.chosen.connect(self._add)
        self.places.chosen.connect(self._go)
        self.places.add_asked.connect(lambda _key: self._ask_new_book())
        work.bar.undo.clicked.connect(self._take_back)
        work.bar.add_button.clicked.connect(self.bringing.ask)
        work.add_first.clicked.connect(self.bringing.ask)
        work.nobody.everyone_wanted.connect(self._show_everyone)
        work.way_chosen.connect(self._start)
        self._connect_table()

    def _connect_table(self) -> None:
        work, table = self.work, self.work.table
        table.current_changed.connect(self._show_details)
        table.asked.connect(lambda verb: self._asked(verb, table.chosen(), table.spot()))
        table.menu_asked.connect(lambda at: self._pop_menu(table.chosen(), at))
        table.left.connect(self.sieve.show_rows)
        table.add_asked.connect(self.bringing.ask)
        table.filter_asked.connect(work.bar.field.setFocus)
        work.model.written.connect(self.deeds.write_cell)
        work.bar.typed.connect(lambda _text: self.sieve.sift())
        work.refusal.meant.connect(work.bar.field.setText)
        self.views.kept.connect(lambda _name: work.bar.show_kept(kept=True))
        self.arranging.sorted_by.connect(
            lambda column, descending: self.refresher.sort_by(column, descending=descending)
        )
        self.deeds.later.connect(work.inbox.put_off)

    def _connect_shelf(self) -> None:
        self.shelf.opened.connect(self.open_book)
        self.shelf.failed.connect(self._fail)
        self.shelf.compare_asked.connect(self.resembling.compare)

    def _connect_inbox(self) -> None:
        inbox = self.work.inbox
        for deciding in (inbox, self.weighing):
            deciding.approved.connect(self.deeds.approve)
            deciding.decline_asked.connect(lambda keys: self.deeds.ask_reason(keys, inbox.spot()))
        self.weighing.woke.connect(lambda: self.refresher.want(Changed()))
        self.weighing.failed.connect(self._fail)
        inbox.current_changed.connect(self._show_details)
        inbox.opened.connect(self._open)
        inbox.emptied.connect(self.work.table.rest)

    def _connect_details(self) -> None:
        details = self.details
        self.attending = Attending(self._look, details, self.deeds, self._hub, self)
        details.menu_asked.connect(lambda button: self._pop_menu(self._shown(), below(button)))
        details.fields.tags.wanted.connect(self._filter_tag)

    def _add_keys(self) -> None:
        keys = {
            "Ctrl+Z": self._take_back,
            "Ctrl+V": self.bringing.paste,
            "Ctrl+F": self.work.bar.field.setFocus,
        }
        plug_keys((self,), keys)


def below(widget: QWidget) -> QPoint:
    """Return the place on the screen just below a widget."""
    return widget.mapToGlobal(QPoint(0, widget.height()))
