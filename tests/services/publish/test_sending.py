import pytest

from allybook.domain.acts.outbox import Act, Deed, Outcome, Stage
from allybook.domain.errors import (
    BadInput,
    Fate,
    Garbled,
    NotThere,
    OverBudget,
    RateLimited,
    Refused,
    StorageError,
    Unreachable,
)
from allybook.domain.people.accounts import Account
from allybook.services.publish.sending import send
from tests.fakes.clock import NOON


@pytest.fixture
def act(desk, network):
    made = network.create_list("Allies", "", private=True)
    act = Act("a", Deed.ADD_MEMBER, "b", made.list_id, "11", "HarborRow", desk.clock.now())
    desk.outbox.put([act])
    return act


def refused(words):
    return Refused(f"X refused the request (X says: “{words}”). Nothing was lost.", words)


def gone(words, *named):
    return NotThere(f"X does not have what was asked for: {words}", named, words)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Refused("X refused the request."), Outcome.REFUSED),
        (refused("You have been blocked from adding this user."), Outcome.BLOCKS_YOU),
        (refused("This user blocked you."), Outcome.BLOCKS_YOU),
        (refused("Request blocked by firewall."), Outcome.REFUSED),
        (refused("The user's posts are protected."), Outcome.PRIVATE),
        (refused("Sorry, you are not authorized to see the user"), Outcome.PRIVATE),
        (Refused("In other words, and in two ”\nlines.", "She blocks you."), Outcome.BLOCKS_YOU),
        (Refused("A private sentence of our own, “blocks you”."), Outcome.REFUSED),
        (gone("User has been suspended: [11]."), Outcome.SUSPENDED),
        (NotThere("The suspended sentence of our own", ("11",), "Not Found"), Outcome.GONE),
        (gone("Could not find user with ids: [11]."), Outcome.GONE),
        (gone("Not Found", "11"), Outcome.GONE),
        (gone("Not Found"), Outcome.REFUSED),
        (gone("Could not find user with ids: [911]."), Outcome.REFUSED),
    ],
)
def test_only_what_x_says_is_told(desk, network, act, error, outcome):
    network.trouble["add 11"] = [error]
    assert send(desk, act) is outcome
    (kept,) = desk.outbox.acts()
    assert (kept.outcome, kept.detail) == (outcome, str(error))


def test_an_answer_that_says_no_is_a_refusal(desk, network, act):
    network.add_member = lambda list_id, user_id: False
    assert send(desk, act) is Outcome.REFUSED
    assert "does not say why" in desk.outbox.acts()[0].detail


def test_where_the_list_is_gone_nobody_is_said_to_be(desk, network, act):
    network.trouble["add 11"] = [NotThere("Not Found")]
    network.trouble["x_list"] = [NotThere("Not Found")]
    with pytest.raises(NotThere):
        send(desk, act)
    assert desk.outbox.acts()[0].stage is Stage.WAITING


def test_of_whom_x_does_not_name_nothing_is_forgotten(desk, network, act):
    known = Account("11", "HarborRow", "Harbor Row", bio="Beds tonight", followers=3)
    desk.cache.save_accounts([known], desk.clock.now())
    network.trouble["add 11"] = [NotThere("X does not have what was asked for.")]
    assert send(desk, act) is Outcome.REFUSED
    assert desk.cache.account("11") == known


@pytest.mark.parametrize(
    "error", [RateLimited("Wait.", NOON), OverBudget("The budget."), Unreachable("No answer.")]
)
def test_what_x_has_refused_is_in_no_doubt_where_asking_for_the_list_fails(
    desk, network, act, error
):
    network.trouble["add 11"] = [NotThere("Not Found")]
    network.trouble["x_list"] = [error]
    with pytest.raises(type(error)) as caught:
        send(desk, act)
    assert desk.outbox.acts()[0].stage is Stage.WAITING
    # X was asked to add somebody, whatever became of the second question.
    assert caught.value.fate is None


@pytest.mark.parametrize("kind", [StorageError, Garbled, BadInput])
def test_what_went_wrong_before_anything_was_sent_leaves_no_doubt(desk, network, act, kind):
    error = kind("The keyring does not open.")
    if kind is not BadInput:
        error.fate = Fate.NOT_SENT
    network.trouble["add 11"] = [error]
    with pytest.raises(kind):
        send(desk, act)
    assert desk.outbox.acts()[0].stage is Stage.WAITING


def test_a_disk_that_did_not_keep_an_answer_leaves_a_doubt(desk, network, act):
    network.trouble["add 11"] = [StorageError("The disk is full.")]
    with pytest.raises(StorageError):
        send(desk, act)
    assert desk.outbox.acts()[0].stage is Stage.SENDING


def test_an_act_without_an_answer_stays_in_doubt(desk, network, act):
    network.trouble["add 11"] = [Unreachable("X did not answer.")]
    with pytest.raises(Unreachable):
        send(desk, act)
    assert desk.outbox.acts()[0].stage is Stage.SENDING
