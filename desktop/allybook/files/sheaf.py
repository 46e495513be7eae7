"""Good records on their way into one lump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ports import Lump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.accounts import Account
    from allybook.domain.posts import Post


class Sheaf:
    """Posts, accounts and names; each name goes into one lump only, however often it is told."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._clear()

    def _clear(self) -> None:
        self.posts: list[Post] = []
        self.accounts: dict[str, Account] = {}
        self._handles: list[str] = []
        self._hashtags: list[str] = []

    def __len__(self) -> int:
        """Return how many records of its largest sort it holds."""
        return max(len(self.posts), len(self.accounts), len(self._handles) + len(self._hashtags))

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
        )
        self._clear()
        return lump
