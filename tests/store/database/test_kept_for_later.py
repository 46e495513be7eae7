"""Choices while the disk takes nothing: they hold, and are laid down as soon as they can be."""

from datetime import UTC, datetime

import pytest

from allybook.domain.errors import BadInput, StorageError
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.store.database.doors import Door

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)


def test_choices_hold_while_the_disk_takes_nothing_and_are_laid_down_all_together(tmp_path, disk):
    clock = FixedClock(NOW)
    with Profile(tmp_path, clock, lenient=True) as profile:
        settings = profile.settings()
        settings.write("who", "Ana")
        disk.stick()
        settings.write("who", "Ben")
        settings.change("where", lambda where: f"{where}here")
        settings.change("where", lambda where: f"{where} and there")
        assert (settings.read("who"), settings.read("where")) == ("Ben", "here and there")
        assert profile.frozen().endswith("Allybook shows what it has and keeps nothing new.")
        disk.let_go()
        assert profile.frozen() == ""
    with Profile(tmp_path, clock) as profile:
        settings = profile.settings()
        assert (settings.read("who"), settings.read("where")) == ("Ben", "here and there")


def test_two_windows_lay_down_what_each_of_them_changed_and_not_what_they_saw(tmp_path, disk):
    clock = FixedClock(NOW)
    with (
        Profile(tmp_path, clock, lenient=True) as here,
        Profile(tmp_path, clock, lenient=True) as there,
    ):
        here.settings().write("words", "one")
        disk.stick()
        here.settings().change("words", lambda words: f"{words} two")
        there.settings().change("words", lambda words: f"{words} three")
        assert (here.settings().read("words"), there.settings().read("words")) == (
            "one two",
            "one three",
        )
        assert here.unkept()
        assert there.unkept()
        disk.let_go()
        assert [here.frozen(), there.frozen()] == ["", ""]
        assert [one.settings().read("words") for one in (here, there)] == ["one two three"] * 2
        assert not (here.unkept())
        assert not (there.unkept())


def test_what_cannot_be_done_any_more_after_another_window_holds_up_nothing_else(tmp_path, disk):
    def add(words):
        if "two" in words:
            raise BadInput("There is one already.")
        return f"{words} two"

    clock = FixedClock(NOW)
    with (
        Profile(tmp_path, clock, lenient=True) as here,
        Profile(tmp_path, clock) as there,
    ):
        settings = here.settings()
        settings.write("words", "one")
        disk.stick()
        settings.change("words", add)
        settings.change("words", lambda words: f"{words} three")
        settings.write("where", "here")
        with pytest.raises(BadInput):
            settings.change("words", add)
        assert settings.read("words") == "one two three"
        disk.let_go()
        there.settings().write("words", "two")
        assert settings.read("words") == "two three"
        assert here.frozen() == ""
        assert (settings.read("words"), settings.read("where")) == ("two three", "here")


def test_a_choice_that_was_laid_down_does_not_wait_for_another_that_fails(tmp_path, disk):
    def add(words):
        if door.is_open:
            return f"{words} two"
        raise StorageError("of its own")

    door = Door()
    with Profile(tmp_path, FixedClock(NOW), lenient=True) as profile:
        settings = profile.settings()
        settings.write("who", "nobody")
        disk.stick()
        settings.write("who", "Ana")
        door.is_open = True
        settings.change("words", add)
        disk.let_go()
        door.is_open = False
        with pytest.raises(StorageError, match="of its own"):
            settings.write("who", "Ben")
        assert settings.read("who") == "Ben"
        door.is_open = True
        assert profile.frozen() == ""
        assert (settings.read("who"), settings.read("words")) == ("Ben", " two")


def test_a_book_that_cannot_be_written_is_told_of_as_well(tmp_path, disk):
    with Profile(tmp_path, FixedClock(NOW)) as profile:
        book = profile.shelf().create("Harbour groups")
        disk.stick()
        with pytest.raises(StorageError, match="nothing was changed"):
            profile.shelf().rename(book.info.book_id, "Housing groups")
        assert profile.frozen()
        assert book.info.name == "Harbour groups"
        disk.let_go()
        assert not profile.frozen()


def test_several_changes_wait_all_together_or_none_does(tmp_path, disk):
    def refuse(_text):
        raise BadInput("This was changed again since.")

    with Profile(tmp_path, FixedClock(NOW), lenient=True) as profile:
        settings = profile.settings()
        settings.write("words", "one")
        disk.stick()
        with pytest.raises(BadInput):
            settings.change_all({"words": lambda words: f"{words} two", "where": refuse})
        assert settings.read("words") == "one"
        settings.change_all({"words": lambda words: f"{words} two", "where": lambda _none: "here"})
        assert (settings.read("words"), settings.read("where")) == ("one two", "here")
        disk.let_go()
        assert profile.frozen() == ""
    with Profile(tmp_path, FixedClock(NOW)) as profile:
        settings = profile.settings()
        assert (settings.read("words"), settings.read("where")) == ("one two", "here")
