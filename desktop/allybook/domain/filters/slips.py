"""Knows what is written otherwise elsewhere (``likes>5``, ``noise=40``, ``ODER``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allybook.domain.errors import FilterError
from allybook.domain.expressions import expression
from allybook.domain.filters.tree import On
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from allybook.domain.filters.values import TextSpot

_COUNTED = {
    "like": "likes",
    "likes": "likes",
    "fave": "likes",
    "faves": "likes",
    "repost": "reposts",
    "reposts": "reposts",
    "retweet": "reposts",
    "retweets": "reposts",
    "reply": "replies",
    "replies": "replies",
}
_NUMBER = expression(
    r"(?P<bound>m(?:in|ax)_)?(?P<what>[a-z]+)(?P<sign>:?[<>]=?|=[<>]?|==|:)(?P<number>[0-9]{1,17})",
    re.IGNORECASE,
)
_RANGE = expression(
    r"(?P<what>[a-z]+)[:=](?P<least>[0-9]{1,17}|\*)(?:\.\.\.?|-)(?P<most>[0-9]{1,17}|\*)",
    re.IGNORECASE,
)
_SIGNS = {"=>": ">=", "=<": "<=", ":>": ">", ":>=": ">=", ":<": "<", ":<=": "<=", "==": "="}
"""How a sign is written here that was written otherwise."""
JOINS = {"ODER": "OR", "UND": "AND"}
"""What stands between two parts where filters speak German."""
_EVEN = frozenset({"=", ":"})
_ENDS = {"min_": ">=", "max_": "<="}


def find_meant(word: str) -> str:
    """Return what a word means that was written as a condition elsewhere, or ``""``."""
    if word in JOINS:
        return JOINS[word]
    if (found := _RANGE.fullmatch(word)) is not None:
        return _between(found["what"].lower(), found["least"], found["most"])
    found = _NUMBER.fullmatch(word)
    if found is None:
        return ""
    what, number, bound = found["what"].lower(), int(found["number"]), found["bound"]
    sign = _SIGNS.get(found["sign"], found["sign"])
    if bound and sign in _EVEN:
        sign = _ENDS[bound.lower()]
    if what == "noise":
        return f"noise<={min(number, 100)}" if sign in _EVEN else f"noise{sign}{number}"
    return _count(_COUNTED[what], sign, number) if what in _COUNTED else ""


def _count(what: str, sign: str, number: int) -> str:
    """Return the condition on a count; ``""`` for one that nothing can fit."""
    if sign in {">", ">=", ":"}:
        return f"min_{what}:{number + (sign == '>')}"
    if sign in {"<", "<="}:
        most = number - (sign == "<")
        return f"max_{what}:{most}" if most >= 0 else ""
    return f"(min_{what}:{number} max_{what}:{number})"


def _between(what: str, least: str, most: str) -> str:
    """Return the condition on a count between two, as ``likes:5..10``; ``*`` is no bound."""
    if what not in _COUNTED:
        return ""
    if "*" not in least + most:
        least, most = sorted((least, most), key=int)
    ends = {">=": least, "<=": most}
    parts = [_count(_COUNTED[what], sign, int(end)) for sign, end in ends.items() if end != "*"]
    return f"({' '.join(parts)})" if len(parts) > 1 else "".join(parts)


def refuse_slip(typed: str, meant: str, spot: TextSpot) -> FilterError:
    """Return the error for a condition that is written otherwise here."""
    if typed in JOINS:
        words = speak(
            "“{typed}” is written “{meant}” here; to look for the word, write it in quotation "
            "marks.",
            typed=typed,
            meant=meant,
        )
        return FilterError(words, *spot, meant)
    if meant.startswith(On.NOISE_UP_TO) and not {*"<>_"} & {*typed}:
        other = meant.replace(On.NOISE_UP_TO, On.NOISE_ABOVE)
        words = speak(
            "“{typed}” could be up to this or above it: write “{meant}” for up to, “{other}” for "
            "above.",
            typed=typed,
            meant=meant,
            other=other,
        )
        return FilterError(words, *spot, meant)
    words = speak("“{typed}” is written “{meant}” here.", typed=typed, meant=meant)
    return FilterError(words, *spot, meant)
