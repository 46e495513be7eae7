"""One request, taken apart and checked as strictly as X's specification says."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.practice.paging import WrongToken, cut_page
from allybook.practice.problems import bad_request
from allybook.practice.words import LIST_EXPANSIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.practice.paging import Sheet, T
    from allybook.practice.problems import Refusal
    from allybook.practice.words import Words

NUMBER = re.compile(r"[0-9]{1,19}")
HANDLE = re.compile(r"[A-Za-z0-9_]{1,15}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
MOST_AT_ONCE = 100


class Ask(Struct, frozen=True):
    """A request: names from its path, its query, its JSON body, and the words it speaks.

    ``now`` is the moment of the request (UTC).
    """

    path: str
    names: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes
    words: Words
    now: datetime

    def text(self, name: str) -> str:
        """Return a parameter that has to be there."""
        value = self.query.get(name, "")
        if not value:
            raise self.wrong(name, f"The `{name}` query parameter can not be empty")
        return value

    def user_fields(self) -> frozenset[str]:
        """Return the wanted fields of users, the default ones included."""
        asked = self._chosen("user.fields", self.words.user_fields)
        return asked | {"id", "name", "username"}

    def post_fields(self) -> frozenset[str]:
        """Return the wanted fields of posts, the default ones included."""
        asked = self._chosen(self.words.fields, self.words.post_fields)
        return asked | {"id", "text", self.words.history}

    def list_fields(self) -> frozenset[str]:
        """Return the wanted fields of lists, the default ones included."""
        return self._chosen("list.fields", self.words.list_fields) | {"id", "name"}

    def user_expansions(self) -> frozenset[str]:
        """Return what is to come along with users."""
        return self._chosen("expansions", self.words.user_expansions)

    def post_expansions(self) -> frozenset[str]:
        """Return what is to come along with posts."""
        return self._chosen("expansions", self.words.post_expansions)

    def list_expansions(self) -> frozenset[str]:
        """Return what is to come along with lists."""
        return self._chosen("expansions", LIST_EXPANSIONS)

    def many(self, name: str, form: re.Pattern[str]) -> list[str]:
        """Return up to 100 values of a parameter, each of the form given, each once."""
        values = list(dict.fromkeys(self.text(name).split(",")))
        if len(values) > MOST_AT_ONCE:
            said = f"The number of values in the `{name}` query parameter list [{len(values)}] "
            raise self.wrong(name, said + f"is not between 1 and {MOST_AT_ONCE}")
        for value in values:
            if not form.fullmatch(value):
                said = (
                    f"The `{name}` query parameter value [{value}] does not match ^{form.pattern}$"
                )
                raise self.wrong(name, said)
        return values

    def size(self, least: int, most: int, usual: int) -> int:
        """Return ``max_results``."""
        text = self.query.get("max_results")
        if text is None:
            return usual
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            named = f"The `max_results` query parameter value [{text}]"
            raise self.wrong("max_results", f"{named} is not between {least} and {most}")
        return int(text)

    def number(self, name: str) -> int | None:
        """Return a parameter that is an id."""
        text = self.query.get(name)
        if text is None:
            return None
        if not NUMBER.fullmatch(text):
            said = f"The `{name}` query parameter value [{text}] does not match ^{NUMBER.pattern}$"
            raise self.wrong(name, said)
        return int(text)

    def moment(self, name: str) -> datetime | None:
        """Return a parameter that is a moment (UTC)."""
        text = self.query.get(name)
        if text is None:
            return None
        if not MOMENT.fullmatch(text):
            raise self.wrong(
                name, f"The `{name}` query parameter value [{text}] is not a valid time"
            )
        return datetime.fromisoformat(text)

    def token(self) -> tuple[str, str | None]:
        """Return the name and the value of the page token."""
        for name in ("pagination_token", "next_token"):
            if name in self.query:
                return name, self.query[name]
        return "pagination_token", None

    def page(self, rows: Sequence[tuple[int, T]], size: int, scope: str = "") -> Sheet[T]:
        """Cut the page that is asked for; a token of another question is a 400."""
        name, token = self.token()
        try:
            return cut_page(rows, size, token, self.path + scope)
        except WrongToken:
            said = f"The `{name}` query parameter value [{token}] is not valid"
            raise self.wrong(name, said) from None

    def said(self) -> Mapping[str, object]:
        """Return the JSON body."""
        try:
            said = json.loads(self.body or b"{}")
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise bad_request(self.words, "body", "", "The request body is not a JSON object")
        return said

    def wrong(self, name: str, message: str) -> Refusal:
        """Return the 400 that names a parameter."""
        return bad_request(self.words, name, self.query.get(name, ""), message)

    def _chosen(self, name: str, allowed: frozenset[str]) -> frozenset[str]:
        text = self.query.get(name)
        if text is None:
            return frozenset()
        chosen = frozenset(text.split(","))
        for value in sorted(chosen - allowed):
            known = ",".join(sorted(allowed))
            said = f"The `{name}` query parameter value [{value}] is not one of [{known}]"
            raise self.wrong(name, said)
        return chosen
