"""The doors of the core: only protocols and plain values, each imported from its own room."""

from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules
from typing import Protocol

import pytest
from msgspec import Struct

from allybook import ports

ROOMS = sorted(room.name for room in iter_modules(ports.__path__))


def own(room):
    """Return the classes that a room of the doors makes itself."""
    module = import_module(f"allybook.ports.{room}")
    return [one for _name, one in getmembers(module, isclass) if one.__module__ == module.__name__]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_holds_doors_and_values_and_nothing_that_acts(room):
    made = own(room)
    assert made
    acting = [
        one.__name__
        for one in made
        if not (getattr(one, "_is_protocol", False) or issubclass(one, (Struct, Exception)))
    ]
    assert acting == []


def test_a_door_stands_in_one_room_only():
    names = [one.__name__ for room in ROOMS for one in own(room)]
    assert len(names) == len(set(names))
    assert "Protocol" not in names
    assert Protocol not in [one for room in ROOMS for one in own(room)]


def test_the_hall_imports_no_room():
    """A command that needs one door loads one room."""
    assert [name for name in vars(ports) if not name.startswith("_") and name not in ROOMS] == []
