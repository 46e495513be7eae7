"""What the buttons, keys and menus of this tab do to the book, each as one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from allybook.domain.book.entry import Field
from allybook.services import edit
from allybook.ui.tabs.allies import menu
from allybook.ui.tabs.allies.ask import Ask, Asked
from allybook.ui.tabs.allies.asking import OptOut
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.domain.book.ally import Version
    from allybook.domain.book.entry import Entry
    from allybook.ports import Book
    from allybook.services.desk import Desk
    from allybook.ui.models.allies import AllyRow
    from allybook.ui.tabs.allies.acts import Acts
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.theme.look import Look


class Deeds(QObject):
    """Turns a wish into an act on the book that is open; some wishes ask for a word first.

    ``decided`` carries the keys of those approved or declined, as soon as it was asked for.
    """

    decided = Signal(list)

    def __init__(self, acts: Acts, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._acts = acts
        self._look = look
        self._window = window
        self._page: BookPage | None = None
        self.asking: Ask | None = None
        self.opting_out: OptOut | None = None

    def show_page(self, page: BookPage) -> None:
        """Work on this page's book from now on."""
        self._page = page

    def approve(self, keys: Sequence[str]) -> None:
        """Count on these allies."""
        self.decided.emit(list(keys))
        self._do(self._named(self.tr("approving"), keys), _each(edit.approve, keys))

    def decline(self, keys: Sequence[str], reason: str) -> None:
        """Say no to these nominations."""
        self.decided.emit(list(keys))
        words = self._named(self.tr("declining"), keys)
        self._do(words, lambda desk, book: edit.decline(desk, book, keys, reason))

    def remove(self, keys: Sequence[str]) -> None:
        """Take these allies out of the book."""
        self._do(self._named(self.tr("removing"), keys), _each(edit.remove, keys))

    def add_tags(self, keys: Sequence[str], tags: Sequence[str]) -> None:
        """Tag these allies."""
        words = self._named(self.tr("tagging"), keys)
        self._do(words, lambda desk, book: edit.add_tags(desk, book, keys, tags))

    def drop_tag(self, key: str, tag: str) -> None:
        """Take a tag from an ally."""
        words = self._named(self.tr("untagging"), [key])
        self._do(words, lambda desk, book: edit.drop_tags(desk, book, [key], [tag]))

    def set_field(self, keys: Sequence[str], field: Field, value: str) -> None:
        """Write the category or the kind of these allies."""
        words = self._named(self.tr("changing"), keys)
        self._do(words, lambda desk, book: edit.set_fields(desk, book, keys, {field: value}))

    def note(self, key: str, text: str) -> None:
        """Add a remark to an ally."""
        self._do(self.tr("the note"), lambda desk, book: edit.add_note(desk, book, key, text))

    def choose(self, key: str, field: str, version: Version) -> None:
        """Settle which version of a field counts."""
        words = self.tr("the choice")
        self._do(words, lambda desk, book: edit.choose(desk, book, key, field, version))

    def undo(self, entry_id: str) -> None:
        """Take one entry of the history back."""
        self._do(self.tr("the undo"), lambda desk, book: edit.undo_entry(desk, book, entry_id))

    def opt_out(self, keys: Sequence[str]) -> None:
        """Never list these again; this cannot be taken back."""

        def work(desk: Desk, book: Book) -> tuple[Entry, ...]:
            return tuple(entry for key in keys for entry in edit.opt_out(desk, book, key))

        self.decided.emit(list(keys))
        self._do("", work, final=True)

    def ask(self, verb: str, rows: Sequence[AllyRow], at: QPoint) -> None:
        """Do what a menu or a key asked for, to those of ``rows`` for whom it makes sense."""
        able = [row for row in rows if menu.able(verb, row)]
        keys = [row.key for row in able]
        asked: dict[str, Callable[[], None]] = {
            menu.APPROVE: lambda: self.approve(keys),
            menu.DECLINE: lambda: self.ask_reason(keys, at),
            menu.REMOVE: lambda: self.remove(keys),
            menu.TAG: lambda: self._ask_tag(keys, at),
            menu.CATEGORY: lambda: self._ask_category(keys, at),
            menu.OPT_OUT: lambda: self._ask_opt_out(able),
        }
        if keys and verb in asked:
            asked[verb]()

    def ask_reason(self, keys: Sequence[str], at: QPoint) -> None:
        """Ask why, then decline; the reason may be left empty."""
        title = self._title(self.tr("Decline %1"), keys)
        asked = Asked(title, self.tr("Reason, if you like"), self.tr("Decline"), needed=False)
        self._ask(asked, at, lambda reason: self.decline(keys, reason))

    def _ask_tag(self, keys: Sequence[str], at: QPoint) -> None:
        title = self._title(self.tr("Add a tag to %1"), keys)
        asked = Asked(title, self.tr("Tag"), self.tr("Add"), self._page.tags if self._page else ())
        self._ask(asked, at, lambda text: self.add_tags(keys, text.split(",")))

    def _ask_category(self, keys: Sequence[str], at: QPoint) -> None:
        title = self._title(self.tr("Category of %1"), keys)
        hint = self.tr("For example housing; empty clears it")
        asked = Asked(
            title, hint, self.tr("Set"), self._page.categories if self._page else (), needed=False
        )
        self._ask(asked, at, lambda text: self.set_field(keys, Field.CATEGORY, text))

    def _ask_opt_out(self, rows: Sequence[AllyRow]) -> None:
        keys = [row.key for row in rows]
        self.opting_out = OptOut(self._look, [row.name for row in rows], self._window)
        self.opting_out.accepted.connect(lambda: self.opt_out(keys))
        self.opting_out.open()

    def _ask(self, asked: Asked, at: QPoint, answer: Callable[[str], None]) -> None:
        self.asking = Ask(self._look, asked, self._window)
        self.asking.answered.connect(answer)
        self.asking.open_at(at)

    def _do(
        self, words: str, work: Callable[[Desk, Book], tuple[Entry, ...]], *, final: bool = False
    ) -> None:
        if self._page is not None:
            self._acts.do(words, self._page.info.book_id, work, final=final)

    def _named(self, verb: str, keys: Sequence[str]) -> str:
        """Return what an act is called where it can be undone: ``approving 3``."""
        if len(keys) > 1:
            return f"{verb} {count(len(keys))}"
        return f"{verb} {self._name(keys[0])}" if keys else verb

    def _title(self, pattern: str, keys: Sequence[str]) -> str:
        name = self._name(keys[0]) if len(keys) == 1 else self.tr("%n allies", "", len(keys))
        return pattern.replace("%1", name)

    def _name(self, key: str) -> str:
        rows = self._page.rows if self._page else ()
        return next((row.name for row in rows if row.key == key), key)


def _each(
    verb: Callable[[Desk, Book, Sequence[str]], tuple[Entry, ...]], keys: Sequence[str]
) -> Callable[[Desk, Book], tuple[Entry, ...]]:
    return lambda desk, book: verb(desk, book, keys)
