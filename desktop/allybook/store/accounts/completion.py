"""How handles and hashtags in the cache go on from what is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.words import mention_word, tag_word

if TYPE_CHECKING:
    import apsw

HANDLES = """
    SELECT handle FROM accounts WHERE folded >= ? AND folded < ? ORDER BY folded LIMIT ?
"""
# The index of words knows every hashtag and how many posts have it; nothing is kept twice.
VOCABULARY = """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, post_words, row)
"""
HASHTAGS = """
    SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT ?
"""
LAST = "\U0010ffff"
"""Stands behind every character."""


def complete(connection: apsw.Connection, start: str, limit: int) -> list[str]:
    """Return how ``@an`` or ``#sw`` could go on: handles by name, hashtags the most used first."""
    is_tag = start.startswith("#")
    word = (tag_word if is_tag else mention_word)(start)
    if not word:
        return []
    if is_tag:
        connection.execute(VOCABULARY)
        return [term for (term,) in connection.execute(HASHTAGS, (word, word + LAST, limit))]
    begin = word.removeprefix("@")
    found = connection.execute(HANDLES, (begin, begin + LAST, limit))
    return [f"@{handle}" for (handle,) in found]
