"""Why an ally was nominated: every post that named it, who wrote it, when, and in which chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.evidence import namings
from allybook.services.chats.here import known_chats
from allybook.services.timeline.view import walk
from allybook.ui.links import shown_text
from allybook.ui.tabs.allies.remarks import sentence_of
from allybook.ui.wording import nameless, people, posts, translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.reasons import ToldConcern
    from allybook.ports.cache import Row
    from allybook.services.desk import Desk
    from allybook.ui.models.nominations import NominationRow
    from allybook.ui.models.pills import Pill
    from allybook.ui.tabs.allies.page import BookPage

X = "https://x.com"


class Saying(Struct, frozen=True):
    """One post that names an ally: its author, when it was written (UTC), its chat and its text."""

    author: str
    handle: str
    user_id: str
    at: datetime
    chat: str
    text: str
    address: str


class NominationFacts(Struct, frozen=True):
    """All that is known about a nomination. ``lost`` posts are not in the cache any more."""

    row: NominationRow
    summary: str
    remarks: tuple[tuple[Pill | None, str], ...]
    sayings: tuple[Saying, ...]
    lost: int = 0


def evidence_of(desk: Desk, page: BookPage, key: str) -> NominationFacts | None:
    """Read the evidence for a nomination of a page, newest post first; None where it is gone."""
    ally = page.allies.get(key)
    row = next((row for row in page.nominations if row.key == key), None)
    if ally is None or row is None:
        return None
    ids = {post_id for post_id, _ in namings(ally.evidence)}
    rows = list(walk(desk, sorted((int(one) for one in ids if one.isdecimal()), reverse=True)))
    chats = set(known_chats(desk))
    sayings = tuple(_saying(one, chats) for one in rows)
    remarks = _remarks(page.told.get(key, ()), row)
    return NominationFacts(row, _summary(row, ally), remarks, sayings, len(ids) - len(rows))


def _saying(row: Row, chats: set[str]) -> Saying:
    post, author = row.post, row.author
    handle = author.handle if author else ""
    tag = next((tag for tag in post.hashtags if tag.lower() in chats), "")
    return Saying(
        (author.name if author else "") or handle or nameless(post.author_id),
        handle,
        post.author_id,
        post.created_at,
        f"#{tag}" if tag else "",
        shown_text(post),
        f"{X}/{handle or 'i'}/status/{post.post_id}",
    )


def _remarks(
    told: Sequence[ToldConcern], row: NominationRow
) -> tuple[tuple[Pill | None, str], ...]:
    # The first marks of a row are those of its reasons; what is put off has one before them.
    marks = row.flags[1:] if row.put_off else row.flags
    padded = (*marks, *(None for _ in told))
    return tuple((pill, sentence_of(one)) for pill, one in zip(padded, told, strict=False))


def _summary(row: NominationRow, ally: Ally) -> str:
    if row.cause:
        return row.cause
    if not namings(ally.evidence):
        return translate("evidence", "Brought in by hand: no post names it.")
    text = translate("evidence", "Named by %1 in %2.")
    return text.replace("%2", posts(row.posts)).replace("%1", people(row.people))
