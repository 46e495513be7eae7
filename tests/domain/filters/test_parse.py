# ruff: noqa: RUF001 (phones type these minus and quotation marks)
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import DEEPEST, parse
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Or, Term
from tests.cases import cases


def word(text):
    return Term(On.WORD, text)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", EVERYTHING),
        ("  \n ", EVERYTHING),
        ("()", EVERYTHING),
        ("housing", word("housing")),
        ("a-b", word("a-b")),
        ("10:30", word("10:30")),
        ('"action alert"', Term(On.PHRASE, "action alert")),
        ("“action alert”", Term(On.PHRASE, "action alert")),
        (r'"say \"hi\" \\ \d"', Term(On.PHRASE, r'say "hi" \ \d')),
        ("#SwHelper", Term(On.HASHTAG, "SwHelper")),
        ("#福祉", Term(On.HASHTAG, "福祉")),
        ("@NASW", Term(On.MENTION, "NASW")),
        ("from:@nasw", Term(On.FROM, "nasw")),
        ("FROM:nasw", Term(On.FROM, "nasw")),
        ("from:2244994945", Term(On.FROM, "2244994945")),
        ("from:id", Term(On.FROM, "id")),
        ("from:id:2244994945", Term(On.AUTHOR, "2244994945")),
        ("From:ID:007", Term(On.AUTHOR, "7")),
        ("author_id:5", Term(On.AUTHOR, "5")),
        ("https://x.example/a?b=1", Term(On.URL, "https://x.example/a?b=1")),
        ("lang:EN", Term(On.LANG, "en")),
        ("lang:id", Term(On.LANG, "in")),
        ("lang:he", Term(On.LANG, "iw")),
        ("lang:zh-CN", Term(On.LANG, "zh")),
        ("lang:hi-Latn", Term(On.LANG, "hi-latn")),
        ("lang:und", Term(On.LANG, "und")),
        ("word:housing", word("housing")),
        ("phrase:“action alert”", Term(On.PHRASE, "action alert")),
        ("mention:nasw", Term(On.MENTION, "nasw")),
        ("likes>many", word("likes>many")),
        ('"likes>5"', Term(On.PHRASE, "likes>5")),
        ("a not b", And((word("a"), word("not"), word("b")))),
        ("is:retweet", Term(On.IS, "repost")),
        ("has:photos", Term(On.HAS, "images")),
        ("min_faves:007", Term(On.MIN_LIKES, "7")),
        ("since:2026-03-01", Term(On.SINCE, "2026-03-01")),
        ("until:2026-03-01T10:00Z", Term(On.UNTIL, "2026-03-01T10:00Z")),
        ("newer:3D", Term(On.NEWER, "3d")),
        ('in:"My allies"', Term(On.IN, "My allies")),
        ("in:“My allies”", Term(On.IN, "My allies")),
        ("chat:#SwHelper", Term(On.CHAT, "SwHelper")),
        ("noise>60", Term(On.NOISE_ABOVE, "60")),
        ("noise >= 61", Term(On.NOISE_ABOVE, "60")),
        ("noise<=40", Term(On.NOISE_UP_TO, "40")),
        ("Noise<41", Term(On.NOISE_UP_TO, "40")),
        ("noise", word("noise")),
        ("-a", Not(word("a"))),
        ("−a", Not(word("a"))),
        ("housing –is:repost", And((word("housing"), Not(Term(On.IS, "repost"))))),
        ("—is:repost", Not(Term(On.IS, "repost"))),
        ("－is:repost", Not(Term(On.IS, "repost"))),
        ("–(a OR b)", Not(Or((word("a"), word("b"))))),
        ("‑a ﹣#b", And((Not(word("a")), Not(Term(On.HASHTAG, "b"))))),
        ("a–b", word("a–b")),
        ('"–a"', Term(On.PHRASE, "–a")),
        ("from：ana_w", Term(On.FROM, "ana_w")),
        ("from：id：7", Term(On.AUTHOR, "7")),
        ("in：“My allies”", Term(On.IN, "My allies")),
        ("10：30", word("10：30")),
        ("---a", Not(word("a"))),
        ("--a", word("a")),
        ("a b", And((word("a"), word("b")))),
        ("a AND b", And((word("a"), word("b")))),
        ("a OR b", Or((word("a"), word("b")))),
        ("a or b", And((word("a"), word("or"), word("b")))),
        ("a b OR c", Or((And((word("a"), word("b"))), word("c")))),
        ("a (b OR c)", And((word("a"), Or((word("b"), word("c")))))),
        ("a -(b OR c)", And((word("a"), Not(Or((word("b"), word("c"))))))),
        ("(((a)))", word("a")),
        ("a (b c) (d)", And(tuple(map(word, "abcd")))),
        ('a"b c"#d', And((word("a"), Term(On.PHRASE, "b c"), Term(On.HASHTAG, "d")))),
    ],
)
def test_what_is_typed_means(text, tree):
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "start", "end", "suggestion"),
    [
        ("a min_like:5", 2, 12, "min_likes:5"),
        ("form:nasw", 0, 9, "from:nasw"),
        ("is:retwet", 0, 9, "is:repost"),
        ("has:vidoes", 0, 10, "has:video"),
        ("zebra:1", 0, 7, '"zebra:1"'),
        ('in:"My', 0, 6, 'in:"My"'),
        ("a (b", 2, 4, "(b)"),
        ("a)", 0, 2, "a"),
        ("x (a)) b", 4, 6, ")"),
        (")", 0, 1, ""),
        ("x)y", 1, 2, ""),
        ("a OR", 0, 4, "a"),
        ("b is:reply OR", 2, 13, "is:reply"),
        ("OR a", 0, 4, "a"),
        ("a OR OR b", 5, 9, "b"),
        ("OR OR a", 0, 2, ""),
        ("&", 0, 1, ""),
        ("a & b", 2, 3, "AND"),
        ("a & form:b", 2, 3, "AND"),
        ('"', 0, 1, ""),
        (r'"\"', 0, 3, ""),
        ("„a „b“ c“", 0, 9, ""),
        ('“a "b" c”', 5, 9, '" c”"'),
        ("(a form:b", 3, 9, "from:b"),
        ("a AND", 0, 5, "a"),
        ("(a OR", 0, 5, "(a)"),
        ("x (a b AND", 2, 10, "(a b)"),
        ("x (", 2, 3, ""),
        ("a filter:links", 2, 14, "has:links"),
        ("-filter:replies", 1, 15, "is:reply"),
        ("filter:Retweets", 0, 15, "is:repost"),
        ("- a", 0, 1, ""),
        ("a -", 2, 3, ""),
        ("(a -)", 3, 4, ""),
        ("from:", 0, 5, ""),
        ("from:someone_with_a_long_name", 0, 29, ""),
        ("!!!", 0, 3, ""),
        ("#a-b", 0, 4, "#a"),
        ("#", 0, 1, ""),
        ("lang:english", 0, 12, "lang:en"),
        ("lang:en-us", 0, 10, "lang:en"),
        ("lang:xx", 0, 7, ""),
        ("a likes>5", 2, 9, "min_likes:6"),
        ("retweets>=5", 0, 11, "min_reposts:5"),
        ("likes<1", 0, 7, "max_likes:0"),
        ("replies<=3", 0, 10, "max_replies:3"),
        ("-likes=5", 1, 8, "(min_likes:5 max_likes:5)"),
        ("likes:5", 0, 7, "min_likes:5"),
        ("noise=40", 0, 8, "noise<=40"),
        ("noise:40", 0, 8, "noise<=40"),
        ("b NOT a", 2, 7, "-a"),
        ("NOT (a OR b)", 0, 12, "-(a OR b)"),
        ("NOT -(a b) c", 0, 10, "--(a b)"),
        ("NOT form:a", 4, 10, "from:a"),
        ("NOT", 0, 3, '"NOT"'),
        ("a from: ana b", 2, 11, "from:ana"),
        ("phrases:x", 0, 9, "phrase:x"),
        ("min_like:x", 0, 10, '"min_like:x"'),
        ("is:zzz", 0, 6, ""),
        ("min_likes:many", 0, 14, ""),
        ("min_likes:-1", 0, 12, ""),
        ("min_likes:" + "9" * 5000, 0, 5010, ""),
        ("since:2026-13-01", 0, 16, ""),
        ("since:20260301", 0, 14, "since:2026-03-01"),
        ("newer:3", 0, 7, "newer:3d"),
        ("noise>101", 0, 9, ""),
        ("noise>x", 0, 7, ""),
        ("noise>=0", 0, 8, ""),
        ("noise<0", 0, 7, ""),
        ("tag:#", 0, 5, ""),
        ("a \ud800", 0, 3, ""),
    ],
)
def test_an_error_knows_the_place_and_what_was_meant(text, start, end, suggestion):
    with pytest.raises(FilterError) as caught:
        parse(text)
    error = caught.value
    assert (error.start, error.end, error.suggestion) == (start, end, suggestion)


