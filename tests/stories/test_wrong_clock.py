"""A computer whose clock is far off: X's day is gone by, and it is told once."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from tests.servers.practice_server import practice_server
from tests.stories.command import allybook

TOKEN = "planted-token-51ee"  # noqa: S105 (not a secret: the practice network takes any)
TOLD = "This computer's clock is "


@pytest.mark.timeout(180)
def test_what_x_gives_is_read_by_its_own_day(tmp_path):
    with practice_server() as server:
        common = ("--api-base", server.address, "--token-stdin", "--budget", "20")

        def run(*words):
            ended = allybook(*common, *words, profile=tmp_path, stdin=TOKEN)
            # There may be more than was asked for.
            assert ended.status in (0, 1), ended.err
            return ended

        days = round((datetime.now(UTC) - server.clock.now()).total_seconds() / 86_400)
        first = run("refresh", "search", "#swhelper newer:1d older:1h", "--most", 400)
        assert f"{TOLD}{abs(days)} days {'fast' if days > 0 else 'slow'}." in first.err
        # The filter is of X's days as well: what was read of them is what it keeps.
        found = run("posts", "#swhelper newer:1d older:1h", "--json").json
        assert len(found) > 10
        again = run("quote", "search", "#swhelper newer:1d older:1h", "--json")
        assert TOLD not in again.err
        ledger = allybook("ledger", "--json", profile=tmp_path)
        assert Decimal(str(ledger.json["month"])) == server.bill.dollars
