"""``posts``, ``check``, ``list plan``, ``chat`` and ``import``: stable answers for scripts."""

import csv
import json
from argparse import Namespace
from datetime import UTC, datetime

import pytest

from allybook.cli.chats import window_of
from allybook.domain.check.followback import Side
from allybook.domain.errors import BadInput, NeedsSignIn, Offline
from allybook.domain.filters.parse import parse
from allybook.domain.mutes import MuteKind
from allybook.domain.noise import NoiseKind
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.hours import Hours
from allybook.domain.reading.sources import Origin, Source
from allybook.services.timeline.mutes import mute
from allybook.services.timeline.noise import set_weights, weights
from allybook.services.timeline.spare import spare
from tests.fakes.zones import NEW_YORK

KEPT = {"id", "author", "author_id", "created_at", "text", "noise", "shown", "reasons"}
LOUD = "WIN A FREE iPHONE!!! CLICK NOW #win #free #now #follow #deal #cash https://a.example"


@pytest.fixture
def posts(desk, clock):
    told = ["Beds are open tonight #SwHelper", LOUD, '=cmd|"/c calc"!A1\x1b[31m']
    kept = [
        Post(id_at(clock.now(), sequence=number), "31", clock.now(), text)
        for number, text in enumerate(told)
    ]
    author = Account("31", "HarborRowSN", "Harbor Row")
    desk.cache.save_posts(kept, Source(Origin.HOME), accounts=(author,))
    return [post.post_id for post in kept[::-1]]


def test_posts_are_counted_and_listed_newest_first(allybook, posts):
    assert allybook("posts", "--count").out == "3\n"
    rows = allybook("posts", "--json").json
    assert [row["id"] for row in rows] == posts
    for row in rows:
        assert set(row) == KEPT
        assert (row["author"], row["author_id"]) == ("HarborRowSN", "31")
        assert row["created_at"] == "2026-03-31T09:00:00Z"
    assert [row["id"] for row in allybook("posts", "--limit", "1", "--json").json] == posts[:1]
    assert allybook("posts", "--limit", "1", "--count").out == "1\n"
    assert allybook("posts", "from:harborrowsn", "beds", "--count").out == "1\n"


def test_posts_say_why_they_are_quiet(allybook, posts):
    loud = next(row for row in allybook("posts", "--json").json if row["text"] == LOUD)
    assert loud["noise"] > 0
    assert loud["reasons"]
    told = allybook("posts", "--why").out
    assert f"noise {loud['noise']}: {', '.join(loud['reasons'])}" in told
    assert all(line.strip() == "noise 0" for line in told.splitlines() if "noise 0" in line)
    # What people wrote cannot make a terminal obey.
    assert "\x1b" not in told


def shown(told):
    return {row["id"]: row["shown"] for row in told}


def test_what_is_shown_is_what_the_window_shows(allybook, desk, posts):
    loud = posts[1]
    noise = next(row["noise"] for row in allybook("posts", "--json").json if row["id"] == loud)
    assert shown(allybook("posts", "--json").json) == {one: one != loud for one in posts}
    assert allybook("posts").out.count("(quiet)") == 1
    within = allybook("posts", f"noise<={noise}", "--json").json
    assert shown(within) == dict.fromkeys(posts, True)
    assert shown(allybook("posts", f"noise>{noise - 1}", "--json").json) == {loud: True}
    either = allybook("posts", f"noise>{noise - 1} OR is:ally", "--json").json
    assert all(shown(either).values())
    assert "(quiet)" not in allybook("posts", f"noise>{noise - 1}").out
    spare(desk, parse("from:HarborRowSN"))
    assert shown(allybook("posts", "--json").json) == dict.fromkeys(posts, True)
    told = list(csv.DictReader(allybook("posts", "--csv").out.splitlines()))
    assert "(quiet)" not in allybook("posts").out
    assert {row["shown"] for row in told} == {"True"}


def test_what_is_spared_is_shown_in_a_file_too(allybook, desk, tmp_path):
    user = {"id": "31", "username": "HarborRowSN", "name": "Harbor Row"}
    moment = "2026-03-30T10:00:00.000Z"
    post = {"id": "2038000000000000001", "author_id": "31", "text": LOUD, "created_at": moment}
    file = tmp_path / "one.jsonl"
    file.write_text(
        json.dumps({"data": [post], "includes": {"users": [user]}}) + "\n", encoding="utf-8"
    )
    assert not shown(allybook("posts", "--input", file, "--json").json)[post["id"]]
    spare(desk, parse("from:harborrowsn"))
    assert shown(allybook("posts", "--input", file, "--json").json)[post["id"]]


