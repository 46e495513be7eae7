"""Any filters at all, for comparing the store with the reference matcher in a world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from allybook.domain.filters.tree import HAS_WORDS, IS_WORDS, And, Node, Not, On, Or, Term
from allybook.domain.reading.sources import Origin
from tests.store.pieces import LISTS, USERS, handles, names, odd_texts, texts, words
from tests.structs import builds

if TYPE_CHECKING:
    from collections.abc import Mapping

DAYS = (
    *("2026-03-29", "2026-03-30", "2026-03-29T18:00", "2026-03-29T18:00Z", "soon"),
    *("2026-03-30T06:00:00.000001Z", "0001-01-01", "9999-12-20", "9999-12-31T12:00", "9999-12-31"),
)
VALUES: Mapping[On, st.SearchStrategy[str]] = {
    **dict.fromkeys((On.WORD, On.PHRASE, On.HASHTAG, On.MENTION), texts | odd_texts | words),
    **dict.fromkeys((On.FROM, On.TO), handles | odd_texts),
    On.AUTHOR: st.sampled_from((*USERS, "007", "0", "", "odd", "²", "9" * 19, "9" * 40)),
    On.URL: st.sampled_from(("home", "É?", "example", "org/H", "%", "_", "")) | odd_texts,
    On.LANG: st.sampled_from(("en", "En", "de", "fr", "")),
    On.IS: st.sampled_from((*sorted(IS_WORDS), "odd")),
    On.HAS: st.sampled_from((*sorted(HAS_WORDS), "odd")),
    **dict.fromkeys((On.SINCE, On.UNTIL), st.sampled_from(DAYS)),
    **dict.fromkeys((On.NEWER, On.OLDER), st.sampled_from(("6h", "12h", "2d", "1w", "0m", "odd"))),
    **dict.fromkeys((On.IN, On.TAG, On.CATEGORY, On.CHAT), names | odd_texts),
    On.LIST: names | st.sampled_from(LISTS),
    On.SOURCE: names | st.sampled_from((*map(str, Origin), *LISTS)),
    **dict.fromkeys(
        (On.NOISE_ABOVE, On.NOISE_UP_TO),
        st.integers(0, 110).map(str) | st.sampled_from(("odd", "", "9" * 19)),
    ),
}
COUNTS = st.integers(0, 5).map(str) | st.sampled_from(("odd", "", "9" * 18))

terms: st.SearchStrategy[Node] = st.sampled_from(On).flatmap(
    lambda on: builds(Term, st.just(on), VALUES.get(on, COUNTS))
)
filters: st.SearchStrategy[Node] = st.recursive(
    terms,
    lambda parts: (
        parts.map(Not)
        | st.lists(parts, max_size=4).map(lambda some: And(tuple(some)))
        | st.lists(parts, max_size=4).map(lambda some: Or(tuple(some)))
    ),
    max_leaves=8,
)
