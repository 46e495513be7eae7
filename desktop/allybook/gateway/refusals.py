"""X's ways of saying no, turned into the errors that people read.

Statuses and bodies: docs.x.com, "Response codes and errors", and what others recorded (x-api.md,
section 4). Each sentence says what happened and what to do; X's own words are quoted, without the
token.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.errors import (
    AllybookError,
    AppRefused,
    CreditsGone,
    Fate,
    Garbled,
    ListLocked,
    NeedsSignIn,
    NotThere,
    NotUnderstood,
    RateLimited,
    Refused,
    SpendCapReached,
    TooOld,
    Unreachable,
)
from allybook.domain.people.accounts import GONE, Reason
from allybook.domain.spoken import speak
from allybook.gateway.limits import end_of_period, reset_at, retry_after

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from allybook.domain.spoken import Pattern
    from allybook.gateway.decode.complaints import Complaint

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LARGER = re.compile(r"larger than '?\"?([0-9]{1,19})")
"""Which ``since_id`` X takes, in the sentence that refuses an older one."""
LIST_LOCKED = 104
SAFE: Pattern = "Nothing was lost."
SAFE_HERE: Pattern = "Nothing here was lost."
"""What is said where X may have done, and charged, something; the meter says how much."""


class Reply(Struct, frozen=True):
    """A failed answer: its status, headers (found in any case), complaints and moment (UTC)."""

    status: int
    headers: Mapping[str, str]
    complaints: tuple[Complaint, ...]
    now: datetime

    @property
    def is_of_x(self) -> bool:
        """Return whether it is in X's form: a filter between may write JSON of its own."""
        return any(one.says_something for one in self.complaints)


def refusal(reply: Reply) -> AllybookError:
    """Return the error for an answer whose status is not 200 to 299."""
    if reply.status in range(300, 400):
        return Unreachable(
            speak(
                "Something answered in X's place, perhaps the sign-in page of this network; open "
                "a browser, sign in there, and try again. {safe}",
                safe=speak(SAFE),
            ),
            passing=False,
            fate=Fate.NOT_SENT,
        )
    if reply.status in range(400, 500):
        known = _known(reply.complaints, reply.now)
        return known or BY_STATUS.get(reply.status, _refused)(reply)
    return Unreachable(
        speak(
            "X has trouble of its own just now (status {status}); try again in a few minutes. "
            "{safe}",
            status=reply.status,
            safe=speak(SAFE_HERE),
        ),
        again_at=retry_after(reply.headers, reply.now),
        fate=Fate.FAILED,
    )


def silence(complaints: tuple[Complaint, ...], now: datetime) -> AllybookError:
    """Return the error for an answer of status 200 that holds nothing but complaints."""
    if not complaints:
        return Garbled(speak("X's answer holds nothing; try again later. {safe}", safe=speak(SAFE)))
    known = _known(complaints, now)
    if known:
        return known
    if complaints[0].about is Reason.PRIVATE:
        return _not_shown(complaints)
    if any(one.about in GONE for one in complaints):
        return _missing(complaints)
    return _declined(complaints)


def pause_until(moment: datetime) -> RateLimited:
    """Return the error for a question that X does not answer before a moment (UTC)."""
    return RateLimited(
        speak(
            "X asks for a pause until {moment:%d %B %H:%M} UTC; go on then. {safe}",
            moment=moment,
            safe=speak(SAFE),
        ),
        moment,
    )


def _said(complaints: tuple[Complaint, ...]) -> str:
    return next((complaint.words for complaint in complaints if complaint.words), "")


def _quoted(complaints: tuple[Complaint, ...]) -> str:
    words = _said(complaints)
    return speak(" (X says: “{words}”)", words=words) if words else ""


def _known(complaints: tuple[Complaint, ...], now: datetime) -> AllybookError | None:
    """Return the error for a complaint that is known by more than its status."""
    for complaint in complaints:
        for recognised, make in KNOWN:
            if recognised(complaint):
                return make(complaint, now)
    return None


