"""Tests of languages called by their own names, by other codes, and mistyped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import FilterError
from allybook.domain.filters.languages import LANGUAGES
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tongues import (
    called,
    count_slips,
    find_language,
    find_languages,
    find_slip,
)
from tests.cases import cases


def refuse(text):
    with pytest.raises(FilterError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("deutsch", "de"),
        ("Deutsch", "de"),
        ("deu", "de"),
        ("ger", "de"),
        ("deu-AT", "de"),
        ("german", "de"),
        ("español", "es"),
        ("espanol", "es"),
        ("svenska", "sv"),
        ("mandarin", "zh"),
        ("français", "fr"),
        ("nederlands", "nl"),
        ("norsk", "no"),
        ("türkçe", "tr"),
        ("farsi", "fa"),
        ("filipino", "tl"),
        ("русский", "ru"),
        ("日本語", "ja"),
        ("हिन्दी", "hi"),
        ("hebrew", "iw"),
        ("indonesian", "in"),
    ],
)
def test_a_language_is_known_by_its_own_name_and_by_other_codes(typed, code):
    error = refuse(f"lang:{typed}")
    assert error.suggestion == f"lang:{code}"
    assert str(error) == f"X writes “{typed}” as lang:{code}."


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("englsh", "en"),
        ("gemran", "de"),
        ("frnch", "fr"),
        ("espanyol", "es"),
        ("portugese", "pt"),
        ("svesnka", "sv"),
    ],
)
def test_a_mistyped_name_is_asked_back(typed, code):
    error = refuse(f"lang:{typed}")
    assert error.suggestion == f"lang:{code}"
    assert str(error) == f"lang: does not know “{typed}”; did you mean lang:{code}?"


@pytest.mark.parametrize(
    "typed",
    ["xx", "zzz", "klingon", "swahili", "afrikaans", "irish", "javanese", "latin", "deutch", "…"],
)
def test_what_is_another_language_or_could_be_two_is_not_guessed(typed):
    error = refuse(f"lang:{typed}")
    assert error.suggestion == ""
    assert str(error) == f"X knows no language “{typed}”: write a code, as in lang:en."


def test_each_language_is_called_something_and_no_name_is_of_two():
    assert set(called().values()) == set(LANGUAGES)
    assert not set(called()) & set(LANGUAGES)
    assert [find_slip(name) for name in called() if len(name) > 7] == [
        code for name, code in called().items() if len(name) > 7
    ]


letters = st.text("abc", max_size=5)


@given(letters, letters)
@cases(300)
def test_slips_count_the_same_either_way(one, other):
    slips = count_slips(one, other)
    assert slips == count_slips(other, one) <= max(len(one), len(other))
    assert (slips == 0) == (one == other)


@pytest.mark.parametrize(
    ("one", "other", "slips"), [("ab", "ba", 1), ("abc", "", 3), ("abc", "adc", 1), ("a", "abc", 2)]
)
def test_slips(one, other, slips):
    assert count_slips(one, other) == slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("de,en", "(lang:de OR lang:en)"),
        ("deutsch,english", "(lang:de OR lang:en)"),
        ("de,", "lang:de"),
    ],
)
def test_a_list_of_languages_is_one_or_the_other(typed, meant):
    error = refuse(f"lang:{typed}")
    assert error.suggestion == meant
    assert str(error) == f"X writes “{typed}” as {meant}."
    parse(meant)


@given(st.sampled_from(sorted(called())))
@cases(300)
def test_each_name_and_code_is_found_in_any_case_and_among_others(name):
    code = called()[name]
    assert find_language(name) == code
    assert find_language(f" {name.upper()} ") == code
    assert find_languages(f"en,{name}") == (tuple(dict.fromkeys(["en", code])), "")


@given(st.text(max_size=40))
@cases(300)
def test_whatever_is_typed_gives_languages_that_x_knows(text):
    found, unknown = find_languages(text)
    assert set(found) <= LANGUAGES.keys()
    assert unknown in text
