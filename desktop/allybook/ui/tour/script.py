"""The main job, step by step, as a person would do it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import AllybookError
from allybook.domain.people.accounts import Standing
from allybook.domain.people.bios import says_no_lists
from allybook.domain.posts import id_at
from allybook.services.books.edit import approve
from allybook.services.chats.chat import chat_people, open_chat
from allybook.services.check.answer import whom
from allybook.services.check.plan import plan_check
from allybook.services.people.resolve import quote_resolve
from allybook.services.publish.plan import plan_list
from allybook.services.reading.capture import quote_capture, quote_count
from allybook.services.reading.refresh import MARK, quote_refresh, refresh
from allybook.services.sign_in.who import quote_sign_in, sign_in
from allybook.ui.tabs.followback.survey import book_key
from allybook.ui.tour.summary import HASHTAG, VIEW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.services.desk import Desk
    from allybook.ui.session import Stage
    from allybook.ui.tour.player import Script
from allybook.ui.tour.summary import Purse

PEOPLE = 2
AWAY = timedelta(hours=20)
FEW = 30


def main_job(stage: Stage, desk: Desk, purse: Purse) -> Script:
    """Capture, nominate, approve, publish, check, filter: every price is said first."""
    yield from _read(stage, desk, purse)
    yield from _capture(stage, desk, purse)
    yield from _decide(stage, desk)
    yield from _publish(stage, desk, purse)
    yield from _check(stage, desk, purse)
    yield from look(stage)


def look(stage: Stage) -> Script:
    """Filter the timeline by the book."""
    timeline = stage.window.timeline()
    yield None
    timeline.show_filter(VIEW)
    yield None


def leave_gap(stage: Stage, desk: Desk) -> Script:
    """Look up all names; then come back after a day, and read only the newest of what was missed.

    What it pays is no part of the main job.
    """
    timeline = stage.window.timeline()
    yield None
    timeline.show_view("Everything")
    yield timeline.names_button.isVisible
    timeline.names_button.click()
    yield None
    desk.cache.set_mark(MARK, id_at(desk.clock.now() - AWAY))
    timeline.reader.run("", lambda at, ticket: refresh(at, ticket, most=FEW))
    yield None


def _read(stage: Stage, desk: Desk, purse: Purse) -> Script:
    purse.say(quote_sign_in(desk))
    sign_in(desk)
    timeline = stage.window.timeline()
    yield None
    purse.say(quote_refresh(desk))
    timeline.refresh_button.click()
    yield None


def _capture(stage: Stage, desk: Desk, purse: Purse) -> Script:
    chats = stage.window.chats()
    chats.open_chat(HASHTAG)
    yield None
    purse.say(quote_count(desk))
    chats.count_button.click()
    yield None
    purse.say(quote_capture(desk, HASHTAG, chats.buying.counted[HASHTAG, False].posts))
    chats.capture_button.click()
    yield None
    people = chat_people(desk, open_chat(desk, HASHTAG))
    purse.say(quote_resolve(desk, people))
    chats.names_button.click()
    yield None
    chats.inbox_button.click()
    yield None


def _decide(stage: Stage, desk: Desk) -> Script:
    allies = stage.window.allies()
    yield None
    approve(desk, desk.book(), [ally.key for ally in _chosen(desk, desk.book().allies())])
    # On a slow computer the tab takes its time to hear of it.
    yield lambda: allies.page is not None and bool(allies.page.plan.quote.steps)


def _chosen(desk: Desk, allies: Sequence[Ally]) -> Iterator[Ally]:
    """Yield the nominations that nobody would have to think about."""
    for ally in allies:
        people = {word.partition(":")[2] for word in ally.evidence}
        if ally.status is not Status.NOMINATED or len(people) < PEOPLE or ally.kind is Kind.PERSON:
            continue
        account = desk.cache.account(ally.user_id) if ally.user_id else None
        if account and (account.standing is not Standing.ACTIVE or says_no_lists(account.bio)):
            continue
        yield ally


def _publish(stage: Stage, desk: Desk, purse: Purse) -> Script:
    allies = stage.window.allies()
    purse.say(plan_list(desk, desk.book()).quote)
    allies.publisher.button.click()
    yield None
    if allies.publisher.dialog is None:
        raise AllybookError("The tour found no quote to accept: nothing was to be published.")
    allies.publisher.dialog.spend.click()
    yield None


def _check(stage: Stage, desk: Desk, purse: Purse) -> Script:
    followback = stage.window.followback()
    followback.show_place(book_key(desk.book().info))
    yield None
    purse.say(plan_check(desk, whom(desk.book().allies()), anew=True).quote)
    followback.check_button.click()
    yield None