@pytest.mark.parametrize("rule", ["in:Allies", "category:housing", "source:one.jsonl"])
def test_what_is_spared_by_a_place_is_shown(allybook, desk, tmp_path, rule):
    user = {"id": "31", "username": "HarborRowSN", "name": "Harbor Row"}
    moment = "2026-03-30T10:00:00.000Z"
    post = {"id": "2038000000000000001", "author_id": "31", "text": LOUD, "created_at": moment}
    file = tmp_path / "one.jsonl"
    file.write_text(
        json.dumps({"data": [post], "includes": {"users": [user]}}) + "\n", encoding="utf-8"
    )
    allybook("books", "new", "Allies")
    allybook("allies", "add", "@HarborRowSN", "--category", "housing", "--book", "Allies")
    allybook("allies", "approve", "@HarborRowSN", "--book", "Allies")
    allybook("import", file, "--no-nominate")
    set_weights(desk, {**weights(desk), NoiseKind.ALLY: 0})
    asked = ("posts", "--json"), ("posts", "--input", file, "--json")
    assert [shown(allybook(*words).json)[post["id"]] for words in asked] == [False, False]
    spare(desk, parse(rule))
    assert [shown(allybook(*words).json)[post["id"]] for words in asked] == [True, True]
    mute(desk, MuteKind.WORD, "iphone")
    assert [shown(allybook(*words).json)[post["id"]] for words in asked] == [False, False]


def test_what_no_post_can_fit_is_remarked_beside_the_answer(allybook, posts):
    ended = allybook("posts", "tag:zebra", "since:2026-03-02", "until:2026-03-01", "--count")
    assert (ended.status, ended.out) == (0, "0\n")
    assert "No ally in your books has the tag “zebra”." in ended.err
    assert "the first day must come before the last." in ended.err
    assert allybook("posts", "beds", "--count").err == ""


def test_an_author_whose_handle_nobody_knows_is_an_account_by_id(allybook, desk, clock):
    unnamed = Post(id_at(clock.now()), "1742664048702390552", clock.now(), "Beds are open")
    desk.cache.save_posts([unnamed], Source(Origin.HOME))
    [row] = allybook("posts", "--json").json
    assert (row["author"], row["author_id"]) == (None, "1742664048702390552")
    assert "  account 1742664048702390552\n" in allybook("posts").out
    [cells] = csv.DictReader(allybook("posts", "--csv").out.splitlines())
    assert (cells["author"], cells["author_id"]) == ("", "1742664048702390552")


def test_a_table_of_posts_holds_no_formula(allybook, posts):
    table = allybook("posts", "--csv").out
    rows = list(csv.DictReader(table.splitlines()))
    assert rows[0]["text"].startswith("'=cmd")
    assert len(rows) == 3


def test_posts_of_a_file_are_filtered_without_keeping_any(allybook, posts, tmp_path):
    file = tmp_path / "posts.jsonl"
    told = {"id": "1774000000000000001", "author_id": "31", "text": "Beds are open #SwHelper"}
    file.write_text(json.dumps(told), encoding="utf-8")
    asked = allybook("posts", "--input", file, "beds", "--json")
    assert (asked.status, [row["id"] for row in asked.json]) == (0, [told["id"]])
    assert asked.json[0].keys() == KEPT
    assert allybook("posts", "--input", file, "food", "--count").out == "0\n"
    assert allybook("posts", "--count").out == f"{len(posts)}\n"
    file.write_text(f"{json.dumps(told)}\n{{torn\n", encoding="utf-8")
    torn = allybook("posts", "--input", file, "--count")
    assert (torn.status, torn.out) == (1, "1\n")
    assert torn.err.startswith("1 record of posts.jsonl could not be read (line 2: ")
    file.write_text(f"{json.dumps(told)}\n{{torn\n{{torn\n", encoding="utf-8")
    assert allybook("posts", "--input", file).err.startswith("2 records of posts.jsonl could")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (["from:"], 1),
        (["beds min_likes:x"], 6),
        (['beds ("open'], 7),
        (["-filter:retweets"], 2),
        (["beds", "-filter:retweets"], 7),
    ],
)
def test_a_filter_that_is_not_understood_is_bad_input_that_says_where(allybook, words, place):
    with pytest.raises(BadInput, match=f"^At character {place} of the filter: "):
        allybook("posts", *words)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("-is:repost", "--count"), "3"),
        (("--count", "-has:links"), "3"),
        (("--count", "-beds"), "2"),
        (("beds", "--count", "-has:links", "-is:repost"), "1"),
        (("from:harborrowsn", "-iphone", "--count", "-beds"), "1"),
        (("--count", "--", "-beds"), "2"),
        (("-h0pe", "--count"), "3"),
    ],
    ids=" ".join,
)
def test_what_a_filter_leaves_out_is_no_option(allybook, posts, words, count):
    assert allybook("posts", *words).out == f"{count}\n"


