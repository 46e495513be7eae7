import pytest
from hypothesis import given

from allybook.domain.filters.chips import chips
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.parse import parse
from allybook.domain.filters.phrases import say_of_post
from allybook.domain.filters.sentence import sentence
from allybook.domain.filters.tree import And, On, Term
from tests.cases import cases
from tests.domain.filters.trees import trees


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "all posts"),
        ("-()", "no posts"),
        ("is:ally -is:repost min_likes:5", "posts by allies, without reposts, at least 5 likes"),
        ("min_likes:1", "posts with at least 1 like"),
        ("-noise>40", "posts with noise up to 40"),
        ("is:repost", "posts that are reposts"),
        ("from:nasw OR #SwHelper", "posts by @nasw or with #SwHelper"),
        ("lang:es -lang:und", "posts in Spanish, not in an unknown language"),
        ("-(is:repost OR has:links)", "posts without reposts and without links"),
        ("-(#a #b)", "posts without #a or without #b"),
        ("c OR -(#a #b)", "posts with “c” or (without #a or without #b)"),
        ("min_likes:5 OR from:a", "posts with at least 5 likes or by @a"),
        ("from:a OR noise<=40", "posts by @a or with noise up to 40"),
        ("-(min_likes:5 OR #a)", "posts with fewer than 5 likes and without #a"),
        ("from:id:7 OR -from:id:8", "posts by account 7 or not by account 8"),
        ("source:own", "posts from your own archive"),
        ("older:1w", "posts older than 1 week"),
        ("-older:1h newer:2w", "posts from the last hour, from the last 2 weeks"),
        ("since:2026-03-01T09:00:59", "posts since 1 March 2026 09:00:59"),
        ("until:2026-03-01T09:00+02:00", "posts before 1 March 2026 07:00 UTC"),
        ("a (b OR c d)", "posts with “a”, with “b” or (with “c” and with “d”)"),
        ("a OR -(b OR c)", "posts with “a” or (without “b” and without “c”)"),
        ("newer:1d since:2026-03-01", "posts from the last day, since 1 March 2026"),
        ("in:{} tag:{}", "posts by allies in “{}”, by allies tagged “{}”"),
    ],
)
def test_a_filter_in_ordinary_words(text, words):
    assert sentence(parse(text)) == words


def test_chips_as_the_filter_bar_shows_them():
    tree = parse("#SwHelper -is:repost (is:ally OR min_likes:5) noise<=40")
    labels = [chip.words for chip in chips(tree)]
    assert labels == ["#SwHelper", "no reposts", "ally or 5+ likes", "noise up to 40"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("-(#a OR -b)", "b and no #a"),
        ("-(#a -b min_likes:5)", "b or under 5 likes or no #a"),
        ("(-b OR #a)", "#a or no “b”"),
        ("-(a OR (b -c))", "(c or no “b”) and no “a”"),
        ("-#a OR beds OR cats OR dogs OR eels", "beds or 4 others"),
        ("-#a OR (b -c) OR -d OR -e OR -f OR -g", "(b and no “c”) or 5 others"),
        ("(a b) OR c OR d OR e OR f", "(a and b) or 4 others"),
        ("-(a -b) OR -c OR -d OR -e OR -f", "(b or no “a”) or 4 others"),
        ("-a OR -b OR -c OR -d OR -#e", "one of 5 conditions"),
        ("-#a OR -b OR -c OR -d OR -max_likes:4", "over 4 likes or 4 others"),
    ],
)
def test_a_no_on_a_chip_is_about_what_follows_it_alone(text, label):
    assert [chip.words for chip in chips(parse(text))] == [label]


def test_posts_in_no_language_are_called_so():
    assert sentence(parse("lang:und")) == "posts in an unknown language"
    assert [chip.words for chip in chips(parse("lang:qme"))] == ["media alone"]
    assert [chip.words for chip in chips(parse("lang:und"))] == ["an unknown language"]
    assert sentence(parse("-lang:qme lang:qst")) == (
        "posts not with media alone, with too few words to tell"
    )


LIKE_WORDS = ("id", "ID", "repost", "own", "home", "ally", "links", "images", "und", "min", "likes")
"""Names of people, books and lists that are called as something is called here."""


@pytest.mark.parametrize("name", LIKE_WORDS)
@pytest.mark.parametrize("on", [On.FROM, On.TO, On.MENTION, On.IN, On.LIST, On.CHAT, On.HASHTAG])
def test_names_that_are_words_here_are_names_all_the_same(on, name):
    tree = Term(on, name)
    assert name in sentence(tree)
    assert name in chips(tree)[0].words
    assert name in say_of_post(tree, holds=True)


def test_half_of_an_id_is_a_handle():
    assert sentence(parse("from:id")) == "posts by @id"
    assert sentence(parse("-from:id from:id:5")) == "posts not by @id, by account 5"


def test_chips_of_one_part_of_none_and_of_nothing():
    assert [chip.words for chip in chips(parse("a OR b"))] == ["a or b"]
    assert chips(parse("")) == ()
    assert [chip.words for chip in chips(parse("-()"))] == ["nothing"]
    assert [chip.words for chip in chips(parse("-min_likes:1 min_replies:1"))] == [
        "under 1 like",
        "1+ replies",
    ]


@given(trees)
@cases(300)
def test_chips_together_are_the_filter(tree):
    parts = chips(tree)
    assert all(chip.words for chip in parts)
    assert normalise(And(tuple(chip.node for chip in parts))) == normalise(tree)


@given(trees)
@cases(300)
def test_every_filter_has_a_sentence(tree):
    assert sentence(tree).startswith(("posts ", "all posts", "no posts"))
