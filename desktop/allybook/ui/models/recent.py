"""A small store of what was made most recently."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

V = TypeVar("V")


class Recent(Generic[V]):
    """Keeps the ``size`` values used last, by key, and forgets the others."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Hashable, V] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """Return the value of ``key``, made now where it is not kept."""
        kept = self._kept
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
        value = kept[key] = make()
        if len(kept) > self._size:
            kept.popitem(last=False)
        return value

    def keep(self, key: Hashable, value: V) -> None:
        """Keep a value that was made elsewhere."""
        kept = self._kept
        kept[key] = value
        if len(kept) > self._size:
            kept.popitem(last=False)

    def set_size(self, size: int) -> None:
        """Keep this many values from now on."""
        self._size = size
        while len(self._kept) > size:
            self._kept.popitem(last=False)

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def __len__(self) -> int:
        return len(self._kept)
