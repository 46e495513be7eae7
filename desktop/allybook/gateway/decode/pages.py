"""Pages in X's answers: what can be used of them is kept, whatever stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from allybook.domain.errors import Garbled
from allybook.domain.people.accounts import Problem, Reason
from allybook.domain.reading.pages import Page
from allybook.domain.spoken import speak
from allybook.gateway.decode.accounts import account_of
from allybook.gateway.decode.posts import media_kinds, post_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.gateway.decode.answer import XAnswer
    from allybook.gateway.decode.item import Item

POSTS = ("tweet", "post")
T = TypeVar("T")


def account_page(answer: XAnswer) -> Page[Account]:
    """Return a page of accounts; ``Garbled`` where none of them can be used."""
    accounts, broken = _sift(answer.items, _account_reader(answer))
    _check(accounts, broken)
    return Page(
        accounts,
        answer.next_page,
        answer.problems("user"),
        broken=_problems(broken),
        unshown=answer.unshown("user"),
    )


def post_page(answer: XAnswer) -> Page[Post]:
    """Return a page of posts, with who came along; ``Garbled`` where no post can be used."""
    media, odd = _sift(answer.media, lambda item: media_kinds([item]))
    kinds = {key: kind for each in media for key, kind in each.items()}
    posts, broken = _sift(answer.items, lambda item: post_of(item, kinds))
    _check(posts, broken)
    accounts, nobody = _sift(answer.users, _account_reader(answer))
    problems, broken = answer.problems(*POSTS), [*broken, *nobody, *odd]
    unshown = answer.unshown(*POSTS)
    return Page(posts, answer.next_page, problems, accounts, _problems(broken), unshown)


def _account_reader(answer: XAnswer) -> Callable[[Item], Account]:
    untold = answer.untold("connection_status")
    return lambda item: account_of(item, untold)


def _sift(
    items: Sequence[Item], read: Callable[[Item], T]
) -> tuple[tuple[T, ...], list[tuple[Item, Garbled]]]:
    """Return what can be used, and what cannot with what is wrong with it."""
    usable: list[T] = []
    broken: list[tuple[Item, Garbled]] = []
    for item in items:
        try:
            usable.append(read(item))
        except Garbled as error:
            broken.append((item, error))
    return tuple(usable), broken


def _check(usable: Sequence[object], broken: Sequence[tuple[Item, Garbled]]) -> None:
    """Raise what is wrong with the first thing on a page where all are."""
    if broken and not usable:
        first = broken[0][1]
        charged = speak("X charges it all the same.")
        first.reword(speak("{told} {more}", told=first.words, more=charged))
        raise first


def _problems(broken: Sequence[tuple[Item, Garbled]]) -> tuple[Problem, ...]:
    return tuple(Problem(item.told_id, Reason.OTHER, error.what) for item, error in broken)
