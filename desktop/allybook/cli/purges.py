"""``allybook purge``: forget what X said about one account, or altogether."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import HANDLE, USER_ID
from allybook.services.forget.known import find_known
from allybook.services.forget.purge import purge_account, purge_all

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from allybook.cli.call import Call
    from allybook.services.forget.known import KnownOfOne
    from allybook.services.forget.purge import Purged


def run_purge(call: Call) -> int:
    """Forget, after a person's word."""
    desk, words, out = call.desk, call.words, call.out
    _check_words(words)
    if words.everything:
        return _purge_all(call)
    known = find_known(desk, words.whom)
    if not known.kept:
        if not (HANDLE.fullmatch(known.word) or USER_ID.fullmatch(known.word)):
            raise BadInput(
                f"“{words.whom}” is no handle and no id, so nothing was found or changed: write "
                'for example allybook purge "@ana".'
            )
        others = tuple(_of_others(known))
        nothing = "Nothing else" if others else "Nothing"
        for sentence in (*others, f"{nothing} is kept about @{known.word}."):
            out.say(sentence)
        return 0
    if not call.options.yes:
        raise BadInput(_ask_about(known, books=words.books))
    done = purge_account(desk, known, books=words.books)
    out.say(f"What X said about @{known.word} is gone, {some(done.posts, 'post')} with it.")
    out.say("What others wrote stays, also where it names them.")
    for sentence in (*_of_books(done), *_of_lists(done), *_of_others(known)):
        out.say(sentence)
    return 0


def _of_others(known: KnownOfOne) -> Iterator[str]:
    """Yield which books tell of somebody where they tell of others: of that nothing goes."""
    if known.named_in:
        others = some(known.named, "ally", "allies")
        yield (
            f"{_listed(known.named_in)} tells that they named {others}, by the numbers of their "
            "posts and of their account, and so does each copy of it; that stays."
        )
    if known.noted_in:
        yield f"{_listed(known.noted_in)} names them in your own words about others; those stay."


def _of_books(done: Purged) -> Iterator[str]:
    """Yield what went out of the books, or stays there and how it goes."""
    if done.erased_from:
        yield f"Erased from {_listed(done.erased_from)}; old copies cannot bring them back."
    if done.still_in:
        yield (
            f"{_listed(done.still_in)} still has your own words about them; to erase those too: "
            f"{_erasing(done.still_as)}."
        )


def _of_lists(done: Purged) -> Iterator[str]:
    """Yield on which X Lists they are, and what becomes of that."""
    for one in done.listed:
        then = "takes them off" if one.leaves else "leaves them there"
        yield (
            f"They are on the X List of “{one.book}”, which stays known by their number; the next "
            f"publishing {then}."
        )


def _check_words(words: argparse.Namespace) -> None:
    """Refuse what may be meant otherwise: a shell that takes a name away would leave everything."""
    if words.whom and words.everything:
        raise BadInput("Say a handle or --everything, not both. Nothing was changed.")
    if words.books and not words.whom:
        raise BadInput(
            "--books goes with a handle, for your books are never forgotten altogether. Nothing "
            "was changed."
        )
    if not (words.whom or words.everything):
        raise BadInput(
            "Say whom to forget, with quotes around the name (PowerShell takes an @ without them "
            "away), or --everything for all that X said. Nothing was changed."
        )


def _purge_all(call: Call) -> int:
    if not call.options.yes:
        raise BadInput(
            "This forgets every post and account that X showed; reading them again costs money. "
            "Your books, the ledger and the outbox stay. Say --yes to do it; nothing was changed."
        )
    purge_all(call.desk)
    call.out.say("All that X said is gone; your books, the ledger and the outbox are as before.")
    return 0


def _ask_about(known: KnownOfOne, *, books: bool) -> str:
    called = " and ".join(known.called)
    also = f", and what your books say about {called} for good" if books and called else ""
    return (
        f"This forgets what X said about @{known.word}, their posts too{also}. Say --yes to do it; "
        "nothing was changed."
    )


def _erasing(found_by: tuple[str, ...]) -> str:
    """Return what to say so that the books erase those who are found by these words."""
    return ", ".join(f'allybook purge "{word}" --books' for word in found_by)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names)
