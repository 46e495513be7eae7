"""What lies in an archive: which data files hold which part.

Source: ``data/manifest.js`` of archives since March 2020; before that, and for parts it does not
name, the files' own names (``tweets.js``, ``tweets-part1.js`` ..., ``tweet.js`` in older ones).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from allybook.domain.people.accounts import USER_ID, Account
from allybook.files.moments import read_moment

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

MANIFEST = "manifest.js"


class ArchivePart(StrEnum):
    """The parts that Allybook reads, by the stem of their files."""

    ACCOUNT = "account"
    PROFILE = "profile"
    FOLLOWER = "follower"
    FOLLOWING = "following"
    TWEETS = "tweets"
    NOTE_TWEET = "note-tweet"
    LISTS_CREATED = "lists-created"


_OLDER = {"tweet": ArchivePart.TWEETS}
_FILE = re.compile(r"(?P<stem>[a-z-]+?)(?:-part(?P<number>\d{1,6}))?\.js")
_HEAD = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:[^={\[\"]{0,200}=)?\s*")


class _UserInfo(Struct):
    account_id: str = field(name="accountId", default="")
    user_name: str = field(name="userName", default="")
    display_name: str = field(name="displayName", default="")


class _ArchiveInfo(Struct):
    generation_date: str = field(name="generationDate", default="")


class _File(Struct):
    file_name: str = field(name="fileName")


class _DataType(Struct):
    files: list[_File] = []


class Manifest(Struct):
    """What an archive says of itself; no part of it is sure to be there."""

    user_info: _UserInfo = field(name="userInfo", default_factory=_UserInfo)
    archive_info: _ArchiveInfo = field(name="archiveInfo", default_factory=_ArchiveInfo)
    data_types: dict[str, _DataType] = field(name="dataTypes", default_factory=dict)

    @property
    def made_at(self) -> datetime | None:
        """Return when the archive was made (UTC)."""
        return read_moment(self.archive_info.generation_date)

    @property
    def owner(self) -> Account | None:
        """Return whose archive it is."""
        info = self.user_info
        known = USER_ID.fullmatch(info.account_id) is not None
        return Account(info.account_id, info.user_name, info.display_name) if known else None

    def files(self, part: ArchivePart) -> list[str]:
        """Return the base names of a part's files, in the manifest's order."""
        named = [
            file.file_name.replace("\\", "/").rpartition("/")[2]
            for kind, data_type in self.data_types.items()
            if _plain(kind) in _NAMES[part]
            for file in data_type.files
        ]
        return list(dict.fromkeys(named))


def read_manifest(data: bytes) -> Manifest:
    """Decode ``window.__THAR_CONFIG = {...}``; ``ValueError`` where it is damaged."""
    head = _HEAD.match(data)
    body = data[head.end() if head else 0 :].rstrip().removesuffix(b";")
    return msgspec.json.decode(body, type=Manifest, strict=False)


def part_of(name: str) -> tuple[ArchivePart, int] | None:
    """Return which part a file holds, and its number within the part; None for all other files."""
    file = _FILE.fullmatch(name)
    if file is None:
        return None
    known = _OLDER.get(file["stem"]) or next((p for p in ArchivePart if p == file["stem"]), None)
    return (known, int(file["number"] or 0)) if known else None


def files_by_name(part: ArchivePart, names: Collection[str]) -> list[str]:
    """Return the files of a part by their names, in the order of their numbers."""
    numbered = sorted(
        (place[1], name) for name in names if (place := part_of(name)) and place[0] is part
    )
    newer = [name for _, name in numbered if name.startswith(part)]
    return newer or [name for _, name in numbered]


def _plain(kind: str) -> str:
    return re.sub("[^a-z]", "", kind.lower())


_NAMES = {
    part: {_plain(part), *(older for older, newer in _OLDER.items() if newer is part)}
    for part in ArchivePart
}
