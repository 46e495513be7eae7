"""Whose words a post has: its author's own, and those of others that it passes on by hand.

Before X had reposts with a comment, people wrote “Yes! RT @jane: A3 follow @x”, “MT @jane: ...”
(shortened) or put “@jane: A3 follow @x” in quotation marks. Many still do.
"""

from __future__ import annotations

from allybook.domain.expressions import expression

_AT = r"\s*[@\uff20]\w+"
# "Please RT @x" asks to pass on what somebody writes; what follows are the author's own words.
_PASSED_ON = (
    rf"\b[RM]T{_AT}:[\s\S]*"
    rf"|(?<!(?i:please)\s)(?<!\b(?i:pl[sz])\s)(?<!\bto\s)(?<!\band\s)\b[RM]T(?=\s){_AT}[\s\S]*"
)
_QUOTED = "|".join(
    rf"{opening}{_AT}:[^{ends}]*[{ends}]?"
    for opening, ends in (
        ('"', '"'),
        ("\u201c", "\u201d"),
        ("\u201d", "\u201d"),
        ("\u201e", "\u201c\u201d"),
        ("\u00ab", "\u00bb"),
    )
)
_OTHERS = expression(f"{_QUOTED}|{_PASSED_ON}")


def own_words(text: str) -> str:
    """Return a text without what it passes on of others."""
    return _OTHERS.sub(" ", text)
