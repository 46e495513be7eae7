"""Tells what asks something: by a question mark, its number in a chat, or how a sentence sounds.

A question mark alone is not enough: headlines, offers ("Need help? Call us") and what others asked
have one too, and so have links.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.filters.facts import own_words
from allybook.domain.filters.words import text_words
from allybook.domain.hashtags import TAG
from allybook.domain.noise.cutting import openings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Possessive (++), so that no text, however odd, takes more than one look at each sign.
_NUMBERED = expression(
    rf"(?:https?://\S++|[@#＠＃]{TAG}|[^\w@#＠＃]++)*+"  # noqa: RUF001 (the wide signs)
    r"Q(?:uestion\s?|\.\s?)?[0-9]{1,2}\s?(?:[:.)](?!\d)|[-–—](?!\w))"  # noqa: RUF001 (dashes)
)
_QUESTION_MARK = expression("[?？؟]")  # noqa: RUF001 (Chinese and Arabic ones are meant)
_PLAIN = expression(
    r"[?？؟](?:(?<=\w.)|(?<=\w[\s)].)|(?<=\w\s\s.))(?!\s?»|[\w\"'”’“」』])"  # noqa: RUF001 (quotes)
)
"""A question mark as it stands where somebody asks, not in a link and not in quotes."""
_QUOTED = expression(
    r"[\"“„«‘「『][^\"“„«‘」』「『”»?？؟]*+[?？؟][!！?？؟\s]*+[\"”“»’」』]"  # noqa: RUF001 (quotes)
)
_LINK = expression(r"(?<!\S)[^\s/.]++(?:\.[^\s/.]++)++/\S*+")
"""One without ``https://``."""
_WORD = expression(r"[^\W_]")
_ENDS = expression(
    r"\s(?:(?<=\n)|(?<=[.!?؟…]\s)|(?<=[.!?؟…][)\"'”’»]\s))|(?<=[。！？])"  # noqa: RUF001 (signs)
)
_LEAD = expression(
    r"(?:RT\s++)?+"
    rf"(?:https?://\S++|[@#＠＃]{TAG}|[^\w@#＠＃]++"  # noqa: RUF001 (the wide signs)
    r"|[AQaq][0-9]{1,2}[a-z]?+\s?+[:.)–—-])*+"  # noqa: RUF001 (dashes)
)

_PAUSE = expression(r"[,;:،、，：…]|\s[-–—]+\s")  # noqa: RUF001 (signs of other scripts)

_FEW_MORE = 2
"""``Do you want to join us?`` is an offer, ``Do you want to swap shifts on Saturday?`` is none."""
_MOST_GREETINGS = 3
"""``Hi all! Quick question, please: ...``"""


def asks(text: str) -> bool:
    """Return whether a text asks its readers something."""
    words = text_words(text)
    return asks_by_sign(text, words) or asks_by_opening(text, words)


def asks_by_sign(text: str, words: Sequence[str]) -> bool:
    """Return whether a text, of which ``words`` has the tokens, asks by its question mark.

    Or by the number of a chat's question: ``Q3: Name one ...`` is one without its mark too.
    """
    # Most texts ask nothing, and an import looks into each of them.
    if "Q" in text and _NUMBERED.match(text) and openings().quarters.isdisjoint(words):
        return True
    if "?" not in text and (text.isascii() or not _QUESTION_MARK.search(text)):
        return False
    own = own_words(text) if "://" in text else text
    # A quick look is enough for most of those that have a mark.
    at = max(own.find("?"), 0)
    if "/" not in own and (_stands_plain(own, at) or _PLAIN.match(own, at)):
        return not openings().unasked.may_stand(words) or _asks_itself(own, text)
    return _asks_itself(own, text)


def _stands_plain(text: str, at: int) -> bool:
    """Return whether a question mark follows a word at the very end of a text."""
    return at == len(text) - 1 and text[at - 1].isalnum()


def asks_by_opening(text: str, words: Sequence[str]) -> bool:
    """Return whether a sentence of a text, of which ``words`` has the tokens, sounds like asking.

    Before how it begins hashtags, names, greetings and the number of an answer may stand.
    """
    # Few that have such a word go on as an opening does, and only those are cut into sentences.
    return openings().said.may_stand(words) and any(map(_opens, _ENDS.split(text)))


def _asks_itself(own: str, text: str) -> bool:
    """Return whether a sentence of ``text`` with a question mark asks those who read it.

    ``own`` is the text without its links.
    """
    bare = _LINK.sub(" ", own) if "/" in own else own
    unquoted = _QUOTED.sub(" ", bare)
    # All of it in quotes, it is a question that looks good.
    sentences = _ENDS.split(unquoted if _WORD.search(unquoted) else bare)
    alone = len(sentences) == 1 and bare == text
    # Who speaks to one person offers nothing to all.
    is_reply = text.startswith("@")
    return any(
        _QUESTION_MARK.search(sentence)
        and _WORD.search(sentence)
        and (is_reply or not _is_title(sentence, then, alone=alone))
        for sentence, then in zip_longest(sentences, sentences[1:], fillvalue="")
    )


def _is_title(sentence: str, then: str, *, alone: bool) -> bool:
    """Return whether a question asks nobody: an offer or a headline, or answered at once.

    ``alone`` says that a post has nothing else.
    """
    told, part = openings(), sentence.rpartition(": ")[2]
    rows = list(_beginnings(part))
    if told.titles.begin_or_end(rows):
        return not _asks_after_all(part)
    following = list(_beginnings(then)) if then else []
    answered = any(map(told.answers.begins, following))
    offer = told.offers.begin_or_end(rows)
    if offer:
        is_short = not alone and len(rows[-1]) - offer <= _FEW_MORE
        is_told = is_short or answered or any(map(told.invites.begins, following))
        return is_told and not _asks_after_all(part)
    is_open = answered and any(map(told.asking.begins, rows))
    return answered and not is_open and told.persons.isdisjoint(rows[0])


def _asks_after_all(sentence: str) -> bool:
    """Return whether a part of a sentence, after a pause, begins as one asks."""
    told, parts = openings(), map(text_words, _PAUSE.split(sentence)[1:])
    return any(told.further.begins(words) or told.asking.begins(words) for words in parts)


def _opens(sentence: str) -> bool:
    """Return whether a sentence without a question mark begins or ends as one asks."""
    own = own_words(sentence)
    # What has a mark is judged by it.
    if _QUESTION_MARK.search(own):
        return False
    told = openings()
    rows = _beginnings(sentence)
    if any(told.asking.begins(words) > told.unless.begins(words) for words in rows):
        return True
    words = text_words(own)
    while words and not words[-1].isalnum():
        words.pop()
    return told.asking.ends_with(words) > 0


def _beginnings(sentence: str) -> Iterator[list[str]]:
    """Yield the words of a sentence after its hashtags and names, then without each greeting."""
    greetings, words = openings().greetings, text_words(_LEAD.sub("", sentence, count=1))
    yield words
    for _ in range(_MOST_GREETINGS):
        greeting = greetings.begins(words)
        if not greeting:
            break
        words = words[greeting:]
        yield words
