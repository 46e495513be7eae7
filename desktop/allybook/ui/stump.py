"""Where a text that does not fit is cut: rather after a word than in the middle of one."""

from __future__ import annotations

DOTS = "…"
LOOSE = " ,;:("
"""What says nothing before the dots."""
ENOUGH = 0.75
"""The part of the letters shown that must be left over: of a name, each letter tells."""
WHOLE_WORDS = 1 << 20


def without_stump(cut: str, whole: str, longest: int = WHOLE_WORDS) -> str:
    """Return a text that was cut, without the stump of a word before its dots.

    A stump of more letters than ``longest`` stays, and so does one without which little is left.
    """
    shown = cut.removesuffix(DOTS)
    if shown == cut or not whole.startswith(shown):
        return cut
    kept, gap, stump = shown.rpartition(" ")
    complete = whole[len(shown) : len(shown) + 1].isspace()
    if complete or not gap or len(stump) > longest or len(kept) < ENOUGH * len(shown):
        return cut
    return f"{kept.rstrip(LOOSE)}{DOTS}"
