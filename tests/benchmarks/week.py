"""What a week's routine costs: Allybook's way beside the plain way, by the practice network's bill.

Each morning the timeline of a list of 200 is read; on the third day 20 accounts are added to that
list; on the fifth day 300 allies are checked for who follows back; on the last day a chat of some
400 posts is captured. Both ways begin with the same knowledge of the day before.

Allybook's way leaves plain reposts out, of the timeline and of the chat (50 of its 418 posts; how
often a post was passed on stands on the post), and reads the profiles of those only whom it has to
know to tell whom a chat shared: those that nobody mentions, and possible nominations.

The plain way reads whole pages each time with what comes along (``expansions``), looks each account
up, and reads the list before and after it adds to it: what scripts from X's own examples do.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import requests
from msgspec.structs import replace

from allybook.domain.filters.parse import parse
from allybook.domain.lists import XList
from allybook.domain.posts import id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import Terms, XNetwork
from allybook.gateway.vocabulary import Vocabulary
from allybook.ports.network import Window
from allybook.practice.adapter import PracticeAdapter
from allybook.practice.bill import Bill
from allybook.practice.world import World
from allybook.services.books.edit import approve
from allybook.services.chats.chat import chat_people, open_chat
from allybook.services.check.answer import whom
from allybook.services.check.plan import plan_check
from allybook.services.check.run import check
from allybook.services.jobs.paging import BATCH
from allybook.services.line import Line
from allybook.services.lists.pull import pull
from allybook.services.people.nominate import nominate_handles
from allybook.services.people.resolve import resolve, unnamed
from allybook.services.publish.plan import plan_list
from allybook.services.publish.run import publish
from allybook.services.reading.capture import capture, count_posts
from allybook.services.reading.read_list import plan_list_posts, read_list
from allybook.services.sign_in.keys import HeldKeys
from allybook.services.sign_in.who import sign_in
from allybook.store.profile import Profile
from tests.benchmarks import town
from tests.benchmarks.figures import figure
from tests.fakes.clock import FixedClock
from tests.fakes.desk import PRICES, CountingScribe, Patience, make_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.money.pricing import Dollars
    from allybook.services.desk import Desk
    from tests.benchmarks.figures import Figure

BOUND = 0.25
DAYS = 7
DAY = timedelta(days=1)
MORNING = timedelta(hours=4)
"""How long before the town's last moment each day's routine is done."""
ADDS_ON, CHECK_ON, CHAT_ON = 2, 4, 6
HASHTAG = "SwHelper"
NEWEST = "most_recent_tweet_id"
MOST = 1_000
NO_REPOSTS = parse("-is:repost")
MEMBERS_BOOK, ALLIES_BOOK = town.LIST, "Allies"


@dataclass(frozen=True, slots=True)
class Side:
    """One way to do the week: a desk with a network of its own, and the bill that it runs up."""

    desk: Desk
    network: XNetwork
    x: PracticeAdapter
    world: World
    bill: Bill
    clock: FixedClock

    @property
    def list_id(self) -> str:
        """Return the list that the week is about."""
        mine = self.world.rosters.owned_by(self.world.me.user_id)
        return next(one.list_id for one in mine if one.name == town.LIST)

    def ids(self, numbers: range) -> list[str]:
        """Return the ids of neighbours."""
        people = (self.world.person_by_handle(town.handle(number)) for number in numbers)
        return [one.user_id for one in people if one]


@dataclass(frozen=True, slots=True)
class Errands:
    """A way's four errands, and what it knows from the day before the week."""

    prepare: Callable[[Side], None]
    timeline: Callable[[Side], None]
    adds: Callable[[Side], None]
    check: Callable[[Side], None]
    chat: Callable[[Side], None]

    def of_day(self, day: int) -> list[tuple[str, Callable[[Side], None]]]:
        """Return what is done on a day of the week, from 0."""
        due = [("daily timeline", self.timeline)]
        due += [("20 list adds", self.adds)] if day == ADDS_ON else []
        due += [("check of 300", self.check)] if day == CHECK_ON else []
        return due + ([("chat", self.chat)] if day == CHAT_ON else [])


def prepare(side: Side) -> None:
    """Let Allybook know what it knew the evening before: its two books, the list, its newest."""
    desk = side.desk
    sign_in(desk, Patience())
    desk.cache.save_list(XList(side.list_id, town.LIST))
    members = desk.shelf.create(MEMBERS_BOOK)
    desk.cache.set_mirror(members.info.book_id, side.list_id)
    for name, count in ((MEMBERS_BOOK, town.MEMBERS - town.COMING), (ALLIES_BOOK, town.ALLIES)):
        book = members if name == MEMBERS_BOOK else desk.shelf.create(name)
        resolve(desk, unnamed(desk, side.ids(range(count))), Patience())
        nominate_handles(desk, book, [town.handle(number) for number in range(count)])
        approve(desk, book, [ally.key for ally in book.allies()])
    pull(desk, side.list_id, Patience(), town.MEMBERS)
    read_timeline(side)


def read_timeline(side: Side) -> None:
    """Read what is new in the list but reposts, and whose posts these are if that is not known."""
    desk, source = side.desk, Source(Origin.LIST, side.list_id)
    read_list(desk, plan_list_posts(desk, side.list_id, through=NO_REPOSTS), Patience())
    authors = [post.author_id for post in desk.cache.posts(source)]
    resolve(desk, unnamed(desk, authors), Patience())


