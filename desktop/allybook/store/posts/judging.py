"""What noise is judged by while a filter is put: the judgement, and whether its sums are laid.

``posts.noise`` holds the sums of one judgement: that of the mark ``noise``. While they are laid
anew, the mark says so, and nobody compares them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.noise.judgement import PLAIN, Judgement, from_key, read_judgement

if TYPE_CHECKING:
    import apsw

    from allybook.ports.surroundings import Clock, Settings

LAID = "noise"
LAYING = "laying "
READ = "SELECT value FROM marks WHERE name = ?"
IS_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM posts)"


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

    def judgement(self) -> Judgement:
        """Return the judgement, with the mutes that are in force."""
        return read_judgement(self._settings.read, self._clock.now(), self._home)


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
