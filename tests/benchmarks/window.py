"""The window: scrolling, importing, showing others, and opening beside an empty window.

What Qt does happens in processes of their own (``scrolling``, ``opening``, ``empty_window``), so
that time and memory are theirs alone; nothing here loads Qt.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.benchmarks.collected import write_pages
from tests.benchmarks.figures import figure, lasting, quantile
from tests.benchmarks.process import answer_call, call, run

if TYPE_CHECKING:
    from tests.benchmarks.figures import Figure
    from tests.benchmarks.process import Ended

POSTS = 100_000
FRAMES = 1_000
OPENINGS = 5
FRAME_BOUND_MS = 16
PAUSE_BOUND_MS = 50
OPENING_BOUND = 2.5
HERE = "tests.benchmarks"
PRACTICE = "practice"
"""The account of the practice network, and where its profile lies."""


def measure(posts: int = POSTS, *, frames: int = FRAMES, openings: int = OPENINGS) -> list[Figure]:
    """Return the figures over a cache of so many posts."""
    with TemporaryDirectory() as folder:
        profile = Path(folder) / PRACTICE
        call("timeline", "save", profile, posts, PRACTICE)
        scrolled = call("scrolling", "scroll", profile, PRACTICE, frames).answer
        imported = _import(Path(folder), posts)
        pairs = [
            (run("-m", f"{HERE}.empty_window"), run("-m", f"{HERE}.opening", folder))
            for _ in range(openings)
        ]
    label = f"window, {posts:,} posts"
    return [*_scrolling(label, scrolled), *_importing(label, imported), *_opening(label, pairs)]


def write(file: str, posts: str) -> dict[str, int]:
    """Write a file of posts; return how large it is."""
    write_pages(Path(file), int(posts))
    return {"bytes": Path(file).stat().st_size}


def _import(folder: Path, posts: int) -> dict[str, Any]:
    """Import so many posts through the window of a profile of its own."""
    file, profile = folder / "pages.jsonl", folder / "importing"
    call("window", "write", file, posts)
    # Somebody scrolls meanwhile, so there is something to scroll.
    call("timeline", "save", profile / PRACTICE, min(posts, POSTS), PRACTICE)
    answer = call("importing", "import", profile, file).answer
    file.unlink()
    if answer["kept"] != posts:
        raise RuntimeError(f"Of {posts} posts {answer['kept']} were kept: {answer['said']}")
    return answer


def _importing(label: str, imported: dict[str, Any]) -> list[Figure]:
    pauses, spent = imported["pauses"], imported["seconds"]
    beats = f"{len(pauses):,} beats a millisecond apart"
    beside = f"{spent:.0f} s and what follows, {beats}, and scrolling meanwhile"
    usual = f"{beside}; of the time, not of the beats: p99 of these {quantile(pauses, 0.99):.3g} ms"
    name = f"{label}: importing them, how long the window stands still"
    return [
        figure(f"{name}, longest", max(pauses), "ms", bound=PAUSE_BOUND_MS, against=beside),
        figure(f"{name}, p99", lasting(pauses, 0.99), "ms", bound=FRAME_BOUND_MS, against=usual),
    ]


def _scrolling(label: str, spent: dict[str, list[list[float]]]) -> list[Figure]:
    shown = f"{len(spent['wheel']):,} frames of cards over a real cache"
    other = "all posts in place of half of them"
    rows = []
    for way, words, part, beside in (
        ("wheel", "a scrolled frame, p99", 0.99, shown),
        ("jump", "a frame after a jump, p99", 0.99, shown),
        ("then", "the frame after that, p99", 0.99, shown),
        ("reset", "reset, p95", 0.95, other),
    ):
        clock, busy = zip(*spent[way], strict=True)
        typical = f"{beside}; median {median(clock):.3g} ms, computed {quantile(busy, part):.3g} ms"
        found = quantile(clock, part)
        rows.append(figure(f"{label}: {words}", found, "ms", bound=FRAME_BOUND_MS, against=typical))
    return rows


def _opening(label: str, pairs: list[tuple[Ended, Ended]]) -> list[Figure]:
    empty = median(_until(alone, "painted") for alone, _ in pairs)
    loaded = median(_until(opened, "loaded") for _, opened in pairs)
    shown = median(_until(opened, "shown") for _, opened in pairs)
    alone_busy, busy = (
        median(one.answer["busy"] for one in each) for each in zip(*pairs, strict=True)
    )
    small, peak = (median(one.peak_mb for one in each) for each in zip(*pairs, strict=True))
    beside = "an empty PySide6 window"
    clock = f"{beside}: {empty:.2f} s (the window's modules loaded at {loaded:.2f} s)"
    name = f"{label}: opening"
    rows = (
        (f"{name}, until posts are shown", shown / empty, clock),
        (f"{name}, the processor until then", busy / alone_busy, f"{beside}: {alone_busy:.2f} s"),
        (f"{name}, memory", peak / small, f"{beside}: {small:.0f} MB"),
    )
    return [
        figure(words, ratio, "times", bound=OPENING_BOUND, against=against)
        for words, ratio, against in rows
    ]


def _until(ended: Ended, moment: str) -> float:
    """Return the seconds from the start of a process to a moment that it tells of."""
    at: float = ended.answer[moment]
    return at - ended.began


if __name__ == "__main__":
    answer_call({"write": write})
