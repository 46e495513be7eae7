"""Numbers, sums and times as people say them; pure, in the language of the window.

Every function that speaks of time takes ``now`` with its zone: what comes back is in that zone.
The language brings its own ``QLocale`` and its own patterns, as words to translate.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from allybook.domain.filters.times import day_of, local, zone_of
from allybook.domain.money.dollars import CENT, MILL, in_figures
from allybook.domain.spoken import Spoken
from allybook.ui.unbroken import unbroken

# lupdate knows this name, and finds the words below by it.
translate = QCoreApplication.translate

CORE = "core"
"""Where the catalogues have what the core says."""

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
# Up to here a post is "n h" old even when that was yesterday.
SMALL_HOURS = timedelta(hours=6)
# Up to here a day is said with its date; before that the month or the year will do.
RECENT = timedelta(days=60)
SHORT_WEEK = 6
MONTHS = {"%B": QLocale.FormatType.LongFormat, "%b": QLocale.FormatType.ShortFormat}
"""How a pattern wants the name of a month."""
THOUSAND = 1_000
HIGHEST = 2**31 - 1
MILLION = 1_000_000


def count(number: int) -> str:
    """Return a whole number with its thousands apart: ``1,284``."""
    return locale().toString(number)


def short_count(number: int) -> str:
    """Return a count for a narrow column, never more than there is: ``212``, ``1.2k``, ``3M``."""
    if number < THOUSAND:
        return str(number)
    if number < MILLION:
        return translate("wording", "%1k", "thousands").replace("%1", _thousands(number))
    return translate("wording", "%1M", "millions").replace("%1", str(number // MILLION))


def signed(number: int) -> str:
    """Return points with their sign: ``+30``; below 0 with a true minus."""
    return f"+{count(number)}" if number >= 0 else f"\u2212{count(-number)}"


def share(part: int, whole: int) -> str:
    """Return a part of a whole in per cent: ``46 %``; of nothing it is ``0 %``."""
    percent = round(100 * part / whole) if whole else 0
    return translate("wording", "%1 %", "share").replace("%1", count(percent))


def dollars(amount: Decimal) -> str:
    """Return a sum: ``$0.24``; with a third figure where that is not 0: ``$0.005``, ``$1.004``."""
    exact = in_figures(amount)
    if amount and not exact:
        return translate("wording", "under $0.001")
    return _money(exact, 2 if exact == exact.quantize(CENT) else 3)


def about_dollars(amount: Decimal) -> str:
    """Return an estimate: from a cent on in whole cents, never less than it may cost: ``$0.14``."""
    return dollars(amount.quantize(CENT if amount >= CENT else MILL, ROUND_UP))


def unit_price(amount: Decimal) -> str:
    """Return the price of one thing, always with three figures: ``$0.010``."""
    return _money(amount.quantize(MILL, ROUND_HALF_UP), 3)


def day_is_over() -> str:
    """Return why nothing is read any more for a price that counted on what was paid for today."""
    return translate(
        "wording", "That price held until midnight (UTC). The new one stands on the button."
    )


def people(number: int) -> str:
    """Return ``1 person``, ``3 people``."""
    if number == 1:
        return translate("wording", "1 person")
    return _counted(translate("wording", "%n people", "", number), number)


def nominations(number: int) -> str:
    """Return ``1 nomination``, ``9 nominations``."""
    if number == 1:
        return translate("wording", "1 nomination")
    return _counted(translate("wording", "%n nominations", "", number), number)


def new_posts(number: int) -> str:
    """Return ``1 new post``, ``12 new posts``."""
    if number == 1:
        return translate("wording", "1 new post")
    return _counted(translate("wording", "%n new posts", "", number), number)


def posts(number: int) -> str:
    """Return ``1 post``, ``5 posts``."""
    if number == 1:
        return translate("wording", "1 post")
    return _counted(translate("wording", "%n posts", "", number), number)


def answers(number: int) -> str:
    """Return ``1 answer``, ``31 answers``."""
    if number == 1:
        return translate("wording", "1 answer")
    return _counted(translate("wording", "%n answers", "", number), number)


def nameless(user_id: str) -> str:
    """Return what an account is called while X has not told its name."""
    return translate("wording", "Account %1").replace("%1", user_id)


def called(handle: str, user_id: str) -> str:
    """Return how an account is named that has a handle, or only a number."""
    return f"@{handle}" if handle else nameless(user_id)


def duration(length: timedelta) -> str:
    """Return how long something takes: ``about 12 minutes``, ``about 2 hours``."""
    if length < MINUTE:
        return translate("wording", "under a minute")
    minutes = round(length / MINUTE)
    if minutes == 1:
        return translate("wording", "about a minute")
    if minutes < HOUR / MINUTE * 1.5:
        return translate("wording", "about %n minutes", "", minutes)
    if length > DAY * 1.5:
        return translate("wording", "about %n days", "", round(length / DAY))
    hours = round(length / HOUR)
    if hours == 1:
        return translate("wording", "about an hour")
    return translate("wording", "about %n hours", "", hours)


def ago(moment: datetime, now: datetime) -> str:
    """Return the age of a post: ``12 min``, ``1 h``, ``yesterday``, ``Mar 30``."""
    shown, age = local(moment, zone_of(now)), now - moment
    if age < MINUTE:
        return translate("wording", "now") if age > -MINUTE else dated(shown.date(), now)
    if age < HOUR:
        return translate("wording", "%n min", "", age // MINUTE)
    if age < SMALL_HOURS or shown.date() == now.date():
        return translate("wording", "%n h", "", age // HOUR)
    if now.date() - shown.date() == DAY:
        return translate("wording", "yesterday")
    return dated(shown.date(), now)


def last_seen(moment: datetime, now: datetime) -> str:
    """Return a day as tables say it: ``today``, ``3 days``, ``Mar 12``, then as ``began``."""
    day = day_of(moment, zone_of(now))
    days = (now.date() - day).days
    if days == 0:
        return translate("wording", "today")
    if days == 1:
        return translate("wording", "yesterday")
    if 0 < days <= SHORT_WEEK:
        return translate("wording", "%n days", "", days)
    return began(moment, now)


def began(moment: datetime, now: datetime) -> str:
    """Return since when, the coarser the longer ago: ``Mar 27``, ``Dec 2025``, ``2023``."""
    day = day_of(moment, zone_of(now))
    if abs(now.date() - day) <= RECENT:
        return month_and_day(day)
    if now.year - day.year <= 1:
        return _date(day, translate("wording", "MMM yyyy", "pattern: month and year"))
    return str(day.year)


def month_name(day: date) -> str:
    """Return the month of a day, as it is called by itself: ``March``."""
    return locale().standaloneMonthName(day.month)


def month_and_day(day: date) -> str:
    """Return a day without its year, for an axis or the time to come: ``Mar 30``."""
    return _date(day, translate("wording", "MMM d", "pattern: month and day"))


def dated(day: date, now: datetime) -> str:
    """Return a day that may be long ago: ``Mar 30``, of another year ``Mar 30, 2024``."""
    return month_and_day(day) if day.year == now.year else month_day_year(day)


def month_day_year(day: date) -> str:
    """Return a day with its year: ``Aug 22, 2026``."""
    return _date(day, translate("wording", "MMM d, yyyy", "pattern: day, month and year"))


def day_in_full(day: date) -> str:
    """Return a day as a heading says it: ``21 November 2026``."""
    return _date(day, translate("wording", "d MMMM yyyy", "pattern: day in full"))


def weekday(day: date) -> str:
    """Return a day with its weekday: ``Tue, Mar 31``."""
    return _date(day, translate("wording", "ddd, MMM d", "pattern: weekday, month and day"))


def long_day(day: date) -> str:
    """Return a day as one says it: ``Tuesday, March 31, 2026``."""
    return locale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def clock(moment: datetime, now: datetime) -> str:
    """Return a time of day: ``3:20 PM``."""
    return _time(moment, now, translate("wording", "h:mm AP", "pattern: time of day"))


def short_clock(moment: datetime, now: datetime) -> str:
    """Return a time of day where the half of the day is plain: ``3:20``."""
    # Qt counts to 12 only where the pattern asks for AM or PM; the two letters are dropped again.
    pattern = translate("wording", "h:mm AP", "pattern: time in a chat, AP is left out")
    text = _time(moment, now, pattern)
    own = locale()
    return text.replace(own.amText(), "").replace(own.pmText(), "").strip()


def moment_of(moment: datetime, now: datetime) -> str:
    """Return a moment in a history: ``Mon 4:22 PM`` within a week, else ``Mar 12, 4:22 PM``."""
    shown = local(moment, zone_of(now))
    if timedelta() <= now.date() - shown.date() <= SHORT_WEEK * DAY:
        day = _date(shown.date(), translate("wording", "ddd", "pattern: weekday"))
        return f"{day} {clock(moment, now)}"
    return f"{dated(shown.date(), now)}, {clock(moment, now)}"


def exactly(moment: datetime, now: datetime) -> str:
    """Return the whole truth for a tooltip: ``Tue, Mar 31, 2026, 8:41:07 AM EDT``."""
    shown = local(moment, zone_of(now))
    day = translate("wording", "ddd, MMM d, yyyy", "pattern: weekday and date")
    hour = translate("wording", "h:mm:ss AP", "pattern: time with seconds")
    return f"{_date(shown.date(), day)}, {_time(moment, now, hour)} {shown.tzname() or ''}".strip()


def halves(sentence: str) -> tuple[str, str]:
    """Return what happened, and what is safe or to do: an error's sentence in its two parts."""
    own = unbroken(sentence, locale())
    first = own.partition(". ")[0]
    for mark in (": ",) if ": " in first else (". ", "; "):
        if mark in own:
            return cut(sentence, mark)
    return sentence, ""


