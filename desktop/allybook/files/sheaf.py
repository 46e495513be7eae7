"""Good records on their way into one lump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ports.files import Lump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post


FULL = 4_000
"""So many records make a lump."""
FEW = 1_500
"""So many at least do so near the end of a file."""
REST = 1.5
"""Near the end of a file a lump is bound when so many of its size are left.

Each is then two fifths smaller than the one before: who writes has nearly done with one when the
next one comes, and soon after the last one with all. Smaller steps would be more lumps, and each
has its price: the same pages are written again for every one.
"""

REMEMBERED = 50_000
"""So many posts are known again (some 5 MB); of larger files, those told twice in one lump."""


class Sheaf:
    """Posts, accounts and names; each name goes into one lump only, however often it is told."""

    def __init__(self, size: int = 0) -> None:
        """Begin with a file of ``size`` bytes; 0 where they are not counted."""
        self._seen: set[str] = set()
        self._told: set[str] = set()
        self._left = size
        self._clear()

    def _clear(self) -> None:
        self.posts: list[Post] = []
        self.accounts: dict[str, Account] = {}
        self._handles: list[str] = []
        self._hashtags: list[str] = []
        self._taken = 0

    def __len__(self) -> int:
        """Return how many records of its largest sort it holds."""
        return max(len(self.posts), len(self.accounts), len(self._handles) + len(self._hashtags))

    def count(self, size: int) -> None:
        """Count bytes of the file that were read; a packed one has more than are on the disk."""
        self._taken += size
        self._left -= size

    def is_full(self) -> bool:
        """Return whether it is time to bind."""
        records = len(self)
        is_near_end = 0 <= self._left < REST * self._taken
        return records >= FULL or (records >= FEW and is_near_end)

    def name(self, handles: Sequence[str], hashtags: Sequence[str]) -> None:
        """Add handles and hashtags, each as it was first written."""
        for sign, words, kept in (("@", handles, self._handles), ("#", hashtags, self._hashtags)):
            for word in words:
                if sign + word.casefold() not in self._seen:
                    self._seen.add(sign + word.casefold())
                    kept.append(word)

    def bind(self) -> Lump:
        """Return a lump of what is here, and begin the next one."""
        lump = Lump(
            posts=tuple(self.posts),
            accounts=tuple(self.accounts.values()),
            handles=tuple(self._handles),
            hashtags=tuple(self._hashtags),
            again=self._count_again(),
        )
        self._clear()
        return lump

    def _count_again(self) -> int:
        """Return how many of the posts here had been told before in the file."""
        ids = {post.post_id for post in self.posts}
        again = len(self.posts) - len(ids) + len(ids & self._told)
        if len(self._told) < REMEMBERED:
            self._told |= ids
        return again
