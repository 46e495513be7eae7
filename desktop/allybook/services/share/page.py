"""Share a book as one web page, for everyone: who is on it, and how many may be on one day.

X lets a person give at most 500 of its accounts a day to others (developer policy of 2026-07-14,
"Content redistribution"; days are counted in UTC). Only pages count: tables are the group's own.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.entry import Kind, Status
from allybook.domain.errors import BadInput
from allybook.domain.filters.times import day_of
from allybook.domain.hashtags import is_tag
from allybook.domain.people.accounts import HANDLE
from allybook.domain.people.bios import says_no_lists
from allybook.domain.spoken import speak
from allybook.services.books.opt_outs import heed
from allybook.services.share.html import SharedPage, as_page
from allybook.services.share.words import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from allybook.domain.book.ally import Ally
    from allybook.ports.books import Book
    from allybook.services.desk import Desk

A_DAY = 500
"""Accounts that may be given out on one UTC day."""
GIVEN = "page.given"
"""The setting that holds the day and the record keys that pages of this day show."""


class Edition(Struct, frozen=True):
    """How a page should be. ``part`` is from 1; each part shows up to 500 accounts.

    ``tags`` says whether the group's own tags are given out as well.
    """

    title: str = ""
    language: str = "en"
    persons: bool = True
    tags: bool = False
    part: int = 1


class PagePlan(Struct, frozen=True):
    """What a page would show, before it is written.

    ``persons`` are how many persons could be on all ``parts`` together; ``shy`` ask in their bio
    for no lists, and ``nameless`` have no known handle: they are left out. ``tags`` are those that
    the group gave to whom the page shows. ``rest`` accounts wait for the next part, from
    ``again_at`` (UTC). ``refusal`` says why the page cannot be written today.
    """

    page: SharedPage
    book_id: str
    part: int
    parts: int
    keys: tuple[str, ...]
    persons: int
    tags: tuple[str, ...]
    shy: int
    nameless: int
    rest: int
    again_at: datetime
    refusal: str = ""

    @property
    def shown(self) -> int:
        """Return how many accounts and hashtags are on the page."""
        return len(self.page.allies)


def plan_page(desk: Desk, book: Book, edition: Edition) -> PagePlan:
    """Return what a page of the approved allies would show; ``BadInput`` for an unknown part."""
    _check_language(edition.language)
    approved = _approved(desk, book)
    shy = _shy(desk, approved)
    open_ones = [ally for ally in approved if ally.key not in shy]
    named = [ally for ally in open_ones if _is_named(ally)]
    accounts = [ally for ally in named if ally.kind is not Kind.HASHTAG]
    chosen = [ally for ally in accounts if edition.persons or ally.kind is not Kind.PERSON]
    chosen.sort(key=_place)
    start = (edition.part - 1) * A_DAY
    shown = chosen[start : start + A_DAY]
    if edition.part < 1 or (edition.part > 1 and not shown):
        raise BadInput(
            speak("There is no part {part} of this page; nothing was written.", part=edition.part)
        )
    hashtags = [ally for ally in named if ally.kind is Kind.HASHTAG and edition.part == 1]
    allies = shown + hashtags
    now = desk.clock.now()
    again_at = datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), time(), UTC)
    page = SharedPage(
        " ".join(edition.title.split()) or title_of(book.info.name, edition.language),
        edition.language,
        day_of(now, desk.clock.zone),
        tuple(ally if edition.tags else replace(ally, tags=()) for ally in allies),
    )
    keys = tuple(ally.key for ally in shown)
    return PagePlan(
        page=page,
        book_id=book.info.book_id,
        part=edition.part,
        parts=max(1, -(-len(chosen) // A_DAY)),
        keys=keys,
        persons=sum(ally.kind is Kind.PERSON for ally in accounts),
        tags=_tags_of(allies),
        shy=len(shy),
        nameless=len(open_ones) - len(named),
        rest=max(0, len(chosen) - start - A_DAY),
        again_at=again_at,
        refusal=_refusal(desk, keys, shown_at_all=bool(allies), again_at=again_at),
    )


def _check_language(language: str) -> None:
    if language not in SPOKEN:
        raise BadInput(
            speak(
                "A page speaks {spoken}, and not “{language}”; nothing was written.",
                spoken=", ".join(SPOKEN),
                language=language,
            )
        )


def write_page(desk: Desk, plan: PagePlan, path: Path) -> PagePlan:
    """Write a page as it was planned, and count whom it shows; ``BadInput`` where it may not be.

    Who is out of the book by now, or asks for no lists, is left out: the page returned is without
    them.
    """
    current = _bring_up_to_date(desk, plan)
    shown_at_all, keys = bool(current.shown), current.keys
    refusal = plan.refusal or _refusal(
        desk, keys, shown_at_all=shown_at_all, again_at=plan.again_at
    )
    if refusal:
        raise BadInput(refusal)
    desk.exporter.write_text(path, as_page(current.page))
    today = _today(desk)

    def give(text: str) -> str:
        """Return whom the pages of today show, with this one."""
        return json.dumps({"day": today, "keys": sorted(_read(text, today) | set(keys))})

    desk.settings.change(GIVEN, give)
    return current


def _bring_up_to_date(desk: Desk, plan: PagePlan) -> PagePlan:
    """Return a plan with those only who may still be shown, whoever let them go in the meantime."""
    book = desk.shelf.open(plan.book_id)
    approved, now = _approved(desk, book), book.aliases()
    willing = {ally.key for ally in approved} - _shy(desk, approved)
    # Who was known by handle only may go on by an id since.
    allies = tuple(one for one in plan.page.allies if now.get(one.key, one.key) in willing)
    keys = tuple(now.get(key, key) for key in plan.keys if now.get(key, key) in willing)
    return replace(plan, page=replace(plan.page, allies=allies), keys=keys)


def title_of(name: str, language: str) -> str:
    """Return a title for a book in a language: its hashtag says most, else its name."""
    tag = next((word for word in name.split() if word.startswith("#") and len(word) > 1), "")
    return SPOKEN[language].title.format(tag) if tag else name


def _refusal(desk: Desk, keys: Sequence[str], *, shown_at_all: bool, again_at: datetime) -> str:
    if not shown_at_all:
        return speak(
            "Nobody is approved for a page yet; approve allies first. Nothing was written."
        )
    given = _given(desk)
    left = A_DAY - len(given)
    if len(set(keys) - given) <= left:
        return ""
    return speak(
        "X lets a person give {most} accounts a day to others, and pages of today show {n} "
        "already; this one can be written from {moment:%Y-%m-%d %H:%M} UTC. Nothing was written.",
        most=A_DAY,
        n=len(given),
        moment=again_at,
    )


def _given(desk: Desk) -> set[str]:
    """Return whom pages of this UTC day show already."""
    return _read(desk.settings.read(GIVEN), _today(desk))


def _read(text: str, today: str) -> set[str]:
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return set()
    same_day = isinstance(kept, dict) and kept.get("day") == today
    return {str(key) for key in kept.get("keys", ())} if same_day else set()


def _today(desk: Desk) -> str:
    return desk.clock.now().astimezone(UTC).date().isoformat()


def _approved(desk: Desk, book: Book) -> list[Ally]:
    return [ally for ally in heed(desk, book.allies()) if ally.status is Status.APPROVED]


def _tags_of(allies: Iterable[Ally]) -> tuple[str, ...]:
    """Return the group's tags of these allies, each once in whatever case it came first."""
    once: dict[str, str] = {}
    for ally in allies:
        for tag in ally.tags:
            once.setdefault(tag.casefold(), tag)
    return tuple(once[tag] for tag in sorted(once))


def _shy(desk: Desk, allies: Sequence[Ally]) -> frozenset[str]:
    """Return the keys of those whose bio, as far as it is known, asks for no lists."""
    known = desk.cache.accounts([ally.user_id for ally in allies if ally.user_id])
    return frozenset(
        ally.key
        for ally in allies
        if (account := known.get(ally.user_id or "")) and says_no_lists(account.bio)
    )


def _is_named(ally: Ally) -> bool:
    """Return whether an ally can be shown: by a handle or a tag such as X has."""
    if ally.kind is Kind.HASHTAG:
        return is_tag(ally.handle)
    return HANDLE.fullmatch(ally.handle) is not None


def _place(ally: Ally) -> tuple[bool, str, str]:
    return not ally.category, ally.category.casefold(), ally.handle.casefold()
