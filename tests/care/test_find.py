import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.care.find import Caution, find
from allybook.domain.care.lexicon import Group, fold, read, unseam
from allybook.domain.errors import BadInput
from tests.fakes.desk import CARE

LITTLE = read(
    {
        "en": """
[work]
before = ["works on"]
after = ["lawyer"]
speaks = ["is"]
apart = ["of"]
[health]
reason = "Ask first."
words = ["depress*", "*itis", "long covid", "=blind", "diagnos* with"]
but = ["depression era"]
"""
    }
)

LISTED = ["depressed", "gay", "Muslim", "undocumented"]


def words(text):
    return [one.word for one in find(text, LITTLE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Depressed since May", ["depressed"]),
        ("DÉPRESSED", ["depressed"]),
        ("arthritis", ["arthritis"]),
        ("has Long  Covid.", ["long covid"]),
        ("blind", ["blind"]),
        ("a blind spot", []),
        ("a long, covid winter", []),
        ("undepressed", []),
        ("Depression era photographs", []),
        ("longCovid", ["long covid"]),
        ("diagnosed with something", ["diagnosed with"]),
        ("depressed, and depressed again", ["depressed"]),
        ("", []),
        ("🙂 !!", []),
    ],
)
def test_words_are_found_whole_by_folded_letters(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("works on depression in schools", []),
        ("works on a ship and is depressed", ["depressed"]),
        ("works on Fridays, depressed", ["depressed"]),
        ("depression lawyer", []),
        ("depressed friend of a lawyer", ["depressed"]),
        ("works on one two three four depression", ["depression"]),
    ],
)
def test_what_somebody_works_on_is_their_work(text, found):
    assert words(text) == found


def test_a_word_is_shown_as_it_is_written():
    assert find("Er ist Gläubig", CARE) == (Caution("glaubig", Group.RELIGION, "Gläubig"),)
    assert find("gla\u0308ubig", CARE)[0].written == "gläubig"


@pytest.mark.parametrize(
    "text",
    [
        "Christian Meyer answers on Fridays",
        "Jude will call back",
        "links to the guide",
        "sports and transport",
        "an invalid handle",
        "podemos vernos el lunes",
        "hace deporte",
        "European Union",
        "Erich Fromm reader",
        "porte-parole du collectif",
        "converted to a PDF",
        "pagan las cuotas",
    ],
)
def test_common_words_and_names_of_one_language_mean_nothing_in_another(text):
    assert find(text, CARE) == ()


@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("language", ["en", "de", "es", "fr"])
def test_every_group_has_its_reason_in_every_language(group, language):
    reason = CARE.reason(group, language)
    assert reason.endswith(".")
    assert "!" not in reason


def test_a_language_without_words_of_its_own_hears_the_reason_in_english():
    assert CARE.reason(Group.UNION, "nl") == CARE.reason(Group.UNION, "en")


@pytest.mark.parametrize("text", ["[health", "[magic]\nreason = 'x'\nwords = []\n"])
def test_a_file_with_a_mistake_says_which_language(text):
    with pytest.raises(BadInput, match="for xx"):
        read({"xx": text})


@given(
    st.lists(st.text(max_size=6) | st.sampled_from(LISTED), max_size=6).map("".join),
    st.sampled_from(LISTED),
)
def test_any_text_can_be_read(text, listed):
    whole = f"{text}\n{listed}\n{text}"
    found = find(whole, CARE)
    assert fold(listed) in {one.word for one in found}
    for one in found:
        assert one.written in unseam(whole)
        assert one.written.strip()


@given(st.lists(st.sampled_from(["depressed", "gay", "on", "is", "runs", ",", "Muslim", "and"])))
def test_what_is_found_is_in_the_text(parts):
    text = " ".join(parts)
    assert all(one.written in text for one in find(text, CARE))


@pytest.mark.parametrize(
    "text",
    [
        "trans-atlantic calls",
        "Gay Street office",
        "sells at depressed prices",
        "knows the undocumented API",
        "dementia friendly café",
    ],
)
def test_what_means_something_else_is_let_be(text):
    assert find(text, CARE) == ()


@pytest.mark.parametrize("text", ["sex worker", "AfD", "in der AfD"])
def test_what_was_missed_once_is_found(text):
    assert len(find(text, CARE)) == 1
