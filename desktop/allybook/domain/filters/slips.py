"""Knows conditions that are written otherwise elsewhere (``likes>5``, ``noise=40``)."""

from __future__ import annotations

import re

from allybook.domain.expressions import expression

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
_SIGNS = {"=>": ">=", "=<": "<=", ":>": ">", ":>=": ">=", ":<": "<", ":<=": "<=", "==": "="}
"""How a sign is written here that was written otherwise."""
_ENDS = {"min_": ">=", "max_": "<="}


def find_meant(word: str) -> str:
    """Return what a word means that was written as a condition elsewhere, or ``""``."""
    found = _NUMBER.fullmatch(word)
    if found is None:
        return ""
    what, number = found["what"].lower(), int(found["number"])
    sign, bound = _SIGNS.get(found["sign"], found["sign"]), found["bound"]
    if what == "noise":
        if bound and sign in {"=", ":"}:
            sign = _ENDS[bound.lower()]
        return f"noise<={min(number, 100)}" if sign in {"=", ":"} else f"noise{sign}{number}"
    if what not in _COUNTED:
        return ""
    if bound and sign in {"=", ":"}:
        return f"{bound.lower()}{_COUNTED[what]}:{number}"
    return _count(_COUNTED[what], sign, number)


def _count(what: str, sign: str, number: int) -> str:
    """Return the condition on a count; ``""`` for one that nothing can fit."""
    if sign in {">", ">=", ":"}:
        return f"min_{what}:{number + (sign == '>')}"
    if sign in {"<", "<="}:
        most = number - (sign == "<")
        return f"max_{what}:{most}" if most >= 0 else ""
    return f"(min_{what}:{number} max_{what}:{number})"
