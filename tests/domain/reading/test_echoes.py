"""Whose posts a post brings along."""

from __future__ import annotations

from datetime import UTC, datetime

from allybook.domain.posts import Post
from allybook.domain.reading.echoes import echoed, echoed_handles

NOW = datetime(2026, 3, 30, 12, tzinfo=UTC)


def a_post(text, **facts):
    return Post("1", "11", NOW, text, **facts)


def test_a_repost_names_whose_post_it_is():
    assert echoed_handles(a_post("RT @Wren: so", repost_of="8")) == {"wren"}
    assert echoed(a_post("RT @Wren: so", repost_of="8", quote_of="9")) == ("8", "9")


def test_a_quote_names_whose_post_it_is_by_its_address():
    quote = a_post("so", quote_of="8", links=("https://mobile.twitter.com/Wren/status/8?s=20",))
    assert echoed_handles(quote) == {"wren"}
    assert echoed(quote) == ("8",)


def test_a_link_to_another_post_is_no_quote_of_it():
    linked = a_post("see", quote_of="8", links=("https://x.com/wren/status/7",))
    assert echoed_handles(linked) == frozenset()
    assert echoed_handles(a_post("see https://x.com/wren/status/7")) == frozenset()
