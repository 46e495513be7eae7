"""The reference: whether a filter keeps a post. SQL and X's search must agree with this.

===========  ======================================================================================
word phrase  its tokens stand side by side among the tokens of the text (``words``)
#tag @name   a hashtag or mention that X named, folded whole
from: to:    handles, case aside; the author's, and the one answered (``facts.addressee``)
from:id:     the author's id, whether or not a handle is known
url:         part of an address that the post links to, folded
lang:        X's language code, case aside
is:          repost, quote, reply: the post has ``repost_of``, ``quote_of``, ``reply_to``;
             ally: any book holds the author; verified, private: of the author, no if unknown;
             muted, question, copy: ``Subject``
has:         links, hashtags, mentions, media: any; images: a photo; video: a video (GIFs are not)
min_ max_    counts, both ends included
since until  ``since`` is included, ``until`` is not; dates are midnight in the zone of ``now``
newer older  than that long before now; every post is one or the other
in:          the name of a book that holds the author, folded whole
tag category of the author in any book, folded whole
list:        the name or id of a list, folded whole: the post came from it, or one of its members
             wrote it, wherever that was read (``Subject.sources`` has the list in both cases)
chat:        the hashtag of a chat that the post came from, folded whole
source:      the kind (home, file, own ...) or name of a source that is no list, folded whole
             (in names of all these kinds, a leading # is no part of the name)
noise        ``Subject.noise``; ``noise>`` leaves the number out, ``noise<=`` includes it
===========  ======================================================================================

A value that cannot be read (``since:soon``, a word without letters) keeps nothing; the parser
refuses it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.terms import any_text, tester
from allybook.domain.filters.tree import And, Node, Not, On, Or, Term

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.filters.subject import Subject
    from allybook.domain.filters.terms import Test


MANY = 4
"""From so many words on, looking all of them up at once is quicker than one after the other."""
TEXTS = frozenset({On.WORD, On.PHRASE})


def matches(node: Node, subject: Subject, now: datetime) -> bool:
    """Return whether a filter keeps a post at the moment ``now``, whose zone says what a day is."""
    return matcher(node, now)(subject)


def matcher(node: Node, now: datetime) -> Test:
    """Return ``matches`` for one filter and moment, prepared for many posts."""
    if isinstance(node, Term):
        return tester(node, now)
    if isinstance(node, Not):
        part = matcher(node.part, now)
        return lambda subject: not part(subject)
    tests = _tests(node, now)
    if len(tests) == 1:
        return tests[0]
    return _each(tests) if isinstance(node, And) else _one_of(tests)


def _tests(node: And | Or, now: datetime) -> tuple[Test, ...]:
    """Return the tests of the parts; many words of which any one decides are a single test."""
    found = {part: _decisive(node, part) for part in node.parts}
    values = [value for value in found.values() if value is not None]
    if len(values) < MANY:
        return tuple(matcher(part, now) for part in node.parts)
    has_any = any_text(values)
    words = has_any if isinstance(node, Or) else lambda subject: not has_any(subject)
    return (words, *(matcher(part, now) for part, value in found.items() if value is None))


def _decisive(node: And | Or, part: Node) -> str | None:
    """Return the word or phrase that decides alone, if a part is one: there, or left out."""
    if isinstance(node, Or):
        return _text(part)
    return _text(part.part) if isinstance(part, Not) else None


def _text(node: Node) -> str | None:
    return node.value if isinstance(node, Term) and node.on in TEXTS else None


def _each(tests: Sequence[Test]) -> Test:
    """Return whether all tests hold (in a loop of its own, four times as quick as ``all``)."""

    def test_each(subject: Subject) -> bool:
        """Return whether all tests hold for a post."""
        for test in tests:  # noqa: SIM110
            if not test(subject):
                return False
        return True

    return test_each


def _one_of(tests: Sequence[Test]) -> Test:
    """Return whether any test holds."""

    def test_one_of(subject: Subject) -> bool:
        """Return whether any test holds for a post."""
        for test in tests:  # noqa: SIM110
            if test(subject):
                return True
        return False

    return test_one_of