def cut(sentence: str, mark: str) -> tuple[str, str]:
    """Return a sentence as two at a mark, or whole; quotations (“a; b”) and days are not cut."""
    at = unbroken(sentence, locale()).find(mark)
    if at < 0:
        return sentence, ""
    rest = sentence[at + len(mark) :]
    return f"{sentence[:at]}.", rest[:1].upper() + rest[1:]


def name_list(name: str) -> str:
    """Return what an X List is called where a book of its name stands too."""
    return translate("timeline", "%1 (X List)").replace("%1", name)


def quoted(text: str) -> str:
    """Return a text in the quotation marks of the language."""
    return translate("wording", "“%1”", "quotation marks").replace("%1", text)


def in_words(words: str) -> str:
    """Return what the core says (``domain/spoken``) in the language of the window.

    Only for the core's own words: what people wrote stands in the parts, and stays as it is.
    """
    if not isinstance(words, Spoken):
        return QCoreApplication.translate(CORE, words)
    number = words.number
    # Qt takes no higher ones; the form hangs on the last digits in every language.
    number = number if number <= HIGHEST else MILLION + number % MILLION
    known = QCoreApplication.translate(CORE, words.key, "", number)
    if known != words.key:
        return known.format_map({name: _part(part) for name, part in words.parts.items()})
    if not any(isinstance(part, Spoken) for part in words.parts.values()):
        return str(words)
    return words.pattern.format_map(
        {
            name: _part(part) if isinstance(part, Spoken) else part
            for name, part in words.parts.items()
        }
    )


