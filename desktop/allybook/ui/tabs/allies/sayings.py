"""Who named an ally, where, and in whose words: from the posts that the evidence points to."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.book.entry import Kind
from allybook.domain.book.evidence import came_from_list, namings, went_from_list
from allybook.domain.chat.naming import find_names
from allybook.domain.chat.praise import find_praise, stands_alone
from allybook.domain.chat.sharing import Setting, find_shared
from allybook.domain.expressions import expression
from allybook.domain.filters.times import day_of
from allybook.domain.hashtags import TAG
from allybook.ui.models.nominations import NominationRow
from allybook.ui.tabs.allies.remarks import pills_of
from allybook.ui.tabs.allies.rows import handle_of, name_of
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime, tzinfo

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.reasons import ToldConcern
    from allybook.domain.people.accounts import Account, Face
    from allybook.domain.posts import Post

# As much of a sentence as stands before a name that no recommending word introduces.
BEFORE = 32
# Of a nomination it is known already that it was shared.
SHARED = Setting(frozenset(), frozenset(), asked=True, asked_tags=True)
_LABEL = re.compile(r"\A\W*(?:re\W*)?(?:[aq]\W?\d{1,2}a?)\b[\s.:)-]*", re.IGNORECASE)
_TAIL = expression(rf"(?:\s*#{TAG})+\s*\Z")


class Room(Struct, frozen=True):
    """What is known around the evidence: its posts, and the question that each answers, by id.

    By record key: what is ``told`` about a nomination, and until when it is ``put_off``.
    """

    posts: Mapping[str, Post] = field(default_factory=dict)
    questions: Mapping[str, int] = field(default_factory=dict)
    told: Mapping[str, tuple[ToldConcern, ...]] = field(default_factory=dict)
    put_off: Mapping[str, datetime] = field(default_factory=dict)


class ChatDay(Struct, frozen=True):
    """From which chat, on which day where the person is; the tag as most wrote it, without #."""

    tag: str
    day: date


class _Quote(Struct, frozen=True):
    words: str
    stressed: str = ""


def with_quote(
    row: NominationRow, ally: Ally, account: Account | Face | None, room: Room
) -> NominationRow:
    """Return a row with the words of a post that names the ally: dear for thousands of them."""
    quote = _best(ally, account, _posts_of(ally, room))
    return replace(row, quote=quote.words, stressed=quote.stressed)


def plain_row(ally: Ally, account: Account | Face | None, room: Room) -> NominationRow:
    """Return a nominated ally as it is ranked, without a quote."""
    named = namings(ally.evidence)
    post_ids = list(dict.fromkeys(post_id for post_id, _ in named))
    people = {user_id for _, user_id in named if user_id}
    return NominationRow(
        key=ally.key,
        name=name_of(ally, account),
        handle=handle_of(ally, account),
        kind=ally.kind,
        people=len(people),
        posts=len(post_ids),
        said_in=said_in(room.questions[i] for i in post_ids if i in room.questions),
        flags=pills_of(room.told.get(ally.key, ()), put_off=ally.key in room.put_off),
        cause=_cause(ally),
        put_off=ally.key in room.put_off,
        heard=sum(one in room.posts for one in post_ids),
    )


def _posts_of(ally: Ally, room: Room) -> Sequence[Post]:
    ids = dict.fromkeys(post_id for post_id, _ in namings(ally.evidence))
    return [room.posts[one] for one in ids if one in room.posts]


def _cause(ally: Ally) -> str:
    """Return what the X List asks about a nomination, or nothing."""
    if went_from_list(ally.evidence):
        return translate("allies", "No longer on the X List: put it back, or leave it off?")
    if came_from_list(ally.evidence):
        return translate("allies", "On the X List, not added from here: keep it, or take it off?")
    return ""


def strongest_first(rows: Iterable[NominationRow]) -> tuple[NominationRow, ...]:
    """Return those that most people named first, by name among equals; who was put off, last.

    What the X List asks comes before all: it is about allies, and about who is on it now.
    """

    def rank(row: NominationRow) -> tuple[object, ...]:
        """Return where a row stands among the others."""
        return row.put_off, not row.cause, -row.people, -row.posts, row.name.casefold()

    return tuple(sorted(rows, key=rank))


