"""Whether a post shares a name as an ally, and why one may think so.

Most mentions in a chat are talk: thanks, greetings, quotations, replies. A name counts where the
words around it recommend or praise it; in an answer to the question which asks for allies, a bare
name counts too, unless the words say otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.chat import cues
from allybook.domain.chat.cues import NAME, Grade
from allybook.domain.chat.naming import find_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.chat.naming import Named
    from allybook.domain.posts import Post


class SharedBy(StrEnum):
    """Why a name counts as shared."""

    RECOMMENDED = "recommended"
    PRAISED = "praised"
    LISTED = "listed"
    ANSWERED = "answered"


class Setting(Struct, frozen=True):
    """What has to be known around a post. Names are lower-cased.

    ``never`` holds, with @ or #, what cannot be shared here: the chat's hashtag, its host, the
    author. ``present`` holds, without @, the people who are there: they are spoken to and praised
    in passing, so that only a plain recommendation counts. ``asked`` is true in an answer to a
    question for allies, ``asked_tags`` to one for hashtags.
    """

    never: frozenset[str]
    present: frozenset[str]
    asked: bool = False
    asked_tags: bool = False


class Shared(Struct, frozen=True):
    """One name that a post shares, the sentence it stands in, and why it counts."""

    name: str
    is_tag: bool
    phrase: str
    why: SharedBy


class _Cue(Struct, frozen=True):
    """Words that say something of a name, where they stand, and where the first name behind is.

    ``near`` says whether that name is within their reach: so it is counted once for each cue.
    """

    grade: Grade
    start: int
    end: int
    first: int
    near: bool


def find_shared(post: Post, setting: Setting) -> tuple[Shared, ...]:
    """Return what a post shares, each name once."""
    shared: dict[str, Shared] = {}
    if all(name in setting.never for name in _all_names(post)):
        return ()
    cues_by_text: dict[str, list[_Cue]] = {}
    for named in find_names(post):
        name = f"{'#' if named.is_tag else '@'}{named.name.lower()}"
        if name in setting.never or name in shared:
            continue
        if named.text not in cues_by_text:
            cues_by_text[named.text] = _find_cues(named.text)
        cue = _closest(named, cues_by_text[named.text])
        why = _judge(named, cue, setting)
        if why is not None:
            shared[name] = Shared(named.name, named.is_tag, named.phrase, why)
    return tuple(shared.values())


@cache
def _cues() -> tuple[tuple[Grade, int, re.Pattern[str]], ...]:
    """Return one pattern for all cues of the same grade and reach, made when first needed."""
    together: dict[tuple[Grade, int], list[str]] = {}
    for grade, reach, pattern in cues.CUES:
        together.setdefault((grade, reach), []).append(f"(?:{pattern})")
    return tuple(
        (grade, reach, re.compile(rf"(?<![\w'-])(?:{'|'.join(patterns)})(?![\w'-])"))
        for (grade, reach), patterns in together.items()
    )


_WARNINGS = frozenset({Grade.AGAINST, Grade.SHUNS})
_NEGATED = re.compile(cues.NEGATED)
_NEGATED_INSIDE = re.compile(cues.NEGATED_INSIDE)
_NOT_NEGATED = re.compile(cues.NOT_NEGATED)
# No words that take a no back have more letters.
_LONGEST = 40
_AROUND = 300
"""So many letters around a cue or a name tell all: a long post holds a thousand names, each of
which would have it searched anew."""
_CUES_BEFORE = 50
"""So many cues before a name are looked at, the last first."""
_ENOUGH = re.compile(cues.ENOUGH)
_PRAISE_BEHIND = re.compile(cues.PRAISE_BEHIND)
_SAID_BEHIND = re.compile(f"{cues.TALK_BEHIND}|{cues.BLAME_BEHIND}")
_TOPIC_BEFORE = re.compile(cues.TOPIC_BEFORE)
_NAME = re.compile(NAME)
_WORD = re.compile(r"[\w']+")


def _all_names(post: Post) -> Iterator[str]:
    yield from (f"@{mention.handle.lower()}" for mention in post.mentions)
    yield from (f"#{tag.lower()}" for tag in post.hashtags)


def _judge(named: Named, cue: _Cue | None, setting: Setting) -> SharedBy | None:
    behind = named.text[named.list_end :].lstrip()
    if _SAID_BEHIND.match(behind):
        return None
    if cue is not None and (cue.grade in _WARNINGS or _is_negated(cue, named)):
        return None
    present = named.name.lower() in setting.present
    if named.is_tag:
        return _judge_tag(named, cue, setting)
    if _PRAISE_BEHIND.match(behind) and not present:
        return SharedBy.PRAISED
    if named.opening and not setting.asked:
        return None
    return _judge_mention(named, cue, setting, present=present)


def _judge_mention(
    named: Named, cue: _Cue | None, setting: Setting, *, present: bool
) -> SharedBy | None:
    grade = cue.grade if cue else None
    if cue is not None and grade == Grade.RECOMMENDS:
        return _why(named, cue, SharedBy.RECOMMENDED)
    if present or grade == Grade.APART:
        return None
    if cue is not None:
        return _why(named, cue, SharedBy.PRAISED)
    return SharedBy.ANSWERED if setting.asked and not _is_question(named) else None


def _judge_tag(named: Named, cue: _Cue | None, setting: Setting) -> SharedBy | None:
    """Judge a hashtag: most of them only say what a post is about."""
    adjacent = cue is not None and not _WORD.search(named.text[cue.end : named.list_start])
    if named.trailing and not adjacent:
        return None
    if setting.asked_tags or (setting.asked and named.bare):
        talk = _is_question(named) or (cue is not None and cue.grade == Grade.APART)
        return None if talk else SharedBy.ANSWERED
    near = max(0, named.list_start - _AROUND)
    topic = _TOPIC_BEFORE.search(named.text, near, named.list_start)
    if cue is None or cue.grade != Grade.RECOMMENDS or (topic and not adjacent):
        return None
    return _why(named, cue, SharedBy.RECOMMENDED)


def _is_question(named: Named) -> bool:
    return named.text.rstrip().endswith("?")


def _why(named: Named, cue: _Cue, alone: SharedBy) -> SharedBy:
    listed = named.list_end - named.list_start > 1 or _NAME.search(
        named.text[cue.end : named.list_start]
    )
    return SharedBy.LISTED if listed else alone


def _closest(named: Named, found: Sequence[_Cue]) -> _Cue | None:
    """Return the cue that governs a name: the last one before its list, the longer of two.

    ``found`` are the cues of the sentence, in the order of their ends, then of their lengths.
    """
    before = bisect_right(found, named.list_start, key=lambda cue: cue.end)
    last = found[max(0, before - _CUES_BEFORE) : before]
    return next((cue for cue in reversed(last) if _reaches(cue, named)), None)


def _find_cues(text: str) -> list[_Cue]:
    """Return the cues that have a name behind them."""
    names = [found.start() for found in _NAME.finditer(text)]
    cues = (
        _Cue(grade, found.start(), found.end(), first, _is_near(text, found.end(), first, reach))
        for grade, reach, pattern in _cues()
        for found in pattern.finditer(text)
        if found.end() <= names[-1] and (grade != Grade.SHUNS or not _is_taken_back(found))
        for first in (names[bisect_left(names, found.end())],)
    )
    return sorted(cues, key=lambda cue: (cue.end, cue.end - cue.start, -cue.grade))


def _is_near(text: str, end: int, first: int, reach: int) -> bool:
    """Return whether no more words than ``reach`` stand between a cue and the name behind it."""
    return next(islice(_WORD.finditer(text, end, first), reach, None), None) is None


def _is_taken_back(found: re.Match[str]) -> bool:
    """Return whether the no that a cue begins with is none: "if you don't work with @x yet"."""
    near = max(0, found.start() - _LONGEST)
    around = _NOT_NEGATED.finditer(found.string, near, found.end())
    return any(one.end() > found.start() for one in around)


def _reaches(cue: _Cue, named: Named) -> bool:
    # "Follow @x for housing, @y for law": a recommendation goes on to the sentence's end.
    goes_on = not named.is_tag and cue.grade in (Grade.RECOMMENDS, Grade.PRAISES)
    return cue.near and (goes_on or cue.first == named.list_start)


def _is_negated(cue: _Cue, named: Named) -> bool:
    text = named.text
    # "We can't do without @x" turns round twice.
    twice = text[cue.start : cue.end] == "without"
    if twice or cue.grade not in (Grade.RECOMMENDS, Grade.PRAISES):
        return False
    if _ENOUGH.search(text, named.list_end, named.list_end + _AROUND):
        return False
    inside = text[cue.start : min(cue.first, cue.end + _AROUND)]
    before = _NOT_NEGATED.sub("", text[max(0, cue.start - _AROUND) : cue.start])
    return bool(_NEGATED.search(before) or _NEGATED_INSIDE.search(_NOT_NEGATED.sub("", inside)))
