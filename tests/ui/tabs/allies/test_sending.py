from datetime import date
from decimal import Decimal
from threading import Thread

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Act, Deed, Outcome
from allybook.domain.errors import CostsMore, ListLocked, NeedsSignIn, Refused
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve
from allybook.services.lists.pull import pull
from allybook.services.people.find import identify
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.leaving import ERASED
from allybook.services.publish.plan import UNDECIDED, Planned, plan_list
from allybook.services.publish.report import note_told
from allybook.ui.tabs.allies import quoting
from allybook.ui.tabs.allies.sending import send
from allybook.ui.tour.album import GERMAN, spoken
from allybook.ui.widgets.price import PriceKind
from tests.fakes.desk import Patience
from tests.fakes.midnight import DAY, pay_for_a_name
from tests.ui.conftest import RESOURCES
from tests.ui.tabs.allies import scene


def outcomes(sent):
    return {act.user_id: act.outcome for act in sent.acts}


def test_what_was_billed_is_what_was_quoted(desk, book):
    sent = send(desk, plan_list(desk, book), Patience())
    assert set(outcomes(sent).values()) == {Outcome.ADDED}
    assert len(sent.acts) == 6
    assert (sent.billed, sent.quoted) == (Decimal("0.12"), Decimal("0.12"))
    assert (sent.waiting, sent.error, sent.stopped) == (0, None, "")


def test_handles_without_an_id_are_found_first(desk, book, network):
    network.people["500"] = Account("500", "Brand_New", "Brand New Network")
    nominate_handles(desk, book, ["Brand_New", "no_such_name"])
    approve(desk, book, ["@brand_new", "@no_such_name"])
    plan = plan_list(desk, book)
    assert set(plan.unfound) == {"Brand_New", "no_such_name"}
    sent = send(desk, plan, Patience())
    assert outcomes(sent)["500"] is Outcome.ADDED
    assert sent.unfound == ("no_such_name",)
    assert sent.billed <= sent.quoted
    assert network.asked[0] == "accounts_by_handle"


def test_no_list_is_made_for_nobody(bare, network):
    book = bare.book()
    nominate_handles(bare, book, ["no_such_name"])
    approve(bare, book, ["@no_such_name"])
    sent = send(bare, plan_list(bare, book), Patience())
    assert network.asked == ["accounts_by_handle"]
    assert sent.unfound == ("no_such_name",)


def test_an_error_in_the_middle_still_tells_what_was_done(desk, book, network):
    network.trouble["add 109"] = [NeedsSignIn("X does not accept the token; sign in again.")]
    sent = send(desk, plan_list(desk, book), Patience())
    assert len(sent.acts) == 2
    assert isinstance(sent.error, NeedsSignIn)
    assert sent.waiting == 4
    assert sent.billed < sent.quoted


def test_a_lock_is_told_as_a_lock(desk, book, network):
    network.trouble["add 108"] = [ListLocked("X refuses to add.")]
    sent = send(desk, plan_list(desk, book), Patience())
    assert sent.locked
    assert "Nobody is added before" in sent.stopped


def test_earlier_runs_are_not_told_again(desk, book, network, clock):
    network.trouble["add 103"] = [Refused("X will not.")]
    first = send(desk, plan_list(desk, book), Patience())
    note_told(desk, first.list_id, first.acts)
    clock.advance(seconds=60)
    nominate_handles(desk, book, ["OpenPantryNet"])
    approve(desk, book, ["205"])
    sent = send(desk, plan_list(desk, book), Patience())
    assert outcomes(sent) == {"205": Outcome.ADDED}


def test_a_plan_is_quoted_by_name_and_line(desk, book, page):
    view = quoting.view_of(desk, page.plan, page.rows.lines)
    assert view.title == "Publish 6 allies to the X List"
    assert view.sentence == (
        "The private list “Swhelper allies” on X will match this book. "
        "It has 6 members now and 12 afterwards. Activity can take back each change."
    )
    assert [line.words for line in view.lines] == [
        "6 adds at $0.010",
        "Check afterwards: 6 members read",
    ]
    assert view.dollars == page.plan.quote.dollars
    assert [named.who.name for named in view.adds][:2] == [
        "Juno Halvorsen-Pike",
        "Sol Ibarra-Whitlock",
    ]
    assert view.pace == "About 2 minutes, one change every 20 seconds"


def test_a_plan_is_quoted_in_german_to_the_last_line(qapp, desk, book, page):
    with spoken(RESOURCES / "translations", GERMAN):
        view = quoting.view_of(desk, page.plan, page.rows.lines)
    assert [line.words for line in view.lines] == [
        "6 dazu, je 0,010\N{NO-BREAK SPACE}$",
        "Danach prüfen: 6 Mitglieder gelesen",
    ]


def test_the_first_publishing_says_that_a_private_list_is_made(bare, clock):
    book = bare.book()
    bare.cache.save_accounts(scene.accounts(), clock.now())
    nominate_handles(bare, book, ["BluebirdRespite", "perrine_macro"])
    approve(bare, book, ["201", "203"])
    plan = plan_list(bare, book)
    view = quoting.view_of(bare, plan, book.rows())
    assert view.title == "Publish 1 ally to the X List"
    assert view.sentence == (
        "A new list “Swhelper allies” is made on X with 1 member from this book. "
        "Left off: Perrine Achterberg (asks for no lists). Activity can take back each change."
    )
    assert view.lines[0].words == "A new list"


def test_taking_off_only_is_named_so(desk, book, page):
    gone = replace(page.plan, adds=(), removes=page.plan.adds[:2])
    assert quoting.verb_of(gone) == "Take 2 off the X List"
    view = quoting.view_of(desk, gone, page.rows.lines)
    assert (view.title, len(view.removes)) == ("Take 2 off the X List", 2)


