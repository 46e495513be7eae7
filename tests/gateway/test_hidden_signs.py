"""Signs that nobody sees, accents and widths in posts: what X is sure to give, and what is not.

X splits words by punctuation, symbols and separators, and says that accents do not count; of other
signs within a word it says nothing (``docs/decisions/0023``). Posts here have such signs at random.
"""
# ruff: noqa: RUF001 (odd letters are wanted)

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.match import matcher
from allybook.domain.filters.parse import parse
from allybook.domain.filters.subject import Subject
from allybook.domain.filters.tree import And, Not, On, Or, Term
from allybook.domain.posts import Post
from allybook.gateway.query import LIMIT, to_query
from allybook.practice.search.query import parse_query
from tests.cases import cases
from tests.domain.filters.trees import NOW
from tests.gateway.x_search import Seen, finds

HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u2060\ufeff"
"""Soft hyphen, spaces and joiners without width, a mark of direction."""
ACCENTS = "\u0300\u0301\u0303\u0308\u0323\u0327\u0328\u0332\u0336\u031b\u0361"
WORDS = ("housing", "Crisis", "no5", "don't", "coca-cola", "Straße", "office", "a", "résumé")
KANA = "アカガサシセテナハパホミラリンー"
HALF = {"ア": "ｱ", "カ": "ｶ", "ガ": "ｶﾞ", "サ": "ｻ", "シ": "ｼ", "セ": "ｾ", "テ": "ﾃ", "ナ": "ﾅ",
        "ハ": "ﾊ", "パ": "ﾊﾟ", "ホ": "ﾎ", "ミ": "ﾐ", "ラ": "ﾗ", "リ": "ﾘ", "ン": "ﾝ",
        "ー": "ｰ"}  # fmt: skip
hidden = st.text(HIDDEN, max_size=3)
words = st.sampled_from(WORDS)
terms = st.builds(
    lambda said: Term(On.WORD if len(said) == 1 else On.PHRASE, " ".join(said)),
    st.lists(words, min_size=1, max_size=2),
)


def is_given(tree, post, *, strict=True):
    """Return whether X gives a post that the filter keeps; one that it does not keep is no loss."""
    query = to_query(tree)
    assert len(query.text) <= LIMIT
    assert not query.text or parse_query(query.text)
    subject = Subject(post)
    kept = matcher(tree, NOW)(subject)
    found = not query.text or finds(query.text, Seen(subject, post, strict=strict))
    assert (found and matcher(query.remainder, NOW)(subject)) is (found and kept)
    return found or not kept


def a_post(text, *tags):
    return Post("1", "2", NOW, text, hashtags=tags)


@st.composite
def strewn(draw):
    """Draw a text with hidden signs beside its words, and none within them."""
    said = draw(st.lists(words, min_size=1, max_size=5))
    return " ".join(draw(hidden) + word + draw(hidden) for word in said)


@st.composite
def accented(draw):
    """Draw a text with accents on any letter, as one sign with it or apart."""
    said = " ".join(draw(st.lists(words, min_size=1, max_size=5)))
    over = st.text(ACCENTS, max_size=2)
    text = "".join(sign + (draw(over) if sign.isalpha() else "") for sign in said)
    return unicodedata.normalize(draw(st.sampled_from(("NFC", "NFD"))), text)


@given(terms, terms, strewn() | accented())
@cases(300)
def test_accents_anywhere_and_hidden_signs_beside_words_lose_nothing(term, other, text):
    for tree in (term, And((term, other)), Or((term, other)), And((other, Not(term)))):
        assert is_given(tree, a_post(text)), (tree, to_query(tree).text)


@given(st.text(KANA, min_size=1, max_size=6))
@cases(200)
def test_a_hashtag_of_kana_is_asked_for_in_both_widths(name):
    half = "".join(HALF[sign] for sign in name)
    for tag in (name, half):
        assert is_given(Term(On.HASHTAG, name), a_post("", tag)), to_query(Term(On.HASHTAG, name))
        assert is_given(Term(On.HASHTAG, half), a_post("", tag))
        left_out = And((Term(On.FROM, "nasw"), Not(Term(On.HASHTAG, name))))
        assert is_given(left_out, a_post("", tag))


@given(st.sampled_from(("カナ", "ｶﾅ", "社会")), words, hidden, st.booleans())
@cases(100)
def test_what_is_written_without_spaces_is_matched_here(kana, word, sign, after):
    run = word + sign + kana if after else kana + sign + word
    lead = Term(On.HASHTAG, "cafe")
    assert is_given(And((lead, Term(On.WORD, kana))), a_post(run, "cafe"))
    assert to_query(And((lead, Term(On.WORD, run)))).text.startswith("#cafe")


@pytest.mark.parametrize("sign", HIDDEN)
def test_a_sign_within_a_word_is_asked_for_where_it_was_typed(sign):
    typed = f"hou{sign}sing"
    lead = Term(On.HASHTAG, "cafe")
    assert is_given(Term(On.WORD, typed), a_post(typed))
    assert is_given(Term(On.WORD, typed), a_post("housing"))
    # Posts may have it elsewhere: where something else leads, X is not asked for the word.
    tree = And((lead, Term(On.WORD, typed)))
    assert to_query(tree).text == "#cafe"
    assert is_given(tree, a_post(f"h{sign}ousing", "cafe"))


@pytest.mark.parametrize("text", ["hou\u00adsing", "ｈousing", "𝗵𝗼𝘂𝘀𝗶𝗻𝗴", "housing¹", "ⓗousing"])
def test_what_x_does_not_promise_is_kept_here_once_it_comes(text):
    """The limit of the law, told in 0023: X may not give these, and nothing else is lost."""
    tree = Term(On.WORD, "housing")
    assert matcher(tree, NOW)(Subject(a_post(text)))
    assert not is_given(tree, a_post(text))
    assert is_given(And((Term(On.HASHTAG, "cafe"), Not(tree))), a_post(text, "cafe"))


MANY = ("سلام", "می\u200cخواهم", "کمک", "مـرحبا", "hous\u00ading", "𝗻𝗼𝘄", "allies¹")
WITHIN = ("", "\u200c", "\u0640", "\u00ad", "\u200d")


@given(
    st.sampled_from(MANY),
    st.sampled_from([*MANY, "beds"]),
    st.lists(st.sampled_from(WITHIN), min_size=12, max_size=12),
)
@cases(300)
def test_words_of_many_spellings_are_matched_here_where_something_else_leads(word, other, signs):
    """However a post stretches or joins them, X gives it: it was asked for the hashtag alone."""
    odd = "".join(letter + sign for letter, sign in zip(word, signs, strict=False))
    post = Post("1", "2", NOW, f"{odd} #cafe {other}", hashtags=("cafe",))
    seen = Seen(Subject(post), post, strict=True)
    for text in (f'"{word}" #cafe', f'#cafe ("{word}" OR {other})', f'#cafe -("{word}")'):
        tree = parse(text)
        query = to_query(tree)
        assert query.text == "#cafe"
        assert matcher(query.remainder, NOW)(seen.subject) is matcher(tree, NOW)(seen.subject)
        assert finds(query.text, seen)
    assert to_query(parse(f'"{word}"')).text
    assert to_query(parse(f'"{word}"'), "list:9").text == "list:9"
