"""Every request that the gateway makes, checked against X's own specifications."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import jsonschema
import pytest
from requests import Response
from requests.adapters import BaseAdapter

from allybook.domain.check.followback import Side
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import Terms, XNetwork
from allybook.gateway.vocabulary import Vocabulary
from allybook.ports.network import Window
from allybook.services.sign_in.keys import HeldKeys
from tests.fakes.clock import FixedClock
from tests.fakes.meter import RecordingMeter
from tests.gateway import samples
from tests.gateway.conftest import BEARER

SHARED = Path(__file__).parents[3] / "shared"
SPECIFICATIONS = {Vocabulary.TWEET: "x-openapi-2.166.json", Vocabulary.POST: "x-openapi-2.167.json"}
PAGE = "7140dibdnow9c7bt"  # 16 signs fit every kind of page token that X names

pytestmark = pytest.mark.skipif(
    not all((SHARED / name).exists() for name in SPECIFICATIONS.values()),
    reason="X's specifications (../shared/x-openapi-*.json) are not on this machine",
)

ACTS = {
    "me": lambda n: n.me(),
    "accounts": lambda n: n.accounts([samples.ALLY, "77"]),
    "accounts_by_handle": lambda n: n.accounts_by_handle(["HarbourShelter"]),
    "followers": lambda n: n.follows(Side.FOLLOWERS, samples.ME, page=PAGE),
    "following": lambda n: n.follows(Side.FOLLOWING, samples.ME, size=0),
    "owned_lists": lambda n: n.owned_lists(samples.ME, page=PAGE),
    "x_list": lambda n: n.x_list(samples.LIST_ID),
    "members": lambda n: n.members(samples.LIST_ID, page=PAGE, size=9999),
    "list_posts": lambda n: n.list_posts(samples.LIST_ID, page=PAGE),
    "home": lambda n: n.home(samples.ME, since_id=samples.POST_ID, page=PAGE),
    "search": lambda n: n.search("#a", window=Window("1", "9"), page=PAGE),
    "search_few": lambda n: n.search("#a", size=1),
    "count": lambda n: n.count("#a", window=Window("1", "9")),
    "create_list": lambda n: n.create_list("n" * 25, "d" * 100, private=True),
    "delete_list": lambda n: n.delete_list(samples.LIST_ID),
    "add_member": lambda n: n.add_member(samples.LIST_ID, samples.ALLY),
    "remove_member": lambda n: n.remove_member(samples.LIST_ID, samples.ALLY),
}


class Catcher(BaseAdapter):
    """Keeps the request and gives an answer that fits any question."""

    def __init__(self):
        super().__init__()
        self.requests = []

    def send(self, request, *_, **__):
        self.requests.append(request)
        response = Response()
        response.status_code = 200
        data = {"id": "1", "is_member": True, "deleted": True}
        listed = "GET" in request.method and not re.search(r"/(me|lists/[0-9]+)\?", request.url)
        body = {"data": [] if listed else data, "meta": {"total_tweet_count": 0}}
        response._content = json.dumps(body).encode()
        return response

    def close(self):
        pass


@cache
def specification(words):
    return json.loads((SHARED / SPECIFICATIONS[words]).read_text(encoding="utf-8"))


def resolved(spec, value):
    while "$ref" in value:
        node = spec
        for step in value["$ref"].removeprefix("#/").split("/"):
            node = node[step]
        value = node
    return value


def find_operation(spec, method, path):
    """Return the operation for a path; fixed paths go before those with a {name} in them."""
    for template in sorted(spec["paths"], key=lambda each: each.count("{")):
        pattern = re.sub(r"\\{[a-z_]+\\}", "([0-9]+)", re.escape(template))
        if re.fullmatch(pattern, path) and method.lower() in spec["paths"][template]:
            return spec["paths"][template][method.lower()]
    raise AssertionError(f"X has no {method} {path}")


def check(spec, schema, value):
    """Check a value by a schema of X's specification, formats included."""
    whole = {**resolved(spec, schema), "components": spec["components"]}
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    validator = jsonschema.Draft202012Validator(whole, format_checker=checker)
    assert [error.message for error in validator.iter_errors(value)] == []


def typed(spec, parameter, text):
    schema = resolved(spec, parameter["schema"])
    if schema["type"] == "array":
        assert parameter.get("explode") is False
        return text.split(",")
    return int(text) if schema["type"] == "integer" else text


@pytest.mark.parametrize("words", Vocabulary)
@pytest.mark.parametrize("act", ACTS)
def test_the_request_is_one_that_x_describes(words, act):
    spec, catcher = specification(words), Catcher()
    terms = Terms(vocabulary=words)
    network = XNetwork(
        HeldKeys(Tokens(BEARER)),
        adapter=catcher,
        meter=RecordingMeter(),
        clock=FixedClock(),
        terms=terms,
    )
    ACTS[act](network)
    network.close()
    [request] = catcher.requests
    parts = urlsplit(request.url)
    operation = find_operation(spec, request.method, parts.path)
    known = {
        found["name"]: found
        for each in operation.get("parameters", [])
        if (found := resolved(spec, each))["in"] == "query"
    }
    query = (
        parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True) if parts.query else []
    )
    assert len(dict(query)) == len(query)
    for name, text in query:
        assert name in known, f"X knows no parameter {name} here"
        check(spec, known[name]["schema"], typed(spec, known[name], text))
    required = {name for name, each in known.items() if each.get("required")}
    assert required <= dict(query).keys()
    if "requestBody" in operation:
        [content] = resolved(spec, operation["requestBody"])["content"].values()
        check(spec, content["schema"], json.loads(request.body))
    else:
        assert not request.body
    # In the older words X counts for apps alone; everything else is done in a person's name.
    for_apps_alone = act == "count" and words is Vocabulary.TWEET
    assert any("OAuth2UserToken" in way for way in operation["security"]) is not for_apps_alone


@pytest.mark.parametrize("words", Vocabulary)
def test_the_samples_of_these_tests_are_as_x_describes_them(words):
    spec = specification(words)
    old = words is Vocabulary.TWEET
    schemas = {"User": samples.OLD_ACCOUNT, "Tweet": samples.OLD_POST, "List": samples.OLD_LIST}
    if not old:
        schemas = {"User": samples.NEW_ACCOUNT, "Post": samples.NEW_POST, "List": samples.X_LIST}
    for name, sample in schemas.items():
        check(spec, {"$ref": f"#/components/schemas/{name}"}, sample)
        assert sample["id"]


def test_a_query_is_written_as_x_reads_it():
    catcher = Catcher()
    network = XNetwork(
        HeldKeys(Tokens(BEARER)), adapter=catcher, meter=RecordingMeter(), clock=FixedClock()
    )
    network.search("#a b&c=d é", window=Window("5"))
    network.close()
    query = dict(parse_qsl(urlsplit(catcher.requests[0].url).query))
    assert (query["since_id"], query["query"]) == ("5", "#a b&c=d é")
