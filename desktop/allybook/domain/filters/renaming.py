"""Renaming: a filter that was written down names what it meant as that is called now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import Term, changed, terms_of
from allybook.domain.filters.words import fold_name

if TYPE_CHECKING:
    from allybook.domain.filters.tree import On


class Renaming(Struct, frozen=True):
    """What is called ``name`` now and was ``former``, after one kind of condition.

    ``shared`` is what else is still found by the former name, if anything is. Then only who wrote
    exactly the former name meant this one.
    """

    on: On
    former: str
    name: str
    shared: str = ""

    def renew(self, text: str) -> str:
        """Return a filter with the new name; as it is where nothing of the former is in it.

        So it is, too, where no filter can say the new name: it would be none any more.
        """
        try:
            chosen = parse(text)
            renewed = changed(chosen, self._follow)
            written = show(renewed)
            return text if chosen == renewed or parse(written) != renewed else written
        except FilterError:
            # Who opens it hears what is wrong with it.
            return text

    def leaves(self, text: str) -> bool:
        """Return whether a filter may have meant this one, and stays as it is all the same."""
        try:
            return any(map(self._is_unclear, terms_of(parse(text))))
        except FilterError:
            return False

    def _is_unclear(self, term: Term) -> bool:
        exact = (self.former, self.shared)
        alike = fold_name(term.value) == fold_name(self.former)
        return bool(self.shared) and term.on is self.on and alike and term.value not in exact

    def _follow(self, term: Term) -> Term:
        """Return a condition by the name of today."""
        return Term(self.on, self.name) if term.on is self.on and self._means(term.value) else term

    def _means(self, value: str) -> bool:
        return value == self.former or (
            not self.shared and fold_name(value) == fold_name(self.former)
        )
