"""Import a file: keep what is good, count what is not, and never half a batch."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.changes import Changed
from allybook.domain.check.followback import UNDATED, Side, Snapshot
from allybook.domain.errors import StorageError, UnreadableFile
from allybook.domain.filters.times import day_of
from allybook.domain.reading.sources import ARCHIVE, Origin, Source
from allybook.domain.spoken import speak, speak_list
from allybook.ports.files import BadRecord, Lump
from allybook.services.reading.arrivals import begin_noting

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import datetime, tzinfo
    from pathlib import Path

    from allybook.ports.files import Importer
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

SHOWN = 100


class Imported(Struct, frozen=True):
    """What came of one file. ``problems`` are the first hundred bad records.

    ``handles`` and ``hashtags`` were named in the file, to be nominated if the person wants.
    ``named`` of the kept records are no more than that: nothing of them is in the cache.
    ``again`` were posts that had been told before in the file.
    ``broken`` says why the rest could not be read, and ``stopped`` that somebody wanted no more.
    ``remark`` says how the file was read, where that needs a word.
    """

    file: str
    kind: str
    read: int
    kept: int
    skipped: int
    problems: tuple[BadRecord, ...]
    handles: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    broken: str = ""
    stopped: bool = False
    named: int = 0
    again: int = 0
    remark: str = ""


class _Flaws(Struct):
    """The bad records of a part of a file: how many, the first ones, the sides that lack some."""

    skipped: int = 0
    problems: list[BadRecord] = field(default_factory=list)
    damaged: set[Side] = field(default_factory=set)

    def add(self, record: BadRecord) -> None:
        """Count a bad record; the first ones are kept to be shown."""
        self.skipped += 1
        self.damaged.update(side for side in Side if side.rstrip("s") in record.where)
        if len(self.problems) < SHOWN:
            self.problems.append(record)

    def take_all(self) -> _Flaws:
        """Return what is here, and begin anew."""
        taken = _Flaws(self.skipped, self.problems, self.damaged)
        self.skipped, self.problems, self.damaged = 0, [], set()
        return taken


class _Load(Struct, frozen=True):
    """A lump on its way into the cache, and what was bad in it."""

    lump: Lump
    flaws: _Flaws = field(default_factory=_Flaws)


class _Tally(Struct):
    """The running counts of one import."""

    read: int = 0
    kept: int = 0
    named: int = 0
    again: int = 0
    remark: str = ""
    flaws: _Flaws = field(default_factory=_Flaws)
    handles: dict[str, None] = field(default_factory=dict)
    hashtags: dict[str, None] = field(default_factory=dict)
    owner: str = ""
    follows: dict[Side, list[str]] = field(default_factory=dict)
    newest: datetime = UNDATED

    def date(self, lump: Lump) -> None:
        """Note the newest post: a file that does not say when it was made is no older."""
        self.newest = max(self.newest, *(post.created_at for post in lump.posts), UNDATED)

    def say(self, remark: str) -> None:
        """Add to how the file was read."""
        if remark:
            self.remark = speak_list(list(filter(None, (self.remark, remark))), " ")

    def add(self, more: _Flaws) -> None:
        """Add the bad records of the next part."""
        self.flaws.skipped += more.skipped
        self.flaws.damaged |= more.damaged
        self.flaws.problems += more.problems[: SHOWN - len(self.flaws.problems)]


def import_file(desk: Desk, path: Path, ticket: Ticket) -> Imported:
    """Read one file into the cache, lump by lump; ``UnreadableFile`` where nothing could be kept.

    Once something was kept, what makes the rest of a file unreadable is a problem like others, and
    so is a disk that takes no more (else ``StorageError``). The
    follow edges of an X archive become complete snapshots, dated as the archive is; one that does
    not say its date is as old as its newest post, for it cannot be older.
    """
    # Another process may look at the file already: the cache is opened meanwhile.
    desk.cache.accounts(())
    importer = desk.importers.recognise(path, apart=True)
    begin_noting(desk)
    name = name_of(path)
    source = Source(Origin.OWN if importer.kind == ARCHIVE else Origin.FILE, name)
    tally = _Tally()
    ended, broken = False, ""
    try:
        ended = _keep_all(desk, importer, source, tally, ticket)
    except (UnreadableFile, StorageError) as error:
        # A side that was not saved was read, and not kept.
        tally.kept -= sum(map(len, tally.follows.values()))
        if not tally.kept:
            raise
        broken = _tell_rest(error)
        tally.flaws.add(BadRecord(name, 0, broken))
    finally:
        desk.announcer.announce(Changed(posts=True, accounts=True, snapshots=True, lists=True))
    return Imported(
        name,
        importer.kind,
        tally.read + tally.flaws.skipped,
        tally.kept,
        tally.flaws.skipped,
        tuple(tally.flaws.problems),
        tuple(tally.handles),
        tuple(tally.hashtags),
        broken,
        stopped=not ended and not broken,
        named=tally.named,
        again=tally.again,
        remark=tally.remark,
    )


def _keep_all(
    desk: Desk, importer: Importer, source: Source, tally: _Tally, ticket: Ticket
) -> bool:
    """Keep what a file holds; return whether it was read to its end."""
    ended, as_of = False, min(importer.made_at or UNDATED, desk.clock.now())
    try:
        with closing(_read(importer)) as loads:
            for load in loads:
                tally.add(load.flaws)
                _keep(desk, load, source, tally, as_of)
                ticket.report(tally.read, tally.read)
                if ticket.cancelled():
                    break
        ended = not ticket.cancelled()
    finally:
        _save_sides(desk, importer, tally, ended=ended)
    return ended


def _tell_rest(error: UnreadableFile | StorageError) -> str:
    """Return why no more of a file was kept, some of which was."""
    if isinstance(error, StorageError):
        return speak("What was kept so far stays; the rest was not kept. {why}", why=error.rest)
    return error.words


def name_of(path: Path) -> str:
    """Return the name of a file or folder as text: it may hold bytes that are none.

    A folder that is named by dots alone (``.``) has the name that it has from outside.
    """
    name = path.name if path.name.strip(".") else path.resolve().name
    return name.encode("utf-8", "replace").decode()


def _read(importer: Importer) -> Generator[_Load, None, None]:
    """Yield what a file holds, and last what was bad at its end."""
    flaws, hopeless = _Flaws(), None
    try:
        for lump in importer.lumps(flaws.add):
            yield _Load(lump, flaws.take_all())
    except UnreadableFile as error:
        hopeless = error
    yield _Load(Lump(), flaws)
    if hopeless:
        raise hopeless


def _keep(desk: Desk, load: _Load, source: Source, tally: _Tally, as_of: datetime) -> None:
    """Keep a part of a file; whom it tells of without posts is told as of when it was made."""
    lump = load.lump
    if lump.owner:
        tally.owner = lump.owner.user_id
        desk.cache.save_accounts((lump.owner,), as_of)
        # Nobody real is whom the made-up people know.
        if not desk.practises and not desk.own_id():
            owner = lump.owner.user_id
            desk.settings.change("me", lambda me: me or owner)
    if lump.posts:
        desk.cache.save_posts(lump.posts, source, accounts=lump.accounts)
    elif lump.accounts:
        desk.cache.save_accounts(lump.accounts, as_of)
    for x_list in lump.lists:
        desk.cache.save_list(x_list)
    for side, ids in lump.follows:
        tally.follows.setdefault(side, []).extend(ids)
    tally.handles.update(dict.fromkeys(lump.handles))
    tally.hashtags.update(dict.fromkeys(lump.hashtags))
    # Accounts come along with posts; without posts they are what the file is about.
    named = 0 if lump.posts else len(lump.handles) + _count_by_id(lump)
    records = len(lump.posts) + len(lump.lists) + named + len(lump.hashtags)
    records += sum(len(ids) for _, ids in lump.follows) + int(lump.owner is not None)
    tally.read += records
    tally.kept += records - lump.again
    tally.again += lump.again
    tally.say(lump.remark)
    if as_of == UNDATED and source.origin is Origin.OWN:
        tally.date(lump)
    tally.named += max(0, named - len(lump.accounts)) + len(lump.hashtags)


def _count_by_id(lump: Lump) -> int:
    """Return how many accounts are named by their id alone; the others are among the handles."""
    handles = {handle.casefold() for handle in lump.handles}
    return sum(one.handle.casefold() not in handles for one in lump.accounts)


def _save_sides(desk: Desk, importer: Importer, tally: _Tally, *, ended: bool) -> None:
    """Keep each side as a snapshot; a side with bad records does not prove who is missing."""
    owner = tally.owner or desk.own_id()
    as_of = min(importer.made_at or tally.newest, desk.clock.now())
    if tally.follows and importer.made_at is None:
        tally.say(_tell_undated(tally.newest, desk.clock.zone))
    for side in tuple(tally.follows):
        ids = frozenset(tally.follows[side])
        whole = ended and side not in tally.flaws.damaged
        desk.cache.save_snapshot(owner, Snapshot(side, ids, whole, importer.kind, as_of))
        del tally.follows[side]


def _tell_undated(newest: datetime, zone: tzinfo) -> str:
    """Return how old the sides of an archive count that does not say when it was made."""
    if newest == UNDATED:
        return speak(
            "The archive does not say when it was made: whatever X tells of your followers and "
            "following counts as newer."
        )
    return speak(
        "The archive does not say when it was made: its followers and following count as of {day}, "
        "the day of its newest post.",
        day=speak("{day.day} {day:%B} {day.year}", day=day_of(newest, zone)),
    )
