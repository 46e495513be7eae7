"""``allybook books``: several books, combined, taken back, put away."""

import pytest

from allybook.domain.errors import BadInput
from allybook.domain.lists import XList
from allybook.services.timeline.views import save_view


@pytest.fixture
def filled(allybook):
    """Eight books with handles that overlap, and who opted out of one of them."""
    for number in range(8):
        name = f"List {number}"
        allybook("books", "new", name)
        handles = [f"@ally_{n}" for n in range(number, number + 4)]
        allybook("--book", name, "allies", "add", *handles)
    allybook("--book", "List 3", "allies", "opt-out", "@ally_5")
    return allybook


LISTS = [f"List {number}" for number in range(8)]


def handles(allybook, name):
    return {one["handle"] for one in allybook("--book", name, "allies", "list", "--json").json}


def test_eight_lists_are_merged_and_taken_back(filled):
    words = ("books", "combine", "union", *LISTS, "--into", "All", "--json")
    plan = filled(*words, "--plan").json
    assert (len(plan["new"]), plan["repeats"]) == (10, 20)
    assert [one["handle"] for one in plan["opted_out"]] == ["ally_5"]
    assert "All" not in [one["name"] for one in filled("books", "list", "--json").json]
    assert filled(*words).json == plan
    listed = filled("--book", "All", "allies", "list", "--json").json
    assert {one["handle"] for one in listed} == {f"ally_{n}" for n in range(11)}
    assert [one["handle"] for one in listed if one["status"] == "opted_out"] == ["ally_5"]
    assert filled("books", "undo").out == "Taken back: union of 8 sources (10 entries).\n"
    approved = filled("--book", "All", "allies", "list", "--status", "approved", "--json").json
    assert approved == []
    with pytest.raises(BadInput, match="nothing to take back"):
        filled("books", "undo")


def test_intersection_difference_and_move(filled):
    filled("books", "combine", "intersection", "List 0", "List 2", "--into", "Both")
    assert handles(filled, "Both") == {"ally_2", "ally_3"}
    said = filled("books", "combine", "difference", "List 0", "List 2", "--into", "Only 0").out
    assert said == "2 new\n2 came more than once\n"
    said = filled("books", "combine", "union", "List 7", "--into", "Both", "--move").out
    assert said == "4 new\n4 taken out of where they were\n"
    left = filled("--book", "List 7", "allies", "list", "--status", "approved", "--json").json
    assert left == []


def test_opting_out_travels_to_a_combined_book_and_no_other_book_adds_them(allybook):
    allybook("allies", "add", "@elm", "@nasw")
    allybook("allies", "opt-out", "@nasw")
    said = allybook("books", "combine", "union", "My allies", "--into", "Third").out
    assert said == "1 new\n1 opted out: they stay out here too\n"
    assert allybook("--book", "Third", "allies", "add", "@nasw").out.splitlines() == [
        "@nasw opted out of “My allies”"
    ]
    again = allybook("--book", "Fourth", "allies", "add", "@nasw", "@oak")
    assert again.out == "@oak approved\n@nasw opted out of “My allies”\n"


def test_renaming_names_the_filters_that_may_have_meant_another_book(allybook, desk):
    # An earlier Allybook made two books that filters take for one.
    for name in ("Cafe", "Café"):
        desk.shelf.create(name)
    save_view(desk, "Ours", "in:CAFE")
    assert allybook("books", "rename", "Cafe", "Bistro").err == (
        "These may have meant this book or another one, and stay as they are: “Ours”.\n"
    )
    assert allybook("books", "rename", "Café", "Cafe").err == ""


def test_new_rename_copy_discard_restore(allybook):
    allybook("--book", "My allies", "allies", "add", "@elm")
    allybook("books", "rename", "my allies", "Housing")
    allybook("books", "copy", "Housing", "Copy")
    assert handles(allybook, "Copy") == {"elm"}
    copy = allybook("books", "discard", "Housing").out.strip()
    rows = allybook("books", "list", "--json").json
    assert [(row["name"], row["approved"], row["current"]) for row in rows] == [("Copy", 1, True)]
    assert [one["name"] for one in allybook("books", "trash", "--json").json] == ["Housing"]
    assert allybook("books", "restore", copy).out == "Housing\n"
    assert allybook("books", "list").out.splitlines()[0].split() == [
        "book",
        "approved",
        "nominated",
        "id",
    ]


def test_look_alikes_and_merging(allybook):
    allybook("allies", "add", "@harbor_row", "@HarborRow", "@elm")
    (pair,) = allybook("books", "look-alikes", "--json").json
    assert pair == {
        "one": "@harbor_row",
        "other": "@harborrow",
        "why": "near_handle",
        "score": 100,
    }
    allybook("books", "merge", "@HarborRow", "@harbor_row")
    assert allybook.keys() == {"@harborrow", "@elm"}
    allybook("books", "undo")
    assert allybook.keys() == {"@harborrow", "@harbor_row", "@elm"}


