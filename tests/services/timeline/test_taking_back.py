"""What was chosen is taken back as it was, and nothing that anybody chose meanwhile is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput, StorageError
from allybook.domain.filters.parse import parse
from allybook.domain.mutes import MuteKind, Spell
from allybook.domain.noise import NoiseKind
from allybook.domain.noise.kinds import DEFAULT_WEIGHTS
from allybook.services.timeline.mutes import mute, mutes, unmute
from allybook.services.timeline.noise import languages, set_languages, set_weights, weights
from allybook.services.timeline.spare import forget_spared, rules, spare
from allybook.services.timeline.taking_back import Choices, turn_all_back, turn_back, watch
from tests.fakes.settings import FullSettings

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
    assert (turn is not None) is changed


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


def weighing(kind, points):
    return lambda desk: set_weights(desk, {kind: points})


def speaking(*codes):
    return lambda desk: set_languages(desk, codes)


JUDGING = st.one_of(
    CHOICES,
    st.builds(weighing, st.sampled_from([NoiseKind.REPOST, NoiseKind.NEAR]), st.integers(0, 99)),
    st.builds(speaking, st.sampled_from(["en", "de", "ja"])),
)


def chosen(desk):
    """Return all that can be chosen, in whatever order it stands."""
    told = ({*mutes(desk)}, {rule for rule, _node in rules(desk)})
    return (*told, weights(desk), languages(desk))


@ONE_DESK
@given(before=st.lists(JUDGING, max_size=3), during=st.lists(JUDGING, max_size=5))
def test_all_that_was_chosen_is_taken_back_in_one_step(desk, before, during):
    clear(desk)
    for one in before:
        one(desk)
    was, choices = chosen(desk), Choices(desk)
    for one in during:
        one(choices.desk)
    is_other = chosen(desk) != was
    assert bool(choices.turns()) is is_other
    turn_all_back(desk, choices.turns())
    assert chosen(desk) == was


def test_what_others_choose_while_somebody_chooses_stays(desk):
    choices = Choices(desk)
    mute(choices.desk, MuteKind.WORD, "beds")
    mute(desk, MuteKind.WORD, "food")
    mute(choices.desk, MuteKind.WORD, "rent")
    turn_all_back(desk, choices.turns())
    assert [one.value for one in mutes(desk)] == ["food"]


def test_rows_that_went_one_after_the_other_stand_as_they_stood(desk):
    for word in ("beds", "food", "rent"):
        mute(desk, MuteKind.WORD, word)
    choices = Choices(desk)
    for word in ("beds", "food"):
        unmuting(word)(choices.desk)
    turn_all_back(desk, choices.turns())
    assert [one.value for one in mutes(desk)] == ["beds", "food", "rent"]


def test_weights_that_were_changed_again_stay(desk):
    choices = Choices(desk)
    set_weights(choices.desk, {NoiseKind.REPOST: 70})
    set_weights(desk, {NoiseKind.REPOST: 30})
    with pytest.raises(BadInput, match="changed again since"):
        turn_all_back(desk, choices.turns())
    assert weights(desk)[NoiseKind.REPOST] == 30


def test_where_one_thing_was_changed_again_nothing_is_taken_back(desk):
    choices = Choices(desk)
    set_weights(choices.desk, {NoiseKind.REPOST: 70})
    mute(choices.desk, MuteKind.WORD, "beds")
    set_languages(choices.desk, ["de"])
    set_languages(desk, ["ja"])
    now, heard = chosen(desk), []
    stop = desk.announcer.listen(heard.append)
    with pytest.raises(BadInput, match="changed again since"):
        turn_all_back(desk, choices.turns())
    assert chosen(desk) == now
    assert heard == []
    set_languages(desk, ["de"])
    turn_all_back(desk, choices.turns())
    stop()
    assert (weights(desk)[NoiseKind.REPOST], mutes(desk)) == (25, ())
    assert heard[-1] == Changed(settings=True, posts=True)


def test_a_mute_that_is_gone_since_keeps_the_weights_as_well(desk):
    choices = Choices(desk)
    set_weights(choices.desk, {NoiseKind.REPOST: 70})
    mute(choices.desk, MuteKind.WORD, "beds")
    unmuting("beds")(desk)
    with pytest.raises(BadInput, match="changed again since"):
        turn_all_back(desk, choices.turns())
    assert weights(desk)[NoiseKind.REPOST] == 70


OWN = st.builds(
    weighing, st.sampled_from([NoiseKind.REPOST, NoiseKind.GIVEAWAY]), st.integers(0, 9)
)
OTHERS = st.builds(
    weighing, st.sampled_from([NoiseKind.NEAR, NoiseKind.SHOUTING]), st.integers(0, 99)
)


@ONE_DESK
@given(st.lists(st.tuples(st.booleans(), OWN, OTHERS), max_size=6))
def test_weights_that_others_choose_meanwhile_stay(desk, turns):
    set_weights(desk, DEFAULT_WEIGHTS)
    choices, alone = Choices(desk), {}
    for is_own, own, other in turns:
        (own if is_own else other)(choices.desk if is_own else desk)
        if not is_own:
            alone = {kind: weights(desk)[kind] for kind in (NoiseKind.NEAR, NoiseKind.SHOUTING)}
    turn_all_back(desk, choices.turns())
    assert weights(desk) == {**DEFAULT_WEIGHTS, **alone}


def test_a_weight_that_another_chose_in_between_is_what_comes_back(desk):
    choices = Choices(desk)
    set_weights(choices.desk, {NoiseKind.REPOST: 70})
    set_languages(choices.desk, ["de"])
    set_weights(desk, {NoiseKind.REPOST: 33})
    set_languages(desk, ["ja"])
    set_weights(choices.desk, {NoiseKind.REPOST: 71})
    set_languages(choices.desk, ["fr"])
    turn_all_back(desk, choices.turns())
    assert (weights(desk)[NoiseKind.REPOST], languages(desk)) == (33, ("ja",))


@pytest.mark.parametrize("choose", [weighing(NoiseKind.REPOST, 70), speaking("de"), muting("beds")])
def test_what_was_not_kept_is_nothing_to_take_back(desk, choose):
    choices = Choices(replace(desk, settings=FullSettings(desk.settings)))
    with pytest.raises(StorageError):
        choose(choices.desk)
    assert choices.turns() == ()
