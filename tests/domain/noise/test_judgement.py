"""Weights, languages, and the sums that they make."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import BadInput
from allybook.domain.filters.languages import OTHER_CODES
from allybook.domain.mutes import Mute, MuteKind, write_mutes
from allybook.domain.noise import DEFAULT_WEIGHTS, PLAIN, Judgement, Mark, NoiseKind, Verdict
from allybook.domain.noise.judgement import from_key, points_by_marks, points_of, read_judgement
from allybook.domain.noise.kinds import KINDS, RELIEFS
from allybook.domain.noise.languages import own_codes, read_languages
from allybook.domain.noise.weights import held, parse_weight, read_weights, write_weights

NOW = datetime(2026, 3, 30, 12, tzinfo=UTC)
chosen = st.dictionaries(st.sampled_from(NoiseKind), st.integers(-200, 200)).map(
    lambda told: DEFAULT_WEIGHTS | {kind: held(kind, points) for kind, points in told.items()}
)
languages = st.lists(st.sampled_from(("en", "de", "pt", "zh")), unique=True).map(tuple)


@given(chosen)
def test_weights_come_back_as_they_were(weights):
    assert read_weights(write_weights(weights)) == weights


@given(chosen, languages)
def test_a_judgement_comes_back_from_its_key(weights, codes):
    judgement = Judgement(weights, tuple(sorted(codes)))
    assert from_key(judgement.key) == judgement


def test_what_a_newer_version_wrote_does_no_harm():
    assert read_weights('{"unheard-of": 9, "repost": 900}')[NoiseKind.REPOST] == 100
    assert read_weights("") == DEFAULT_WEIGHTS


@pytest.mark.parametrize("key", KINDS)
def test_each_reason_can_be_typed(key):
    kind = KINDS[key]
    points = -7 if kind in RELIEFS else 7
    assert parse_weight(f"{key}={points}") == (kind, points)


@pytest.mark.parametrize(
    "text", ["repost", "repost=", "size=4", "repost=-3", "ally=5", "muted=101"]
)
def test_what_no_reason_can_weigh(text):
    with pytest.raises(BadInput):
        parse_weight(text)


def test_the_hashtags_over_the_fourth_add_a_third_each():
    many = [Mark.HASHTAGS + 16 * more for more in range(4)]
    assert [points_of(marks, DEFAULT_WEIGHTS) for marks in many] == [15, 20, 25, 30]


def test_every_set_of_marks_is_there_once():
    sets = points_by_marks(DEFAULT_WEIGHTS)
    assert len(sets) == 2**9 * 5
    assert {marks & Mark.MORE for marks in sets if not marks & Mark.HASHTAGS} == {0}


@given(chosen)
def test_every_set_of_marks_weighs_what_its_marks_weigh(weights):
    every = points_by_marks(weights)
    assert every == {marks: points_of(marks, weights) for marks in every}


@given(
    st.sampled_from(sorted(points_by_marks(DEFAULT_WEIGHTS))), chosen, st.booleans(), st.booleans()
)
def test_noise_is_cut_off_at_both_ends(marks, weights, ally, foreign):
    verdict = Verdict(marks, ally=ally, foreign=foreign, judgement=Judgement(weights))
    assert 0 <= verdict.noise <= 100


def test_muted_is_loud_even_for_an_ally():
    mute = Mute(MuteKind.WORD, "crypto")
    assert Verdict(0, mute=mute).noise == 100
    assert Verdict(Mark.QUESTION | Mark.CHAT, ally=True, mute=mute).noise == 50


def test_languages_of_ones_own():
    assert not PLAIN.is_foreign("ja")
    own = Judgement(languages=("en", "pt"))
    codes = ("en", "en-gb", "pt-br", "und", "", "qme", "zxx", "ja")
    assert [own.is_foreign(code) for code in codes] == [False] * 7 + [True]
    assert own_codes(["ID"]) >= {"id", "in", "und"}


@pytest.mark.parametrize(("code", "usual"), OTHER_CODES.items())
def test_a_language_is_ones_own_by_each_of_its_codes(code, usual):
    for own in (code, usual):
        languages = read_languages(f"en {own}", ())
        assert languages == ("en", usual)
        assert not any(Judgement(languages=languages).is_foreign(one) for one in (code, usual))
        assert own_codes([own]) >= {code, usual}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ("fr", "en")),
        ("all", ()),
        ("de", ("de",)),
        ("de es", ("de", "es")),
        ("nb nn en", ("no", "en")),
    ],
)
def test_languages_as_they_are_kept(text, found):
    assert read_languages(text, ("fr", "en")) == found


def test_only_the_mutes_in_force_are_judged_by():
    ended = Mute(MuteKind.WORD, "old", NOW)
    lasting = Mute(MuteKind.WORD, "new", NOW + timedelta(seconds=1))
    settings = {"mutes": write_mutes([ended, lasting]), "weights": '{"repost": 1}'}
    judgement = read_judgement(lambda name: settings.get(name, ""), NOW, ("en",))
    assert judgement.mutes == (lasting,)
    assert judgement.weights[NoiseKind.REPOST] == 1
    assert judgement.languages == ("en",)
