"""``allybook list``: what is said before, what is told after, and how it ends."""

from datetime import timedelta, timezone

import pytest
from msgspec.structs import replace

from allybook.domain.errors import BadInput, ListLocked, RateLimited, Refused, Unreachable
from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.services.money.quote import spent_this_month
from allybook.services.publish.pace import Pace, choose_pace
from tests.fakes.desk import CountingScribe


@pytest.fixture
def people(allybook, network):
    handles = {"11": "ana_k", "12": "ben_l", "13": "cho_m"}
    network.people = {i: Account(i, handle, handle.title()) for i, handle in handles.items()}
    for handle in handles.values():
        allybook("allies", "add", f"@{handle}")
    return handles


def publish(allybook, *words):
    return allybook("--yes", "list", "publish", "--json", *words)


def told(said):
    return {row["user_id"]: row["outcome"] for row in said.json}


def test_a_report_names_everyone_with_one_word(allybook, people, network):
    said = publish(allybook)
    assert said.status == 0
    assert [set(row) for row in said.json] == [{"user_id", "handle", "outcome"}] * 3
    assert told(said) == dict.fromkeys(people, "added")
    assert publish(allybook).json == []


def test_a_new_handle_is_told_by_it(allybook, people, network):
    publish(allybook, "--daily", "1")
    network.people["13"] = Account("13", "cho_marsh", "Cho")
    allybook.desk.clock.advance(seconds=24 * 3600)
    said = publish(allybook)
    assert {"user_id": "13", "handle": "cho_marsh", "outcome": "renamed"} in said.json
    assert "cho_marsh" in {ally["handle"] for ally in allybook("allies", "list", "--json").json}


def test_what_x_did_not_answer_is_in_doubt_and_no_more_is_said(allybook, people, network):
    for name in ("add 11", "add 12", "add 13", "members"):
        network.trouble[name] = [Unreachable("X did not answer.", passing=False)] * 9
    said = publish(allybook)
    assert said.status == 5
    assert sorted(told(said).values()) == ["in_doubt", "in_doubt", "waiting"]
    assert "X did not answer." in said.err


def test_a_lock_ends_it_in_part_and_says_until_when(allybook, people, network):
    network.trouble["add 12"] = [ListLocked("X refused.")]
    said = publish(allybook)
    assert (said.status, told(said)) == (1, {"11": "added", "12": "waiting", "13": "waiting"})
    assert "Nobody is added before 01 April 09:00 UTC" in said.err


def test_a_long_pause_of_x_ends_it_and_a_short_one_is_waited_for(allybook, people, network, clock):
    soon = clock.now() + timedelta(minutes=5)
    network.trouble["add 12"] = [RateLimited("X asks for a pause.", soon)]
    assert publish(allybook).status == 0
    assert clock.now() >= soon


@pytest.mark.parametrize("words", [("--pace", "19"), ("--daily", "51"), ("--daily", "0")])
def test_faster_is_refused_where_it_could_hurt(allybook, people, network, words):
    asked = len(network.asked)
    with pytest.raises(BadInput):
        publish(allybook, *words)
    assert len(network.asked) == asked


@pytest.mark.parametrize("words", [("--practice",), ("--api-base", "http://127.0.0.1:8080")])
def test_faster_is_fine_on_this_computer(allybook, people, clock, words):
    before = clock.now()
    said = allybook(*words, "--yes", "list", "publish", "--json", "--pace", "0", "--daily", "200")
    assert (said.status, clock.now()) == (0, before)


def test_a_pace_that_was_chosen_in_the_window_counts(allybook, people, desk):
    choose_pace(desk, Pace(5.0, 2))
    said = publish(allybook)
    assert (said.status, list(told(said).values())) == (1, ["added", "added", "waiting"])
    desk.clock.advance(seconds=24 * 3600)
    assert publish(allybook, "--pace", "5").status == 0


def test_slower_is_always_fine(allybook, people, clock):
    before = clock.now()
    assert publish(allybook, "--pace", "60").status == 0
    assert (clock.now() - before).total_seconds() >= 120


def test_days_are_counted_into_the_minutes(allybook, people):
    publish(allybook, "--daily", "1")
    allybook.desk.settings.write("daily", "1")
    plan = allybook("list", "plan", "--json").json
    assert plan["minutes"] > 24 * 60


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "the list is private, so only your account sees it"),
        (("--public",), "everyone on X sees who is on it (3 people among them)"),
    ],
)
def test_who_will_see_it_is_said_before(allybook, people, words, said):
    with pytest.raises(BadInput, match="say --yes") as refused:
        allybook("list", "publish", *words)
    assert said in str(refused.value)


