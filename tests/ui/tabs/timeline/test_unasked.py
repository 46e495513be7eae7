"""Where a filter is about people of whom X said nothing, the page says so and how to find them."""

from allybook.domain.mutes import Spell
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at


def test_who_was_never_asked_about_is_said_and_a_search_still_helps(
    open_tab, calm, network, clock, desk
):
    network.people = {"77": Account("77", "StonecropFund")}
    network.found = [Post(id_at(clock.now()), "77", clock.now(), "Beds")]
    tab = open_tab()
    tab.show_filter("from:StonecropFund")
    calm(lambda: "search" in tab.nothing.ways)
    assert tab.nothing.sentence.text() == (
        "X was not asked yet who @StonecropFund is, so their posts are not known as theirs. Asking "
        "X who they are costs at most $0.01."
    )
    tab.nothing.ways["search"].click()
    calm(lambda: tab.model.rowCount() == 1)
    assert tab.nothing.isHidden()


def test_a_mute_that_reaches_half_says_so(open_tab, calm):
    tab = open_tab()
    tab.muting.mute_words("@StonecropFund", Spell.EVER)
    calm(lambda: "their own posts are not" in tab.note.accessibleName())
    assert "Asking costs at most $0.01." in tab.note.accessibleName()
