"""A person adds whoever wrote a post, by one key: allies at once, or first asked, never unasked."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.book.entry import Status
from allybook.domain.people.bios import looks_like_organisation, says_no_lists
from allybook.services.books import edit
from allybook.services.people.nominate import nominate_handles
from allybook.ui.models.posts import PostRow
from allybook.ui.models.roles import Role

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def press_add(qtbot, timeline, settled):
    """Return what goes to a post by an author whom ``which`` takes, presses A, and waits."""

    def press(which):
        for row in range(timeline.model.rowCount()):
            shown = timeline.model.index(row, 0).data(Role.ROW)
            if isinstance(shown, PostRow) and shown.row.author and which(shown.row.author):
                break
        timeline.view.setFocus()
        timeline.view.setCurrentIndex(timeline.model.index(row, 0))
        settled()
        author = timeline.beside.current().row.author
        assert which(author)
        qtbot.keyClick(timeline.view, Qt.Key.Key_A)
        settled(lambda: said(timeline).startswith(f"@{author.handle} "))
        return author

    return press


def said(timeline):
    return "" if timeline.note.isHidden() else timeline.note.accessibleName()


def is_group(account):
    return looks_like_organisation(account) and not says_no_lists(account.bio)


def test_an_organisation_is_an_ally_by_one_key_and_undo_takes_it_back(
    qtbot, desk, timeline, press_add, settled
):
    author = press_add(is_group)
    assert said(timeline) == f"@{author.handle} is an ally now. Undo"
    assert desk.book().ally(author.user_id).status is Status.APPROVED
    [undo] = timeline.note._prose._links
    qtbot.mouseClick(undo, LEFT)
    settled(lambda: said(timeline) == f"Taken back: adding @{author.handle}.")
    assert desk.book().ally(author.user_id).status is Status.REMOVED


def test_a_person_waits_in_the_inbox(desk, timeline, press_add):
    author = press_add(lambda one: not looks_like_organisation(one) and not says_no_lists(one.bio))
    assert said(timeline) == (
        f"@{author.handle} waits in the inbox. A person: if they know of it, approve them there. "
        "Undo"
    )
    assert desk.book().ally(author.user_id).status is Status.NOMINATED


def test_who_says_no_lists_and_who_was_declined_are_approved_by_no_single_press(
    desk, timeline, press_add, settled
):
    group = next(one for one in authors(timeline) if is_group(one))
    desk.cache.save_accounts([replace(group, bio="We help. No lists please.")], desk.clock.now())
    settled()
    press_add(lambda one: one.user_id == group.user_id)
    assert said(timeline).startswith(f"@{group.handle} waits in the inbox. The bio says “no lists”")
    assert desk.book().ally(group.user_id).status is Status.NOMINATED
    other = next(one for one in authors(timeline) if is_group(one) and one != group)
    nominate_handles(desk, desk.book(), [other.handle])
    edit.decline(desk, desk.book(), [other.user_id], "asked us not to list her")
    settled()
    press_add(lambda one: one.user_id == other.user_id)
    assert "It was declined before: “asked us not to list her”. Undo" in said(timeline)
    assert desk.book().ally(other.user_id).status is Status.NOMINATED


def test_who_opted_out_is_refused_in_a_sentence(desk, timeline, press_add, settled):
    group = next(one for one in authors(timeline) if is_group(one))
    edit.opt_out(desk, desk.book(), [group.user_id])
    settled()
    press_add(lambda one: one.user_id == group.user_id)
    assert said(timeline) == (
        f"@{group.handle} has opted out and is not listed again. Nothing was changed."
    )
    assert desk.book().ally(group.user_id).status is Status.OPTED_OUT


def authors(timeline):
    rows = (timeline.model.index(row, 0).data(Role.ROW) for row in range(timeline.model.rowCount()))
    return [one.row.author for one in rows if isinstance(one, PostRow) and one.row.author]
