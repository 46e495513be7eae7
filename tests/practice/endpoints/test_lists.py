import pytest

from allybook.practice.journal import Journal
from allybook.practice.room import Rules
from allybook.practice.world import World

FIELDS = {"list.fields": "member_count,private,owner_id,description"}


@pytest.fixture
def ours(line):
    body = line.post("/2/lists", {"name": "Swhelper allies", "private": True}).json()
    return body["data"]["id"]


def add(line, list_id, handle):
    person = line.world.person_by_handle(handle)
    return line.post(f"/2/lists/{list_id}/members", {"user_id": person.user_id})


def names(line, list_id):
    return {one["username"] for one in line.all(f"/2/lists/{list_id}/members")}


def test_we_own_two_lists_at_first(line):
    lists = line.body(f"/2/users/{line.me}/owned_lists", **FIELDS)["data"]
    assert [(one["name"], one["private"]) for one in lists] == [
        ("Shelter partners", False),
        ("County outreach", True),
    ]
    for one in lists:
        assert one["member_count"] == len(names(line, one["id"]))
        assert one["owner_id"] == line.me


def test_others_show_their_public_lists(line):
    lists = line.body(f"/2/users/{line.id_of('PlumlinePolicy')}/owned_lists")["data"]
    assert [one["name"] for one in lists] == ["Plain policy voices"]
    assert "TollgateCommons" in names(line, lists[0]["id"])


def test_a_list_is_made_filled_and_emptied(line, ours):
    assert add(line, ours, "SixpenceDebt").json() == {"data": {"is_member": True}}
    assert add(line, ours, "SixpenceDebt").json() == {"data": {"is_member": True}}
    assert add(line, ours, "imogen_cr").json() == {"data": {"is_member": True}}
    assert names(line, ours) == {"SixpenceDebt", "imogen_cr"}
    path = f"/2/lists/{ours}/members/{line.id_of('imogen_cr')}"
    assert line.delete(path).json() == {"data": {"is_member": False}}
    assert line.delete(path).json() == {"data": {"is_member": False}}
    shown = line.body(f"/2/lists/{ours}", **FIELDS)["data"]
    assert (shown["member_count"], shown["private"]) == (1, True)


def test_a_list_of_ours_is_deleted_for_good(line, ours):
    add(line, ours, "SixpenceDebt")
    assert line.delete(f"/2/lists/{ours}").json() == {"data": {"deleted": True}}
    assert line.body(f"/2/lists/{ours}")["errors"][0]["resource_type"] == "list"
    assert line.delete(f"/2/lists/{ours}").status_code == 404
    theirs = line.body(f"/2/users/{line.id_of('PlumlinePolicy')}/owned_lists")["data"][0]["id"]
    assert line.delete(f"/2/lists/{theirs}").status_code == 403
    again = line.post("/2/lists", {"name": "Swhelper allies"}).json()["data"]["id"]
    assert again != ours


def test_a_deleted_list_stays_deleted_after_a_restart(open_line, stage, tmp_path):
    before = open_line(journal=Journal(tmp_path / "practice.jsonl"))
    ours = before.post("/2/lists", {"name": "Gone"}).json()["data"]["id"]
    before.delete(f"/2/lists/{ours}")
    after = open_line(world=World(stage), journal=Journal(tmp_path / "practice.jsonl"))
    assert ours not in {one["id"] for one in after.body(f"/2/users/{after.me}/owned_lists")["data"]}


def test_the_latest_member_comes_first(line, ours):
    for handle in ("SixpenceDebt", "imogen_cr", "Threefords"):
        add(line, ours, handle)
    first = line.body(f"/2/lists/{ours}/members", max_results=1)["data"]
    assert first[0]["username"] == "Threefords"


@pytest.mark.parametrize("handle", ["ismenecarrow", "wilmastroud"])
def test_whoever_blocks_us_or_is_closed_to_us_cannot_be_added(line, ours, handle):
    answer = add(line, ours, handle)
    assert answer.status_code == 403
    assert answer.json()["detail"] == "You aren't allowed to add members to this list."
    assert names(line, ours) == set()


def test_somebody_private_whom_we_follow_can_be_added(line, ours):
    assert add(line, ours, "RowanbridgeCo").status_code == 200


