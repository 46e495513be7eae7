"""The record of a chat: titled by its day, each other day said, authors as they are known."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.chats.chat import open_chat
from allybook.services.chats.transcribe import as_html, as_markdown, chat_day, transcript
from tests.fakes.clock import FixedClock
from tests.fakes.zones import BERLIN, NEW_YORK

TAG = "SwHelper"
BEFORE, DAY = datetime(2026, 3, 24, 9, 5, tzinfo=UTC), datetime(2026, 3, 30, 19, 0, tzinfo=UTC)
UNNAMED = "1742664048702390552"


@pytest.fixture
def told(desk):
    """Return what saves posts, one at each moment, all by the same author, and opens the chat."""

    def save(*moments, author="31"):
        posts = [
            Post(id_at(at, sequence=n), author, at, f"Beds {n} #{TAG}", hashtags=(TAG,))
            for n, at in enumerate(moments)
        ]
        desk.cache.save_posts(posts, Source(Origin.FILE, "a"), accounts=[Account("31", "harbor")])
        return open_chat(desk, TAG)

    return save


def test_the_title_is_the_day_of_most_posts_and_each_day_has_a_heading(desk, told):
    chat = told(BEFORE, DAY, DAY.replace(minute=1), DAY.replace(day=31))
    assert chat_day(chat, UTC) == DAY.date()
    page = as_markdown(desk, chat)
    assert [line for line in page.splitlines() if line.startswith("#")] == [
        "# #SwHelper, 30 March 2026",
        "## 24 March 2026",
        "## 30 March 2026",
        "## 31 March 2026",
    ]
    assert page.index("## 24 March") < page.index("- 09:05 @harbor") < page.index("## 30 March")
    html = as_html(desk, chat)
    assert html.count("<title>#SwHelper, 30 March 2026</title>") == 1
    heads = [f"<h2>{day} March 2026</h2>\n<ol>\n<li>" for day in (24, 30, 31)]
    assert [html.count(head) for head in heads] == [1, 1, 1]
    assert html.count("<ol>") == html.count("</ol>") == 3


def test_a_chat_of_one_day_needs_no_heading_but_its_title(desk, told):
    chat = told(DAY, DAY.replace(minute=1))
    assert "## " not in as_markdown(desk, chat)
    assert "<h2>" not in as_html(desk, chat)
    assert "# #SwHelper, 30 March 2026" in as_markdown(desk, chat)


def test_a_chat_without_posts_has_no_day(desk):
    chat = open_chat(desk, TAG)
    assert chat_day(chat, UTC) is None
    assert as_markdown(desk, chat).startswith("# #SwHelper, no posts yet\n")
    assert "<ol>" not in as_html(desk, chat)


def test_an_author_without_a_handle_is_an_account_never_a_handle(desk, told):
    chat = told(DAY, author=UNNAMED)
    [line] = transcript(desk, chat).lines
    assert (line.author, line.author_id) == ("", UNNAMED)
    assert f"- 19:00 account {UNNAMED}: Beds" in as_markdown(desk, chat)
    assert f"<cite>account {UNNAMED}</cite>" in as_html(desk, chat)
    assert f"@{UNNAMED}" not in as_markdown(desk, chat) + as_html(desk, chat)


def test_what_private_people_wrote_stays_out_of_the_record_and_is_counted(desk, told):
    told(DAY, DAY.replace(minute=1))
    private = [
        Post(id_at(DAY, sequence=50 + n), "32", DAY, f"Kept {n} #{TAG}", hashtags=(TAG,))
        for n in range(2)
    ]
    quiet = Account("32", "quiet_one", private=True)
    desk.cache.save_posts(private, Source(Origin.HOME, ""), accounts=[quiet])
    chat = open_chat(desk, TAG)
    assert len(chat.posts) == 4
    record = transcript(desk, chat)
    assert ({line.author for line in record.lines}, len(record.lines)) == ({"harbor"}, 2)
    assert (record.people, record.private) == (1, 2)
    for page in (as_markdown(desk, chat), as_html(desk, chat)):
        assert "2 posts by 1 person, 0 reposts apart. 2 posts by private accounts are" in page
        assert "Kept" not in page
        assert "quiet_one" not in page


def test_where_nobody_is_private_nothing_is_said_of_it_and_search_engines_pass_by(desk, told):
    chat = told(DAY)
    assert transcript(desk, chat).private == 0
    assert "private" not in as_markdown(desk, chat) + as_html(desk, chat)
    assert as_html(desk, chat).count('<meta name="robots" content="noindex">') == 1


# Thursday 26 March, 9 to 10 PM in New York; Friday in Europe.
EVENING = [datetime(2026, 3, 27, 1, minute, tzinfo=UTC) for minute in (0, 30, 59)]
HERE = {
    NEW_YORK: ("26 March 2026", ("21:00", "21:59"), "EDT (UTC\N{MINUS SIGN}04:00)", "-04:00"),
    BERLIN: ("27 March 2026", ("02:00", "02:59"), "CET (UTC+01:00)", "+01:00"),
    UTC: ("27 March 2026", ("01:00", "01:59"), "UTC", "+00:00"),
}


@pytest.mark.parametrize("zone", HERE, ids=str)
def test_a_chat_on_thursday_evening_is_told_as_the_clocks_there_showed_it(desk, told, zone):
    here = replace(desk, clock=FixedClock(desk.clock.now(), zone))
    day, times, clocks, offset = HERE[zone]
    chat = told(*EVENING)
    page, html = as_markdown(here, chat), as_html(here, chat)
    assert page.startswith(f"# #SwHelper, {day}\n")
    assert f"Times are {clocks}.\n" in page
    assert [f"- {time} @harbor" in page for time in times] == [True, True]
    assert "## " not in page
    assert html.count(f'{offset}">{times[0]}</time>') == 1
    # Other programs read moments: those stay as they were.
    assert [line.at for line in transcript(here, chat).lines] == EVENING


def test_where_clocks_change_during_a_chat_both_are_named(desk, told):
    here = replace(desk, clock=FixedClock(desk.clock.now(), BERLIN))
    night = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    page = as_markdown(here, told(night, night.replace(hour=1)))
    assert "Times are CET (UTC+01:00) and CEST (UTC+02:00)." in page
    assert "- 01:30 @harbor" in page
    assert "- 03:30 @harbor" in page
