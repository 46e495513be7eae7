"""However X fails while something is read: unknown is never told as a no, and the rest is read.

Some cases of ``tests.torture``, always the same.
"""

import pytest

from allybook.services.check.answer import answer
from tests.fakes.clock import FixedClock
from tests.servers.faulty.server import NEW_WORDS, FaultyX, serve
from tests.stories import read_cases
from tests.stories.organiser import Organiser
from tests.stories.read_cases import ANCHOR, Case, draw_case, play, stands


@pytest.mark.parametrize("seed", range(24))
def test_reading_ends_with_the_truth(seed, tmp_path):
    case = draw_case(seed)
    assert play(case, tmp_path) == [], str(case)


@pytest.mark.parametrize("command", read_cases.COMMANDS, ids="-".join)
def test_answers_in_either_vocabulary_say_the_same(command, tmp_path):
    case = Case(0, command, dict.fromkeys(range(1, 40, 2), NEW_WORDS), "200", 60)
    assert play(case, tmp_path) == []


def test_what_was_read_before_x_failed_is_usable(tmp_path):
    """Whom we follow is read, who follows us is not; X told of each how it stands to us."""
    clock = FixedClock(ANCHOR)
    x = FaultyX(clock, ANCHOR, dict.fromkeys(range(3, 60), "402 new"))
    with serve(x) as address:
        ana = Organiser(tmp_path, x, address, clock)
        run = ana.asks("check", "--of", "following", "--json")
        with ana.desk() as desk:
            told = {one.handle: one.answer for one in answer(desk, None)}
    assert run.status == 1
    followed = x.world.edges.following(x.world.me)
    assert told == {one.handle: stands(x, one) for one in followed}
