"""A chat that is held every week, at the terminal: each week is a chat of its own."""

import csv
from datetime import timedelta

import pytest

from allybook.domain.posts import id_at
from allybook.services.chats.here import known_chats
from allybook.store.profile import Profile
from tests.domain.chat.talk import IDS, START, say
from tests.domain.chat.weeks import FIRST, SECOND, later
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork
from tests.stories.command import allybook

COLUMNS = ("id_str", "from_user", "from_user_id_str", "text", "created_at")
NAMES = {user_id: handle for handle, user_id in IDS.items()} | {"41": "HousingHelp"}


def write_sheet(path, posts):
    """Write posts as a table that TAGS makes, as people keep them of a chat."""
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(COLUMNS)
        for number, post in enumerate(posts):
            said = f"{post.created_at:%a %b %d %H:%M:%S +0000 %Y}"
            row = id_at(post.created_at, sequence=number), NAMES[post.author_id], post.author_id
            sheet.writerow((*row, post.text, said))
    return path


@pytest.fixture
def weeks(tmp_path):
    """A profile with two weeks of a chat, brought along as two tables."""
    profile = tmp_path / "profile"
    for name, posts in (("first.csv", FIRST), ("second.csv", SECOND)):
        brought = allybook("import", write_sheet(tmp_path / name, posts), profile=profile)
        assert brought.status == 0, brought.err
    return profile


def test_the_newest_week_is_printed_and_the_one_before_is_told(weeks):
    said = allybook("chat", "swhelper", "--json", profile=weeks)
    told = said.json
    assert said.status == 0
    assert told["posts"] == len(SECOND)
    assert [one["text"] for one in told["questions"]] == [SECOND[1].text, SECOND[3].text]
    names = {one["handle"].lower() for one in told["nominations"]}
    assert names == {"housinghelp", "legalaidleeds", "foodbankleeds"}
    assert "2 chats with this hashtag are here, and this is the newest." in said.err
    nominated = allybook("allies", "list", "--json", profile=weeks).json
    assert {one["handle"].lower() for one in nominated} == names


def test_the_week_before_is_printed_by_the_words_that_were_told(weeks):
    said = allybook("chat", "swhelper", "--no-nominate", "--json", profile=weeks)
    when = said.err.partition("say ")[2].rstrip(".\n").split()
    assert when[0::2] == ["--from", "--to"]
    first = allybook("chat", "swhelper", "--no-nominate", "--json", *when, profile=weeks)
    assert first.json["posts"] == len(FIRST)
    assert [one["text"] for one in first.json["questions"]] == [FIRST[1].text, FIRST[3].text]
    assert "chats with this hashtag" not in first.err


def test_the_oldest_of_three_weeks_is_printed_by_an_earlier_end(weeks, tmp_path):
    third = write_sheet(tmp_path / "third.csv", later(SECOND))
    allybook("import", third, profile=weeks)
    words = "chat", "swhelper", "--no-nominate", "--json"
    said = allybook(*words, profile=weeks)
    assert "3 chats with this hashtag" in said.err
    assert said.err.strip().endswith("An earlier --to prints an older one.")
    end = f"{SECOND[0].created_at - timedelta(minutes=1):%Y-%m-%dT%H:%M}Z"
    oldest = allybook(*words, "--to", end, profile=weeks)
    assert [one["text"] for one in oldest.json["questions"]] == [FIRST[1].text, FIRST[3].text]


def test_the_record_is_of_one_week(weeks):
    page = allybook("chat", "swhelper", "--no-nominate", "--md", profile=weeks).out
    assert page.count("Q2") == 2, page
    assert "How do you rest" not in page
    day = START + timedelta(days=7)
    assert page.startswith(f"# #swhelper, {day.day} {day:%B %Y}")


def test_who_was_declined_does_not_come_back_by_a_table_that_tells_no_ids(tmp_path):
    profile = tmp_path / "profile"
    own = write_sheet(tmp_path / "own.csv", [say(5, "41", "Beds are free tonight #beds")])
    allybook("import", own, profile=profile)
    allybook("allies", "add", "@HousingHelp", "--nominate", profile=profile)
    declined = allybook("allies", "decline", "@HousingHelp", "--reason", "scam", profile=profile)
    assert declined.status == 0, declined.err
    allybook("import", write_sheet(tmp_path / "chat.csv", SECOND), profile=profile)
    assert allybook("chat", "swhelper", profile=profile).status == 0
    allies = allybook("allies", "list", "--json", profile=profile).json
    assert {(one["handle"], one["status"]) for one in allies} == {
        ("HousingHelp", "declined"),
        ("LegalAidLeeds", "nominated"),
        ("FoodBankLeeds", "nominated"),
    }


def test_a_chat_of_a_file_is_among_the_chats_once_it_was_printed(weeks):
    before = allybook("posts", "chat:swhelper", profile=weeks)
    assert "“#swhelper” was not read from X" in before.err
    assert "found by #swhelper" in before.err
    allybook("chat", "swhelper", profile=weeks)
    with Profile(weeks, FixedClock()) as profile:
        desk = make_desk(profile, FixedClock(), MemoryNetwork())
        assert known_chats(desk) == ("swhelper",)
