"""Whatever a server answers, only values or the domain's errors come out."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from requests import Response
from requests.adapters import BaseAdapter

from allybook.domain.check.followback import Side
from allybook.domain.errors import AllybookError
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import XNetwork
from allybook.services.sign_in.keys import HeldKeys
from tests.fakes.clock import FixedClock
from tests.fakes.meter import RecordingMeter
from tests.gateway import samples
from tests.gateway.conftest import BEARER

ASKS = [
    lambda n: n.me(),
    lambda n: n.accounts(["1", "2"]),
    lambda n: n.follows(Side.FOLLOWING, "1"),
    lambda n: n.owned_lists("1"),
    lambda n: n.x_list("1"),
    lambda n: n.search("#a"),
    lambda n: n.count("#a"),
    lambda n: n.create_list("n", "", private=False),
    lambda n: n.add_member("1", "2"),
]
NAMES = sorted(
    {"data", "errors", "includes", "meta", "users", "tweets", "posts", "media", "note_tweet"}
    | {"type", "title", "detail", "code", "message", "next_token", "is_member", "reset_date"}
    | samples.OLD_POST.keys()
    | samples.NEW_ACCOUNT.keys()
    | samples.ENTITIES.keys()
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["1", "2026-03-30T12:00:00Z", "3_1", "retweeted", BEARER])
)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5)
    ),
    max_leaves=20,
)
GOOD = [{"meta": {}}, {"data": samples.OLD_ACCOUNT}, {"data": [samples.OLD_POST], "meta": {}}]
BODIES = st.binary(max_size=60) | st.builds(
    lambda value: json.dumps(value).encode(),
    JSON
    | st.dictionaries(st.sampled_from(["data", "errors", "includes", "meta"]), JSON)
    | st.sampled_from(GOOD),
)


class Answering(BaseAdapter):
    """Gives one answer to everything."""

    def __init__(self, status, body, headers):
        super().__init__()
        self.response = Response()
        self.response.status_code = status
        self.response.headers.update(headers)
        self.response._content = body

    def send(self, *_, **__):
        return self.response

    def close(self):
        pass


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(ASKS),
    st.sampled_from([200, 200, 200, 201, 302, 400, 401, 402, 403, 404, 429, 500]),
    BODIES,
    st.dictionaries(
        st.sampled_from(["Retry-After", "x-rate-limit-reset", "Location", "Content-Type"]),
        st.text(max_size=20),
    ),
)
def test_any_answer_gives_a_value_or_an_error_that_can_be_shown(ask, status, body, headers):
    meter = RecordingMeter()
    adapter = Answering(status, body, headers)
    network = XNetwork(HeldKeys(Tokens(BEARER)), adapter=adapter, meter=meter, clock=FixedClock())
    said = None
    try:
        ask(network)
    except AllybookError as error:
        said = str(error)
    finally:
        network.close()
    if said is None:
        assert status in (200, 201)
    else:
        assert BEARER not in said
        assert said
        assert said.isprintable()
    assert len(meter.allowed) == 1
    if status >= 300:
        assert meter.counted == []
