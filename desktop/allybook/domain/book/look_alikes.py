"""Allies that may be one: an old handle, the same id, or nearly the same name.

It only points them out: two accounts can bear one name, and somebody may bear another's on purpose.
Near names are compared only where they share a part (an ending, a beginning, a word that is rare),
so that a book of 50,000 is done in seconds.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    Score = Callable[[str, str], float]
    """How alike two texts are, from 0 to 100."""


class AlikeBy(StrEnum):
    """Why two may be one, the surest first."""

    SAME_ID = "same_id"
    OLD_HANDLE = "old_handle"
    NEAR_HANDLE = "near_handle"
    NEAR_NAME = "near_name"


class Likeness(Struct, frozen=True):
    """What an ally is known by. ``user_id`` may come from the cache, for one known by handle.

    ``old_handles`` are those that the account had before; ``fallen`` says that X has suspended or
    lost it.
    """

    key: str
    handle: str
    name: str = ""
    user_id: str = ""
    kind: Kind = Kind.PERSON
    old_handles: tuple[str, ...] = ()
    fallen: bool = False


class LookAlike(Struct, frozen=True):
    """Two that may be one; ``score`` is from 0 to 100."""

    one: Likeness
    other: Likeness
    why: AlikeBy
    score: float = 100.0

    @property
    def keys(self) -> tuple[str, str]:
        """Return the two record keys, always in the same order."""
        first, second = sorted((self.one.key, self.other.key))
        return first, second


NEAR = 90.0
"""Names that are this much alike are worth a look: one letter in ten may differ."""
SHORTEST = 6
"""Shorter names differ by a letter too easily."""
PART = 5
CROWD = 40
"""So many with one part in common are no hint any more."""
_FILLERS = frozenset({"the", "of", "and", "for", "a", "an", "de", "la", "der", "die", "das", "und"})
_WORDS = re.compile(r"[^\W_]+")
# What is written to look like something else: digits for letters. Only for comparing.
_LIKE = str.maketrans("013457", "oieast")


def find_look_alikes(
    faces: Iterable[Likeness], score: Score, *, among: Collection[str] | None = None
) -> tuple[LookAlike, ...]:
    """Return the pairs that may be one, the surest first, each pair once with its best reason.

    With ``among``, near names are looked for of these record keys only.
    """
    accounts = [face for face in faces if face.kind is not Kind.HASHTAG]
    # Whose ids are known X tells apart, unless one has fallen and came back under another.
    loose = {face.key for face in accounts if not face.user_id or face.fallen}
    wanted = loose if among is None else loose.intersection(among)
    found: dict[tuple[str, str], LookAlike] = {}
    for pair in (*_known(accounts), *(_near(accounts, wanted, score) if wanted else ())):
        found.setdefault(pair.keys, pair)
    order = list(AlikeBy)
    return tuple(sorted(found.values(), key=lambda p: (order.index(p.why), -p.score, p.keys)))


def squeeze(text: str) -> str:
    """Return letters and digits only, lower-cased, without accents and usual fillers."""
    bare = text.lower() if text.isascii() else _without_accents(text)
    return "".join([word for word in _WORDS.findall(bare) if word not in _FILLERS])


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _known(faces: Sequence[Likeness]) -> Iterator[LookAlike]:
    """Yield those that the ids or the old handles show to be one."""
    by_id: dict[str, Likeness] = {}
    for face in faces:
        if face.user_id and (first := by_id.setdefault(face.user_id, face)) is not face:
            yield LookAlike(first, face, AlikeBy.SAME_ID)
    by_handle = {face.handle.lower(): face for face in faces if not face.user_id}
    for face in faces:
        for old in face.old_handles:
            named = by_handle.get(old.lower())
            if named is not None and named is not face:
                yield LookAlike(face, named, AlikeBy.OLD_HANDLE)


def _near(faces: Sequence[Likeness], wanted: Collection[str], score: Score) -> Iterator[LookAlike]:
    texts = {face.key: (squeeze(face.handle), squeeze(face.name)) for face in faces}
    for one, other in _close(faces, texts, wanted):
        handle, name = _scores(texts[one.key], texts[other.key], score)
        if max(handle, name) >= NEAR:
            why = AlikeBy.NEAR_HANDLE if handle >= name else AlikeBy.NEAR_NAME
            yield LookAlike(one, other, why, max(handle, name))


def _scores(one: tuple[str, str], other: tuple[str, str], score: Score) -> tuple[float, float]:
    """Return how alike two handles are, and how alike their names (or a name and a handle)."""
    handle = _score(one[0].translate(_LIKE), other[0].translate(_LIKE), score)
    crossed = ((one[1], other[1]), (one[0], other[1]), (one[1], other[0]))
    return handle, max(_score(a, b, score) for a, b in crossed)


def _score(one: str, other: str, score: Score) -> float:
    if min(len(one), len(other)) < SHORTEST:
        return 100.0 if one and one == other and len(one) >= PART else 0.0
    return score(one, other)


def _close(
    faces: Sequence[Likeness], texts: Mapping[str, tuple[str, str]], wanted: Collection[str]
) -> Iterator[tuple[Likeness, Likeness]]:
    """Yield the pairs that share a part which is rare, each once, with one wanted at least."""
    here = [place for place, face in enumerate(faces) if face.key in wanted]
    own = set(here)
    groups: dict[str, list[int]] = {}
    for place in here:
        for part in _parts(faces[place], texts[faces[place].key]):
            groups.setdefault(part, []).append(place)
    _join(groups, faces, texts, own)
    met: set[tuple[int, int]] = set()
    for group in groups.values():
        if 1 < len(group) <= CROWD:
            ours = own.intersection(group)
            met.update((min(a, b), max(a, b)) for a in ours for b in group if a != b)
    for first, second in sorted(met):
        if not _are_two(faces[first], faces[second]):
            yield faces[first], faces[second]


def _join(
    groups: Mapping[str, list[int]],
    faces: Sequence[Likeness],
    texts: Mapping[str, tuple[str, str]],
    own: Collection[int],
) -> None:
    """Put everybody else into the groups that there are."""
    for place, face in enumerate(faces):
        if place not in own:
            for part in _parts(face, texts[face.key]) & groups.keys():
                groups[part].append(place)


def _are_two(one: Likeness, other: Likeness) -> bool:
    """Return whether X tells them apart; who has fallen may have come back under a new id."""
    told = bool(one.user_id and other.user_id) and one.user_id != other.user_id
    return told and not (one.fallen or other.fallen)


def _parts(face: Likeness, texts: tuple[str, str]) -> set[str]:
    """Return what a near name would share with this one."""
    parts: set[str] = set()
    for text in texts:
        plain = text.translate(_LIKE)
        if len(plain) >= PART:
            parts |= {plain, f"^{plain[:PART]}", f"{plain[-PART:]}$"}
    words = (word for word in _WORDS.findall(face.name.casefold()) if len(word) >= PART)
    return parts | {f" {word}" for word in words}
