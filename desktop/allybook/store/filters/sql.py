"""Filters as SQL: one condition on a row of ``posts`` that agrees with the reference matcher.

Words, phrases, hashtags and mentions that stand together become one question to the search index;
all else asks the columns.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeGuard

from msgspec.structs import replace

from allybook.domain.filters.tree import And, Node, Not, On, Or, Term
from allybook.domain.filters.words import mention_word, tag_word, term_words
from allybook.domain.people.accounts import HANDLE
from allybook.store.database.condition import EVERYTHING, NOTHING, WITHIN, Condition
from allybook.store.database.ids import listed
from allybook.store.filters.choice import Choice, Sway
from allybook.store.filters.muted import ASIDE
from allybook.store.filters.terms import AFTER, BEFORE, by_link, compile_term, is_link, moment_of
from allybook.store.posts.judging import PLAINLY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import datetime

    from allybook.store.posts.judging import Judged


IN_WORDS = "post_words MATCH ?"
# What conditions begin with that make a list of posts, or walk one; a list of posts with words is
# made in less time than it takes to ask of each post whether it is muted, unless they are few.
LISTS = ("links.folded", "FROM links", "FROM post_sources")
WORD_LISTS = ("post_words WHERE",)
SET, UNSET = " <> 0", " = 0"
BIT_TESTS = "posts.traits &", "(posts.reasons &"
OF_AUTHORS = frozenset({On.FROM, On.AUTHOR, On.IN, On.TAG, On.CATEGORY})
LISTED = frozenset({On.CHAT, On.SOURCE})
DEEPEST = 16
"""So deep may a question to the index be nested: its parser has room for about three times that."""
# Many handles are asked for at once: a list of thousands is still one condition.
HANDLES = {
    On.FROM: "posts.author_id IN (SELECT id FROM accounts"
    " WHERE folded IN (SELECT value FROM json_each(?)))",
    On.TO: "posts.to_handle IN (SELECT value FROM json_each(?))",
}
OF_AUTHORS_IS = frozenset({"ally", "verified", "private"})


def compile_choice(node: Node, now: datetime, judged: Judged = PLAINLY) -> Choice:
    """Return where to look for what a filter keeps at the moment ``now`` (UTC).

    Where all that it keeps holds certain words, the search index leads: it gives the newest posts
    first and can stop after a page, instead of listing every post with those words beforehand.
    Where all of it links to certain addresses, the links lead in the same way.
    """
    parts = list(parts_of(node))
    since = max(_edges(parts, AFTER, now), default=None)
    until = min(_edges(parts, BEFORE, now), default=None)
    question, rest = _share(parts)
    if question:
        where = _then(Condition(IN_WORDS, (question,)), rest, now, judged)
        return Choice(where, "post_words.rowid", since=since, until=until)
    link = next(filter(is_link, parts), None)
    if link is not None:
        rest = [part for part in parts if part is not link]
        where = _then(by_link(link), rest, now, judged)
        return Choice(where, "links.post_id", since=since, until=until)
    where = _hold_all("", parts, now, judged)
    by_author, by_list = any(map(_is_of_authors, parts)), any(map(_is_listed, parts))
    return Choice(where, since=since, until=until, by_author=by_author, by_list=by_list)


def _then(first: Condition, rest: Sequence[Node], now: datetime, judged: Judged) -> Condition:
    """Add to the condition on a table that leads what is asked of the posts themselves."""
    if not rest:
        return first
    asked = _hold_all("", rest, now, judged)
    return Condition(f"{first.sql} AND {asked.sql}", first.bindings + asked.bindings)


def divide_choice(node: Node, now: datetime, judged: Judged) -> tuple[Choice, Sway | None]:
    """Return a choice for counting, and what mutes change of it where it leaves them out.

    Where many posts are looked through, asking each whether it is muted takes far longer than to
    look at the muted ones, which lie aside, by themselves. That is not so where a list of posts is
    made first that takes its time (``LISTS``): it would be made twice.
    """
    choice = compile_choice(node, now, judged.without_mutes())
    lists = LISTS + WORD_LISTS if choice.by_author else LISTS
    if judged.aside and not any(made in choice.where.sql for made in lists):
        return choice, _compile_sway(node, now, judged)
    return compile_choice(node, now, judged), None


def _compile_sway(node: Node, now: datetime, judged: Judged) -> Sway | None:
    """Return what mutes change; None where they change nothing."""
    muted, unmuted = judged.among_muted(), judged.without_mutes()
    steady: list[Node] = []
    swayed: list[Node] = []
    for part in parts_of(node):
        same = compile_filter(part, now, muted) == compile_filter(part, now, unmuted)
        (steady if same else swayed).append(part)
    if not swayed:
        return None
    both, rest = And(tuple(swayed)), And(tuple(steady))
    more, less = (compile_filter(both, now, one) for one in (muted, unmuted))
    return Sway(more, less, compile_choice(rest, now, unmuted).among(ASIDE))


def _edges(parts: Iterable[Node], kind: Collection[On], now: datetime) -> Iterator[int]:
    """Yield the moments that all must be after, or before."""
    for part in parts:
        if isinstance(part, Term) and part.on in kind:
            edge = moment_of(part, now)
            if edge is not None:
                yield edge


def _is_of_authors(part: Node) -> bool:
    if isinstance(part, Or):
        return all(map(_is_of_authors, part.parts))
    if not isinstance(part, Term):
        return False
    return part.on in OF_AUTHORS or (part.on is On.IS and part.value in OF_AUTHORS_IS)


def _is_listed(part: Node) -> bool:
    return isinstance(part, Term) and part.on in LISTED


def compile_filter(node: Node, now: datetime, judged: Judged = PLAINLY) -> Condition:
    """Return the condition for a filter at the moment ``now`` (UTC)."""
    question = _question(node)
    if question is not None:
        return _match(question)
    if isinstance(node, Not):
        return _negate(compile_filter(node.part, now, judged))
    if isinstance(node, And):
        return _hold_all(*_share(list(parts_of(node))), now, judged)
    if isinstance(node, Or):
        return _any(node, now, judged)
    return NOTHING if _is_text(node) else compile_term(node, now, judged)


def _negate(condition: Condition) -> Condition:
    """Return the opposite; a bit is asked for without a detour, since it may be a million times."""
    if _is_bit(condition):
        return replace(condition, sql=f"{condition.sql.removesuffix(SET)}{UNSET}")
    return Condition(f"NOT {condition.sql}", condition.bindings)


def _is_bit(condition: Condition) -> bool:
    return condition.sql.startswith("posts.traits &") and condition.sql.endswith(SET)


def _hold_all(question: str, rest: Sequence[Node], now: datetime, judged: Judged) -> Condition:
    """Return the condition that the index answers ``question`` and all of ``rest`` holds."""
    unwanted = [] if question else [part for part in rest if is_unwanted(part)]
    asked = [compile_filter(part, now, judged) for part in rest if part not in unwanted]
    if question:
        asked.insert(0, _match(question))
    if unwanted:
        asked.insert(0, _negate(_match(__joined_question((one.part for one in unwanted), " OR "))))
    # SQLite asks from left to right: what costs least first.
    asked.sort(key=lambda condition: not condition.sql.startswith(BIT_TESTS))
    return _join(asked, "AND") if asked else EVERYTHING


def _share(parts: Sequence[Node]) -> tuple[str, Sequence[Node]]:
    """Return what the search index is asked of every post kept, or ``""``, and all other parts."""
    questions = [_question(part) for part in parts]
    words = " AND ".join(filter(None, questions))
    if not words:
        return "", parts
    others = [part for part, question in zip(parts, questions, strict=True) if not question]
    unwanted = [part for part in others if is_unwanted(part)]
    without = __joined_question((part.part for part in unwanted), " OR ")
    rest = [part for part in others if part not in unwanted]
    return (f"({words}) NOT ({without})" if unwanted else words), rest


def parts_of(node: Node) -> Iterator[Node]:
    """Yield what all must hold, also what stands in brackets."""
    if not isinstance(node, And):
        yield node
        return
    for part in node.parts:
        yield from parts_of(part)


def is_unwanted(part: Node) -> TypeGuard[Not]:
    """Return whether a part of a filter leaves out posts with certain words."""
    return isinstance(part, Not) and _question(part.part) is not None


def _any(node: Or, now: datetime, judged: Judged = PLAINLY) -> Condition:
    words = [part for part in node.parts if _question(part)]
    rest = [part for part in node.parts if not (_question(part) or _is_handle(part))]
    handles: defaultdict[On, list[str]] = defaultdict(list)
    for part in filter(_is_handle, node.parts):
        handles[part.on].append(part.value.lower())
    asked = [Condition(HANDLES[on], (listed(some),)) for on, some in handles.items()]
    asked += [compile_filter(part, now, judged) for part in rest]
    if words:
        asked.insert(0, _match(__joined_question(words, " OR ")))
    return _join(asked, "OR") if asked else NOTHING


def _is_handle(part: Node) -> TypeGuard[Term]:
    return (
        isinstance(part, Term) and part.on in HANDLES and HANDLE.fullmatch(part.value) is not None
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
        f"(posts.id IN (SELECT rowid FROM post_words WHERE post_words MATCH ? AND rowid {WITHIN}))",  # noqa: S608 (fixed words)
        (question,),
    )


def _is_text(term: Term) -> bool:
    return term.on in {On.WORD, On.PHRASE, On.HASHTAG, On.MENTION}


def _question(node: Node, deep: int = 0) -> str | None:
    """Return the question to the search index that a part of a filter is, or None.

    It lies ``deep`` within another part; what is nested deeper than the index reads is asked of it
    in several questions.
    """
    if deep > DEEPEST:
        return None
    if isinstance(node, Term):
        words = _words(node)
        return f'"{words}"' if words else None
    if isinstance(node, Not):
        return None
    questions = []
    for part in node.parts:
        question = _question(part, deep + 1)
        if question is None:
            return None
        questions.append(question)
    word = " AND " if isinstance(node, And) else " OR "
    return f"({word.join(filter(None, questions))})" if questions else None


def __joined_question(parts: Iterable[Node], word: str) -> str:
    return word.join(filter(None, map(_question, parts)))


def _words(term: Term) -> str:
    """Return the tokens that a term looks for, as the index has them; ``""`` where it has none."""
    if term.on is On.HASHTAG:
        return tag_word(term.value)
    if term.on is On.MENTION:
        return mention_word(term.value)
    return " ".join(term_words(term.value)) if _is_text(term) else ""
