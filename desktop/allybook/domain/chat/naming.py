"""Where a post names accounts and hashtags: in which sentence, and in which list."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.chat.cues import HASHTAG, MENTION, NAME
from allybook.domain.chat.voices import own_words
from allybook.domain.expressions import expression
from allybook.domain.hashtags import TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allybook.domain.posts import Post

_NAMED = expression(rf"(?<!\w)([@\uff20#\uff03])((?<=[@\uff20])\w+|{TAG})")
_LINK = expression(r"https?://\S+|(?<![\w./@])t\.co/\w+", re.IGNORECASE)
# A full stop after "e.g" ends no sentence; a line break before a name in a list neither.
_END = re.compile(
    r"(?<!e\.g)(?<!i\.e)(?<!incl)(?<!esp)(?<!\bvs)(?<!\bdr)(?<![.!?\u2026])[.!?\u2026]++(?=\s|\Z)|;"
    rf"|\n(?!\s*[-\u2013*\u2022]?\s*{NAME})"
)
_JOINT = re.compile(
    r"\s*(?:\([^()]*\)\s*)?[,&+/|\u2022\u00b7*\u2013-]?\s*(?:and|or|n)?\s*(?:the |our )?\s*"
)
_SPLIT_LISTS = re.compile(rf"{MENTION}\s*{HASHTAG}|{HASHTAG}\s*{MENTION}")
_OPENING = re.compile(rf"(?:[^\w{MENTION}{HASHTAG}]*{MENTION})+")
_TRAILING = re.compile(rf"(?:\s*{HASHTAG})+[^\w{MENTION}{HASHTAG}]*\Z")
_LEADS_ON = re.compile(r"(?:[,&+/:|\u2013\u2014-]|\b(?:and|or|plus|is|are))\s*\Z")
_LABEL = re.compile(
    r"\W*+(?:re\W*+)?(?:answer|ans|question|[aq])?\W{0,2}\d{0,2}\W*+", re.IGNORECASE
)


class Named(Struct, frozen=True):
    """One account or hashtag at one place of a sentence.

    ``name`` is as written, without its sign; ``phrase`` is the sentence; ``text`` is the same in
    lower case with one letter for each name. ``list_start`` and ``list_end`` bound in ``text`` the
    list ("@A, @B and @C") that the name belongs to. ``opening`` says that it is one of the names
    that a post is addressed to, ``trailing`` that it is one of the hashtags that end a post and are
    no part of its sentence, ``bare`` that the sentence is names and nothing else.
    """

    name: str
    is_tag: bool
    text: str
    phrase: str
    list_start: int = 0
    list_end: int = 0
    opening: bool = False
    trailing: bool = False
    bare: bool = False


def find_names(post: Post) -> Iterator[Named]:
    """Yield each place where a post names an account or a hashtag, in the order of the text.

    What counts as a name is what X says (``mentions`` and ``hashtags``), not what looks like one.
    Whom the words of others name that a post passes on, its author does not name.
    """
    text, names = _mask(post)
    trailing = _trailing_from(text)
    opening_to = _opening_to(text)
    rest = iter(names)
    for start, end in _sentences(text):
        sentence = text[start:end]
        places = [found.start() for found in re.finditer(NAME, sentence)]
        if not places:
            continue
        said = [next(rest) for _ in places]
        lowered = sentence.lower()
        blank = Named(
            name="",
            is_tag=False,
            # Some letters grow when they are lowered; places must not move.
            text=lowered if len(lowered) == len(sentence) else sentence,
            phrase=_unmask(sentence, said),
            bare=_LABEL.fullmatch(re.sub(NAME, "", sentence)) is not None,
        )
        lists = _lists(sentence, places)
        for name, place in zip(said, places, strict=True):
            yield replace(
                blank,
                name=name[1:],
                is_tag=sentence[place] == HASHTAG,
                list_start=lists[place][0],
                list_end=lists[place][1],
                opening=start + place < opening_to,
                trailing=start + place >= trailing,
            )


def _mask(post: Post) -> tuple[str, list[str]]:
    """Return the text with one letter for each name, and the names with their signs."""
    mentions = {mention.handle.lower() for mention in post.mentions}
    hashtags = {unicodedata.normalize("NFC", tag).lower() for tag in post.hashtags}
    names: list[str] = []

    def hide(found: re.Match[str]) -> str:
        """Return one letter for a name that X found too, and keep the name."""
        is_tag = found[1] in "#\uff03"
        if found[2].lower() not in (hashtags if is_tag else mentions):
            return found[0]
        names.append(f"{'#' if is_tag else '@'}{found[2]}")
        return HASHTAG if is_tag else MENTION

    plain = unicodedata.normalize("NFC", own_words(post.text)).replace("\u2019", "'")
    plain = _LINK.sub("", plain.replace(MENTION, "").replace(HASHTAG, ""))
    plain = re.sub(r"\n\s*", "\n", re.sub(r"[^\S\n]+", " ", plain))
    return _NAMED.sub(hide, plain), names


def _unmask(sentence: str, names: list[str]) -> str:
    rest = iter(names)
    return " ".join(re.sub(NAME, lambda _: next(rest), sentence).split())


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _lists(sentence: str, places: list[int]) -> dict[int, tuple[int, int]]:
    """Return, for each place of a name, where the list that it belongs to starts and ends."""
    lists: list[list[int]] = []
    for place in places:
        between = sentence[lists[-1][-1] + 1 : place] if lists else None
        if between is not None and _joined(sentence, lists[-1][-1], place):
            lists[-1].append(place)
        else:
            lists.append([place])
    return {place: (some[0], some[-1] + 1) for some in lists for place in some}


def _joined(sentence: str, first: int, second: int) -> bool:
    # "@x #housing": with nothing between them, a tag only says what the post is about.
    apart = _SPLIT_LISTS.fullmatch(sentence[first : second + 1])
    return not apart and _JOINT.fullmatch(sentence[first + 1 : second]) is not None


def _opening_to(text: str) -> int:
    """Return where the names end that a post addresses before it says anything, 0 if none."""
    found = _OPENING.match(text)
    return found.end() if found and re.search(r"\w", text[found.end() :]) else 0


def _trailing_from(text: str) -> int:
    """Return where the hashtags begin that end a post without being part of its sentence."""
    found = _TRAILING.search(text)
    if found is None or _LEADS_ON.search(text[: found.start()]):
        return len(text)
    return len(text) if _LABEL.fullmatch(text[: found.start()]) else found.start()
