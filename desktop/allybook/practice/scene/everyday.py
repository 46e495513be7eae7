"""Ordinary days: what organisations and people post, pass on and answer in three weeks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.practice.scene.drafts import Draft, fits_repost
from allybook.practice.scene.hours import draw_moments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.practice.chance import Chance
    from allybook.practice.scene.filling import Filling
    from allybook.practice.scene.people import Figure
    from allybook.practice.scene.scenario import Setting, Words

FRESH = timedelta(hours=30)
"""People pass on and answer what is not older than this."""
TAGGED = 0.3
"""How often each hashtag of a topic is put behind a post, in parts of one."""
OURS = 0.07
"""How often ours is."""
PICTURES = ("photo", "photo", "photo", "video", "animated_gif")


class Everyday:
    """Writes the drafts of the ordinary days."""

    def __init__(self, setting: Setting, words: Words, filling: Filling, chance: Chance) -> None:
        self._setting = setting
        self._words = words
        self._filling = filling
        self._chance = chance
        self._used: Counter[str] = Counter()

    def write(self, people: Sequence[Figure]) -> list[Draft]:
        """Return original posts first, then what others made of them."""
        acts = sorted(
            (moment, f"day/{one.handle}/{number}", one)
            for one in people
            if self._posts(one)
            for number, moment in enumerate(self._moments(one))
        )
        kinds = {key: self._kind(key) for _, key, _ in acts}
        said = [self._original(*act) for act in acts if kinds[act[1]] == "original"]
        echoes = [
            self._echo(kinds[act[1]], said, *act) for act in acts if kinds[act[1]] != "original"
        ]
        return said + [echo for echo in echoes if echo]

    def _posts(self, one: Figure) -> bool:
        """Return whether an account posts on ordinary days (the quiet ones and noise do not)."""
        return one.active and one.character.kind != "noise" and not one.character.quiet_days

    def _moments(self, one: Figure) -> list[datetime]:
        pace = self._words.pace
        usual = pace.organisation if one.character.kind == "organisation" else pace.person
        a_week = pace.me if one.handle == self._setting.me else usual
        vigour = 0.45 + 1.1 * self._chance.number("vigour", one.handle)
        count = max(2, round(a_week * vigour * self._setting.days / 7))
        setting = self._setting
        return draw_moments(setting.anchor, setting.days, count, self._chance, one.handle)

    def _kind(self, key: str) -> str:
        pace = self._words.pace
        drawn = self._chance.number("kind", key)
        for kind, share in (("repost", pace.repost), ("reply", pace.reply), ("quote", pace.quote)):
            if drawn < share:
                return kind
            drawn -= share
        return "original"

    def _original(self, at: datetime, key: str, author: Figure) -> Draft:
        text, tags = self._choose(author, key)
        words = self._filling.fill(text, author, key)
        pictured = self._chance.number("picture", key) < self._words.pace.picture
        return Draft(
            key,
            at,
            author.handle,
            words + self._tags(tags, words, key),
            media=(self._chance.pick(PICTURES, "media", key),) if pictured else (),
            warmth=2.4 if "action alert" in words.lower() else 1.0,
        )

    def _choose(self, author: Figure, key: str) -> tuple[str, tuple[str, ...]]:
        """Return one of the texts used least so far among those that fit the author."""
        pool = self._pool(author)
        least = min(self._used[text] for text, _ in pool)
        text, tags = self._chance.pick([one for one in pool if self._used[one[0]] == least], key)
        self._used[text] += 1
        return text, tags

    def _pool(self, author: Figure) -> list[tuple[str, tuple[str, ...]]]:
        if author.handle == self._setting.me:
            return [(text, (self._setting.hashtag,)) for text in self._words.ours]
        organised = author.character.kind == "organisation"
        return [
            (text, topic.tags)
            for topic in self._words.topics
            if topic.name in author.character.topics or topic.name == "anyone"
            for text in (topic.organisations if organised else topic.people)
        ]

    def _tags(self, tags: Sequence[str], text: str, key: str) -> str:
        wanted = [tag for tag in tags if self._chance.number("tag", key, tag) < TAGGED]
        if self._chance.number("ours", key) < OURS:
            wanted.append(self._setting.hashtag)
        return "".join(f" #{tag}" for tag in wanted if f"#{tag}".lower() not in text.lower())

    def _echo(
        self, kind: str, said: Sequence[Draft], at: datetime, key: str, author: Figure
    ) -> Draft | None:
        """Return a repost, reply or quote of something recent, if there is anything."""
        first = bisect_left(said, at - FRESH, key=lambda one: one.at)
        last = bisect_left(said, at, key=lambda one: one.at)
        recent = [one for one in said[first:last] if one.by != author.handle]
        if kind == "repost":
            recent = [one for one in recent if fits_repost(one)]
        if not recent:
            return None
        origin = self._chance.pick(recent, "origin", key)
        if kind == "repost":
            return Draft(key, at, author.handle, repost_of=origin.key)
        pool = self._words.replies if kind == "reply" else self._words.comments
        text = self._filling.fill(self._chance.pick(pool, "words", key), author, key)
        if kind == "quote":
            return Draft(key, at, author.handle, text, quote_of=origin.key, warmth=0.7)
        return Draft(
            key, at, author.handle, f"@{origin.by} {text}", reply_to=origin.key, warmth=0.3
        )