@pytest.mark.parametrize("handle", ["OldWeirCarers", "ZephyrStClinic"])
def test_whoever_is_gone_is_a_problem(line, ours, handle):
    answer = add(line, ours, handle)
    assert answer.status_code == 200
    assert set(answer.json()) == {"errors"}


def test_lists_of_others_are_not_ours_to_change(line):
    theirs = line.body(f"/2/users/{line.id_of('PlumlinePolicy')}/owned_lists")["data"][0]["id"]
    assert add(line, theirs, "SixpenceDebt").status_code == 403
    assert add(line, "12345", "SixpenceDebt").status_code == 404


def test_a_list_that_is_not_there_is_errors_only(line):
    for path in ("/2/lists/12345", "/2/lists/12345/members", "/2/lists/12345/tweets"):
        assert line.body(path)["errors"][0]["resource_type"] == "list"


@pytest.mark.parametrize(
    "body",
    [{}, {"name": ""}, {"name": "x" * 26}, {"name": "x", "description": "y" * 101}, {"name": 7}],
)
def test_names_and_descriptions_have_limits(line, body):
    assert line.post("/2/lists", body).status_code == 400


def test_bad_bodies_are_refused(line, ours):
    path = f"/2/lists/{ours}/members"
    assert line.post(path, {"user_id": "@someone"}).status_code == 400
    assert line.post(path, ["1"]).status_code == 400
    assert line.post("/2/lists", {"name": "x", "private": "yes"}).status_code == 400


def test_posts_of_members_newest_first(line, ours):
    add(line, ours, "QuaybridgeNight")
    posts = line.all(f"/2/lists/{ours}/tweets", **{"tweet.fields": "author_id", "max_results": 40})
    assert {post["author_id"] for post in posts} == {line.id_of("QuaybridgeNight")}
    ids = [int(post["id"]) for post in posts]
    assert ids == sorted(ids, reverse=True)


def test_adding_is_not_locked_by_default(line, ours):
    handles = [one.handle for one in line.world.people if line.world.open_to_all(one)][:40]
    assert {add(line, ours, handle).status_code for handle in handles} == {200}


def test_strict_pace_locks_adding_for_a_day(open_line, clock):
    line = open_line(rules=Rules(strict_pace_seconds=3))
    ours = line.post("/2/lists", {"name": "Slow"}).json()["data"]["id"]
    assert add(line, ours, "SixpenceDebt").status_code == 200
    clock.advance(seconds=3)
    assert add(line, ours, "Threefords").status_code == 200
    clock.advance(seconds=2.9)
    assert add(line, ours, "imogen_cr").status_code == 403
    clock.advance(seconds=3600)
    assert add(line, ours, "imogen_cr").status_code == 403
    clock.advance(seconds=86_400)
    assert add(line, ours, "imogen_cr").status_code == 200


def test_lists_and_charges_outlive_a_restart(open_line, stage, tmp_path):
    journal = Journal(tmp_path / "practice.jsonl")
    before = open_line(journal=journal)
    ours = before.post("/2/lists", {"name": "Kept", "description": "d"}).json()["data"]["id"]
    add(before, ours, "SixpenceDebt")
    add(before, ours, "imogen_cr")
    before.delete(f"/2/lists/{ours}/members/{before.id_of('imogen_cr')}")
    before.all(f"/2/lists/{ours}/members")
    after = open_line(world=World(stage), journal=Journal(tmp_path / "practice.jsonl"))
    assert after.bill.dollars == before.bill.dollars
    assert names(after, ours) == {"SixpenceDebt"}
    assert after.bill.dollars == before.bill.dollars
    assert after.body(f"/2/lists/{ours}", **FIELDS)["data"]["description"] == "d"


def test_what_another_program_does_and_pays_counts_at_once(open_line, stage, tmp_path):
    one, other = (
        open_line(world=World(stage), journal=Journal(tmp_path / "practice.jsonl")) for _ in "ab"
    )
    ours = one.post("/2/lists", {"name": "Ours"}).json()["data"]["id"]
    add(other, ours, "SixpenceDebt")
    assert names(one, ours) == {"SixpenceDebt"}
    paid = one.bill.dollars
    assert names(other, ours) == {"SixpenceDebt"}
    assert other.bill.dollars == paid > 0


def test_two_lists_of_the_same_moment_have_two_ids(line):
    made = {line.post("/2/lists", {"name": "Twin"}).json()["data"]["id"] for _ in range(3)}
    assert len(made) == 3