def add_members(side: Side) -> None:
    """Approve 20 more of the allies for the list, and publish it."""
    desk = side.desk
    book = desk.book(MEMBERS_BOOK)
    come = range(town.MEMBERS - town.COMING, town.MEMBERS)
    nominate_handles(desk, book, [town.handle(number) for number in come])
    approve(desk, book, side.ids(come))
    done = publish(desk, plan_list(desk, book), Patience())
    if done.error or done.waiting or len(done.acts) != town.COMING:
        raise RuntimeError(f"The list was not published: {done.stopped}")


def check_allies(side: Side) -> None:
    """Check who of the allies follows back."""
    asked = whom(side.desk.book(ALLIES_BOOK).allies())
    found = check(side.desk, asked, plan_check(side.desk, asked), Patience())
    if not all(one.complete for one in found):
        raise RuntimeError("The check left somebody unknown.")


def capture_chat(side: Side) -> None:
    """Count the chat, capture it, and look up who took part."""
    evening = town.evening()
    count_posts(side.desk, HASHTAG, Patience(), evening)
    capture(side.desk, HASHTAG, Patience(), window=evening, most=MOST)
    people = chat_people(side.desk, open_chat(side.desk, HASHTAG, evening))
    resolve(side.desk, people, Patience())


def read_timeline_plainly(side: Side) -> None:
    """Read whole pages of the list, with all that comes along, until a day ago."""
    since, page = side.clock.now() - DAY, None
    while True:
        answer = side.network.list_posts(side.list_id, page=page)
        page = answer.next_page
        if page is None or answer.items[-1].created_at < since:
            return


def add_members_plainly(side: Side) -> None:
    """Read the list, find the accounts, add them one by one, read the list again."""
    come = [town.handle(n) for n in range(town.MEMBERS - town.COMING, town.MEMBERS)]
    read_members_plainly(side)
    for one in side.network.accounts_by_handle(come).items:
        side.network.add_member(side.list_id, one.user_id)
    read_members_plainly(side)


def read_members_plainly(side: Side) -> None:
    """Read all members of the list."""
    answer = side.network.members(side.list_id)
    while answer.next_page:
        answer = side.network.members(side.list_id, page=answer.next_page)


def check_plainly(side: Side) -> None:
    """Look each ally up, with the newest post, which tells who is quiet."""
    ids = side.ids(range(town.ALLIES))
    for start in range(0, len(ids), BATCH):
        words = {"user.fields": "connection_status,protected", "expansions": NEWEST}
        request = requests.Request(
            "GET",
            "https://api.x.com/2/users",
            params={"ids": ",".join(ids[start : start + BATCH]), **words},
            headers={"Authorization": "Bearer practice"},
        )
        side.x.send(request.prepare())


def capture_plainly(side: Side) -> None:
    """Search for the hashtag, page after page, with all that comes along."""
    query, evening = f"#{HASHTAG}", town.evening()
    window = Window(since_id=id_at(evening.start), until_id=id_at(evening.end))
    answer = side.network.search(query, window=window)
    while answer.next_page:
        answer = side.network.search(query, window=window, page=answer.next_page)


OURS = Errands(prepare, read_timeline, add_members, check_allies, capture_chat)
PLAIN = Errands(
    lambda _side: None,
    read_timeline_plainly,
    add_members_plainly,
    check_plainly,
    capture_plainly,
)


def spend(errands: Errands, vocabulary: Vocabulary, days: int = DAYS) -> dict[str, Dollars]:
    """Live through the week; return the dollars billed by errand."""
    spent: dict[str, Dollars] = {}
    with ExitStack() as stack:
        side = _open(stack, vocabulary)
        errands.prepare(side)
        for day in range(days):
            side.clock.advance(seconds=DAY.total_seconds())
            for name, errand in errands.of_day(day):
                before = side.bill.dollars
                errand(side)
                spent[name] = spent.get(name, Decimal(0)) + side.bill.dollars - before
    return spent


def _open(stack: ExitStack, vocabulary: Vocabulary) -> Side:
    folder = Path(stack.enter_context(TemporaryDirectory()))
    clock = FixedClock(town.anchor() - DAYS * DAY - MORNING)
    world, bill = World(town.stage()), Bill(PRICES)
    x = PracticeAdapter(world, clock, bill)
    me = world.me.user_id
    profile = stack.enter_context(Profile(folder, clock))
    desk = make_desk(profile, clock, None, budget="1000", account=me)
    network = XNetwork(
        HeldKeys(Tokens("practice")),
        adapter=x,
        meter=desk.jobs,
        clock=clock,
        terms=Terms(owns_app=True, vocabulary=vocabulary, me=me),
    )
    stack.enter_context(closing(network))
    desk = replace(desk, line=Line(network), owns_app=True, scribe=CountingScribe())
    return Side(desk, network, x, world, bill, clock)


def measure(days: int = DAYS) -> list[Figure]:
    """Return what the week costs, beside the plain way."""
    ours = spend(OURS, Vocabulary.TWEET, days)
    plain = spend(PLAIN, Vocabulary.POST, days)
    parts = [
        figure(f"week: {name}", float(ours[name]), "dollars", against=f"plain: ${plain[name]:.2f}")
        for name in ours
    ]
    total, beside = sum(ours.values()), sum(plain.values())
    words = f"${total:.2f} beside ${beside:.2f} the plain way, both by the practice network's bill"
    share = float(total / beside)
    return [
        figure("week: share of the plain way", share, "times", bound=BOUND, against=words),
        *parts,
    ]
