"""A timeline tab over a desk with the real store and a network in memory."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Post, id_at
from allybook.services.line import Line
from allybook.services.reading.refresh import refresh
from allybook.services.sign_in.who import sign_in
from allybook.ui.tabs.timeline.filter_bar import FilterBar
from allybook.ui.tabs.timeline.tab import TimelineTab
from tests.fakes.desk import Patience
from tests.fakes.network import MemoryNetwork

PEOPLE = (
    Account("31", "HarborRowSN", "Harbor Row"),
    Account("32", "TamsinOdell", "Tamsin Odell"),
    Account("33", "MegaDeals4Good", "Mega Deals 4 Good"),
)
LOUD = "WIN A FREE IPHONE!!! CLICK NOW repost and tag 3 friends #win #free #now #deal"
TAGS = ("win", "free", "now", "deal")


@pytest.fixture
def network(clock):
    network = MemoryNetwork()
    network.timeline = list(reversed(timeline(clock)))
    return network


def timeline(clock):
    """Return a small conversation, an advertisement, and some more posts, oldest first."""

    def post(minutes, author, text, **more):
        moment = clock.now() - timedelta(minutes=minutes)
        return Post(id_at(moment, sequence=5), author, moment, text, lang="en", **more)

    question = post(50, "32", "Does anyone have a consent form?", media=("photo", "photo"))
    answer = post(
        40,
        "31",
        "@TamsinOdell We do, ask us.",
        reply_to=question.post_id,
        reply_to_user="32",
        mentions=(Mention("TamsinOdell", "32"),),
    )
    loud = post(30, "33", LOUD, hashtags=TAGS)
    more = [post(60 + number, "31", f"Beds tonight, row {number}") for number in range(20)]
    passed_on = [post(90 + n, "32", "RT: beds", repost_of="7") for n in range(40)]
    return sorted([question, answer, loud, *more, *passed_on], key=lambda one: int(one.post_id))


@pytest.fixture
def desk(desk, clock):
    sign_in(desk)
    desk.cache.save_accounts(PEOPLE, clock.now())
    refresh(desk, Patience())
    return desk


@pytest.fixture
def open_tab(desk, look, jobs, hub, qtbot, calm):
    def make(*, offline=False, line=None):
        line = Line(desk.line.network(), up=False) if offline else line
        mine = replace(desk, line=line) if line else desk
        tab = TimelineTab(mine, look, jobs, hub)
        qtbot.addWidget(tab)
        tab.resize(1280, 724)
        tab.show()
        calm(lambda: tab.model.rowCount() and tab._map.spots)
        return tab

    return make


@pytest.fixture
def tab(open_tab):
    return open_tab()


@pytest.fixture
def bar(look, qtbot):
    bar = FilterBar(look)
    qtbot.addWidget(bar)
    bar.resize(700, 40)
    bar.show()
    return bar
