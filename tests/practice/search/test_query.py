import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.practice.search.query import AllOf, AnyOf, BadQuery, Clause, parse_query


def test_and_binds_tighter_than_or():
    assert parse_query("apple OR iphone ipad") == AnyOf(
        (Clause("word", "apple"), AllOf((Clause("word", "iphone"), Clause("word", "ipad"))))
    )


def test_parentheses_and_negation():
    assert parse_query("(#a OR @b) -is:retweet -from:c") == AllOf(
        (
            AnyOf((Clause("hashtag", "a"), Clause("mention", "b"))),
            Clause("is", "retweet", negated=True),
            Clause("from", "c", negated=True),
        )
    )


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ('"plain words"', Clause("phrase", "plain words")),
        ('url:"https://a.example"', Clause("url", "https://a.example")),
        ("list:123", Clause("list", "123")),
        ("in_reply_to_status_id:5", Clause("in_reply_to_tweet_id", "5")),
        ("食事", Clause("word", "食事")),
        ("#食事", Clause("hashtag", "食事")),
        ("🍵", Clause("word", "🍵")),
        ("FROM:someone", Clause("from", "someone")),
    ],
)
def test_single_clauses(text, clause):
    assert parse_query(text) == clause


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("has:media", "standalone"),
        ("has:links OR is:retweet", "standalone"),
        ("cat OR has:links", "standalone"),
        ("-cat", "standalone"),
        ("cat OR -dog", "standalone"),
        ("cat (has:links OR -is:retweet)", "alternative"),
        ("cat -(dog OR mouse)", "cannot be negated"),
        ("cat and dog", "Ambiguous use of and"),
        ("cat or dog", "Ambiguous use of or"),
        ("cat AND dog", "Ambiguous use of and"),
        ("cat min_likes:5", "invalid operator 'min_likes'"),
        ("cat has:cats", "invalid operator 'has:cats'"),
        ("cat is:nullcast", "must be negated"),
        ("cat list:7 list:8", "only one list:"),
        ("list:mine", "needs the id"),
        ("(cat", r"missing '\)'"),
        ("cat)", "extraneous"),
        ("cat OR", "missing a clause"),
        ("OR cat", "missing a clause"),
        ("()", "missing a clause"),
        ('"open', "no viable"),
        ("  ", "missing a clause"),
    ],
)
def test_what_x_refuses(text, why):
    with pytest.raises(BadQuery, match=why):
        parse_query(text)


def test_a_refusal_says_where():
    with pytest.raises(BadQuery, match="at position 5"):
        parse_query("cat min_likes:5")


signs = st.sampled_from(["cat", "OR", "-", "(", ")", '"a b"', "#x", "is:reply", "has:x", ":", '"'])


@given(st.lists(signs, max_size=12).map(" ".join))
def test_every_text_is_read_or_refused(text):
    try:
        tree = parse_query(text)
    except BadQuery:
        return
    assert isinstance(tree, Clause | AllOf | AnyOf)
