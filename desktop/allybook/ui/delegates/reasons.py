"""Reasons on one line: the last give way first, and are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ui.delegates.faces import FontFace


def fitting_reasons(words: Sequence[str], face: FontFace, room: float) -> str:
    """Return as many reasons as fit into ``room``, such as ``ally, question and 2 more``."""
    for kept in range(len(words), 0, -1):
        text = _joined(words, kept)
        if face.width(text) <= room:
            return text
    return face.elided(_joined(words, 1), room)


def _joined(words: Sequence[str], kept: int) -> str:
    text, left = ", ".join(words[:kept]), len(words) - kept
    if not left:
        return text
    more = translate("posts", "and %n more", "", left)
    return f"{text} {more}"
