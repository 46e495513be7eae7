"""``allybook chat HASHTAG``: capture a chat, read it, nominate whom people shared."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.cli.asking import STOPS, agree, check_most, say_part, some, status_of
from allybook.cli.chosen_book import book_if_any, open_or_make
from allybook.cli.out import moment
from allybook.domain.book.entry import Kind
from allybook.domain.errors import AllybookError, BadInput, NotThere, Refused
from allybook.domain.filters.times import local
from allybook.domain.reading.hours import Hours
from allybook.services.chats.chat import (
    chat_people,
    find_sittings,
    read_sitting,
)
from allybook.services.chats.here import remember
from allybook.services.chats.shared import identify_shared, nominees_of
from allybook.services.chats.transcribe import (
    as_html,
    as_markdown,
    chat_title,
    private_posts,
    transcript,
)
from allybook.services.people.nominate import nominate
from allybook.services.people.resolve import quote_resolve, resolve
from allybook.services.reading.capture import (
    MOST,
    MOST_COUNTED,
    capture,
    count_posts,
    is_read,
    plan_capture_within,
    quote_capture,
    quote_count,
    read_chat,
    up_to,
    way_of,
)
from allybook.services.reading.hours import check_time

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Sequence
    from datetime import tzinfo

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.domain.chat.nominations import Nomination
    from allybook.domain.chat.sittings import Sitting
    from allybook.domain.chat.summary import Chat
    from allybook.services.desk import Desk

COLUMNS = ("time", "author", "author_id", "question", "text", "post_id")
RECORDS = frozenset({"csv", "html", "md"})
"""Forms that show what people wrote, and are passed on."""


def run_chat(call: Call) -> int:
    """Capture the chat where there is a line, and print it as it then is in the cache.

    A weekly chat is there several times: it is the newest (of the time that was said).
    Whatever stops that on the way: what is here is printed before the error is told.
    """
    desk, words, out = call.desk, call.words, call.out
    window = window_of(words, desk.clock.zone)
    check_time(desk, way_of(desk, words.hashtag, reposts=words.with_reposts), window)
    complete = True
    stopped: AllybookError | None = None
    try:
        if desk.line.up:
            complete = _capture(call, window)
    except STOPS as error:
        stopped = error
    sittings = find_sittings(desk, words.hashtag, window)
    chat = read_sitting(desk, words.hashtag, *sittings[-1:])
    if stopped and not chat.posts:
        raise stopped
    if not desk.line.up and not chat.posts:
        # An empty chat would look like an answer; this says why it cannot be asked for.
        desk.line.network()
    shared, unread = _shared(call, chat)
    stopped = stopped or unread
    if sittings[1:]:
        out.remark(_say_several(sittings, desk.clock.zone))
    _print(desk, replace(chat, nominations=shared), words.form, out)
    if stopped:
        raise stopped
    return 0 if complete else 1


def _shared(call: Call, chat: Chat) -> tuple[Sequence[Nomination], AllybookError | None]:
    """Nominate whom people shared, if that is wanted, and return them as the book knows them.

    Where there is no such book to be read or written, as the cache knows them, with the error.
    """
    desk, name = call.desk, call.options.book
    try:
        if not call.words.no_nominate and not desk.frozen():
            _nominate(call, chat)
        return identify_shared(desk, book_if_any(desk, name), chat), None
    except AllybookError as error:
        return identify_shared(desk, None, chat), error


def _nominate(call: Call, chat: Chat) -> None:
    """Nominate whom people shared; what came from a file is one of the chats from now on."""
    book = open_or_make(call.desk, call.options.book, call.out)
    nominate(call.desk, book, nominees_of(call.desk, book, chat))
    if chat.posts:
        remember(call.desk, chat.hashtag)


def check_chat(call: Call) -> None:
    """Refuse what is no time, before X is asked for anything."""
    window_of(call.words, call.desk.clock.zone)


def _capture(call: Call, window: Hours | None) -> bool:
    desk, words, out, ticket = call.desk, call.words, call.out, call.ticket
    whole = words.with_reposts
    if is_read(desk, words.hashtag, window, reposts=whole):
        out.remark(quote_capture(desk, words.hashtag, None, window, reposts=whole).because)
        # Nothing is asked; what a search had brought is the chat's from now on.
        return capture(desk, words.hashtag, ticket, window=window, reposts=whole).complete
    check_most(words.most)
    counted = _count(call, window)
    most = words.most or MOST_COUNTED
    # Without a count, nobody knows how much there is.
    most = most if counted is not None else min(most, MOST)
    # What is written from now on is left for the next count.
    told = window if counted is None else up_to(window, desk.clock.now())
    plan = plan_capture_within(desk, words.hashtag, counted, told, reposts=whole, most=most)
    if plan.whole:
        say_part(call, plan.whole, plan.quote)
    agree(plan.quote, out)
    reading = read_chat(desk, plan, ticket)
    complete = status_of(reading, out) == 0
    newest = find_sittings(desk, words.hashtag, window)[-1:]
    people = chat_people(desk, read_sitting(desk, words.hashtag, *newest))
    if people:
        _name(call, people)
    return complete


def _name(call: Call, people: Sequence[str]) -> None:
    """Look the people of a chat up; where something stops that, say what asks for them later."""
    agree(quote_resolve(call.desk, people), call.out)
    try:
        resolve(call.desk, people, call.ticket)
    except STOPS:
        tag = call.words.hashtag.removeprefix("#")
        again = f"“allybook refresh names chat:{tag}” asks for them later."
        call.out.remark(f"Some people of this chat have no name here yet: {again}")
        raise


def _count(call: Call, window: Hours | None) -> int | None:
    """Return how many posts X counts, or None where it does not count for this account."""
    desk, words = call.desk, call.words
    agree(quote_count(desk), call.out)
    try:
        return count_posts(desk, words.hashtag, call.ticket, window, reposts=words.with_reposts)
    except (Refused, NotThere):
        call.out.remark("X does not count posts for this account, so the price is not exact.")
        return None


def window_of(words: argparse.Namespace, zone: tzinfo) -> Hours | None:
    """Return the stretch of time that was said, by the clocks of a zone, if one was."""
    start, end = _moment(words.start, zone), _moment(words.end, zone)
    return Hours(start=start, end=end) if start or end else None


def _moment(text: str, zone: tzinfo) -> datetime | None:
    if not text:
        return None
    try:
        told = datetime.fromisoformat(text)
        # The first and last days of the calendar are over the edge of it elsewhere.
        return (told if told.tzinfo else told.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadInput(f"“{text}” is no time: write for example 2026-03-30T19:00Z.") from None


def _say_several(sittings: Sequence[Sitting], zone: tzinfo) -> str:
    """Return which of several chats is printed, and how to print those before."""
    posts = sittings[-2].posts
    first, last = (local(posts[place].created_at, zone) for place in (0, -1))
    last += timedelta(minutes=1)
    older = " An earlier --to prints an older one." if sittings[2:] else ""
    return (
        f"{len(sittings)} chats with this hashtag are here, and this is the newest. For the one "
        f"before it, say --from {first:%Y-%m-%dT%H:%M} --to {last:%Y-%m-%dT%H:%M}.{older}"
    )


def _print(desk: Desk, chat: Chat, form: str, out: Out) -> None:
    hidden = private_posts(desk, chat)
    if hidden and form in RECORDS:
        out.remark(f"Left out: {some(len(hidden), 'post')} of private accounts.")
    if form == "json":
        if hidden:
            out.remark(f"Left out: the words of {some(len(hidden), 'post')} of private accounts.")
        out.json(_as_json(chat, hidden))
    elif form == "csv":
        out.csv(
            [
                {
                    "time": moment(line.at),
                    "author": line.author,
                    "author_id": line.author_id,
                    "question": line.question,
                    "text": line.text,
                    "post_id": line.post_id,
                }
                for line in transcript(desk, chat).lines
            ],
            COLUMNS,
        )
    elif form == "html":
        out.page(as_html(desk, chat))
    elif form == "md":
        out.page(as_markdown(desk, chat))
    else:
        _summarise(chat, hidden, out, desk.clock.zone)


def _as_json(chat: Chat, hidden: Collection[str]) -> dict[str, object]:
    """Return a chat as ``--json`` prints it; what was said in ``hidden`` posts is left empty."""
    return {
        "hashtag": chat.hashtag,
        "posts": len(chat.posts),
        "reposts": len(chat.reposts),
        "reposted": chat.reposted,
        "start": moment(chat.start) if chat.start else None,
        "end": moment(chat.end) if chat.end else None,
        "participants": [
            {
                "user_id": one.user_id,
                "handle": one.handle,
                "role": one.role.value,
                "posts": one.posts,
                "answers": one.answers,
                "reposts": one.reposts,
            }
            for one in chat.participants
        ],
        "questions": [
            {
                "number": one.number,
                "post_id": one.post_id,
                "asked_at": moment(one.asked_at),
                "text": "" if one.post_id in hidden else one.text,
                "answers": list(one.answers),
            }
            for one in chat.questions
        ],
        "nominations": [_nomination(one, hidden) for one in chat.nominations],
    }


def _nomination(one: Nomination, hidden: Collection[str]) -> dict[str, object]:
    return {
        "tag" if one.kind is Kind.HASHTAG else "handle": one.name,
        "user_id": one.user_id,
        "kind": one.kind.value,
        "uncertain": one.uncertain,
        "score": one.score,
        "evidence": [
            {
                "post_id": item.post_id,
                "user_id": item.user_id,
                "at": moment(item.at),
                "question": item.question,
                "phrase": "" if item.post_id in hidden else item.phrase,
                "why": item.why.value,
            }
            for item in one.evidence
        ],
    }


def _summarise(chat: Chat, hidden: Collection[str], out: Out, zone: tzinfo) -> None:
    apart = f"{some(len(chat.reposts), 'repost')} apart"
    if chat.reposted and not chat.reposts:
        apart = f"reposted {some(chat.reposted, 'time')}"
    out.say(
        f"{chat_title(chat, zone)}: {some(len(chat.posts), 'post')} by "
        f"{some(len(chat.participants), 'person', 'people')}, "
        f"{apart}, {some(len(chat.questions), 'question')}"
    )
    if chat.nominations:
        rows = [
            (
                ("#" if one.kind is Kind.HASHTAG else "@") + one.name,
                one.kind.value,
                str(one.score),
                _first_said(one, hidden)[:60],
            )
            for one in chat.nominations
        ]
        out.table(rows, ("shared", "kind", "people", "first said"))


def _first_said(one: Nomination, hidden: Collection[str]) -> str:
    """Return in what words somebody first shared it whose words may be given out."""
    return next((item.phrase for item in one.evidence if item.post_id not in hidden), "")
