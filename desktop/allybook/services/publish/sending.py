"""Send one act, and write down what X's answer makes of it.

::

    waiting -- sent --> sending -- X said yes, or no to this one ------> settled
       ^                  |------- X did nothing, for everybody -------> waiting
       |                  '------- no answer: in doubt until looked up
       '--- the list does not show it

No answer is ever guessed at: where X does not say why, the outcome is ``refused`` and no more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import Deed, Outcome
from allybook.domain.errors import (
    AppRefused,
    CreditsGone,
    Fate,
    ListLocked,
    NeedsSignIn,
    NotThere,
    OverBudget,
    RateLimited,
    Refused,
    SpendCapReached,
    Unreachable,
)
from allybook.domain.people.accounts import Problem, Reason
from allybook.services.lists.pull import later

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.acts.outbox import Act
    from allybook.domain.spoken import Pattern
    from allybook.services.desk import Desk

NOT_DONE = (
    AppRefused,
    CreditsGone,
    ListLocked,
    NeedsSignIn,
    OverBudget,
    RateLimited,
    SpendCapReached,
)
"""Errors that say for certain that X did nothing, and that are not about one person."""
QUOTED = re.compile("“(.*)”")
BLOCKS = re.compile(r"\bblock(?:s|ed|ing)? you\b|\byou(?: have been|'ve been| are) blocked\b")
PROTECTED = re.compile(r"\bprotected\b|\bnot authorized to see\b")
SAID_NOT: Pattern = "X said that it is not done, and does not say why."


def send(desk: Desk, act: Act) -> Outcome:
    """Ask X for one act and settle it; return what came of it.

    Raises what is not about this one person: then the act waits again, or, where nobody knows
    whether X did it, stays in doubt.
    """
    network = desk.line.network()
    adding = act.deed is Deed.ADD_MEMBER
    ask = network.add_member if adding else network.remove_member
    now = later(desk, act.list_id)
    desk.outbox.start(act.act_id, now)
    try:
        is_member = ask(act.list_id, act.user_id)
    except NOT_DONE:
        desk.outbox.postpone(act.act_id)
        raise
    except Unreachable as error:
        if error.fate is Fate.NOT_SENT:
            desk.outbox.postpone(act.act_id)
        raise
    except NotThere as gone:
        return _settle(desk, act, _note_gone(desk, act, gone), now, str(gone))
    except Refused as refused:
        return _settle(desk, act, _why(refused), now, str(refused))
    done = Outcome.ADDED if adding else Outcome.REMOVED
    if is_member is adding:
        return _settle(desk, act, done, now, "")
    return _settle(desk, act, Outcome.REFUSED, now, SAID_NOT)


def _settle(desk: Desk, act: Act, outcome: Outcome, now: datetime, detail: str) -> Outcome:
    desk.outbox.settle(act.act_id, outcome, now, detail)
    return outcome


def _note_gone(desk: Desk, act: Act, gone: NotThere) -> Outcome:
    """Remember what became of the account; raise where it is the list that is gone.

    X names what it did not find; where it does not, asking for the list tells them apart.
    """
    if act.user_id not in str(gone):
        try:
            desk.line.network().x_list(act.list_id)
        except NotThere:
            desk.outbox.postpone(act.act_id)
            raise
    suspended = "suspended" in str(gone).lower()
    reason = Reason.SUSPENDED if suspended else Reason.GONE
    desk.cache.save_problems([Problem(act.user_id, reason, str(gone))], desk.clock.now())
    return Outcome.SUSPENDED if suspended else Outcome.GONE


def _why(refused: Refused) -> Outcome:
    """Return the reason that X itself gives: what it does not say is not known."""
    quoted = QUOTED.search(str(refused))
    said = quoted[1].lower() if quoted else ""
    if BLOCKS.search(said):
        return Outcome.BLOCKS_YOU
    return Outcome.PRIVATE if PROTECTED.search(said) else Outcome.REFUSED
