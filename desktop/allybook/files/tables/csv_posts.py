"""Posts in rows of a table: TAGS, twarc-csv and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from allybook.domain.people.accounts import USER_ID, Account
from allybook.domain.people.handles import find_names
from allybook.files.complaints import UNFIT, Unfit
from allybook.files.posts.in_text import look_into
from allybook.files.posts.older import Entities, Hashtag, Link, Named, OlderPost, read_id, to_post
from allybook.files.tables.sheet_dates import write_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.posts import Post
    from allybook.files.tables.columns import Columns

_STATUS = re.compile(r"/status(?:es)?/(\d{1,19})\b")
ROUNDED = re.compile(r"\d([.,]\d+)?E\+?\d+|\d{16,}\.0+", re.IGNORECASE)
"""A number as a spreadsheet shows one that is too long for it."""
_ENTITIES = msgspec.json.Decoder(Entities, strict=False)

COUNTS = ("likes", "reposts", "followers", "following")
_WHOLE = re.compile(r"(\d+)[.,]0+")
_GROUPED = re.compile(r"\d{1,3}([.,'\u2019 \u00a0\u202f])\d{3}(?:\1\d{3})*")
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

    def known_id(column: str) -> str | None:
        """Return the id that the row says in a column, if it is one of X's."""
        told = columns.id(row, column)
        return told if USER_ID.fullmatch(told) else None

    address = _STATUS.search(cell("post_url"))
    post_id = known_id("post_id") or (address[1] if address else None)
    for told in (cell("author_id"), "" if post_id else cell("post_id")):
        if ROUNDED.fullmatch(told):
            raise Rounded(f"a spreadsheet has rounded the id {told}")
    author_id = read_id(columns.id(row, "author_id"), "the author")
    post_id = read_id(post_id, "a post")
    older = OlderPost(
        id_str=post_id,
        text=cell("text") or None,
        created_at=write_moment(cell("created_at") or cell("time"), post_id),
        lang=cell("lang") or None,
        favorite_count=read_count(cell("likes")),
        retweet_count=read_count(cell("reposts")),
        in_reply_to_status_id_str=known_id("reply_to"),
        in_reply_to_user_id_str=known_id("reply_to_user"),
        entities=_entities(cell("entities"), cell("text")),
    )
    return to_post(older, author_id), _author(author_id, row, columns)


def _author(author_id: str, row: Sequence[str], columns: Columns) -> Account:
    handles = find_names(columns.cell(row, "handle")).handles
    return Account(
        author_id,
        handles[0] if handles else "",
        columns.cell(row, "name"),
        followers=read_count(columns.cell(row, "followers")),
        following=read_count(columns.cell(row, "following")),
    )


def _entities(told: str, text: str) -> Entities:
    """Return what X found in the text or, where the table does not tell, what the text shows."""
    if told:
        try:
            return _ENTITIES.decode(told)
        except UNFIT:
            pass
    shown = look_into(text)
    return Entities(
        hashtags=[Hashtag(tag) for tag in shown.hashtags],
        user_mentions=[Named(handle) for handle in shown.handles],
        urls=[Link(address) for address in shown.links],
    )


def read_count(cell: str) -> int | None:
    """Return the count in a cell, also ``12.0`` and ``1,234``; None where it is none."""
    if not cell.isdecimal():
        whole, grouped = _WHOLE.fullmatch(cell), _GROUPED.fullmatch(cell)
        cell = "".join(filter(str.isdecimal, cell)) if grouped else whole[1] if whole else ""
    return int(cell) if 0 < len(cell) <= LONGEST_COUNT else None
