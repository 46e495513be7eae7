"""The practice network's chat as posts, with the marks of who shared whom and answered what.

``resources/practice/chat.toml`` was written by somebody else than the finder, and the finder was
not fitted to its sentences.
"""

import re
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Post

FOLDER = Path(__file__).parents[3] / "resources" / "practice"
START = datetime(2026, 3, 30, 19, tzinfo=UTC)


def read_accounts() -> dict[str, Account]:
    """Return the scenario's people by user id (their place in the file)."""
    scene = tomllib.loads((FOLDER / "scenario.toml").read_text(encoding="utf-8"))
    people = enumerate(scene["people"], start=1)
    return {
        str(number): Account(str(number), one["handle"], one["name"], one.get("bio", ""))
        for number, one in people
    }


def read_script() -> dict:
    return tomllib.loads((FOLDER / "chat.toml").read_text(encoding="utf-8"))


def read_lines(script) -> list[tuple[Post, frozenset[str], int]]:
    """Return each line as a post, with what it shares and the number that it answers (0: none)."""
    ids = {account.handle.lower(): user_id for user_id, account in read_accounts().items()}
    lines = [
        (part["start"] + (part["end"] - part["start"]) * place / len(part["lines"]), part, line)
        for part in script["parts"]
        for place, line in enumerate(part["lines"])
    ]
    lines.sort(key=lambda one: one[0])
    keys = {line["key"]: str(n) for n, (_, _, line) in enumerate(lines, 1000) if "key" in line}
    authors = {line["key"]: line["by"] for _, _, line in lines if "key" in line}
    posts = []
    for number, (minute, part, line) in enumerate(lines, 1000):
        text = _text(line, authors.get(line.get("to")), script["hashtag"])
        handles = re.findall(r"(?<!\w)@(\w+)", text)
        post = Post(
            str(number),
            ids[line["by"].lower()],
            START + timedelta(minutes=minute),
            text,
            reply_to=keys.get(line.get("to")),
            quote_of=keys.get(line.get("quote")),
            mentions=tuple(Mention(one, ids.get(one.lower())) for one in handles),
            hashtags=tuple(re.findall(r"(?<!\w)#(\w+)", text)),
        )
        answers = line.get("answers", part.get("answers", 0))
        posts.append((post, frozenset(line.get("shares", ())), answers))
    return posts


def _text(line, addressed, hashtag) -> str:
    """Return the words as they stand on X: whom they reply to in front, the hashtag at the end."""
    text = f"@{addressed} {line['text']}" if addressed else line["text"]
    tagged = f"#{hashtag}".lower() in text.lower() or not line.get("tagged", True)
    return text if tagged else f"{text} #{hashtag}"
