"""Checks that people can trust, at the command line, against a loopback X with a crowd in it."""

from decimal import Decimal

import pytest

from tests.servers.crowded_x import CrowdedX
from tests.stories.command import allybook

TOKEN = "planted-token-2f70"  # noqa: S105 (not a secret: the loopback server takes any)


@pytest.fixture
def x():
    with CrowdedX(owned=True) as running:
        running.crowd.handles = {"11": "ana_k", "12": "ben_l", "13": "cyd_m", "14": "dee_n"}
        running.crowd.followers = ["11", "12", "14"]
        running.crowd.following = ["11", "13"]
        yield running


@pytest.fixture
def run(x, tmp_path):
    """Return a function that runs a command against the loopback X."""

    def run(*words):
        reach = ("--api-base", x.url, "--token-stdin", "--owns-app", "--budget", "20")
        return allybook(*reach, *words, profile=tmp_path / "profile", stdin=TOKEN)

    return run


def classes(told):
    return {one["user_id"]: one["class"] for one in told.json}


@pytest.mark.timeout(120)
def test_half_read_followers_are_never_a_no(run, x):
    x.page, x.cut_after, x.tells_ties = 2, 1, False
    broken = run("check", "--of", "following", "--json")
    assert broken.status not in {0, 1}
    assert broken.err
    told = run("--offline", "check", "--of", "following", "--json")
    assert told.status == 1
    # 13 may follow us on a page that was not read: unknown, and no event of any kind.
    assert classes(told) == {"11": "mutual", "13": "unknown"}
    assert {one["complete"] for one in told.json} == {False}
    x.cut_after = None
    whole = run("check", "--of", "following", "--anew", "--json")
    assert classes(whole) == {"11": "mutual", "13": "idol"}
    assert (whole.status, {one["complete"] for one in whole.json}) == (0, {True})


@pytest.mark.timeout(120)
def test_a_page_that_was_read_before_x_cut_off_proves_who_is_on_it(run, x):
    x.tells_ties = False
    whole = run("check", "--of", "following", "--json")
    assert classes(whole) == {"11": "mutual", "13": "idol"}
    x.crowd.followers = ["13", "11", "12", "14"]
    x.page, x.cut_after = 2, 1
    run("check", "--of", "following", "--anew", "--json")
    told = run("--offline", "check", "--of", "following", "--json")
    assert classes(told) == {"11": "mutual", "13": "mutual"}


@pytest.mark.timeout(120)
def test_a_book_is_checked_with_ids_found_a_rename_a_private_and_a_hidden_ally(run, x):
    run("allies", "add", "@ana_k", "@ben_l", "@cyd_m", "@dee_n")
    quoted = run("quote", "check", "--json").json
    billed = x.billed
    first = run("check", "--json")
    assert classes(first) == {"11": "mutual", "12": "fan", "13": "idol", "14": "fan"}
    assert float(x.billed - billed) <= quoted["dollars"]
    # Asking whose token this is costs as well: that is said before it is asked.
    assert first.err.splitlines()[0] == "sign-in: $0.01. X tells whose token this is."
    assert quoted["plan"][0]["words"] == "Your own account"
    x.crowd.handles["12"] = "ben_the_renamed"
    x.crowd.private.add("13")
    x.crowd.suspended.add("14")
    again = {
        one["user_id"]: one for one in run("check", "--anew", "--way", "look-ups", "--json").json
    }
    assert (again["12"]["class"], again["12"]["flags"]) == ("fan", ["renamed"])
    assert again["12"]["handle"] == "ben_the_renamed"
    assert (again["13"]["class"], again["13"]["flags"]) == ("idol", ["private"])
    assert (again["14"]["class"], again["14"]["flags"]) == ("unknown", ["suspended"])
    assert [*again] == ["11", "12", "13", "14"]
    # Pages lack who is suspended: that is no "does not follow back".
    by_pages = run("check", "--way", "pages", "--json")
    assert by_pages.err.startswith("sign-in: at most $0.01. X tells whose token this is.")
    assert "It is free where that is @us_here, who was read today." in by_pages.err
    pages = {one["user_id"]: one for one in by_pages.json}
    assert (pages["14"]["class"], pages["14"]["flags"]) == ("unknown", ["suspended"])
    assert pages["12"]["class"] == "fan"
    x.crowd.suspended.clear()
    there = {one["user_id"]: one for one in run("check", "--way", "pages", "--json").json}
    assert (there["14"]["class"], there["14"]["flags"]) == ("fan", [])


@pytest.mark.timeout(120)
def test_what_a_crowd_of_unknown_size_costs_is_never_called_the_most(run, x):
    x.crowd.followers = [str(number) for number in range(1_000, 4_000)]
    quoted = run("quote", "check", "--of", "followers", "--json").json
    assert (quoted["dollars"], quoted["bounded"], quoted["exact"]) == (2.01, False, False)
    assert "how many there are is not known until X has told it" in quoted["because"]
    told = run("quote", "check", "--of", "followers").out
    assert "the first 1000 followers: $1.00" in told
    assert "Together: $2.01 to begin with" in told
    assert "at most" not in told
    # X tells the numbers along with whose token it is.
    said = run("check", "--of", "followers", "--json").err.splitlines()
    assert said[1].startswith("check: at most $3.002. ")
    assert x.billed == Decimal("3.012")


@pytest.mark.timeout(120)
def test_who_of_a_file_of_handles_follows_us(run, x, tmp_path):
    names = tmp_path / "partners.csv"
    names.write_text("name,handle\nBen,@ben_l\nCyd,@cyd_m\nNobody,@nobody_q\n", encoding="utf-8")
    told = run("check", "--names", names, "--json")
    assert told.status == 1
    assert {one["handle"]: one["class"] for one in told.json} == {
        "ben_l": "fan",
        "cyd_m": "idol",
        "nobody_q": "unknown",
    }
    assert run("allies", "list", "--json").json == []


@pytest.mark.timeout(120)
def test_the_token_of_a_second_person_costs_no_more_than_is_said(run, x):
    run("check", "--of", "followers", "--json")
    # The same token again: whose it is was told today, and is free.
    billed = x.billed
    assert run("quote", "sign-in", "--json").json["dollars"] == 0.01
    assert run("check", "--of", "followers", "--anew", "--way", "pages").status == 0
    free = x.billed - billed
    x.me, billed = "2", x.billed
    quoted = run("quote", "check", "--of", "followers", "--json").json
    assert (quoted["plan"][0]["words"], quoted["exact"]) == ("Your own account", False)
    said = run("check", "--of", "followers", "--anew", "--way", "pages")
    assert said.err.startswith("sign-in: at most $0.01. ")
    assert x.billed - billed == free + Decimal("0.01")
