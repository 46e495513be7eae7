"""What X has to say against a request, or against one part of it.

X writes problems in two forms: ``title, detail, type`` (RFC 7807) and ``code, message`` (older).
Sources: docs.x.com, "Response codes and errors"; x-api.md, section 4.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.errors import Garbled
from allybook.domain.people.accounts import Problem, Reason
from allybook.gateway.decode.item import read_object

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 200
WORD = re.compile(r"[A-Za-z0-9_-]{1,19}")
"""An id, a handle, a kind of thing, the name of a field or a day: no token of X is as short."""

TYPE = re.compile(r"about:blank\Z|https://api\.(x|twitter)\.com/2/problems/")
"""The types of X's problems; another server of this form has its own."""
NEWER, OLDER = frozenset({"title", "detail", "type"}), frozenset({"code", "message"})

Hide = Callable[[str], str]
"""Takes the token out of a text, should a server ever echo it."""


class Complaint(Struct, frozen=True):
    """One problem in X's words, each at most ``LONGEST`` printable characters.

    ``kind`` is the last part of the problem's type (``resource-not-found``); ``resource`` the id
    or handle it is about; ``field`` what of it X does not tell; ``parameter`` what of the request
    named it (``id``, or ``referenced_tweets.id`` of a post); ``code`` the number of the older form.
    """

    title: str = ""
    detail: str = ""
    kind: str = ""
    reason: str = ""
    code: int | None = None
    resource: str = ""
    resource_type: str = ""
    field: str = ""
    parameter: str = ""
    period: str = ""
    reset_date: str = ""

    @property
    def words(self) -> str:
        """Return what to quote of it."""
        return self.detail or self.title

    @property
    def says_something(self) -> bool:
        """Return whether anything in it is X's way of saying no: any other JSON may have none."""
        return bool(self.words or self.kind or self.reason or self.code is not None)

    @property
    def about(self) -> Reason:
        """Return why X does not show the resource.

        A suspended account has the type of one that is gone and is told by the word alone.
        """
        if "suspended" in self.detail.lower():
            return Reason.SUSPENDED
        if self.kind == "not-authorized-for-resource":
            return Reason.PRIVATE
        return Reason.GONE if self.kind == "resource-not-found" else Reason.OTHER

    def problem(self) -> Problem:
        """Return it as a problem of a page."""
        return Problem(self.resource, self.about, self.words)


def complaints_in(errors: object, hide: Hide) -> tuple[Complaint, ...]:
    """Return what the list ``errors`` of an answer says; anything else says nothing."""
    if not isinstance(errors, list):
        return ()
    return tuple(_complaint(each, hide) for each in errors if isinstance(each, dict))


def complaints_of(body: bytes, hide: Hide) -> tuple[Complaint, ...]:
    """Return what a failed answer says, the general first; a body that is not JSON says nothing."""
    try:
        fields = read_object(body).fields
    except Garbled:
        return ()
    return (_complaint(_whole(fields), hide), *complaints_in(fields.get("errors"), hide))


def _whole(fields: Mapping[str, object]) -> Mapping[str, object]:
    """Return what of a failed answer is X's about the whole of it: nothing, where that says no.

    ``code`` and ``message`` X writes in ``errors`` alone; filters of offices write them here, and
    a ``type`` or ``reason`` of their own.
    """
    kind = fields.get("type")
    own = {name: fields[name] for name in fields.keys() - OLDER}
    if not isinstance(kind, str) or not TYPE.match(kind):
        own.pop("type", None)
    return own if own.keys() & NEWER else {}


def _complaint(fields: Mapping[str, object], hide: Hide) -> Complaint:
    def told(*names: str) -> str:
        """Return the first of these fields that says something."""
        found = (fields.get(name) for name in names)
        return next((str(each) for each in found if isinstance(each, str | int) and each != ""), "")

    def said(*names: str) -> str:
        """Return what these fields say, without secrets."""
        return _printable(hide(told(*names)))

    def named(*names: str) -> str:
        """Return a word as it is, for it is compared and never shown; of a sentence, what is said.

        No secret is as short as a handle, and a handle may have a secret word in it.
        """
        word = told(*names)
        return word if WORD.fullmatch(word) else said(*names)

    code = fields.get("code")
    return Complaint(
        title=said("title"),
        detail=said("detail", "message"),
        kind=said("type").rpartition("/")[2],
        reason=said("reason"),
        code=code if isinstance(code, int) else None,
        resource=named("resource_id", "value"),
        resource_type=named("resource_type"),
        field=named("field"),
        parameter=said("parameter"),
        period=said("period"),
        reset_date=named("reset_date"),
    )


def _printable(text: str) -> str:
    """Return text on one line, without signs that would turn or hide the rest of a sentence."""
    one_line = " ".join(text.split())
    return "".join(sign for sign in one_line if sign.isprintable())[:LONGEST]
