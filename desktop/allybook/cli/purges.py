"""``allybook purge``: forget what X said about one account, or altogether."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.domain.errors import BadInput
from allybook.services.forget.purge import find_known, purge_account, purge_all

if TYPE_CHECKING:
    from allybook.cli.call import Call


def run_purge(call: Call) -> int:
    """Forget, after a person's word."""
    desk, words, out = call.desk, call.words, call.out
    if not words.whom:
        return _purge_all(call)
    known = find_known(desk, words.whom)
    if not known.kept:
        out.say(f"Nothing is kept about @{known.word}.")
        return 0
    if not call.options.yes:
        raise BadInput(_ask_about(known.word, books=words.books))
    done = purge_account(desk, known, books=words.books)
    out.say(f"What X said about @{known.word} is gone, {some(done.posts, 'post')} with it.")
    if done.erased_from:
        out.say(f"Erased from {_listed(done.erased_from)}; old copies cannot bring them back.")
    if done.still_in:
        out.say(
            f"{_listed(done.still_in)} still has your own words about them; say --books to erase "
            "those too."
        )
    return 0


def _purge_all(call: Call) -> int:
    if not call.options.yes:
        raise BadInput(
            "This forgets every post and account that X showed; reading them again costs money. "
            "Your books, the ledger and the outbox stay. Say --yes to do it; nothing was changed."
        )
    purge_all(call.desk)
    call.out.say("All that X said is gone; your books, the ledger and the outbox are as before.")
    return 0


def _ask_about(name: str, *, books: bool) -> str:
    also = ", and what your books say about them for good" if books else ""
    return (
        f"This forgets what X said about @{name}, their posts too{also}. Say --yes to do it; "
        "nothing was changed."
    )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names)
