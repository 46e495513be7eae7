"""Writes a tree as the text of a filter: the inverse of ``parse``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.filters.lexer import OPENING, QUOTES
from allybook.domain.filters.normalise import NOTHING
from allybook.domain.filters.tree import EVERYTHING, And, Node, Not, On, Term
from allybook.domain.filters.unseen import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable

_BARE = expression(rf"(?![{OPENING}{HIDDEN}])[^\s(){QUOTES}]+(?<![{HIDDEN}])")


def show(node: Node) -> str:
    """Return the text of a normalised tree; ``parse`` gives the same tree back."""
    return "" if node == EVERYTHING else _show(node, within_all=False)


def _show(node: Node, *, within_all: bool) -> str:
    """Return the text of a part; alternatives within ``And`` and ``Not`` get parentheses."""
    if isinstance(node, Term):
        return _WRITERS.get(node.on, _write_field)(node)
    if isinstance(node, Not):
        return f"-{_show_closed(node.part)}"
    if node == NOTHING:
        return "-()"
    if isinstance(node, And):
        return " ".join(_show(part, within_all=True) for part in node.parts) or "()"
    text = " OR ".join(_show(part, within_all=False) for part in node.parts)
    return f"({text})" if within_all else text


def _show_closed(node: Node) -> str:
    """Return the text of what a minus stands before."""
    text = _show(node, within_all=False)
    return text if isinstance(node, Term) else f"({text})"


def _write_field(term: Term) -> str:
    return write_field(term.on.value, term.value)


def write_field(name: str, value: str) -> str:
    """Return a field with its value, which stands in quotation marks where it would break."""
    bare = _BARE.fullmatch(value) is not None
    return f"{name}:{value if bare else quote(value)}"


def quote(value: str) -> str:
    """Return a value in quotation marks."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


_WRITERS: dict[On, Callable[[Term], str]] = {
    On.WORD: lambda term: term.value,
    On.PHRASE: lambda term: quote(term.value),
    On.HASHTAG: lambda term: f"#{term.value}",
    On.MENTION: lambda term: f"@{term.value}",
    On.NOISE_ABOVE: lambda term: f"noise>{term.value}",
    On.NOISE_UP_TO: lambda term: f"noise<={term.value}",
}
