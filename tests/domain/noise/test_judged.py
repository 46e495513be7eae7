"""Posts in seven languages: each with the noise and the reasons a person would give."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allybook.domain.noise import Judgement, Mark, Verdict, mark, reasons
from allybook.domain.posts import Mention, Post

POSTS = tomllib.loads(Path(__file__).with_name("judged.toml").read_text(encoding="utf-8"))["posts"]
ABOUT = ("reply_to", "repost_of", "quote_of")


def made(told):
    """Return the post that a row tells of."""
    text = told["text"]
    photo, me = told.get("photo", False), told.get("names_itself", False)
    return Post(
        "1",
        "10",
        datetime(2026, 11, 23, 9, tzinfo=UTC),
        text,
        lang=told["lang"],
        hashtags=tuple(re.findall(r"#(\w+)", text)),
        links=() if photo else tuple(re.findall(r"https?://\S+", text)),
        media=("photo",) if photo else (),
        mentions=(Mention("me", "10"),) if me else (),
        **{name: told[name] for name in ABOUT if name in told},
    )


@pytest.mark.parametrize("told", POSTS, ids=[told["text"][:30] for told in POSTS])
def test_a_post_is_as_noisy_as_a_person_would_say(told):
    post, judgement = made(told), Judgement(languages=tuple(told["mine"]))
    marks = mark(post) | (Mark.CHAT if told.get("chat") else 0)
    foreign = judgement.is_foreign(told["lang"])
    verdict = Verdict(
        int(marks), ally=told.get("ally", False), foreign=foreign, judgement=judgement
    )
    assert verdict.noise == told["noise"]
    assert [reason.kind.key for reason in reasons(post, verdict)] == told["why"]
