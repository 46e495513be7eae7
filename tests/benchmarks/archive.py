"""An archive of 1,000,000 followers, 1,000,000 following and 200,000 posts: how fast, how large.

Each reading runs in a process of its own, so that its peak of memory is its own; beside it, in
another one, msgspec decodes the same files whole.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec
from allybook.files.recognise import FileImporters

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def read(path: Path) -> dict[str, float]:
    """Read an archive to its end; return seconds by part, records, and the peak of memory (MB)."""
    spent = {"follows": 0.0, "posts": 0.0}
    counts = {"followed": 0, "posted": 0, "bad": 0}
    began = time.perf_counter()
    for lump in FileImporters().recognise(path).lumps(lambda record: counts.update(bad=1)):
        now = time.perf_counter()
        spent["posts" if lump.posts else "follows"] += now - began
        counts["posted"] += len(lump.posts)
        counts["followed"] += sum(len(ids) for _, ids in lump.follows)
        began = time.perf_counter()
    return spent | counts | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def decode(path: Path) -> dict[str, float]:
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


def measure(follows: int = FOLLOWS, posts: int = POSTS) -> list[dict[str, object]]:
    """Return the figures: seconds beside msgspec alone, and the peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.zip"
        write_archive(path, follows, posts)
        alone, here = _in_process("decode", path), _in_process("read", path)
    whole = here["followed"] == 2 * follows and here["posted"] == posts and not here["bad"]
    sides = alone["follower"] + alone["following"]
    return [
        _row(f"archive: import {2 * follows:,} follows", here["follows"], sides, whole=whole),
        _row(f"archive: import {posts:,} posts", here["posts"], alone["tweets"], whole=whole),
        {
            "name": "archive: peak of memory",
            "figure": round(here["peak"], 1),
            "unit": "MB",
            "bound": MEMORY_BOUND,
            "holds": here["peak"] < MEMORY_BOUND and whole,
            "against": "the whole process, from zip to records",
        },
    ]


def _row(name: str, seconds: float, alone: float, *, whole: bool) -> dict[str, object]:
    return {
        "name": name,
        "figure": round(seconds, 2),
        "unit": "s",
        "bound": round(SLOWER * alone, 2),
        "holds": seconds <= SLOWER * alone and whole,
        "against": f"msgspec.json.decode of the unzipped files: {alone:.2f} s",
    }


def _in_process(task: str, path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.archive", task, str(path)]
    ended = subprocess.run(command, check=True, capture_output=True)
    answer: dict[str, float] = json.loads(ended.stdout)
    return answer


if __name__ == "__main__":
    task = {"read": read, "decode": decode}.get(sys.argv[1] if sys.argv[1:] else "")
    sys.stdout.write(json.dumps(task(Path(sys.argv[2])) if task else measure(), indent=1))
