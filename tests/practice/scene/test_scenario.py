from collections import Counter

import pytest
from twitter_text import parse_tweet

from allybook.domain.errors import BadInput
from allybook.practice.entities import HASHTAG, MENTION
from allybook.practice.scene.scenario import Scenario
from tests.practice.conftest import scenario_texts


@pytest.fixture(scope="module")
def lines(scenario):
    return [line for part in scenario.chat.parts for line in part.lines]


@pytest.fixture(scope="module")
def handles(scenario):
    people = scenario.setting.people
    return {one.handle.lower() for one in people} | {one.was.lower() for one in people if one.was}


def test_people_of_all_fates_live_there(scenario):
    people = scenario.setting.people
    assert 115 <= len(people) <= 130
    assert len({one.handle.lower() for one in people}) == len(people)
    assert Counter(one.fate for one in people)["suspended"] == 2
    assert Counter(one.fate for one in people)["gone"] == 2
    assert sum(one.private for one in people) >= 3
    assert sum(one.quiet_days > 180 for one in people) >= 4
    assert [one.handle for one in people if one.was] == ["PatchworkVan"]
    assert [one.handle for one in people if one.blocks_us] == ["ismenecarrow"]
    assert [one.handle for one in people if "no lists" in one.bio.lower()] == ["cosimaeast"]


def test_names_and_bios_fit_x(scenario):
    for one in scenario.setting.people:
        assert len(one.handle) <= 15
        assert len(one.name) <= 50
        assert len(one.bio) <= 160


def test_the_chat_is_written_by_hand(lines):
    texts = {line.text for line in lines}
    assert len(texts) == len(lines) >= 220


def test_every_line_fits_a_post(scenario, lines):
    for line in lines:
        tail = f" #{scenario.chat.hashtag}" if line.tagged else ""
        quote = " https://t.co/0123456789" if line.quote else ""
        assert parse_tweet(line.text + tail + quote).weightedLength <= 280, line.text


def test_everyone_named_in_the_chat_lives_there(lines, handles):
    for line in lines:
        assert line.by.lower() in handles
        assert {name.lower() for name in MENTION.findall(line.text)} <= handles, line.text


def test_what_a_line_shares_stands_in_it(lines):
    for line in lines:
        tags = {f"#{tag}" for tag in HASHTAG.findall(line.text)}
        names = {f"@{name}" for name in MENTION.findall(line.text)}
        assert set(line.shares) <= tags | names, line.text
        assert len(set(line.shares)) == len(line.shares)


def test_many_mentions_are_no_shares(scenario, lines):
    shared = [share.lower() for line in lines for share in line.shares]
    named = Counter(f"@{name.lower()}" for line in lines for name in MENTION.findall(line.text))
    for loud in (scenario.chat.host, scenario.chat.guest):
        assert f"@{loud.lower()}" not in shared
        assert named[f"@{loud.lower()}"] > max(Counter(shared).values())
    assert len(set(shared)) >= 55
    assert sum(count >= 3 for count in Counter(shared).values()) >= 10


def test_answers_come_in_all_forms(lines):
    starts = ("A1 ", "A1:", "A.1", "a1 ", "A1.", "Q1A", "Re Q1")
    assert all(any(line.text.startswith(start) for line in lines) for start in starts)
    assert any(line.quote and line.answers is None for line in lines)
    assert any(line.to and line.answers is None for line in lines)
    assert {"zh", "ja", "fr", "es"} <= {line.lang for line in lines}


def test_references_in_the_chat_lead_somewhere(lines):
    keys = {line.key for line in lines if line.key}
    assert {f"q{number}" for number in range(1, 7)} <= keys
    assert {line.to for line in lines if line.to} <= keys
    assert {line.quote for line in lines if line.quote} <= keys


def test_no_gap_stays_unfilled(stage):
    assert not [post.text for post in stage.posts if "{" in post.text]


def test_a_missing_file_is_one_clear_sentence():
    texts = scenario_texts()
    del texts["chat.toml"]
    with pytest.raises(BadInput, match=r"lacks chat\.toml"):
        Scenario.read(texts)


@pytest.mark.parametrize("damage", ["[[people", 'anchor = "soon"'])
def test_a_damaged_file_is_named(damage):
    texts = scenario_texts() | {"scenario.toml": damage}
    with pytest.raises(BadInput, match=r"scenario\.toml is wrong"):
        Scenario.read(texts)
