# ruff: noqa: RUF001 (odd letters are what is tested)

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allybook.domain.filters.words import (
    are_spaced,
    fold,
    index_words,
    is_whole,
    lines_of_all,
    mention_word,
    tag_word,
    term_words,
    text_words,
    typed_words,
    words_of_all,
)
from allybook.domain.posts import Mention, Post
from tests.cases import cases
from tests.domain.filters.trees import CORPUS, NOW, texts


def a_post(text, **facts):
    return Post("1", "2", NOW, text, **facts)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("  !!! … ", ()),
        ("Housing NOW", ("housing", "now")),
        ("don't stop", ("don", "t", "stop")),
        ("don’t", ("don", "t")),
        ("a_b _ c", ("a_b", "_", "c")),
        ("Café crème", ("cafe", "creme")),
        ("cafe\u0301", ("cafe",)),
        ("Straße", ("strasse",)),
        ("ＷＩＤＥ ﬁne", ("wide", "fine")),
        ("Allies™ Allies℠ members¹²", ("allies", "tm", "allies", "sm", "members", "1", "2")),
        ("CO₂ 100 m²", ("co2", "100", "m", "2")),
        ("ΣΊΣΥΦΟΣ Σίσυφος", ("σισυφοσ", "σισυφοσ")),
        ("Ещё раз", ("еще", "раз")),
        ("社会福祉", ("社", "会", "福", "祉")),
        ("QはAか", ("q", "は", "a", "か")),
        ("がか ｶﾞ か\u3099", ("が", "か", "ガ", "が")),
        ("한국 \u1112\u1161\u11ab", ("한", "국", "한")),
        ("สวัส", ("ส", "ว", "ั", "ส")),
        ("हिन्दी", ("हिन्दी",)),
        ("مَرْحَبًا ســلام", ("مرحبا", "سلام")),
        ("soft\u00adware می\u200cخواهم", ("software", "میخواهم")),
        ("👍🏽👍 ❤️", ("👍", "👍", "❤")),
        ("👩🏽‍⚕️", ("👩", "⚕")),
        ("🇺🇦🇺🇸🇫", ("🇺🇦", "🇺🇸", "🇫")),
        ("1️⃣ ½", ("1", "1", "2")),
        ("ﷺ", ("صلى", "الله", "عليه", "وسلم")),
        ("\x00a\x1fb\u2028c", ("a", "b", "c")),
        ("x\ud800y", ("x", "y")),
    ],
)
def test_tokens_of_a_text(text, words):
    assert term_words(text) == words


def test_part_of_a_word_without_spaces_is_a_run_of_its_tokens():
    text, part = term_words("日本の社会福祉士"), term_words("社会福祉")
    assert part == text[3:7]


@given(texts)
@cases(1000)
@example("A\u00ad\u0301\u0345")
def test_tokens_hold_no_other_ascii_than_words_and_are_stable(text):
    words = term_words(text)
    assert term_words(" ".join(words)) == words
    for word in words:
        assert word
        assert not any(sign.isspace() or "\ud800" <= sign <= "\udfff" for sign in word)
        assert all(
            sign in "abcdefghijklmnopqrstuvwxyz0123456789_" for sign in word if sign < "\x80"
        )


def test_every_character_folds_once_and_for_all():
    every = [chr(code) for code in range(0x3000)] + [chr(code) for code in range(0xF900, 0x10000)]
    changed = [hex(ord(sign)) for sign in every if fold(fold(sign)) != fold(sign)]
    assert changed == []


@given(st.text())
def test_folding_does_not_see_case_or_composition(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(text) == fold(text.casefold()) or "\u0345" in unicodedata.normalize("NFD", text)


def test_piled_up_accents_cost_no_time():
    pile = "a" + "\u0301\u0316" * 50_000
    assert fold(pile) == "a"


def test_hashtags_and_mentions_follow_the_words():
    post = a_post(
        "Apply at #SwHelper now @NASW",
        hashtags=("SwHelper", "Café"),
        mentions=(Mention("NASW"), Mention("", "5")),
    )
    assert index_words(post) == (
        "apply", "at", "swhelper", "now", "nasw", "#swhelper", "#cafe", "@nasw",
    )  # fmt: skip


def test_hashtags_are_whole_tokens_in_any_script():
    assert tag_word("社会福祉") == "#社会福祉"
    assert tag_word("＃ＳｗＨｅｌｐｅｒ") == "#swhelper"
    assert tag_word("!") == ""
    assert mention_word("NASW") == "@nasw"


def test_index_words_are_the_words_of_the_text_and_then_the_rest():
    for subject in CORPUS:
        words = index_words(subject.post)
        text = term_words(subject.post.text)
        assert words[: len(text)] == text
        assert all(word[0] in "#@" and len(word) > 1 for word in words[len(text) :])


def test_scripts_that_x_cannot_split_are_told_apart():
    assert are_spaced(("housing", "ещё", "हिन्दी", "a_b"))
    assert not are_spaced(("housing", "社"))
    assert not are_spaced(("👍",))


def test_words_as_they_were_typed():
    assert typed_words("Allies™, don’t! Straße мой") == (
        "Allies", "TM", "don", "t", "Straße", "мой",
    )  # fmt: skip
    assert typed_words("ســلام soft\u00adware ﬁne") == ("سلام", "software", "fine")


@given(st.lists(texts | st.text(), max_size=5))
@cases(500)
@example([])
@example([""])
@example(["one\x1etwo", "three"])
@example(["one\ntwo\u2028three\x85", "\u0130I\x1d\x1f", "\U0001f1eb"])
def test_texts_that_are_cut_together_have_the_tokens_that_each_has(many):
    assert words_of_all(many) == list(map(text_words, many))
    # The search index takes the lines as they are: there, only spaces part tokens.
    spaced = [line.split(" ") for line in lines_of_all(many)]
    assert [list(filter(None, words)) for words in spaced] == words_of_all(many)


@given(texts)
@cases(500)
def test_words_as_they_were_typed_are_those_of_the_index_but_for_case_and_accents(text):
    words = term_words(text)
    assert not are_spaced(words) or tuple(map(fold, typed_words(text))) == words


def test_halves_of_characters_are_told():
    assert is_whole("👍 a")
    assert not is_whole("\ud83d")