def _too_old(complaint: Complaint, _now: datetime) -> AllybookError:
    """Return the error that tells after which post X searches, in X's own words."""
    written = LARGER.search(complaint.detail)
    return TooOld(
        speak(
            "X searches no further back than seven days, and another time is set on this computer; "
            "set its clock, then ask again. {safe}",
            safe=speak(SAFE),
        ),
        written.group(1) if written else "0",
    )


def _spend_cap(complaint: Complaint, _now: datetime) -> AllybookError:
    written = DAY.search(complaint.reset_date or complaint.detail)
    try:
        reset_on = date.fromisoformat(written.group()) if written else None
    except ValueError:
        reset_on = None
    until = speak("until the next billing cycle")
    if reset_on:
        until = speak("until {day:%d %B %Y}", day=reset_on)
    return SpendCapReached(
        speak(
            "The spending limit set for your developer account is reached, so X answers nothing "
            "{until}; raise it at console.x.com or wait, then ask again (a refused request costs "
            "nothing). {safe}",
            until=until,
            safe=speak(SAFE),
        ),
        reset_on,
    )


def _credits_gone(*_: object) -> AllybookError:
    return CreditsGone(
        speak(
            "The credits of your developer account are used up; buy more at console.x.com, then "
            "ask again (a refused request costs nothing). {safe}",
            safe=speak(SAFE),
        )
    )


def _list_locked(*_: object) -> AllybookError:
    return ListLocked(
        "X does not let this account add to the list now: the list may not be yours or be full, "
        "the account may not allow it, or X paused adding for about a day; trying again soon "
        "makes it longer."
    )


def _usage_capped(complaint: Complaint, now: datetime) -> AllybookError:
    return pause_until(end_of_period(complaint.period, now))


def _not_enrolled(*_: object) -> AllybookError:
    return AppRefused(
        speak(
            "Your developer app may not use the X API yet; enrol it in a project at "
            "console.x.com and try again. {safe}",
            safe=speak(SAFE),
        )
    )


def _wrong_sign_in(*_: object) -> AllybookError:
    return AppRefused(
        speak(
            "X does not answer this for the kind of sign-in in use; sign in as a person (OAuth "
            "2.0) and try again. {safe}",
            safe=speak(SAFE),
        )
    )


def _not_permitted(*_: object) -> AllybookError:
    return AppRefused(
        speak(
            "Your developer app may only read; allow it to read and write at console.x.com, then "
            "sign in again. {safe}",
            safe=speak(SAFE),
        )
    )


def _duplicate(*_: object) -> AllybookError:
    return Refused(
        speak(
            "X has this very post already; change its words to send it again. {safe}",
            safe=speak(SAFE),
        )
    )


def _bad_request(reply: Reply) -> AllybookError:
    if not reply.is_of_x:
        return _not_of_x(reply)
    nearest = (*reply.complaints[1:], *reply.complaints[:1])
    return NotUnderstood(
        speak(
            "X did not understand the request{quoted}. {safe}",
            quoted=_quoted(nearest),
            safe=speak(SAFE),
        ),
        _said(nearest),
    )


def _sign_in_again(_reply: Reply) -> AllybookError:
    return NeedsSignIn(
        "X does not accept the sign-in of this account just now, which can be an outage at X; the "
        "account is kept: try again later, and if it goes on, sign in again. Nothing was lost."
    )


def _not_there(reply: Reply) -> AllybookError:
    return _missing(reply.complaints) if reply.is_of_x else _not_of_x(reply)


def _missing(complaints: tuple[Complaint, ...]) -> AllybookError:
    return NotThere(
        speak(
            "X does not have what was asked for{quoted}. {safe}",
            quoted=_quoted(complaints),
            safe=speak(SAFE),
        ),
        tuple(one.resource for one in complaints if one.about in GONE and one.resource),
        _said(complaints),
    )


