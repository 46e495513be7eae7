"""What people bring along: an archive, a capture, a table, a text, and what they then can ask.

No account is signed in here, and nothing goes to X: a file answers for nothing.
"""

import csv
import json

import pytest

from tests.files.archives import (
    ACCOUNT,
    OWNER_ID,
    PROFILE,
    followers,
    following,
    manifest,
    tweet,
    write_folder,
    write_zip,
)
from tests.files.sheets import write_book
from tests.stories.command import allybook

POST = {
    "id": "1641500000000000001",
    "author_id": "31",
    "created_at": "2023-03-30T18:00:00.000Z",
    "text": "Beds are open tonight #SwHelper",
    "lang": "en",
    "entities": {"hashtags": [{"start": 22, "end": 31, "tag": "SwHelper"}]},
}
AUTHOR = {"id": "31", "username": "HarborRowSN", "name": "Harbor Row Shelter Network"}
TAGGED = {"hashtags": [{"text": "SwHelper", "indices": ["16", "25"]}]}
ARCHIVE = {
    "account.js": ACCOUNT,
    "profile.js": PROFILE,
    "follower.js": followers("11", "12"),
    "follower-part1.js": followers("13"),
    "following.js": following("12", "13", "14"),
    "tweets.js": [
        {"tweet": tweet("1626924960000000001", "A1 listen first #SwHelper", entities=TAGGED)}
    ],
    "tweets-part1.js": [tweet("1626924960000000002", "Soup at six, all are welcome")],
    "lists-created.js": [
        {"userListInfo": {"url": "https://twitter.com/NestLine/lists/1500000000000000009"}}
    ],
}
MANIFEST = manifest(
    account=["account.js"],
    profile=["profile.js"],
    follower=["follower.js", "follower-part1.js"],
    following=["following.js"],
    tweets=["tweets.js", "tweets-part1.js"],
    listsCreated=["lists-created.js"],
)


def as_zip(folder):
    return write_zip(folder / "twitter-2024.zip", {**ARCHIVE, "manifest.js": MANIFEST}, "twitter/")


def test_an_archive_answers_and_is_read_offline_without_an_account(tmp_path):
    profile, path = tmp_path / "profile", as_zip(tmp_path)
    ended = allybook("import", path, "--json", profile=profile)
    assert (ended.status, ended.err) == (0, "")
    [report] = ended.json
    # The owner, three followers, three that are followed, two posts, one list.
    assert report == {
        "file": "twitter-2024.zip",
        "kind": "x-archive",
        "read": 10,
        "kept": 10,
        "again": 0,
        "skipped": 0,
        "problems": [],
    }
    # The same file again keeps the same and doubles nothing.
    assert allybook("import", path, "--json", profile=profile).json == [report]
    posts = allybook("--offline", "posts", "--json", profile=profile).json
    assert [post["id"] for post in posts] == ["1626924960000000002", "1626924960000000001"]
    keys = {"id", "author", "author_id", "created_at", "text", "noise", "shown", "reasons"}
    assert all(set(post) == keys for post in posts)
    assert {post["author"] for post in posts} == {"NestLine"}
    found = allybook("check", "--of", "followers", "--json", profile=profile)
    assert (found.status, found.err) == (0, "")
    assert classes(found.json) == {"11": "fan", "12": "mutual", "13": "mutual"}
    keys = {"user_id", "handle", "class", "flags", "source", "as_of", "complete"}
    assert all(set(one) == keys for one in found.json)
    told = {(one["source"], one["as_of"], one["complete"]) for one in found.json}
    assert told == {("x-archive", "2024-05-06T07:08:09Z", True)}


def classes(findings):
    return {one["user_id"]: one["class"] for one in findings}


def test_an_unpacked_archive_without_its_manifest_answers_too(tmp_path):
    path = write_folder(tmp_path / "twitter-2024", ARCHIVE)
    ended = allybook("import", path, profile=tmp_path / "p")
    assert (ended.status, ended.out) == (0, "twitter-2024: 10 kept, 0 skipped\n")
    found = allybook("check", "--of", "following", "--json", profile=tmp_path / "p")
    assert found.status == 0
    assert classes(found.json) == {"12": "mutual", "13": "mutual", "14": "idol"}


