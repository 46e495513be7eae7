import pytest

from allybook.domain.acts.outbox import Act, Deed, Outcome, Stage
from allybook.domain.errors import NotThere, Refused, Unreachable
from allybook.services.publish.sending import send


@pytest.fixture
def act(desk, network):
    made = network.create_list("Allies", "", private=True)
    act = Act("a", Deed.ADD_MEMBER, "b", made.list_id, "11", "HarborRow", desk.clock.now())
    desk.outbox.put([act])
    return act


def quoted(words):
    return f"X refused the request (X says: “{words}”). Nothing was lost."


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Refused("X refused the request."), Outcome.REFUSED),
        (Refused(quoted("You have been blocked from adding this user.")), Outcome.BLOCKS_YOU),
        (Refused(quoted("This user blocked you.")), Outcome.BLOCKS_YOU),
        (Refused(quoted("Request blocked by firewall.")), Outcome.REFUSED),
        (Refused(quoted("The user's posts are protected.")), Outcome.PRIVATE),
        (Refused(quoted("Sorry, you are not authorized to see the user")), Outcome.PRIVATE),
        (Refused("A private sentence of our own, blocks you."), Outcome.REFUSED),
        (NotThere("X says: “User has been suspended: [11].”"), Outcome.SUSPENDED),
        (NotThere("X says: “Could not find user with ids: [11].”"), Outcome.GONE),
        (NotThere("Not Found"), Outcome.GONE),
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


def test_an_act_without_an_answer_stays_in_doubt(desk, network, act):
    network.trouble["add 11"] = [Unreachable("X did not answer.")]
    with pytest.raises(Unreachable):
        send(desk, act)
    assert desk.outbox.acts()[0].stage is Stage.SENDING
