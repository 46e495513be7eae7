"""What “Mend it” writes in the place of a field that there is none of."""

import pytest

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.slips import find_meant


def refuse(text):
    with pytest.raises(FilterError) as caught:
        parse(text)
    return caught.value


def mend(text):
    """Return a filter as it is after one press of “Mend it”."""
    error = refuse(text)
    assert error.suggestion
    return text[: error.start] + error.suggestion + text[error.end :]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("max_retweets:5", "max_reposts:5"),
        ("max_faves:10", "max_likes:10"),
        ("-max_faves:10", "-max_likes:10"),
        ("min_faves:10", "min_likes:10"),
    ],
)
def test_what_x_calls_otherwise_is_taken_as_it_is_meant(typed, meant):
    assert parse(typed) == parse(meant)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("max_reply:3", "max_replies:3"),
        ("-MAX_fave:3", "-max_likes:3"),
        ("max_likes=5", "max_likes:5"),
        ("min_likes==5", "min_likes:5"),
        ("min_likes>5", "min_likes:6"),
        ("max_retweets<5", "max_reposts:4"),
        ("likes=>5", "min_likes:5"),
        ("likes:5..10", "(min_likes:5 max_likes:10)"),
        ("-likes:10-5", "-(min_likes:5 max_likes:10)"),
        ("Retweets=*..3", "max_reposts:3"),
        ("replies:7..*", "min_replies:7"),
        ("likes:5", "min_likes:5"),
        ("likes:>5", "min_likes:6"),
        ("likes:>=5", "min_likes:5"),
        ("reposts:<5", "max_reposts:4"),
        ("replies:<=5", "max_replies:5"),
        ("noise:<40", "noise<40"),
        ("noise:<=40", "noise<=40"),
        ("noise:>40", "noise>40"),
        ("noise=>40", "noise>=40"),
        ("noise==40", "noise<=40"),
        ("min_noise:40", "noise>=40"),
        ("Max_noise=40", "noise<=40"),
        ("max_noise<40", "noise<40"),
    ],
)
def test_a_count_keeps_its_end(typed, mended):
    assert mend(typed) == mended
    parse(mended)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("noise:<=40", "noise<=40"), ("noise:>40", "noise>40"), ("max_noise:40", "noise<=40")],
)
def test_noise_with_an_end_is_not_asked_back(typed, meant):
    assert str(refuse(typed)) == f"“{typed}” is written “{meant}” here."


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ('-tags:"safe house"', '-tag:"safe house"'),
        ("tags:»safe house«", 'tag:"safe house"'),
        ('text:"action alert"', 'word:"action alert"'),
        ('books:"My allies"', 'book:"My allies"'),
        ('tags:"a OR b"', 'tag:"a OR b"'),
        ('books:"Haus \\"Nord\\""', 'book:"Haus \\"Nord\\""'),
        ("tags:“safe house” beds", 'tag:"safe house" beds'),
        ("lists:beds", "list:beds"),
        ('zebra:"a \\"b\\""', '"zebra:a \\"b\\""'),
    ],
)
def test_a_value_keeps_its_quotation_marks(typed, mended):
    assert mend(typed) == mended
    parse(mended)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("autor:nasw", "from:nasw"),
        ("von:@nasw", "from:@nasw"),
        ("sprache:de", "lang:de"),
        ("sprache:deutsch", "lang:de"),
        ("seit:1.3.2026", "since:2026-03-01"),
        ("bis:2026-03-01", "until:2026-03-01"),
        ("buch:Nord", "in:Nord"),
        ("kategorie:food", "category:food"),
        ("ist:repost", "is:repost"),
        ("hat:links", "has:links"),
        ("nach:1.3.2026", "since:2026-03-01"),
        ("vor:2026-03-01", "until:2026-03-01"),
        ("categories:food", "category:food"),
        ("catgory:food", "category:food"),
    ],
)
def test_a_field_of_another_name_is_offered(typed, mended):
    assert mend(typed) == mended


@pytest.mark.parametrize("typed", ["likes:many", "likes:*..*", "autos:nasw", "sprach:de"])
def test_a_field_that_takes_anything_is_offered_only_where_its_name_is_near(typed):
    assert refuse(typed).suggestion == f'"{typed}"'


def test_a_bound_that_nothing_fits_is_not_offered():
    assert find_meant("likes:<0") == find_meant("views:>5") == ""
    assert refuse("noise:>=0").suggestion == ""


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("NOT NOT a", "--a"),
        ("NOT -NOT a b", "-a b"),
        ("NOT " * 5000 + "a", "--a"),
        ("NOT -" * 4999 + "NOT (a OR b)", "-(a OR b)"),
    ],
    ids=["two", "a minus between", "thousands", "thousands with a minus"],
)
def test_however_many_nots_are_one_offer(typed, mended):
    assert mend(typed) == mended
    parse(mended)


def test_of_many_nots_without_a_part_the_last_is_offered_as_a_word():
    assert mend("NOT NOT") == 'NOT "NOT"'
