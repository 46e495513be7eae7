"""What was chosen is taken back as it was, and nothing that anybody chose meanwhile is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse
from allybook.domain.mutes import MuteKind, Spell
from allybook.services.timeline.mutes import mute, mutes, unmute
from allybook.services.timeline.spare import forget_spared, rules, spare
from allybook.services.timeline.taking_back import turn_back, watch

WORDS = ("beds", "food", "rent", "café", "Cafe")
RULES = ("#beds", "from:ana", "has:links", "chat:swhelper")
ONE_DESK = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def clear(desk):
    """Leave nothing that an earlier example chose."""
    for one in mutes(desk):
        unmute(desk, one)
    for _rule, node in rules(desk):
        forget_spared(desk, node)


def muting(word, spell=Spell.EVER):
    return lambda desk: mute(desk, MuteKind.WORD, word, spell)


def unmuting(word):
    return lambda desk: [unmute(desk, one) for one in mutes(desk) if one.value == word]


def sparing(text):
    return lambda desk: spare(desk, parse(text))


def hiding(text):
    return lambda desk: forget_spared(desk, parse(text))


CHOICES = st.one_of(
    st.builds(muting, st.sampled_from(WORDS), st.sampled_from(list(Spell))),
    st.builds(unmuting, st.sampled_from(WORDS)),
    st.builds(sparing, st.sampled_from(RULES)),
    st.builds(hiding, st.sampled_from(RULES)),
)


@ONE_DESK
@given(before=st.lists(CHOICES, max_size=4), choice=CHOICES)
def test_whatever_was_chosen_is_as_it_was_once_it_is_taken_back(desk, before, choice):
    clear(desk)
    for one in before:
        one(desk)
    was = mutes(desk), rules(desk)
    _, turn = watch(desk, choice)
    changed = (mutes(desk), rules(desk)) != was
    if turn is not None:
        turn_back(desk, turn)
    assert (mutes(desk), rules(desk)) == was
    assert turn is not None or not changed


@ONE_DESK
@given(st.lists(st.sampled_from(WORDS[:3]), max_size=3, unique=True))
def test_what_others_choose_meanwhile_stays(desk, others):
    clear(desk)
    mute(desk, MuteKind.WORD, "first")
    _, turn = watch(desk, muting("clinic"))
    for word in others:
        mute(desk, MuteKind.WORD, word)
    turn_back(desk, turn)
    assert [one.value for one in mutes(desk)] == ["first", *others]


def test_what_is_chosen_already_changes_nothing(desk):
    for word in ("beds", "food"):
        mute(desk, MuteKind.WORD, word, Spell.DAY)
    _, turn = watch(desk, muting("beds", Spell.DAY))
    assert turn is None
    assert [one.value for one in mutes(desk)] == ["beds", "food"]
    for text in RULES[:2]:
        spare(desk, parse(text))
    _, turn = watch(desk, sparing(RULES[0]))
    assert turn is None
    assert [rule.text for rule, _node in rules(desk)] == list(RULES[:2])


def test_what_was_muted_for_longer_is_muted_as_long_again(desk):
    mute(desk, MuteKind.WORD, "beds", Spell.EVER)
    _, turn = watch(desk, muting("beds", Spell.DAY))
    assert mutes(desk)[0].until == desk.clock.now() + timedelta(days=1)
    turn_back(desk, turn)
    assert [(one.value, one.until) for one in mutes(desk)] == [("beds", None)]


def test_what_was_changed_again_is_not_taken_back(desk):
    _, turn = watch(desk, muting("beds", Spell.DAY))
    mute(desk, MuteKind.WORD, "beds", Spell.EVER)
    with pytest.raises(BadInput, match="changed again since"):
        turn_back(desk, turn)
    assert [(one.value, one.until) for one in mutes(desk)] == [("beds", None)]


def test_what_was_heard_again_and_muted_anew_stays_as_it_was_muted_last(desk):
    mute(desk, MuteKind.WORD, "café", Spell.WEEK)
    _, turn = watch(desk, unmuting("café"))
    mute(desk, MuteKind.WORD, "cafe", Spell.EVER)
    turn_back(desk, turn)
    assert [(one.value, one.until) for one in mutes(desk)] == [("cafe", None)]
