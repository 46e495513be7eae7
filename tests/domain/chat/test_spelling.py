"""A hashtag that people share is remembered as it is read best, not as most typed it."""

from allybook.domain.chat.summary import read_chat
from tests.domain.chat.talk import accounts, say

ASK = say(1, "host", "Q1: Which organisations and hashtags should we all know? #SwHelper")


def test_camel_case_counts_more_than_many():
    posts = [
        ASK,
        say(3, "jane", "A1 #shelternotes"),
        say(4, "marco", "A1 #SHELTERNOTES and @saferoofnet"),
        say(5, "tess", "A1 #ShelterNotes"),
        say(6, "jane", "A1 #shelternotes and @saferoofnet, and @SafeRoofNet"),
    ]
    chat = read_chat("#SwHelper", posts, accounts=accounts())
    assert {one.name for one in chat.nominations} == {"ShelterNotes", "saferoofnet"}
