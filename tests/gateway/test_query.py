import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.filters.match import matcher
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import And, Not, On, Or, Term
from allybook.gateway.query import LIMIT, to_query
from tests.cases import cases
from tests.domain.filters.trees import CORPUS, NOW, terms_on, trees
from tests.gateway.x_search import Refused, Seen, finds


def passed_on(post, more):
    """Return what a repost passes on: all that it shows itself, and perhaps more."""
    return replace(
        post,
        text=f"{post.text} {more.text}",
        hashtags=(*post.hashtags, *more.hashtags),
        mentions=(*post.mentions, *more.mentions),
        links=(*post.links, *more.links),
        media=(*post.media, *more.media),
        quote_of=post.quote_of or more.quote_of,
    )


SEEN = [
    Seen(one, passed_on(one.post, other.post) if one.post.repost_of else one.post)
    for one, other in zip(CORPUS, reversed(CORPUS), strict=True)
]
EXPRESSIBLE = terms_on(
    On.WORD, On.PHRASE, On.HASHTAG, On.MENTION, On.FROM, On.TO, On.URL, On.LANG, On.IS, On.HAS
)
x_trees = st.recursive(
    EXPRESSIBLE,
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, max_size=4).map(tuple).map(And),
        st.lists(parts, max_size=3).map(tuple).map(Or),
    ),
    max_leaves=10,
)
NO_REPOSTS = Not(Term(On.IS, "repost"))
# What can stand alone for X, and is in many posts, so that the rest of the query counts.
starts = st.sampled_from(
    [Term(On.FROM, "nasw"), Term(On.PHRASE, "crisis"), Term(On.HASHTAG, "cafe")]
)
startable = st.builds(lambda start, tree: And((start, tree)), starts, x_trees)
x_filters = st.one_of(trees, startable, startable.map(lambda tree: And((tree, NO_REPOSTS))))


@given(x_filters)
@cases(800)
def test_x_finds_every_post_that_the_filter_keeps_and_the_remainder_does_the_rest(tree):
    query = to_query(tree)
    keeps, keeps_rest = matcher(tree, NOW), matcher(query.remainder, NOW)
    assert len(query.text) <= LIMIT
    for seen in SEEN:
        found = not query.text or finds(query.text, seen)
        assert (found and keeps_rest(seen.subject)) is keeps(seen.subject)


@pytest.mark.parametrize(
    ("text", "query", "remainder"),
    [
        ("", "", ""),
        ("-()", "", "-()"),
        ("is:ally min_likes:5", "", "is:ally min_likes:5"),
        ("is:repost has:media", "", "is:repost has:media"),
        ("housing", "housing", "housing"),
        ('"action alert"', '"action alert"', '"action alert"'),
        ("from:nasw", "from:nasw", ""),
        ("#SwHelper -is:repost", "#SwHelper -is:retweet", ""),
        ("#SwHelper", "#SwHelper", "#SwHelper"),
        ("from:nasw -#win", "from:nasw", "-#win"),
        ("from:nasw -#win -is:repost", "from:nasw -#win -is:retweet", ""),
        ("from:nasw -giveaway", "from:nasw", "-giveaway"),
        ("from:nasw -has:links", "from:nasw", "-has:links"),
        ("from:nasw lang:en is:reply", "from:nasw lang:en is:reply", "lang:en"),
        ("from:nasw lang:xx", "from:nasw", "lang:xx"),
        ("from:a OR is:ally", "", "from:a OR is:ally"),
        ("from:a OR -from:b", "", "from:a OR -from:b"),
        ("from:a OR from:b", "(from:a OR from:b)", ""),
        ("-(from:a OR from:b) #c", "-from:a -from:b #c", "#c"),
        ("-(from:a is:reply) #c", "#c", "-(from:a is:reply) #c"),
        ("(from:a noise<=40) OR from:b", "(from:a OR from:b)", "from:a noise<=40 OR from:b"),
        ("福祉 from:a", "from:a", "福祉"),
        ("👍 from:a", "from:a", "👍"),
        ("#福祉 -is:repost", "#福祉 -is:retweet", ""),
        ("#2026", "", "#2026"),
        ('"OR"', '"OR"', '"OR"'),
        ("don't", '"don\'t"', "don't"),
        ("résumé", '"résumé"', "résumé"),
        ("url:swhelper.example", "", "url:swhelper.example"),
        (
            "url:https://www.x.example/form",
            'url:"www.x.example"',
            "url:https://www.x.example/form",
        ),
        ("has:video has:images a", "has:videos has:images a", "has:video has:images a"),
    ],
)
def test_what_x_is_asked_and_what_is_left(text, query, remainder):
    asked = to_query(parse(text))
    assert (asked.text, show(asked.remainder)) == (query, remainder)


def test_the_everyday_filter_of_the_design():
    text = '#swhelper -is:repost (from:nasw OR "action alert") min_likes:5 lang:en -has:links'
    asked = to_query(parse(text))
    assert asked.text == '#swhelper -is:retweet (from:nasw OR "action alert") lang:en'
    assert show(asked.remainder) == '(from:nasw OR "action alert") min_likes:5 -has:links'


def test_a_long_filter_is_cut_to_what_x_takes():
    words = " ".join(f"-from:account_{number:05}" for number in range(100))
    asked = to_query(parse(f"#swhelper -is:repost {words}"))
    assert LIMIT - 25 < len(asked.text) <= LIMIT
    assert asked.text.startswith("#swhelper -is:retweet ")
    sent = asked.text.count("-from:")
    assert len(asked.remainder.parts) == 100 - sent


def test_reposts_are_left_out_first_because_others_rest_on_that():
    short = " ".join(f"-@a{number}" for number in range(200))
    asked = to_query(parse(f"{short} -is:repost from:{'a' * 15}"))
    assert "-is:retweet" in asked.text
    assert len(asked.text) <= LIMIT


def test_alternatives_too_long_for_x_are_matched_here():
    many = " OR ".join(f"from:account_{number:05}" for number in range(100))
    asked = to_query(parse(f"housing ({many})"))
    assert asked.text == "housing"
    assert to_query(parse(many)).text == ""


def test_what_is_no_handle_never_reaches_x():
    odd = [Term(on, "a) OR (b") for on in (On.FROM, On.TO, On.MENTION)]
    asked = to_query(And((Term(On.WORD, "housing"), *odd)))
    assert asked.text == "housing"


def test_the_little_x_refuses_what_x_refuses():
    for query in ("is:retweet", "-from:a", "(from:a OR -from:b)", "()", "from:a)"):
        with pytest.raises(Refused):
            finds(query, SEEN[0])


@given(x_trees.map(lambda tree: And((tree, NO_REPOSTS))) | x_trees)
@cases(300)
def test_within_something_x_can_sift_without_anything_to_find(tree):
    query = to_query(tree, "from:nasw")
    keeps = matcher(And((Term(On.FROM, "nasw"), tree)), NOW)
    keeps_rest = matcher(query.remainder, NOW)
    assert len(query.text) <= LIMIT
    assert query.text.split()[0] == "from:nasw"
    for seen in SEEN:
        assert (finds(query.text, seen) and keeps_rest(seen.subject)) is keeps(seen.subject)


def test_what_is_found_at_first_and_what_it_is_sifted_by():
    query = to_query(parse("#cafe -is:repost min_likes:5"))
    assert (show(query.found), show(query.sifted)) == ("#cafe", "#cafe -is:repost")
    inside = to_query(parse("-is:repost"), "list:9001")
    assert (show(inside.found), show(inside.sifted)) == ("", "-is:repost")
