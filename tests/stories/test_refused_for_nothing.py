"""What is refused with “nothing was sent” asks X nothing, not even whose token this is."""

import pytest

from tests.servers.crowded_x import CrowdedX
from tests.stories.command import allybook

TOKEN = "planted-token-51bd"  # noqa: S105 (not a secret: the loopback server takes any)


@pytest.fixture
def x():
    with CrowdedX() as running:
        yield running


@pytest.fixture
def run(x, tmp_path):
    """Return a function that runs a command with a token from a pipe."""

    def run(*words):
        reach = ("--api-base", x.url, "--token-stdin")
        return allybook(*reach, *words, profile=tmp_path / "profile", stdin=TOKEN)

    return run


REFUSED = [
    (("--book", "Nope", "refresh"), "nothing was read or made."),
    (("check", "--of", "Nope"), "nothing was read or made."),
    (("refresh", "book", "Nope"), "no book “Nope” here"),
    (("list", "publish"), "say --yes to do it. Nothing was sent."),
    (("--yes", "list", "publish", "--pace", "90000"), "nothing was sent."),
    (("refresh", "search", "from:"), "from:"),
    (("chat", "beds", "--from", "noon"), "is no time"),
    (("check", "--names", "nowhere.csv"), "nowhere.csv"),
]


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("words", "why"), REFUSED, ids=str)
def test_what_can_be_refused_for_nothing_costs_nothing(run, x, words, why):
    ended = run(*words)
    assert ended.status == 2
    assert why in ended.err
    assert "token" not in ended.err
    assert (x.billed, x.seen) == (0, [])


@pytest.mark.timeout(120)
def test_what_is_refused_later_says_that_x_was_asked_whose_token_it_is(run, x):
    ended = run("chat", "beds", "--most", "5")
    assert ended.status == 2
    told = "Nothing was asked. Before that, X was asked whose token this is."
    assert ended.err.splitlines()[-1].endswith(told)
    assert [one.path for one in x.seen] == ["/2/users/me"]
