"""What the report of a check says: counts, method and dates in words, and every account."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.acts.intents import profile_address
from allybook.domain.check.followback import UNDATED, Answer
from allybook.domain.check.ties import count_ties
from allybook.domain.filters.times import day_of, zone_of
from allybook.services.check.report import AnswerCount, Report
from allybook.ui.models.findings import known_text
from allybook.ui.models.signs import answer_sign, tie_words
from allybook.ui.tabs.followback.rows import Sieve, source_words
from allybook.ui.tabs.followback.sentences import HIDDEN
from allybook.ui.tabs.followback.sifter import TRAITS, trait_pill
from allybook.ui.wording import began, count, day_in_full, quoted, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime, tzinfo

    from allybook.domain.check.followback import Finding
    from allybook.domain.check.manners import Manners
    from allybook.ui.models.findings import FindingRow

COLUMNS = (
    *("user_id", "handle", "name", "class", "flags", "since", "tags"),
    *("source", "as_of", "complete"),
)
"""The columns of the table as CSV: those of the command line, and what the tab knows beside."""


class Listed(Struct, frozen=True):
    """The rows of the table, in its order, as a ``sieve`` leaves them."""

    rows: Sequence[FindingRow]
    sieve: Sieve = Sieve()


def make_report(
    whom: str,
    listed: Listed,
    findings: Mapping[str, Finding],
    manners: Manners,
    now: datetime,
) -> Report:
    """Return the report of a place; ``now`` is in the person's zone.

    ``findings`` are all of the place, as ``whom`` is: the sums are of them. Some of them may be
    ``listed`` only.
    """
    rows, shown = listed.rows, tuple(findings.values())
    told = [findings[row.key] for row in rows]
    counts = Counter(one.answer for one in shown)
    title = translate("followback", "Follow-back check of %1")
    return Report(
        title.replace("%1", day_in_full(now.date())),
        translate("wording", "en_US", "the locale that these words belong to").partition("_")[0],
        whom,
        tuple(_counts(counts)),
        _summary(shown),
        translate("followback", "How this was found out"),
        tuple(_method(shown, manners, now)),
        _heading(listed, len(shown)),
        (
            translate("findings", "Account"),
            translate("findings", "Answer"),
            translate("findings", "Flags"),
            translate("findings", "Since"),
            translate("followback", "Book tags"),
            translate("findings", "Known from"),
        ),
        tuple(_cells(row, now) for row in rows),
        tuple(profile_address(one.user_id, one.handle) for one in told),
    )


def _heading(listed: Listed, number: int) -> str:
    """Return what stands above the accounts; of some only, how many and by what they were chosen.

    ``number`` are all.
    """
    sieve = listed.sieve
    if sieve == Sieve():
        return translate("followback", "Accounts")
    either = translate("followback", " or ", "between two flags")
    parts = (
        answer_sign(sieve.answer).words if sieve.answer else "",
        either.join(trait_pill(trait).words for trait in TRAITS if trait in sieve.flags),
        quoted(words) if (words := sieve.words.strip()) else "",
    )
    words = translate("followback", "%1 of %2 accounts: %3", "shown, all, and chosen by what")
    words = words.replace("%1", count(len(listed.rows))).replace("%2", count(number))
    return words.replace("%3", ", ".join(part for part in parts if part))


def table_rows(
    rows: Sequence[FindingRow], findings: Mapping[str, Finding], zone: tzinfo
) -> list[dict[str, object]]:
    """Return what the table shows as rows for other programs: days of a zone, and times in UTC."""
    return [
        {
            "user_id": findings[row.key].user_id,
            "handle": row.handle,
            "name": row.name,
            "class": row.answer.value,
            "flags": " ".join(sorted(flag.value for flag in findings[row.key].flags)),
            "since": day_of(row.since, zone).isoformat() if row.since else "",
            "tags": ", ".join(row.tags),
            "source": findings[row.key].source,
            "as_of": _told_at(findings[row.key]),
            "complete": findings[row.key].complete,
        }
        for row in rows
    ]


def _cells(row: FindingRow, now: datetime) -> tuple[str, ...]:
    handle = f" @{row.handle}" if row.handle and row.handle != row.name else ""
    return (
        f"{row.name}{handle}",
        answer_sign(row.answer).words,
        ", ".join(pill.words for pill in row.flags),
        began(row.since, now) if row.since else "",
        ", ".join(row.tags),
        known_text(row, now),
    )


def _counts(counts: Mapping[Answer, int]) -> Iterator[AnswerCount]:
    meanings = {
        Answer.MUTUAL: translate("followback", "You follow each other."),
        Answer.FAN: translate("followback", "They follow you, you do not follow them."),
        Answer.IDOL: translate("followback", "You follow them, they do not follow you."),
        Answer.STRANGER: translate("followback", "Neither of you follows the other."),
        Answer.UNKNOWN: translate("followback", "Nobody can tell yet, which is not a no."),
    }
    for answer, meaning in meanings.items():
        yield AnswerCount(answer_sign(answer).words, counts.get(answer, 0), meaning)


def _summary(shown: Sequence[Finding]) -> str:
    ties = count_ties(shown)
    words = translate("followback", "Of %1 accounts we follow %2, and %3 follow us; %4 do both.")
    if len(shown) == 1:
        words = translate("followback", "Of 1 account we follow %2, and %3 follow us; %4 do both.")
    told = (ties.following, ties.followed_by, ties.both)
    for place, number in enumerate((count(len(shown)), *map(tie_words, told)), 1):
        words = words.replace(f"%{place}", number)
    return words


def _told_at(finding: Finding) -> str:
    undated = finding.as_of == UNDATED
    return "" if undated else finding.as_of.isoformat(timespec="seconds")


def _method(shown: Sequence[Finding], manners: Manners, now: datetime) -> Iterator[str]:
    dated = Counter((one.source, day_of(one.as_of, zone_of(now))) for one in shown if one.source)
    for (source, day), number in sorted(dated.items(), key=lambda item: item[0][1], reverse=True):
        words = translate("followback", "%1 answers come from %2 of %3.")
        if number == 1:
            words = translate("followback", "1 answer comes from %2 of %3.")
        words = words.replace("%1", count(number)).replace("%2", source_words(source))
        unknown = day == day_of(UNDATED, zone_of(now))
        no_date = translate("followback", "no known date")
        yield words.replace("%3", no_date if unknown else day_in_full(day))
    still_open = sum(1 for one in shown if not one.complete and not one.flags & HIDDEN)
    if still_open:
        words = translate("followback", "%1 answers rest on a reading that was cut short.")
        if still_open == 1:
            words = translate("followback", "1 answer rests on a reading that was cut short.")
        yield words.replace("%1", count(still_open))
    yield translate(
        "followback",
        "Who is missing from an incomplete reading is unknown, never a no. X shows nothing of "
        "accounts that are suspended or gone, and little of private ones.",
    )
    words = translate(
        "followback",
        "Quiet means that no post of the last %1 days is known; many people only read. New follows "
        "have %2 days before they are looked at.",
    )
    yield words.replace("%1", count(manners.quiet)).replace("%2", count(manners.grace))
