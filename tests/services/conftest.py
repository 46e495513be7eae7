"""Desks for the tests of services."""

import pytest

from tests.fakes.desk import Patience


@pytest.fixture
def ticket():
    return Patience()
