"""What a chip of the allies' filter says, what it could say instead, and what there is to pick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.book.asked import HAS_WORDS
from allybook.domain.book.entry import Kind
from allybook.domain.check.followback import Answer
from allybook.domain.filters.chips import chips
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.tree import Not, On, Or, Term
from allybook.ui.models.signs import AllyStatus, answer_sign, kind_word, status_sign
from allybook.ui.widgets.menu import Menu
from allybook.ui.wording import in_words, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from allybook.domain.filters.tree import Node
    from allybook.ui.theme.look import Look

    Take = Callable[[Node], None]

MOST = 44
"""So many characters of a part of a filter are shown."""
FEW = 14
"""More words than these have a menu of their own."""
ACCOUNT = ("verified", "private", "quiet", "no_lists", "renamed", "suspended", "gone")
BOOK = ("conflict", "brought_back")
GROUPS: tuple[tuple[str, ...], ...] = (
    tuple(Kind),
    tuple(AllyStatus),
    tuple(Answer),
    ACCOUNT,
    BOOK,
)


class BookWords(Struct, frozen=True):
    """The words that the open book has: its tags and its categories."""

    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


def say_chip(node: Node) -> str:
    """Return what a chip says of a part of a filter: ``is organisation``, ``tag housing``."""
    words = _say(node)
    return words if len(words) <= MOST else f"{words[: MOST - 1].rstrip()}…"


def alternatives(node: Node, known: BookWords) -> tuple[Node, ...]:
    """Return what a part could say instead: its opposite first, then other words of its kind."""
    inner = node.part if isinstance(node, Not) else node
    if not isinstance(inner, Term):
        return (normalise(Not(node)),)
    others = [Term(inner.on, word) for word in _words_like(inner, known) if word != inner.value]
    turned = [Not(one) for one in others] if isinstance(node, Not) else others
    return (inner if isinstance(node, Not) else Not(inner), *turned)


def chip_menu(
    node: Node, known: BookWords, take: Take, write: Callable[[], None], look: Look, parent: QWidget
) -> QMenu:
    """Return a menu of what a chip could say instead; ``write`` changes it as text."""
    menu = Menu(look, parent)
    first, *others = alternatives(node, known)
    _add(menu, first, take)
    if others:
        menu.addSeparator()
    for one in others[:FEW]:
        _add(menu, one, take)
    if others[FEW:]:
        more = menu.add_inner(translate("chips", "More"))
        for one in others[FEW:]:
            _add(more, one, take)
    menu.addSeparator()
    menu.addAction(translate("chips", "Change it as text")).triggered.connect(lambda _on: write())
    return menu


def pick_menu(known: BookWords, take: Take, look: Look, parent: QWidget) -> QMenu:
    """Return a menu of all that allies can be filtered by, with no word of its language."""
    menu = Menu(look, parent)
    for title, nodes in _picks(known):
        if nodes:
            part = menu.add_inner(title)
            for node in nodes:
                _add(part, node, take)
    return menu


def _picks(known: BookWords) -> tuple[tuple[str, Sequence[Node]], ...]:
    def ises(words: Sequence[str]) -> list[Node]:
        """Return a condition for each of these words after ``is:``."""
        return [Term(On.IS, word) for word in words]

    return (
        (translate("chips", "Kind"), ises(tuple(Kind))),
        (translate("chips", "Status"), ises(tuple(AllyStatus))),
        (translate("chips", "Follow-back"), ises(tuple(Answer))),
        (translate("chips", "Account"), ises(ACCOUNT)),
        (translate("chips", "Tag"), [Term(On.TAG, word) for word in known.tags]),
        (translate("chips", "Category"), [Term(On.CATEGORY, word) for word in known.categories]),
        (translate("chips", "What it has"), [Term(On.HAS, word) for word in sorted(HAS_WORDS)]),
        (translate("chips", "History"), ises(BOOK)),
    )


def _words_like(term: Term, known: BookWords) -> Sequence[str]:
    """Return the words that could stand in the place of a value."""
    match term.on:
        case On.IS:
            return next((group for group in GROUPS if term.value in group), ())
        case On.HAS:
            return sorted(HAS_WORDS)
        case On.TAG:
            return known.tags
        case On.CATEGORY:
            return known.categories
    return ()


def _say(node: Node) -> str:
    inner = node.part if isinstance(node, Not) else node
    if isinstance(inner, Term) and inner.on in {On.IS, On.HAS}:
        return _patterns(inner)[int(isinstance(node, Not))].replace("%1", _word(inner))
    if isinstance(node, Or):
        return translate("chips", " or ").join(map(_say, node.parts))
    return ", ".join(in_words(chip.words) for chip in chips(node))


def _patterns(term: Term) -> tuple[str, str]:
    """Return how a condition of ``is:`` or ``has:`` is said, and how its opposite is."""
    if term.value == "no_lists":
        return translate("chips", "asks for no lists"), translate(
            "chips", "says nothing against lists"
        )
    if term.on is On.IS:
        return translate("chips", "is %1"), translate("chips", "is not %1")
    return translate("chips", "has %1"), translate("chips", "has no %1")


def _word(term: Term) -> str:
    """Return the word of ``is:`` or ``has:`` as the window says it elsewhere."""
    value = term.value
    if value in tuple(Kind):
        return kind_word(Kind(value))
    if value in tuple(AllyStatus):
        return _small(status_sign(AllyStatus(value)).words)
    if value in tuple(Answer):
        return _small(answer_sign(Answer(value)).words)
    words = {
        "ally": translate("chips", "ally"),
        "conflict": translate("chips", "in conflict"),
        "brought_back": translate("chips", "brought back"),
        "verified": translate("chips", "verified"),
        "private": translate("chips", "private"),
        "quiet": translate("chips", "quiet"),
        "renamed": translate("chips", "renamed"),
        "suspended": translate("chips", "suspended"),
        "gone": translate("chips", "gone"),
        "notes": translate("chips", "notes"),
        "tags": translate("chips", "tags"),
        "category": translate("chips", "category"),
        "hashtags": translate("chips", "hashtags"),
        "reason": translate("chips", "reason"),
        "namings": translate("chips", "posts that name it"),
        "id": translate("chips", "user id"),
    }
    return words.get(value, value)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _add(menu: QMenu, node: Node, take: Take) -> None:
    words = say_chip(node)
    shown = (words[:1].upper() + words[1:]).replace("&", "&&")
    menu.addAction(shown).triggered.connect(lambda _on: take(node))
