"""Every reason for and against a nomination is a mark on its row and a sentence in the sheet."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from allybook.domain.people.accounts import Account, Connection, Standing
from allybook.services.books.edit import approve, decline, opt_out
from allybook.services.people.nominate import nominate_handles
from tests.ui.tabs.allies.scene import NOON

LINK_BIO = "https://win.example https://gifts.example"
NEW = NOON - timedelta(days=3)
KNOWN = {
    "601": Account("601", "QuietDoor", "Quiet Door", private=True),
    "602": Account("602", "NotMePlease", "Not Me", "Writer. Do not add me to lists."),
    "603": Account("603", "LeftBefore", "Left Before"),
    "604": Account("604", "NowCalledSo", "Now Called So"),
    "605": Account("605", "FreeGifts4U", "Free Gifts", LINK_BIO, created_at=NEW, posts=0),
    "606": Account("606", "TakenDown", "Taken Down", standing=Standing.SUSPENDED),
    "607": Account("607", "FanOfUs", "Fan of Us", connections=frozenset({Connection.FOLLOWED_BY})),
    "608": Account("608", "ElsewhereToo", "Elsewhere Too"),
    "609": Account("609", "NoToThem", "No to Them"),
}
SEEN = {
    "601": ("private", "Posts are for followers only: nothing of theirs can be passed on."),
    "602": (
        "says “no lists”: ask first",
        "The bio asks to be left off lists. Ask them before you approve.",
    ),
    "603": (
        "opted out of Workshop demo",
        "Asked not to be listed in “Workshop demo”. Decline, unless they have asked you to.",
    ),
    "604": (
        "here as @WasCalledSo",
        "Is the account that this book knows as @WasCalledSo. Merge the two instead of adding.",
    ),
    "605": (
        "look twice",
        "The account is less than a month old and has not posted yet and says nothing but links "
        "about itself. Honest beginners do, too: look before you decide.",
    ),
    "606": (
        "suspended",
        "X does not show this account any more, so nobody can follow it now.",
    ),
    "607": ("follows you", "Follows you already."),
    "608": ("in Workshop demo", "Is an approved ally in “Workshop demo”."),
    "609": ("declined in Workshop demo", "Was declined in “Workshop demo”."),
    "@nobodyyet": (
        "not looked up yet",
        "Only the handle is known yet. Handles change hands; looking it up tells more.",
    ),
}


@pytest.fixture
def crowd(desk, book, open_tab):
    """A tab whose inbox holds an example of every reason."""
    other = next(info for info in desk.shelf.books() if info.name == "Workshop demo")
    other = desk.shelf.open(other.book_id)
    nominate_handles(desk, book, ["WasCalledSo"])
    approve(desk, book, ["@wascalledso"])
    was = Account("604", "WasCalledSo", "Now Called So")
    desk.cache.save_accounts([was], NOON - timedelta(days=90))
    desk.cache.save_accounts(list(KNOWN.values()), NOON)
    handles = [one.handle for one in KNOWN.values()]
    nominate_handles(desk, other, handles)
    opt_out(desk, other, ["603"])
    approve(desk, other, ["608"])
    decline(desk, other, ["609"], "not for workshops")
    nominate_handles(desk, book, [*handles, "NobodyYet"])
    return open_tab(desk)


@pytest.mark.parametrize("key", SEEN)
def test_a_reason_is_a_mark_and_a_sentence(crowd, key):
    mark, sentence = SEEN[key]
    model = crowd.work.inbox.model
    row = model.rows()[model.row_of(key)]
    assert mark in [pill.words for pill in row.flags]
    crowd.weighing.show_evidence(key)
    assert sentence in [label.text() for label in crowd.weighing.sheet.findChildren(QLabel)]
