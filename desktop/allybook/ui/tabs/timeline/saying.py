"""Says parts of filters in the words of their chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.filters.chips import chips
from allybook.domain.filters.sentence import sentence
from allybook.domain.filters.tree import Not, Or
from allybook.ui.wording import (
    count,
    dollars,
    in_words,
    month_and_day,
    month_day_year,
    posts,
    share,
    translate,
)

if TYPE_CHECKING:
    from datetime import date

    from allybook.domain.filters.tree import Node
    from allybook.services.reading.saving import Saving
    from allybook.ui.tabs.timeline.wish import Wish

DAY = expression(r"(\D*)(\d+)(\D*)")
MANY = 3
"""So many conditions and more are counted where their sentence has no room."""
MOST = 44
"""So many characters of a part of a filter are shown."""


def say_short(node: Node) -> str:
    """Return what a chip says of a part of a filter; of many that it leaves out, the first."""
    told = say_chips(node)
    if len(told) <= MOST or not (isinstance(node, Not) and isinstance(node.part, Or)):
        return cut_short(told)
    first, *others = node.part.parts
    words = translate("timeline", "%1 nor %n others", "", len(others))
    short = words.replace("%1", say_chips(Not(first)))
    if len(short) <= MOST:
        return short
    return translate("timeline", "none of these %n", "", len(others) + 1)


def say_chips(node: Node) -> str:
    """Return what all chips of a filter say, one after the other."""
    return ", ".join(in_words(chip.words) for chip in chips(node))


def say_filter(node: Node) -> str:
    """Return what a filter keeps, as a sentence without its full stop."""
    return in_words(sentence(node))


def say_title(node: Node) -> str:
    """Return what a filter keeps, to stand as the title of a page."""
    return begin_large(say_filter(node))


def title_of(wish: Wish) -> str:
    """Return what is shown, to stand as the title of a page that is no place."""
    if not wish.quiet_only:
        return say_title(wish.chosen)
    words = translate("TimelineTab", "Quiet folder: %1")
    return words.replace("%1", say_filter(wish.chosen))


def say_briefly(wish: Wish, title: str) -> str:
    """Return what stands for a title that is a long filter's sentence; nothing for other titles."""
    number = len(chips(wish.chosen))
    if number < MANY or title != title_of(wish):
        return ""
    if not wish.quiet_only:
        return translate("timeline", "Posts with %n conditions", "", number)
    words = translate("timeline", "%n conditions", "", number)
    return translate("TimelineTab", "Quiet folder: %1").replace("%1", words)


def say_counts(wish: Wish, shown: int, kept: int, quiet: int) -> str:
    """Return how many posts are shown, or are kept and how many of them wait elsewhere."""
    if wish.is_aside:
        words = translate("TimelineTab", "%1, each with its reason")
        return words.replace("%1", posts(shown))
    if not quiet:
        return translate("TimelineTab", "%1 kept").replace("%1", posts(kept))
    words = translate("TimelineTab", "%1 kept, %2 waiting in the quiet folder")
    return words.replace("%1", posts(kept)).replace("%2", count(quiet))


def say_days(days: tuple[date, date] | None, today: date) -> str:
    """Return a stretch of days, from the first to the last, with years that are not this one."""
    if days is None:
        return ""
    this_year = {day.year for day in days} == {today.year}
    first, last = map(month_and_day if this_year else month_day_year, days)
    if this_year and days[0].month == days[1].month:
        first, last = _same_month(first, last)
    words = translate("histogram", "%1 to %2").replace("%1", first).replace("%2", last)
    return words if days[0] != days[1] else month_and_day(days[0]) if this_year else last


def _same_month(first: str, last: str) -> tuple[str, str]:
    """Return two days of a month with its name once: ``Mar 4``, ``31``; ``4.``, ``31. März``."""
    parts = [DAY.fullmatch(day) for day in (first, last)]
    if not (parts[0] and parts[1]):
        return first, last
    if parts[0][1]:
        return first, f"{parts[1][2]}{parts[1][3]}"
    return f"{parts[0][2]}{parts[0][3].partition(' ')[0]}", last


def say_saving(saving: Saving) -> str:
    """Return what X leaves out, and what that saves."""
    text = translate("timeline", "X leaves out about %1: %2 instead of %3.")
    told = text.replace("%1", share(saving.percent, 100))
    return told.replace("%2", dollars(saving.dollars)).replace("%3", dollars(saving.instead_of))


def begin_large(words: str) -> str:
    """Return words that begin a line."""
    return words[:1].upper() + words[1:]


def cut_short(words: str, most: int = MOST) -> str:
    """Return words that fit on a chip."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
