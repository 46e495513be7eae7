"""The figures of the tour, read from the desk and from what the window shows."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.book.entry import Status
from allybook.domain.check.followback import Answer
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING
from allybook.services.chats.chat import open_chat
from allybook.services.lists.pull import members_now
from allybook.services.timeline.view import divide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.money.pricing import Quote
    from allybook.services.desk import Desk
    from allybook.ui.tabs.timeline.look_through import Sight

HASHTAG = "swhelper"
VIEW = 'in:"My allies" -is:repost'


class Purse(Struct):
    """What was quoted, job by job."""

    quotes: list[Quote] = field(default_factory=list)

    def say(self, quote: Quote) -> None:
        """Remember a quote, said just before its job."""
        self.quotes.append(quote)

    def dollars(self) -> Decimal:
        """Return the sum of all quotes."""
        return sum((quote.dollars for quote in self.quotes), Decimal(0))


def gather(desk: Desk, sight: Sight, answers: Sequence[Answer]) -> dict[str, object]:
    """Return what the desk holds and what the window shows of it, at no cost."""
    chat = open_chat(desk, HASHTAG)
    book = desk.book()
    statuses = Counter(ally.status for ally in book.allies())
    halves = divide(parse(VIEW))
    classes = Counter(answers)
    posts, shown = desk.cache.count(EVERYTHING), desk.cache.count(halves.kept)
    return {
        "posts_read": posts,
        "chat_posts": len(chat.posts),
        "participants": len(chat.participants),
        "nominated": statuses[Status.NOMINATED] + statuses[Status.APPROVED],
        "approved": statuses[Status.APPROVED],
        "list_members": len(members_now(desk, desk.cache.mirror(book.info.book_id))),
        "check": {kind.value: classes[kind] for kind in Answer},
        "view": VIEW,
        "posts_shown": shown,
        "posts_hidden": posts - shown,
        "posts_quiet": desk.cache.count(halves.quiet),
        "window_shows": len(sight.order),
        "outbox_waiting": desk.outbox.waiting(),
    }


def money(desk: Desk, purse: Purse) -> dict[str, object]:
    """Return what was quoted, what the ledger counted, and what the practice network billed."""
    spent = desk.ledger.spent(desk.clock.now().date(), desk.clock.now().date())
    billed = desk.billed() if desk.billed else spent
    return {
        "dollars_quoted": float(purse.dollars()),
        "dollars_in_ledger": float(spent),
        "dollars_billed": float(billed),
        "jobs": [{"job": one.job, "dollars": float(one.dollars)} for one in purse.quotes],
    }
