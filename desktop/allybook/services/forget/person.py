"""By what a person may be known, and what is about them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.mutes import MuteKind
from allybook.services.forget.naming import naming

if TYPE_CHECKING:
    from allybook.domain.mutes import Mute
    from allybook.services.forget.naming import Naming


class Person(Struct, frozen=True):
    """By what a person may be known: user ids, lower-cased handles and names, and record keys."""

    user_ids: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    @property
    def every_key(self) -> frozenset[str]:
        """Return all record keys that may be theirs."""
        return self.keys | self.user_ids | {f"@{handle}" for handle in self.handles}

    def is_muted_by(self, mute: Mute) -> bool:
        """Return whether a mute is of them."""
        return mute.kind is MuteKind.AUTHOR and self.is_called(mute.user_id, mute.value)

    def is_called(self, user_id: str | None, handle: str) -> bool:
        """Return whether it is them; where both ids are known, no handle speaks against those."""
        if user_id and self.user_ids:
            return user_id in self.user_ids
        return handle.lower() in self.handles

    @property
    def called(self) -> frozenset[str]:
        """Return their handles and ids."""
        return self.handles | self.user_ids

    def naming(self) -> Naming:
        """Return what tells whether a filter, or a question to X, is about them."""
        return naming(self.called, self.names)

    def is_named_in(self, words: str) -> bool:
        """Return whether words hold one of their names or ids."""
        folded = words.lower()
        names = map(re.escape, self.handles | self.names | self.user_ids)
        return any(re.search(rf"(?<!\w){name}(?!\w)", folded) for name in names)
