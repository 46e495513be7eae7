"""Filters that were compiled before: each is asked again with every page, and when posts come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.times import is_local
from allybook.domain.filters.tree import On, terms_of
from allybook.store.filters.sql import compile_choice

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.filters.tree import Node, Term
    from allybook.store.filters.choice import Choice
    from allybook.store.posts.judging import Judged

MOST = 64
"""So many are remembered; then it begins anew."""
FROM_NOW = frozenset({On.NEWER, On.OLDER})
FROM_HERE = frozenset({On.SINCE, On.UNTIL})


class Compiled:
    """The choices that filters were compiled to, by all that they hang on."""

    def __init__(self) -> None:
        self._choices: dict[tuple[object, ...], Choice] = {}

    def choose(self, node: Node, now: datetime, judged: Judged) -> Choice:
        """Return where to look for what a filter keeps at the moment ``now`` (UTC)."""
        judgement = judged.judgement
        mood = judged.laid, judged.aside, judged.all_muted
        key = node, mood, judgement.key, judgement.mutes
        found = self._choices.get(key)
        if found is None:
            found = compile_choice(node, now, judged)
            if not any(map(_changes, terms_of(node))):
                self._remember(key, found)
        return found

    def _remember(self, key: tuple[object, ...], choice: Choice) -> None:
        if len(self._choices) >= MOST:
            self._choices.clear()
        self._choices[key] = choice


def _changes(term: Term) -> bool:
    """Return whether a condition means something else later, or where people live elsewhere."""
    return term.on in FROM_NOW or (term.on in FROM_HERE and is_local(term.value))
