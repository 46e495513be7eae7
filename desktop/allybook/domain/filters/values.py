"""What may stand after each field, and what it is called when it may not."""

from __future__ import annotations

from datetime import UTC
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from allybook.domain.errors import FilterError
from allybook.domain.filters.languages import LANGUAGES, NO_LANGUAGE, OTHER_CODES
from allybook.domain.filters.terms import MOST_DIGITS, read_id, read_number
from allybook.domain.filters.times import read_moment, read_span
from allybook.domain.filters.tree import HAS_WORDS, IS_WORDS, On
from allybook.domain.filters.unseen import trim
from allybook.domain.filters.words import fold_name, is_whole, term_words
from allybook.domain.hashtags import in_tag
from allybook.domain.people.accounts import HANDLE
from allybook.domain.spoken import speak, speak_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from allybook.domain.spoken import Spoken

LOUDEST = 100

_SHORTEST_GUESS = 0.6
_OTHER_WORDS = {
    "retweet": "repost",
    "retweets": "repost",
    "reposts": "repost",
    "quotes": "quote",
    "replies": "reply",
    "allies": "ally",
    "protected": "private",
    "link": "links",
    "hashtag": "hashtags",
    "mention": "mentions",
    "image": "images",
    "photo": "images",
    "photos": "images",
    "picture": "images",
    "pictures": "images",
    "videos": "video",
}


class TextSpot(NamedTuple):
    """A place in the text of a filter."""

    start: int
    end: int


def read(on: On, value: str, spot: TextSpot) -> str:
    """Return a value in the one form that the tree holds, or raise ``FilterError`` for ``spot``."""
    if not is_whole(value):
        raise FilterError("Half a character cannot be looked for: write it anew.", *spot)
    try:
        return _READERS[on](value, spot)
    except FilterError as error:
        raise _hint(on, value, spot, error) from None


def _hint(on: On, value: str, spot: TextSpot, error: FilterError) -> FilterError:
    """Return an error with what was probably meant, as far as that can be known."""
    from allybook.domain.filters import hints  # noqa: PLC0415 (as in guess)

    several = hints.split(on, value)
    if several and all(_is_read(on, part, spot) for part in several):
        meant = hints.either(on, several)
        words = speak("“{value}” is several at once: write “{meant}”.", value=value, meant=meant)
        return FilterError(words, *spot, meant)
    meant = error.suggestion or hints.find_hint(on, value)
    return FilterError(error.args[0], *spot, meant)


def _is_read(on: On, value: str, spot: TextSpot) -> bool:
    try:
        _READERS[on](value, spot)
    except FilterError:
        return False
    return True