def test_a_damaged_side_of_an_archive_calls_nobody_a_no(tmp_path):
    damaged = b'window.YTD.follower.part0 = [ {"follower": {"accountId": "11"}}, {"follow'
    path = write_folder(tmp_path / "archive", {**ARCHIVE, "follower.js": damaged})
    ended = allybook("import", path, "--json", profile=tmp_path / "p")
    assert ended.status == 1
    [report] = ended.json
    assert report["skipped"] == len(report["problems"]) == 1
    assert "follower.js" in report["problems"][0]["where"]
    found = allybook("check", "--of", "following", "--json", profile=tmp_path / "p")
    assert found.status == 1
    # 13 is in the good part of the file; the others may stand in what is lost.
    assert classes(found.json) == {"12": "unknown", "13": "mutual", "14": "unknown"}
    assert not any(one["complete"] for one in found.json)


def jsonl(path, *lines):
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def tags(path):
    head = ("id_str", "from_user", "text", "created_at", "from_user_id_str", "status_url")
    row = (
        *("1641500000000000003", "Tollgate_C", "A2 ask the tenants #SwHelper"),
        *("Thu Mar 30 18:02:00 +0000 2023", "33"),
        "http://twitter.com/Tollgate_C/statuses/1641500000000000003",
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, row])
    return path


def test_captures_of_other_programs_come_in_together(tmp_path):
    page = {"data": [POST], "includes": {"users": [AUTHOR]}, "meta": {"result_count": 1}}
    flat = {**POST, "id": "1641500000000000002", "text": "Say no #SwHelper", "author": AUTHOR}
    files = (
        jsonl(tmp_path / "pages.jsonl", page),
        jsonl(tmp_path / "flat.jsonl", flat),
        tags(tmp_path / "TAGS v6 - Archive.csv"),
    )
    ended = allybook("import", *files, "--json", profile=tmp_path / "p")
    assert (ended.status, ended.err) == (0, "")
    told = [(one["file"], one["kind"], one["kept"], one["skipped"]) for one in ended.json]
    assert told == [
        ("pages.jsonl", "twarc", 1, 0),
        ("flat.jsonl", "twarc", 1, 0),
        ("TAGS v6 - Archive.csv", "csv", 1, 0),
    ]
    posts = allybook("posts", "#swhelper", "--json", profile=tmp_path / "p").json
    assert [post["author"] for post in posts] == ["Tollgate_C", "HarborRowSN", "HarborRowSN"]
    # A chat in the files is read as any other is.
    chat = allybook("chat", "swhelper", "--json", profile=tmp_path / "p")
    assert chat.status == 0
    assert chat.json["posts"] == 3


@pytest.mark.parametrize("made", [{"__twarc": {"retrieved_at": "2022-03-01T10:00:00Z"}}, {}])
def test_an_old_or_undated_file_of_accounts_overrules_nothing_newer(tmp_path, made):
    """Who was private once and has another handle now keeps both her posts and her handle."""
    profile, counts = tmp_path / "p", {"public_metrics": {"followers_count": 40}}
    now = jsonl(tmp_path / "now.jsonl", {**POST, "author": AUTHOR | counts})
    before = {**AUTHOR, "username": "HarborOld", "protected": True}
    old = jsonl(tmp_path / "users.jsonl", {"data": [before | counts], "meta": {}, **made})
    for path in (now, old):
        ended = allybook("import", path, profile=profile)
        assert (ended.status, ended.err) == (0, "")
    [post] = allybook("posts", "#swhelper", "--json", profile=profile).json
    assert post["author"] == "HarborRowSN"
    assert allybook("posts", "from:harborrowsn", "--count", profile=profile).out == "1\n"


