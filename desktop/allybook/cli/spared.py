"""``allybook spared``: what is never hidden among the quiet posts, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.typed import joined, read_filter
from allybook.domain.errors import BadInput
from allybook.domain.expressions import expression
from allybook.domain.filters.sentence import sentence
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import On, Term
from allybook.services.timeline.spare import SpareRule, drop_rules, kept_rules, spare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.cli.call import Call
    from allybook.domain.filters.tree import Node
    from allybook.services.desk import Desk

    Spared = tuple[SpareRule, Node | None]

_HANDLE = expression("[@＠]([A-Za-z0-9_]{1,15})")  # noqa: RUF001 (the wide sign)


def run_spared(call: Call) -> int:
    """List what is never hidden, add a filter, or let noise decide about one again."""
    desk, words = call.desk, call.words
    typed = _of_author(joined(desk, words.filter).strip())
    if words.act == "list":
        _tell(call, kept_rules(desk), "")
        return 0
    if not typed:
        raise BadInput(f"Which posts? For example: allybook spared {words.act} from:ana.")
    if words.act == "add":
        chosen = read_filter(typed)
        made = spare(desk, chosen)
        _tell(call, [one for one in kept_rules(desk) if one[0] == made], "Never hidden: ")
    else:
        gone = _find(desk, typed)
        drop_rules(desk, lambda rule, _node: rule == gone[0])
        _tell(call, (gone,), "Noise decides again about ")
    return 0


def _of_author(typed: str) -> str:
    """Return a filter as typed; a handle alone is whoever writes under it, as for mutes.

    Posts that name somebody are ``mention:name``.
    """
    found = _HANDLE.fullmatch(typed)
    return f"from:{found[1]}" if found else typed


def _find(desk: Desk, typed: str) -> Spared:
    """Return what is spared by the filter that was typed; ``BadInput`` where nothing is."""
    kept = kept_rules(desk)
    for one in kept:
        names = (one[0].text, show(one[1]) if one[1] else "")
        if typed.lower() in map(str.lower, names):
            return one
    chosen = read_filter(typed)
    for one in kept:
        if one[1] == chosen:
            return one
    raise BadInput(f"“{typed}” is not among what is never hidden; allybook spared lists that.")


def _tell(call: Call, those: Sequence[Spared], verb: str) -> None:
    out = call.out
    if call.words.form == "json":
        out.json(list(map(_row, those)))
    elif verb:
        for rule, node in those:
            out.say(f"{verb}{_text(rule, node)}.")
    elif those:
        out.table([(_text(*one), _words(one[1])) for one in those], ("filter", "never hidden"))
    else:
        out.say("Every post is judged by its noise; none is spared.")


def _row(one: Spared) -> dict[str, str | None]:
    rule, node = one
    return {"filter": _text(rule, node), "user_id": rule.user_id or None}


def _text(rule: SpareRule, node: Node | None) -> str:
    """Return a filter as it is now; of whom no handle is known now, as it was kept."""
    return rule.text if node is None or _is_nameless(node) else show(node)


def _words(node: Node | None) -> str:
    if node is None:
        return "this Allybook cannot read it, so it spares nothing here"
    said = str(sentence(node)).removesuffix(".")
    return f"{said}, whose handle is not known now" if _is_nameless(node) else said


def _is_nameless(node: Node) -> bool:
    """Return whether a filter is of an author whose handle is not known here."""
    return isinstance(node, Term) and node.on is On.AUTHOR
