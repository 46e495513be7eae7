"""What is never hidden, whatever its noise: each filter in words, and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from allybook.domain.filters.sentence import sentence
from allybook.domain.filters.tree import On, Term
from allybook.ui.dialogs.noise.listing import Listing, ListingLine, ListingWords
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.filters.tree import Node
    from allybook.services.timeline.spare import SpareRule
    from allybook.ui.theme.look import Look

translate = QCoreApplication.translate
BY_ID = f"{On.AUTHOR.value}:"


class SparedList(Listing):
    """``removed`` carries the rule about whose posts noise shall decide again."""

    def __init__(self, look: Look) -> None:
        nothing = translate(
            "SparedList",
            "Nothing is kept for good. At a quiet post, S keeps posts like it and H its author.",
        )
        wording = ListingWords(
            translate("SparedList", "Never hidden"),
            nothing,
            translate("SparedList", "Let noise decide"),
            translate("SparedList", "Let noise decide about %1"),
        )
        super().__init__(look, wording)

    def show_rules(self, rules: Sequence[tuple[SpareRule, Node | None]]) -> bool:
        """Show what is spared, oldest first; return whether that differs from what was shown."""
        return self.show_lines([_line(rule, node) for rule, node in rules])


def _line(rule: SpareRule, node: Node | None) -> ListingLine:
    icon = "user-round" if rule.text.startswith("from:") else "eye"
    return ListingLine(rule, icon, _say(rule, node))


def _say(rule: SpareRule, node: Node | None) -> str:
    if node is None:
        text = translate("SparedList", "“%1”, which this Allybook cannot read: it spares nothing")
        return text.replace("%1", rule.text)
    is_nameless = isinstance(node, Term) and node.on is On.AUTHOR
    if not is_nameless or rule.text.startswith(BY_ID):
        return in_words(sentence(node))
    text = translate("SparedList", "an author whose handle was %1, and is not known now")
    return text.replace("%1", f"@{rule.text.rpartition(':')[-1]}")
