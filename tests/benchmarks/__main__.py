"""``python -m tests.benchmarks [PART] [--quick]``: measure, and write ``build/bench.json``.

Prints a table; exit status 1 when a bound does not hold. ``--quick``, or ``ALLYBOOK_BENCH_QUICK=1``
in the environment, leaves out a million posts, which take a quarter of an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from typing import TYPE_CHECKING

from tests.benchmarks import archive, beside, book, in_out, timeline, week, window
from tests.benchmarks.figures import table
from tests.benchmarks.process import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.benchmarks.figures import Figure

OUT = ROOT / "build" / "bench.json"
QUICK = "ALLYBOOK_BENCH_QUICK"
FULL_SIZES = (*timeline.SIZES, 1_000_000)


def parts(*, quick: bool) -> Mapping[str, Callable[[], list[Figure]]]:
    """Return what can be measured."""
    sizes = timeline.SIZES if quick else FULL_SIZES
    return {
        "timeline": lambda: [*timeline.measure(sizes=sizes), *beside.measure()],
        "window": lambda: window.measure(posts=sizes[-1]),
        "book": lambda: [*book.measure(), *in_out.measure()],
        "archive": archive.measure,
        "week": week.measure,
    }


def main() -> int:
    """Measure what the words ask for; return the exit status."""
    words = _words()
    chosen = parts(quick=words.quick)
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
    parser.add_argument("part", nargs="?", choices=[*parts(quick=True)])
    given = bool(os.environ.get(QUICK))
    about = "without a million posts"
    parser.add_argument("--quick", action="store_true", default=given, help=about)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
