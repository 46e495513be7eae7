"""Each part of the benchmarks, at a size that proves nothing but that it works."""

import json
from decimal import Decimal

import pytest

from tests.benchmarks import allies, archive, beside, book, in_out, timeline, week, window
from tests.benchmarks.figures import figure, lasting, markdown, quantile, table
from tests.benchmarks.process import MEBIBYTE, run


def idle(_file, _home):
    """Stand for a program that people use: it does nothing."""
    return run("-c", "pass")


PARTS = {
    "timeline": lambda: [
        *timeline.measure(sizes=(60,), times=1),
        *beside.measure(posts=400, turns=1, others=(idle, idle)),
    ],
    "window": lambda: window.measure(posts=60, frames=3, openings=1),
    "book": lambda: [*book.measure(allies=6, edits=2), *in_out.measure(allies=20)],
    "allies": lambda: allies.measure(allies=60),
    "archive": lambda: archive.measure(follows=5, posts=5),
    "week": week.measure,
}
SHAPE = {"name": str, "figure": float, "unit": str, "holds": bool, "against": str}


@pytest.mark.parametrize("part", PARTS)
def test_each_part_gives_whole_figures(part):
    figures = PARTS[part]()
    assert figures
    assert len({one["name"] for one in figures}) == len(figures)
    for one in json.loads(json.dumps(figures)):
        assert one.keys() == {*SHAPE, "bound"}
        assert all(isinstance(one[key], kind) for key, kind in SHAPE.items())
        assert one["bound"] is None or one["bound"] > 0
        assert one["name"].startswith(part)
        assert one["figure"] > 0


def test_a_peak_of_memory_is_that_of_the_program_alone():
    large = bytearray(b"x") * (200 * MEBIBYTE)
    ended = run("-c", "print(2)")
    assert (ended.output, ended.status) == ("2\n", 0)
    assert 1 < ended.peak_mb < 100 < len(large) / MEBIBYTE
    assert ended.busy > 0
    assert ended.seconds > 0


def test_a_figure_holds_up_to_its_bound():
    assert figure("a", 16, "ms", bound=16, against="b")["holds"]
    assert not figure("a", 16.01, "ms", bound=16, against="b")["holds"]
    assert figure("a", 1e9, "ms", against="b")["holds"]


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([3.0], "0.95", 3.0), (range(1, 101), "0.95", 95), (range(1, 101), "0.99", 99)],
)
def test_a_quantile_is_one_of_the_values(values, share, expected):
    assert quantile(list(values), float(Decimal(share))) == expected


def test_what_was_not_kept_or_printed_is_no_figure(tmp_path):
    beside.write(str(tmp_path), "100")
    pages = tmp_path / beside.PAGES
    with pytest.raises(RuntimeError, match="Of 400 posts 100 were kept"):
        beside.import_pages(tmp_path, pages, 400)
    with pytest.raises(RuntimeError, match="from:nobody printed 0 posts"):
        beside.sift(tmp_path, pages, "from:nobody")


@pytest.mark.parametrize(
    ("spells", "share", "expected"),
    [([3.0], 0.99, 3.0), ([1.0] * 101 + [49.0], 0.99, 49.0), ([1.0] * 9_900 + [100.0], 0.99, 1.0)],
)
def test_a_long_pause_weighs_as_long_as_it_lasts(spells, share, expected):
    assert lasting(spells, share) == expected


def test_the_table_is_aligned_and_says_what_does_not_hold():
    lines = table(
        [
            figure("short", 1.5, "ms", bound=16, against="one"),
            figure("a longer name", 1234.0, "times", bound=2.5, against="another"),
        ]
    ).splitlines()
    assert lines[0].split() == ["name", "figure", "unit", "bound", "holds", "beside"]
    assert lines[2].split() == ["a", "longer", "name", "1,234.0", "times", "2.5", "NO", "another"]
    assert (
        len({line.index(word) for line, word in zip(lines[1:], ("one", "another"), strict=True)})
        == 1
    )


def test_the_readme_shows_ratios_and_nothing_else():
    figures = [
        figure("rows", 4.0, "ms", bound=16, against="20 filters; slowest: a | b"),
        figure("import", 0.75, "times", bound=0.5, against="a peer: 1.2 s, ours 0.9 s"),
        figure("memory", 40.0, "MB", against="the whole process"),
    ]
    assert markdown(figures).splitlines()[2:] == [
        "| rows | 16 ms | 0.25 | 1 | yes |",
        "| import | a peer | 0.75 | 0.5 | **no** |",
    ]
