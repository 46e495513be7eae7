"""The web page of a list of allies: one file that needs nothing else, readable by every reader.

No scripts, nothing from elsewhere, and a policy inside the file that forbids both. What people
wrote is text, never mark-up, and turns to the side that its own letters are read from.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from allybook.domain.acts.intents import X, follow_address, profile_address
from allybook.domain.book.entry import Kind
from allybook.services.share.words import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from allybook.domain.book.ally import Ally
    from allybook.services.share.words import SharedPageWords


class SharedPage(Struct, frozen=True):
    """What a page shows; ``allies`` of one category stand together, hashtags at the end."""

    title: str
    language: str
    made_on: date
    allies: tuple[Ally, ...]


STYLE = """
:root{color-scheme:light dark;--ink:#1d2221;--soft:#4d5351;--paper:#fff;--frame:#f4f3ef;
--line:#d8d4cb;--link:#0a5b55}
@media(prefers-color-scheme:dark){:root{--ink:#e9ebe7;--soft:#b9beb9;--paper:#1b201f;
--frame:#131716;--line:#3c4442;--link:#7fd3c7}}
*{box-sizing:border-box}
body{margin:0;background:var(--frame);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main,footer{max-width:46rem;margin:0 auto;padding:1.25rem 1.5rem;background:var(--paper)}
main{padding-top:2rem}footer{padding-bottom:2rem;color:var(--soft)}footer p{margin:.25rem 0}
h1{margin:0 0 .25rem;font-size:1.75rem;line-height:1.2;overflow-wrap:anywhere}
h2{margin:2rem 0 .5rem;font-size:1.2rem;line-height:1.3;overflow-wrap:anywhere}
p{margin:.25rem 0 1rem}.soft{color:var(--soft)}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static;display:block;padding:.75rem 1.5rem;background:var(--paper)}
nav ul,.list,.tags{list-style:none;margin:0;padding:0}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.list>li{display:flex;align-items:baseline;gap:.75rem;padding:.625rem 0;
border-top:1px solid var(--line)}
.who{display:flex;flex:1;flex-wrap:wrap;align-items:baseline;gap:.375rem .75rem;min-width:0}
.name{font-weight:600;overflow-wrap:anywhere}
.tags{display:flex;flex-wrap:wrap;gap:.25rem .5rem;min-width:0}
.tags li{padding:0 .5rem;border:1px solid var(--line);border-radius:1rem;font-size:.875rem;
overflow-wrap:anywhere}
.go{padding:.125rem .75rem;border:1px solid;border-radius:1rem;
text-decoration:none;white-space:nowrap}
@media print{:root{--ink:#000;--soft:#333;--paper:#fff;--frame:#fff;--line:#999;--link:#000}
.skip,.go,nav{display:none}main,footer{max-width:none;padding:0}li,h2{break-inside:avoid}
h2{break-after:avoid}}
"""


def as_page(page: SharedPage) -> str:
    """Return the page as HTML."""
    words = SPOKEN[page.language]
    sections = list(_sections(page.allies, words))
    title = escape(page.title)
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest()}'; base-uri 'none'; form-action 'none'"
    )
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{page.language}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        *(['<meta name="robots" content="noindex">'] if _shows_persons(page.allies) else []),
        f"<title>{title}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        f'<a class="skip" href="#list">{escape(words.skip)}</a>',
        "<main>",
        f'<h1 dir="auto">{title}</h1>',
        f'<p class="soft">{_counts(page.allies, words)}</p>',
        *(_contents(sections, words) if len(sections) > 1 else ()),
        '<div id="list" tabindex="-1">',
        *(
            line
            for place, section in enumerate(sections)
            for line in _section(place, section, words)
        ),
        "</div>",
        "</main>",
        "<footer>",
        f"<p>{_made(page, words)}</p>",
        f"<p>{escape(words.leave)}</p>",
        "</footer>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines)


def _shows_persons(allies: Sequence[Ally]) -> bool:
    """Return whether a search engine would carry the names of persons further."""
    return any(ally.kind is Kind.PERSON for ally in allies)


def _digest() -> str:
    return b64encode(sha256(STYLE.encode()).digest()).decode()


def _sections(allies: Sequence[Ally], words: SharedPageWords) -> Iterator[tuple[str, list[Ally]]]:
    """Yield headings with who stands under them."""
    accounts = [ally for ally in allies if ally.kind is not Kind.HASHTAG]
    tags = [ally for ally in allies if ally.kind is Kind.HASHTAG]
    sorted_in = any(ally.category for ally in accounts)
    for category, those in groupby(accounts, key=lambda ally: ally.category):
        yield category or (words.others if sorted_in else words.accounts), list(those)
    if tags:
        yield words.hashtags, tags


def _contents(sections: Sequence[tuple[str, list[Ally]]], words: SharedPageWords) -> Iterator[str]:
    yield f'<nav aria-label="{escape(words.contents)}">'
    yield "<ul>"
    for place, (heading, those) in enumerate(sections):
        yield f'<li><a href="#part-{place}" dir="auto">{escape(heading)}</a> {len(those)}</li>'
    yield "</ul>"
    yield "</nav>"


def _section(place: int, section: tuple[str, list[Ally]], words: SharedPageWords) -> Iterator[str]:
    heading, those = section
    yield f'<section aria-labelledby="part-{place}">'
    yield f'<h2 id="part-{place}" dir="auto">{escape(heading)}</h2>'
    # Safari's reader forgets that a list without bullets is one, unless it is told.
    yield '<ul class="list" role="list">'
    yield from (
        _hashtag(one, words) if one.kind is Kind.HASHTAG else _account(one, words) for one in those
    )
    yield "</ul>"
    yield "</section>"


def _account(ally: Ally, words: SharedPageWords) -> str:
    name = f"@{ally.handle}"
    profile = escape(profile_address(ally.user_id or "", ally.handle))
    follow = escape(follow_address(ally.user_id or "", ally.handle))
    kind = words.person if ally.kind is Kind.PERSON else words.organisation
    return _line(
        f'<a class="name" href="{profile}"{AWAY}><bdi>{escape(name)}</bdi></a> '
        f'<span class="soft">{escape(kind)}</span> {_tags(ally, words)}',
        _button(follow, words.follow, words.follow_whom.format(name)),
    )


def _hashtag(ally: Ally, words: SharedPageWords) -> str:
    name, address = f"#{ally.handle}", _search(ally.handle)
    return _line(
        f'<a class="name" href="{address}"{AWAY}><bdi>{escape(name)}</bdi></a> '
        f"{_tags(ally, words)}",
        _button(address, words.search, words.search_what.format(name)),
    )


def _line(who: str, button: str) -> str:
    return f'<li><div class="who">{who}</div>{button}</li>'


def _button(address: str, seen: str, said: str) -> str:
    """Return a link that looks like a button, and says to a reader whom it is about."""
    label = escape(said)
    return f'<a class="go" href="{address}"{AWAY} aria-label="{label}">{escape(seen)}</a>'


def _tags(ally: Ally, words: SharedPageWords) -> str:
    tags = [f'<li dir="auto">{escape(tag)}</li>' for tag in ally.tags]
    tags += [
        f'<li><a href="{_search(tag)}"{AWAY} dir="auto">#{escape(tag)}</a></li>'
        for tag in ally.hashtags
    ]
    if not tags:
        return ""
    return f'<ul class="tags" role="list" aria-label="{escape(words.tags)}">{"".join(tags)}</ul> '


AWAY = ' rel="noopener noreferrer"'


def _search(tag: str) -> str:
    """Return where X searches for a hashtag."""
    return escape(f"{X}/search?q={quote('#' + tag, safe='')}&f=live")


def _counts(allies: Sequence[Ally], words: SharedPageWords) -> str:
    kinds = [ally.kind for ally in allies]
    numbers = (kinds.count(kind) for kind in (Kind.ORGANISATION, Kind.PERSON, Kind.HASHTAG))
    return escape(words.counts.format(*numbers))


def _made(page: SharedPage, words: SharedPageWords) -> str:
    day = (
        f'<time datetime="{page.made_on.isoformat()}">{escape(words.say_day(page.made_on))}</time>'
    )
    return words.made.format(day)
