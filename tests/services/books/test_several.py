"""Several books: named apart, copied with their history, never deleted without a copy."""

import pytest
from msgspec.structs import replace

from allybook.domain.book.entry import Status
from allybook.domain.book.names import LONGEST
from allybook.domain.book.operation import Operation
from allybook.domain.errors import BadInput, StorageError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.services.books.algebra import Recipe, RollKey, combine
from allybook.services.books.edit import add_note, approve, opt_out
from allybook.services.books.several import (
    copy_book,
    create_book,
    discard_book,
    find_book,
    rename_book,
    restore_book,
)
from allybook.services.people.nominate import nominate_handles
from allybook.services.timeline.spare import SETTING as SPARED
from allybook.services.timeline.spare import heard_of, spare, spared
from allybook.services.timeline.views import save_view, views
from allybook.store.profile import Profile
from tests.fakes.desk import Patience, make_desk
from tests.services.books.test_roster import wrote


def names(desk):
    return [info.name for info in desk.shelf.books()]


@pytest.fixture
def book(desk):
    """A book in use, with one ally who wrote a post, and one who opted out."""
    wrote(desk, "21", "HarborRow")
    book = create_book(desk, "Housing")
    nominate_handles(desk, book, ["HarborRow", "elke_v"])
    approve(desk, book, ["21"])
    opt_out(desk, book, ["@elke_v"])
    add_note(desk, book, ["21"], "call Rosa")
    desk.settings.write("book", book.info.book_id)
    return book


def shown(desk, text):
    return desk.cache.count(parse(text))


def test_a_book_has_a_name_of_its_own(desk, book):
    for name in ("Housing", " housing "):
        with pytest.raises(BadInput, match="There is a book"):
            create_book(desk, name)
    assert names(desk) == ["Housing"]


def test_a_book_is_found_by_name_in_any_case_or_by_id(desk, book):
    assert {find_book(desk, word) for word in ("HOUSING", "Housing", book.info.book_id)} == {
        book.info
    }
    with pytest.raises(BadInput, match="no book “Houses”"):
        find_book(desk, "Houses")


def test_a_renamed_book_is_known_to_the_filters_by_its_new_name_only(desk, book):
    assert shown(desk, "in:Housing") == 1
    rename_book(desk, book.info.book_id, "Homes")
    assert (names(desk), desk.book().info.name) == (["Homes"], "Homes")
    assert (shown(desk, "in:Homes"), shown(desk, "in:Housing"), shown(desk, "is:ally")) == (1, 0, 1)
    create_book(desk, "Housing")
    with pytest.raises(BadInput, match="There is a book"):
        rename_book(desk, book.info.book_id, "housing")
    rename_book(desk, book.info.book_id, "HOMES")
    assert "HOMES" in names(desk)


def test_saved_views_follow_a_renamed_book(desk, book):
    save_view(desk, "Beds", "beds in:Other")
    save_view(desk, "Ours", 'in:housing -(to:x OR in:Housing) "warm  beds"')
    rename_book(desk, book.info.book_id, "Warm homes")
    assert {one.name: one.text for one in views(desk) if one.own} == {
        "Beds": "beds in:Other",
        "Ours": 'in:"Warm homes" -(to:x OR in:"Warm homes") "warm  beds"',
    }
    rename_book(desk, book.info.book_id, "Housing")
    assert views(desk)[-1].text == 'in:Housing -(to:x OR in:Housing) "warm  beds"'


def test_what_is_never_hidden_follows_a_renamed_book(desk, book):
    odd = '["in:housing", "is:sunny in:Housing", ["from:elke_v", "22"]]'
    desk.settings.write(SPARED, odd)
    kept = spared(desk)
    assert shown(desk, show(heard_of(kept))) == 1
    rename_book(desk, book.info.book_id, "Homes")
    assert spared(desk)[0] == parse("in:Homes")
    assert shown(desk, show(heard_of(spared(desk)))) == 1
    assert desk.settings.read(SPARED) == odd.replace('"in:housing"', '"in:Homes"')


@pytest.mark.parametrize(
    ("name", "other"),
    [("Cafe", "Café"), ("Housing 2", "#housing 2"), ("Mütter", "mutter"), ("👍 us", "👍🏽 us")],
)
def test_names_that_filters_take_for_one_are_one(desk, book, name, other):
    made = create_book(desk, name)
    with pytest.raises(BadInput, match=f"There is a book “{name}” already"):
        create_book(desk, other)
    with pytest.raises(BadInput, match=f"There is a book “{name}” already"):
        rename_book(desk, book.info.book_id, other)
    assert find_book(desk, other) == made.info
    gone = discard_book(desk, made.info.book_id)
    create_book(desk, other)
    with pytest.raises(BadInput, match=f"another book “{other}” here by now"):
        restore_book(desk, gone.copy)


