"""``python -m tests.benchmarks [PART] [--quick]``: measure, and write ``build/bench.json``.

``--table`` measures nothing: it prints what was measured last, on this machine, for the README.
Prints a table; exit status 1 when a bound does not hold. ``--quick``, or ``ALLYBOOK_BENCH_QUICK=1``
in the environment, leaves out a million posts, which take a quarter of an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import allies, archive, beside, book, in_out, timeline, week, window
from tests.benchmarks.figures import markdown, table
from tests.benchmarks.process import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
        "allies": allies.measure,
        "archive": archive.measure,
        "week": week.measure,
    }


def main() -> int:
    """Measure what the words ask for; return the exit status."""
    words = _words()
    if words.table and not OUT.is_file():
        sys.stderr.write("Nothing was measured here yet: run make bench first.\n")
        return 2
    if words.table:
        sys.stdout.write(f"{markdown(json.loads(OUT.read_bytes()))}\n\nOn {machine()}.\n")
        return 0
    chosen = parts(quick=words.quick)
    figures: list[Figure] = []
    try:
        for name in [words.part] if words.part else chosen:
            sys.stderr.write(f"measuring {name}\n")
            figures += chosen[name]()
    finally:
        # Where a part fails, the others were measured all the same.
        tell(figures)
    return 0 if all(figure["holds"] for figure in figures) else 1


def tell(figures: Sequence[Figure]) -> None:
    """Write the figures, and print them as a table."""
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(f"{table(figures)}\n\nOn {machine()}.\n")


def machine() -> str:
    """Return the words for this machine."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.is_file() else []
    models = (line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    model = next(models, "") or platform.processor() or platform.machine()
    system = f"{platform.system()} {platform.release()}"
    return f"{model}, {os.cpu_count()} cores, {system}, Python {platform.python_version()}"


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("part", nargs="?", choices=[*parts(quick=True)])
    given = bool(os.environ.get(QUICK))
    about = "without a million posts"
    parser.add_argument("--quick", action="store_true", default=given, help=about)
    about = "print what was measured last as a Markdown table: ratios only"
    parser.add_argument("--table", action="store_true", help=about)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