def named(name: str) -> str:
    """Return a name as people gave it, with what the core says beside it in the same language."""
    return in_words(name) if isinstance(name, Spoken) else name


def told(error: BaseException) -> str:
    """Return an error's sentence in the language of the window."""
    match error.args:
        case (str() as words, *_):
            return in_words(words)
    return str(error)


class _Number(int):
    """A number that a pattern may want with its thousands apart (``{n:,}``)."""

    def __format__(self, wish: str) -> str:
        return count(self) if wish == "," else str(int(self))


class _Day(date):
    """A day that a pattern may want in figures or with its month (``{day:%B %Y}``)."""

    def __format__(self, wish: str) -> str:
        return _shaped(self, wish) if wish else month_day_year(self)


class _Moment(datetime):
    """A moment that a pattern may want in figures or with its month (``{moment:%d. %B}``)."""

    def __format__(self, wish: str) -> str:
        if wish:
            return _shaped(self, wish)
        return f"{month_day_year(self.date())}, {clock(self, self)}"


def _shaped(day: date, wish: str) -> str:
    """Return a day or moment in the shape of a pattern, its month in the language."""
    for sign, length in MONTHS.items():
        wish = wish.replace(sign, locale().monthName(day.month, length))
    return day.strftime(wish)


def _part(part: object) -> object:
    """Return what fills a place, as the language writes it; words of people stay as they are."""
    match part:
        case Spoken():
            return Spoken(in_words(part))
        case int():
            return _Number(part)
        case Decimal():
            return dollars(part)
        case datetime():
            return _Moment.combine(part.date(), part.timetz())
        case date():
            return _Day.fromordinal(part.toordinal())
    return part


def locale() -> QLocale:
    """Return how the language of the window writes numbers and days, whatever the desktop's is."""
    return QLocale(translate("wording", "en_US", "the locale that these words belong to"))


def _counted(text: str, number: int) -> str:
    """Set the thousands apart in a number that Qt put into a text."""
    return text.replace(str(number), count(number))


def _thousands(number: int) -> str:
    """Return how many thousands, with one figure after the point below ten of them."""
    if number >= 10 * THOUSAND:
        return str(number // THOUSAND)
    tenths = 10 * number // THOUSAND
    return locale().toString(tenths / 10, "f", 1 if tenths % 10 else 0)


def _money(amount: Decimal, figures: int) -> str:
    number = locale().toString(float(abs(amount)), "f", figures)
    text = translate("wording", "$%1", "a sum in US dollars").replace("%1", number)
    return f"\u2212{text}" if amount < 0 else text


def _date(day: date, pattern: str) -> str:
    return locale().toString(QDate(day.year, day.month, day.day), pattern)


def _time(moment: datetime, now: datetime, pattern: str) -> str:
    shown = local(moment, zone_of(now))
    return locale().toString(QTime(shown.hour, shown.minute, shown.second), pattern)
