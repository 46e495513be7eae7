"""The elements of an archive's data files, as X writes them (archives of 2020 to 2025).

Each ``read_...`` makes values of a JSON array of such elements, and raises one of ``UNFIT`` where
an element cannot be used.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from allybook.domain.lists import XList
from allybook.domain.people.accounts import USER_ID, Account
from allybook.files.complaints import Unfit
from allybook.files.moments import read_moment
from allybook.files.posts.older import OlderPost, read_id, to_post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.posts import Post

LONGEST_ID, HIGHEST_ID = 19, 9 * 10**18 - 1
"""Of ids, as ``USER_ID`` has it."""

_LIST = re.compile(r"https?://[^/]+/[^/]+/lists/(?P<name>[^/?#]+)/?(?:[?#].*)?")


class _Edge(Struct, gc=False):
    account_id: str = field(name="accountId")


class _Follower(Struct, gc=False):
    follower: _Edge


class _Following(Struct, gc=False):
    following: _Edge


class _AccountFacts(Struct):
    """What is kept of ``account.js``; the e-mail address in it is not even decoded."""

    account_id: str = field(name="accountId")
    username: str = ""
    display_name: str = field(name="accountDisplayName", default="")
    created_at: str = field(name="createdAt", default="")


class _Account(Struct):
    account: _AccountFacts


class _Description(Struct):
    bio: str | None = None


class _ProfileFacts(Struct):
    description: _Description = field(default_factory=_Description)


class _Profile(Struct):
    profile: _ProfileFacts


class _ListAddresses(Struct):
    url: str | None = None
    urls: list[str] = []


class _UserList(Struct):
    info: _ListAddresses = field(name="userListInfo")


class _Tweet(OlderPost, gc=False):
    """A post in the wrapper of newer archives or, where ``tweet`` is None, the post itself."""

    tweet: OlderPost | None = None


_FOLLOWERS = msgspec.json.Decoder(list[_Follower])
_FOLLOWING = msgspec.json.Decoder(list[_Following])
_ACCOUNTS = msgspec.json.Decoder(list[_Account])
_PROFILES = msgspec.json.Decoder(list[_Profile])
_LISTS = msgspec.json.Decoder(list[_UserList])
_TWEETS = msgspec.json.Decoder(list[_Tweet], strict=False)


def read_followers(data: bytes) -> Sequence[str]:
    """Return the ids in elements ``{"follower": {"accountId": ...}}``."""
    return _checked([row.follower.account_id for row in _FOLLOWERS.decode(data)])


def read_following(data: bytes) -> Sequence[str]:
    """Return the ids in elements ``{"following": {"accountId": ...}}``."""
    return _checked([row.following.account_id for row in _FOLLOWING.decode(data)])


def _checked(user_ids: list[str]) -> list[str]:
    """Check a whole run at once: a pattern for each of a million ids would double the time."""
    digits = "".join(user_ids)
    right = digits.isascii() and digits.isdecimal() and len(digits) <= LONGEST_ID * len(user_ids)
    # The smallest as a text is the one that is empty, or begins with a zero.
    if user_ids and not (right and min(user_ids) >= "1" and max(map(int, user_ids)) <= HIGHEST_ID):
        raise Unfit("the id of the account is missing or damaged")
    return user_ids


def read_accounts(data: bytes) -> Sequence[Account]:
    """Return the accounts in elements ``{"account": {"accountId", "username", ...}}``."""
    return [
        Account(
            read_id(facts.account_id, "the account"),
            facts.username,
            facts.display_name,
            created_at=read_moment(facts.created_at),
        )
        for facts in (row.account for row in _ACCOUNTS.decode(data))
    ]


def read_bios(data: bytes) -> Sequence[str]:
    """Return the bios in elements ``{"profile": {"description": {"bio", ...}}}``."""
    return [row.profile.description.bio or "" for row in _PROFILES.decode(data)]


def read_lists(data: bytes) -> Sequence[XList | str]:
    """Return the lists in elements ``{"userListInfo": {"url"}}`` or (older) ``{"urls": [...]}``.

    An archive holds nothing but addresses: a list whose address has a number comes without a name,
    and of the others only the name is known.
    """
    infos = [row.info for row in _LISTS.decode(data)]
    return [_x_list(url) for info in infos for url in (*info.urls, info.url) if url is not None]


def _x_list(url: str) -> XList | str:
    address = _LIST.fullmatch(url)
    if address is None:
        raise Unfit(f"“{url}” is not the address of a list")
    name = address["name"]
    return XList(name, "") if USER_ID.fullmatch(name) else name


def read_posts(data: bytes, author_id: str) -> Sequence[Post]:
    """Return the posts in elements ``{"tweet": {...}}`` or, in older archives, ``{...}``."""
    return [to_post(row.tweet or row, author_id) for row in _TWEETS.decode(data)]
