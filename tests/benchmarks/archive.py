"""An archive of 1,000,000 followers, 1,000,000 following and 200,000 posts: how fast, how large.

Each reading runs in a process of its own, so that its peak of memory is its own; beside it, in
another one, msgspec decodes the same files whole. Last comes the whole ``allybook import``.
"""

from __future__ import annotations

import json
import random
import resource
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import apsw
import msgspec

from allybook.app.desks import open_desk
from allybook.cli.asking import Steps
from allybook.cli.words import Options
from allybook.files.recognise import FileImporters
from allybook.services.check.everyone import read_everyone
from allybook.services.imports.run import import_file
from tests.benchmarks.figures import figure
from tests.benchmarks.process import answer_call, call, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.figures import Figure

FOLLOWS = 1_000_000
POSTS = 200_000
MEMORY_BOUND = 400
SLOWER = 2.0
OWNER = "1500000000000000000"
EDGE = """\
  {{
    "{side}" : {{
      "accountId" : "{number}",
      "userLink" : "https://twitter.com/intent/user?user_id={number}"
    }}
  }}"""
TWEET = """\
  {{
    "tweet" : {{
      "edit_info" : {{
        "initial" : {{
          "editTweetIds" : [
            "{number}"
          ],
          "editableUntil" : "2023-02-18T13:33:11.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }}
      }},
      "retweeted" : false,
      "source" : "<a href=\\"https://mobile.example/\\" rel=\\"nofollow\\">Web App</a>",
      "entities" : {{
        "hashtags" : [
          {{
            "text" : "SwHelper",
            "indices" : [
              "12",
              "21"
            ]
          }}
        ],
        "symbols" : [ ],
        "user_mentions" : [
          {{
            "name" : "Nest Line",
            "screen_name" : "NestLine",
            "indices" : [
              "0",
              "9"
            ],
            "id_str" : "{other}",
            "id" : "{other}"
          }}
        ],
        "urls" : [
          {{
            "url" : "https://t.co/abcdefghij",
            "expanded_url" : "https://nestline.example/{other}",
            "display_url" : "nestline.example/{other}",
            "indices" : [
              "40",
              "63"
            ]
          }}
        ]
      }},
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "{likes}",
      "id_str" : "{number}",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "{number}",
      "possibly_sensitive" : false,
      "created_at" : "Sat Feb 18 12:33:11 +0000 2023",
      "favorited" : false,
      "full_text" : "@NestLine A1 #SwHelper a caf\\u00e9 &amp; a bed, {{{words}}}, {{ https://t.co/abcdefghij",
      "lang" : "en"
    }}
  }}"""
WORDS = ("hostel", "pantry", "clinic", "tenants", "shelter", "respite", "outreach", "kinship")
CHECK_SECONDS = 1.0
CHECK_MEMORY = 500
COUNTS = """
    SELECT (SELECT count(*) FROM fans WHERE id IN idols),
        (SELECT count(*) FROM fans WHERE id NOT IN idols),
        (SELECT count(*) FROM idols WHERE id NOT IN fans)
"""
FILES = ("follower", "following", "tweets")


def write_archive(path: Path, follows: int, posts: int) -> None:
    """Write an archive as X lays it out; always the same one for the same sizes."""
    chance = random.Random(7)  # noqa: S311 - sample data
    account = [{"account": {"accountId": OWNER, "username": "NestLine", "email": "a@b.example"}}]
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("data/account.js", f"window.YTD.account.part0 = {json.dumps(account)}")
        for side in ("follower", "following"):
            _write(archive, side, (_edge(side, chance) for _ in range(follows)))
        _write(archive, "tweets", (_tweet(chance) for _ in range(posts)))


def _write(archive: ZipFile, name: str, elements: Iterator[str]) -> None:
    with archive.open(f"data/{name}.js", "w", force_zip64=True) as file:
        file.write(f"window.YTD.{name}.part0 = [\n{next(elements)}".encode())
        file.writelines(b",\n" + element.encode() for element in elements)
        file.write(b"\n]")


def _edge(side: str, chance: random.Random) -> str:
    return EDGE.format(side=side, number=chance.randrange(10**9, 2 * 10**18))


def _tweet(chance: random.Random) -> str:
    return TWEET.format(
        number=chance.randrange(10**18, 2 * 10**18),
        other=chance.randrange(10**9, 2 * 10**18),
        likes=chance.randrange(300),
        words=" ".join(chance.choices(WORDS, k=12)),
    )


def read(path: str) -> dict[str, float]:
    """Read an archive to its end; return seconds by part, records, and the peak of memory (MB)."""
    spent = {"follows": 0.0, "posts": 0.0}
    counts = {"followed": 0, "posted": 0, "bad": 0}
    began = time.perf_counter()
    for lump in FileImporters().recognise(Path(path)).lumps(lambda record: counts.update(bad=1)):
        now = time.perf_counter()
        spent["posts" if lump.posts else "follows"] += now - began
        counts["posted"] += len(lump.posts)
        counts["followed"] += sum(len(ids) for _, ids in lump.follows)
        began = time.perf_counter()
    return spent | counts | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def decode(path: str) -> dict[str, float]:
    """Decode the data files of an archive whole with msgspec; return seconds by part."""
    spent = {}
    with ZipFile(path) as archive:
        for name in FILES:
            data = archive.read(f"data/{name}.js")
            body = data[data.index(b"=") + 1 :]
            began = time.perf_counter()
            decoded = msgspec.json.decode(body)
            spent[name] = time.perf_counter() - began
            del decoded
    return spent