def _trouble(complaint: Complaint, _now: datetime) -> AllybookError:
    """Return the error for what X could not answer just now: an act may be done all the same."""
    return Unreachable(
        speak(
            "X has trouble of its own just now{quoted}; try again in a few minutes. {safe}",
            quoted=_quoted((complaint,)),
            safe=speak(SAFE_HERE),
        ),
        fate=Fate.FAILED,
    )


def _unavailable(complaint: Complaint, now: datetime) -> AllybookError:
    """Return a refusal about what X names, which another try would meet again; else trouble."""
    return _not_shown((complaint,)) if complaint.resource else _trouble(complaint, now)


def _disallowed(complaint: Complaint, _now: datetime) -> AllybookError:
    """Return a refusal, which another try would meet again: X gives it to nobody."""
    return _not_shown((complaint,))


def _not_shown(complaints: tuple[Complaint, ...]) -> AllybookError:
    return Refused(
        speak(
            "X does not show this to your account{quoted}. {safe}",
            quoted=_quoted(complaints),
            safe=speak(SAFE),
        ),
        _said(complaints),
    )


def _rate_limited(reply: Reply) -> AllybookError:
    return pause_until(reset_at(reply.headers, reply.now))


def _refused(reply: Reply) -> AllybookError:
    return _declined(reply.complaints) if reply.is_of_x else _not_of_x(reply)


def _not_of_x(reply: Reply) -> AllybookError:
    """Return the error for a no that is not in X's form: whose it is, nobody knows."""
    return Unreachable(
        speak(
            "Something between this computer and X said no in X's place (status {status}), perhaps "
            "a filter of this network; try another network, or ask whoever runs this one. {safe}",
            status=reply.status,
            safe=speak(SAFE_HERE),
        ),
        passing=False,
        fate=Fate.FAILED,
    )


def _declined(complaints: tuple[Complaint, ...]) -> AllybookError:
    return Refused(
        speak(
            "X refused the request{quoted}. {safe}",
            quoted=_quoted(complaints),
            safe=speak(SAFE),
        ),
        _said(complaints),
    )


def _is_spend_cap(complaint: Complaint) -> bool:
    return complaint.title == "SpendCapReached" or "spend cap" in complaint.detail


def _is_out_of_credits(complaint: Complaint) -> bool:
    return complaint.title == "CreditsDepleted" or complaint.kind == "credits-depleted"


def _is_list_lock(complaint: Complaint) -> bool:
    words = "allowed to add members to this list"
    return complaint.code == LIST_LOCKED or words in complaint.detail


def _is_enrolment(complaint: Complaint) -> bool:
    return complaint.kind == "client-forbidden" or complaint.reason == "client-not-enrolled"


KNOWN: tuple[
    tuple[Callable[[Complaint], bool], Callable[[Complaint, datetime], AllybookError]], ...
] = (
    (_is_spend_cap, _spend_cap),
    (_is_out_of_credits, _credits_gone),
    (_is_list_lock, _list_locked),
    (lambda complaint: complaint.kind == "usage-capped", _usage_capped),
    (_is_enrolment, _not_enrolled),
    (lambda complaint: complaint.kind == "unsupported-authentication", _wrong_sign_in),
    (lambda complaint: complaint.kind == "oauth1-permissions", _not_permitted),
    (lambda complaint: complaint.kind == "internal-error", _trouble),
    (lambda complaint: complaint.kind == "resource-unavailable", _unavailable),
    (lambda complaint: complaint.kind == "disallowed-resource", _disallowed),
    (lambda complaint: "duplicate content" in complaint.detail, _duplicate),
    (lambda complaint: "'since_id' must be a tweet id created after" in complaint.detail, _too_old),
)

BY_STATUS: Mapping[int, Callable[[Reply], AllybookError]] = {
    400: _bad_request,
    401: _sign_in_again,
    402: _credits_gone,
    404: _not_there,
    429: _rate_limited,
}
