"""Renaming: a filter that was written down names what it meant as that is called now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import Term, changed
from allybook.domain.filters.words import fold_name

if TYPE_CHECKING:
    from allybook.domain.filters.tree import On


class Renaming(Struct, frozen=True):
    """What is called ``name`` now and was ``former``, after one kind of condition.

    ``shared``: something else is still found by the former name. Then only who wrote exactly that
    meant this one.
    """

    on: On
    former: str
    name: str
    shared: bool = False

    def renew(self, text: str) -> str:
        """Return a filter with the new name; as it is where nothing of the former is in it."""
        try:
            chosen = parse(text)
        except FilterError:
            # Who opens it hears what is wrong with it.
            return text
        renewed = changed(chosen, self._follow)
        return text if renewed == chosen else show(renewed)

    def _follow(self, term: Term) -> Term:
        """Return a condition by the name of today."""
        return Term(self.on, self.name) if term.on is self.on and self._means(term.value) else term

    def _means(self, value: str) -> bool:
        return value == self.former or (
            not self.shared and fold_name(value) == fold_name(self.former)
        )
