"""X as the core sees it: one method, one request, metered before and after."""

from __future__ import annotations

import logging
from http.cookiejar import DefaultCookiePolicy
from threading import Lock
from typing import TYPE_CHECKING

import tweepy
from msgspec import Struct

from allybook.domain.errors import Refused
from allybook.domain.lists import XList
from allybook.domain.money.reservations import Part
from allybook.domain.reading.pages import Page
from allybook.gateway import calls
from allybook.gateway.decode.accounts import account_of
from allybook.gateway.decode.answer import XAnswer, read_answer
from allybook.gateway.decode.lists import list_of
from allybook.gateway.decode.pages import account_page, post_page
from allybook.gateway.door import Door
from allybook.gateway.refusals import silence
from allybook.gateway.transport import WRITTEN_BY_TWEEPY, NowhereElse
from allybook.gateway.vocabulary import POSTS, USERS, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from requests import Response
    from requests.adapters import BaseAdapter

    from allybook.domain.check.followback import Side
    from allybook.domain.money.pricing import PriceTable
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.gateway.calls import Call
    from allybook.gateway.decode.item import Item
    from allybook.ports.money import Meter
    from allybook.ports.network import Window
    from allybook.ports.sign_in import Keyholder
    from allybook.ports.surroundings import Clock

DEFAULT_SIZE = 100


class Terms(Struct, frozen=True):
    """How X is asked, and how it charges.

    ``me`` is the id of the signed-in account where it is known from before; ``me()`` finds it out.
    With ``owns_app`` that account owns the developer app, and reads about itself are the cheap
    owned ones. ``bill_expansions`` is the price table's: what comes along is charged.
    """

    owns_app: bool = False
    vocabulary: Vocabulary = Vocabulary.TWEET
    bill_expansions: bool = True
    me: str | None = None

    @classmethod
    def of(cls, prices: PriceTable, *, owns_app: bool, me: str | None) -> Terms:
        """Return the terms that a price table tells, for one account."""
        return cls(owns_app, Vocabulary(prices.vocabulary), prices.bill_expansions, me)


USUAL = Terms()


