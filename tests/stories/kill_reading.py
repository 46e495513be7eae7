"""Cases of a program that is killed while it reads: whole pages are kept, the rest read again."""

from __future__ import annotations

import json
import random
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from allybook.app.ground import SystemClock
from allybook.domain.check.followback import Side
from allybook.domain.posts import id_at
from allybook.files.recognise import FileImporters
from allybook.files.sheaf import FEW
from allybook.store.profile import Profile
from tests.fakes.clock import NOON
from tests.stories.killing import Stroke, draw_stroke, ward

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.store.cache import SqliteCache
    from tests.stories.killing import Ward

CHAT = ("chat", "swhelper", "--json")
CHECK = ("check", "--of", "followers", "--json")
REFRESH = ()
COMMANDS = (CHAT, CHECK, REFRESH)
REQUESTS = {CHAT: 8, CHECK: 3, REFRESH: 10}
"""About how many an undisturbed run makes."""
PAGE = 100
RECORDS = 9_000
GROWTH = (150_000, 2_500_000)
"""An import is killed once it wrote between so many bytes; all of it is twice the latter."""


@dataclass(frozen=True, slots=True)
class Case:
    """One story: a command that is killed a few times, then left to its end."""

    seed: int
    command: tuple[str, ...]
    strokes: tuple[Stroke, ...]


def draw_case(seed: int) -> Case:
    """Return the case of a number, always the same."""
    chance = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    command = chance.choice(COMMANDS)
    strokes = tuple(draw_stroke(chance, REQUESTS[command]) for _ in range(3))
    return Case(seed, command, strokes)


def play(case: Case, folder: Path) -> tuple[int, list[str]]:
    """Play a case; return how many kills there were and what came out against the truth."""
    with ward(folder) as care:
        for stroke in case.strokes:
            _read(care, case.command, stroke)
            care.wrong += _torn(care, case.command)
        status = _read(care, case.command)
        wrong = [] if status == 0 else [f"never done: {status}"]
        lacks = clean(case.command, care.since) - kept(care)
        wrong += [f"{len(lacks)} are missing in the end"] if lacks else []
        return care.kills, [*care.wrong, *wrong, *care.judge_ledger()]


def _read(care: Ward, command: tuple[str, ...], stroke: Stroke | None = None) -> int:
    module = "allybook" if command else "tests.stories.refreshing"
    return care.runs(*command, stroke=stroke, module=module).status


def _torn(care: Ward, command: tuple[str, ...]) -> list[str]:
    """Return what was kept that is no whole page."""
    posts = [one for one in kept(care) if one.startswith("post")]
    whole = {one for one in clean(command, care.since) if one.startswith("post")}
    if len(posts) % PAGE and len(posts) != len(whole):
        return [f"{len(posts)} posts were kept: no whole pages"]
    return []


@cache
def clean(command: tuple[str, ...], since: datetime) -> frozenset[str]:
    """Return what an undisturbed run keeps of an X that lives since that moment."""
    with TemporaryDirectory() as folder, ward(Path(folder), since) as care:
        assert _read(care, command) == 0
        return kept(care)


def kept(care: Ward) -> frozenset[str]:
    """Return what the profile has: posts, and who is on complete readings of either side."""
    me = care.x.world.me.user_id
    with ExitStack() as stack:
        profile = stack.enter_context(Profile(care.folder, SystemClock()))
        return frozenset().union(*(_in_cache(cache, me) for cache, _outbox in profile.holdings()))


def _in_cache(cache_: SqliteCache, me: str) -> frozenset[str]:
    sources = [source for source, _count in cache_.sources()]
    posts = {f"post {post.post_id}" for source in sources for post in cache_.posts(source)}
    sides = {
        f"{side} {user_id}"
        for side in Side
        for reading in cache_.snapshots(me, side)
        if reading.complete
        for user_id in reading.user_ids
    }
    return frozenset(posts | sides)


def play_import(seed: int, folder: Path, times: int = 3) -> tuple[int, list[str]]:
    """Kill an import a few times, then let it end; return the kills and what is not whole."""
    chance = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    with TemporaryDirectory() as aside, ward(folder) as care:
        file = Path(aside) / "chat.jsonl"
        file.write_text("".join(map(_line, range(RECORDS))), encoding="utf-8")
        lumps = FileImporters().recognise(file).lumps([].append)
        sizes = [len(lump.posts) for lump in lumps]
        if min(sizes[:-1], default=FEW) < FEW:
            care.wrong.append(f"lumps of {sizes} records: none of them tells anything")
        whole = {0, *accumulate(sizes)}
        for _ in range(times):
            care.runs_until_it_wrote(chance.randint(*GROWTH), "import", str(file), "--json")
            found = len(kept(care))
            if found not in whole:
                care.wrong.append(f"{found} records were kept: no whole lumps")
        done = care.runs("import", str(file), "--json")
        found = len(kept(care))
        if (done.status, found) != (0, RECORDS):
            care.wrong.append(f"never done: {done.status}, {found} records, {done.said}")
        return care.kills, care.wrong


def _line(number: int) -> str:
    at = NOON - timedelta(minutes=number)
    post = {
        "id": id_at(at, sequence=number % 4096),
        "author_id": str(1000 + number % 90),
        "created_at": at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "text": f"Beds tonight, number {number} #SwHelper",
    }
    return json.dumps(post) + "\n"
