"""What noise is judged by while a filter is put: the judgement, and whether its sums are laid.

``posts.noise`` holds the sums of one judgement: that of the mark ``noise``. While they are laid
anew, the mark says so, and nobody compares them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.muted_authors import MutedAuthors
from allybook.domain.noise.judgement import PLAIN, Judgement, from_key, read_judgement
from allybook.store.database.ids import known_numbers, listed
from allybook.store.database.lot import gather

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

    from allybook.domain.mutes import Mute
    from allybook.ports.surroundings import Clock, Settings

LAID = "noise"
LAYING = "laying "
READ = "SELECT value FROM marks WHERE name = ?"
SEE = "SELECT 1 FROM marks LIMIT 1"
IS_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM posts)"

HANDLES = """
    SELECT json_group_array(json_array(CAST(id AS TEXT), handle)) FROM accounts
    WHERE folded IS NOT NULL AND id IN (SELECT value FROM json_each(?))
"""
HOLDERS = """
    SELECT json_group_array(json_array(folded, CAST(id AS TEXT))) FROM accounts
    WHERE folded IN (SELECT value FROM json_each(?))
"""
NAMES = msgspec.json.Decoder(list[tuple[str, str]])


class Judged(Struct, frozen=True):
    """A judgement with the mutes that are in force; ``laid``: ``posts.noise`` holds its sums.

    ``aside`` says that the connection has laid the muted posts aside (``muted``), ``all_muted``
    that nothing else is asked about.
    """

    judgement: Judgement = PLAIN
    laid: bool = True
    aside: bool = False
    all_muted: bool = False

    def without_mutes(self) -> Judged:
        """Return the same as if nobody had muted anything."""
        return replace(self, judgement=replace(self.judgement, mutes=()))

    def among_muted(self) -> Judged:
        """Return the same for questions about muted posts alone."""
        return replace(self, all_muted=True)


PLAINLY = Judged()


class Judge:
    """Tells by what noise is judged now, as the settings of a profile say it.

    ``home`` are the person's languages while they have chosen none.
    """

    def __init__(self, settings: Settings, clock: Clock, home: tuple[str, ...] = ()) -> None:
        self._settings = settings
        self._clock = clock
        self._home = home
        self._spelled: WeakKeyDictionary[
            apsw.Connection, tuple[tuple[int, tuple[Mute, ...]], tuple[Mute, ...]]
        ] = WeakKeyDictionary()

    def judgement(self) -> Judgement:
        """Return the judgement, with the mutes that are in force."""
        return read_judgement(self._settings.read, self._clock.now(), self._home)

    def judgement_of(self, connection: apsw.Connection) -> Judgement:
        """Return the same as posts are held against it: muted authors by each of their handles.

        They are looked up again once the mutes or the cache are other ones.
        """
        told = self.judgement()
        if not told.mutes:
            return told
        connection.execute(SEE).get  # noqa: B018 (SQLite looks at the file when it is read)
        state = connection.data_version(), told.mutes
        spelled = self._spelled.get(connection)
        if spelled is None or spelled[0] != state:
            looks = partial(read_handles, connection), partial(read_holders, connection)
            authors = MutedAuthors.of(told.mutes, *looks)
            spelled = self._spelled[connection] = state, authors.spelled_out()
        return replace(told, mutes=spelled[1])


def read_handles(connection: apsw.Connection, user_ids: Sequence[str]) -> dict[str, str]:
    """Return the handles that ids have now, as far as X told them."""
    rows = gather(connection, HANDLES, (listed(known_numbers(user_ids)),), NAMES)
    return dict(rows)


def read_holders(connection: apsw.Connection, handles: Sequence[str]) -> dict[str, str]:
    """Return the ids that have handles (lower-cased) now, as far as X told them."""
    rows = gather(connection, HOLDERS, (listed(handles),), NAMES)
    return dict(rows)


def find_laid(connection: apsw.Connection, judgement: Judgement) -> Judged:
    """Return a judgement, and whether the sums in the cache are its own."""
    return Judged(judgement, laid=_read(connection) == judgement.key)


def is_laying(connection: apsw.Connection, judgement: Judgement) -> bool:
    """Return whether it is the sums of this judgement that are being laid."""
    return _read(connection) == LAYING + judgement.key


def laid_judgement(connection: apsw.Connection) -> Judgement:
    """Return the judgement under which sums are written now."""
    return from_key(_read(connection).removeprefix(LAYING))


def note_laid(connection: apsw.Connection, judgement: Judgement, *, whole: bool) -> None:
    """Note under which judgement the sums are, or with ``whole`` off, are being laid."""
    mark = judgement.key if whole else LAYING + judgement.key
    connection.execute("INSERT OR REPLACE INTO marks VALUES (?, ?)", (LAID, mark))


def settle_first(connection: apsw.Connection, judgement: Judgement) -> None:
    """Note the judgement of a cache that holds no post yet: whatever comes is laid under it."""
    if _read(connection) != judgement.key and connection.execute(IS_EMPTY).get:
        note_laid(connection, judgement, whole=True)


def _read(connection: apsw.Connection) -> str:
    found: str | None = connection.execute(READ, (LAID,)).get
    return PLAIN.key if found is None else found