def test_names_of_signs_alone_are_told_apart_sign_by_sign(desk):
    for name in ("!!!", "???"):
        create_book(desk, name)
    # An earlier Allybook made it.
    desk.shelf.create("#")
    with pytest.raises(BadInput, match="There is a book"):
        create_book(desk, "!!!")
    assert names(desk) == ["!!!", "#", "???"]


@pytest.mark.parametrize("name", ["##", " # ", "\ufe0f", "Cafe\udc80"])
def test_a_name_that_no_filter_can_say_is_refused_and_the_rules_stay(desk, book, name):
    spare(desk, parse("in:Housing is:ally"))
    save_view(desk, "Ours", "in:Housing")
    with pytest.raises(BadInput, match="No filter could name a book"):
        rename_book(desk, book.info.book_id, name)
    with pytest.raises(BadInput, match="No filter could name a book"):
        create_book(desk, name)
    with pytest.raises(BadInput, match="No filter could name a book"):
        desk.book(name)
    assert names(desk) == ["Housing"]
    assert show(spared(desk)[0]) == "in:Housing is:ally"
    assert views(desk)[-1].text == "in:Housing"


def test_of_two_books_that_an_earlier_allybook_made_each_keeps_its_filters(desk, book):
    desk.shelf.create("Cafe")
    other = desk.shelf.create("Café")
    save_view(desk, "One", "in:Cafe")
    save_view(desk, "Other", "in:Café")
    save_view(desk, "Either", "in:cafe")
    desk.settings.write(SPARED, '["in:CAFE beds", "in:Café", "in:CAFE ("]')
    # Who wrote neither name exactly may have meant this one, and hears of it.
    assert rename_book(desk, other.info.book_id, "Bistro") == ("Either", "in:CAFE beds")
    assert [one.text for one in views(desk) if one.own] == ["in:Cafe", "in:Bistro", "in:cafe"]
    assert desk.settings.read(SPARED) == '["in:CAFE beds", "in:Bistro", "in:CAFE ("]'
    assert rename_book(desk, desk.book("Cafe").info.book_id, "Cafe 2") == ()
    assert views(desk)[-1].text == 'in:"Cafe 2"'
    rename_book(desk, desk.book("Cafe 2").info.book_id, "Cafe")
    rename_book(desk, book.info.book_id, "Homes")
    assert names(desk) == ["Bistro", "Cafe", "Homes"]


def test_a_copy_has_the_whole_history_and_who_opted_out(desk, book):
    copy = copy_book(desk, book.info.book_id, "Housing, copy")
    assert [ally.key for ally in copy.allies()] == [ally.key for ally in book.allies()]
    assert copy.ally("@elke_v").status is Status.OPTED_OUT
    assert copy.ally("21").notes == book.ally("21").notes
    assert {entry.book for entry in copy.entries()} == {copy.info.book_id}
    approve(desk, copy, ["21"])
    assert len(copy.entries()) == len(book.entries())


@pytest.fixture
def small_disk():
    """A disk that takes an empty book, and none with hundreds of allies."""
    stuck = pytest.importorskip("tests.fakes.stuck_disk").StuckDisk()
    yield lambda: stuck.stick(most=100_000), stuck.let_go
    stuck.let_go()


@pytest.fixture
def full_book(desk, book):
    """The book with so many allies that a small disk takes no other one of them."""
    handles = [f"harbor_row_{number}" for number in range(600)]
    nominate_handles(desk, book, handles)
    approve(desk, book, [f"@{handle}" for handle in handles])
    return book


def test_a_copy_that_the_disk_does_not_take_leaves_no_book_behind(
    desk, full_book, small_disk, tmp_path
):
    stick, let_go = small_disk
    stick()
    with pytest.raises(StorageError):
        copy_book(desk, full_book.info.book_id, "Copy")
    let_go()
    assert names(desk) == ["Housing"]
    assert sorted(path.suffix for path in (tmp_path / "profile" / "books").glob("*.part*")) == []
    copy = copy_book(desk, full_book.info.book_id, "Copy")
    assert [ally.key for ally in copy.allies()] == [ally.key for ally in full_book.allies()]


def test_a_new_book_of_others_that_the_disk_does_not_take_is_not_left_empty(
    desk, full_book, small_disk
):
    stick, let_go = small_disk
    own = (RollKey(full_book.info.book_id, full_book.info.name),)
    asked = Recipe(Operation.UNION, own, new_name="All")
    stick()
    with pytest.raises(StorageError):
        combine(desk, asked, "a union")
    let_go()
    assert names(desk) == ["Housing"]
    plan, _ = combine(desk, asked, "a union")
    assert len(plan.new) == 601
    assert desk.book("All").ally("@elke_v").status is Status.OPTED_OUT


class Pulled(Patience):
    """Somebody pulls the disk out as soon as allies are to come in."""

    def cancelled(self):
        raise StorageError("pulled out")


