"""Filters that were compiled before are compiled anew wherever that makes a difference."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.filters.parse import parse
from allybook.domain.mutes import Mute, MuteKind
from allybook.domain.noise.judgement import PLAIN
from allybook.domain.noise.kinds import NoiseKind
from allybook.store.filters.compiled import MOST, Compiled
from allybook.store.filters.sql import compile_choice
from allybook.store.posts.judging import PLAINLY
from tests.store.pieces import NOW

LATER = NOW + timedelta(hours=1)
CALM = parse("housing noise<=40")
MUTED = replace(PLAIN, mutes=(Mute(MuteKind.WORD, "raffle"),))
HEAVY = replace(PLAIN, weights={**PLAIN.weights, NoiseKind.MUTED: 50})
OTHERS = (
    replace(PLAINLY, judgement=MUTED),
    replace(PLAINLY, judgement=MUTED, aside=True),
    replace(PLAINLY, judgement=MUTED, aside=True, all_muted=True),
    replace(PLAINLY, judgement=replace(HEAVY, mutes=MUTED.mutes)),
    replace(PLAINLY, laid=False),
    replace(PLAINLY, judgement=replace(PLAIN, languages=("en",)), laid=False),
)


def test_a_filter_is_compiled_once():
    compiled = Compiled()
    first = compiled.choose(CALM, NOW, PLAINLY)
    assert first == compile_choice(CALM, NOW, PLAINLY)
    assert compiled.choose(parse("housing noise<=40"), LATER, PLAINLY) is first


@pytest.mark.parametrize("judged", OTHERS)
def test_it_is_compiled_anew_where_noise_is_judged_otherwise(judged):
    compiled = Compiled()
    first = compiled.choose(CALM, NOW, PLAINLY)
    now = compiled.choose(CALM, NOW, judged)
    assert now == compile_choice(CALM, NOW, judged)
    assert now != first


@pytest.mark.parametrize("text", ["newer:3d", "housing -(older:2h OR is:repost)"])
def test_what_hangs_on_the_time_of_day_is_compiled_each_time(text):
    compiled, node = Compiled(), parse(text)
    compiled.choose(node, NOW, PLAINLY)
    assert compiled.choose(node, LATER, PLAINLY) == compile_choice(node, LATER, PLAINLY)


def test_any_number_of_filters_can_be_asked():
    compiled = Compiled()
    nodes = [parse(f"min_likes:{number}") for number in range(2 * MOST + 1)]
    chosen = [compiled.choose(node, NOW, PLAINLY) for node in nodes]
    assert chosen == [compile_choice(node, NOW, PLAINLY) for node in nodes]
    assert len(compiled._choices) <= MOST
