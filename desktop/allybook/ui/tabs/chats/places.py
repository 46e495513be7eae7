"""The places of the chats tab: the chats that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ui.widgets.places.values import Place, Section
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CHATS = "chats"


def sections(
    tags: Iterable[str], counts: Mapping[str, int] | None, titles: Mapping[str, str]
) -> tuple[Section, ...]:
    """Return the chats with their numbers of posts; ``titles`` are the tags as people write them.

    A chat whose posts are still to be read has no number, and is faint. Before any were counted
    (None), there are no numbers at all.
    """
    known = counts or {}
    places = tuple(
        Place(
            tag,
            titles.get(tag, f"#{tag}"),
            "messages-square",
            count(number) if (number := known.get(tag, 0)) else "",
            faint=counts is not None and not number,
        )
        for tag in tags
    )
    add = translate("chats", "Read another hashtag")
    return (Section(translate("chats", "Chats"), places, CHATS, add),)
