"""Spoken words are plain text to everyone, and remember how they were made."""

import copy

import msgspec
import pytest

from allybook.domain.errors import BadInput
from allybook.domain.spoken import Spoken, as_plain, speak, speak_list, speak_many


def test_words_are_the_pattern_with_its_places_filled():
    said = speak("“{name}” has more than {most:,} rows.", name="{a} b", most=1200)
    assert said == "“{a} b” has more than 1,200 rows."
    assert said.key == said.pattern == "“{name}” has more than {most:,} rows."
    assert said.parts == {"name": "{a} b", "most": 1200}


def test_a_pattern_without_parts_is_taken_as_it_is():
    assert speak("set {it} down") == "set {it} down"


@pytest.mark.parametrize(("number", "words"), [(1, "1 like"), (0, "0 likes"), (7, "7 likes")])
def test_a_plural_is_found_under_its_pattern_for_many(number, words):
    said = speak_many(number, "{n} like", "{n} likes")
    assert said == words
    assert (said.key, said.number) == ("{n} likes", number)


def test_a_list_keeps_its_parts_and_its_link():
    said = speak_list([speak("ally"), "b", "c"], speak(" or "))
    assert said == "ally or b or c"
    assert isinstance(said.parts["link"], Spoken)
    assert speak_list([]) == ""


def test_an_error_says_plain_english_and_keeps_how_it_was_made():
    error = BadInput(speak("There is no book “{called}” here.", called="Ours"))
    assert type(str(error)) is str
    assert str(error) == "There is no book “Ours” here."
    assert isinstance(error.words, Spoken)
    assert BadInput().words == ""


def test_copies_stay_spoken():
    said = speak("by @{handle}", handle="ana")
    assert copy.copy(said).parts == copy.deepcopy(said).parts == {"handle": "ana"}


def test_json_has_them_as_plain_text():
    assert msgspec.json.encode([speak("ally")], enc_hook=as_plain) == b'["ally"]'
    with pytest.raises(TypeError):
        msgspec.json.encode([object()], enc_hook=as_plain)
