"""Choices of a profile are remembered only as long as nobody changes the file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from allybook.domain.errors import StorageError
from allybook.store.profile import Profile


@pytest.fixture
def settings(profile):
    found = profile.settings()
    found.write("theme", "dark")
    assert (found.read("theme"), found.read("pace", "20")) == ("dark", "20")
    return found


def test_what_another_program_chose_is_read_at_once(settings, tmp_path, clock):
    with Profile(tmp_path / "profile", clock) as other:
        other.settings().write("theme", "light")
        other.settings().write("pace", "40")
    assert (settings.read("theme"), settings.read("pace", "20")) == ("light", "40")


def test_what_another_thread_chose_is_read_at_once(settings):
    with ThreadPoolExecutor(1) as pool:
        pool.submit(settings.write, "theme", "light").result()
        assert settings.read("theme") == "light"
        settings.write("theme", "dark")
        assert pool.submit(settings.read, "theme").result() == "dark"


def test_what_one_chose_oneself_is_read_at_once(settings):
    settings.write("theme", "light")
    assert settings.read("theme") == "light"


def test_a_choice_that_was_taken_back_is_forgotten(settings):
    seen = []

    def change_and_fail():
        with settings._connections.write() as connection:
            connection.execute("UPDATE settings SET value = 'light' WHERE name = 'theme'")
            seen.append(settings.read("theme"))
            raise StorageError("The disk is full.")

    with pytest.raises(StorageError):
        change_and_fail()
    assert [*seen, settings.read("theme")] == ["light", "dark"]


def test_a_choice_is_looked_up_once_while_nothing_changes(settings):
    asked = []

    def hear(_cursor, sql, _bindings):
        asked.append(sql)
        return True

    with settings._connections.read() as connection:
        connection.exec_trace = hear
    assert [settings.read("theme") for _ in range(3)] == ["dark"] * 3
    connection.exec_trace = None
    assert not [sql for sql in asked if "settings" in sql]
