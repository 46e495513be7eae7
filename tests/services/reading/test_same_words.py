"""A chat and a search in the same words: what X was asked is noted, whoever asked it."""

import json
from datetime import date, timedelta

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.hours import Hours
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.reading.spans import Span
from allybook.services.reading import known
from allybook.services.reading.capture import capture, is_read, quote_capture, way_of
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.known import wanted_of
from allybook.services.reading.missing import asked_for, left_out, missing
from allybook.services.reading.noted import note_span
from allybook.services.reading.sources import plan_source, read_source
from tests.fakes.desk import Patience

CHAT = Source(Origin.CHAT, "swhelper")
QUERY = "#swhelper -is:retweet"
WORDS = "#swhelper -is:repost"
DAY = 86_400


def posts(clock, count, *, every=timedelta(minutes=10)):
    """Return posts of a chat, newest first."""
    moments = [clock.now() - number * every for number in range(1, count + 1)]
    return [
        Post(id_at(moment, sequence=5), "31", moment, "#swhelper", hashtags=("swhelper",))
        for moment in moments
    ]


def search(desk, ticket, text=WORDS, most=500):
    return read_source(desk, plan_source(desk, Source(Origin.SEARCH), parse(text), most), ticket)


def chat(desk, ticket, most=500):
    return capture(desk, "swhelper", ticket, most=most)


@pytest.mark.parametrize("order", [(chat, search), (search, chat)], ids=["chat", "search"])
def test_who_asks_second_gets_only_what_is_new(desk, network, clock, ticket, order):
    first, second = order
    network.found = posts(clock, 120)
    assert first(desk, ticket).items == 120
    clock.advance(seconds=DAY)
    network.found = [*posts(clock, 3), *network.found]
    assert second(desk, ticket).items == 3
    assert set(network.queries) == {QUERY}
    assert gaps(desk) == ()


ALIKE = ["#SwHelper -is:repost", "#SWHELPER -is:repost", "-is:repost #SwHelper"]


@pytest.mark.parametrize("text", ALIKE)
def test_case_and_order_of_words_ask_nothing_else(desk, network, clock, ticket, text):
    network.found = posts(clock, 120)
    chat(desk, ticket)
    clock.advance(seconds=DAY)
    assert search(desk, ticket, text).items == 0
    network.found = [*posts(clock, 3), *network.found]
    assert search(desk, ticket, text).items == 3
    clock.advance(seconds=DAY)
    assert (chat(desk, ticket).items, search(desk, ticket).items) == (0, 0)
    assert is_read(desk, "swhelper", Hours(end=clock.now() - timedelta(days=2)))


@pytest.mark.parametrize("text", ALIKE)
def test_a_gap_is_of_all_who_ask_alike(desk, network, clock, ticket, text):
    network.found = posts(clock, 120)
    assert not search(desk, ticket, text, most=50).complete
    (gap,) = gaps(desk)
    for other in (*ALIKE, WORDS, "chat:swhelper"):
        assert missing(desk, parse(other)) == (gap,)
        assert left_out([gap], *asked_for(desk, parse(other))) == (gap,)
    assert left_out([gap], None, ["#SWHELPER -is:retweet"]) == (gap,)
    clock.advance(seconds=DAY)
    fill_gap(desk, gap, ticket)
    assert (chat(desk, ticket).items, gaps(desk)) == (0, ())


@pytest.mark.parametrize("read", [chat, search])
@pytest.mark.parametrize("how", ["search", "parts"])
def test_what_was_noted_as_it_was_typed_still_counts(desk, network, clock, ticket, read, how):
    network.found = posts(clock, 120)
    newest = network.found[9].post_id
    noted = {"search": newest, "parts": json.dumps([(0, int(newest) + 1)])}
    desk.cache.set_mark(f"{how}:#SwHelper -is:retweet", noted[how])
    assert search(desk, ticket, ALIKE[0]).items == 9
    assert read(desk, ticket).items == 0


@pytest.mark.parametrize("order", [(chat, search), (search, chat)], ids=["chat", "search"])
def test_what_one_left_out_is_a_gap_of_both_and_read_once(desk, network, clock, ticket, order):
    first, second = order
    network.found = posts(clock, 120)
    assert not first(desk, ticket, most=50).complete
    (gap,) = gaps(desk)
    for text in ("chat:swhelper", WORDS):
        assert missing(desk, parse(text)) == (gap,)
    clock.advance(seconds=DAY)
    assert second(desk, ticket).items == 70
    assert (gaps(desk), desk.cache.count(parse("#swhelper"))) == ((), 120)


def test_posts_that_a_search_brought_are_the_chats(desk, network, clock, ticket):
    network.found = posts(clock, 120)
    search(desk, ticket)
    assert desk.cache.posts(CHAT) == []
    clock.advance(seconds=DAY)
    assert quote_capture(desk, "swhelper", 0).dollars == 0
    chat(desk, ticket)
    assert desk.cache.count(parse("chat:swhelper")) == 120