def test_an_old_archive_does_not_take_the_handle_of_its_owner_back(tmp_path):
    profile, told = tmp_path / "p", {**POST, "author_id": "31", "author": AUTHOR}
    account = [{"account": {"accountId": "31", "username": "HarborOld", "accountDisplayName": "H"}}]
    archive = {"account.js": account, "tweets.js": ARCHIVE["tweets.js"]}
    made = manifest(account=["account.js"], tweets=["tweets.js"])
    made["archiveInfo"]["generationDate"] = "2021-05-06T07:08:09.000Z"
    path = write_zip(tmp_path / "twitter-2021.zip", {**archive, "manifest.js": made}, "twitter/")
    for file in (jsonl(tmp_path / "now.jsonl", told), path):
        assert allybook("import", file, profile=profile).status == 0
    posts = allybook("posts", "", "--json", profile=profile).json
    assert {post["author"] for post in posts} == {"HarborRowSN"}


DIRTY = """Who we count on (from the meeting):
@HarborRowSN, https://x.com/Tollgate_C?s=20
- \uff20beds_north  (beds!)
\thttps://mobile.twitter.com/@quiet_kitchen/
#SwHelper
HARBORROWSN
"""


def test_dirty_handles_become_nominated_allies(tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text(DIRTY, encoding="utf-8")
    profile = tmp_path / "p"
    ended = allybook("import", path, "--json", profile=profile)
    assert ended.json[0]["kind"] == "handles"
    allies = allybook("allies", "list", "--json", profile=profile).json
    assert {one["key"] for one in allies} == {
        *("@harborrowsn", "@tollgate_c", "@beds_north", "@quiet_kitchen", "#swhelper"),
    }
    assert {one["status"] for one in allies} == {"nominated"}
    # A kitchen is called like an organisation; of the others nothing is known, so they are persons.
    kinds = {one["key"]: one["kind"] for one in allies}
    assert kinds.pop("@quiet_kitchen") == "organisation"
    assert kinds.pop("#swhelper") == "hashtag"
    assert set(kinds.values()) == {"person"}


def test_an_export_carries_no_formula_and_is_read_back(tmp_path):
    ana, ben, table = tmp_path / "ana", tmp_path / "ben", tmp_path / "allies.csv"
    formula = '=HYPERLINK("https://evil.example")'
    names = ("@HarborRowSN", "#SwHelper")
    added = allybook("allies", "add", *names, "--category", formula, "--tag", "+1", profile=ana)
    assert added.status == 0
    ended = allybook("allies", "export", table, profile=ana)
    assert (ended.status, ended.out) == (0, "2 allies written to allies.csv\n")
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["category"] for row in rows} == {f"'{formula}"}
    assert not any(cell[:1] in {*"=+-@"} for row in rows for cell in row.values())
    # The same on standard output, where scripts and spreadsheets take it from.
    printed = allybook("allies", "list", "--csv", profile=ana).out
    cells = [cell for row in csv.reader(printed.splitlines()) for cell in row]
    assert not any(cell[:1] in {*"=+-@"} for cell in cells)
    read = allybook("import", table, "--json", profile=ben)
    assert (read.status, read.json[0]["kind"], read.json[0]["kept"]) == (0, "csv", 2)
    allies = allybook("allies", "list", "--json", profile=ben).json
    assert {one["handle"] for one in allies} == {"HarborRowSN", "SwHelper"}


BEDS = "Fourteen beds are open tonight on the east side and pets are welcome there"


def test_two_laptops_that_read_the_same_files_judge_alike_whichever_came_first(tmp_path):
    """The same text over nine days: of two people, one reads the newer file first."""
    for name, days in (("older", (20, 22)), ("newer", (24, 27))):
        lines = []
        for day in days:
            facts = {"id": f"16415000000000000{day}", "created_at": f"2023-03-{day}T18:00:00.000Z"}
            post = {"data": POST | facts | {"text": BEDS, "entities": {}}}
            lines.append(json.dumps(post | {"includes": {"users": [AUTHOR]}}))
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    judged = []
    for order in (("older", "newer"), ("newer", "older")):
        profile = tmp_path / order[0]
        for name in order:
            read = allybook("--offline", "import", tmp_path / f"{name}.jsonl", profile=profile)
            assert read.status == 0, read.err
        posts = allybook("--offline", "posts", "--json", profile=profile).json
        judged.append({post["id"][-2:]: (post["noise"], *post["reasons"]) for post in posts})
    assert judged[0] == judged[1]
    copy = (25, "nearly the same +25")
    assert judged[0] == {"20": (0,), "22": copy, "24": copy, "27": copy}