@pytest.mark.parametrize(("many", "also"), [(1, ""), (6, ", 1 more")])
def test_who_stays_without_being_approved_is_named(desk, book, page, many, also):
    people = [Planned(str(n), f"h{n}", "", UNDECIDED) for n in range(many)]
    plan = replace(page.plan, undecided=tuple(people))
    view = quoting.view_of(desk, plan, page.rows.lines)
    names = ", ".join(f"@h{n}" for n in range(min(many, 5)))
    assert f"On the list and not approved: {names}{also}. They stay until" in view.sentence
    assert quoting.waiting(plan).startswith(f"{many} on it ")


def test_of_who_was_erased_the_number_is_told(desk, book, page):
    plan = replace(page.plan, removes=(Planned("77", "", "", ERASED),))
    (named,) = quoting.view_of(desk, plan, page.rows.lines).removes
    assert named.sentence == "Account 77, erased from the book"


def test_a_second_list_is_warned_of(desk, book, page):
    plan = replace(page.plan, list_id=None, second=True)
    sentence = quoting.view_of(desk, plan, page.rows.lines).sentence
    assert "else X has two lists of one name" in sentence


def test_who_may_be_off_the_list_is_among_the_adds_with_a_remark(desk, book, page, clock):
    act = Act("a", Deed.REMOVE_MEMBER, book.info.book_id, scene.LIST, "101", "x", clock.now())
    desk.outbox.put([act])
    desk.outbox.start("a", clock.now())
    approve(desk, book, ["101"])
    view = quoting.view_of(desk, plan_list(desk, book), page.rows.lines)
    assert view.title == "Publish 7 allies to the X List"
    assert "It has 5 members now and 12 afterwards." in view.sentence
    remarks = {named.who.key: named.remark for named in view.adds if named.remark}
    assert remarks == {"101": "may still be on the list"}
    assert view.charge is PriceKind.ABOUT


def test_what_another_window_pays_for_meanwhile_is_not_billed_here(desk, book, network):
    """Not even where it does the same: names, or a list."""
    add = network.add_member

    def pay():
        for number in range(700, 740):
            pay_for_a_name(desk, str(number))
        with desk.jobs.named("list"):
            pay_for_a_name(desk, "740")

    def meanwhile(list_id, user_id):
        network.add_member = add
        other = Thread(target=pay)
        other.start()
        other.join(20)
        return add(list_id, user_id)

    network.add_member = meanwhile
    sent = send(desk, plan_list(desk, book), Patience())
    assert sent.billed == sent.quoted == Decimal("0.12")
    assert desk.ledger.spent(date.min, date.max) == Decimal("0.12") + Decimal("0.41")


def test_nobody_is_added_whom_the_quote_did_not_name(bare, network, clock):
    network.people |= {str(n): Account(str(n), f"ally_{n}", f"Ally {n}") for n in range(600, 611)}
    book = bare.book()
    nominate_handles(bare, book, [f"ally_{n}" for n in range(600, 611)])
    approve(bare, book, ["@ally_600"])
    told = plan_list(bare, book)
    bare.cache.save_accounts(
        [one for key, one in network.people.items() if "600" < key < "611"], clock.now()
    )
    # Another window approves ten before "Publish" is pressed here, of whom nine are found there.
    approve(bare, book, [f"@ally_{n}" for n in range(601, 611)])
    identify(bare, book, [f"ally_{n}" for n in range(601, 610)])
    sent = send(bare, told, Patience())
    assert outcomes(sent) == {"600": Outcome.ADDED}
    assert sent.billed <= sent.quoted == told.quote.dollars
    assert len(plan_list(bare, book).adds) == 9


def test_what_costs_more_by_now_is_not_begun(desk, book, network, clock):
    for user_id in ("103", "108"):
        pay_for_a_name(desk, user_id)
    told = plan_list(desk, book)
    clock.advance(seconds=DAY)
    with pytest.raises(CostsMore, match=r"It costs \$0\.12 now; it was \$0\.1.\. Nothing was sent"):
        send(desk, told, Patience())
    assert network.asked == []


class Looked(list):
    """Lines that count how often somebody looks through them."""

    times = 0

    def __iter__(self):
        self.times += 1
        return super().__iter__()


def test_a_quote_looks_at_a_book_as_often_however_many_are_to_be_found(bare):
    book, times = bare.book(), []
    for number in (10, 200):
        nominate_handles(bare, book, [f"ally_{one}" for one in range(number)])
        approve(bare, book, [ally.key for ally in book.allies()])
        lines = Looked(book.rows())
        view = quoting.view_of(bare, plan_list(bare, book), lines)
        assert len(view.adds) == len({named.who.key for named in view.adds}) == number
        assert {named.who.kind for named in view.adds} == {lines[0].kind}
        times.append(lines.times)
    assert times[0] == times[1]


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (("101", "102"), "It has at least 2 members now and at least 12 afterwards."),
        (("101",), "It has at least 1 member now and at least 12 afterwards."),
    ],
)
def test_a_list_read_in_part_is_not_told_as_whole(desk, book, clock, shown, said):
    desk.cache.save_members(scene.LIST, shown, complete=False, as_of=clock.now())
    view = quoting.view_of(desk, plan_list(desk, book), book.rows())
    assert said in view.sentence


def test_a_list_that_has_grown_since_has_at_least_who_is_known(desk, book, network, clock):
    new = {str(n): Account(str(n), f"new_{n}", "New") for n in range(1000, 1040)}
    network.people |= new
    network.on_lists[scene.LIST] += new
    assert not pull(desk, scene.LIST, Patience()).complete
    view = quoting.view_of(desk, plan_list(desk, book), book.rows())
    assert "It has at least 6 members now and at least 12 afterwards." in view.sentence