def test_the_reposts_of_a_search_cover_a_chat_without_them(desk, network, clock, ticket):
    network.found = posts(clock, 120)
    assert search(desk, ticket, "#swhelper").items == 120
    clock.advance(seconds=DAY)
    assert chat(desk, ticket).items == 0
    assert search(desk, ticket).items == 0


@pytest.mark.parametrize("read", [chat, search])
@pytest.mark.parametrize("how", ["parts", "newest"])
def test_what_old_versions_noted_of_a_chat_still_counts(desk, network, clock, ticket, read, how):
    network.found = posts(clock, 120)
    newest = network.found[9].post_id
    if how == "parts":
        spans = json.dumps([(0, int(newest) + 1)])
        desk.cache.set_mark("read:swhelper:without reposts", spans)
    else:
        desk.cache.set_mark("captured:swhelper:without reposts", newest)
    assert read(desk, ticket).items == 9


@pytest.mark.parametrize("tag", ["हिन्दी", "สวัสดี", "தமிழ்", "বাংলা", "福祉", "été", "a_1"])
@pytest.mark.parametrize(("with_reposts", "ending"), [(True, ""), (False, ":without reposts")])
def test_what_old_versions_noted_of_a_chat_counts_in_every_script(desk, tag, with_reposts, ending):
    query = f"#{tag}" if with_reposts else f"#{tag} -is:retweet"
    desk.cache.set_mark(f"captured:{tag}{ending}", "77")
    desk.cache.set_mark(f"read:{tag}{ending}", json.dumps([(80, 90)]))
    assert known.read_until(desk, query) == "77"
    way = known.way_to(desk, Source(Origin.CHAT, tag), query, parse(f"#{tag}"))
    assert known.parts_of(desk, way) == (Span(80, 90),)


def test_what_is_more_than_a_hashtag_is_no_chat(desk):
    desk.cache.set_mark("captured:beds", "77")
    for query in ("#beds night", "(#beds OR #night)", "beds", "#beds -night"):
        assert known.read_until(desk, query) == ""


def test_what_was_read_with_other_conditions_is_asked_for(desk, network, clock, ticket):
    network.found = posts(clock, 120)
    chat(desk, ticket)
    clock.advance(seconds=DAY)
    # Who is verified no post tells itself.
    assert search(desk, ticket, f"{WORDS} is:verified").items == 120
    assert search(desk, ticket, "#swhelper").items == 120


def test_a_time_that_is_still_to_come_is_open(desk, clock):
    later = Hours(end=clock.now() + timedelta(hours=1))
    earlier = Hours(end=clock.now() - timedelta(hours=1))
    assert (wanted_of(desk, later).is_open, wanted_of(desk, earlier).is_open) == (True, False)


def test_a_window_of_a_chat_is_here_when_a_search_brought_it(desk, network, clock, ticket):
    network.found = posts(clock, 120)
    hour = Hours(start=clock.now() - timedelta(hours=10), end=clock.now() - timedelta(hours=5))
    search(desk, ticket)
    assert is_read(desk, "swhelper", hour)
    assert known.missing(desk, way_of(desk, "swhelper", reposts=True), hour) != ()


def test_where_the_cache_has_what_is_found_its_pace_is_told(desk, network, clock, ticket):
    """An hour of a chat is no pace for the week before it."""
    burst = posts(clock, 60, every=timedelta(minutes=1))
    quiet = posts(clock, 160, every=timedelta(hours=1))[2:]
    network.found = [*burst, *quiet]
    chat(desk, ticket)
    reading = search(desk, ticket, "(#swhelper OR #swhelpers) -is:repost", most=10)
    assert (reading.items, reading.new) == (10, 0)
    (gap,) = gaps(desk)
    assert gap.about == pytest.approx(len(network.found) - 10, rel=0.06)


def test_a_few_posts_of_a_search_are_no_pace_until_more_were_read(desk, network, clock, ticket):
    network.found = posts(clock, 400, every=timedelta(minutes=3))
    search(desk, ticket, most=10)
    (gap,) = gaps(desk)
    assert gap.about == 0
    fill_gap(desk, gap, ticket, most=100)
    (gap,) = gaps(desk)
    assert gap.about > 1_000


class Midnight(Patience):
    """A ticket under which the day ends after the first page."""

    def __init__(self, clock):
        super().__init__()
        self._clock = clock

    def report(self, done, total):
        if not self.reports:
            self._clock.advance(seconds=DAY)
        super().report(done, total)


def test_no_further_stretch_is_read_for_a_price_of_yesterday(desk, network, clock, ticket):
    """The newest and the oldest posts were paid for today, by a search in other words."""
    network.found = posts(clock, 120)
    search(desk, ticket, f"{WORDS} -is:reply")
    ids = [int(post.post_id) for post in network.found]
    note_span(desk, way_of(desk, "swhelper").mark, Span(ids[80], ids[39]))
    before = desk.ledger.spent(date.min, date.max)
    reading = capture(desk, "swhelper", Midnight(clock))
    assert (reading.items, reading.complete) == (40, False)
    assert desk.ledger.spent(date.min, date.max) == before
    assert capture(desk, "swhelper", ticket).items == 40
    assert gaps(desk) == ()
