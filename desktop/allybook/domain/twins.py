"""Frozen values made in great numbers, by open twins that are frozen afterwards."""

from __future__ import annotations

from dataclasses import fields, make_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def twin(cls: type[T]) -> Callable[..., T]:
    """Return what makes a frozen, slotted dataclass from all its fields, in their order.

    A frozen dataclass sets each field by a call; for the posts of a file that takes longer than all
    the rest of reading them. A twin has the same slots, so it can become the real thing at last.
    """
    names: list[str] = [field.name for field in fields(cls)]  # type: ignore[arg-type]
    draft: Any = make_dataclass("Draft", names, slots=True, eq=False, repr=False)

    def make(*values: object) -> T:
        made: Any = draft(*values)
        made.__class__ = cls
        whole: T = made
        return whole

    return make
