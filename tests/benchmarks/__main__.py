"""``python -m tests.benchmarks [PART] [--full]``: measure, and write ``build/bench.json``.

Prints a table; exit status 1 when a bound does not hold. ``--full``, or ``ALLYBOOK_BENCH_FULL=1``
in the environment, adds the sizes that take minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from typing import TYPE_CHECKING

from tests.benchmarks import archive, book, in_out, timeline, week, window
from tests.benchmarks.figures import table
from tests.benchmarks.process import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.benchmarks.figures import Figure

OUT = ROOT / "build" / "bench.json"
FULL = "ALLYBOOK_BENCH_FULL"
FULL_SIZES = (*timeline.SIZES, 1_000_000)


def parts(*, full: bool) -> Mapping[str, Callable[[], list[Figure]]]:
    """Return what can be measured."""
    sizes = FULL_SIZES if full else timeline.SIZES
    return {
        "timeline": lambda: timeline.measure(sizes=sizes),
        "window": lambda: window.measure(posts=sizes[-1]),
        "book": lambda: [*book.measure(), *in_out.measure()],
        "archive": archive.measure,
        "week": week.measure,
    }


def main() -> int:
    """Measure what the words ask for; return the exit status."""
    words = _words()
    chosen = parts(full=words.full)
    figures: list[Figure] = []
    for name in [words.part] if words.part else chosen:
        sys.stderr.write(f"measuring {name}\n")
        figures += chosen[name]()
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    machine = f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}"
    sys.stdout.write(f"{table(figures)}\n\nOn {machine}.\n")
    return 0 if all(figure["holds"] for figure in figures) else 1


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("part", nargs="?", choices=[*parts(full=False)])
    given = bool(os.environ.get(FULL))
    parser.add_argument("--full", action="store_true", default=given, help="a million posts")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
