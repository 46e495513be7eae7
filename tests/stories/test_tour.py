"""The tour: the whole errand through the real window, and its own figures agree."""

import json

import pytest

from tests.stories.command import allybook

TABS = ("timeline", "allies", "followback", "chats")
PNG = b"\x89PNG\r\n\x1a\n"
SAME = (
    "posts_read",
    "chat_posts",
    "participants",
    "nominated",
    "approved",
    "list_members",
    "check",
    "posts_shown",
    "posts_hidden",
    "window_shows",
)


@pytest.fixture(scope="module")
def tour(tmp_path_factory):
    out = tmp_path_factory.mktemp("tour")
    ended = allybook("tour", "--out", out, profile=out / "unused")
    assert ended.status == 0, ended.err
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert ended.json == summary
    assert ended.err == f"A picture of each tab, light and dark, and summary.json are in {out}.\n"
    return out, summary


def test_what_was_quoted_is_what_was_billed(tour):
    _out, summary = tour
    assert summary["dollars_quoted"] == summary["dollars_billed"] == summary["dollars_in_ledger"]
    assert summary["dollars_quoted"] == pytest.approx(sum(j["dollars"] for j in summary["jobs"]))
    # A restart pays nothing again.
    assert summary["after_restart"]["dollars_billed"] == summary["dollars_billed"]


def test_offline_and_after_a_restart_everything_is_still_there(tour):
    _out, summary = tour
    for later in (summary["offline"], summary["after_restart"]):
        assert {name: later[name] for name in SAME} == {name: summary[name] for name in SAME}


def test_the_figures_hang_together(tour):
    _out, summary = tour
    assert 0 < summary["approved"] < summary["nominated"]
    assert summary["list_members"] == sum(summary["check"].values())
    assert summary["posts_shown"] + summary["posts_hidden"] == summary["posts_read"]
    assert summary["window_shows"] == summary["posts_shown"] > 0
    assert summary["outbox_waiting"] == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tab", TABS)
def test_there_is_a_picture_of_every_tab(tour, tab, scheme):
    picture = (tour[0] / f"{tab}-{scheme}.png").read_bytes()
    assert picture.startswith(PNG)
    assert len(picture) > 20_000
