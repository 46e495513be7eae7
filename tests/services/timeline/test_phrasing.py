"""Posts that ask to act, found by the lists that ship."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allybook.domain.filters.match import matcher
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.subject import Subject
from allybook.domain.filters.tree import And, Not, On, Term, terms_of
from allybook.domain.posts import Post
from allybook.gateway.query import to_query
from allybook.services.timeline.phrasing import phrase_filter, phrase_tree
from allybook.services.timeline.views import views

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
NOISE = Path(__file__).parents[2] / "domain" / "noise"
ALERTS = tomllib.loads((NOISE / "alerts.toml").read_text(encoding="utf-8"))
LABELLED = tomllib.loads((NOISE / "labelled.toml").read_text(encoding="utf-8"))
LANGUAGES = ("en", "de", "es", "fr")


def found(language, texts):
    """Return which texts the view keeps of who reads English and this language."""
    keeps = matcher(phrase_tree("alerts", [language]), NOW)
    return [text for text in texts if keeps(Subject(Post("1", "2", NOW, text)))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("written", "recall"), [("first", 0.9), ("second", 0.6)])
def test_alerts_are_found_and_their_words_alone_are_none(written, language, recall):
    texts = ALERTS[written][language]
    assert len(found(language, texts["alert"])) >= recall * len(texts["alert"])
    assert len(found(language, texts["calm"])) <= len(texts["calm"]) // 5


def test_few_posts_in_all_are_taken_for_alerts_wrongly():
    wrong = [
        text
        for sets in ALERTS.values()
        for language, texts in sets.items()
        for text in found(language, texts["calm"])
    ]
    assert len(wrong) <= 4


@pytest.mark.parametrize("language", [*LANGUAGES, "pt"])
def test_neither_bait_nor_questions_are_alerts(language):
    labels = LABELLED[language]
    assert len(found(language, labels["alert"])) >= 0.7 * len(labels["alert"])
    assert found(language, labels["bait"] + labels["question"] + labels["calm"]) == []


@pytest.mark.parametrize("language", [*LANGUAGES, "pt"])
def test_x_is_asked_for_both_sides_of_a_pair_or_would_sell_every_call(language):
    pairs = [one for one in phrase_tree("alerts", [language]).parts if isinstance(one, And)]
    for pair in pairs:
        asked = to_query(And((pair, Not(Term(On.IS, "repost")))))
        assert set(terms_of(pair)) <= set(terms_of(asked.sifted))
    assert len(pairs) >= 2


def test_the_view_is_a_filter_like_any_other(desk):
    [alerts] = (view for view in views(desk) if view.name == "Action alerts")
    assert phrase_filter(desk, "alerts") in alerts.text
    assert show(parse(alerts.text)) == show(normalise(parse(alerts.text)))


def test_questions_are_what_noise_marks_as_questions(desk):
    [questions] = (view for view in views(desk) if view.name == "Questions")
    assert questions.text == "is:question -is:repost"