@pytest.mark.parametrize(
    "text",
    [
        "a likes>5",
        "NOT (a)",
        "from: a",
        "noise:9",
        "a min_like:5",
        "is:retwet",
        'in:"My',
        "a (b",
        "#a-b",
        "zebra:1",
    ],
)
def test_following_the_suggestion_helps(text):
    with pytest.raises(FilterError) as caught:
        parse(text)
    error = caught.value
    mended = text[: error.start] + error.suggestion + text[error.end :]
    assert parse(mended) != EVERYTHING


OTHERWISE = {
    "after:2026-03-01": "since:2026-03-01",
    "before:1.3.2026": "until:2026-03-01",
    "author:nasw": "from:nasw",
    "text:housing": "word:housing",
    "since:01.03.2026": "since:2026-03-01",
    "since:2026/3/1": "since:2026-03-01",
    "until:31/12/2026": "until:2026-12-31",
    "until:12/31/2026": "until:2026-12-31",
    "since:2026-03-32": "",
    "since:03/04/2026": "",
    "since:3d": "newer:3d",
    "until:2W": "older:2w",
    "since:yesterday": "newer:2d",
    "since:today": "newer:1d",
    "until:yesterday": "",
    "until:today": "",
    "since:monday": "newer:1w",
    "until:Fri": "",
    "since:monkey": "",
    "newer:1y": "newer:365d",
    "newer:1mo": "newer:30d",
    "newer:2yrs": "newer:730d",
    "min_likes:five": "min_likes:5",
    "max_reposts:fife": "",
    "housing OR": "housing",
    "newer:3days": "newer:3d",
    "newer:2 d": "newer:2d",
    "newer:2 Weeks": "newer:2w",
    "newer:2 beds": "newer:2d beds",
    "older:week": "older:1w",
    "older:24hrs": "older:24h",
    "newer:1month": "newer:30d",
    "newer:2026-03-01": "since:2026-03-01",
    "newer:s": "",
    "newer:soon": "",
    "min_likes:5k": "min_likes:5000",
    "min_likes:1.5K+": "min_likes:1500",
    "max_replies:1,000": "max_replies:1000",
    "min_likes:1.5": "",
    "min_reposts:2m": "min_reposts:2000000",
    "a | b": "a OR b",
    "a || b": "a OR b",
    "a & b": "a b",
    "a + b": "a b",
    "from:nasw,cswe": "from:nasw OR from:cswe",
    "-to:nasw,@cswe": "-(to:nasw OR to:cswe)",
    "from:nasw,a-b": "",
    "from:nasw,": "from:nasw",
    "@Nasw's": "@Nasw",
    "@nasw’s,": "@nasw",
    "to:@Nasw.": "to:Nasw",
    "@nasw-x": "",
    "chat:sw-chat": "chat:sw",
    "since_id:123": "",
    "conversation_id:1": "",
    "since:gestern": "newer:2d",
    "until:Heute": "",
    "since:mittwoch": "newer:1w",
    "newer:3M": "newer:90d",
    "older:1M": "older:30d",
    "newer:0d": "",
    "noise=40": "noise<=40",
    "noise:40": "noise<=40",
    "-NOT (a b)": "--(a b)",
    "from:id:5,6": "from:id:5 OR from:id:6",
    "is:reply,retweet": "is:reply OR is:repost",
    "#a,b": "#a OR #b",
    "#a,#b": "#a OR #b",
    "from:@a,@b": "from:a OR from:b",
    "chat:#a,#b": "chat:a OR chat:b",
    "@a,@b": "@a OR @b",
    "from:https://x.com/nasw": "from:nasw",
}


