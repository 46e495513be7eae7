"""What each condition and its opposite are called, word by word: a “not” too many would mislead."""

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.filters.phrases import say_in_sentence, say_on_chip
from allybook.domain.filters.tree import HAS_WORDS, IS_WORDS, On

# The filter, what is said of it, and what is said of its opposite.
SENTENCE = """
beds | with “beds” | without “beds”
"rent freeze" | with “rent freeze” | without “rent freeze”
#SwHelper | with #SwHelper | without #SwHelper
@nasw | naming @nasw | not naming @nasw
from:nasw | by @nasw | not by @nasw
from:id:7 | by account 7 | not by account 7
to:nasw | answering @nasw | not answering @nasw
url:swhelper.example | linking to “swhelper.example” | not linking to “swhelper.example”
lang:de | in German | not in German
lang:und | in an unknown language | not in an unknown language
lang:qme | with media alone | not with media alone
is:ally | by allies | not by allies
is:copy | that are nearly the same as older ones | without near copies of older ones
is:muted | that are muted | that are not muted
is:private | by private accounts | not by private accounts
is:question | that ask something | that ask nothing
is:quote | that are quotes | without quotes
is:reply | that are replies | without replies
is:repost | that are reposts | without reposts
is:verified | by verified accounts | not by verified accounts
has:hashtags | with hashtags | without hashtags
has:images | with images | without images
has:links | with links | without links
has:media | with media | without media
has:mentions | with mentions | without mentions
has:video | with video | without video
min_likes:1 | at least 1 like | fewer than 1 like
min_likes:5 | at least 5 likes | fewer than 5 likes
min_reposts:1 | at least 1 repost | fewer than 1 repost
min_reposts:5 | at least 5 reposts | fewer than 5 reposts
min_replies:1 | at least 1 reply | fewer than 1 reply
min_replies:5 | at least 5 replies | fewer than 5 replies
max_likes:1 | at most 1 like | more than 1 like
max_likes:5 | at most 5 likes | more than 5 likes
max_reposts:1 | at most 1 repost | more than 1 repost
max_reposts:5 | at most 5 reposts | more than 5 reposts
max_replies:1 | at most 1 reply | more than 1 reply
max_replies:5 | at most 5 replies | more than 5 replies
since:2026-03-01 | since 1 March 2026 | before 1 March 2026
until:2026-03-01T09:00 | before 1 March 2026 09:00 | since 1 March 2026 09:00
newer:1h | from the last hour | older than 1 hour
newer:3d | from the last 3 days | older than 3 days
older:1w | older than 1 week | from the last week
older:30m | older than 30 minutes | from the last 30 minutes
in:Allies | by allies in “Allies” | not by allies in “Allies”
tag:vet | by allies tagged “vet” | not by allies tagged “vet”
category:Shelter | by allies of the category “Shelter” | not by allies of the category “Shelter”
list:Beds | from the list “Beds” or by its members | neither from the list “Beds” nor by its members
chat:swchat | from the chat #swchat | not from the chat #swchat
source:export.csv | read from “export.csv” | not read from “export.csv”
source:home | of the home timeline | not of the home timeline
source:own | from your own archive | not from your own archive
noise>40 | noise above 40 | noise up to 40
noise<=40 | noise up to 40 | noise above 40
"""
CHIP = """
beds | beds | no “beds”
"rent freeze" | “rent freeze” | no “rent freeze”
#SwHelper | #SwHelper | no #SwHelper
@nasw | @nasw | no @nasw
from:nasw | from @nasw | not from @nasw
from:id:7 | from account 7 | not from account 7
to:nasw | to @nasw | not to @nasw
url:swhelper.example | link to swhelper.example | no link to swhelper.example
lang:de | German | not German
lang:und | an unknown language | not an unknown language
lang:qme | media alone | not media alone
is:ally | ally | no allies
is:copy | near copies only | no near copies
is:muted | muted | not muted
is:private | private | not private
is:question | questions only | no questions
is:quote | quotes only | no quotes
is:reply | replies only | no replies
is:repost | reposts only | no reposts
is:verified | verified | not verified
has:hashtags | has hashtags | no hashtags
has:images | has images | no images
has:links | has links | no links
has:media | has media | no media
has:mentions | has mentions | no mentions
has:video | has video | no video
min_likes:1 | 1+ likes | under 1 like
min_likes:5 | 5+ likes | under 5 likes
min_reposts:1 | 1+ reposts | under 1 repost
min_reposts:5 | 5+ reposts | under 5 reposts
min_replies:1 | 1+ replies | under 1 reply
min_replies:5 | 5+ replies | under 5 replies
max_likes:1 | up to 1 like | over 1 like
max_likes:5 | up to 5 likes | over 5 likes
max_reposts:1 | up to 1 repost | over 1 repost
max_reposts:5 | up to 5 reposts | over 5 reposts
max_replies:1 | up to 1 reply | over 1 reply
max_replies:5 | up to 5 replies | over 5 replies
since:2026-03-01 | since 1 March 2026 | before 1 March 2026
until:2026-03-01T09:00 | before 1 March 2026 09:00 | since 1 March 2026 09:00
newer:1h | last hour | over 1 hour old
newer:3d | last 3 days | over 3 days old
older:1w | over 1 week old | last week
older:30m | over 30 minutes old | last 30 minutes
in:Allies | in Allies | not in Allies
tag:vet | tag vet | no tag vet
category:Shelter | category Shelter | not category Shelter
list:Beds | list Beds | not list Beds
chat:swchat | chat #swchat | not chat #swchat
source:export.csv | source export.csv | not source export.csv
source:home | home timeline | not home timeline
source:own | your own archive | not your own archive
noise>40 | noise above 40 | noise up to 40
noise<=40 | noise up to 40 | noise above 40
"""


def rows(table):
    return [tuple(line.split(" | ")) for line in table.split("\n") if line]


@pytest.mark.parametrize(("text", "said", "opposite"), rows(SENTENCE))
def test_a_condition_in_a_sentence(text, said, opposite):
    assert say_in_sentence(parse(text), holds=True) == said
    assert say_in_sentence(parse(text), holds=False) == opposite


@pytest.mark.parametrize(("text", "said", "opposite"), rows(CHIP))
def test_a_condition_on_a_chip(text, said, opposite):
    assert say_on_chip(parse(text), holds=True) == said
    assert say_on_chip(parse(text), holds=False) == opposite


@pytest.mark.parametrize("table", [SENTENCE, CHIP], ids=["sentence", "chip"])
def test_no_condition_is_missing_here(table):
    terms = [parse(text) for text, *_ in rows(table)]
    assert {term.on for term in terms} == set(On)
    assert {term.value for term in terms if term.on is On.IS} == IS_WORDS
    assert {term.value for term in terms if term.on is On.HAS} == HAS_WORDS
