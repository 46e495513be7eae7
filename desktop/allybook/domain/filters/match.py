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
list: chat:  the name (list id, hashtag) of a source that the post came from, folded whole
source:      the kind (home, file, own ...) or name of a source that is no list, folded whole
             (in names of all these kinds, a leading # is no part of the name)
noise        ``Subject.noise``; ``noise>`` leaves the number out, ``noise<=`` includes it
===========  ======================================================================================

A value that cannot be read (``since:soon``, a word without letters) keeps nothing; the parser
refuses it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.terms import tester
from allybook.domain.filters.tree import And, Node, Not, Term

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.filters.subject import Subject
    from allybook.domain.filters.terms import Test


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
    tests = tuple(matcher(part, now) for part in node.parts)
    if len(tests) == 1:
        return tests[0]
    return _each(tests) if isinstance(node, And) else _one_of(tests)


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
