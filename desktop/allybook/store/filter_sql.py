"""Filters as SQL: one condition on a row of ``posts`` that agrees with the reference matcher.

Words, phrases, hashtags and mentions that stand together become one question to the search index;
all else asks the columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from allybook.domain.filters.tree import And, Node, Not, On, Or, Term
from allybook.domain.filters.words import mention_word, tag_word, term_words
from allybook.store.filter_terms import EVERYTHING, NOTHING, Condition, compile_term
from allybook.store.ids import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """Where the posts that a filter keeps are found, in the order of ``key``, and what they are."""

    tables: str
    key: str
    where: Condition


def compile_choice(node: Node, now: datetime) -> Choice:
    """Return where to look for what a filter keeps at the moment ``now`` (UTC).

    Where all that it keeps holds certain words, the search index leads: it gives the newest posts
    first and can stop after a page, instead of listing every post with those words beforehand.
    """
    question, rest = _share(node)
    if not question:
        return Choice("posts", "posts.id", compile_filter(node, now))
    asked = _join([compile_filter(part, now) for part in rest], "AND") if rest else EVERYTHING
    return Choice(
        "post_words CROSS JOIN posts ON posts.id = post_words.rowid",
        "post_words.rowid",
        Condition(f"post_words MATCH ? AND {asked.sql}", (question, *asked.bindings)),
    )


def compile_filter(node: Node, now: datetime) -> Condition:
    """Return the condition for a filter at the moment ``now`` (UTC)."""
    question = _question(node)
    if question is not None:
        return _match(question)
    if isinstance(node, Not):
        inner = compile_filter(node.part, now)
        return Condition(f"NOT {inner.sql}", inner.bindings)
    if isinstance(node, And):
        return _all(node, now)
    if isinstance(node, Or):
        return _any(node, now)
    return NOTHING if _is_text(node) else compile_term(node, now)


def _all(node: And, now: datetime) -> Condition:
    question, rest = _share(node)
    asked = [compile_filter(part, now) for part in rest]
    if question:
        asked.insert(0, _match(question))
    return _join(asked, "AND") if asked else EVERYTHING


def _share(node: Node) -> tuple[str, Sequence[Node]]:
    """Return what the search index is asked of every post kept, or ``""``, and all other parts."""
    parts = list(_parts(node))
    wanted = [part for part in parts if _question(part)]
    unwanted = [part for part in parts if wanted and _is_unwanted(part)]
    rest = [part for part in parts if not (_question(part) or (wanted and _is_unwanted(part)))]
    if not wanted:
        return "", rest
    words = _joined_question(wanted, " AND ")
    without = _joined_question((part.part for part in unwanted), " OR ")
    return (f"({words}) NOT ({without})" if unwanted else words), rest


def _parts(node: Node) -> Iterator[Node]:
    """Yield what all must hold, also what stands in brackets."""
    if not isinstance(node, And):
        yield node
        return
    for part in node.parts:
        yield from _parts(part)


def _is_unwanted(part: Node) -> TypeGuard[Not]:
    return isinstance(part, Not) and _question(part.part) is not None


def _any(node: Or, now: datetime) -> Condition:
    words = [part for part in node.parts if _question(part)]
    authors = [part.value for part in node.parts if _is_author(part)]
    rest = [part for part in node.parts if not (_question(part) or _is_author(part))]
    asked = [compile_filter(part, now) for part in rest]
    if authors:
        asked.insert(0, _from_any(authors))
    if words:
        asked.insert(0, _match(_joined_question(words, " OR ")))
    return _join(asked, "OR") if asked else NOTHING


def _is_author(part: Node) -> TypeGuard[Term]:
    return isinstance(part, Term) and part.on is On.FROM


def _from_any(handles: Iterable[str]) -> Condition:
    """Ask for many authors at once: a list of thousands is still one condition."""
    return Condition(
        "posts.author_id IN (SELECT id FROM accounts"
        " WHERE folded IN (SELECT value FROM json_each(?)))",
        (listed(handle.lower() for handle in handles),),
    )


def _join(conditions: Sequence[Condition], word: str) -> Condition:
    """Join conditions as a balanced tree: SQLite counts how deep an expression is."""
    if len(conditions) == 1:
        return conditions[0]
    half = len(conditions) // 2
    left, right = _join(conditions[:half], word), _join(conditions[half:], word)
    return Condition(f"({left.sql} {word} {right.sql})", left.bindings + right.bindings)


def _match(question: str) -> Condition:
    return Condition(
        "(posts.id IN (SELECT rowid FROM post_words WHERE post_words MATCH ?))", (question,)
    )


def _is_text(term: Term) -> bool:
    return term.on in {On.WORD, On.PHRASE, On.HASHTAG, On.MENTION}


def _question(node: Node) -> str | None:
    """Return the question to the search index that a part of a filter is, or None."""
    if isinstance(node, Term):
        words = _words(node)
        return f'"{words}"' if words else None
    if isinstance(node, Not):
        return None
    questions = [_question(part) for part in node.parts]
    if not questions or None in questions:
        return None
    word = " AND " if isinstance(node, And) else " OR "
    return f"({word.join(filter(None, questions))})"


def _joined_question(parts: Iterable[Node], word: str) -> str:
    return word.join(filter(None, map(_question, parts)))


def _words(term: Term) -> str:
    """Return the tokens that a term looks for, as the index has them; ``""`` where it has none."""
    if term.on is On.HASHTAG:
        return tag_word(term.value)
    if term.on is On.MENTION:
        return mention_word(term.value)
    return " ".join(term_words(term.value)) if _is_text(term) else ""
