"""In how many searches X is asked for a filter, and why it cannot be."""

import pytest

from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import terms_of
from allybook.gateway.query import LIMIT, to_query
from allybook.services.reading.asking import write_queries


def queries_of(text):
    return write_queries(to_query, parse(text))


def test_one_search_where_it_fits():
    assert [query.text for query in queries_of("#SwHelper -is:repost")] == ["#SwHelper -is:retweet"]


def test_alternatives_too_long_for_one_search_are_asked_for_in_the_fewest():
    people = [f"from:account_{number:05}" for number in range(41)]
    queries = queries_of(f"({' OR '.join(people)}) -is:repost")
    assert len(queries) == 2
    assert all(len(query.text) <= LIMIT and "-is:retweet" in query.text for query in queries)
    asked = [f"from:{term.value}" for query in queries for term in terms_of(query.found)]
    assert asked == people


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "something that is there"),
        ("is:ally min_likes:5", "something that is there"),
        ("-housing", "something that is there"),
        (
            "url:nasw.org",
            "may be part of longer ones: write more of it, as in url:https://nasw.org/",
        ),
        ("福祉", "only where they stand alone, so “福祉”"),
        ("👍 is:ally", "only where they stand alone, so “👍”"),
        ("housing OR is:ally", "look for each of them, and not for “is:ally”"),
        ("housing OR url:nasw.org", "may be part of longer ones"),
        (f'"{"long " * 120}"', "too long for a search of X"),
        ("_", "a “_” that stands alone, so “_”"),
        ("#2026", "X could take “#2026” for something else, for it has digits alone"),
        ("from:988", "X could take “from:988” for something else, for it has digits alone"),
        ("housing OR to:988", "X could take “to:988” for something else"),
        ("from:id:2244994945", "X could take “from:id:2244994945” for something else"),
        ("#a・b", "X could take “#a・b” for something else than one hashtag"),
        ('housing OR "a _"', "a “_” that stands alone, so “a _”"),
    ],
)
def test_why_x_cannot_be_asked(text, why):
    with pytest.raises(BadInput, match=r"[Nn]othing was asked") as caught:
        queries_of(text)
    assert why in str(caught.value)


def test_the_advice_of_an_address_can_be_asked():
    assert [query.text for query in queries_of("url:https://nasw.org/")] == ['url:"nasw.org"']
