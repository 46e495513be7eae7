"""Whatever a person, a budget and the days do: nothing is lost, and no quote is below the bill.

A chat and a search in the same words pay for nothing that either of them has brought.
"""

import os
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from allybook.domain.reading.gaps import MOST
from allybook.services.reading.noted import noted
from tests.services.reading.histories import KINDS, SOURCES, History

HISTORIES = int(os.environ.get("HISTORIES", "30"))
"""How many; it was tried with many more."""
steps = st.tuples(
    st.sampled_from(KINDS), st.sampled_from([10, 35, 60, 100, 145, 500]), st.integers(1, 60)
)


def overlaps(gaps):
    """Return what would be offered twice."""
    return [
        (one, other)
        for one, other in combinations(gaps, 2)
        if (one.source, one.query) == (other.source, other.query)
        and max(int(one.older), int(other.older)) + 1 < min(int(one.newer), int(other.newer))
    ]


@settings(max_examples=HISTORIES, deadline=None)
@given(st.sampled_from(SOURCES), st.lists(steps, min_size=2, max_size=9))
@example("chat", [("read", 10, 1)] * 3 + [("later", 10, 23), ("read", 10, 1)])
@example("hours", [("read", 500, 1), ("later", 10, 220), ("window", 500, 30), ("read", 500, 1)])
@example("hours", [("wrong clock", 145, 2), ("window", 500, 5), ("later", 10, 4), ("read", 500, 1)])
@example("chat", [("read", 10, 1), ("later", 10, 60), ("wrong clock", 100, 1), ("read", 500, 1)])
@example("home", [("read", 500, 1), *[("later", 10, 60)] * 4, ("read", 500, 1)])
@example("home", [("read", 35, 1), *[("later", 10, 60)] * 4, ("fill", 10, 1), ("read", 500, 1)])
@example("words", [("read", 500, 1), ("later", 10, 24), ("read", 500, 1), ("read", 10, 1)])
@example("words", [("read", 35, 1), ("read", 10, 1), ("later", 10, 30), ("fill", 10, 1)] * 2)
@example("words", [("stop", 500, 26), ("window", 10, 52), ("fill", 500, 55), ("window", 60, 49)])
@example("words", [("window", 145, 9), ("read", 60, 1), ("later", 10, 24), ("read", 500, 1)])
def test_each_post_up_to_the_mark_is_here_or_in_a_gap_and_no_bill_is_above_its_quote(source, told):
    with TemporaryDirectory() as folder:
        history = History(Path(folder), source)
        try:
            for step in told:
                history.act(*step)
                assert history.lost() == []
                assert all(0 <= gap.about <= MOST for gap in noted(history.desk))
                assert overlaps(noted(history.desk)) == []
            history.end()
            assert history.lost() == []
            if history.was_wrong or "both" in {kind for kind, _, _ in told}:
                # X's day is another one, or one quote is billed within another.
                return
            assert source != "words" or history.twice == []
            quotes = history.quotes
            assert [(quoted, billed) for quoted, billed, _ in quotes if billed > quoted] == []
            assert [one for one in quotes if one[2] and one[0] != one[1]] == []
            assert history.billed_by_us() == history.bill.dollars
        finally:
            history.close()
