"""Transcribe a chat: the record that the group owns, as lines, Markdown or a web page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from allybook.domain.chat.summary import Chat
    from allybook.services.desk import Desk

# Signs that mean something in Markdown; a post's text is never mark-up.
MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>()#+-!|~"})


class TranscriptLine(Struct, frozen=True):
    """One post of a chat; ``question`` is the number it asks (``Q1``) or answers (``A1``)."""

    at: datetime
    author: str
    question: str
    text: str
    post_id: str


def transcript(desk: Desk, chat: Chat) -> tuple[TranscriptLine, ...]:
    """Return the posts of a chat, oldest first, plain reposts left out."""
    marks = _marks(chat)
    accounts = desk.cache.accounts(sorted({post.author_id for post in chat.posts}))
    handles = {one.user_id: one.handle for one in chat.participants if one.handle}
    handles |= {one.user_id: one.handle for one in accounts.values() if one.handle}
    return tuple(
        TranscriptLine(
            post.created_at,
            handles.get(post.author_id, post.author_id),
            marks.get(post.post_id, ""),
            post.text,
            post.post_id,
        )
        for post in chat.posts
    )


def as_markdown(desk: Desk, chat: Chat) -> str:
    """Return the transcript as Markdown; what people wrote is text, never mark-up."""
    lines = [f"# {_title(chat)}", "", _figures(chat), ""]
    for one in transcript(desk, chat):
        mark = f" **{one.question}**" if one.question else ""
        text = " ".join(one.text.split()).translate(MARKS)
        lines.append(f"- {one.at:%H:%M} @{one.author.translate(MARKS)}{mark}: {text}")
    return "\n".join(lines)


def as_html(desk: Desk, chat: Chat) -> str:
    """Return the transcript as one web page that needs nothing else, readable by every reader."""
    title = escape(_title(chat))
    rows = "\n".join(_row(one) for one in transcript(desk, chat))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{escape(_figures(chat))}</p>\n<ol>\n{rows}\n</ol>\n"
        "</main>\n</body>\n</html>"
    )


STYLE = (
    "body{margin:0;background:#f4f3ef;color:#1d2221;font:1rem/1.5 sans-serif}"
    "main{max-width:42rem;margin:0 auto;padding:1.5rem;background:#fff}"
    "ol{list-style:none;padding:0}li{padding:.5rem 0;border-top:1px solid #e2dfd8}"
    "time,b{color:#4d5351}a{color:#0a5b55}"
)


def _row(one: TranscriptLine) -> str:
    author, text = escape(one.author), escape(one.text)
    mark = f" <b>{one.question}</b>" if one.question else ""
    link = f"https://x.com/i/status/{one.post_id}"
    return (
        f'<li><a href="{link}"><time datetime="{one.at.isoformat()}">{one.at:%H:%M}</time></a> '
        f"<cite>@{author}</cite>{mark}<br>{text}</li>"
    )


def _title(chat: Chat) -> str:
    day = f"{chat.start.day} {chat.start:%B %Y}" if chat.start else "no posts yet"
    return f"#{chat.hashtag}, {day}"


def _figures(chat: Chat) -> str:
    apart = f"{len(chat.reposts)} reposts apart"
    if chat.reposted and not chat.reposts:
        apart = f"reposted {chat.reposted} times"
    people = len(chat.participants)
    return f"{len(chat.posts)} posts by {people} people, {apart}. Times are UTC."


def _marks(chat: Chat) -> Mapping[str, str]:
    marks: dict[str, str] = {}
    for question in chat.questions:
        marks.update(dict.fromkeys(question.answers, f"A{question.number}"))
        marks[question.post_id] = f"Q{question.number}"
    return marks