OFFICE = [
    ["Our partners 2026"],
    [],
    ["as of 3 March", "kept by Rosa"],
    ["Organisation", "Twitter", "Topic", "Notes"],
    ["Kestrel Yard", " @KestrelYard", "youth", "call Ann"],
    ["Salt Marsh Rest", "https://twitter.com/SaltmarshRest?s=20", "respite", ""],
    ["Food banks", "@food_north, @food_south", "food", ""],
    ["Total", 4],
]
PASSED = (
    "partners.xlsx: Passed over above the headings: “Our partners 2026”, “as of 3 March kept by "
    "Rosa”.\n"
)


@pytest.mark.parametrize("way", [("import",), ("allies", "import")])
def test_the_list_of_an_office_comes_in_with_all_that_it_says(tmp_path, way):
    path, profile = write_book(tmp_path / "partners.xlsx", OFFICE), tmp_path / "p"
    ended = allybook(*way, path, profile=profile)
    assert ended.status == 1
    assert PASSED in ended.err
    assert ended.out.splitlines()[1].endswith("line 8: the row is a sum, and names nobody")
    allies = allybook("allies", "list", "--json", profile=profile).json
    assert {one["key"]: (one["kind"], one["category"]) for one in allies} == {
        "@kestrelyard": ("organisation", "youth"),
        "@saltmarshrest": ("organisation", "respite"),
        "@food_north": ("organisation", "food"),
        "@food_south": ("organisation", "food"),
    }


def test_a_post_that_a_file_tells_twice_is_kept_once_and_said(tmp_path):
    flat = {**POST, "author": AUTHOR}
    path, profile = jsonl(tmp_path / "twice.jsonl", flat, flat), tmp_path / "p"
    ended = allybook("import", path, profile=profile)
    assert (ended.status, ended.out) == (0, "twice.jsonl: 1 kept, 0 skipped, 1 told again\n")
    assert allybook("posts", "", "--count", profile=profile).out == "1\n"


def test_the_folder_that_one_is_in_has_its_name(tmp_path):
    here = tmp_path / "my notes" / "inner"
    here.mkdir(parents=True)
    ended = allybook("import", here / "..", profile=tmp_path / "p")
    assert ended.status == 2
    assert ended.err.startswith("my notes: The folder “my notes” holds no X archive")
    assert ended.out == "my notes: 0 kept, 0 skipped\n"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["archive last", "archive first"])
def test_an_archive_takes_nothing_of_what_a_capture_told(tmp_path, order):
    """It has fewer likes, no replies, and breaks the text off."""
    profile, key = tmp_path / "profile", ARCHIVE["tweets.js"][0]["tweet"]["id_str"]
    text = "Doors open at seven #SwHelper. Ask for Rowan"
    counts = {"like_count": 150, "reply_count": 12, "retweet_count": 40}
    told = {**POST, "id": key, "author_id": OWNER_ID, "text": text, "public_metrics": counts}
    capture = tmp_path / "chat.jsonl"
    capture.write_text(json.dumps({"data": [told]}) + "\n", encoding="utf-8")
    cut = tweet(key, "Doors open at seven #SwHelper. Ask… https://t.co/x1", entities=TAGGED)
    archive = write_folder(tmp_path, {"account.js": ACCOUNT, "tweets.js": [{"tweet": cut}]})
    for path in ([capture, archive][number] for number in order):
        assert allybook("import", path, profile=profile).status == 0
    [post] = allybook("posts", "rowan min_likes:150 min_replies:12", "--json", profile=profile).json
    assert post["text"] == text
