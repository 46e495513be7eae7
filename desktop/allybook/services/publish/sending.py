"""Send one act, and write down what X's answer makes of it.

::

    waiting -- sent --> sending -- X said yes, or no to this one ------> settled
       ^                  |------- X did nothing, or was not asked ----> waiting
       |                  '------- no answer: in doubt until looked up
       '--- the list does not show it

No answer is ever guessed at: where X does not say why, the outcome is ``refused`` and no more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import ENDPOINTS, SAID_NOT, Deed, Outcome
from allybook.domain.errors import (
    AllybookError,
    AppRefused,
    BadInput,
    CreditsGone,
    Fate,
    ListLocked,
    NeedsSignIn,
    NotThere,
    OverBudget,
    RateLimited,
    Refused,
    SpendCapReached,
    before_sending,
)
from allybook.domain.people.accounts import Problem, Reason
from allybook.services.lists.pull import later

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.acts.outbox import Act
    from allybook.services.desk import Desk

NOT_DONE = (
    AppRefused,
    BadInput,
    CreditsGone,
    ListLocked,
    NeedsSignIn,
    OverBudget,
    RateLimited,
    SpendCapReached,
)
"""Errors that say for certain that X did nothing, and that are not about one person."""
BLOCKS = re.compile(r"\bblock(?:s|ed|ing)? you\b|\byou(?: have been|'ve been| are) blocked\b")
PROTECTED = re.compile(r"\bprotected\b|\bnot authorized to see\b")


def send(desk: Desk, act: Act) -> Outcome:
    """Ask X for one act and settle it; return what came of it.

    Raises what is not about this one person: then the act waits again, or, where nobody knows
    whether X did it, stays in doubt.
    """
    with before_sending():
        network = desk.line.network()
    adding = act.deed is Deed.ADD_MEMBER
    ask = network.add_member if adding else network.remove_member
    now = later(desk, act.list_id)
    desk.outbox.start(act.act_id, now, desk.prices.price(ENDPOINTS[act.deed]).dollars)
    try:
        is_member = ask(act.list_id, act.user_id)
    except NotThere as gone:
        return _settle(desk, act, _note_gone(desk, act, gone), now, str(gone))
    except AllybookError as error:
        if _is_not_done(error):
            desk.outbox.postpone(act.act_id)
            raise
        if not isinstance(error, Refused):
            raise
        return _settle(desk, act, _why(error), now, str(error))
    done = Outcome.ADDED if adding else Outcome.REMOVED
    if is_member is adding:
        return _settle(desk, act, done, now, "")
    return _settle(desk, act, Outcome.REFUSED, now, SAID_NOT)


def _settle(desk: Desk, act: Act, outcome: Outcome, now: datetime, detail: str) -> Outcome:
    desk.outbox.settle(act.act_id, outcome, now, detail)
    return outcome


def _is_not_done(error: AllybookError) -> bool:
    """Return whether X did nothing for certain, and that is not about one person."""
    return isinstance(error, NOT_DONE) or error.fate is Fate.NOT_SENT


def _note_gone(desk: Desk, act: Act, gone: NotThere) -> Outcome:
    """Remember what became of an account that X names; raise where it is the list that is gone.

    Where X names nobody, asking for the list tells whether that is gone. If it is there, nobody
    knows what X means, and nothing of the account is forgotten for it.
    """
    if not gone.is_about(act.user_id):
        # X did nothing, whatever becomes of the next question.
        desk.outbox.postpone(act.act_id)
        try:
            desk.line.network().x_list(act.list_id)
        except AllybookError as error:
            # How far this question came says nothing of the act, which X has answered.
            error.fate = None
            raise
        return Outcome.REFUSED
    suspended = "suspended" in gone.said.lower()
    reason = Reason.SUSPENDED if suspended else Reason.GONE
    desk.cache.save_problems([Problem(act.user_id, reason, str(gone))], desk.clock.now())
    return Outcome.SUSPENDED if suspended else Outcome.GONE


def _why(refused: Refused) -> Outcome:
    """Return the reason that X itself gives: what it does not say is not known."""
    said = refused.said.lower()
    if BLOCKS.search(said):
        return Outcome.BLOCKS_YOU
    return Outcome.PRIVATE if PROTECTED.search(said) else Outcome.REFUSED
