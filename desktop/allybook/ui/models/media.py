"""What media a post carries, in words: nothing of it is loaded until it is asked for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from allybook.ui.wording import count, translate

if TYPE_CHECKING:
    from collections.abc import Sequence


def name_media(kinds: Sequence[str]) -> str:
    """Return ``a photo``, ``2 photos, a video``; ``kinds`` are X's words."""
    words = {
        "photo": (translate("media", "a photo"), translate("media", "%1 photos")),
        "video": (translate("media", "a video"), translate("media", "%1 videos")),
    }
    other = translate("media", "a GIF"), translate("media", "%1 GIFs")
    counted = Counter(words.get(kind, other) for kind in kinds)
    each = (one if n == 1 else many.replace("%1", count(n)) for (one, many), n in counted.items())
    return ", ".join(each)
