"""The places of the chats tab: the chats that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ui.widgets.places.values import Place, Section
from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CHATS = "chats"


def sections(chats: Iterable[tuple[str, int]], titles: Mapping[str, str]) -> tuple[Section, ...]:
    """Return the chats with their numbers of posts; ``titles`` are the tags as people write them.

    A chat whose posts are still to be read has no number, and is faint.
    """
    places = tuple(
        Place(
            tag,
            titles.get(tag, f"#{tag}"),
            "messages-square",
            count(number) if number else "",
            faint=not number,
        )
        for tag, number in chats
    )
    add = translate("chats", "Read another hashtag")
    return (Section(translate("chats", "Chats"), places, CHATS, add),)
