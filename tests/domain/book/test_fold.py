"""Whatever the order, repetition or partition, the same entries give the same ally."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.book import edit
from allybook.domain.book.ally import Flag
from allybook.domain.book.entry import Author, Entry, Kind, Stamp, Status
from allybook.domain.book.fold import aliases, fold, key_of, resolve
from tests.domain.book.histories import (
    FINAL,
    HISTORIES,
    KEY,
    NOMINEE,
    Laptop,
    everything,
    meet,
    nominated,
)


def entry(name, at=1, *, person="Ana", ally=KEY, **what):
    return Entry(name, "book", ally, Stamp(at), Author(person, f"{person}'s laptop"), **what)


@given(HISTORIES, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(laptops, random):
    entries = everything(laptops)
    shuffled = entries + random.choices(entries, k=len(entries))
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(entries)


@given(HISTORIES, st.data())
def test_parts_gathered_in_any_way_give_the_whole(laptops, data):
    entries = everything(laptops)
    marks = data.draw(st.lists(st.integers(0, 2), min_size=len(entries), max_size=len(entries)))
    parts = [[one for one, mark in zip(entries, marks, strict=True) if mark == n] for n in range(3)]
    first = [*parts[0], *parts[1]]
    assert fold([*first, *parts[2]]) == fold([*parts[1], *parts[2], *first])
    for part in parts:
        assert (fold(part) is None) == (not part)


@given(HISTORIES)
def test_laptops_that_met_agree(laptops):
    meet(*laptops)
    first, *others = [laptop.ally for laptop in laptops]
    assert first is not None
    assert all(other == first for other in others)
    assert first.entries == len(everything(laptops))
    assert first.first_at <= first.last_at


@given(HISTORIES, FINAL)
def test_the_last_word_is_kept_whatever_the_others_write(laptops, final):
    last = laptops[0].write(final)
    entries = everything(laptops)
    expected = None if last.erased else Status.OPTED_OUT
    for some in (entries, [last, *entries], [*reversed(entries)]):
        ally = fold(some)
        assert (ally and ally.status) == expected


@given(HISTORIES)
def test_choosing_settles_every_conflict(laptops):
    meet(*laptops)
    chooser = laptops[0]
    for field, versions in chooser.ally.conflicts.items():
        assert len({version.value.casefold() for version in versions}) == len(versions) > 1
        chooser.do(edit.choose, field, versions[-1])
    meet(*laptops)
    assert laptops[2].ally.conflicts == {}


def test_nothing_folds_to_nobody():
    assert fold([]) is None


def test_a_nomination_shows_what_was_said():
    ally = nominated("Ana")[0].ally
    assert (ally.key, ally.handle, ally.user_id) == (KEY, "SafeRoofNet", None)
    assert (ally.kind, ally.status) == (Kind.ORGANISATION, Status.NOMINATED)
    assert (ally.evidence, ally.flags, ally.entries) == (("1:2",), frozenset(), 1)


def test_two_unknowing_values_are_both_kept_and_the_newest_is_shown():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.set_fields, {"category": "shelter"})
    ben.do(edit.note, "first a note, so that the next is newer")
    ben.do(edit.set_fields, {"category": "food bank"})
    meet(ana, ben)
    said = [(one.by.person, one.value) for one in ana.ally.conflicts["category"]]
    assert said == [("Ben", "food bank"), ("Ana", "shelter")]
    assert ana.ally.category == "food bank"
    assert ana.ally.flags == {Flag.TWO_VERSIONS}


def test_the_same_value_twice_is_no_conflict():
    ana, ben = nominated("Ana", "Ben")
    for laptop in (ana, ben):
        laptop.do(edit.set_fields, {"category": "shelter"})
    meet(ana, ben)
    assert (ana.ally.category, ana.ally.conflicts) == ("shelter", {})


def test_a_decision_is_no_conflict_with_a_nomination_that_came_from_elsewhere():
    ana, ben = Laptop("Ana"), Laptop("Ben")
    ana.do(edit.nominate, NOMINEE)
    ana.do(edit.approve)
    ben.do(edit.nominate, NOMINEE)
    meet(ana, ben)
    assert (ben.ally.status, ben.ally.conflicts) == (Status.APPROVED, {})


def test_approved_here_and_declined_there_is_a_conflict():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.approve)
    ben.do(edit.decline, "no answer in a year")
    meet(ana, ben)
    assert {one.value for one in ana.ally.conflicts["status"]} == {"approved", "declined"}


def test_an_edit_that_did_not_know_of_the_removal_brings_the_ally_back():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.approve)
    ben.read(ana)
    ana.do(edit.remove)
    ben.do(edit.add_tags, ["night"])
    meet(ana, ben)
    assert (ben.ally.status, ben.ally.flags) == (Status.APPROVED, {Flag.BROUGHT_BACK})
    ben.do(edit.remove)
    assert (ben.ally.status, ben.ally.flags) == (Status.REMOVED, frozenset())


@pytest.mark.parametrize("known", [True, False])
def test_an_edit_from_before_or_after_the_removal_does_not_bring_the_ally_back(known):
    ana, ben = nominated("Ana", "Ben")
    if known:
        ana.do(edit.remove)
        ben.read(ana)
        ben.do(edit.note, "they closed in May")
    else:
        ben.do(edit.set_fields, {"category": "shelter"})
        ana.read(ben)
        ana.do(edit.remove)
    meet(ana, ben)
    assert (ana.ally.status, ana.ally.flags) == (Status.REMOVED, frozenset())


FOUND = replace(NOMINEE, evidence=("9:8",), hashtags=("beds",))


@pytest.mark.parametrize(
    "finds",
    [
        lambda known, pen: edit.nominate(known, FOUND, pen),
        lambda known, pen: edit.question(known, pen, evidence="off_list:5"),
        lambda known, pen: edit.set_fields(known, {"handle": "SafeRoofNow"}, pen),
        lambda known, pen: edit.set_fields(known, {"kind": "person"}, pen),
    ],
    ids=["a chat", "a list", "a new handle", "a kind"],
)
def test_what_a_laptop_finds_by_itself_does_not_bring_an_ally_back(finds):
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.approve)
    ben.read(ana)
    ana.do(edit.remove)
    before = ben.ally
    found = ben.write(finds)
    assert not edit.is_empty(found)
    assert ben.ally != before
    meet(ana, ben)
    assert (ana.ally.status, ana.ally.flags) == (Status.REMOVED, frozenset())
    ben.undo(found)
    meet(ana, ben)
    assert (ana.ally.status, ana.ally.flags) == (Status.REMOVED, frozenset())


def test_a_chat_that_names_them_to_a_laptop_without_them_does_not_bring_them_back():
    ana, ben = nominated("Ana")[0], Laptop("Ben")
    ana.do(edit.remove)
    ben.do(edit.nominate, FOUND)
    meet(ana, ben)
    assert (ana.ally.status, ana.ally.evidence) == (Status.REMOVED, ("1:2", "9:8"))


def test_learning_the_user_id_does_not_bring_an_ally_back():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.remove)
    ben.do(edit.identify, "77")
    meet(ana, ben)
    assert (ana.ally.status, ana.ally.key) == (Status.REMOVED, "77")


def test_approving_settles_the_bringing_back():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.remove)
    ben.do(edit.note, "still our best contact")
    meet(ana, ben)
    ana.do(edit.approve)
    assert (ana.ally.status, ana.ally.flags) == (Status.APPROVED, frozenset())


def test_a_word_stays_in_while_one_adding_of_it_is_not_dropped():
    ana, ben = nominated("Ana", "Ben")
    ana.do(edit.add_tags, ["night"])
    ben.do(edit.add_tags, ["night"])
    ana.do(edit.drop_tags, ["night"])
    assert ana.ally.tags == ()
    ana.read(ben)
    assert ana.ally.tags == ("night",)
    ana.do(edit.drop_tags, ["night"])
    assert ana.ally.tags == ()


def test_fields_and_values_of_a_newer_allybook_are_left_alone():
    entries = [
        entry("a", set={"status": "approved", "kind": "organisation", "mood": "sunny"}),
        entry("b", 2, set={"status": "paused", "kind": "robot"}, add={"moods": ("sunny",)}),
    ]
    ally = fold(entries)
    assert (ally.status, ally.kind) == (Status.APPROVED, Kind.ORGANISATION)
    assert ally.conflicts.keys() <= {"kind"}


def test_an_entry_that_names_itself_still_stands():
    assert fold([entry("a", set={"category": "x"}, seen={"category": ("a",)})]).category == "x"


def test_one_id_with_two_texts_is_read_the_same_everywhere():
    two = [entry("a", set={"category": word}) for word in ("x", "y")]
    assert fold(two) == fold(reversed(two))


def test_notes_come_oldest_first():
    laptop = nominated("Ana")[0]
    for text in ("one", "two"):
        laptop.do(edit.note, text)
    assert [note.text for note in laptop.ally.notes] == ["one", "two"]


def test_hashtags_are_hashtags_whatever_someone_sets():
    entries = [entry("a", ally="#tenanttips", set={"kind": "person"})]
    ally = fold(entries)
    assert (ally.kind, ally.handle, ally.user_id) == (Kind.HASHTAG, "tenanttips", None)


def test_a_record_by_handle_goes_on_under_its_id():
    laptop = nominated("Ana")[0]
    laptop.do(edit.identify, "77")
    laptop.do(edit.approve)
    ally = laptop.ally
    assert (ally.key, ally.user_id, ally.handle) == ("77", "77", "SafeRoofNet")
    assert aliases(laptop.entries) == {KEY: "77"}
    assert laptop.entries[-1].ally == "77"


def test_an_erasure_names_every_key_and_outlives_the_entries_that_linked_them():
    laptop = nominated("Ana")[0]
    stale = list(laptop.entries)
    laptop.do(edit.identify, "77")
    mark = laptop.do(edit.erase)
    known = aliases([mark])
    ends = resolve(known, [old.ally for old in stale])
    assert {ends[old.ally] for old in stale} == {mark.ally} == {"77"}
    assert fold([mark, *stale]) is None


def test_two_aliases_of_one_key_follow_the_newest():
    entries = [entry("b", 2, set={"alias": "88"}), entry("a", 1, set={"alias": "77"})]
    assert aliases(entries) == aliases(reversed(entries)) == {KEY: "88"}


def test_aliases_are_followed_to_their_end_and_circles_end_in_one_key():
    chain = {"@a": "@b", "@b": "7"}
    keys = ("@a", "@b", "7", "@c")
    assert resolve(chain, keys) == dict(zip(keys, ("7", "7", "7", "@c"), strict=True))
    circle = {"@z": "@a", "@a": "7", "7": "@b", "@b": "@a"}
    assert resolve(circle, circle) == dict.fromkeys(circle, "7")


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef")))
def test_every_key_ends_where_its_alias_ends(links):
    ends = resolve(links, "abcdef")
    assert {key: ends[key] for key in "abcdef"} == {
        key: resolve(links, key)[key] for key in "abcdef"
    }
    for key, alias in links.items():
        assert ends[key] == ends[alias]


def test_a_long_chain_of_aliases_is_followed_once():
    """A small copy of a book can hold thousands, and its merge waited for minutes."""

    class Counting(dict):
        """Counts how often an alias is looked up."""

        asked = 0

        def get(self, key):
            """Return where a key goes on."""
            self.asked += 1
            return super().get(key)

    links = Counting({f"@h{one}": f"@h{one + 1}" for one in range(3_000)})
    assert set(resolve(links, list(links)).values()) == {"@h3000"}
    assert links.asked <= 3 * len(links)


def test_a_key_is_chosen_for_entries_whose_alias_has_not_arrived():
    entries = [entry("a"), entry("b", ally="77")]
    assert key_of(entries) == key_of(entries[::-1]) == "77"


def test_hashtags_of_an_ally_keep_their_case():
    laptop = nominated("Ana")[0]
    added = laptop.do(edit.nominate, replace(NOMINEE, hashtags=("#TenantTips",)))
    assert added.add == {"hashtags": ("TenantTips",)}
    assert laptop.ally.hashtags == ("TenantTips",)
