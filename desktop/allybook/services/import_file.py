"""Import a file: keep what is good, count what is not, and never half a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.changes import Changed
from allybook.domain.errors import UnreadableFile
from allybook.domain.followback import Side, Snapshot
from allybook.domain.sources import Origin, Source
from allybook.ports import BadRecord

if TYPE_CHECKING:
    from pathlib import Path

    from allybook.ports import Importer, Lump, Ticket
    from allybook.services.desk import Desk

SHOWN = 100
ARCHIVE = "x-archive"


class Imported(Struct, frozen=True):
    """What came of one file. ``problems`` are the first hundred bad records.

    ``handles`` and ``hashtags`` were named in the file, to be nominated if the person wants.
    """

    file: str
    kind: str
    read: int
    kept: int
    skipped: int
    problems: tuple[BadRecord, ...]
    handles: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()


class _Tally(Struct):
    """The running counts of one import."""

    read: int = 0
    kept: int = 0
    problems: list[BadRecord] = field(default_factory=list)
    skipped: int = 0
    handles: dict[str, None] = field(default_factory=dict)
    hashtags: dict[str, None] = field(default_factory=dict)
    owner: str = ""
    follows: dict[Side, list[str]] = field(default_factory=dict)
    damaged: set[Side] = field(default_factory=set)

    def bad(self, record: BadRecord) -> None:
        self.skipped += 1
        self.damaged.update(side for side in Side if side.rstrip("s") in record.where)
        if len(self.problems) < SHOWN:
            self.problems.append(record)


def import_file(desk: Desk, path: Path, ticket: Ticket) -> Imported:
    """Read one file into the cache, lump by lump; ``UnreadableFile`` where nothing could be kept.

    What makes the rest of a file unreadable is a problem like others once something was kept. The
    follow edges of an X archive become complete snapshots, dated as the archive is.
    """
    importer = desk.importers.recognise(path)
    source = Source(Origin.OWN if importer.kind == ARCHIVE else Origin.FILE, path.name)
    tally = _Tally()
    ended = False
    try:
        for lump in importer.lumps(tally.bad):
            _keep(desk, lump, source, tally)
            ticket.report(tally.read, tally.read)
            if ticket.cancelled():
                break
        ended = not ticket.cancelled()
    except UnreadableFile as error:
        if not tally.kept:
            raise
        tally.bad(BadRecord(path.name, 0, str(error)))
    finally:
        _save_sides(desk, importer, tally, ended=ended)
        desk.announcer.announce(Changed(posts=True, accounts=True, snapshots=True, lists=True))
    return Imported(
        path.name,
        importer.kind,
        tally.read + tally.skipped,
        tally.kept,
        tally.skipped,
        tuple(tally.problems),
        tuple(tally.handles),
        tuple(tally.hashtags),
    )


def _keep(desk: Desk, lump: Lump, source: Source, tally: _Tally) -> None:
    now = desk.clock.now()
    if lump.owner:
        tally.owner = lump.owner.user_id
        desk.cache.save_accounts((lump.owner,), now)
        if not desk.settings.read("me"):
            desk.settings.write("me", lump.owner.user_id)
    if lump.posts or lump.accounts:
        desk.cache.save_posts(lump.posts, source, accounts=lump.accounts)
    for x_list in lump.lists:
        desk.cache.save_list(x_list)
    for side, ids in lump.follows:
        tally.follows.setdefault(side, []).extend(ids)
    tally.handles.update(dict.fromkeys(lump.handles))
    tally.hashtags.update(dict.fromkeys(lump.hashtags))
    # Accounts come along with posts; without posts they are what the file is about.
    named = 0 if lump.posts else max(len(lump.handles), len(lump.accounts))
    records = len(lump.posts) + len(lump.lists) + named + len(lump.hashtags)
    records += sum(len(ids) for _, ids in lump.follows) + int(lump.owner is not None)
    tally.read += records
    tally.kept += records


def _save_sides(desk: Desk, importer: Importer, tally: _Tally, *, ended: bool) -> None:
    """Keep each side as a snapshot; a side with bad records does not prove who is missing."""
    owner = tally.owner or desk.settings.read("me")
    for side in tuple(tally.follows):
        ids = frozenset(tally.follows.pop(side))
        whole = ended and side not in tally.damaged
        as_of = importer.made_at or desk.clock.now()
        desk.cache.save_snapshot(owner, Snapshot(side, ids, whole, importer.kind, as_of))
