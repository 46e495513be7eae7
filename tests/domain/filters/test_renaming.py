"""Filters that were written down follow a name, where a filter can say the new one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.parse import parse
from allybook.domain.filters.renaming import Renaming
from allybook.domain.filters.tree import And, On, Term
from tests.cases import cases

KEPT = "in:Cafe is:ally"


@pytest.mark.parametrize("name", ["##", "#", "﹟", "\u200d", "", " ", "half \udc80"])
def test_a_filter_stays_where_none_can_say_the_new_name(name):
    assert Renaming(On.IN, "Cafe", name).renew(KEPT) == KEPT


@given(st.text())
@cases(300)
def test_whatever_the_name_what_is_written_is_a_filter(name):
    renewed = Renaming(On.IN, "Cafe", name).renew(KEPT)
    assert renewed == KEPT or parse(renewed) == And((Term(On.IN, name), Term(On.IS, "ally")))
