"""Filters for what people say in many ways, from the lists of ``resources/noise``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.filters.show import show
from allybook.domain.filters.tree import On, Or, Term
from allybook.domain.noise.wording import shipped_text
from allybook.services.timeline.noise import languages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.services.desk import Desk

ALWAYS = "en"


def phrase_filter(desk: Desk, name: str) -> str:
    """Return the text of a filter for any phrase of a list, in the person's languages."""
    lists = _read(name)
    own = [code for code in dict.fromkeys((ALWAYS, *languages(desk))) if code in lists]
    phrases = dict.fromkeys(phrase for code in own for phrase in lists[code])
    return show(Or(tuple(map(_term, phrases))))


def _term(phrase: str) -> Term:
    return Term(On.PHRASE if " " in phrase else On.WORD, phrase)


@lru_cache(maxsize=2)
def _read(name: str) -> Mapping[str, Sequence[str]]:
    return tomllib.loads(shipped_text(name))
