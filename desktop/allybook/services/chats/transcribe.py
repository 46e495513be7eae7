"""Transcribe a chat: the record that the group owns, as lines, Markdown or a web page.

A record is given out. X lets nobody show what a private account writes to anyone but those whom it
lets follow (x-api.md, 8), so their posts are left out, and counted.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.chat.roles import is_repost
from allybook.domain.filters.times import day_of, local
from allybook.domain.people.accounts import called
from allybook.domain.spoken import speak_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime, tzinfo

    from allybook.domain.chat.summary import Chat
    from allybook.domain.posts import Post
    from allybook.services.desk import Desk

# Signs that mean something in Markdown; a post's text is never mark-up.
MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>()#+-!|~"})


class TranscriptLine(Struct, frozen=True):
    """One post of a chat; ``question`` is the number it asks (``Q1``) or answers (``A1``).

    ``author`` is the handle, empty where only ``author_id`` is known.
    """

    at: datetime
    author: str
    author_id: str
    question: str
    text: str
    post_id: str


class Transcript(Struct, frozen=True):
    """The posts of a chat that may be given out, and how many ``private`` ones are left out."""

    lines: tuple[TranscriptLine, ...]
    private: int

    @property
    def people(self) -> int:
        """Return how many wrote what is here."""
        return len({line.author_id for line in self.lines})


def transcript(desk: Desk, chat: Chat) -> Transcript:
    """Return the posts of a chat, oldest first, without plain reposts and private accounts."""
    marks = _marks(chat)
    accounts = desk.cache.accounts(sorted({post.author_id for post in chat.posts}))
    handles = {one.user_id: one.handle for one in chat.participants if one.handle}
    handles |= {one.user_id: one.handle for one in accounts.values() if one.handle}
    private = private_posts(desk, chat)
    lines = tuple(
        TranscriptLine(
            post.created_at,
            handles.get(post.author_id, ""),
            post.author_id,
            marks.get(post.post_id, ""),
            post.text,
            post.post_id,
        )
        for post in chat.posts
        if post.post_id not in private
    )
    return Transcript(lines, len(private))


def private_posts(desk: Desk, chat: Chat) -> frozenset[str]:
    """Return the ids of the posts of a chat whose words are not given out."""
    accounts = desk.cache.accounts(sorted({post.author_id for post in chat.posts}))
    private = {one.user_id for one in accounts.values() if one.private}
    return frozenset(post.post_id for post in chat.posts if post.author_id in private)


def as_markdown(desk: Desk, chat: Chat) -> str:
    """Return the transcript as Markdown; what people wrote is text, never mark-up."""
    zone, told = desk.clock.zone, transcript(desk, chat)
    lines = [f"# {chat_title(chat, zone)}", "", _figures(chat, told, zone)]
    for heading, those in _days(told.lines, zone):
        lines += ["", f"## {heading}"] if heading else []
        lines += ["", *map(_item, those)]
    return "\n".join(lines)


def as_html(desk: Desk, chat: Chat) -> str:
    """Return the transcript as one web page that needs nothing else, readable by every reader."""
    zone, told = desk.clock.zone, transcript(desk, chat)
    title = escape(chat_title(chat, zone))
    rows = "\n".join(_section(*day) for day in _days(told.lines, zone))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{escape(_figures(chat, told, zone))}</p>\n{rows}\n"
        "</main>\n</body>\n</html>"
    )


STYLE = (
    "body{margin:0;background:#f4f3ef;color:#1d2221;font:1rem/1.5 sans-serif}"
    "main{max-width:42rem;margin:0 auto;padding:1.5rem;background:#fff}"
    "ol{list-style:none;padding:0}li{padding:.5rem 0;border-top:1px solid #e2dfd8}"
    "time,b{color:#4d5351}a{color:#0a5b55}"
)


def chat_day(chat: Chat, zone: tzinfo) -> date | None:
    """Return the day with the most posts: some write days before a chat, some long after."""
    return day_of_most(chat.posts, zone)


def day_of_most(posts: Iterable[Post], zone: tzinfo) -> date | None:
    """Return the day with the most posts in own words: plain reposts go on for days."""
    days = Counter(day_of(post.created_at, zone) for post in posts if not is_repost(post))
    return days.most_common(1)[0][0] if days else None


def _days(
    lines: Sequence[TranscriptLine], zone: tzinfo
) -> Iterator[tuple[str, list[TranscriptLine]]]:
    """Yield the posts of each day under its heading, which is empty where all are of one day.

    Their times are those that the clocks of the zone showed.
    """
    shown = [replace(one, at=local(one.at, zone)) for one in lines]
    days = [(day, list(those)) for day, those in groupby(shown, lambda one: one.at.date())]
    for day, those in days:
        yield (_date(day) if len(days) > 1 else ""), those


def _date(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _item(one: TranscriptLine) -> str:
    author = called(one.author, one.author_id).translate(MARKS)
    mark = f" **{one.question}**" if one.question else ""
    return f"- {one.at:%H:%M} {author}{mark}: {' '.join(one.text.split()).translate(MARKS)}"


def _section(heading: str, lines: Sequence[TranscriptLine]) -> str:
    rows = "\n".join(map(_row, lines))
    return f"{f'<h2>{heading}</h2>' if heading else ''}\n<ol>\n{rows}\n</ol>".lstrip()


def _row(one: TranscriptLine) -> str:
    author, text = escape(called(one.author, one.author_id)), escape(one.text)
    mark = f" <b>{one.question}</b>" if one.question else ""
    link = f"https://x.com/i/status/{one.post_id}"
    return (
        f'<li><a href="{link}"><time datetime="{one.at.isoformat()}">{one.at:%H:%M}</time></a> '
        f"<cite>{author}</cite>{mark}<br>{text}</li>"
    )


def chat_title(chat: Chat, zone: tzinfo) -> str:
    """Return the hashtag and the chat's own day: ``#swhelper, 30 March 2026``."""
    day = chat_day(chat, zone)
    return f"#{chat.hashtag}, {_date(day) if day else 'no posts yet'}"