@pytest.mark.parametrize(("typed", "meant"), OTHERWISE.items())
def test_what_is_written_otherwise_elsewhere_is_mended_by_one_press(typed, meant):
    with pytest.raises(FilterError) as caught:
        parse(typed)
    error = caught.value
    if not meant:
        assert error.suggestion == ""
        return
    assert parse(typed[: error.start] + error.suggestion + typed[error.end :]) == parse(meant)


@pytest.mark.parametrize("typed", ["pictures", "photo", "images"])
def test_pictures_go_by_several_names(typed):
    assert parse(f"has:{typed}") == Term(On.HAS, "images")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"mixed”', "mixed"),
        ('"mixed“', "mixed"),
        ('"a “b” c"', "a “b” c"),
        ('"a” b "', "a” b "),
    ],
)
def test_a_straight_mark_is_closed_by_a_bent_one_where_no_other_does(text, words):
    assert parse(text) == Term(On.PHRASE, words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("min_likes:9999999999999999999", "larger than any count: write at most 18 digits."),
        ("newer:0d", "“0d” is no time at all: write 1 or more, as in 3d."),
        ("newer:3M", "write “90d” for months, “3m” for minutes."),
        ("noise=40", "write “noise<=40” for up to, “noise>40” for above."),
        ("max_id:5", "“max_id:” is for the search of X itself; there is none of it here."),
    ],
)
def test_errors_say_what_is_so(text, told):
    with pytest.raises(FilterError) as caught:
        parse(text)
    assert str(caught.value).endswith(told)