def guess(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or ``""``."""
    from difflib import get_close_matches  # noqa: PLC0415 (few words are wrong)

    return next(iter(get_close_matches(word, list(known), 1, _SHORTEST_GUESS)), "")


def _read_words(value: str, spot: TextSpot) -> str:
    if term_words(value):
        return value
    raise FilterError(
        speak("There is nothing to look for in “{value}”: write a word.", value=value), *spot
    )


def _hashtag_after(sign: str) -> Callable[[str, TextSpot], str]:
    """Return how to read a hashtag that is written after a sign or the word of its field."""

    def read_hashtag(value: str, spot: TextSpot) -> str:
        """Return the hashtag, or say where it ends."""
        tag = value.lstrip("#＃")  # noqa: RUF001 (X takes the wide # too)
        if tag and term_words(tag) and all(map(in_tag, tag)):
            return tag
        words = speak("“#{tag}” is no hashtag: it holds letters, digits and _ only.", tag=tag)
        start = "".join(takewhile(in_tag, tag))
        raise FilterError(words, *spot, f"{sign}{start}" if start else "")

    return read_hashtag


def _read_mention(value: str, spot: TextSpot) -> str:
    """Return a handle that was typed after an @, which is said again where it is none."""
    handle = _without_sign(value)
    return _read_handle(handle if HANDLE.fullmatch(handle) else f"@{handle}", spot)


def _without_sign(value: str) -> str:
    """Return what stands after the @, if there is one, without what nobody sees around it."""
    return trim(trim(value).lstrip("@＠"))  # noqa: RUF001 (X takes the wide @ too)


def _read_handle(value: str, spot: TextSpot) -> str:
    handle = _without_sign(value)
    if HANDLE.fullmatch(handle):
        return handle
    raise FilterError(
        speak("“{value}” is no handle: it holds at most 15 letters, digits and _.", value=value),
        *spot,
    )


def _read_id(value: str, spot: TextSpot) -> str:
    found = read_id(value)
    if found is not None:
        return found
    raise FilterError(
        speak("“{value}” is no id of X: those are numbers, as in from:id:12345.", value=value),
        *spot,
    )


def _read_language(value: str, spot: TextSpot) -> str:
    code = value.lower()
    code = OTHER_CODES.get(code, code)
    if code in LANGUAGES or code in NO_LANGUAGE:
        return code
    raise _refuse_language(value, spot)


def _refuse_language(value: str, spot: TextSpot) -> FilterError:
    """Return the error for a language that X writes otherwise, or that was mistyped."""
    from allybook.domain.filters import tongues  # noqa: PLC0415 (as in guess)

    found, unknown = tongues.find_languages(value)
    if found and not unknown:
        meant = " OR ".join(f"lang:{each}" for each in found)
        meant = meant if len(found) == 1 else f"({meant})"
        words = speak("X writes “{value}” as {meant}.", value=value, meant=meant)
        return FilterError(words, *spot, meant)
    meant = tongues.find_slip(value)
    if meant:
        return FilterError(
            _doubt("lang", value, _did_you_mean("lang", meant)), *spot, f"lang:{meant}"
        )
    words = speak("X knows no language “{value}”: write a code, as in lang:en.", value=value)
    return FilterError(words, *spot)


def one_of(
    field: str, known: frozenset[str], others: Mapping[str, str] = _OTHER_WORDS
) -> Callable[[str, TextSpot], str]:
    """Return how to read a field that takes a few words; ``others`` are names that people try."""
    names = {other: usual for other, usual in others.items() if usual in known}

    def read_word(value: str, spot: TextSpot) -> str:
        """Return the word that is meant, or say which one could be."""
        word = value.lower()
        word = names.get(word, word)
        if word in known:
            return word
        close = guess(word, known | names.keys())
        meant = names.get(close, close)
        advice = _did_you_mean(field, meant) if meant else speak("use {known}.", known=_list(known))
        raise FilterError(_doubt(field, value, advice), *spot, f"{field}:{meant}" if meant else "")

    return read_word


def _did_you_mean(field: str, meant: str) -> Spoken:
    return speak("did you mean {field}:{meant}?", field=field, meant=meant)


def _doubt(field: str, value: str, advice: Spoken) -> Spoken:
    """Return the sentence for a value that a field does not know."""
    return speak(
        "{field}: does not know “{value}”; {advice}", field=field, value=value, advice=advice
    )


def _list(words: Iterable[str]) -> Spoken:
    *most, last = sorted(words)
    return speak_list([*filter(None, [", ".join(most)]), last], speak(" or "))


def _read_count(value: str, spot: TextSpot) -> str:
    number = read_number(value)
    if number is not None:
        return str(number)
    if value.isascii() and value.isdigit():
        raise FilterError(
            speak(
                "“{value}” is larger than any count: write at most {most} digits.",
                value=value,
                most=MOST_DIGITS,
            ),
            *spot,
        )
    raise FilterError(
        speak("“{value}” is no whole number: write digits only, as in 5.", value=value), *spot
    )


def _read_noise(value: str, spot: TextSpot) -> str:
    number = read_number(value)
    if number is not None and number <= LOUDEST:
        return str(number)
    raise FilterError(
        speak("Noise goes from 0 to 100, and “{value}” is not in it.", value=value), *spot
    )


def _read_date(value: str, spot: TextSpot) -> str:
    if read_moment(value, UTC) is not None:
        return value
    raise FilterError(speak("“{value}” is no date: write it as 2026-03-01.", value=value), *spot)


def _span_of(on: On) -> Callable[[str, TextSpot], str]:
    """Return how to read the length of time of a field."""

    def read_time_ago(value: str, spot: TextSpot) -> str:
        """Return the length; a capital M is mostly meant for months, which are told in days."""
        span = value.lower()
        length = read_span(span)
        if length is None:
            words = speak(
                "“{value}” is no length of time: write a number and m, h, d or w, as in 3d.",
                value=value,
            )
            raise FilterError(words, *spot)
        if not length:
            words = speak("“{value}” is no time at all: write 1 or more, as in 3d.", value=value)
            raise FilterError(words, *spot)
        if value.endswith("M"):
            days = f"{30 * int(value[:-1])}d"
            words = speak(
                "“{value}” could be months or minutes: write “{days}” for months, “{span}” for "
                "minutes.",
                value=value,
                days=days,
                span=span,
            )
            raise FilterError(words, *spot, f"{on}:{days}")
        return span

    return read_time_ago


def _read_name(value: str, spot: TextSpot) -> str:
    if fold_name(value).strip():
        return value
    raise FilterError("A name is missing here: write it after the colon.", *spot)


_READERS: dict[On, Callable[[str, TextSpot], str]] = {
    On.WORD: _read_words,
    On.PHRASE: _read_words,
    On.HASHTAG: _hashtag_after("#"),
    On.MENTION: _read_mention,
    On.FROM: _read_handle,
    On.AUTHOR: _read_id,
    On.TO: _read_handle,
    On.URL: _read_name,
    On.LANG: _read_language,
    On.IS: one_of("is", IS_WORDS),
    On.HAS: one_of("has", HAS_WORDS),
    On.MIN_LIKES: _read_count,
    On.MIN_REPOSTS: _read_count,
    On.MIN_REPLIES: _read_count,
    On.MAX_LIKES: _read_count,
    On.MAX_REPOSTS: _read_count,
    On.MAX_REPLIES: _read_count,
    On.SINCE: _read_date,
    On.UNTIL: _read_date,
    On.NEWER: _span_of(On.NEWER),
    On.OLDER: _span_of(On.OLDER),
    On.IN: _read_name,
    On.TAG: _read_name,
    On.CATEGORY: _read_name,
    On.LIST: _read_name,
    On.CHAT: _hashtag_after("chat:"),
    On.SOURCE: _read_name,
    On.NOISE_ABOVE: _read_noise,
    On.NOISE_UP_TO: _read_noise,
}
