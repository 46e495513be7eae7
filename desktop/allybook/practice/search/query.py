"""Read X's query language: words, phrases, operators, OR, - and parentheses.

Source: X's pages on building a query and on operators (read 2026-11): AND binds tighter than OR,
groups are not negated, and at least one operator that can stand alone is not negated.
"""

from __future__ import annotations

import re

from msgspec import Struct

TOKEN = re.compile(
    r"""(?:
      (?P<open>\() | (?P<close>\)) |
      (?P<minus>-)?(?:
        (?P<group>\() |
        (?P<operator>[A-Za-z_]+):(?:"(?P<inside>[^"]*)"|(?P<value>[^\s()"]+)) |
        "(?P<phrase>[^"]*)" |
        (?P<word>[^\s()":]+)
      )
    )""",
    re.VERBOSE,
)
IS_VALUES = frozenset({"retweet", "reply", "quote", "verified", "nullcast"})
HAS_VALUES = frozenset(
    {"hashtags", "cashtags", "links", "mentions", "media", "media_link", "images", "videos",
     "video_link", "geo"}
)  # fmt: skip
ALONE = frozenset(
    {"word", "phrase", "hashtag", "mention", "cashtag", "from", "to", "url", "retweets_of",
     "in_reply_to_tweet_id", "retweets_of_tweet_id", "quotes_of_tweet_id", "conversation_id",
     "list"}
)  # fmt: skip
TOGETHER = frozenset({"is", "has", "lang"})
ALIASES = {
    "in_reply_to_status_id": "in_reply_to_tweet_id",
    "retweets_of_status_id": "retweets_of_tweet_id",
    "quotes_of_status_id": "quotes_of_tweet_id",
}
SIGNS = {"#": "hashtag", "\uff03": "hashtag", "@": "mention", "$": "cashtag"}


class BadQuery(Exception):
    """A query that X would refuse; the message is like X's."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(
            f"There were errors processing your request: {message} (at position {position})"
        )


class Clause(Struct, frozen=True):
    """One operator and its value, perhaps negated."""

    operator: str
    value: str
    negated: bool = False


class AllOf(Struct, frozen=True):
    """What matches every part."""

    parts: tuple[Query, ...]


class AnyOf(Struct, frozen=True):
    """What matches any part."""

    parts: tuple[Query, ...]


Query = Clause | AllOf | AnyOf


def parse_query(text: str) -> Query:
    """Return the tree of a query, or raise ``BadQuery``."""
    reader = _Reader(text)
    tree = reader.either()
    if reader.position < len(text.rstrip()):
        raise BadQuery("extraneous input ')'", reader.position + 1)
    if not _stands_alone(tree):
        operators = "/".join(sorted({one.operator for one in _clauses(tree)}))
        raise BadQuery(f"{operators} cannot be used as a standalone operator", 1)
    if not _finds(tree):
        raise BadQuery("negated clauses cannot be an alternative by themselves", 1)
    if sum(one.operator == "list" for one in _clauses(tree)) > 1:
        raise BadQuery("only one list: operator can be used", 1)
    return tree


def _clauses(tree: Query) -> list[Clause]:
    if isinstance(tree, Clause):
        return [tree]
    return [clause for part in tree.parts for clause in _clauses(part)]


def _stands_alone(tree: Query) -> bool:
    """Return whether each way to match has an operator that can stand alone."""
    if isinstance(tree, Clause):
        return tree.operator in ALONE and not tree.negated
    ways = [_stands_alone(part) for part in tree.parts]
    return all(ways) if isinstance(tree, AnyOf) else any(ways)


def _finds(tree: Query) -> bool:
    """Return whether no alternative, however deep, consists of negated clauses only."""
    if isinstance(tree, Clause):
        return not tree.negated
    if isinstance(tree, AnyOf):
        return all(_finds(part) for part in tree.parts)
    groups = [part for part in tree.parts if not isinstance(part, Clause)]
    return all(_finds(part) for part in groups) and any(_finds(part) for part in tree.parts)


class _Reader:
    """Reads from left to right; ``position`` is where the next token begins."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.position = 0

    def either(self) -> Query:
        """Read parts joined by OR."""
        parts = [self._together()]
        while self._next_is_or():
            parts.append(self._together())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _together(self) -> Query:
        parts: list[Query] = []
        while (found := self._peek()) and not found["close"]:
            if found["word"] == "OR" and not found["minus"]:
                break
            self.position = found.end()
            parts.append(self._unit(found))
        if not parts:
            raise BadQuery("missing a clause", self.position + 1)
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _unit(self, found: re.Match[str]) -> Query:
        if found["group"] and found["minus"]:
            raise BadQuery("a group of clauses cannot be negated", found.start() + 1)
        if found["open"] or found["group"]:
            inner = self.either()
            closing = self._peek()
            if closing is None or not closing["close"]:
                raise BadQuery("missing ')'", self.position + 1)
            self.position = closing.end()
            return inner
        return _clause(found)

    def _next_is_or(self) -> bool:
        found = self._peek()
        if found is None or found["word"] != "OR" or found["minus"]:
            return False
        self.position = found.end()
        return True

    def _peek(self) -> re.Match[str] | None:
        while self.position < len(self._text) and self._text[self.position].isspace():
            self.position += 1
        found = TOKEN.match(self._text, self.position)
        if found is None and self.position < len(self._text):
            raise BadQuery("no viable alternative at this character", self.position + 1)
        return found


def _clause(found: re.Match[str]) -> Clause:
    negated = bool(found["minus"])
    if found["operator"]:
        value = found["inside"] if found["inside"] is not None else found["value"]
        return _operator(found["operator"].lower(), value, found.start(), negated=negated)
    if found["phrase"] is not None:
        return Clause("phrase", found["phrase"], negated)
    word = found["word"]
    if word.lower() in {"and", "or"}:
        raise BadQuery(f"Ambiguous use of {word.lower()} as a keyword.", found.start() + 1)
    if word[0] in SIGNS and len(word) > 1:
        return Clause(SIGNS[word[0]], word[1:], negated)
    return Clause("word", word, negated)


def _operator(name: str, value: str, position: int, *, negated: bool) -> Clause:
    name = ALIASES.get(name, name)
    known = {"is": IS_VALUES, "has": HAS_VALUES}.get(name)
    if name not in ALONE | TOGETHER or name in {"word", "phrase", "hashtag", "mention", "cashtag"}:
        said = (
            f"Reference to invalid operator '{name}'. Operator is not available in current product"
        )
        raise BadQuery(said, position + 1)
    if known is not None and value.lower() not in known:
        raise BadQuery(f"Reference to invalid operator '{name}:{value}'.", position + 1)
    if (name, value.lower(), negated) == ("is", "nullcast", False):
        raise BadQuery("is:nullcast must be negated", position + 1)
    if name == "list" and not value.isdigit():
        raise BadQuery(f"list: needs the id of a list, not '{value}'", position + 1)
    return Clause(name, value, negated)