def _figures(chat: Chat, told: Transcript, zone: tzinfo) -> str:
    apart = speak_many(len(chat.reposts), "{n} repost apart", "{n} reposts apart")
    if chat.reposted and not chat.reposts:
        apart = speak_many(chat.reposted, "reposted once", "reposted {n} times")
    posts = speak_many(len(told.lines), "{n} post", "{n} posts")
    people = speak_many(told.people, "{n} person", "{n} people")
    clocks = f"Times are {_name_clocks(told, zone)}."
    return " ".join(filter(None, (f"{posts} by {people}, {apart}.", _left_out(told), clocks)))


def _left_out(told: Transcript) -> str:
    if not told.private:
        return ""
    return speak_many(
        told.private,
        "{n} post by a private account is left out.",
        "{n} posts by private accounts are left out.",
    )


def _name_clocks(told: Transcript, zone: tzinfo) -> str:
    """Return by which clocks times are told: ``EST (UTC−05:00)``."""  # noqa: RUF002 (a minus)
    shown = (local(line.at, zone) for line in told.lines)
    return " and ".join(dict.fromkeys(map(_name_clock, shown))) or "UTC"


def _name_clock(shown: datetime) -> str:
    if not shown.utcoffset():
        return "UTC"
    name, hours = shown.tzname() or "", f"{shown:%z}".replace("-", "\N{MINUS SIGN}")
    offset = f"{hours[:3]}:{hours[3:5]}"
    return f"{name} (UTC{offset})" if name[:1].isalpha() else f"UTC{offset}"


def _marks(chat: Chat) -> Mapping[str, str]:
    marks: dict[str, str] = {}
    for question in chat.questions:
        marks.update(dict.fromkeys(question.answers, f"A{question.number}"))
        asking = (question.post_id, *question.repeats)
        marks.update(dict.fromkeys(asking, f"Q{question.number}"))
    return marks