class XNetwork:
    """X, or anything that answers like it, for one signed-in account (``ports.Network``).

    May be shared by threads: tweepy is not made for that, so requests go one after another, each
    with its metering, and two jobs cannot both spend the last of a budget. All requests go through
    ``tweepy.Client.request``: its finer methods ask X who is signed in by themselves (and pay for
    it), know the old words only, and log what they do not know. ``keys`` gives what each request
    is signed with. Close it after use.
    """

    def __init__(
        self,
        keys: Keyholder,
        *,
        adapter: BaseAdapter,
        meter: Meter,
        clock: Clock,
        terms: Terms = USUAL,
    ) -> None:
        self._door = Door(keys, adapter, clock)
        self._client = _open_client(self._door)
        self._meter = meter
        self._clock = clock
        self._terms = terms
        self._words = terms.vocabulary
        self._me = terms.me
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"XNetwork(me={self._me!r})"

    def close(self) -> None:
        """Close the connections."""
        self._client.session.close()

    def me(self) -> Account:
        """Return the signed-in account, and remember whose reads are owned."""
        account = account_of(self._one(calls.me(self._words.account)))
        self._me = account.user_id
        return account

    def accounts(self, user_ids: Sequence[str]) -> Page[Account]:
        """Return at most 100 accounts by id; those not shown are ``problems``."""
        return self._batch(calls.accounts(user_ids, self._words.account))

    def accounts_by_handle(self, handles: Sequence[str]) -> Page[Account]:
        """Return at most 100 accounts by handle; those not shown are ``problems``."""
        return self._batch(calls.accounts_by_handle(handles, self._words.account))

    def follows(
        self, side: Side, user_id: str, *, page: str | None = None, size: int = 1000
    ) -> Page[Account]:
        """Return one page (at most 1,000) of an account's followers or following."""
        call = calls.follows(side, user_id, self._words.account, size, page)
        return account_page(self._full(call))

    def owned_lists(self, user_id: str, *, page: str | None = None) -> Page[XList]:
        """Return one page of the lists that an account owns, all that X shows or ``Garbled``.

        Whether a list was made is found out so: one that was passed by would be made twice. What
        X does not show is ``unshown``.
        """
        answer = self._full(calls.owned_lists(user_id, self._words.x_list, page))
        items = tuple(list_of(item, user_id) for item in answer.items)
        problems, unshown = answer.problems("list"), answer.unshown("list")
        return Page(items, answer.next_page, problems, unshown=unshown)

    def x_list(self, list_id: str) -> XList:
        """Return one list; its owner is known in the old words only."""
        return list_of(self._one(calls.x_list(list_id, self._words.x_list)))

    def members(
        self, list_id: str, *, page: str | None = None, size: int = DEFAULT_SIZE
    ) -> Page[Account]:
        """Return one page (at most 100) of a list's members."""
        return account_page(self._full(calls.members(list_id, self._words.account, size, page)))

    def list_posts(
        self, list_id: str, *, page: str | None = None, size: int = DEFAULT_SIZE
    ) -> Page[Post]:
        """Return one page (at most 100) of a list's posts, newest first."""
        return post_page(self._full(calls.list_posts(list_id, self._words.post, size, page)))

    def home(
        self,
        user_id: str,
        *,
        since_id: str | None = None,
        until_id: str | None = None,
        page: str | None = None,
        size: int = DEFAULT_SIZE,
    ) -> Page[Post]:
        """Return one page (at most 100) of the home timeline between two posts, newest first."""
        between = calls.between(since_id, until_id)
        return post_page(self._full(calls.home(user_id, self._words.post, size, page, between)))

    def search(
        self,
        query: str,
        *,
        window: Window | None = None,
        page: str | None = None,
        size: int = DEFAULT_SIZE,
    ) -> Page[Post]:
        """Return one page (10 to 100) of the last seven days' posts for ``query`` (<= 512)."""
        when = calls.span(window)
        return post_page(self._full(calls.search(query, self._words.post, size, page, when)))

    def count(self, query: str, *, window: Window | None = None) -> int:
        """Return how many posts ``search`` would give; ``Refused`` where X wants an app's token."""
        answer = self._full(calls.count(query, calls.span(window)))
        total = answer.meta.number("total_tweet_count", "total_post_count")
        if total is None:
            raise answer.meta.broken("total_tweet_count", "is missing")
        return total

    def create_list(self, name: str, description: str, *, private: bool) -> XList:
        """Create a list of the signed-in account."""
        item = self._one(calls.create_list(name, description, private=private))
        return XList(item.own_id(), name, description, private=private, owner_id=self._me)

    def delete_list(self, list_id: str) -> None:
        """Delete a list of the signed-in account, for everybody and for good."""
        item = self._one(calls.delete_list(list_id))
        if not item.flag("deleted"):
            raise Refused("X did not delete this list: look at it on X; it is as it was.")

    def add_member(self, list_id: str, user_id: str) -> bool:
        """Add one member; return X's own ``is_member`` afterwards."""
        return _is_member(self._one(calls.add_member(list_id, user_id)))

    def remove_member(self, list_id: str, user_id: str) -> bool:
        """Remove one member; return X's own ``is_member`` afterwards."""
        return _is_member(self._one(calls.remove_member(list_id, user_id)))

    def _one(self, call: Call) -> Item:
        """Return the one object of an answer, or raise what X says instead."""
        answer = self._ask(call)
        if not answer.items:
            raise silence(answer.complaints, self._clock.now())
        return answer.items[0]

    def _full(self, call: Call) -> XAnswer:
        """Return an answer that holds data (perhaps none today), or raise what X says instead."""
        answer = self._ask(call)
        if answer.bare:
            raise silence(answer.complaints, self._clock.now())
        return answer

    def _batch(self, call: Call) -> Page[Account]:
        """Return the accounts of a batch, which may all be problems."""
        answer = self._ask(call)
        page = account_page(answer)
        if answer.bare and not page.problems:
            raise silence(answer.complaints, self._clock.now())
        return page

    def _ask(self, call: Call) -> XAnswer:
        owned = self._terms.owns_app and call.account is not None and call.account == self._me
        mark = call.mark(self._me or "")
        with self._lock, self._meter.request(mark, self._most(call, owned=owned)) as slip:
            body, owner = self._send(call), call.path.get("id", "")
            answer = read_answer(body, call.kind, self._door.hide, owner)
            if call.method != "GET" and answer.bare:
                # Raised in here, so that what X may charge for an act stays held where it may be
                # done all the same.
                raise silence(answer.complaints, self._clock.now())
            slip.bring(self._brought(call, answer, owned=owned))
        return answer

    def _send(self, call: Call) -> bytes:
        response: Response = self._client.request(
            call.method, call.route, params=call.params, json=call.body, user_auth=False
        )
        return response.content

    def _most(self, call: Call, *, owned: bool) -> tuple[Part, ...]:
        """Return what an answer can bring at most, all that comes along included."""
        along = call.along if self._terms.bill_expansions else {}
        main = Part(call.endpoint, call.worst, call.ids, owned, call.moves)
        return (main, *(Part(endpoint, most) for endpoint, most in along.items()))

    def _brought(self, call: Call, answer: XAnswer, *, owned: bool) -> tuple[Part, ...]:
        """Return what came, before it is looked at more closely: X charges broken items too."""
        if answer.bare:
            return ()
        named = _ids(answer.items) or ((call.about,) if call.about else ())
        main = Part(call.endpoint, len(named), named, owned)
        if not self._terms.bill_expansions:
            return (main,)
        along = ((USERS, _ids(answer.users)), (POSTS, _ids(answer.posts)))
        return (main, *(Part(endpoint, len(ids), ids) for endpoint, ids in along if ids))


def _open_client(door: Door) -> tweepy.Client:
    """Return tweepy's client with one way out, and quiet: logs would hold what people wrote."""
    for name in ("tweepy", "urllib3", "oauthlib"):
        logging.getLogger(name).setLevel(logging.WARNING)
    client = tweepy.Client(bearer_token=None, return_type=dict, wait_on_rate_limit=False)
    client.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
    client.session.mount("https://", NowhereElse())
    client.session.mount("http://", NowhereElse())
    client.session.mount(WRITTEN_BY_TWEEPY, door)
    return client


def _is_member(item: Item) -> bool:
    if item.value("is_member") is None:
        raise item.broken("is_member", "is missing")
    return item.flag("is_member")


def _ids(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(str(own) for item in items if (own := item.value("id")) is not None)
