"""Why an ally was nominated, in words that fit into a bag.

``post_id:user_id`` (who named it, in which post), ``on_list:list_id`` (others put it on the list of
the book on X) or ``off_list:list_id`` (it is no longer on that list, and nobody here took it off).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ON_LIST = "on_list:"
OFF_LIST = "off_list:"


def found_on(list_id: str) -> str:
    """Return the word for an account that others put on a list."""
    return f"{ON_LIST}{list_id}"


def missing_from(list_id: str) -> str:
    """Return the word for an ally that a list has lost."""
    return f"{OFF_LIST}{list_id}"


def namings(evidence: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return in which posts who named an ally: pairs of post id and user id."""
    words = (word.partition(":") for word in evidence if not word.startswith((ON_LIST, OFF_LIST)))
    return tuple((post_id, user_id) for post_id, _, user_id in words)


def came_from_list(evidence: Iterable[str]) -> bool:
    """Return whether others put an account on the list of the book."""
    return any(word.startswith(ON_LIST) for word in evidence)


def went_from_list(evidence: Iterable[str]) -> bool:
    """Return whether the list of the book has lost an ally."""
    return any(word.startswith(OFF_LIST) for word in evidence)