@pytest.mark.parametrize("words", [("posts", "--cuont"), ("posts", "--cou"), ("check", "--js")])
def test_an_option_is_written_in_full(allybook, words):
    with pytest.raises(BadInput, match=words[1]):
        allybook(*words)


def test_a_filter_says_which_book_is_not_there(allybook, posts):
    allybook("allies", "add", "@HarborRowSN")
    missing = allybook("posts", 'beds (-in:"No such book" OR in:"My allies")', "--count")
    assert missing.out == "1\n"
    assert "no book “No such book”" in missing.err
    assert "My allies" not in missing.err
    assert allybook("posts", 'in:"my ALLIES"', "--count").err == ""


KEYS = {"user_id", "handle", "class", "flags", "source", "as_of", "complete"}


def test_a_check_answers_online_and_then_offline(allybook, desk, network):
    ana, ben = Account("11", "ana_k"), Account("12", "ben_l")
    network.sides = {Side.FOLLOWERS: [ana, ben], Side.FOLLOWING: [ben]}
    online = allybook("check", "--of", "followers", "--json")
    assert (online.status, all(set(one) == KEYS for one in online.json)) == (0, True)
    assert {one["handle"]: one["class"] for one in online.json} == {
        "ana_k": "fan",
        "ben_l": "mutual",
    }
    desk.line.switch(up=False)
    asked = len(network.asked)
    assert allybook("check", "--of", "followers", "--json").json == online.json
    assert allybook("check", "--of", "followers").out.startswith("1 mutual, 1 fan, 0 idol")
    assert allybook("check", "--of", "followers", "--csv").out.count("\n") == 3
    assert len(network.asked) == asked


def test_where_nothing_was_read_silence_is_no_answer(alone, allybook, desk):
    for words in (("check", "--of", "followers", "--json"), ("chat", "swhelper", "--json")):
        with pytest.raises(NeedsSignIn):
            alone(*words)
        desk.line.switch(up=False)
        with pytest.raises(Offline):
            allybook(*words)
        desk.line.switch(up=True)


def test_an_ally_of_whom_nothing_is_known_is_unknown(alone, tmp_path):
    table = tmp_path / "allies.csv"
    table.write_text("handle,user_id\nana_k,11\n", encoding="utf-8")
    assert alone("import", table).status == 0
    said = alone("check", "--json")
    assert said.status == 1
    assert [(one["user_id"], one["class"], one["complete"]) for one in said.json] == [
        ("11", "unknown", False)
    ]


def unknown(handle):
    return {
        "user_id": "",
        "handle": handle,
        "class": "unknown",
        "flags": [],
        "source": "",
        "as_of": "2026-03-31T09:00:00Z",
        "complete": False,
    }


def test_an_ally_without_an_id_is_looked_up_or_unknown_but_never_dropped(allybook, desk, network):
    network.people = {"11": Account("11", "ana_k", "Ana", connections=frozenset())}
    allybook("allies", "add", "@ana_k", "@no_such")
    desk.line.switch(up=False)
    offline = allybook("check", "--json")
    assert (offline.status, offline.json) == (1, [unknown("ana_k"), unknown("no_such")])
    assert network.asked == []
    desk.line.switch(up=True)
    quoted = allybook("quote", "check", "--json").json["dollars"]
    online = allybook("check", "--json")
    assert online.err.startswith("check: at most $0.02. ")
    # That nobody has the handle does not tell that who had it is gone.
    assert (online.status, online.json[1:]) == (1, [unknown("no_such") | {"source": "look-up"}])
    assert (online.json[0]["user_id"], online.json[0]["class"]) == ("11", "stranger")
    assert allybook("ledger", "--json").json["month"] <= quoted == 0.02
    assert "nobody has this handle now" in allybook("check").out
    desk.line.switch(up=False)
    assert [one["class"] for one in allybook("check", "--json").json] == ["stranger", "unknown"]


def test_before_anybody_is_approved_the_nominated_are_checked(allybook, network):
    network.people = {"11": Account("11", "ana_k", "Ana", connections=frozenset())}
    allybook("allies", "add", "@ana_k", "--nominate")
    said = allybook("check", "--json")
    assert (said.status, [one["user_id"] for one in said.json]) == (0, ["11"])


def test_a_book_without_accounts_says_so_and_asks_nothing(allybook, network):
    allybook("allies", "add", "#SwHelper")
    said = allybook("check", "--json")
    assert (said.status, said.json, network.asked) == (0, [], [])
    assert said.err == "The book “My allies” has no accounts to check.\n"


