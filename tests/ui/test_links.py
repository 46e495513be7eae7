"""Addresses in posts: what X shortened is shown and said as where it leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.services.timeline.thread import Thread
from allybook.ui.delegates.spans import mark
from allybook.ui.links import shown_text, spoken_text
from allybook.ui.tabs.timeline.context import Context
from allybook.ui.widgets.prose import Prose
from tests.fakes.cards import NOW, make_post, make_row

FULL = "https://www.beds.example/tonight?ward=3"


@pytest.mark.parametrize(
    ("text", "links", "shown", "spoken"),
    [
        (
            "Beds: https://t.co/abc.",
            (FULL,),
            "Beds: beds.example/tonight?ward=3.",
            "Beds: link to beds.example.",
        ),
        (
            "https://t.co/a (https://a.example/)",
            (FULL,),
            "beds.example/tonight?ward=3 (a.example)",
            "link to beds.example (link to a.example).",
        ),
        ("See https://t.co/abc", (), "See t.co/abc", "See link to t.co."),
        ("See https://t.co/abc", ("javascript:x",), "See t.co/abc", "See link to t.co."),
        ("Two\n\nlines", (), "Two\n\nlines", "Two lines."),
        ("", (), "", ""),
    ],
)
def test_a_short_address_is_told_by_where_it_leads(text, links, shown, spoken):
    post = replace(make_post(1, text), links=links)
    assert shown_text(post) == shown
    assert spoken_text(post) == spoken


pieces = st.sampled_from(
    ["https://t.co/a", FULL, "beds", "@ana", "#Beds", "(", ")", ".", "\n", " "]
)


@given(st.lists(pieces), st.lists(st.sampled_from([FULL, "https://a.example/x", "no page"])))
def test_by_reading_one_sees_the_addresses_that_a_card_shows(written, links):
    post = replace(make_post(1, "".join(written)), links=tuple(links))
    shown, card = shown_text(post), mark(post, whole=True)
    assert shown.split() == card.text.split()


def test_an_answer_beside_a_post_says_where_its_link_leads(qtbot, look):
    row = make_row(1, "See https://t.co/abc")
    context = Context(look)
    row = replace(row, post=replace(row.post, links=(FULL,)))
    context.show_thread(Thread(after=(row,)), NOW)
    lines = [part.text() for part in context.findChildren(Prose)]
    assert [line for line in lines if line.endswith("See beds.example/tonight?ward=3")]
    assert not [line for line in lines if "t.co" in line]
