"""What is read of an ally only when somebody asks for that ally."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct, field

from allybook.domain.book.ally import Ally
from allybook.services.check.account_words import words_of
from allybook.services.check.answer import Asked, answer
from allybook.services.check.classes import Classes

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.acts.outbox import Act
    from allybook.domain.check.followback import Answer, Finding
    from allybook.domain.people.accounts import Account, Face
    from allybook.ports.books import Book
    from allybook.services.desk import Desk
    from allybook.ui.tabs.allies.rows import LightRows

V = TypeVar("V")


class Lazily(Mapping[str, V], Generic[V]):
    """A mapping whose values are read one by one when they are asked for, each once."""

    def __init__(self, read: Callable[[str], V | None], keys: Callable[[], Sequence[str]]) -> None:
        self._read = read
        self._keys = keys
        self._known: dict[str, V | None] = {}

    def __getitem__(self, key: str) -> V:
        if key not in self._known:
            self._known[key] = self._read(key)
        value = self._known[key]
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())


class Folded(Lazily[Ally]):
    """The allies of a book in full by record key."""

    def __init__(self, book: Book, rows: LightRows) -> None:
        super().__init__(
            lambda key: book.ally(key) if key in rows.places else None, lambda: [*rows.places]
        )
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: object) -> bool:
        return key in self._rows.places


class KnownAccounts(Struct, frozen=True):
    """What is known of the accounts of a book beside their faces, all by user id.

    ``members_at`` is when the X List was read last (UTC); ``acts`` are the outbox's, newest first.
    """

    accounts: Mapping[str, Account] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    members_at: datetime | None = None
    acts: Mapping[str, tuple[Act, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        desk: Desk,
        rows: LightRows,
        members_at: datetime | None,
        acts: Mapping[str, tuple[Act, ...]],
    ) -> KnownAccounts:
        """Return what a desk knows of the accounts among these rows."""

        def find(user_id: str) -> Finding | None:
            """Return what is known of one account, or None where it is not among the rows."""
            place = rows.place(user_id)
            if place is None:
                return None
            return answer(desk, [Asked(user_id, rows.lines[place].handle)])[0]

        return cls(Lazily(desk.cache.account, rows.ids), Lazily(find, rows.ids), members_at, acts)


class XSaid:
    """What is read of accounts when they come in sight (``rows.Beyond``)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._classes = Classes(desk)
        self._asked: set[str] = set()
        self._words: dict[str, frozenset[str]] = {}

    def answers(self, user_ids: Sequence[str], faces: Mapping[str, Face]) -> Mapping[str, Answer]:
        """Return who follows whom, of those whom anybody ever looked for."""
        return self._classes.of(user_ids, faces)

    def latest(self, user_ids: Sequence[str]) -> Mapping[str, str]:
        """Return the newest post in the cache of each that has one."""
        return self._desk.cache.latest_posts(user_ids)

    def words(self, user_ids: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """Return what ``is:`` asks of the profiles and posts of those of whom anything holds."""
        missing = [one for one in user_ids if one not in self._asked]
        # Read of each account once, as long as nothing else is heard of accounts.
        self._words.update(words_of(self._desk, missing))
        self._asked.update(missing)
        return self._words
