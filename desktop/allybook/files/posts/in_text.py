"""What the text of a post shows, where a file does not say what X found in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from allybook.domain.people.handles import find_names

_LINK = re.compile(r"https?://[^\s<>\"]*[\w/]", re.ASCII)


class InText(NamedTuple):
    """The hashtags (without #), the handles (without @) and the addresses of a text."""

    hashtags: tuple[str, ...]
    handles: tuple[str, ...]
    links: tuple[str, ...]


def look_into(text: str) -> InText:
    """Return what a text shows; a word counts with its sign only."""
    found = find_names(text, bare=False)
    return InText(found.hashtags, found.handles, tuple(dict.fromkeys(_LINK.findall(text))))
