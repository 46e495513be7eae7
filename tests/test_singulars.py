"""Sentences that count: one is not said as many (``1 posts``)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1] / "desktop" / "allybook"
COUNTED = re.compile(r"\{n\} (?:more |new |other |known )?(?:[a-z-]+s|people|allies)\b")
NEVER_ONE = frozenset(
    {
        "Check on each of {n} days: {members}",
        "{n} searches ask for all of them.",
        "{n} hashtags",
        "one of {n} conditions",
    }
)
"""Where one is said otherwise, some lines before."""


def patterns_of_one_form():
    """Yield each pattern that is spoken without a word for one of a thing, and its file."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "speak":
                for word in node.args:
                    if isinstance(word, ast.Constant) and isinstance(word.value, str):
                        yield path.relative_to(ROOT).as_posix(), word.value


def test_each_pattern_that_counts_has_words_for_one():
    found = [(where, words) for where, words in patterns_of_one_form() if COUNTED.search(words)]
    assert [one for one in found if one[1] not in NEVER_ONE] == []


def test_the_exceptions_are_still_there():
    assert {words for _, words in patterns_of_one_form()} >= NEVER_ONE


SEVERAL = re.compile(r"%[1-9] (?:[a-z]+ )?(?P<many>[a-z]{4,}s|people|allies)\b")
IRREGULAR = {"people": "person", "allies": "ally", "replies": "reply"}
NOT_COUNTED = frozenset({"waits", "looks", "blocks", "drops", "tells", "names"})
"""What follows the name of somebody, of a key or of a book."""
ALWAYS_SEVERAL = (
    "X wants lists changed slowly",
    "Opt %1 allies out",
    "Approve %1 allies?",
    "Putting %1 allies",
    "%2 versions of",
    "X lets a person pass on",
    "%1 are persons",
    "The list “%1” on X will match",
    "The public list “%1” on X will match",
    "The private list “%1” on X will match",
    "%1 followers, so worth",
    "A make-believe X with",
)
"""What is said of several only, or whose number is a limit, or brings its noun along."""


def words_of_the_window():
    """Yield all that each file of the window says."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        calls = (
            node
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
        )
        said = [
            word.value
            for call in calls
            if (getattr(call.func, "attr", "") or getattr(call.func, "id", ""))
            in {"tr", "translate"}
            for word in call.args
            if isinstance(word, ast.Constant) and isinstance(word.value, str)
        ]
        yield path.relative_to(ROOT).as_posix(), said


def test_what_the_window_counts_has_words_for_one_beside_it():
    missing = []
    for where, said in words_of_the_window():
        counting = (words for words in said if not words.startswith(ALWAYS_SEVERAL))
        for words in counting:
            for found in SEVERAL.finditer(words):
                many = found["many"]
                one = IRREGULAR.get(many, many.removesuffix("s"))
                told = any(
                    re.search(rf"\b(?:1|an?|one|%1) (?:[a-z]+ )?{one}\b", other) for other in said
                )
                if not told and many not in NOT_COUNTED:
                    missing.append((where, words))
    assert missing == []