def bring_in(path: str, profile: str) -> dict[str, float]:
    """Import an archive into a new profile, from the zip to what is kept; return seconds."""
    with open_desk(Options(profile=Path(profile), offline=True)) as desk:
        began = time.perf_counter()
        kept = import_file(desk, Path(path), Steps(lambda _words: None)).kept
        return {"seconds": time.perf_counter() - began, "kept": kept}


def measure(follows: int = FOLLOWS, posts: int = POSTS) -> list[Figure]:
    """Return the figures: seconds beside msgspec alone, and peaks of memory."""
    with TemporaryDirectory() as folder:
        edges = _edges_imported(Path(folder) / "follows.zip", follows)
        path = Path(folder) / "archive.zip"
        write_archive(path, follows, posts)
        alone, here = call("archive", "decode", path).answer, call("archive", "read", path).answer
        imported = _imported(path, 2 * follows + posts + 1)
        checked = _checked(path.with_name("profile"))
    whole = here["followed"] == 2 * follows and here["posted"] == posts and not here["bad"]
    sides = alone["follower"] + alone["following"]
    return [
        _row(f"archive: read {2 * follows:,} follows", here["follows"], sides, whole=whole),
        edges,
        _row(f"archive: read {posts:,} posts", here["posts"], alone["tweets"], whole=whole),
        _peak("archive: peak of memory, reading", here["peak"], "from zip to records", whole=whole),
        imported,
        *checked,
    ]


def _edges_imported(path: Path, follows: int) -> Figure:
    """Import both sides of the follows, and nothing else: the whole of it, beside their JSON."""
    write_archive(path, follows, 1)
    alone = call("archive", "decode", path).answer
    here = call("archive", "bring_in", path, path.with_name("follows")).answer
    name = f"archive: import {2 * follows:,} follows"
    whole = here["kept"] == 2 * follows + 2
    return _row(name, here["seconds"], alone["follower"] + alone["following"], whole=whole)


def _imported(path: Path, records: int) -> Figure:
    """Import the archive as a person does, into a profile of its own."""
    profile = str(path.with_name("profile"))
    ended = run("-m", "allybook", "--profile", profile, "import", str(path), "--json")
    kept = json.loads(ended.output)[0]["kept"]
    words = f"allybook import, {records:,} records in {ended.seconds:.1f} s"
    name = "archive: peak of memory, importing"
    return _peak(name, ended.peak_mb, words, whole=kept == records)


def check(profile: str) -> dict[str, float]:
    """Count who follows back in an imported profile; return seconds, counts and the peak (MB)."""
    with open_desk(Options(profile=Path(profile), offline=True)) as desk:
        began = time.perf_counter()
        counts = read_everyone(desk).counts()
        seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {kind.value: count for kind, count in counts.items()} | {
        "seconds": seconds,
        "peak": peak,
    }


def bare(profile: str) -> dict[str, float]:
    """Count the same with SQL alone, from tables of numbers that were laid out for it before."""
    with open_desk(Options(profile=Path(profile), offline=True)) as desk:
        everyone = read_everyone(desk)
    connection = apsw.Connection(str(Path(profile).with_name("bare.sqlite3")))
    for name, people in (("fans", everyone.followers), ("idols", everyone.following)):
        connection.execute(f"CREATE TABLE {name} (id INTEGER PRIMARY KEY) STRICT")
        with connection:
            connection.executemany(
                f"INSERT INTO {name} VALUES (?)",  # noqa: S608 - names of our own
                ((key,) for key in sorted(people)),
            )
    began = time.perf_counter()
    mutual, fan, idol = connection.execute(COUNTS).fetchone()
    seconds = time.perf_counter() - began
    connection.close()
    return {"mutual": mutual, "fan": fan, "idol": idol, "seconds": seconds}


def _checked(profile: Path) -> list[Figure]:
    """Return how fast the check of everyone in the archive is, beside SQL, and how large."""
    here, alone = (call("archive", task, profile).answer for task in ("check", "bare"))
    whole = all(here[kind] == alone[kind] for kind in ("mutual", "fan", "idol"))
    beside = f"the same counts by SQL alone: {alone['seconds']:.2f} s"
    took = here["seconds"]
    seconds = figure("archive: a whole check", took, "s", bound=CHECK_SECONDS, against=beside)
    times = figure(
        "archive: check beside SQL",
        here["seconds"] / alone["seconds"],
        "times",
        bound=SLOWER,
        against=beside,
    )
    peak = figure(
        "archive: peak of a check",
        here["peak"],
        "MB",
        bound=CHECK_MEMORY,
        against="the whole process",
    )
    return [row | {"holds": row["holds"] and whole} for row in (seconds, times, peak)]


def _peak(name: str, peak: float, against: str, *, whole: bool) -> Figure:
    """Return a peak of memory; it does not hold where a record was lost."""
    row = figure(name, peak, "MB", bound=MEMORY_BOUND, against=f"the whole process, {against}")
    return row | {"holds": row["holds"] and whole}


def _row(name: str, seconds: float, alone: float, *, whole: bool) -> Figure:
    beside = f"msgspec.json.decode of the unzipped files: {alone:.2f} s"
    row = figure(name, seconds / alone, "times", bound=SLOWER, against=beside)
    return row | {"holds": row["holds"] and whole}


if __name__ == "__main__":
    answer_call(
        {"read": read, "decode": decode, "bring_in": bring_in, "check": check, "bare": bare}
    )