def test_a_person_reads_the_reason_too(allybook, people, network):
    network.add_member = lambda list_id, user_id: False
    said = allybook("--yes", "list", "publish")
    assert said.status == 1
    assert "refused: X said that it is not done, and does not say why." in said.out


def test_pulling_tells_what_others_did(allybook, people, network):
    publish(allybook)
    members = next(iter(network.on_lists.values()))
    members.remove("12")
    network.people["99"] = Account("99", "stranger", "Stranger")
    members.append("99")
    assert allybook("list", "pull", "--json").status == 0
    allies = {ally["user_id"]: ally["status"] for ally in allybook("allies", "list", "--json").json}
    assert (allies["99"], allies["12"]) == ("nominated", "nominated")
    plan = allybook("list", "plan", "--json").json
    assert (plan["adds"], plan["removes"]) == ([], [])


def test_who_was_refused_is_told_with_the_date_and_asked_about_again_on_demand(
    allybook, people, network, clock
):
    network.trouble["add 12"] = [
        Refused("X refused this: “you are blocked”.", said="you are blocked")
    ]
    said = publish(allybook)
    assert (said.status, told(said)["12"]) == (1, "blocks_you")
    plan = allybook("list", "plan", "--json").json
    assert (plan["adds"], plan["dollars"]) == ([], 0)
    assert plan["left_out"][0]["since"].startswith("2026-03-31")
    said = allybook("list", "plan").out
    assert "Leave out @ben_l (blocks you, X said on 31 March 2026; asked again from " in said
    assert "30 April 2026 on, or now with --ask-again)" in said
    clock.zone = timezone(timedelta(hours=-10))
    assert "X said on 30 March 2026; asked again from 29 April" in allybook("list", "plan").out
    again = allybook("list", "plan", "--ask-again", "--json").json
    assert [one["why"] for one in again["adds"]] == ["ask_again"]
    assert told(publish(allybook, "--ask-again")) == {"12": "added"}


def test_what_x_did_not_show_is_in_the_report_in_words(allybook, people, network, desk):
    publish(allybook, "--daily", "1")
    desk.cache.empty()
    network.people.pop("13")
    desk.clock.advance(seconds=24 * 3600)
    report = allybook("--yes", "list", "publish")
    assert report.status == 1
    assert "not shown: X did not show this profile" in report.out
    said = allybook("list", "plan").out
    assert "(not shown, X said on 01 April 2026" in said


def test_the_way_to_look_is_chosen_by_its_name(allybook, people, network, desk):
    publish(allybook)
    list_id = desk.cache.mirror(desk.book().info.book_id)
    others = {str(n): Account(str(n), f"h{n}", f"N{n}") for n in range(100, 130)}
    network.people |= others
    network.on_lists[list_id] += others
    allybook("list", "pull")
    desk.clock.advance(seconds=24 * 3600)
    network.people["15"] = Account("15", "eva_q", "Eva")
    allybook("allies", "add", "@eva_q")
    newest = allybook("list", "plan", "--json").json["dollars"]
    whole = allybook("list", "plan", "--way", "whole", "--json").json["dollars"]
    assert whole > newest
    assert "Or --way whole: $" in allybook("list", "plan").out
    with pytest.raises(BadInput, match="--way does not take “sideways”"):
        allybook("list", "plan", "--way", "sideways")


def test_a_suspended_handle_is_told_as_suspended_and_left_out_for_a_month(
    allybook, people, network
):
    allybook("allies", "add", "@zephyr")
    network.problems = {"zephyr": Problem("zephyr", Reason.SUSPENDED)}
    said = publish(allybook)
    assert {"user_id": "", "handle": "zephyr", "outcome": "suspended"} in said.json
    assert said.status == 1
    plan = allybook("list", "plan", "--json").json
    assert (plan["unfound"], plan["dollars"]) == ([], 0)
    assert "Leave out @zephyr (suspended, X said on 31 March" in allybook("list", "plan").out
    asked = len(network.asked)
    publish(allybook)
    assert "accounts_by_handle" not in network.asked[asked:]
    again = allybook("list", "plan", "--ask-again", "--json").json
    assert again["unfound"] == ["zephyr"]


def test_a_check_says_that_a_handle_is_suspended(allybook, network):
    allybook("allies", "add", "@zephyr")
    network.problems = {"zephyr": Problem("zephyr", Reason.SUSPENDED)}
    [found] = allybook("check", "--json").json
    assert (found["class"], found["flags"]) == ("unknown", ["suspended"])
    assert allybook("check", "--json").json == [found]
    assert network.asked.count("accounts_by_handle") == 1
    allybook("check", "--anew", "--json")
    assert network.asked.count("accounts_by_handle") == 2