def said_in(questions: Iterable[int]) -> str:
    """Return in answers to which questions: ``A3``, ``A3 and A4``, ``A1, A3 and A4``."""
    labels = [f"A{number}" for number in sorted(set(questions))]
    if len(labels) <= 1:
        return "".join(labels)
    text = translate("allies", "%1 and %2", "a list of answers")
    return text.replace("%2", labels[-1]).replace("%1", ", ".join(labels[:-1]))


def origins(posts: Iterable[Post], chats: Iterable[str], zone: tzinfo) -> tuple[ChatDay, ...]:
    """Return the chats that posts belong to, the one with most posts first.

    ``chats`` are the hashtags of the chats that were captured, lower-cased; ``zone`` is the
    person's, since a chat late in the evening is not one of the next day.
    """
    known = frozenset(chats)
    counted: Counter[tuple[str, date]] = Counter()
    written: dict[str, Counter[str]] = {}
    for post in posts:
        for tag in post.hashtags:
            folded = tag.lower()
            if folded in known:
                counted[folded, day_of(post.created_at, zone)] += 1
                written.setdefault(folded, Counter())[tag] += 1
    return tuple(
        ChatDay(written[folded].most_common(1)[0][0], day)
        for (folded, day), _ in counted.most_common()
    )


def _best(ally: Ally, account: Account | Face | None, posts: Sequence[Post]) -> _Quote:
    """Return the words of the first post that recommends it; else of the first that names it."""
    quotes = [quote for post in posts if (quote := _quote(ally, account, post))]
    return next((quote for quote in quotes if quote.stressed), quotes[0] if quotes else _Quote(""))


def _quote(ally: Ally, account: Account | Face | None, post: Post) -> _Quote | None:
    """Return the sentence of a post that shares an ally; else of all that name it, the first."""
    is_tag = ally.kind is Kind.HASHTAG
    names = _names(ally, account, post)
    shared = ((one.is_tag, one.name, one.phrase) for one in find_shared(post, SHARED))
    named = ((one.is_tag, one.name, one.phrase) for one in find_names(post))
    for tagged, name, said in chain(shared, named):
        if tagged == is_tag and name.lower() in names:
            phrase = _tidy(said, keep=name)
            place = phrase.lower().find(f"{'#' if is_tag else '@'}{name.lower()}")
            return _stress(phrase, max(0, place))
    return None


def _names(ally: Ally, account: Account | Face | None, post: Post) -> frozenset[str]:
    """Return the handles that mean this ally in a post, also one that it no longer has."""
    known = {ally.handle, handle_of(ally, account)}
    known |= {one.handle for one in post.mentions if one.user_id and one.user_id == ally.user_id}
    return frozenset(name.lower() for name in known if name)


def _stress(phrase: str, place: int) -> _Quote:
    """Return a sentence from its recommending words on; one word alone needs some before it.

    It is whole where what would be left out turns them round.
    """
    said = [one for one in find_praise(phrase, place) if not one.words.endswith(":")]
    quote = _shorten(phrase, place)
    if not said:
        return _Quote(quote)
    start, stressed = said[-1].start, said[-1].words
    if " " in stressed:
        return _Quote(phrase[start:], stressed) if stands_alone(phrase, start) else _Quote(quote)
    return _Quote(quote, stressed if stressed in quote else "")


def _tidy(phrase: str, keep: str) -> str:
    """Return a sentence without its answer's label, its last mark and the post's last hashtags."""
    bare = _TAIL.sub("", phrase)
    text = bare if keep.lower() in bare.lower() else phrase
    return _LABEL.sub("", text).strip(" .!?;:,").rstrip(" ([")


def _shorten(phrase: str, place: int) -> str:
    """Return a sentence from not too far before the name on, but with all that turns it round."""
    if place <= BEFORE:
        return phrase
    start = phrase.find(" ", place - BEFORE)
    if 0 <= start < place and stands_alone(phrase, start):
        return f"… {phrase[start + 1 :]}"
    return phrase
