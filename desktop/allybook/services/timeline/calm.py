"""Whether posts are as calm as a filter wants them, told as soon as nothing more can change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.filters.match import matcher
from allybook.domain.filters.tree import On, Term, terms_of
from allybook.domain.noise.kinds import Mark
from allybook.domain.noise.scoring import WORDINGS
from allybook.services.timeline.mutes import MUTED
from allybook.services.timeline.view import NOISES

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.filters.subject import Subject
    from allybook.domain.filters.tree import And, Node
    from allybook.domain.noise import Verdict
    from allybook.services.timeline.around import More

Key = tuple[int, bool, bool, bool]
_JUDGED = frozenset({MUTED, Term(On.IS, "question"), Term(On.IS, "copy")})


Outlook = Mapping[int | None, bool | None]
"""The answer for a post by what its words bring (None: by whatever they bring), or None where more
decides."""


class Calm:
    """Whether a post is as calm, or as loud, as the loud parts of a filter want it.

    Few verdicts differ: where nothing but noise and mutes is asked for, each is tested once.
    """

    def __init__(self, loud: And, now: datetime) -> None:
        """Take the loud parts, which ask for noise or mutes, and ``now`` in the zone of days."""
        self._holds = matcher(loud, now)
        self.asks_more = any(not _asks_noise(term) for term in terms_of(loud))
        self._tested: dict[Key, bool] = {}

    def look_out(self, subject: Subject, form: Verdict, more: More) -> Outlook:
        """Return the answers for a post with this form, to which ``more`` can come from others."""
        outlook: dict[int | None, bool | None] = {
            wording: self.foresee(subject, with_marks(form, wording), more) for wording in WORDINGS
        }
        answers = set(outlook.values())
        outlook[None] = answers.pop() if len(answers) == 1 else None
        return outlook

    def foresee(self, subject: Subject, known: Verdict, more: More) -> bool | None:
        """Return the answer for a post with what is known of it, or None where more decides."""
        first, *others = (self.test(subject, with_marks(known, marks)) for marks in more)
        return first if all(other is first for other in others) else None

    def test(self, subject: Subject, verdict: Verdict) -> bool:
        """Return whether the loud parts hold for a post with this verdict."""
        if self.asks_more:
            return self._put(subject, verdict)
        key = _key(verdict)
        if key not in self._tested:
            self._tested[key] = self._put(subject, verdict)
        return self._tested[key]

    def _put(self, subject: Subject, verdict: Verdict) -> bool:
        judged = replace(
            subject,
            noise=verdict.noise,
            muted=verdict.mute is not None,
            question=bool(verdict.marks & Mark.QUESTION),
            copy=bool(verdict.marks & Mark.NEAR),
        )
        return self._holds(judged)


def with_marks(verdict: Verdict, marks: int) -> Verdict:
    """Return a verdict with more marks, none of which it has."""
    return replace(verdict, marks=verdict.marks + marks) if marks else verdict


def is_loud(part: Node) -> bool:
    """Return whether a part of a filter asks for noise, for what it marks, or for mutes."""
    return any(map(_asks_noise, terms_of(part)))


def _key(verdict: Verdict) -> Key:
    """Return what noise hangs on."""
    return verdict.marks, verdict.ally, verdict.foreign, verdict.mute is not None


def _asks_noise(term: Term) -> bool:
    return term.on in NOISES or term in _JUDGED
