"""X's ways of saying no: whole answers, and the partial problems beside good data.

Source: the examples in X's specifications, and captures collected in x-api.md, section 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from allybook.practice.wire import Json
    from allybook.practice.words import Words

INVALID = "One or more parameters to your request was invalid."
NO_ADDING = "You aren't allowed to add members to this list."


class Refusal(Exception):
    """An answer that is nothing but a refusal; ``status`` is the HTTP status."""

    def __init__(self, status: int, body: Json) -> None:
        super().__init__(f"{status}: {body.get('detail')}")
        self.status = status
        self.body = body


def bad_request(words: Words, parameter: str, value: str, message: str) -> Refusal:
    """Return the 400 for one parameter."""
    return Refusal(
        400,
        {
            "errors": [{"parameters": {parameter: [value]}, "message": message}],
            "title": "Invalid Request",
            "detail": INVALID,
            "type": words.problems + "invalid-request",
        },
    )


def plain(status: int, title: str, detail: str) -> Refusal:
    """Return a refusal that has no more to say than its status (401, 403, 404, 429)."""
    body: Json = {"title": title, "type": "about:blank", "status": status, "detail": detail}
    return Refusal(status, body)


class Wanted(Struct, frozen=True):
    """What was asked for and is not shown: X's words for where in the request it stood."""

    words: Words
    value: str
    parameter: str
    resource: str
    section: str = "data"

    @property
    def named(self) -> str:
        """Return how X's sentences name it."""
        return f"{self.resource} with {self.parameter}: [{self.value}]"

    def gone(self) -> Json:
        """Return the problem of something that is not there."""
        return self._problem(
            "Not Found Error", f"Could not find {self.named}.", "resource-not-found"
        )

    def suspended(self) -> Json:
        """Return the problem of a suspended account (X keeps the type of something gone)."""
        return self._problem(
            "Forbidden", f"User has been suspended: [{self.value}].", "resource-not-found"
        )

    def forbidden(self) -> Json:
        """Return the problem of something that we may not see."""
        detail = f"Sorry, you are not authorized to see the {self.named}."
        problem = self._problem("Authorization Error", detail, "not-authorized-for-resource")
        return problem | {"section": self.section}

    def unavailable(self) -> Json:
        """Return the problem of something that is there and cannot be shown just now."""
        detail = f"Could not load {self.named}. Please try again later."
        return self._problem("Resource Unavailable Error", detail, "resource-unavailable")

    def _problem(self, title: str, detail: str, kind: str) -> Json:
        return {
            "value": self.value,
            "detail": detail,
            "title": title,
            "resource_type": self.resource,
            "parameter": self.parameter,
            "resource_id": self.value,
            "type": self.words.problems + kind,
        }
