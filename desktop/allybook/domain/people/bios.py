"""What a bio says of its account: keep me off lists; we are an organisation.

Both are guesses from words, shown to a person who decides. They err to the side of care: rather
warn of a bio that meant something else, and rather take an organisation for a person.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from allybook.domain.expressions import expression
from allybook.domain.people.no_lists import NO_LISTS, STEMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.domain.people.accounts import Account


class Clue(NamedTuple):
    """A pattern, and pieces of words of which every text that it finds something in has one.

    Most bios have none of them: a pattern takes longer to make than all its bios to be read.
    """

    stems: tuple[str, ...]
    pattern: str


# fmt: off
ORGANISATION_WORDS = frozenset({
    "academy", "action", "advice", "agency", "aid", "alliance", "assembly", "association",
    "board", "bureau", "cafe", "café", "campaign", "carers", "center", "centre", "charities",
    "charity", "chat", "circle", "clinic", "club", "coalition", "collective", "college",
    "commission", "committee", "community", "congregation", "consortium", "coop", "cooperative",
    "council", "county", "crisis", "department", "desk", "elders", "families", "federation",
    "foodbank", "forum", "foundation", "fridge", "friends", "fund", "guild", "helpdesk",
    "helpline", "hospice", "hospital", "hotline", "hub", "initiative", "institute",
    "institution", "journal", "kitchen", "laundry", "library", "line", "magazine", "ministry",
    "mission", "mosque", "mothers", "museum", "neighbors", "neighbours", "network", "news",
    "ngo", "nonprofit", "nonprofits", "nurses", "office", "org", "organisation", "organization",
    "outreach", "pantry", "parents", "partnership", "peers", "program", "programme", "project",
    "refuge", "refugees", "residents", "room", "rooms", "school", "service", "services",
    "shelter", "shelters", "skills", "society", "students", "support", "survivors", "synagogue",
    "taskforce", "tenants", "trust", "union", "university", "veterans", "volunteers", "workers",
    "youth",
})
# fmt: on
"""Words in a *name* that hardly any person bears."""
LEGAL_FORMS = (
    Clue(
        ("inc", "llc", "ltd", "plc", "cic", "ngo", "npo", "v.", "gmbh", "sb", "s.b", "501", "char"),
        r"\b(?:inc|llc|ltd|plc|cic|ngo|npo)\b|\be\. ?v\.|\bg?gmbh\b|\ba\.?s\.?b\.?l\b"
        r"|\b501 ?\(?c\)? ?\(?3\)?|\bregistered charity\b|\bcharity (?:no|number|reg)",
    ),
)
SPEAKS_AS_GROUP = (
    Clue(("we", "our", "us"), r"\b(?:we|we're|we've|our|ours|us)\b"),
    Clue(
        ("twitter", " x", "account", "page", "feed"),
        r"\b(?:official|the) (?:twitter|x|account|page|feed)\b",
    ),
    Clue(
        ("profit", "charity", "ngo", "coalition", "network", "organi"),
        r"\b(?:a|an) (?:\w+[ -]){0,4}"
        r"(?:non-?profit|charity|ngo|coalition|network|organi[sz]ation)\b",
    ),
    Clue(
        ("founded", "established", "serving", "since"),
        r"\b(?:founded|established|serving|since) (?:\w+ ){0,3}(?:in )?(?:18|19|20)\d\d\b",
    ),
    Clue(
        ("society", "association", "union", "network", "branch", "chapter", "committee", "team"),
        r"\bthe (?:\w+ ){0,2}"
        r"(?:society|association|union|network|branch|chapter|committee|team)\b",
    ),
    Clue(
        (" by", "run", "led"),
        r"\b(?:run|led|staffed|founded) by\b"
        r"|\b(?:volunteer|peer|member|survivor)[- ](?:run|led)\b",
    ),
    Clue(
        ("members", "parents", "carers", "nurses", "people", "families", "neighb", "ers "),
        r"^(?:\w+ )?"
        r"(?:volunteers|members|parents|carers|nurses|people|families|neighbou?rs|workers)"
        r" (?:who|from|\w+ing|with|in|at)\b",
    ),
    Clue(
        ("open", "drop-in", "walk-ins"),
        r"\bopen (?:every|daily|day|all|\w+day|from|\d)|\bdrop-in\b|\bwalk-ins\b",
    ),
    Clue(
        ("24/7", "free", "not monitored", "helpline", "hotline"),
        r"\b(?:24/7|toll[- ]free|not monitored|helpline|hotline)\b",
    ),
)
"""Ways in which a bio speaks for several people."""
SPEAKS_AS_PERSON = (
    Clue(("/", "|"), r"\b(?:she|he|they|ze|xe)\b ?[/|] ?(?:her|him|they|them|she|he|hir)"),
    Clue(
        ("pronouns", "sie/", "er/", "elle/", "ella", "él"),
        r"\b(?:pronouns|sie/ihr|er/ihm|elle/la|ella|él)\b",
    ),
    Clue(
        (" of", " to", " and", " &", " ,"),
        r"\b(?:mum|mom|mother|dad|father|parent|mama|papa|wife|husband|spouse|auntie|uncle|grandma"
        r"|grandpa|sister|brother) (?:of|to|and|&|,)",
    ),
    Clue(
        (" my", " mine", " own", " personal"),
        r"\b(?:views|opinions|tweets|posts|thoughts|rants|musings)(?: \w+){0,2}"
        r" (?:my|mine|own|personal)\b",
    ),
    Clue(("i", "m"), r"\b(?:i|i'm|i've|i am|my|me|myself)\b"),
    Clue(
        ("mine", "own views", "personal account"),
        r"\b(?:mine alone|own views|personal account|all views mine)\b",
    ),
    Clue(
        (
            "sw",
            "ph",
            "rn",
            "r.n",
            "psyd",
            "candidate",
            "student",
            "alum",
            "retired",
            "professor",
            "lecturer",
            "survivor",
            "enthusiast",
            "lover",
            "addict",
            "nerd",
            "geek",
            "er",
        ),
        r"\b(?:bsw|msw|lcsw|lmsw|lsw|phd|ph\.d|dsw|r\.?n|psyd|mph|candidate|student"
        r"|alum|alumna|alumnus"
        r"|retired|professor|lecturer|survivor|enthusiast|lover|addict|nerd|geek|runner|knitter)\b",
    ),
    Clue(
        ("er", "or", "nurse", "therapist", "advocate", "activist", "journalist"),
        r"^(?:\w+[ -]){0,3}"
        r"(?:social worker|director|manager|worker|nurse|teacher|organiser|organizer"
        r"|therapist|counsellor|counselor|advocate|activist|writer|author|journalist|reporter)\b",
    ),
)
"""Ways in which a bio speaks for one person."""
PERSONAL_NAME = (
    Clue(
        ("dr", "prof", "mr", "ms", "mx", "rev", "sister", "father", ","),
        r"^(?:dr|prof|professor|mr|mrs|ms|mx|rev|sister|father)\b|, ?(?:[lbmc]{0,2}sw|phd|rn)\b",
    ),
)
LONG_WORD = 7
"""Long enough to end a handle written in one piece (@saferoofnetwork) and hardly a surname."""
_LONG_WORDS = tuple(word for word in ORGANISATION_WORDS if len(word) >= LONG_WORD)
_CAMEL = expression(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def says_no_lists(bio: str, phrases: Iterable[str] = NO_LISTS) -> bool:
    """Return whether a bio asks not to be put on lists; ``phrases`` are patterns."""
    if not bio:
        return False
    text = _plain(bio)
    return any(stem in text for stem in STEMS) and _any_phrase(phrases, text)


def looks_like_organisation(account: Account) -> bool:
    """Return whether an account seems to be an organisation; in doubt it is a person."""
    plain_name, plain_bio = _plain(account.name), _plain(account.bio)
    if _any(PERSONAL_NAME, plain_name):
        return False
    # What ``guess_organisation`` says, asking no more of the patterns than this needs.
    if _named_as_organisation(account.handle, plain_name):
        return not _any(SPEAKS_AS_PERSON, plain_bio) or _any(SPEAKS_AS_GROUP, plain_bio)
    return _any(SPEAKS_AS_GROUP, plain_bio) and not _any(SPEAKS_AS_PERSON, plain_bio)


def guess_organisation(handle: str, name: str = "", bio: str = "") -> bool | None:
    """Return whether words suggest an organisation (True) or a person (False), or None."""
    plain_name, plain_bio = _plain(name), _plain(bio)
    if _any(PERSONAL_NAME, plain_name):
        return False
    named = _named_as_organisation(handle, plain_name)
    personal = _any(SPEAKS_AS_PERSON, plain_bio)
    grouped = _any(SPEAKS_AS_GROUP, plain_bio)
    if named:
        # "Social work student, Hill University" may bear the name of a school in a handle.
        return None if personal and not grouped else True
    if personal:
        return False
    return True if grouped else None


def _named_as_organisation(handle: str, plain_name: str) -> bool:
    parts = [part.lower() for part in _CAMEL.findall(handle)]
    words = {*parts, *re.findall(r"\w+", plain_name)}
    paired = {first + second for first, second in pairwise(parts)}
    glued = any(word.endswith(_LONG_WORDS) for word in words)
    told = glued or not ORGANISATION_WORDS.isdisjoint(words | paired)
    return told or _any(LEGAL_FORMS, plain_name)


def _any(clues: Iterable[Clue], text: str) -> bool:
    return any(
        any(stem in text for stem in clue.stems) and re.search(clue.pattern, text) for clue in clues
    )


def _any_phrase(patterns: Iterable[str], text: str) -> bool:
    return any(re.search(pattern, text) for pattern in patterns)


def _plain(text: str) -> str:
    """Return text in lower case, with plain apostrophes and single spaces."""
    straight = unicodedata.normalize("NFKC", text).replace("\u2019", "'").casefold()
    return " ".join(straight.split())
