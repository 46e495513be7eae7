"""Whose words a post has: its author's own, and those of others that it passes on by hand.

Before X had reposts with a comment, people wrote “Yes! RT @jane: A3 follow @x”, “MT @jane: ...”
(shortened) or put “@jane: A3 follow @x” in quotation marks. Many still do.
"""

from __future__ import annotations

from allybook.domain.expressions import expression

_AT = r"\s*[@\uff20]\w+"
ASKED_FOR = (
    r"(?:[,.!?;)'\u2019]|\s+[&+]|\s+(?:all|also|and|as|daily|every|for|if|or|please|pl[sz]|to|too"
    r"|when|whenever|with)\b)"
)
"""What stands behind "RT @x" where that asks to pass on, or tells of it: "RT @x too"."""
_LABEL = r"[AaQq]\d"
# What stands before comes last, for a text is searched by its letters much faster.
_BEGINS = "|".join(
    rf"(?<={before}RT)"
    for before in (
        r"\A",
        r"\n",
        r"[.!?\u2026)\"\u201d]\s",
        r"[.!?\u2026)\"\u201d]\s\s",
        *(rf"\b{_LABEL}{more}\s" for more in ("", r"\d", "[:.)-]", r"\d[:.)-]")),
    )
)
# "Thanks for the RT @x" is no quote, even where the next answer comes right behind.
_IS_SAID = "".join(
    rf"(?<!\b(?i:{word})\sRT)"
    for word in (
        *("a", "an", "and", "for", "i", "please", "pls", "plz"),
        *("that", "the", "this", "to", "we", "your"),
    )
)
_PASSED_ON = (
    rf"RT(?<=\bRT){_AT}:[\s\S]*|MT(?<=\bMT){_AT}:[\s\S]*"
    rf"|RT(?:{_BEGINS}){_AT}(?=\s+\S)(?!{ASKED_FOR})[\s\S]*"
    rf"|RT(?<=\bRT){_IS_SAID}{_AT}(?=\s+{_LABEL}\d?\b)[\s\S]*"
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
