"""The word lists, measured on posts that were labelled by hand before the lists were written.

In the further languages the lists had found 45 % of the bait, all of it rightly, when its posts had
been labelled; they were mended then, and the held out posts were written after that. Of the
giveaways as X has them the lists had found 22 % (one wrongly), before they were mended for these.
The everyday posts were chosen against the lists: of what was found there half was bait. On the
fresh ones among them, which were written after the mend, it is 19 of 21, and 19 of 20 are found.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from allybook.domain.filters.words import text_words
from allybook.domain.noise.asking import asks
from allybook.domain.noise.bait import find_bait, is_bait
from allybook.domain.noise.cutting import bait_words, cut_wording
from allybook.domain.noise.wording import shipped_text

LABELLED = Path(__file__).with_name("labelled.toml")
GIVEAWAYS = Path(__file__).with_name("giveaways.toml")
FURTHER = Path(__file__).with_name("further.toml")
HELD_OUT = Path(__file__).with_name("held_out.toml")
ORGANISERS = Path(__file__).with_name("organisers.toml")
EVERYDAY = Path(__file__).with_name("everyday.toml")
READER = Path(__file__).with_name("reader.toml")
LANGUAGES = ("en", "de", "es", "fr", "pt")
GIVEAWAY_LANGUAGES = ("en", "es", "de", "fr", "pt", "it")
FURTHER_LANGUAGES = ("it", "nl", "pl", "tr", "ru", "ja")


def read(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Return label and text of each post, by language."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        language: [
            *(
                (label, text)
                for label, texts in labels.items()
                if label != "hard"
                for text in texts
            ),
            *((label, text) for label, text in labels.get("hard", ())),
        ]
        for language, labels in tables.items()
    }


def measure(rows: list[tuple[str, str]]) -> tuple[float, float]:
    """Return precision and recall of finding bait."""
    found = [label for label, text in rows if find_bait(text)]
    right = found.count("bait")
    return right / len(found), right / sum(label == "bait" for label, _ in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_bait_is_told_from_what_organisers_write(language):
    rows = read(LABELLED)[language]
    precision, recall = measure(rows)
    assert len(rows) >= 30
    assert precision >= 0.9
    assert recall >= 0.9


def test_bait_that_the_lists_were_not_written_for():
    rows = [row for each in read(HELD_OUT).values() for row in each]
    precision, recall = measure(rows)
    assert precision >= 0.95
    assert recall >= 0.7


@pytest.mark.parametrize("language", GIVEAWAY_LANGUAGES)
def test_giveaways_as_they_are_written_on_x(language):
    rows = read(GIVEAWAYS)[language]
    precision, recall = measure(rows)
    assert len(rows) == 20
    assert precision >= 0.9
    assert recall >= 0.9


@pytest.mark.parametrize("language", FURTHER_LANGUAGES)
def test_bait_in_further_languages(language):
    rows = read(FURTHER)[language]
    precision, recall = measure(rows)
    assert len(rows) >= 25
    assert precision >= 0.95
    assert recall >= 0.9


def test_everyday_speech_is_no_bait_and_bait_in_the_same_words_is():
    tables = read(EVERYDAY)
    assert tables.keys() >= json.loads(shipped_text("bait.json"))["languages"].keys()
    for rows in tables.values():
        assert {label for label, _ in rows} == {"bait", "calm"}
    precision, recall = measure([row for rows in tables.values() for row in rows])
    assert precision >= 0.97
    assert recall >= 0.97


def test_questions_in_further_languages():
    rows = [row for each in read(FURTHER).values() for row in each if row[0] != "bait"]
    found = [label for label, text in rows if asks(text)]
    assert found.count("question") >= 0.95 * len(found)
    assert found.count("question") >= 0.95 * sum(label == "question" for label, _ in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_known_by_their_mark(language):
    rows = [(label, asks(text)) for label, text in read(LABELLED)[language]]
    wanted = [found for label, found in rows if label == "question"]
    others = [found for label, found in rows if label != "question"]
    assert sum(wanted) >= 0.7 * len(wanted)
    assert sum(others) <= 1


def test_every_phrase_of_the_lists_is_found():
    tables = json.loads(shipped_text("bait.json"))["languages"]
    for table in tables.values():
        for phrase in table["telling"]:
            assert phrase in find_bait(f"so {phrase} now")


def test_what_leans_needs_one_of_its_words_beside_it():
    tables = json.loads(shipped_text("bait.json"))["languages"]
    for group in (group for table in tables.values() for group in table.get("leaning", ())):
        for phrase in group["say"]:
            assert find_bait(f"so {phrase} now") == ()
            for one in group["beside"]:
                if f" {phrase} " not in f" {one} ":
                    assert find_bait(f"so {phrase} now. And {one} too")


def test_a_word_within_what_is_said_does_not_stand_beside_it():
    wording = cut_wording(
        '{"languages": {"xx": {"telling": ["free lunch"],'
        ' "leaning": [{"say": ["prize draw"], "beside": ["prize", "win it"]}]}}}'
    )
    assert wording.known == {"lunch", "prize"}
    assert wording.phrases["prize"] == [((" prize draw ", "prize draw"), ("prize", "win it"))]
    assert find_bait("in palio") == find_bait("preis, gratuit") == ()
    assert find_bait("What a prize: two tickets") == ("prize", "tickets")


@pytest.mark.parametrize("path", [LABELLED, GIVEAWAYS, FURTHER, HELD_OUT, EVERYDAY])
def test_whether_and_what_is_found_are_the_same(path):
    texts = [text for rows in read(path).values() for _, text in rows]
    # Quoted, a giveaway may be a warning.
    texts += [f"This is a scam: “{text}”" for text in texts]
    told = [is_bait(text, text_words(text)) for text in texts]
    assert told == [find_bait(text) != () for text in texts]
    assert {True, False} == set(told)


def test_the_lists_are_read_once():
    assert bait_words() is bait_words()


def test_the_errand_of_organisers_is_no_bait():
    posts = tomllib.loads(ORGANISERS.read_text(encoding="utf-8"))["posts"]
    assert [post for post in posts if find_bait(post)] == []


def test_what_a_reader_found_missing_is_found_and_nothing_of_an_organiser_is():
    told = tomllib.loads(READER.read_text(encoding="utf-8"))
    assert [post for post in told["bait"] if not find_bait(post)] == []
    assert [post for post in told["calm"] if find_bait(post)] == []
