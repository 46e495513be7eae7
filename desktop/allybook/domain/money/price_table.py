"""Read X's prices from ``resources/prices.toml``, and what a person puts over them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from allybook.domain.errors import BadInput
from allybook.domain.expressions import expression
from allybook.domain.money.pricing import POST, TWEET, Dollars, PriceTable
from allybook.domain.spoken import speak

ENDPOINT = expression(r"(?:GET|POST|PUT|DELETE) /2(?:/:?[a-z_]+)+")
KEYS = frozenset(
    {"dated", "bill_expansions", "vocabulary", "per_call", "owned", "charges", "endpoints"}
)
OWNED = "owned"

Data = Mapping[str, object]


def parse(text: str, overrides: str = "") -> PriceTable:
    """Return the price table written in ``text`` (TOML), with ``overrides`` laid over it.

    ``overrides`` has the same form and may say as little as one price; its charges and endpoints
    are laid over key by key, everything else whole. Raises ``BadInput`` naming the first thing
    wrong.
    """
    data = _lay_over(_load(text), _load(overrides))
    table = PriceTable(
        dated=_date(data),
        charges={name: _dollars(name, value) for name, value in _table(data, "charges").items()},
        endpoints={key: _charge(key, value) for key, value in _table(data, "endpoints").items()},
        owned=_names(data, "owned"),
        per_call=_names(data, "per_call"),
        bill_expansions=_switch(data),
        vocabulary=_vocabulary(data),
    )
    _check_names(table)
    return table


def _load(text: str) -> Data:
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _bad(f"it is not valid TOML ({error})") from error
    for key in data:
        if key not in KEYS:
            raise _bad(f"it does not know “{key}”")
    return data


def _lay_over(below: Data, above: Data) -> Data:
    merged = {**below, **above}
    for key in ("charges", "endpoints"):
        merged[key] = {**_table(below, key), **_table(above, key)}
    return merged


def _table(data: Data, key: str) -> Data:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise _bad(f"“{key}” has to be a table")
    return value


def _date(data: Data) -> date:
    value = data.get("dated")
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _bad("“dated” has to be a day such as 2026-08-22")
    return value


def _dollars(name: str, value: object) -> Dollars:
    """Return an exact price; a TOML number arrives as Decimal or int, a text as written."""
    amount = None
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        try:
            amount = Decimal(value)
        except InvalidOperation:
            amount = None
    if amount is None or not amount.is_finite() or amount < 0:
        raise _bad(f'the price of “{name}” has to be dollars such as "0.005"')
    return amount


def _charge(endpoint: str, value: object) -> str:
    if not ENDPOINT.fullmatch(endpoint):
        raise _bad(f"“{endpoint}” is no endpoint such as GET /2/users/:id/followers")
    if not isinstance(value, str):
        raise _bad(f"“{endpoint}” has to name a charge in quotes")
    return value


def _names(data: Data, key: str) -> frozenset[str]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise _bad(f"“{key}” has to be a list of names in quotes")
    return frozenset(value)


def _switch(data: Data) -> bool:
    value = data.get("bill_expansions", True)
    if not isinstance(value, bool):
        raise _bad("“bill_expansions” has to be true or false")
    return value


def _vocabulary(data: Data) -> str:
    value = data.get("vocabulary", TWEET)
    if not isinstance(value, str) or value not in {TWEET, POST}:
        raise _bad("“vocabulary” has to be “tweet” or “post”")
    return value


def _check_names(table: PriceTable) -> None:
    """Refuse a name that nothing stands behind: a mistyped price must not pass as free."""
    charged = {*table.endpoints.values(), *table.per_call, *([OWNED] if table.owned else [])}
    for name in sorted(charged - table.charges.keys()):
        raise _bad(f"the charge “{name}” has no price")
    for endpoint in sorted(table.owned - table.endpoints.keys()):
        raise _bad(f"the owned endpoint “{endpoint}” has no charge")


def _bad(what: str) -> BadInput:
    return BadInput(
        speak(
            "The price table cannot be used: {what}. Correct it; nothing was sent to X.", what=what
        )
    )
