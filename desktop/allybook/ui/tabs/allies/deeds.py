"""What the buttons, keys and menus of this tab do to the book, each as one act."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from shiboken6 import isValid

from allybook.domain.book.entry import Field, Kind
from allybook.services.books import edit
from allybook.services.books.neighbours import neighbours_with, opt_out_everywhere
from allybook.ui.models.allies import AllyColumn
from allybook.ui.models.signs import kind_word
from allybook.ui.tabs.allies import menu
from allybook.ui.tabs.allies.ask import Ask, Prompt
from allybook.ui.tabs.allies.asking import ApprovePersons, OptOut
from allybook.ui.tabs.allies.caution import CareHint
from allybook.ui.widgets.menu import Menu
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.domain.book.ally import Version
    from allybook.domain.book.entry import Entry
    from allybook.ports.books import Book
    from allybook.services.books.neighbours import Neighbour
    from allybook.services.desk import Desk
    from allybook.ui.models.allies import Pick
    from allybook.ui.tabs.allies.acts import Acts
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket

KINDS = (Kind.ORGANISATION, Kind.PERSON)
FIELDS = {AllyColumn.CATEGORY: Field.CATEGORY, AllyColumn.KIND: Field.KIND}


class Deeds(QObject):
    """Turns a wish into an act on the book that is open; some wishes ask for a word first.

    ``decided`` carries the keys of those approved or declined, as soon as it was asked for;
    ``later`` the keys of nominations to be decided another day.
    """

    decided = Signal(list)
    later = Signal(list)

    def __init__(self, acts: Acts, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._acts = acts
        self._look = look
        self._window = window
        self._page: BookPage | None = None
        self.asking: Ask | None = None
        self.opting_out: OptOut | None = None
        self.approving: ApprovePersons | None = None

    def show_page(self, page: BookPage) -> None:
        """Work on this page's book from now on."""
        self._page = page

    def approve(self, keys: Sequence[str]) -> None:
        """Count on these allies."""
        self.decided.emit(list(keys))
        words = self._named(self.tr("approving"), keys)
        self._do(words, lambda desk, book, on: edit.approve(desk, book, keys, on))

    def decline(self, keys: Sequence[str], reason: str) -> None:
        """Say no to these nominations."""
        self.decided.emit(list(keys))
        words = self._named(self.tr("declining"), keys)
        self._do(words, lambda desk, book, on: edit.decline(desk, book, keys, reason, on))

    def remove(self, keys: Sequence[str]) -> None:
        """Take these allies out of the book."""
        words = self._named(self.tr("removing"), keys)
        self._do(words, lambda desk, book, on: edit.remove(desk, book, keys, ticket=on))

    def add_tags(self, keys: Sequence[str], tags: Sequence[str]) -> None:
        """Tag these allies."""
        words = self._named(self.tr("tagging"), keys)
        self._do(words, lambda desk, book, on: edit.add_tags(desk, book, keys, tags, on))

    def drop_tags(self, keys: Sequence[str], tags: Sequence[str]) -> None:
        """Take tags from these allies."""
        words = self._named(self.tr("untagging"), keys)
        self._do(words, lambda desk, book, on: edit.drop_tags(desk, book, keys, tags, on))

    def drop_tag(self, key: str, tag: str) -> None:
        """Take a tag from an ally."""
        self.drop_tags([key], [tag])

    def set_tags(self, key: str, wanted: Sequence[str]) -> None:
        """Let an ally have these tags and no others; a tag keeps how it was first written."""
        page = self._page
        row = page.row(key) if page else None
        if row is None:
            return
        had = {tag.casefold() for tag in row.tags}
        new = {tag.casefold() for tag in wanted}
        more = [tag for tag in wanted if tag.casefold() not in had]
        less = [tag for tag in row.tags if tag.casefold() not in new]

        def work(desk: Desk, book: Book, _on: Ticket) -> tuple[Entry, ...]:
            """Write the tags that come and those that go."""
            adding = partial(edit.add_tags, desk, book, [key], more)
            dropping = partial(edit.drop_tags, desk, book, [key], less)
            return edit.in_turn([*([adding] if more else ()), *([dropping] if less else ())])

        if more or less:
            self._do(self._named(self.tr("tagging"), [key]), work)

    def set_field(self, keys: Sequence[str], field: Field, value: str) -> None:
        """Write the category or the kind of these allies."""
        words = self._named(self.tr("changing"), keys)
        self._do(
            words, lambda desk, book, on: edit.set_fields(desk, book, keys, {field: value}, on)
        )

    def write_cell(self, key: str, column: int, text: str) -> None:
        """Write what a person wrote in a cell of the table."""
        if column == AllyColumn.TAGS:
            self.set_tags(key, split_tags(text))
        else:
            self.set_field([key], FIELDS[AllyColumn(column)], text)

    def note(self, key: str, text: str) -> None:
        """Add a remark to an ally."""
        words = self.tr("the note")
        self._do(words, lambda desk, book, _on: edit.add_note(desk, book, [key], text))

    def choose(self, key: str, field: str, version: Version) -> None:
        """Settle which version of a field counts."""
        words = self.tr("the choice")
        self._do(words, lambda desk, book, _on: edit.choose(desk, book, key, field, version))

    def undo(self, entry_id: str) -> None:
        """Take one entry of the history back."""
        self._do(self.tr("the undo"), lambda desk, book, _on: edit.undo_entry(desk, book, entry_id))

    def opt_out(self, keys: Sequence[str], neighbours: Sequence[Neighbour] = ()) -> None:
        """Never list these again, nor in these other books; this cannot be taken back."""

        def work(desk: Desk, book: Book, on: Ticket) -> tuple[Entry, ...]:
            """Write the opting out."""
            return opt_out_everywhere(desk, book, keys, neighbours, on)

        self.decided.emit(list(keys))
        self._do("", work, final=True)

    def ask(self, verb: str, picks: Sequence[Pick], at: QPoint) -> None:
        """Do what a menu or a key asked for, to those of ``picks`` for whom it makes sense."""
        able = [pick for pick in picks if menu.able(verb, pick.status)]
        keys = [pick.key for pick in able]
        asked: dict[str, Callable[[], None]] = {
            menu.APPROVE: lambda: self._ask_approve(able),
            menu.DECLINE: lambda: self.ask_reason(keys, at),
            menu.LATER: lambda: self.later.emit(keys),
            menu.REMOVE: lambda: self.remove(keys),
            menu.TAG: lambda: self._ask_tag(keys, at),
            menu.UNTAG: lambda: self._ask_untag(keys, at),
            menu.CATEGORY: lambda: self._ask_category(keys, at),
            menu.KIND: lambda: self._ask_kind(able, at),
            menu.OPT_OUT: lambda: self._ask_opt_out(keys),
        }
        if keys and verb in asked:
            asked[verb]()

    def _ask_approve(self, picks: Sequence[Pick]) -> None:
        """Approve; where persons are among them, ask once before, since they were not asked yet."""
        keys = [pick.key for pick in picks]
        persons = [self._name(pick.key) for pick in picks if pick.kind is Kind.PERSON]
        if not persons:
            self.approve(keys)
            return
        self.approving = ApprovePersons(self._look, persons, len(keys), self._window)
        self.approving.accepted.connect(lambda: self.approve(keys))
        self.approving.open()

    def ask_reason(self, keys: Sequence[str], at: QPoint) -> None:
        """Ask why, then decline; the reason may be left empty."""
        title = self._title(self.tr("Decline %1"), keys)
        asked = Prompt(title, self.tr("Reason, if you like"), self.tr("Decline"), needed=False)
        self._ask(asked, at, lambda reason: self.decline(keys, reason), keys)

    def _ask_tag(self, keys: Sequence[str], at: QPoint) -> None:
        title = self._title(self.tr("Add tags to %1"), keys)
        hint = self.tr("Tags, with commas between")
        asked = Prompt(title, hint, self.tr("Add"), self._page.tags if self._page else ())
        self._ask(asked, at, lambda text: self.add_tags(keys, split_tags(text)), keys)

    def _ask_untag(self, keys: Sequence[str], at: QPoint) -> None:
        """Ask which of the tags that these have they are to lose."""
        tags = self._tags_of(keys)
        if not tags:
            return
        title = self._title(self.tr("Take tags from %1"), keys)
        self._ask(
            Prompt(title, ", ".join(tags), self.tr("Take away"), tags),
            at,
            lambda text: self.drop_tags(keys, split_tags(text)),
        )

    def _tags_of(self, keys: Sequence[str]) -> list[str]:
        """Return the tags of these allies, the most used first."""
        if self._page is None:
            return []
        rows, all_tags = self._page.rows, self._page.rows.tags()
        places = [place for key in keys if (place := rows.place(key)) is not None]
        counted = Counter(tag for place in places for tag in all_tags[place])
        return [tag for tag, _ in counted.most_common()]

    def _ask_kind(self, picks: Sequence[Pick], at: QPoint) -> None:
        """Ask what these accounts are; a hashtag stays a hashtag."""
        keys = [pick.key for pick in picks if pick.kind is not Kind.HASHTAG]
        asking = Menu(self._look, self._window)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in KINDS:
            action = asking.addAction(kind_word(kind))
            action.triggered.connect(
                lambda _on, kind=kind: self.set_field(keys, Field.KIND, kind.value)
            )
        if keys:
            asking.popup(at)

    def _ask_category(self, keys: Sequence[str], at: QPoint) -> None:
        title = self._title(self.tr("Category of %1"), keys)
        hint = self.tr("For example housing; empty clears it")
        asked = Prompt(
            title, hint, self.tr("Set"), self._page.categories if self._page else (), needed=False
        )
        self._ask(asked, at, lambda text: self.set_field(keys, Field.CATEGORY, text), keys)

    def _ask_opt_out(self, keys: Sequence[str]) -> None:
        """Ask, as soon as it is known which other books have them."""
        page, desk = self._page, self._acts.desk
        if page is None:
            return
        book_id, names = page.info.book_id, [self._name(key) for key in keys]

        def ask(neighbours: Sequence[Neighbour]) -> None:
            """Ask, unless another book was opened meanwhile."""
            if self._page is None or self._page.info.book_id != book_id:
                return
            # Whoever pressed once more meanwhile is asked once all the same.
            asked = self.opting_out
            if asked is not None and isValid(asked) and asked.isVisible():
                return
            asking = OptOut(self._look, names, neighbours, self._window)
            asking.accepted.connect(lambda: self.opt_out(keys, asking.chosen))
            self.opting_out = asking
            asking.open()

        self._acts.jobs.read(
            self,
            lambda _ticket: neighbours_with(desk, desk.shelf.open(book_id), keys),
            done=ask,
            failed=self._acts.failed.emit,
        )

    def _ask(
        self, asked: Prompt, at: QPoint, answer: Callable[[str], None], about: Sequence[str] = ()
    ) -> None:
        """Ask for a line; where it is to be written ``about`` persons, take care."""
        self.asking = Ask(self._look, asked, self._window)
        if self._page is not None and any(map(self._page.is_person, about)):
            hint = CareHint(self._acts.desk, self._look, self._acts.jobs)
            self.asking.take_care(hint, Kind.PERSON)
        self.asking.answered.connect(answer)
        self.asking.open_at(at)

    def _do(
        self,
        words: str,
        work: Callable[[Desk, Book, Ticket], tuple[Entry, ...]],
        *,
        final: bool = False,
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
        return self._page.name(key) if self._page else key


def split_tags(text: str) -> list[str]:
    """Return the tags written with commas between, each once."""
    tags = (" ".join(part.split()).lstrip("#") for part in text.split(","))
    return list({tag.casefold(): tag for tag in tags if tag}.values())
