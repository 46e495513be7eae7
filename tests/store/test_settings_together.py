"""Two who change one choice at the same moment: neither takes back what the other did."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from allybook.domain.errors import BadInput, StorageError
from allybook.store.profile import Profile

EACH = 15


def add(word):
    return lambda text: f"{text} {word}".strip()


def test_what_two_programs_add_is_all_kept(tmp_path, clock):
    start = Barrier(2, timeout=20)

    def program(name):
        with Profile(tmp_path, clock) as profile:
            start.wait()
            for number in range(EACH):
                profile.settings().change("words", add(f"{name}{number}"))

    with Profile(tmp_path, clock) as profile, ThreadPoolExecutor(2) as pool:
        profile.settings().write("words", "")
        list(pool.map(program, "ab"))
        kept = profile.settings().read("words").split()
    assert sorted(kept) == sorted(f"{name}{number}" for name in "ab" for number in range(EACH))


@pytest.mark.parametrize("lenient", [False, True])
def test_what_two_threads_of_one_program_add_is_all_kept(tmp_path, clock, lenient):
    with Profile(tmp_path, clock, lenient=lenient) as profile, ThreadPoolExecutor(2) as pool:
        settings = profile.settings()
        list(pool.map(lambda n: settings.change("words", add(n)), map(str, range(EACH))))
        assert sorted(settings.read("words").split(), key=int) == [str(n) for n in range(EACH)]


def test_a_change_that_fails_leaves_the_choice_as_it_was(profile):
    settings = profile.settings()
    settings.write("words", "one")

    def fail(_text):
        raise StorageError("The disk is full.")

    with pytest.raises(StorageError):
        settings.change("words", fail)
    assert settings.read("words") == "one"


def test_a_change_to_the_same_is_not_written(profile):
    settings = profile.settings()
    settings.change("words", str)
    assert settings.read("words", "nothing yet") == "nothing yet"


def test_other_choices_can_be_looked_at_while_one_changes(profile):
    settings = profile.settings()
    settings.write("book", "one")
    settings.change("words", lambda _text: settings.read("book"))
    assert settings.read("words") == "one"


@pytest.mark.parametrize("lenient", [False, True])
def test_of_several_changes_all_are_kept_or_none(tmp_path, clock, lenient):
    def refuse(_text):
        raise BadInput("This was changed again since.")

    with Profile(tmp_path, clock, lenient=lenient) as profile:
        settings = profile.settings()
        settings.write("words", "one")
        with pytest.raises(BadInput):
            settings.change_all({"words": add("two"), "where": refuse})
        assert (settings.read("words"), settings.read("where")) == ("one", "")
        settings.change_all({"words": add("two"), "where": add("here")})
    with Profile(tmp_path, clock) as profile:
        settings = profile.settings()
        assert (settings.read("words"), settings.read("where")) == ("one two", "here")
