"""Files of posts as whole processes, beside the programs that people use for them today.

All do the same kind of work on the same posts, each on its own kind of file, in turns and in the
same run: what the machine does beside them strikes all of them.
"""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks import peers
from tests.benchmarks.collected import write_export, write_pages
from tests.benchmarks.figures import figure
from tests.benchmarks.process import answer_call, call, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.benchmarks.figures import Figure
    from tests.benchmarks.process import Ended

    Runs = dict[str, Sequence[Ended]]
    Others = tuple[Callable[[Path, Path], Ended], Callable[[Path, Path], Ended]]

POSTS = 20_000
PAGES, EXPORT = "pages.jsonl", "export.json"
TURNS = 7
FILTER_BOUND, IMPORT_BOUND, MEMORY_BOUND_MB = 0.6, 0.5, 110
MOST = 20
"""The peer prints the twenty best posts."""
CHOSEN = "-is:repost noise<=40"
"""The noise of every post that is no repost is looked at, as far as the answer hangs on it."""
CLOSE = "-is:repost noise<=20"
"""It hangs on the wording of each of them."""
LARGER = "is:reply -is:repost"
PEERS = {"twitter": "twitter feed --filter", "twarc2": "twarc2 hashtags"}


def write(folder: str, posts: str) -> dict[str, int]:
    """Write the files; return how large they are."""
    pages, export = Path(folder) / PAGES, Path(folder) / EXPORT
    write_pages(pages, int(posts))
    write_export(export, int(posts))
    return {file.name: file.stat().st_size for file in (pages, export)}


def read(file: str) -> dict[str, int]:
    """Read a file as the process does that reads for an import; return how much it would send."""
    from allybook.app import reading  # noqa: PLC0415 (nothing else needs it)

    sizes = [0]
    reading.read(Path(file), lambda message: sizes.append(len(pickle.dumps(message))))
    return {"bytes": sum(sizes)}


def measure(
    posts: int = POSTS, *, turns: int = TURNS, others: Others | None = None
) -> list[Figure]:
    """Return the figures for files of so many posts; ``others`` are what the peers do with them."""
    if others is None:
        peers.install()
        others = peers.filter_export, peers.count_hashtags
    filter_export, count_hashtags = others
    with TemporaryDirectory() as folder:
        home = Path(folder)
        pages, export = home / PAGES, home / EXPORT
        call("beside", "write", home, posts)
        programs: dict[str, Callable[[], Ended]] = {
            "filter": lambda: sift(home, pages, CHOSEN, MOST),
            "filter close": lambda: sift(home, pages, CLOSE, MOST),
            "filter all": lambda: sift(home, pages, LARGER),
            "twitter": lambda: filter_export(export, home),
            "import": lambda: import_pages(home, pages, posts),
            "least": lambda: _import_barely(home, pages),
            "reader": lambda: call("beside", "read", pages),
            "twarc2": lambda: count_hashtags(pages, home),
        }
        # The first turn warms up: it compiles, and fills the caches of the disk.
        rows = [{name: act() for name, act in programs.items()} for _ in range(turns + 1)][1:]
    return _figures(posts, {name: [row[name] for row in rows] for name in programs})


def sift(home: Path, pages: Path, chosen: str, most: int = 0) -> Ended:
    """Filter a file; ``RuntimeError`` where it printed nothing, or not as many as were asked for.

    Nothing would be printed soonest.
    """
    limit = ("--limit", str(most)) if most else ()
    words = ("posts", "--input", str(pages), chosen, "--json", *limit)
    ended = _ours("--profile", str(home / "sifting"), *words)
    printed = len(json.loads(ended.output))
    if not printed or (most and printed != most):
        raise RuntimeError(f"{chosen} printed {printed} posts.")
    return ended


def import_pages(home: Path, pages: Path, posts: int) -> Ended:
    """Import a file; ``RuntimeError`` where not all of its posts were kept."""
    with TemporaryDirectory(dir=home) as profile:
        ended = _ours("--profile", profile, "import", str(pages), "--json")
    kept = json.loads(ended.output)[0]["kept"]
    if kept != posts:
        raise RuntimeError(f"Of {posts} posts {kept} were kept.")
    return ended


def _import_barely(home: Path, pages: Path) -> Ended:
    with TemporaryDirectory(dir=home) as folder:
        return _done("tests.benchmarks.least_import", str(pages), f"{folder}/least.sqlite3")


def _ours(*words: str) -> Ended:
    return _done("allybook", *words)


def _done(module: str, *words: str) -> Ended:
    ended = run("-m", module, *words)
    if ended.status:
        raise RuntimeError(f"{module} {words[0]} ended with {ended.status}.")
    return ended


def _figures(posts: int, runs: Runs) -> list[Figure]:
    label = f"timeline, a file of {posts:,} posts"
    importing = f"{label}: import"
    # One process reads and one writes: what both hold counts, at the worst moment of each.
    memory = sum(max(one.peak_mb for one in runs[which]) for which in ("import", "reader"))
    return [
        _ratio(f"{label}: filter and score", runs, "filter", "twitter", FILTER_BOUND),
        _ratio(f"{label}: filter by wording", runs, "filter close", "twitter", FILTER_BOUND),
        _ratio(f"{label}: filter, and print all that is kept", runs, "filter all", "twitter"),
        _ratio(importing, runs, "import", "twarc2", IMPORT_BOUND),
        _ratio(f"{importing}, bare: one process, rows and words", runs, "least", "twarc2"),
        figure(
            f"{importing}, memory",
            memory,
            "MB",
            bound=MEMORY_BOUND_MB,
            against="both processes together",
        ),
    ]


def _ratio(name: str, runs: Runs, own: str, peer: str, bound: float | None = None) -> Figure:
    """Return how long ours takes beside a peer's, by the clock; the processor is told beside."""
    ours, theirs = (median(one.seconds for one in runs[which]) for which in (own, peer))
    busy = median(one.busy for one in runs[own]) / median(one.busy for one in runs[peer])
    beside = (
        f"{PEERS[peer]}: {theirs:.2f} s, ours {ours:.2f} s ({busy:.2f} times its processor time)"
    )
    return figure(name, ours / theirs, "times", bound=bound, against=beside)


if __name__ == "__main__":
    answer_call({"write": write, "read": read})