def test_the_filters_forget_a_new_book_that_nobody_came_into(desk, book):
    own = (RollKey(book.info.book_id, book.info.name),)
    with pytest.raises(StorageError, match="pulled out"):
        combine(desk, Recipe(Operation.UNION, own, new_name="All"), "a union", Pulled())
    assert names(desk) == ["Housing"]
    assert [one.info.name for one in desk.shelf.discarded()] == ["All"]
    assert "All" not in desk.cache.roster_marks()


def test_a_discarded_book_waits_in_the_trash_and_comes_back_whole(desk, book):
    before = book.entries()
    create_book(desk, "Other")
    gone = discard_book(desk, book.info.book_id)
    assert (names(desk), desk.book().info.name) == (["Other"], "Other")
    assert (shown(desk, "is:ally"), desk.shelf.discarded()) == (0, [gone])
    assert "2026-03-31T0900" in gone.copy
    assert restore_book(desk, gone.copy) == book.info
    assert desk.shelf.open(book.info.book_id).entries() == before
    assert (shown(desk, "is:ally"), desk.shelf.discarded()) == (1, [])


def test_the_last_book_can_go_too(desk, book):
    discard_book(desk, book.info.book_id)
    assert desk.book().info.name == "My allies"


@pytest.mark.parametrize("name", ["Café\nhelp", "Cafe\u0301 help", "\u202eCAFÉ  help"])
def test_names_that_look_the_same_are_one(desk, name):
    assert create_book(desk, "Cafe\u0301\r\n help ").info.name == "Café help"
    with pytest.raises(BadInput, match="There is a book"):
        create_book(desk, name)
    assert desk.book(name).info == find_book(desk, name)
    assert names(desk) == ["Café help"]


def test_a_name_has_one_limit_whichever_way_it_is_given(desk, book):
    longest = "x" * LONGEST
    for give in (
        lambda name: create_book(desk, name),
        lambda name: copy_book(desk, book.info.book_id, name),
        lambda name: rename_book(desk, book.info.book_id, name),
        desk.book,
    ):
        with pytest.raises(BadInput, match="at most 200 letters"):
            give(f"{longest}y")
    assert names(desk) == ["Housing"]
    assert create_book(desk, f" {longest}\n").info.name == longest


class Between:
    """A shelf where another window acts once, at the moment before a book is made or renamed."""

    def __init__(self, shelf, act):
        self._shelf = shelf
        self._acts = [act]

    def __getattr__(self, name):
        return getattr(self._shelf, name)

    def create(self, *named):
        self._let_act()
        return self._shelf.create(*named)

    def rename(self, *named):
        self._let_act()
        self._shelf.rename(*named)

    def _let_act(self):
        while self._acts:
            self._acts.pop()()


@pytest.fixture
def other(tmp_path, clock):
    """Another window on the same profile, which does not wait for its turn."""
    with Profile(tmp_path / "profile", clock) as profile:
        profile.shelf().patience = 0
        yield make_desk(profile, clock, None)


def refused(act):
    """Return an act that has to wait for its turn."""

    def run():
        with pytest.raises(BadInput, match="try again"):
            act()

    return run


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (lambda desk: desk.book(), lambda desk: desk.book()),
        (lambda desk: desk.book(), lambda desk: create_book(desk, "my allies")),
        (lambda desk: create_book(desk, "Beds"), lambda desk: desk.book("Beds")),
        (lambda desk: create_book(desk, "Beds"), lambda desk: create_book(desk, "beds")),
    ],
)
def test_two_windows_make_no_two_books_of_one_name(desk, other, mine, theirs):
    mine(replace(desk, shelf=Between(desk.shelf, refused(lambda: theirs(other)))))
    assert len(names(desk)) == 1


def test_a_name_that_another_window_gives_meanwhile_is_not_given_twice(desk, other, book):
    spare = create_book(desk, "Spare")
    theirs = refused(lambda: create_book(other, "Homes"))
    rename_book(replace(desk, shelf=Between(desk.shelf, theirs)), spare.info.book_id, "Homes")
    assert names(desk) == ["Homes", "Housing"]


def test_the_first_book_that_another_window_has_made_is_ones_own(desk, other):
    """As where both have just seen that there is none."""

    class Late(Between):
        def naming(self):
            self._let_act()
            return self._shelf.naming()

    made = replace(desk, shelf=Late(desk.shelf, other.book)).book()
    assert [made.info] == [*desk.shelf.books()]


def test_a_book_comes_back_only_where_its_name_is_free(desk, book):
    gone = discard_book(desk, book.info.book_id)
    taken = create_book(desk, "Housing")
    with pytest.raises(BadInput, match="rename that one, then bring this one back"):
        restore_book(desk, gone.copy)
    assert desk.shelf.discarded() == [gone]
    rename_book(desk, taken.info.book_id, "New housing")
    restore_book(desk, gone.copy)
    assert names(desk) == ["Housing", "New housing"]
