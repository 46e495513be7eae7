"""A question has one name, in whatever case and order it was typed."""

from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.reading.questions import MOST_WIDER, _terms, question, wider

TERMS = st.sampled_from(
    ["#SwHelper", "-is:retweet", "from:Ana", '"warm Beds or"', "(a OR b)", "-(c d)", '-"e f"']
)


@given(st.lists(TERMS, min_size=1, unique=True).flatmap(st.permutations), st.data())
def test_neither_case_nor_order_makes_another_question(terms, data):
    other = data.draw(st.permutations(terms))
    name = question(" ".join(terms))
    assert name == question(" ".join(other)) == question(name)
    assert len(name) == len(" ".join(terms))
    assert name == question(" ".join(terms).replace("#SwHelper", "#SWHELPER"))


@given(st.sets(TERMS, min_size=1), st.sets(TERMS, min_size=1))
def test_other_conditions_are_another_question(one, two):
    assert (question(" ".join(one)) == question(" ".join(two))) == (one == two)


def test_the_name_of_a_chat_is_what_x_is_asked_for_it():
    assert question("#swhelper -is:retweet") == "#swhelper -is:retweet"
    assert question("-is:retweet #SwHelper") == "#swhelper -is:retweet"
    assert question("") == ""


def test_what_a_branch_binds_keeps_its_place():
    assert question("a OR b c") != question("a OR c b") != question("c OR b a")
    assert question('"b a"') != question('"a b"')
    assert question("(a b) c") != question("(b a) c")
    assert question('"straße"') != question('"strasse"')


@given(st.sets(TERMS, min_size=1))
def test_a_wider_question_has_fewer_conditions_and_something_to_look_for(terms):
    names = wider(" ".join(terms))
    every = {question(term) for term in terms}
    for name in names:
        kept = set(_terms(name))
        assert name == question(name)
        assert kept < every
        assert ("from:ana" in kept) == ("from:ana" in every)
        assert any(not term.startswith("-") for term in kept)
    assert len(set(names)) == len(names) <= MOST_WIDER


def test_the_nearest_wider_questions_come_first():
    assert wider("#a b -is:retweet") == ("b -is:retweet", "#a -is:retweet", "#a b", "b", "#a")
    assert wider("#a") == wider("") == wider("#a OR b c") == ()
    assert wider("list:9001 #a is:verified") == ("is:verified list:9001",)
    assert len(wider(" ".join("abcdefghijklmnop"))) == MOST_WIDER
