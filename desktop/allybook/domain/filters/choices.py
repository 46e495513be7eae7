"""What else a condition could say: for who edits a filter without knowing its language."""

from __future__ import annotations

from allybook.domain.filters.languages import LANGUAGES
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.tree import HAS_WORDS, IS_WORDS, Node, Not, On, Term

_COUNTS = ("1", "5", "10", "50", "100")
_VALUES = {
    **{on: _COUNTS for on in On if on.value.startswith(("min_", "max_"))},
    On.NOISE_UP_TO: ("20", "30", "40", "60", "80"),
    On.NOISE_ABOVE: ("20", "30", "40", "60", "80"),
    On.NEWER: ("12h", "1d", "3d", "1w", "2w"),
    On.OLDER: ("12h", "1d", "3d", "1w", "2w"),
    On.LANG: ("en", "es", "de", "fr", "pt"),
}
STARTERS: tuple[Node, ...] = (
    Term(On.IS, "ally"),
    Not(Term(On.IS, "repost")),
    Not(Term(On.IS, "reply")),
    Term(On.HAS, "links"),
    Term(On.HAS, "media"),
    Term(On.MIN_LIKES, "5"),
    Term(On.NEWER, "3d"),
    Term(On.LANG, "en"),
    Term(On.NOISE_UP_TO, "40"),
)
"""What people filter by most, to be picked from."""


def values_of(on: On) -> tuple[str, ...]:
    """Return the values that a condition of a kind can have; none where it is words or a number."""
    closed = {
        On.IS: sorted(IS_WORDS),
        On.HAS: sorted(HAS_WORDS),
        On.LANG: list(LANGUAGES),
        On.NEWER: _VALUES[On.NEWER],
        On.OLDER: _VALUES[On.OLDER],
    }
    return tuple(closed.get(on, ()))


def alternatives(node: Node) -> tuple[Node, ...]:
    """Return what a part of a filter could say instead: its opposite, or other values."""
    inner = node.part if isinstance(node, Not) else node
    if not isinstance(inner, Term):
        return (normalise(Not(node)),)
    if inner.on not in _VALUES:
        return (inner if isinstance(node, Not) else Not(inner),)
    others = (Term(inner.on, value) for value in _VALUES[inner.on] if value != inner.value)
    turned = [Not(one) if isinstance(node, Not) else one for one in others]
    return (*turned, *((normalise(Not(node)),) if inner.on is On.LANG else ()))