def test_a_list_that_has_grown_is_read_as_far_as_was_told_and_the_rest_is_offered(
    allybook, people, network, desk
):
    publish(allybook)
    list_id = desk.cache.mirror(desk.book().info.book_id)
    desk.clock.advance(seconds=24 * 3600)
    network.people |= {str(n): Account(str(n), f"h{n}", f"N{n}") for n in range(100, 140)}
    network.on_lists[list_id] += [str(n) for n in range(100, 140)]
    quoted = allybook("quote", "pull", "--json").json
    before = spent_this_month(desk)
    said = allybook("list", "pull", "--json")
    assert said.status == 1
    assert float(spent_this_month(desk) - before) <= quoted["dollars"]
    most = quoted["plan"][0]["resources"]
    assert f"more than {most} members, so it was not read whole: above is who is known" in said.err
    assert f"“allybook list pull --most {most + 100}” reads it, for at most $" in said.err
    whole = allybook("list", "pull", "--most", str(most + 100), "--json")
    assert (whole.status, len(whole.json)) == (0, len(said.json) + 40)


def test_what_the_list_could_not_show_is_done_in_part(allybook, people, network):
    publish(allybook, "--daily", "2")
    allybook.desk.clock.advance(seconds=24 * 3600)
    network.add_member = lambda list_id, user_id: True
    network.broken = (Problem("", Reason.OTHER, "an account without an id"),)
    said = publish(allybook)
    assert (said.status, told(said)) == (1, {"13": "added"})
    assert "that X does not name, so nobody knows whether it shows all that was sent" in said.err


@pytest.mark.parametrize("word", ["you are blocked", "protected", "suspended", "not now"])
def test_a_publishing_that_added_nobody_is_done_in_part(allybook, people, network, word):
    for user_id in people:
        network.trouble[f"add {user_id}"] = [Refused(f"X refused this: “{word}”.", said=word)]
    said = publish(allybook)
    assert said.status == 1
    assert "added" not in told(said).values()


def test_who_asks_for_no_lists_leaves_nothing_to_do(allybook, people, network):
    network.people["12"] = Account("12", "ben_l", "Ben", bio="No lists, please.")
    said = publish(allybook)
    assert (said.status, told(said)["12"]) == (0, "no_lists")


def test_who_is_known_by_id_alone_is_somebody_in_the_plan(allybook, people, network):
    number = "1234567890123456"
    allybook("allies", "add", number)
    assert f"Add account {number} (to read first)\n" in allybook("list", "plan").out
    rows = [line.split() for line in allybook("--yes", "list", "publish").out.splitlines()]
    assert [number, "not", "shown:"] in [row[:3] for row in rows]
    network.people[number] = Account(number, "")
    next(iter(network.on_lists.values())).append(number)
    assert [number] in [line.split() for line in allybook("list", "pull").out.splitlines()]


def test_a_plan_counts_the_minutes_of_the_pace_that_was_asked_for(allybook, people):
    usual = allybook("list", "plan", "--json").json["minutes"]
    assert allybook("list", "plan", "--pace", "600", "--json").json["minutes"] > usual
    assert allybook("list", "plan", "--daily", "1", "--json").json["minutes"] > 24 * 60


def test_who_is_not_approved_any_more_is_named_in_the_plan(allybook, people, network):
    publish(allybook)
    book = allybook.desk.book()
    said = [e for e in book.entries("12") if e.set.get("status") == "approved"]
    allybook("allies", "undo", said[-1].entry_id)
    plan = allybook("list", "plan")
    assert "Remove @ben_l (not approved)" in plan.out
    assert [one["why"] for one in allybook("list", "plan", "--json").json["removes"]] == [
        "nominated"
    ]
    assert told(publish(allybook)) == {"12": "removed"}
    assert network.on_lists["9001"] == ["11", "13"]


def test_whom_others_put_on_the_list_is_named_as_staying(allybook, people, network):
    publish(allybook)
    network.people["99"] = Account("99", "tenants_net", "Tenants")
    network.on_lists["9001"].append("99")
    allybook("list", "pull")
    assert "Keep @tenants_net: on the list and not approved" in allybook("list", "plan").out
    plan = allybook("list", "plan", "--json").json
    assert [one["handle"] for one in plan["undecided"]] == ["tenants_net"]


def test_a_second_list_of_a_book_is_warned_of_before(allybook, people):
    assert "two lists of one name" not in allybook("list", "plan").err
    desk = allybook.desk
    allybook.desk = replace(desk, scribe=CountingScribe("Nadia", "Nadia's laptop"))
    allybook("allies", "add", "@dee_o")
    allybook.desk = desk
    assert "two lists of one name" in allybook("list", "plan").err
    assert "two lists of one name" in publish(allybook).err
    assert "two lists of one name" not in allybook("list", "plan").err
