from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import BadInput
from allybook.domain.money.price_table import parse
from allybook.domain.money.pricing import Price

SHIPPED = (Path(__file__).parents[3] / "resources" / "prices.toml").read_text(encoding="utf-8")
SMALL = """
dated = 2026-08-22
[charges]
user = "0.010"
[endpoints]
"GET /2/users" = "user"
"""


@pytest.mark.parametrize(
    ("endpoint", "owned", "expected"),
    [
        ("GET /2/users/me", False, Price("user", Decimal("0.010"))),
        ("GET /2/users", False, Price("user", Decimal("0.010"))),
        ("GET /2/users/by", False, Price("user", Decimal("0.010"))),
        ("GET /2/users/:id/followers", False, Price("user", Decimal("0.010"))),
        ("GET /2/users/:id/followers", True, Price("owned", Decimal("0.001"))),
        ("GET /2/users/:id/following", True, Price("owned", Decimal("0.001"))),
        ("GET /2/users/:id/owned_lists", True, Price("owned", Decimal("0.001"))),
        ("GET /2/users/:id/owned_lists", False, Price("list", Decimal("0.005"))),
        ("GET /2/lists/:id", False, Price("list", Decimal("0.005"))),
        ("GET /2/lists/:id/members", True, Price("user", Decimal("0.010"))),
        ("GET /2/lists/:id/tweets", True, Price("post", Decimal("0.005"))),
        (
            "GET /2/users/:id/timelines/reverse_chronological",
            True,
            Price("post", Decimal("0.005")),
        ),
        ("GET /2/tweets/search/recent", False, Price("post", Decimal("0.005"))),
        ("GET /2/tweets", False, Price("post", Decimal("0.005"))),
        (
            "GET /2/tweets/counts/recent",
            False,
            Price("counts_recent", Decimal("0.005"), per_call=True),
        ),
        ("POST /2/lists", False, Price("list_create", Decimal("0.010"), per_call=True)),
        ("POST /2/lists/:id/members", False, Price("list_create", Decimal("0.010"), per_call=True)),
        (
            "DELETE /2/lists/:id/members/:user_id",
            False,
            Price("list_manage", Decimal("0.005"), per_call=True),
        ),
        ("POST /2/tweets", False, Price("content_create", Decimal("0.015"), per_call=True)),
    ],
)
def test_the_shipped_prices_are_those_of_the_docs_in_august_2026(endpoint, owned, expected):
    assert parse(SHIPPED).price(endpoint, owned=owned) == expected


def test_the_shipped_table_is_dated_and_bills_what_comes_along():
    table = parse(SHIPPED)
    assert (table.dated, table.bill_expansions) == (date(2026, 8, 22), True)
    assert table.charges["content_create_url"] == Decimal("0.200")


def test_a_person_may_change_one_price_and_leave_the_rest():
    table = parse(SHIPPED, "bill_expansions = false\n[charges]\nuser = 0.02")
    assert table.price("GET /2/users").dollars == Decimal("0.02")
    assert table.price("GET /2/tweets").dollars == Decimal("0.005")
    assert not table.bill_expansions


def test_a_person_may_charge_an_endpoint_differently():
    overrides = '[charges]\nfree = 0\n[endpoints]\n"GET /2/users/me" = "free"'
    table = parse(SHIPPED, overrides)
    assert table.price("GET /2/users/me") == Price("free", Decimal(0))
    assert table.price("GET /2/users").charge == "user"


@given(st.decimals(min_value=0, max_value=10, places=6))
def test_prices_are_exact_however_they_are_written(dollars):
    for written in (f'"{dollars}"', f"{dollars}"):
        table = parse(SMALL, f"[charges]\nuser = {written}")
        assert table.charges["user"] == dollars


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        ("dated = ", "not valid TOML"),
        ("dated = 2026-08-22T10:00:00Z", "“dated” has to be a day"),
        ('dated = "today"', "“dated” has to be a day"),
        ("price = 5", "does not know “price”"),
        ("charges = 5", "“charges” has to be a table"),
        ('[charges]\nuser = "cheap"', "the price of “user” has to be dollars"),
        ("[charges]\nuser = -0.01", "the price of “user”"),
        ("[charges]\nuser = nan", "the price of “user”"),
        ("[charges]\nuser = inf", "the price of “user”"),
        ("[charges]\nuser = true", "the price of “user”"),
        ("[charges]\nuser = [1]", "the price of “user”"),
        ('[endpoints]\n"/2/users" = "user"', "“/2/users” is no endpoint"),
        ('[endpoints]\n"GET /2/users" = 5', "has to name a charge"),
        ('[endpoints]\n"GET /2/users" = "person"', "the charge “person” has no price"),
        ('per_call = ["person"]', "the charge “person” has no price"),
        ('per_call = "user"', "“per_call” has to be a list"),
        ("owned = [5]", "“owned” has to be a list"),
        ('owned = ["GET /2/users"]', "the charge “owned” has no price"),
        ('owned = ["GET /2/lists"]\n[charges]\nowned = 0', "owned endpoint “GET /2/lists”"),
        ('bill_expansions = "no"', "“bill_expansions” has to be true or false"),
    ],
)
def test_a_mistake_is_named_in_one_sentence(overrides, words):
    with pytest.raises(BadInput, match=words) as caught:
        parse(SMALL, overrides)
    assert "The price table cannot be used" in str(caught.value)


def test_a_table_without_its_date_is_refused():
    with pytest.raises(BadInput, match="dated"):
        parse("")
