"""The addresses in what somebody wrote: what X shortened leads where it was meant to lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from allybook.domain.posts import Post

_CLOSED = r"\([^\s<>\"“”()]*\)"
# What was opened within an address closes within it: .../wiki/Housing_(law).
LINK = expression(
    rf"https?://[^\s<>\"“”(]*(?:(?>{_CLOSED}|\()[^\s<>\"“”(]*)*"
    rf"(?:{_CLOSED}|[^\s<>\"“”.,;:!?)\]}}'…])"
)
SHORTENED = expression(r"https?://t\.co/\w+")
SCHEME = expression(r"^https?://(?:www\.)?")
HOST = expression(r"^https?://(?:www\.)?([^/\s?#]+)")
ENDS = ".!?…\u3002\uff01\uff1f"


def addresses(text: str, links: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where each address stands in a text, and where it leads.

    A file can say that one stands for something that is no page of the web: it stays as written.
    """
    if "://" not in text:
        return
    targets = iter(links if len(SHORTENED.findall(text)) == len(links) else ())
    for found in LINK.finditer(text):
        address = found.group()
        target = next(targets, address) if SHORTENED.fullmatch(address) else address
        yield found.start(), found.end(), target if SCHEME.match(target) else address


def bare(address: str) -> str:
    """Return an address as it is shown: without what all of them begin with."""
    return SCHEME.sub("", address).removesuffix("/")


def shown_text(post: Post) -> str:
    """Return the text of a post, with addresses as they are shown and X's short ones unfolded."""
    return _with_links(post.text, post.links, bare)


def spoken_text(post: Post) -> str:
    """Return the text of a post as it is read aloud: of addresses the host, an end at the end."""
    lead = translate("posts", "link to %1")
    text = " ".join(post.text.split())
    said = _with_links(text, post.links, lambda address: lead.replace("%1", _host(address)))
    return said if not said or said[-1] in ENDS else f"{said}."


def _host(address: str) -> str:
    found = HOST.match(address)
    return found[1] if found else bare(address)


def _with_links(text: str, links: Sequence[str], say: Callable[[str], str]) -> str:
    parts, done = [], 0
    for start, end, target in addresses(text, links):
        parts += [text[done:start], say(target)]
        done = end
    return "".join([*parts, text[done:]])
