import pytest

from allybook.domain.book.entry import Kind
from allybook.domain.book.rows import Brought
from allybook.services.books.care import cautions, fine_words, let_be, of_rows
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.ui.tabs.allies.scene import NOON


@pytest.fixture
def profile(tmp_path):
    with Profile(tmp_path / "profile", FixedClock(NOON)) as profile:
        yield profile


@pytest.fixture
def desk(profile):
    return make_desk(profile, FixedClock(NOON), None)


def said(desk, *texts, kind=Kind.PERSON):
    return [one.written for one in cautions(desk, kind, texts)]


def test_words_about_a_person_are_said_once(desk):
    assert said(desk, "Muslim", "a muslim friend", "educator") == ["Muslim"]


@pytest.mark.parametrize("kind", [Kind.ORGANISATION, Kind.HASHTAG])
def test_nothing_is_said_of_organisations_and_hashtags(desk, kind):
    assert said(desk, "HIV", "Muslim", "trade union", kind=kind) == []


def test_a_word_that_is_fine_is_not_said_again_after_a_restart_either(desk, profile):
    let_be(desk, "muslim")
    again = make_desk(profile, FixedClock(NOON), None)
    assert said(again, "MUSLIM, depressed") == ["depressed"]
    assert fine_words(again) == {"muslim"}


def test_another_word_of_the_same_group_still_is(desk):
    let_be(desk, "muslim")
    assert said(desk, "Catholic") == ["Catholic"]


class Slip:
    """A ticket that is asked to stop after so many glances."""

    def __init__(self, glances=None):
        self._left = glances

    def cancelled(self):
        if self._left is not None:
            self._left -= 1
        return self._left is not None and self._left < 0

    def report(self, done, total):
        """Nothing is told."""

    def waiting(self, until, why=""):
        """Nothing waits."""


def row(handle, kind=Kind.PERSON, **said):
    return Brought(1, f"@{handle.lower()}", handle=handle, kind=kind, **said)


def test_a_table_tells_about_whom_its_words_call_for_care(desk):
    let_be(desk, "union member")
    rows = [
        row("One", tags=("policy", "Muslim"), notes=("depressed since May",)),
        row("Two", Kind.ORGANISATION, tags=("HIV",)),
        row("Three", None, tags=("HIV",)),
        row("Four", category="union member"),
        row("Five", reason="was in prison"),
    ]
    told = of_rows(desk, rows, Slip())
    assert [(one.name, [word.written for word in one.found]) for one in told] == [
        ("@One", ["Muslim", "depressed"]),
        ("@Five", ["in prison"]),
    ]
    assert len(of_rows(desk, rows, Slip(1))) == 1
