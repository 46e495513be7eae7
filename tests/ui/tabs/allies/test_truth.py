from datetime import UTC, datetime
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import CONTRADICTED, Act, Deed, Outcome, Stage
from allybook.domain.errors import AllybookError, ListLocked, OverBudget, RateLimited
from allybook.domain.money.pricing import Quote
from allybook.services.publish.plan import ListPlan, Planned
from allybook.ui.tabs.allies.sending import Sent
from allybook.ui.tabs.allies.truth import SHOWN, tell
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import halves

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)
NAMES = {str(n): f"Ally {n}" for n in range(11, 31)}


def plan(adds=(), removes=(), left_out=()):
    def planned(ids, why="approved"):
        return tuple(Planned(i, f"h{i}", NAMES[i], why) for i in ids)

    quote = Quote("list", (), "")
    return ListPlan(
        "b",
        "9",
        "X",
        0,
        planned(adds),
        planned(removes),
        planned(left_out, "no_lists"),
        (),
        (),
        quote,
    )


def act(user_id, outcome, deed=Deed.ADD_MEMBER):
    return Act(user_id, deed, "b", "9", user_id, f"h{user_id}", NOON, Stage.SETTLED, outcome, NOON)


WAITS = Act("12", Deed.ADD_MEMBER, "b", "9", "12", "h12", NOON)


def sent(the_plan, *acts, **changes):
    made = Sent(the_plan, acts, (), Decimal("0.29"), Decimal("0.29"))
    return replace(made, **changes)


def test_all_went_well():
    truth = tell(
        sent(plan(["11", "12"]), act("11", Outcome.ADDED), act("12", Outcome.ADDED)), NAMES
    )
    assert (truth.what, truth.mood) == ("2 of 2 are on the list, $0.29 as quoted.", Mood.DONE)
    assert truth.told(everyone=False) == ""


def test_who_is_not_on_the_list_is_named_with_the_reason():
    truth = tell(
        sent(
            plan(["11", "12", "13"], left_out=["14"]),
            act("11", Outcome.ADDED),
            act("12", Outcome.SUSPENDED),
            act("13", Outcome.REFUSED),
            billed=Decimal("0.26"),
        ),
        NAMES,
    )
    assert truth.what == "1 of 3 is on the list, $0.26 of the $0.29 quoted."
    assert truth.mood is Mood.WARN
    assert truth.others == (
        "Ally 12 is suspended by X.",
        "X refused Ally 13 and does not say why.",
        "Ally 14 asks for no lists and was left off.",
    )


def test_who_is_left_off_as_quoted_is_named_and_no_surprise():
    truth = tell(sent(plan(["11"], left_out=["14"]), act("11", Outcome.ADDED)), NAMES)
    assert truth.mood is Mood.DONE
    assert truth.others == ("Ally 14 asks for no lists and was left off.",)


def test_taking_off_is_told_apart_from_adding():
    gone = act("12", Outcome.REMOVED, Deed.REMOVE_MEMBER)
    truth = tell(sent(plan(["11"], ["12"]), act("11", Outcome.ADDED), gone), NAMES)
    assert truth.what == "1 of 1 is on the list, 1 of 1 was taken off, $0.29 as quoted."


def test_a_handle_that_x_does_not_know_is_named():
    truth = tell(sent(plan(["11"]), act("11", Outcome.ADDED), unfound=("nosuch",)), NAMES)
    assert truth.what.startswith("1 of 2 is on the list")
    assert truth.others == ("X has no account @nosuch.",)


@pytest.mark.parametrize(
    ("changes", "mood", "icon"),
    [
        ({"stopped": "Stopped as you asked; the rest waits in the outbox."}, Mood.INFO, "pause"),
        ({"error": OverBudget("The next request costs too much.")}, Mood.WARN, "wallet"),
        ({"error": RateLimited("X asks to wait.", NOON)}, Mood.WARN, "hourglass"),
        ({"error": ListLocked("X refused an add."), "locked": True}, Mood.WARN, "hourglass"),
        ({"stopped": "X refused an add.", "locked": True}, Mood.WARN, "hourglass"),
        ({"error": AllybookError("Something else; it was kept.")}, Mood.DANGER, ""),
    ],
)
def test_what_stopped_it_is_said_first_and_then_what_was_done(changes, mood, icon):
    truth = tell(
        sent(plan(["11", "12"]), act("11", Outcome.ADDED), left=(WAITS,), **changes), NAMES
    )
    sentence = changes.get("stopped") or str(changes["error"])
    assert (truth.mood, truth.icon) == (mood, icon)
    assert sentence.startswith(truth.what.rstrip("."))
    assert "1 of 2 is on the list" in truth.rest
    assert "in the outbox" in truth.rest


def test_who_is_in_doubt_is_neither_done_nor_waiting():
    doubt = replace(WAITS, user_id="13", stage=Stage.SENDING)
    truth = tell(
        sent(plan(["11", "12", "13"]), act("11", Outcome.ADDED), left=(WAITS, doubt)), NAMES
    )
    assert truth.what == "1 of 3 is on the list, $0.29 as quoted."
    assert truth.rest == (
        "1 change waits in the outbox. Of 1 change X did not say whether it is done. "
        "That is looked up on the list before anything is sent."
    )


def test_a_new_handle_is_told_and_no_cause_for_care():
    truth = tell(sent(plan(["11"]), act("11", Outcome.ADDED), renamed={"11": "new"}), NAMES)
    assert truth.mood is Mood.DONE
    assert truth.others == ("Ally 11 was @h11 and is now @new; the book has it so, too.",)


def test_what_x_said_and_did_not_do_is_told_apart_from_a_refusal():
    said = replace(act("11", Outcome.REFUSED), detail=CONTRADICTED[Outcome.ADDED])
    kept = act("12", Outcome.REFUSED, Deed.REMOVE_MEMBER)
    truth = tell(sent(plan(["11"], ["12"]), said, kept), NAMES)
    assert truth.others == (
        "X said that Ally 11 is done, and the list does not show it.",
        "X did not take Ally 12 off the list.",
    )


def test_a_report_is_copied_line_by_line():
    truth = tell(sent(plan(["11"]), act("11", Outcome.ALREADY_THERE)), NAMES)
    assert truth.whole.splitlines() == [
        "1 of 1 is on the list, $0.29 as quoted.",
        "Ally 11 was on the list already.",
    ]


def test_many_others_are_shown_when_asked_for():
    ids = [str(n) for n in range(11, 11 + SHOWN + 3)]
    truth = tell(sent(plan(ids), *(act(i, Outcome.PRIVATE) for i in ids)), NAMES)
    assert truth.hidden == 3
    assert "Ally 19" not in truth.told(everyone=False)
    assert "Ally 19 is private and was not added." in truth.told(everyone=True)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "You are offline; go online. Nothing was lost.",
            ("You are offline; go online.", "Nothing was lost."),
        ),
        ("It is full; nothing was changed.", ("It is full.", "Nothing was changed.")),
        ("It is full.", ("It is full.", "")),
    ],
)
def test_a_sentence_is_halved_into_what_happened_and_what_is_safe(sentence, parts):
    assert halves(sentence) == parts
