# ruff: noqa: RUF001 (question marks of other scripts)
"""What asks something: with a question mark, with a number, or by how it begins or ends."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from allybook.domain.filters.words import words_of_all
from allybook.domain.noise.asking import asks, asks_by_opening, asks_by_sign
from allybook.domain.noise.cutting import openings
from allybook.domain.noise.wording import shipped_text

ASKED = tomllib.loads(Path(__file__).with_name("asked.toml").read_text(encoding="utf-8"))
LANGUAGES = ("en", "de", "es", "fr", "pt")
LABELLED, FRESH = (
    tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    for name in ("questions.toml", "questions_fresh.toml")
)
"""Before the lists were widened, and after: the second one tells how well they do."""
TOGETHER = {
    kind: [text for told in FRESH.values() for text in told.get(kind, ())]
    for kind in ("signed", "unsigned", "titled", "calm", "signed_later", "titled_later", "lost")
}
LETTERS = 400_000
SIGNED, TITLED = ("signed", "signed_later"), ("titled", "titled_later")


def figures(told, asked=(*SIGNED, "unsigned"), others=(*TITLED, "calm")):
    """Return precision and recall of a labelled set."""
    every = [text for kind in asked for text in told.get(kind, ())]
    found = sum(map(asks, every))
    wrong = sum(asks(text) for kind in others for text in told.get(kind, ()))
    return found / (found + wrong), found / len(every)


@pytest.mark.parametrize("language", LABELLED)
def test_what_the_lists_were_made_for_is_told_apart(language):
    assert figures(LABELLED[language]) == (1, 1)
    assert sum(map(len, LABELLED[language].values())) >= 25


@pytest.mark.parametrize("language", FRESH)
def test_what_the_lists_were_not_made_for_is_mostly_told_apart(language):
    precision, recall = figures(FRESH[language])
    assert precision >= 0.66
    assert recall >= 0.8


def test_how_well_it_is_told_apart_in_all():
    precision, recall = figures(TOGETHER)
    assert precision >= 0.74
    assert recall >= 0.84


def test_whoever_asks_with_a_question_mark_is_found():
    precision, recall = figures(TOGETHER, SIGNED, TITLED)
    assert precision >= 0.72
    assert recall == 1


def test_whoever_asks_without_one_is_found_in_two_of_three():
    precision, recall = figures(TOGETHER, ("unsigned",), ("calm",))
    assert precision >= 0.79
    assert recall >= 0.68


@pytest.mark.parametrize("text", TOGETHER["lost"])
def test_whoever_needs_something_asks_though_it_begins_as_an_offer_does(text):
    assert asks(text)


def test_adverts_that_begin_as_a_question_ask_nobody():
    assert sum(map(asks, TOGETHER["titled_later"])) <= 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quieres venir conmigo?", True),
        ("Want to volunteer? https://x.example/v", False),
        ("Do you want to help out every Tuesday and Friday? Call us", False),
        ("Do you need the key back tonight? I am here until nine", True),
        ("Struggling with rent, food and bills? Our pantry is open", False),
        ("Struggling with rent - what now?", True),
        ("Is the law any good? Our new report", False),
        ("What would you change in the law? Our new report asks", True),
        ("@ana need help with rent? Call us", True),
    ],
)
def test_an_offer_is_short_or_goes_on_as_one(text, expected):
    assert asks(text) is expected


@pytest.mark.parametrize("text", ["Who has a form?", "本当ですか？", "هل تعرف؟"])
def test_questions(text):
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Q3: Name one form that saves your week #SwHelper",
        "#SwHelper Q1. Share your favourite shelter.",
        "Q12) Tell us about your town",
        "Question 2: describe a good handover",
        "@ana Q.4 - one word for this week",
        "🗨️ Q5 – your first day in the field",
    ],
)
def test_the_numbered_question_of_a_chat_needs_no_mark(text):
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Q3 results are out: donations up",
        "Q3.5 of the form is new",
        "Q4-2026 budget adopted",
        "A3: for Q3: I name the intake form",
        "Re Q3: the intake form",
        "IQ3: no",
        "Q123: no chat is so long",
        "q is a letter",
        "https://x.example/Q3: a page",
    ],
)
def test_other_letters_and_numbers_are_no_questions(text):
    assert not asks(text)


@pytest.mark.parametrize("text", ["No.", "See https://x.example/?a=1", ""])
def test_no_questions(text):
    assert not asks(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_without_a_sign_are_told_from_what_sounds_alike(language):
    asked, calm = ASKED[language]["asks"], ASKED[language]["calm"]
    assert sum(map(asks, asked)) >= 0.7 * len(asked)
    assert sum(map(asks, calm)) <= 1
    assert min(len(asked), len(calm)) >= 10


@pytest.mark.parametrize(
    "text",
    [
        "#SwHelper A1: does anyone know a form",
        "@ana @ben Looking for a speaker on grief",
        "RT @ana: Does anyone know a shelter",
        "We are full tonight. Can anybody recommend a shelter",
        "(We are full!) Can anybody recommend a shelter",
        "Full again\nany advice on beds",
        "🗨️ “Anyone else had trouble with the form”",
        "Hi all! Quick question: does anyone have a form",
        "https://x.example/a Has anyone read this",
        "DOES ANYONE KNOW A SHELTER",
        "Alguem conhece uma interprete",
    ],
)
def test_a_sentence_that_opens_so_asks(text):
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Who has paid for it has not been asked",
        "How do we pay for it has not been asked",
        "As somebody who has been homeless",
        "Anyone who has been there knows",
        "Anyone can join us",
        "She wonders if does anyone know is a good start",
        "See https://x.example/does-anyone-know now",
        "Do not say: does anyone know a shelter",
        "#does anyone",
    ],
)
def test_the_same_words_elsewhere_ask_nothing(text):
    assert not asks(text)


def spaced(runs):
    return {f" {' '.join(run)} " for run in runs}


def test_every_opening_is_found_by_a_word_that_few_posts_have():
    told = openings()
    every = told.asking.starts | told.asking.ends
    assert {row for rows in told.said.by_head.values() for row in rows} == spaced(every)
    assert all(asks(" ".join(run)) for run in every - told.unless.starts)
    tables = json.loads(shipped_text("asking.json"))["languages"].values()
    heads = words_of_all([head for table in tables for head in table["heads"]])
    assert {head for (head,) in heads} == told.said.heads


def test_what_is_left_out_begins_as_an_opening_does():
    told = openings()
    for run in told.unless.starts:
        assert any(run[: len(opening)] == opening for opening in told.asking.starts)
        assert not asks(" ".join(run))
    beginnings = (told.unless, told.greetings, told.answers, told.invites, told.further)
    assert not any(runs.ends for runs in beginnings)


def test_every_title_asks_nobody_in_spite_of_its_mark():
    told = openings()
    rows = {row for rows in told.unasked.by_head.values() for row in rows}
    titles, offers = (runs.starts | runs.ends for runs in (told.titles, told.offers))
    assert rows == spaced(titles | offers | told.answers.starts | told.invites.starts)
    for run in titles:
        assert not asks(f"{' '.join(run)}?")
    for run in offers - titles:
        assert asks(f"{' '.join(run)}?")
        assert not asks(f"{' '.join(run)}? Call us")
    for run in told.invites.starts:
        assert not asks(f"Do you want to? {' '.join(run)}")
    for run in told.answers.starts:
        assert not asks(f"A new law? {' '.join(run)}")


@pytest.mark.parametrize(
    "text",
    [
        "“Who pays?” – and what would you have said?",
        "Need help: who has a van on Friday?",
        "Has anyone used this? Read the manual first",
        "Who is in?? 🙏",
        "(Is the hall free?)",
        "Our guide is out. Which page do you miss? https://x.example/guide?page=2",
        "Qui a une salle\u202f?",
        "«Who pays?» «Who knows?»",
        "either/or? tell me",
    ],
)
def test_a_mark_asks_unless_all_of_it_is_told_or_offered(text):
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "???",
        "🤔 ?!?!",
        "She said “who pays?” and left",
        "See x.example/list?page=2 for more",
        "Q2: revenue up, guidance unchanged",
        "Hi all! Did you know? Beds are free",
    ],
)
def test_a_mark_alone_or_of_somebody_else_asks_nothing(text):
    assert not asks(text)


def test_the_lists_are_read_once():
    assert openings() is openings()


@pytest.mark.parametrize(
    "text",
    [
        "anyone. ",
        "does anyone know",
        ".",
        "need help? ",
        "“a ",
        '"?',
        "/?",
        "?!",
        "a/",
    ],
)
def test_no_text_takes_long(text):
    """A square of so many letters would come to no end before the test does."""
    told = text * (LETTERS // len(text))
    (words,) = words_of_all([f"{told} does anyone know"])
    assert not asks_by_opening(f"{told}, still does anyone know", words)
    assert isinstance(asks_by_sign(f"{told} ?", words), bool)
