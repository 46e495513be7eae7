import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.ui.delegates.spans import Hit, HitKind, mark
from allybook.ui.units import utf16
from tests.fakes.cards import make_post


def found(text, links=()):
    marked = mark(replace(make_post(1, text), links=links))
    units = marked.text.encode("utf-16-le")
    return [
        (units[2 * span.start : 2 * span.end].decode("utf-16-le"), span.hit)
        for span in marked.spans
    ]


def tag(target):
    return Hit(HitKind.HASHTAG, target)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("שלום #SwHelper", ["#SwHelper"]),
        ("مأوى @HarborRowSN الليلة #مأوى #SwHelper", ["@HarborRowSN", "#مأوى", "#SwHelper"]),
        ("🌸 שלום https://beds.example/x #SwHelper", ["beds.example/x", "#SwHelper"]),
    ],
)
def test_among_words_from_right_to_left_a_sign_stays_before_its_word(text, pieces):
    marked = mark(make_post(1, text))
    assert [shown for shown, _hit in found(text)] == pieces
    for piece in pieces:
        assert marked.text[marked.text.index(piece) - 1] in "\u200e\u200f"
    assert marked.text.replace("\u200e", "").replace("\u200f", "") == text.replace("https://", "")


def test_as_a_whole_a_post_keeps_its_lines_and_its_addresses():
    address = "https://beds.example/2026/11/a-long-way-to-a-page-about-beds?from=here"
    text = f"Tonight:\n\n\n  1. Beds\r\n  2. Soup \n{address}\n#SwHelper\n"
    marked = mark(make_post(1, text), whole=True)
    lines = [
        "Tonight:",
        "",
        "  1. Beds",
        "  2. Soup",
        address.removeprefix("https://"),
        "#SwHelper",
    ]
    assert marked.text.split("\u2028") == lines
    shown = [marked.text[span.start : span.end] for span in marked.spans]
    assert shown == lines[-2:]
    assert marked.spans[0].hit.target == address
    assert mark(make_post(1, text)).text.startswith("Tonight: 1. Beds 2. Soup beds.example/2026")


def test_words_from_left_to_right_are_left_as_they_are():
    assert mark(make_post(1, "Tối nay 海港 #SwHelper")).text == "Tối nay 海港 #SwHelper"


@pytest.mark.parametrize(
    ("text", "shown", "hit"),
    [
        ("see #SwHelper.", "#SwHelper", tag("SwHelper")),
        ("#社会福祉 today", "#社会福祉", tag("社会福祉")),
        ("#हिन्दी today", "#हिन्दी", tag("हिन्दी")),
        ("#தமிழ்!", "#தமிழ்", tag("தமிழ்")),
        ("#ไทยแลนด์ today", "#ไทยแลนด์", tag("ไทยแลนด์")),
        ("#U\u0308berfluss.", "#U\u0308berfluss", tag("U\u0308berfluss")),
        ("#東京・大阪 today", "#東京・大阪", tag("東京・大阪")),
        ("\U0001f338 #after", "#after", tag("after")),
        ("by @HarborRowSN:", "@HarborRowSN", Hit(HitKind.MENTION, "HarborRowSN")),
        (
            "(https://beds.example/x).",
            "beds.example/x",
            Hit(HitKind.LINK, "https://beds.example/x"),
        ),
        (
            "(https://beds.example/a_(law)),",
            "beds.example/a_(law)",
            Hit(HitKind.LINK, "https://beds.example/a_(law)"),
        ),
        (
            "https://beds.example/a_(law)/b_(c).",
            "beds.example/a_(law)/b_(c)",
            Hit(HitKind.LINK, "https://beds.example/a_(law)/b_(c)"),
        ),
        ("(https://a.example/b_(c", "a.example/b_(c", Hit(HitKind.LINK, "https://a.example/b_(c")),
        ("http://www.beds.example/", "beds.example", Hit(HitKind.LINK, "http://www.beds.example/")),
    ],
)
def test_what_can_be_clicked(text, shown, hit):
    assert found(text) == [(shown, hit)]


@pytest.mark.parametrize(
    "text", ["nothing", "#1", "a#b", "mail me@home.example", "@sixteen_letters_", "C# and &#39;"]
)
def test_what_only_looks_like_it(text):
    assert found(text) == []


def test_tags_inside_an_address_belong_to_the_address():
    assert found("https://beds.example/a#part") == [
        ("beds.example/a#part", Hit(HitKind.LINK, "https://beds.example/a#part"))
    ]


def test_shortened_addresses_are_written_in_full():
    full = "https://toolkit.example/a/long/way/to/go/until/it/is/cut"
    assert found("See https://t.co/abc123 #Toolkit", links=(full,)) == [
        ("toolkit.example/a/long/way/to/go/…", Hit(HitKind.LINK, full)),
        ("#Toolkit", tag("Toolkit")),
    ]


def test_where_the_addresses_do_not_match_nothing_is_guessed():
    assert found("https://t.co/abc https://t.co/def", links=("https://one.example",)) == [
        ("t.co/abc", Hit(HitKind.LINK, "https://t.co/abc")),
        ("t.co/def", Hit(HitKind.LINK, "https://t.co/def")),
    ]


@pytest.mark.parametrize(
    "target",
    ["file:///home/ana/x.desktop", "ms-settings:privacy", "//198.51.100.7/x", "/etc/hosts", ""],
)
def test_an_address_that_is_no_page_of_the_web_is_not_unfolded(target):
    assert found("see https://t.co/abc #Toolkit", links=(target,)) == [
        ("t.co/abc", Hit(HitKind.LINK, "https://t.co/abc")),
        ("#Toolkit", tag("Toolkit")),
    ]


@given(st.lists(st.text(max_size=30), max_size=3))
def test_whatever_a_file_says_links_lead_to_the_web(links):
    text = " ".join(["see", *["https://t.co/abc"] * len(links)])
    hits = [hit for _shown, hit in found(text, links=tuple(links))]
    assert len(hits) == len(links)
    assert all(hit.target.startswith(("https://", "http://")) for hit in hits)


def test_a_post_is_one_paragraph():
    assert mark(make_post(1, "one\n\n two\tthree")).text == "one two three"


@given(st.text(max_size=80))
def test_any_text_can_be_marked(text):
    marked = mark(make_post(1, text))
    ends = [0, *(edge for span in marked.spans for edge in (span.start, span.end))]
    assert ends == sorted(ends)
    assert ends[-1] <= utf16(marked.text)
    hits = {span.start: span.hit for span in marked.spans}
    for span in marked.spans:
        assert marked.at(span.start) == marked.at(span.end - 1) == span.hit
        assert marked.at(span.end) == hits.get(span.end)


def test_what_can_be_clicked_in_a_long_post_is_found_where_it_stands():
    piece = "🌸 beds #SwHelper https://beds.example/x#not @HarborRowSN "
    shown = ["#SwHelper", "beds.example/x#not", "@HarborRowSN"]
    assert [words for words, _hit in found(piece * 60)] == shown * 60
