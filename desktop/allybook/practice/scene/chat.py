"""The chat: its lines in their minutes, introductions, quick answers, and plain reposts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.practice.scene.drafts import Draft, fits_repost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from allybook.practice.chance import Chance
    from allybook.practice.scene.people import Figure
    from allybook.practice.scene.scenario import ChatScript, Line, Part

INTRODUCTIONS = (2.2, 10.5)
"""The minutes in which people introduce themselves."""
ANSWER = "answer/"
ASIDE = "aside/"
"""How the keys of lines begin: of answers to a question, and of all else."""
SETTLING = timedelta(seconds=25)
"""How long after a post the first answer to it comes."""


class Chat:
    """Writes the drafts of one chat.

    A line without the hashtag gets it at the end, unless it is said untagged.
    """

    def __init__(self, script: ChatScript, anchor: datetime, chance: Chance) -> None:
        self._script = script
        self._start = anchor - timedelta(minutes=script.minutes_before)
        self._chance = chance

    def write(self, people: Sequence[Figure]) -> list[Draft]:
        """Return what was said, then what was passed on. Noise is neither answered nor spread."""
        loud = {one.handle for one in people if one.character.kind == "noise"}
        lines = [draft for part in self._script.parts for draft in self._part(part)]
        answers = [one for one in lines if one.key.startswith(ANSWER) and one.by not in loud]
        said = self._introductions(people) + self._threaded(lines)
        speakers = sorted({one.by for one in said} - loud)
        said += self._reactions(answers, [one for one in speakers if one != self._script.host])
        calm = [one for one in said if one.by not in loud]
        return said + list(self._reposts(calm, speakers))

    def _part(self, part: Part) -> Iterator[Draft]:
        span = (part.end - part.start) * 60
        for place, line in enumerate(part.lines):
            slot = span / len(part.lines)
            seconds = slot * (place + 0.9 * self._chance.number("line", part.name, place))
            at = self._start + timedelta(minutes=part.start, seconds=seconds)
            yield self._line(
                line, line.key or f"{ANSWER if part.answers else ASIDE}{part.name}/{place}", at
            )

    def _line(self, line: Line, key: str, at: datetime) -> Draft:
        text = self._addressed(line)
        return Draft(
            key,
            at,
            line.by,
            self._tagged(text) if line.tagged else text,
            lang=line.lang,
            reply_to=line.to,
            quote_of=line.quote,
            warmth=1.6 if line.by in {self._script.host, self._script.guest} else 0.9,
        )

    def _addressed(self, line: Line) -> str:
        """Return the words with the handle in front that X puts there in a reply."""
        if not line.to:
            return line.text
        to = next(one.by for part in self._script.parts for one in part.lines if one.key == line.to)
        return line.text if to == line.by else f"@{to} {line.text}"

    def _tagged(self, text: str) -> str:
        tag = f"#{self._script.hashtag}"
        return text if tag.lower() in text.lower() else f"{text} {tag}"

    def _introductions(self, people: Sequence[Figure]) -> list[Draft]:
        guests = [one.character for one in people if one.character.work and one.active]
        first, last = INTRODUCTIONS
        drafts = []
        for place, one in enumerate(self._chance.shuffled(guests, "introductions")):
            welcome = self._script.welcomes[place % len(self._script.welcomes)]
            text = welcome.format(name=one.name, place=one.place, work=one.work)
            minutes = first + (last - first) * (place + 0.5) / len(guests)
            at = self._start + timedelta(minutes=minutes)
            drafts.append(
                Draft(f"hello/{one.handle}", at, one.handle, self._tagged(text), warmth=0.5)
            )
        return drafts

    def _reactions(self, answers: Sequence[Draft], speakers: Sequence[str]) -> list[Draft]:
        """Return a quick answer to every so many lines, each from someone in the room."""
        heard = [one for one in answers if not one.reply_to]
        chosen = self._chance.shuffled(heard, "heard")[: len(self._script.reactions)]
        return [
            self._reaction(text, one, speakers)
            for text, one in zip(self._script.reactions, chosen, strict=False)
        ]

    def _reaction(self, text: str, heard: Draft, speakers: Sequence[str]) -> Draft:
        others = [one for one in speakers if one != heard.by]
        by = self._chance.pick(others, "reacts", heard.key)
        at = heard.at + SETTLING + timedelta(seconds=self._chance.below(70, "after", heard.key))
        words = self._tagged(f"@{heard.by} {text}")
        return Draft(f"react/{heard.key}", at, by, words, reply_to=heard.key, warmth=0.2)

    def _reposts(self, said: Sequence[Draft], speakers: Sequence[str]) -> Iterator[Draft]:
        script = self._script
        last = self._start + timedelta(minutes=script.length - 1)
        open_lines = [one for one in said if one.at < last and fits_repost(one)]
        for place in range(script.reposts):
            pool = script.passers if place % 3 else speakers
            origin = self._chance.pick(open_lines, "passed on", place)
            others = [one for one in pool if one != origin.by]
            wait = timedelta(seconds=20 + self._chance.below(200, "wait", place))
            by = self._chance.pick(others, "passer", place)
            yield Draft(f"pass/{place}", min(origin.at + wait, last), by, repost_of=origin.key)

    def _threaded(self, lines: Sequence[Draft]) -> list[Draft]:
        """Return the lines, those that begin with someone's handle as replies to their last one."""
        latest: dict[str, str] = {}
        threaded = []
        for line in sorted(lines, key=lambda one: one.at):
            first = line.text.split(maxsplit=1)[0]
            to = latest.get(first.removeprefix("@").lower(), "") if first.startswith("@") else ""
            threaded.append(line if line.reply_to or not to else replace(line, reply_to=to))
            latest[line.by.lower()] = line.key
        return threaded
