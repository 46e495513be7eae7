"""Posts in rows of a table: TAGS, twarc-csv and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from allybook.domain.people.accounts import USER_ID, Account
from allybook.domain.people.handles import find_names
from allybook.files.complaints import UNFIT, Unfit
from allybook.files.posts.older import Entities, Hashtag, Link, Named, OlderPost, read_id, to_post
from allybook.files.tables.sheet_dates import write_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.posts import Post
    from allybook.files.tables.columns import Columns

_STATUS = re.compile(r"/status(?:es)?/(\d{1,19})\b")
ROUNDED = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
"""A number as a spreadsheet shows one that is too long for it."""
_LINK = re.compile(r"https?://[^\s<>\"]*[\w/]", re.ASCII)
_ENTITIES = msgspec.json.Decoder(Entities, strict=False)

LONGEST_COUNT = 18
"""Digits of a count that can be kept."""


class Rounded(Unfit):
    """A spreadsheet took an id for a number and kept its first digits: nothing brings it back."""


def read_post(row: Sequence[str], columns: Columns) -> tuple[Post, Account]:
    """Return the post of one row and its author; ``Unfit`` where it lacks what a post must have.

    Ids that a spreadsheet has rounded (``1.62E+18``) are left out; the post's own id is then taken
    from its address, or it is ``Rounded``.
    """

    def cell(column: str) -> str:
        """Return what the row says in a column."""
        return columns.cell(row, column)

    address = _STATUS.search(cell("post_url"))
    post_id = _id(cell("post_id")) or (address[1] if address else None)
    for told in (cell("author_id"), "" if post_id else cell("post_id")):
        if ROUNDED.fullmatch(told):
            raise Rounded(f"a spreadsheet has rounded the id {told}")
    author_id = read_id(cell("author_id"), "the author")
    older = OlderPost(
        id_str=post_id,
        text=cell("text") or None,
        created_at=write_moment(cell("created_at") or cell("time"), post_id or ""),
        lang=cell("lang") or None,
        favorite_count=_count(cell("likes")),
        retweet_count=_count(cell("reposts")),
        in_reply_to_status_id_str=_id(cell("reply_to")),
        in_reply_to_user_id_str=_id(cell("reply_to_user")),
        entities=_entities(cell("entities"), cell("text")),
    )
    return to_post(older, author_id), _author(author_id, row, columns)


def _author(author_id: str, row: Sequence[str], columns: Columns) -> Account:
    handles = find_names(columns.cell(row, "handle")).handles
    return Account(
        author_id,
        handles[0] if handles else "",
        columns.cell(row, "name"),
        followers=_count(columns.cell(row, "followers")),
        following=_count(columns.cell(row, "following")),
    )


def _entities(told: str, text: str) -> Entities:
    """Return what X found in the text or, where the table does not tell, what the text shows."""
    if told:
        try:
            return _ENTITIES.decode(told)
        except UNFIT:
            pass
    found = find_names(text, bare=False)
    return Entities(
        hashtags=[Hashtag(tag) for tag in found.hashtags],
        user_mentions=[Named(handle) for handle in found.handles],
        urls=[Link(address) for address in _LINK.findall(text)],
    )


def _id(cell: str) -> str | None:
    return cell if USER_ID.fullmatch(cell) else None


def _count(cell: str) -> int | None:
    return int(cell) if cell.isdecimal() and len(cell) <= LONGEST_COUNT else None
