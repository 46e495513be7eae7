"""Filter a table of allies while somebody types: 50,000 of them between two key strokes.

Each condition gives one byte for every ally, as one long number, so that AND, OR and NOT are one
operation each. What was found for a condition is remembered.
"""

from __future__ import annotations

from itertools import compress
from types import MappingProxyType
from typing import TYPE_CHECKING

from allybook.domain.book.asked import parse_ally_filter
from allybook.domain.filters.tree import EVERYTHING, And, Node, Not, Term
from allybook.services.books.terms import HeldLines, KnownBeside, ask, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from allybook.domain.book.line import AllyLine

__all__ = ["AllySift", "KnownBeside", "parse_ally_filter"]

KEPT = 64
"""So many conditions are remembered."""
NOBODY: Mapping[str, KnownBeside] = MappingProxyType({})


class AllySift:
    """Lines of allies, and what is known beside them by record key, ready to be filtered.

    Made in a worker: folding the names of very many takes longer than a frame. What changed since
    needs a new one.
    """

    def __init__(
        self, lines: Iterable[AllyLine] = (), beside: Mapping[str, KnownBeside] = NOBODY
    ) -> None:
        whole = list(lines)
        texts = [text_of(line, beside.get(line.key)) for line in whole]
        self._held = HeldLines(whole, texts, beside)
        self._held.lay_out()
        self._keys = [line.key for line in whole]
        self._masks: dict[Term, int] = {}
        self._all = int.from_bytes(b"\1" * len(whole), "big")

    def keep(self, text: str) -> frozenset[str] | None:
        """Return the keys that a filter keeps, None for all; ``FilterError`` says what is wrong."""
        return self.keep_of(parse_ally_filter(text))

    def marks(self, text: str) -> bytes | None:
        """Return a byte for each line in the order laid, 1 for those that a filter keeps.

        None keeps all; ``FilterError`` says what is wrong.
        """
        node = parse_ally_filter(text)
        return None if node == EVERYTHING else self.marks_of(node)

    def marks_of(self, node: Node) -> bytes:
        """Return a byte for each line in the order laid, 1 for those that a tree keeps."""
        return self._sift(node).to_bytes(len(self._keys), "big")

    def keep_of(self, node: Node) -> frozenset[str] | None:
        """Return the keys that the tree of a filter keeps, None for all."""
        if node == EVERYTHING:
            return None
        return frozenset(compress(self._keys, self.marks_of(node)))

    def _sift(self, node: Node) -> int:
        if isinstance(node, Term):
            return self._sift_term(node)
        if isinstance(node, Not):
            return self._all ^ self._sift(node.part)
        found = self._all if isinstance(node, And) else 0
        for part in node.parts:
            mask = self._sift(part)
            found = found & mask if isinstance(node, And) else found | mask
        return found

    def _sift_term(self, term: Term) -> int:
        if term not in self._masks:
            while len(self._masks) >= KEPT:
                del self._masks[next(iter(self._masks))]
            self._masks[term] = ask(self._held, term)
        return self._masks[term]
