"""Filtering a table of allies: what each word keeps, and that quick is the same as plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.line import AllyLine, fold_words
from allybook.domain.errors import FilterError
from allybook.domain.filters.tree import And, Not, Or, Term
from allybook.services.books.sift import AllySift, KnownBeside, parse_ally_filter


def a_line(key, handle, **more):
    line = AllyLine(
        key, handle, key if key.isdecimal() else None, Kind.ORGANISATION, Status.APPROVED
    )._replace(**more)
    parts = (handle, line.category, *line.tags, *line.hashtags, *line.notes)
    return line._replace(words="\n".join(map(fold_words, parts)))


ROOF = a_line("10", "SafeRoof", category="housing", tags=("beds", "Über-night"))
BANK = a_line("11", "PantryLine", category="food bank", notes=("Met Zoë at the chat",))
ANA = a_line("@ana", "Ana", kind=Kind.PERSON, status=Status.NOMINATED, hashtags=("ShelterNotes",))
TAG = a_line("#shelternotes", "ShelterNotes", kind=Kind.HASHTAG, status=Status.REMOVED)
TWO = a_line("12", "Twice", conflicts=(("category", 2),), reason="asked", namings=3)
LINES = (ROOF, BANK, ANA, TAG, TWO)
BESIDE = {
    "10": KnownBeside("Safe Roof Network", "SafeRoof", frozenset({"mutual", "on_list"})),
    "11": KnownBeside("Pantry", "PantryNow", frozenset({"private", "renamed", "quiet"})),
}


@pytest.fixture
def sift():
    return AllySift(LINES, BESIDE)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("roof", "10"),
        ("ROO", "10"),
        ("network", "10"),
        ('"roof net"', "10"),
        ("bank", "11"),
        ('"food bank"', "11"),
        ("food-bank", "11"),
        ("zoe", "11"),
        ("uber", "10"),
        ("pantrynow", "11"),
        ("tag:be", "10"),
        ("tag:beds", "10"),
        ("tag:eds", ""),
        ('tag:"uber-night"', "10"),
        ("category:food", "11"),
        ('category:"food b"', "11"),
        ("from:saf", "10"),
        ("@PantryN", "11"),
        ("@PantryL", "11"),
        ("@shelter", ""),
        ("#shelter", "@ana #shelternotes"),
        ("is:person", "@ana"),
        ("kind:people", "@ana"),
        ("is:hashtag", "#shelternotes"),
        ("status:removed", "#shelternotes"),
        ("is:ally", "10 11 12"),
        ("is:conflict", "12"),
        ("is:mutual", "10"),
        ("is:private", "11"),
        ("is:quiet -is:verified -is:no-lists", "11"),
        ("has:notes", "11"),
        ("has:tags", "10"),
        ("has:namings", "12"),
        ("-has:id", "@ana #shelternotes"),
        ("is:organisation -is:mutual", "11 12"),
        ("beds OR is:person", "10 @ana"),
        ("is:ally (category:food OR is:conflict)", "11 12"),
        ("-(is:ally OR is:person)", "#shelternotes"),
        ("is:ally is:person", ""),
    ],
)
def test_what_a_filter_keeps(sift, text, kept):
    assert sift.keep(text) == frozenset(kept.split())


@pytest.mark.parametrize("text", ["", "  ", "()"])
def test_nothing_typed_keeps_everything(sift, text):
    assert sift.keep(text) is None


@pytest.mark.parametrize(
    ("text", "spot", "words"),
    [
        ("beds has:media", (5, 14), "asks about posts"),
        ("min_likes:5", (0, 11), "asks about posts"),
        ("tag:x noise>40", (6, 14), "asks about posts"),
        ("is:repost", (0, 9), "asks about posts"),
        ("newer:3d", (0, 8), "asks about posts"),
        ("in:Housing", (0, 10), "asks about posts"),
        ("is:aproved", (0, 10), "did you mean is:approved"),
        ("is:muted", (0, 8), "asks about posts"),
        ("-is:no_list", (1, 11), "is: does not know"),
        ("has:beds", (0, 8), "has: does not know"),
        ("tagg:beds", (0, 9), "did you mean “tag:”"),
        ('"open', (0, 5), "quotation mark"),
        ("(beds", (0, 5), "never closed"),
    ],
)
def test_what_is_not_understood_is_said_with_its_place(text, spot, words):
    with pytest.raises(FilterError, match=words) as raised:
        parse_ally_filter(text)
    assert (raised.value.start, raised.value.end) == spot


def test_marks_stand_in_the_order_of_the_lines(sift):
    assert sift.marks("is:ally") == bytes([1, 1, 0, 0, 1])
    assert sift.marks(" ") is None


def test_an_empty_table_keeps_nobody():
    assert AllySift().keep("beds") == frozenset()


WORDS = st.sampled_from(["beds", "Böden", "food bank", "saf", "a", "東京"])
PICKED = st.lists(WORDS, max_size=2).map(tuple)
A_LINE = st.builds(
    lambda number, handle, kind, status, more: a_line(
        str(number), handle, kind=kind, status=status, **more
    ),
    st.integers(1, 9),
    st.sampled_from(["SafeRoof", "saf", "Beds", "PantryLine"]),
    st.sampled_from(Kind),
    st.sampled_from(Status),
    st.fixed_dictionaries(
        {"category": WORDS | st.just(""), "tags": PICKED, "hashtags": PICKED, "notes": PICKED}
    ),
)
SOME = st.lists(A_LINE, max_size=6, unique_by=lambda line: line.key)
SAID = ["beds", "BODEN", '"food bank"', "東", "tag:be", "category:food", "from:saf", "#beds"]
STANDING = ["is:person", "is:approved", "is:fan", "has:notes"]
TYPED = st.sampled_from([*SAID, *STANDING])
TREES = st.recursive(
    TYPED.map(parse_ally_filter),
    lambda inner: (
        inner.map(Not)
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts)))
    ),
    max_leaves=6,
)


def plainly(node, line):
    """Return whether a tree keeps a line, asked of this line alone."""
    if isinstance(node, Term):
        return bool(AllySift([line]).keep_of(node))
    if isinstance(node, Not):
        return not plainly(node.part, line)
    found = (plainly(part, line) for part in node.parts)
    return all(found) if isinstance(node, And) else any(found)


@given(lines=SOME, trees=st.lists(TREES, min_size=1, max_size=3))
def test_all_at_once_is_each_by_itself(lines, trees):
    sift = AllySift(lines)
    for node in trees:
        kept = sift.keep_of(node)
        wanted = {line.key for line in lines if plainly(node, line)}
        assert wanted == (kept if kept is not None else {line.key for line in lines})
