# ruff: noqa: RUF001 (question marks of other scripts)
"""What asks something: with a question mark, with a number, or by how it begins."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from allybook.domain.filters.words import words_of_all
from allybook.domain.noise.asking import asks, asks_by_opening, openings

ASKED = tomllib.loads(Path(__file__).with_name("asked.toml").read_text(encoding="utf-8"))
LANGUAGES = ("en", "de", "es", "fr", "pt")


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


def test_every_opening_is_found_by_a_word_that_few_posts_have():
    told = openings()
    rows = {row for rows in told.by_head.values() for row in rows}
    assert rows == {f" {' '.join(run)} " for run in told.asking}
    assert all(asks(" ".join(run)) for run in told.asking - told.unless)
    assert told.heads == told.by_head.keys()


def test_what_is_left_out_begins_as_an_opening_does():
    told = openings()
    for run in told.unless:
        assert any(run[: len(opening)] == opening for opening in told.asking)
        assert not asks(" ".join(run))


def test_the_lists_are_read_once():
    assert openings() is openings()


@pytest.mark.parametrize("text", ["anyone. " * 9_000, "does anyone know" * 9_000, "." * 99_000])
def test_no_text_takes_long(text):
    (words,) = words_of_all([f"{text} does anyone know"])
    start = time.process_time()
    assert not asks_by_opening(f"{text}, still does anyone know", words)
    assert time.process_time() - start < 1
