"""Muted authors: whose id a muted handle stands for, and by which handles others pass them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.mutes import MuteKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.mutes import Mute

    LookUp = Callable[[Sequence[str]], Mapping[str, str]]


class MutedAuthors(Struct, frozen=True):
    """Mutes, with what X told last of the authors among them: ids by handle, handles by id."""

    mutes: tuple[Mute, ...]
    handles: Mapping[str, str]
    holders: Mapping[str, str]

    @classmethod
    def of(cls, mutes: tuple[Mute, ...], handles_of: LookUp, holders_of: LookUp) -> MutedAuthors:
        """Return mutes with the ids of their authors, as far as X told them, and each author once.

        Of two mutes of one author the later one holds: muted again means for so long from then.
        ``handles_of`` tells which handles ids have now, ``holders_of`` which ids have handles (both
        lower-cased) now.
        """
        authors = [one for one in mutes if one.kind is MuteKind.AUTHOR]
        if not authors:
            return cls(mutes, {}, {})
        by_id = [(one.user_id, one.value) for one in authors if one.user_id]
        handles = handles_of([user_id for user_id, _ in by_id]) if by_id else {}
        others = [
            one for one in authors if one.value and one.value != handles.get(one.user_id or "")
        ]
        holders = holders_of([one.value.lower() for one in others]) if others else {}
        named = {
            value.lower(): user_id
            for user_id, value in by_id
            if holders.get(value.lower(), user_id) == user_id
        }
        return cls(tuple(_settle(mutes, {**named, **holders})), handles, holders)

    def named(self) -> tuple[Mute, ...]:
        """Return the mutes as they are told: authors by the handle that they have now."""
        return tuple(_call(one, self._names(one)[0]) for one in self.mutes)

    def spelled_out(self) -> tuple[Mute, ...]:
        """Return the mutes as posts are held against them: authors by each of their handles."""
        return tuple(_call(one, name) for one in self.mutes for name in self._names(one))

    def _names(self, mute: Mute) -> tuple[str, ...]:
        """Return by which handles others pass on who is muted, the present one first.

        The one by which they were muted is among them until X tells that somebody else has it now:
        older posts name them so. ``""`` stands for none.
        """
        if mute.kind is not MuteKind.AUTHOR or mute.user_id is None:
            return (mute.value,)
        now = self.handles.get(mute.user_id, "")
        is_taken = self.holders.get(mute.value.lower(), mute.user_id) != mute.user_id
        before = "" if is_taken else mute.value
        if now and before and now.lower() != before.lower():
            return now, before
        return (now or before,)


def _settle(mutes: Sequence[Mute], known: Mapping[str, str | None]) -> Iterable[Mute]:
    """Return mutes with the ids that are known of handles; of an author the last one."""
    settled: dict[object, Mute] = {}
    for place, one in enumerate(mutes):
        if one.kind is not MuteKind.AUTHOR:
            settled[place] = one
            continue
        user_id = one.user_id or known.get(one.value.lower())
        author = one if user_id == one.user_id else replace(one, user_id=user_id)
        settled[author.reach] = author
    return settled.values()


def _call(mute: Mute, name: str) -> Mute:
    return mute if name == mute.value else replace(mute, value=name)
