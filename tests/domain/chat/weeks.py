"""A weekly chat with the same host, who asks the same numbers every Thursday."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from allybook.domain.posts import id_at
from tests.domain.chat.talk import say

WEEK = timedelta(days=7)


def later(posts, by=WEEK):
    """Return posts said that much later, with ids of their own."""
    hours = int(by / timedelta(hours=1))
    return [
        replace(
            post,
            post_id=f"{int(post.post_id) + hours * 1000}",
            created_at=post.created_at + by,
        )
        for post in posts
    ]


def dated(posts):
    """Return posts with ids as X gives them, which tell their times."""
    return [
        replace(post, post_id=id_at(post.created_at, sequence=number))
        for number, post in enumerate(posts)
    ]


FIRST = [
    say(-90, "jane", "Looking forward to tonight #SwHelper"),
    say(1, "host", "Q1: What did you read this month? #SwHelper"),
    say(3, "jane", "A1 the rules #SwHelper"),
    say(20, "host", "Q2: How do you rest? #SwHelper"),
    say(22, "jane", "A2 tea #SwHelper"),
    say(23, "marco", "A2 sleep #SwHelper"),
    say(24, "tess", "A2 the garden #SwHelper"),
    say(70, "jane", "Thank you all #SwHelper"),
]
SECOND = later(
    [
        say(-30, "tess", "Tonight again, all welcome #SwHelper"),
        say(1, "host", "Q1: Who was kind to you? #SwHelper"),
        say(2, "tess", "A1 a bus driver #SwHelper"),
        say(20, "host", "Q2: Which organisations should we all know? #SwHelper"),
        say(22, "jane", "A2 @HousingHelp @LegalAidLeeds #SwHelper"),
        say(23, "marco", "A2 @FoodBankLeeds #SwHelper"),
        say(75, "marco", "Good night #SwHelper"),
    ]
)