def test_moving_takes_notes_along_and_says_what_is_not_taken(allybook):
    allybook("allies", "add", "@elm")
    allybook("allies", "set", "@elm", "--note", "Called.")
    allybook("allies", "add", "@oak", "--nominate")
    said = allybook("books", "combine", "union", "My allies", "--into", "Third", "--move").out
    assert said.splitlines() == [
        "1 new",
        "1 taken out of where they were",
        "1 note went with them",
        "1 nominated and not taken: approve them first",
    ]
    history = allybook("--book", "Third", "allies", "history", "@elm").out
    assert "noted: Called." in history


def test_merging_with_who_opted_out_is_planned_and_asked_for(allybook):
    allybook("allies", "add", "@harbor_row", "@HarborRow")
    allybook("allies", "opt-out", "@harbor_row")
    merging = ("books", "merge", "@HarborRow", "@harbor_row")
    warning = "One of them opted out. Merging opts the other out as well, for ever."
    assert allybook(*merging, "--plan").out.splitlines() == [
        "@harbor_row would go on as @HarborRow, opted out",
        warning,
    ]
    with pytest.raises(BadInput, match=f"{warning} Say --yes"):
        allybook(*merging)
    statuses = {one["key"]: one["status"] for one in allybook("allies", "list", "--json").json}
    assert statuses == {"@harborrow": "approved", "@harbor_row": "opted_out"}
    allybook("--yes", *merging)
    (left,) = allybook("allies", "list", "--json").json
    assert (left["key"], left["status"]) == ("@harborrow", "opted_out")


def test_whom_a_colleague_approved_since_stays_when_the_act_is_taken_back(allybook):
    allybook("books", "new", "Here")
    allybook("books", "new", "There")
    allybook("--book", "Here", "allies", "add", "@yew", "@ash")
    allybook("books", "combine", "union", "Here", "--into", "There")
    allybook("--book", "There", "allies", "decline", "@yew", "--reason", "not there")
    undone = allybook("books", "undo")
    assert undone.err == "1 ally that came by it stays: somebody decided about it since.\n"
    rows = allybook("--book", "There", "allies", "list", "--json").json
    assert {one["key"]: one["status"] for one in rows} == {"@yew": "declined", "@ash": "removed"}


@pytest.mark.parametrize(
    "words",
    [
        ("combine", "union", "Nowhere", "--into", "X"),
        ("combine", "union", "list:Nowhere", "--into", "X"),
        ("rename", "Nowhere", "X"),
        ("restore", "x"),
        ("merge", "@a", "@b"),
        ("new", " "),
    ],
    ids=" ".join,
)
def test_what_is_not_there_changes_nothing(allybook, desk, words):
    allybook("books", "new", "Here")
    with pytest.raises(BadInput):
        allybook("books", *words)
    assert [info.name for info in desk.shelf.books()] == ["Here"]


def test_the_book_to_combine_into_is_found_in_any_spelling(filled):
    words = ("books", "combine", "union", "List 0", "--into")
    for called in ("List 1", "list 1", "LIST  1"):
        assert filled(*words, called, "--plan").out.startswith("1 would be new\n3 were there")
    filled(*words, "list 1")
    assert len(filled("books", "list", "--json").json) == len(LISTS)


def test_a_broken_name_merges_nobody(filled):
    with pytest.raises(BadInput, match="write it anew"):
        filled("--book", "List 0", "books", "merge", "caf\udce9", "@ally_0")


def test_a_list_name_that_two_lists_have_means_neither(filled, desk):
    for list_id in ("901", "902"):
        desk.cache.save_list(XList(list_id, "Helpers in Vienna"))
        desk.cache.save_members(list_id, ["11"], complete=True, as_of=desk.clock.now())
    words = ("--into", "All", "--plan")
    with pytest.raises(BadInput, match="901, 902"):
        filled("books", "combine", "union", "list:Helpers in Vienna", *words)
    assert filled("books", "combine", "union", "list:901", *words).out == "1 would be new\n"


def test_a_list_that_was_read_in_part_says_so(filled, desk):
    desk.cache.save_list(XList("901", "Helpers"))
    for complete in (False, True):
        desk.cache.save_members("901", ["11"], complete=complete, as_of=desk.clock.now())
        said = filled("books", "combine", "union", "list:Helpers", "--into", "All", "--plan")
        assert ("“Helpers” was read in part only" in said.err) is not complete
