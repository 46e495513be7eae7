"""What the words of a filter ask of an ally: the language of the timeline, read for a book.

================  =================================================================================
word "phrase"     any part of the handle, name, category, tags, hashtags or notes, folded
#tag              the beginning of a hashtag: the ally itself, or one that it uses
@name from:       the beginning of the handle, of today or as the book has it
tag: category:    the beginning of one, folded: what is typed half is found
is:               a kind, a status, or one of ``IS_WORDS``; ``status:`` and ``kind:`` are the same
has:              notes, tags, category, hashtags, reason, namings (posts that named it), id
================  =================================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import FilterError
from allybook.domain.filters import tree, values
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import Not, On, Term
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from allybook.domain.filters.tree import Node
    from allybook.domain.filters.values import TextSpot

SAID_BY_X = frozenset(
    {"private", "verified", "quiet", "no_lists", "suspended", "gone", "renamed"}
    | {"on_list", "waiting"}
    | {"mutual", "fan", "idol", "stranger", "unknown"}
)
"""What ``is:`` asks that no book knows: what X said, and what waits to be said to X."""
IS_WORDS = frozenset(
    {*map(str, Kind), *map(str, Status), "ally", "conflict", "brought_back", *SAID_BY_X}
)
HAS_WORDS = frozenset({"notes", "tags", "category", "hashtags", "reason", "namings", "id"})
ASKED = frozenset(
    {On.WORD, On.PHRASE, On.HASHTAG, On.MENTION, On.FROM, On.TAG, On.CATEGORY, On.IS, On.HAS}
)
"""The conditions that make sense for an ally."""
COMPLETIONS = (
    "tag:",
    "category:",
    "from:",
    *(f"is:{word}" for word in sorted(IS_WORDS)),
    *(f"has:{word}" for word in sorted(HAS_WORDS)),
)
"""What can be offered while somebody types."""
_STATUSES = frozenset(map(str, Status))
_OTHER_WORDS = {
    "allies": "ally",
    "conflicts": "conflict",
    "hashtags": "hashtag",
    "no-lists": "no_lists",
    "nolists": "no_lists",
    "opted-out": "opted_out",
    "optedout": "opted_out",
    "org": "organisation",
    "organisations": "organisation",
    "organization": "organisation",
    "organizations": "organisation",
    "orgs": "organisation",
    "people": "person",
    "persons": "person",
    "protected": "private",
}
_read_is = values.one_of("is", IS_WORDS, _OTHER_WORDS)
_read_has = values.one_of(
    "has",
    HAS_WORDS,
    {"note": "notes", "tag": "tags", "categories": "category", "hashtag": "hashtags"},
)


def parse_ally_filter(text: str) -> Node:
    """Return the tree of a filter of allies; ``FilterError`` says where it asks about posts."""
    return parse(text, _read)


def statuses_in(node: Node) -> frozenset[Status]:
    """Return the statuses that a filter asks for, other than to leave them out."""
    if isinstance(node, Not):
        return frozenset()
    if isinstance(node, Term):
        known = node.on is On.IS and node.value in _STATUSES
        return frozenset({Status(node.value)}) if known else frozenset()
    return frozenset[Status]().union(*map(statuses_in, node.parts))


def _read(on: On, value: str, spot: TextSpot) -> str:
    if on is On.HAS and value.lower() not in tree.HAS_WORDS - HAS_WORDS:
        return _read_has(value, spot)
    if on is On.IS and value.lower() not in tree.IS_WORDS - IS_WORDS:
        return _read_is(value, spot)
    if on in ASKED - {On.IS, On.HAS}:
        return values.read(on, value, spot)
    field = f"{on.value}:" if on.value.isidentifier() else "noise"
    said = f"{field}{value}" if on in {On.IS, On.HAS} else field
    raise FilterError(
        speak(
            "“{said}” asks about posts, and here are allies: use words, tag:, category:, from:, "
            "is: or has:.",
            said=said,
        ),
        *spot,
    )