def test_a_plan_of_the_list_says_what_would_change(allybook, network):
    allybook("allies", "add", "@ana_k")
    plan = allybook("list", "plan", "--json").json
    assert {"adds", "removes", "dollars", "requests", "minutes"} <= set(plan)
    assert plan["unfound"] == ["ana_k"]
    assert "Find @ana_k first" in allybook("list", "plan").out
    with pytest.raises(BadInput, match="no X List yet"):
        allybook("list", "pull")
    assert network.asked == []


def test_publishing_tells_each_outcome(allybook, network):
    network.people = {"11": Account("11", "ana_k", "Ana")}
    allybook("allies", "add", "@ana_k")
    with pytest.raises(BadInput, match="--yes"):
        allybook("list", "publish")
    said = allybook("--yes", "list", "publish", "--json")
    assert said.status == 0
    assert said.json == [{"user_id": "11", "handle": "ana_k", "outcome": "added"}]
    assert allybook("list", "pull", "--json").json == [{"user_id": "11", "handle": "ana_k"}]


@pytest.mark.parametrize(
    "words",
    [
        ("list", "publish", "--pace", "-1"),
        ("list", "publish", "--pace", "nan"),
        ("list", "publish", "--pace", "inf"),
        ("list", "publish", "--pace", "1"),
        ("chat", "swhelper", "--most", "-5"),
        ("chat", "swhelper", "--from", "tomorrow"),
        ("chat", "swhelper", "--from", "0001-01-01T00:00+05:00"),
        ("chat", "two words"),
        ("posts", "--limit", "-5"),
        ("posts", "--json", "--csv"),
        ("frobnicate",),
        ("import",),
        ("allies",),
    ],
    ids=" ".join,
)
def test_words_that_mean_nothing_are_refused_before_anything_is_asked(allybook, network, words):
    with pytest.raises(BadInput):
        allybook("--yes", *words)
    assert network.asked == []


def test_bad_lines_are_told_to_a_person_too(allybook, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("@ana_k\n@ben_l\n" + "???\n" * 12, encoding="utf-8")
    said = allybook("import", names)
    first, second, *_, last = said.out.splitlines()
    assert (said.status, first) == (1, "names.txt: 2 kept, 12 skipped")
    assert second.startswith("  names.txt, line 3: ")
    assert last == "  --json tells more of them"
    [report] = allybook("import", names, "--json").json
    assert set(report) == {"file", "kind", "read", "kept", "again", "skipped", "problems"}
    assert [one["line"] for one in report["problems"]] == list(range(3, 15))


def test_handles_stay_out_of_the_book_where_that_is_asked(allybook, tmp_path):
    (tmp_path / "names.txt").write_text("@ana_k\n", encoding="utf-8")
    assert allybook("import", tmp_path / "names.txt", "--no-nominate").status == 0
    assert allybook.keys() == set()


def test_times_of_a_chat_are_told_by_ones_own_clocks():
    def window(start, end=""):
        return window_of(Namespace(start=start, end=end), NEW_YORK)

    evening = datetime(2026, 3, 27, 1, tzinfo=UTC)
    assert window("2026-03-26T21:00") == Hours(start=evening)
    assert window("2026-03-27T01:00Z", "2026-03-27T03:00+02:00") == Hours(
        start=evening, end=evening
    )
    assert window("2026-03-26").start == datetime(2026, 3, 26, 4, tzinfo=UTC)
    assert window("") is None


@pytest.mark.parametrize("form", ["json", "csv", "html", "md", ""])
def test_a_chat_is_printed_in_each_form(allybook, desk, clock, form):
    post = Post(id_at(clock.now()), "31", clock.now(), "Beds <b> #SwHelper", hashtags=("SwHelper",))
    desk.cache.save_posts([post], Source(Origin.FILE, "a"), accounts=[Account("31", "harbor_row")])
    desk.line.switch(up=False)
    said = allybook("chat", "#SwHelper", *([f"--{form}"] if form else []))
    assert said.status == 0
    if form == "json":
        assert {"posts", "participants", "questions", "nominations"} <= set(said.json)
        assert said.json["participants"][0]["handle"] == "harbor_row"
    elif form != "csv":
        assert "#SwHelper, 31 March 2026" in said.out
    else:
        [row] = csv.DictReader(said.out.splitlines())
        assert (row["author"], row["author_id"]) == ("harbor_row", "31")
    if form == "html":
        assert "Beds &lt;b&gt; #" in said.out
        assert "<b> #" not in said.out
