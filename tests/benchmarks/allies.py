"""A table of 50,000 allies in the window: opening, scrolling, sorting, filtering.

What Qt does happens in a process of its own. Figures of the window's thread are what it computed,
not what it waited for others on the same machine; the clock on the wall stands beside them.
"""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve
from allybook.services.people.nominate import nominate
from allybook.store.profile import Profile
from tests.benchmarks import crowd
from tests.benchmarks.figures import figure, quantile
from tests.benchmarks.process import ROOT, answer_call, call
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTableView

    from tests.benchmarks.figures import Figure

ALLIES = 50_000
OPEN_BOUND_MS = 300
RESET_BOUND_MS = 30
SORT_BOUND_MS = 100
FRAME_BOUND_MS = 16
FRAMES = 600
SIZE = (1280, 724)
NOTCHES = 3
JUMP = 7_919
TYPED = ("harbor", "tag:hous", "outreach 42", "is:private", "kinship", "from:bed", "city re", "zz")
"""Typed one after the other, each letter of them for the first time."""
REST_MS = 800
SORTED = (6, 1, 2, 7, 3, 10)
"""Columns by number, each sorted by for the first time."""
CATEGORIES = ("housing", "food", "legal", "")


def fill(folder: str, allies: str) -> dict[str, int]:
    """Nominate and approve allies whose names X has told."""
    clock = FixedClock()
    with Profile(Path(folder), clock) as profile:
        desk = make_desk(profile, clock, None)
        book = desk.book("Tenants")
        keys = [str(1000 + number) for number in range(int(allies))]
        nominate(desk, book, [_nominee(number, key) for number, key in enumerate(keys)])
        approve(desk, book, keys)
        desk.cache.save_accounts([_account(*pair) for pair in enumerate(keys)], clock.now())
        return {"allies": len(keys)}


def measure(allies: int = ALLIES) -> list[Figure]:
    """Return the figures of one table."""
    disk = ROOT / "build"
    disk.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=disk) as folder:
        call("allies", "fill", folder, allies)
        spent = call("allies", "use", folder).answer
    return figures(f"allies, {allies:,} in the table", spent)


def figures(label: str, spent: dict[str, list[list[float]]]) -> list[Figure]:
    """Return what was measured, each as computed and beside it on the clock (milliseconds)."""
    bounds = (
        ("open", "opening the tab until its rows are painted", OPEN_BOUND_MS, 0.5),
        ("whole", "opening the tab until all its rows are there", None, 0.5),
        ("reset", "a reset of the rows, p95", RESET_BOUND_MS, 0.95),
        ("sort", "sorted by another column for the first time, p95", SORT_BOUND_MS, 0.95),
        ("typed", "a typed letter of the filter until painted, p95", FRAME_BOUND_MS, 0.95),
        ("taken", "a letter taken back until painted, p95", FRAME_BOUND_MS, 0.95),
        ("wheel", "a scrolled frame, p99", FRAME_BOUND_MS, 0.99),
        ("jump", "a frame after a jump, p99", FRAME_BOUND_MS, 0.99),
    )
    rows = []
    for name, words, bound, part in bounds:
        busy, clock = zip(*spent[name], strict=True)
        beside = f"on the clock {quantile(clock, part):.3g} ms; median {median(busy):.3g} ms"
        rows.append(
            figure(f"{label}: {words}", quantile(busy, part), "ms", bound=bound, against=beside)
        )
    return rows


def use(folder: str) -> dict[str, list[list[float]]]:
    """Open the tab, scroll, sort and filter; return computed and clock milliseconds by act."""
    # Only this task loads Qt.
    from tests.benchmarks.allies_window import BACK, opened, rest, strike  # noqa: PLC0415

    spent: dict[str, list[list[float]]] = {}
    with ExitStack() as stack:
        tab, opening = opened(Path(folder), stack)
        spent |= opening
        table, model = tab.work.table, tab.work.model
        spent |= _scroll(table)
        marks = b"\1" * len(model.all_rows())
        spent["reset"] = [_spend(lambda: model.show(model.all_rows(), marks)) for _ in range(20)]
        spent["sort"] = [_spend(lambda: model.sort(one)) for one in SORTED]  # noqa: B023
        rest(tab, REST_MS)
        spent["typed"], spent["taken"] = [], []
        for words in TYPED:
            spent["typed"] += [_spend(lambda: strike(tab, letter)) for letter in words]  # noqa: B023
            spent["taken"] += [_spend(lambda: strike(tab, BACK)) for _ in words]
    return spent


def _scroll(table: QTableView) -> dict[str, list[list[float]]]:
    bar, area = table.verticalScrollBar(), table.viewport()
    step, row, last = bar.singleStep() * NOTCHES, table.rowHeight(0), max(bar.maximum(), 1)

    def go(place: int) -> None:
        bar.setValue(place)
        area.repaint()

    turns = range(1, FRAMES + 1)
    return {
        "wheel": [_spend(lambda: go(turn * step % last)) for turn in turns],  # noqa: B023
        "jump": [_spend(lambda: go(turn * JUMP * row % last)) for turn in turns],  # noqa: B023
    }


def _spend(act: Callable[[], object]) -> list[float]:
    busy, began = time.thread_time(), time.perf_counter()
    act()
    return [(time.thread_time() - busy) * 1000, (time.perf_counter() - began) * 1000]


def _nominee(number: int, key: str) -> Nominee:
    handle = f"{crowd.WORDS[number % len(crowd.WORDS)]}{number}"
    tag = crowd.TAGS[number % len(crowd.TAGS)]
    kind = Kind.PERSON if number % 3 else Kind.ORGANISATION
    return Nominee(key, handle, kind, CATEGORIES[number % len(CATEGORIES)], (tag,))


def _account(number: int, key: str) -> Account:
    words = [crowd.WORDS[number * prime % len(crowd.WORDS)] for prime in (7, 13)]
    name = f"{' '.join(words).title()} {number}"
    return Account(
        key, f"{crowd.WORDS[number % len(crowd.WORDS)]}{number}", name, private=not number % 50
    )


if __name__ == "__main__":
    answer_call({"fill": fill, "use": use})
