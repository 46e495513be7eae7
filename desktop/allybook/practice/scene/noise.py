"""What makes a timeline loud, and what stands outside the ordinary days: single posts by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.practice.scene.drafts import Draft
from allybook.practice.scene.hours import draw_moment, draw_moments

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from allybook.practice.chance import Chance
    from allybook.practice.scene.filling import Filling
    from allybook.practice.scene.people import Figure
    from allybook.practice.scene.scenario import Family, Setting, Words


class Noise:
    """Writes the drafts that are not ordinary days and not the chat."""

    def __init__(self, setting: Setting, words: Words, filling: Filling, chance: Chance) -> None:
        self._setting = setting
        self._words = words
        self._filling = filling
        self._chance = chance

    def write(self, people: Mapping[str, Figure]) -> list[Draft]:
        """Return noise, foreign posts, the last hours, earlier chats, last words of the quiet."""
        return [
            *self._loud(people),
            *self._foreign(),
            *self._recent(people),
            *self._earlier(),
            *self._last_words(people),
        ]

    def _loud(self, people: Mapping[str, Figure]) -> Iterator[Draft]:
        setting = self._setting
        for number, family in enumerate(self._words.families):
            for handle in family.by:
                key = f"noise/{number}/{handle}"
                count = round(family.a_week * setting.days / 7)
                moments = draw_moments(setting.anchor, setting.days, count, self._chance, key)
                for place, at in enumerate(moments):
                    yield self._loud_one(family, people[handle.lower()], f"{key}/{place}", at)

    def _loud_one(self, family: Family, author: Figure, key: str, at: datetime) -> Draft:
        text = self._filling.fill(self._chance.pick(family.texts, "noise", key), author, key)
        if self._chance.number("ours", key) < family.chance_of_hashtag:
            text += f" #{self._setting.hashtag}"
        tags = "".join(f" #{tag}" for tag in family.tags)
        return Draft(key, at, author.handle, text + tags, warmth=0.25)

    def _foreign(self) -> Iterator[Draft]:
        for number, one in enumerate(self._words.foreign):
            key = f"foreign/{number}"
            at = draw_moment(self._setting.anchor, self._setting.days, self._chance, key)
            yield Draft(key, at, one.by, one.text, lang=one.lang)

    def _recent(self, people: Mapping[str, Figure]) -> Iterator[Draft]:
        for number, one in enumerate(self._words.recent):
            key = f"recent/{number}"
            text = self._filling.fill(one.text, people[one.by.lower()], key)
            at = self._setting.anchor - timedelta(minutes=one.ago, seconds=7 * number)
            media = (one.media,) if one.media else ()
            yield Draft(key, at, one.by, text, media=media, warmth=one.warmth)

    def _earlier(self) -> Iterator[Draft]:
        """Yield the chats of the weeks before, at the hour of the last one."""
        for number, one in enumerate(self._words.earlier):
            key = f"earlier/{number}"
            start = self._setting.anchor - timedelta(weeks=one.weeks, hours=17, minutes=53)
            at = start + timedelta(seconds=self._chance.below(3_500, "earlier", key))
            yield Draft(key, at, one.by, one.text, warmth=0.8)

    def _last_words(self, people: Mapping[str, Figure]) -> Iterator[Draft]:
        quiet = {one.handle: one.character for one in people.values() if one.character.quiet_days}
        for handle, character in quiet.items():
            at = self._setting.anchor - timedelta(days=character.quiet_days, hours=2)
            yield Draft(f"quiet/{handle}", at, handle, character.last_words)