def test_errors_are_one_sentence():
    with pytest.raises(FilterError, match=r"^There is no “form:”; did you mean “from:”\?$"):
        parse("form:nasw")
    with pytest.raises(FilterError, match=r"^is: does not know “zzz”; use ally, copy, muted, "):
        parse("is:zzz")


@pytest.mark.parametrize("typed", ["@", "@@", "@a-b"])
def test_what_is_no_mention_is_named_as_it_was_typed(typed):
    with pytest.raises(FilterError, match=f"^“@{typed.strip('@')}” is no handle"):
        parse(typed)


def test_parentheses_have_a_depth():
    assert parse("(" * DEEPEST + "a" + ")" * DEEPEST) == word("a")
    with pytest.raises(FilterError, match="too many parentheses"):
        parse("(" * 100_000)


def test_long_filters_are_read():
    assert len(parse(" ".join(["-a OR b"] * 10_000)).parts) == 10_001
    assert parse("-" * 10_001 + "a") == Not(word("a"))


signs = st.sampled_from(
    ["(", ")", "-", '"', "“", "OR", "AND", " ", "#", "@", "from:", "in:", "is:", "noise", ">",
     "<=", "40", "\\", "a", "lang:", "since:", "3d", "newer:", "-", " ", "x y", "\x00",
     "min_likes:"]
)  # fmt: skip
syntax = st.lists(signs | st.text(max_size=3), max_size=14).map("".join)


@given(st.lists(signs, max_size=14).map("".join))
@cases(1000)
def test_any_signs_are_a_filter_or_a_filter_error(text):
    assert_read_or_told(text)


@given(syntax)
@cases(1000)
def test_any_text_is_a_filter_or_a_filter_error(text):
    assert_read_or_told(text)


def assert_read_or_told(text):
    """Check that a text is read, or that it is told where it cannot be."""
    error = None
    try:
        parse(text)
    except FilterError as caught:
        error = caught
    assert error is None or (str(error) and 0 <= error.start <= error.end <= len(text))


MENDS = 40
"""More presses of “Mend it” than any filter needs."""


def mended_once(text):
    """Return a filter as it is after a press of “Mend it”, or None where there is none."""
    try:
        parse(text)
    except FilterError as error:
        if error.suggestion:
            return text[: error.start] + error.suggestion + text[error.end :]
    return None


@given(syntax)
@cases(500)
def test_mending_by_what_is_offered_comes_to_an_end(text):
    offers = [text]
    while len(offers) <= MENDS and (mended := mended_once(offers[-1])) is not None:
        offers.append(mended)
    assert len(offers) <= MENDS
