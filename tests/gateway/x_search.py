"""X's search as its pages describe it, small: reads a query and tells which posts it finds.

Where X is known to find more than Allybook's filters do, so does this: a repost counts as what it
passes on, pictures and quotes are links, and words are looked for in addresses, too.

X's pages leave room for two readings, and a query must find enough by both. The kind one takes
letters in another look (full-width, ligatures, sharp s) for the letters that they stand for. The
``strict`` one grants what the pages promise and no more: case and accents do not count, signs in
quotation marks do, and languages have the codes of the page.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.filters.words import fold
from allybook.domain.hashtags import in_tag
from allybook.domain.posts import Mention

if TYPE_CHECKING:
    from allybook.domain.filters.subject import Subject
    from allybook.domain.posts import Post

PIECE = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<minus>-)?(?:(?P<operator>[a-z]+):)?"
    r'(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s()"]+)))'
)
SPACELESS = re.compile("[\u0e00-\u0eff\u1100-\u11ff\u3040-\ua4cf\uac00-\ud7ff]+")
ALONE = {"word", "from", "to", "url", "#", "@"}
ACCENTS = {1, *range(10, 37), *range(200, 241)}
SPELT_OUT = {"ß": "ss", "ﬃ": "ffi", "ﬄ": "ffl", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ĳ": "ij"}
CODES = {"en", "es", "ja", "de", "fr", "in", "iw"}
ADDRESSED = re.compile(r"\s*@([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_])")


@dataclass(frozen=True)
class Seen:
    """A post as X sees it; ``content`` is the post passed on where it is a repost.

    ``within`` is what a repost shows of that alone: without ``RT @name: `` before it, and without
    the word in which it breaks off.
    """

    subject: Subject
    content: Post
    strict: bool = False
    within: Subject | None = None


def a_repost(subject, more):
    """Return a repost as X writes it, of a post that begins like ``subject`` and says more."""
    post = subject.post
    whose = ("nasw", "crisis", "win")[len(post.text) % 3]
    first, *_ = [*more.text.split(), "beds"]
    shown = replace(
        post,
        text=f"RT @{whose}: {post.text} {first[: len(first) // 2]}…",
        mentions=(Mention(whose, "5"), *post.mentions),
    )
    whole = replace(
        post,
        text=f"{post.text} {first} {more.text}",
        hashtags=(*post.hashtags, *more.hashtags),
        mentions=(*post.mentions, *more.mentions),
        links=(*post.links, *more.links),
        media=(*post.media, *more.media),
        quote_of=post.quote_of or more.quote_of,
    )
    within = replace(subject, post=replace(shown, text=post.text))
    return Seen(replace(subject, post=shown), whole, within=within)


class Refused(Exception):
    """X does not take the query."""


@lru_cache(maxsize=4096)
def tokens(text, *, strict=False):
    if strict:
        return "".join(map(word_sign, plain(text))).split()
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    bare = "".join(sign for sign in bare if unicodedata.category(sign) != "Cf")
    return re.sub(r"[\W_]+", " ", SPACELESS.sub(r" \g<0> ", bare.casefold())).split()


@lru_cache(maxsize=4096)
def plain(text):
    """Return a text as the promise goes: without case and accents, and nothing else undone."""
    lower = unicodedata.normalize("NFD", text.lower().replace("ς", "\N{GREEK SMALL LETTER SIGMA}"))
    kept = "".join(sign for sign in lower if unicodedata.combining(sign) not in ACCENTS)
    return unicodedata.normalize("NFC", kept)


def is_written_as_usual(post):
    """Return whether a post is written in the letters that people type (and prints join)."""
    texts = (post.text, *post.hashtags, *post.links)
    are_tags = all(map(in_tag, "".join(post.hashtags)))
    return are_tags and all(fold(text) == spelt_out(plain(text)) for text in texts)


def spelt_out(text):
    return "".join(SPELT_OUT.get(sign, sign) for sign in text)


def word_sign(sign):
    """Return a character of a word as it is, and space for what words are split by."""
    if SPACELESS.match(sign):
        return f" {sign} "
    return sign if unicodedata.category(sign)[0] in "LMN" else " "


def has_run(text, run, *, strict=False):
    words, run_words = tokens(text, strict=strict), tokens(run, strict=strict)
    if f" {' '.join(run_words)} " not in f" {' '.join(words)} ":
        return False
    # Signs in quotation marks are looked for, too.
    signs_count = strict and not set(plain(run)) <= {" ", *"".join(run_words)}
    return not signs_count or plain(run) in plain(text)


def finds(query, seen):
    """Return whether X finds a post."""
    found, kinds, at = either(query, 0, seen)
    if query[at:].strip():
        raise Refused(query[at:])
    if not any(kind in ALONE for kind in kinds):
        raise Refused("no operator that can stand alone")
    return found


def either(query, at, seen):
    """Read alternatives; each must have something that is not negated."""
    results, every = [], []
    while True:
        found, kinds, at = together(query, at, seen)
        results.append(found)
        every.append(kinds)
        piece = PIECE.match(query, at)
        if not piece or piece["bare"] != "OR":
            break
        at = piece.end()
    if len(results) > 1 and not all(any(k != "not" for k in kinds) for kinds in every):
        raise Refused("an alternative that is only negated")
    return any(results), [kind for kinds in every for kind in kinds], at


def together(query, at, seen):
    found, kinds = True, []
    while (piece := PIECE.match(query, at)) and not piece["close"]:
        if piece["bare"] == "OR":
            break
        at = piece.end()
        if piece["open"]:
            result, inner, at = either(query, at, seen)
            kinds += inner
            closing = PIECE.match(query, at)
            if not closing or not closing["close"]:
                raise Refused("an open parenthesis")
            at = closing.end()
        else:
            result, kind = look(piece, seen)
            kinds.append("not" if piece["minus"] else kind)
            result = result is not bool(piece["minus"])
        found = found and result
    if not kinds:
        raise Refused("an empty group")
    return found, kinds, at


def look(piece, seen):
    value = piece["quoted"] if piece["quoted"] is not None else piece["bare"]
    if piece["operator"]:
        return OPERATORS[piece["operator"]](value, seen), piece["operator"]
    if piece["quoted"] is None and value.lower() in {"and", "or", "not"}:
        raise Refused(f"ambiguous use of {value} as a keyword")
    sign = value[0]
    if sign in "#@" and piece["quoted"] is None:
        return SIGNS[sign](value[1:], seen), sign
    content = seen.content
    texts = (content.text, *content.links)
    return any(has_run(text, value, strict=seen.strict) for text in texts), "word"


def named(handle, seen):
    both = (*seen.subject.post.mentions, *seen.content.mentions)
    return handle.lower() in {mention.handle.lower() for mention in both}


def answers(handle, seen):
    """X knows whom a post answers; the tests know it by the mention with that id, or the text."""
    post = seen.subject.post
    known = {m.handle.lower() for m in post.mentions if m.user_id == post.reply_to_user}
    first = ADDRESSED.match(post.text.replace("＠", "@"))  # noqa: RUF001 (the wide @)
    return handle.lower() in known or bool(first and first[1].lower() == handle.lower())


def wrote(handle, seen):
    """X takes an id or a handle; digits of which both could be meant are an id to it."""
    author = seen.subject.author
    if handle.isdigit():
        return seen.subject.post.author_id == handle
    return author is not None and author.handle.lower() == handle.lower()


def is_a(value, seen):
    post, author = seen.subject.post, seen.subject.author
    return {
        "retweet": post.repost_of is not None,
        "reply": post.reply_to is not None,
        "quote": seen.content.quote_of is not None,
        "verified": author is not None and author.verified,
    }[value]


def has_a(value, seen):
    content = seen.content
    return {
        "links": bool(content.links or content.media or content.quote_of),
        "media": bool(content.media),
        "images": bool(content.media),
        "videos": bool(content.media),
        "hashtags": bool(content.hashtags),
        "mentions": bool(seen.subject.post.mentions or content.mentions),
    }[value]


def tagged(tag, seen):
    if seen.strict:
        return plain(tag) in map(plain, seen.content.hashtags)
    return tokens(tag) in [tokens(each) for each in seen.content.hashtags]


def links_to(value, seen):
    return any(has_run(link, value, strict=seen.strict) for link in seen.content.links)


def is_in(code, seen):
    """X's page has two codes for Chinese, and none that its posts have."""
    if code == "zh":
        raise Refused("a language that X's page does not have")
    if code.startswith("zh"):
        return code in {"zh-CN", "zh-TW"} and seen.content.lang == "zh"
    return seen.content.lang.lower() == code and (code in CODES or not seen.strict)


SIGNS = {"#": tagged, "@": named}
OPERATORS = {
    "from": wrote,
    "to": answers,
    "url": links_to,
    "lang": is_in,
    "is": is_a,
    "has": has_a,
}
