"""Says as much of a filter as X's search can, so that noise is not paid for.

The query may admit more than the filter, never less; the ``remainder`` is matched here. So:

* What X finds *at least* where the filter does (words, ``to:``, links) is sent, and matched again;
  its opposite is not sent, for X could leave out too much. X counts pictures as links and looks for
  words in addresses.
  What a repost says that its original does not (``RT @name:``, a word cut off) X does not find.
* What X finds *exactly* where the filter does is sent either way and not matched again: author,
  repost, reply; and, because X takes a repost for what it passes on, hashtags, mentions, language,
  quotes and the like only where reposts are left out.
* Alternatives are sent whole or not at all, each with something to find: X refuses ``a OR -b``.
* X does not find part of a run in a script without spaces; it does part such a run from the words
  beside it. It wants at least one operator that can stand alone.
* Words that posts spell in more ways than X can be asked (``has_many_spellings``) are sent only
  where nothing else could be looked for.
* ``from:`` and ``to:`` take handles and ids. Digits that could be either are matched here.
* Times are asked for beside the query, by the posts that they begin and end with.
* Words and hashtags are written so that X finds them however they are spelt (``spelling``).

Sources: X's pages "Build a query" and "Operators" (read 2026-11), and the one on the enterprise
search operators, which says that accents do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.languages import LANGUAGES
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.tree import EVERYTHING, And, Node, Not, On, Or, Term, terms_of
from allybook.domain.filters.words import are_letters, term_words
from allybook.domain.hashtags import in_tag
from allybook.domain.people.accounts import HANDLE
from allybook.gateway.spelling import (
    has_many_spellings,
    has_one_spelling,
    write_tag,
    write_usual_tag,
    write_words,
)
from allybook.ports.network import XQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LIMIT = 512
"""The most characters that a self-serve search may have."""
_LONGEST_HANDLE = 15

_LEAVE_OUT_REPOSTS = "-is:retweet"
_NO_REPOSTS = Not(Term(On.IS, "repost"))
_ALONE = {On.WORD, On.PHRASE, On.HASHTAG, On.MENTION, On.FROM, On.AUTHOR, On.TO, On.URL}
_EXACT = {"from", "from:id", "is:repost", "is:reply"}
_EXACT_BUT_FOR_REPOSTS = {
    "hashtag",
    "mention",
    "lang",
    "is:quote",
    "has:hashtags",
    "has:mentions",
    "has:media",
}
_IS = {"repost": "retweet", "quote": "quote", "reply": "reply", "verified": "verified"}
_HAS = {
    "links": "links",
    "media": "media",
    "hashtags": "hashtags",
    "mentions": "mentions",
    "images": "images",
    "video": "videos",
}


class _Part(Struct, frozen=True):
    """A part of a query; ``text`` is empty where X cannot say it.

    ``exact``: nothing is left to match; ``alone``: X accepts it by itself; ``finds``: each way to
    match it has something that is not negated. ``said`` is what the text says, as a filter.
    """

    text: str
    exact: bool
    alone: bool
    finds: bool
    said: Node = EVERYTHING


_NOTHING_SAID = _Part("", exact=False, alone=False, finds=False)


class _Manner(Struct, frozen=True):
    """How parts are said: ``own``, of posts that are no reposts; ``wide``, in wide letters too."""

    own: bool
    wide: bool


def to_query(node: Node, within: str = "") -> XQuery:
    """Return a search that finds every post that the filter keeps, and what is left to match.

    ``within`` is what X looks through, as X writes it and accepts it by itself (``list:9001``).
    Full-width letters are asked for where that leaves nothing else out.
    """
    tree = normalise(node)
    query, left_out = _say(tree, within, wide=True)
    if not left_out:
        return query
    shorter, still_out = _say(tree, within, wide=False)
    return shorter if still_out < left_out else query


def _say(tree: Node, within: str, *, wide: bool) -> tuple[XQuery, int]:
    """Return a search, and how many parts that X could look for have no room in it."""
    conditions = tree.parts if isinstance(tree, And) else (tree,)
    manner = _Manner(_NO_REPOSTS in conditions, wide)
    parts = [_express(condition, negated=False, manner=manner) for condition in conditions]
    sure = [
        _NOTHING_SAID if _is_doubtful(one) else part
        for one, part in zip(conditions, parts, strict=True)
    ]
    if within or _first(sure) is not None:
        parts = sure
    said = sum(1 for part in parts if part.text)
    first = _first(parts)
    if not within and first is None:
        return XQuery("", tree), said
    sent = _fit(parts, [] if within or first is None else [first], len(within))
    exact = {at for at in sent if parts[at].exact}
    left = tuple(each for at, each in enumerate(conditions) if at not in exact)
    text = " ".join([*filter(None, [within]), *(parts[at].text for at in sorted(sent))])
    found = EVERYTHING if within or first is None else parts[first].said
    sifted = normalise(And(tuple(parts[at].said for at in sorted(sent))))
    return XQuery(text, normalise(And(left)), found, sifted), said - len(sent)


def _is_doubtful(condition: Node) -> bool:
    """Return whether a part asks for words that posts spell in more ways than X can be asked."""
    texts = (term.value for term in terms_of(condition) if term.on in {On.WORD, On.PHRASE})
    return any(map(has_many_spellings, texts))


def _first(parts: Sequence[_Part]) -> int | None:
    """Return the shortest part that X accepts by itself, if there is one that fits.

    There is always room left for leaving out reposts, because others rest on that.
    """
    room = LIMIT - len(_LEAVE_OUT_REPOSTS) - 1
    alone = (at for at, part in enumerate(parts) if part.alone and len(part.text) <= room)
    return min(alone, key=lambda at: len(parts[at].text), default=None)


def _fit(parts: Sequence[_Part], first: Sequence[int], taken: int) -> set[int]:
    """Return which parts go into one query beside ``taken`` characters: the shortest ones."""
    order = sorted(range(len(parts)), key=lambda at: len(parts[at].text))
    first = [*first, *(at for at in order if parts[at].text == _LEAVE_OUT_REPOSTS)]
    sent: set[int] = set()
    used = taken or -1
    for at in dict.fromkeys([*first, *order]):
        length = len(parts[at].text) + 1
        if parts[at].text and used + length <= LIMIT:
            sent.add(at)
            used += length
    return sent


def _express(node: Node, *, negated: bool, manner: _Manner) -> _Part:
    """Return what X can say of a part."""
    if isinstance(node, Not):
        return _express(node.part, negated=not negated, manner=manner)
    if isinstance(node, Term):
        return _express_term(node, negated=negated, manner=manner)
    parts = [_express(part, negated=negated, manner=manner) for part in node.parts]
    return _join_all(parts) if isinstance(node, And) is not negated else _join_any(parts)


def _join_all(parts: Sequence[_Part]) -> _Part:
    """Return the part that says as many of these as can be said."""
    said = [part for part in parts if part.text]
    return _Part(
        text=" ".join(part.text for part in said),
        exact=all(part.exact for part in parts),
        alone=any(part.alone for part in said),
        finds=any(part.finds for part in said),
        said=And(tuple(part.said for part in said)),
    )


def _join_any(parts: Sequence[_Part]) -> _Part:
    """Return the part that says any of these, if each can be said."""
    if not parts or not all(part.finds for part in parts):
        return _NOTHING_SAID
    return _Part(
        text=f"({' OR '.join(_bare(part.text) for part in parts)})",
        exact=all(part.exact for part in parts),
        alone=all(part.alone for part in parts),
        finds=True,
        said=Or(tuple(part.said for part in parts)),
    )


def _bare(text: str) -> str:
    """Return alternatives without their own parentheses, to stand among others."""
    is_group = text.startswith("(") and text.find(")") == len(text) - 1
    return text[1:-1] if is_group else text


def _express_term(term: Term, *, negated: bool, manner: _Manner) -> _Part:
    """Return a condition as X writes it."""
    key = f"{term.on.value}:{term.value}" if term.on in {On.IS, On.HAS} else term.on.value
    is_exact = key in _EXACT or (manner.own and key in _EXACT_BUT_FOR_REPOSTS)
    if negated:
        return _leave_out(term) if is_exact else _NOTHING_SAID
    text = _write(term, manner)
    if not text:
        return _NOTHING_SAID
    # What is asked for in several ways is perhaps not all the same to X.
    exact = is_exact and " OR " not in text
    return _Part(text, exact=exact, alone=term.on in _ALONE, finds=True, said=term)


def _leave_out(term: Term) -> _Part:
    """Return that X leaves out a condition that it finds exactly, in one of its ways at least."""
    text = _write(term, _Manner(own=True, wide=False))
    exact = " OR " not in text
    if not exact:
        text = write_usual_tag(term.value) if term.on is On.HASHTAG else ""
    if not text:
        return _NOTHING_SAID
    return _Part(f"-{text}", exact=exact, alone=False, finds=False, said=Not(term))


def _write(term: Term, manner: _Manner) -> str:
    if term.on in {On.WORD, On.PHRASE}:
        # X looks for letters and digits: nothing says that it finds a stroke that stands alone.
        if not are_letters(term_words(term.value)):
            return ""
        return write_words(term.value, wide=manner.wide)
    return _WRITERS[term.on](term.value) if term.on in _WRITERS else ""


def _write_url(value: str) -> str:
    """Return the whole words inside a part of an address: X does not look for half ones.

    Its first and last word may be a part of a longer one.
    """
    first, *others = [at for at, sign in enumerate(value) if not in_tag(sign)] or [0]
    last = max(others, default=first)
    within = [at for at in range(first, last) if in_tag(value[at])]
    if (
        all(value[at] == "_" for at in within)
        or '"' in value
        or not (value.isascii() or has_one_spelling(value))
    ):
        return ""
    return f'url:"{value[within[0] : within[-1] + 1]}"'


def _write_language(value: str) -> str:
    """Return a language by X's code; Chinese by the two of X's page, which has no ``zh``."""
    if value == "zh":
        return "(lang:zh-CN OR lang:zh-TW)"
    if value == "hi-latn":
        return "lang:hi-Latn"
    return f"lang:{value}" if value in LANGUAGES else ""


def _is_handle(value: str) -> bool:
    """Return whether X takes a text for a handle: it could take digits alone for an id."""
    return HANDLE.fullmatch(value) is not None and not value.isdigit()


_WRITERS: dict[On, Callable[[str], str]] = {
    On.HASHTAG: write_tag,
    On.MENTION: lambda value: f"@{value}" if HANDLE.fullmatch(value) else "",
    On.FROM: lambda value: f"from:{value}" if _is_handle(value) else "",
    On.AUTHOR: lambda value: f"from:{value}" if len(value) > _LONGEST_HANDLE else "",
    On.TO: lambda value: f"to:{value}" if _is_handle(value) else "",
    On.URL: _write_url,
    On.LANG: _write_language,
    On.IS: lambda value: f"is:{_IS[value]}" if value in _IS else "",
    On.HAS: lambda value: f"has:{_HAS[value]}" if value in _HAS else "",
}
