"""Every door of the core is found in its room."""

import pytest

from allybook import ports


@pytest.mark.parametrize("name", ports.__all__)
def test_each_door_is_there(name):
    assert getattr(ports, name).__name__ == name


def test_the_rooms_have_these_doors_and_no_others():
    assert sorted(" ".join(ports.ROOMS.values()).split()) == sorted(ports.__all__)


def test_another_name_is_no_door():
    with pytest.raises(AttributeError, match="window_sill"):
        ports.window_sill  # noqa: B018 (asking is the test)
