"""What the browser shows when it comes back from X: one small page, complete in itself."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from http import HTTPStatus

from msgspec import Struct

from allybook.domain.sign_in.oauth import BrowserWords, Meeting

STYLE = (
    "html{color-scheme:light dark;font:18px/1.5 system-ui,sans-serif}"
    "body{max-width:32rem;margin:20vh auto 0;padding:0 1.5rem}h1{font-size:1.6rem}"
)


class BrowserPage(Struct, frozen=True):
    """One answer to a browser; what it says is looked up in the words of a language."""

    status: HTTPStatus
    meeting: Meeting


CONNECTED = BrowserPage(HTTPStatus.OK, Meeting.CONNECTED)
SAID_NO = BrowserPage(HTTPStatus.OK, Meeting.SAID_NO)
ANOTHER = BrowserPage(HTTPStatus.BAD_REQUEST, Meeting.ANOTHER)
NOTHING_HERE = BrowserPage(HTTPStatus.NOT_FOUND, Meeting.NOTHING_HERE)
NOT_SO = BrowserPage(HTTPStatus.METHOD_NOT_ALLOWED, Meeting.NOT_SO)
UNREADABLE = BrowserPage(HTTPStatus.BAD_REQUEST, Meeting.UNREADABLE)
ENGLISH = BrowserWords(
    "en",
    {
        Meeting.CONNECTED: (
            "Thank you",
            "X has answered. You can close this tab and go back to Allybook, which finishes "
            "signing in.",
        ),
        Meeting.SAID_NO: (
            "Not connected",
            "Allybook was not let in, and nothing was changed. You can close this tab and go back "
            "to Allybook.",
        ),
        Meeting.ANOTHER: (
            "This is not the answer that Allybook waits for",
            "It belongs to another sign-in, or a part of it is missing. Nothing was changed. You "
            "can close this tab, go back to Allybook and begin again there.",
        ),
        Meeting.NOTHING_HERE: (
            "Nothing is here",
            "Allybook only waits for X's answer at this place. You can close this tab.",
        ),
        Meeting.NOT_SO: (
            "Allybook does not take this",
            "Only X's own answer is taken here. You can close this tab.",
        ),
        Meeting.UNREADABLE: (
            "Allybook could not read this",
            "Nothing was changed. You can close this tab and go back to Allybook.",
        ),
    },
)
"""What is shown where the window gives no words of its own."""


def write_page(page: BrowserPage, told: BrowserWords = ENGLISH) -> bytes:
    """Return a page as a whole answer of HTTP/1.1, which nothing keeps and nothing runs in."""
    title, words = map(escape, told.said[page.meeting])
    body = (
        f'<!doctype html><html lang="{escape(told.language)}"><meta charset="utf-8">'
        f"<title>Allybook: {title}</title>"
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style>'
        f"<main><h1>{title}</h1><p>{words}</p></main></html>"
    ).encode()
    head = [f"HTTP/1.1 {page.status.value} {page.status.phrase}"]
    head += [f"{name}: {value}" for name, value in HEADERS.items()]
    head += [f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(head).encode("ascii") + body


def _policy() -> str:
    """Return the policy that allows the page its own style and nothing else."""
    own = b64encode(sha256(STYLE.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{own}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": _policy(),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Allow": "GET",
    "Connection": "close",
}
