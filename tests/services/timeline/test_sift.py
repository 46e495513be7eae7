"""A file through a filter: what is kept is what importing it and asking the cache would give."""

import json
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.errors import UnreadableFile
from allybook.domain.filters.match import matches
from allybook.domain.filters.parse import parse
from allybook.domain.filters.times import day_of
from allybook.domain.filters.tree import And, Not, On, Or, Term
from allybook.domain.mutes import MUTES, Mute, MuteKind, write_mutes
from allybook.files.recognise import FileImporters
from allybook.services.books.edit import approve
from allybook.services.books.roster import lay_rosters
from allybook.services.imports.run import import_file
from allybook.services.people.nominate import nominate_handles
from allybook.services.timeline.sift import sift
from allybook.services.timeline.view import subject_of, walk
from allybook.store.profile import Profile
from tests.benchmarks import crowd
from tests.benchmarks.collected import write_pages
from tests.fakes.clock import NOON, FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.zones import BEIRUT, FIRST, LAST, NEW_YORK

POSTS = 600
FILTERS = (
    "",
    "noise<=20",
    "noise>20 -is:repost",
    "(noise>30 OR is:reply) min_likes:2",
    "-noise>30",
    "is:ally",
    "is:ally noise<=10",
    "-is:ally has:links",
    'in:"My allies" -is:repost',
    "tag:housing",
    "housing",
    "from:housing0",
    "source:file newer:30d",
    "is:verified lang:en",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    clock = FixedClock(NOON)
    with Profile(tmp_path_factory.mktemp("profile"), clock) as profile:
        made = replace(make_desk(profile, clock, None), importers=FileImporters())
        book = made.book()
        nominate_handles(made, book, [crowd.handle(rank) for rank in (0, 3, 9)])
        approve(made, book, [ally.key for ally in book.allies()])
        yield made


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    file = tmp_path_factory.mktemp("files") / "pages.jsonl"
    write_pages(file, POSTS)
    return file


def none_bad(record):
    raise AssertionError(record)


@pytest.fixture(scope="module")
def imported(desk, pages):
    class Ticket:
        def cancelled(self):
            return False

        def report(self, done, total):
            pass

    import_file(desk, pages, Ticket())
    lay_rosters(desk)
    return desk


@pytest.mark.parametrize("words", FILTERS)
def test_a_file_is_sifted_as_the_cache_would_be_asked(imported, pages, words):
    chosen = parse(words)
    asked = list(walk(imported, imported.cache.order(chosen)))
    assert sift(imported, pages, chosen, none_bad) == asked


@pytest.mark.parametrize("zone", [NEW_YORK, BEIRUT, FIRST, LAST], ids=str)
def test_days_of_a_file_are_days_of_the_person(desk, pages, zone):
    there = replace(desk, clock=FixedClock(NOON, zone))
    every = sift(there, pages, parse(""), none_bad)
    day = day_of(every[len(every) // 2].post.created_at, zone)
    chosen = parse(f"since:{day} until:{day + timedelta(days=1)}")
    of_day = [row for row in every if day_of(row.post.created_at, zone) == day]
    assert sift(there, pages, chosen, none_bad) == of_day
    # A part that names noise or mutes as well means the same days.
    loud = parse(f"(noise>100 OR since:{day}) -(until:{day} noise<=100) until:{day + timedelta(1)}")
    assert sift(there, pages, loud, none_bad) == of_day


LOUD = st.one_of(
    st.builds(Term, st.sampled_from([On.NOISE_UP_TO, On.NOISE_ABOVE]), st.integers(0, 90).map(str)),
    st.sampled_from([Term(On.IS, word) for word in ("muted", "question", "copy")]),
)
CALM = st.sampled_from([Term(On.IS, "reply"), Term(On.IS, "repost"), Term(On.HAS, "links")])
LEAVES = st.one_of(LOUD, CALM)
TREES = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, max_size=3).map(tuple).map(And),
        st.lists(parts, max_size=3).map(tuple).map(Or),
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Return a desk that mutes a word, a file of all sorts of posts, and all its rows."""
    folder, clock = tmp_path_factory.mktemp("told"), FixedClock(NOON)
    texts = (
        "Six beds are open on the east side tonight", "Enter to win a gift card now", "Beds?",
        "LOUDER THAN ALL THE OTHERS HERE", "Follow and retweet to win, a prize for all!!!",
        "https://t.co/a", "Crypto for everybody in the town tonight", "Open, or what?!!!",
    )  # fmt: skip
    posts = [
        {
            "id": str(1774000000000000001 + number),
            "author_id": "7",
            "text": text,
            "lang": ("en", "xx")[number % 3 == 0],
            "entities": {"hashtags": [{"tag": f"t{one}"} for one in range(number % 7)]},
            "referenced_tweets": [{"type": kind, "id": "1"} for kind in kinds],
        }
        for number, (text, kinds) in enumerate(
            product(texts, ((), ("retweeted",), ("replied_to",)))
        )
    ]
    file = folder / "told.jsonl"
    file.write_text("\n".join(map(json.dumps, posts)), encoding="utf-8")
    with Profile(folder / "profile", clock) as profile:
        made = replace(make_desk(profile, clock, None), importers=FileImporters(), home=("en",))
        made.settings.write(MUTES, write_mutes([Mute(MuteKind.WORD, "crypto")]))
        yield made, file, sift(made, file, parse(""), none_bad)


@given(TREES)
@settings(max_examples=300, deadline=None)
def test_looking_no_further_than_needed_keeps_what_looking_at_all_does(told, chosen):
    desk, file, rows = told
    kept = [
        row
        for row in rows
        if matches(
            chosen,
            subject_of(row),
            NOON,
        )
    ]
    found = sift(desk, file, chosen, none_bad)
    assert found == kept
    assert [row.verdict for row in found] == [row.verdict for row in kept]


def test_the_newest_ones_are_enough(imported, pages):
    every = sift(imported, pages, parse("is:reply"), none_bad)
    assert sift(imported, pages, parse("is:reply"), none_bad, most=5) == every[:5]


def test_nothing_of_a_file_is_kept(desk, pages, tmp_path):
    with Profile(tmp_path / "empty", FixedClock(NOON)) as profile:
        alone = replace(make_desk(profile, FixedClock(NOON), None), importers=FileImporters())
        assert len(sift(alone, pages, parse(""), none_bad)) == POSTS
        assert alone.cache.sources() == []


def test_bad_records_are_told_and_hopeless_files_refused(imported, pages, tmp_path):
    torn = tmp_path / "torn.jsonl"
    torn.write_text(
        pages.read_text(encoding="utf-8").splitlines()[0] + "\n{broken\n", encoding="utf-8"
    )
    bad = []
    assert len(sift(imported, torn, parse(""), bad.append)) == 100
    assert [record.line for record in bad] == [2]
    hopeless = tmp_path / "hopeless.jsonl"
    hopeless.write_bytes(b"\x89PNG")
    with pytest.raises(UnreadableFile):
        sift(imported, hopeless, parse(""), bad.append)


def test_a_post_told_twice_is_taken_as_told_last(desk, tmp_path):
    post = {"id": "1774000000000000001", "author_id": "7"}
    told = [json.dumps({**post, "text": text}) for text in ("beds", "food")]
    file = tmp_path / "twice.jsonl"
    file.write_text("\n".join(told), encoding="utf-8")
    assert [row.post.text for row in sift(desk, file, parse(""), none_bad)] == ["food"]
    assert sift(desk, file, parse("beds"), none_bad) == []


@pytest.mark.parametrize(
    "text",
    ["id,username,text\n7,NestLine,hello\n", "@NestLine\n@OakDesk\n", "1900920639436099368\n"],
)
def test_a_file_of_names_says_that_nothing_of_it_can_be_filtered(desk, tmp_path, text):
    path = tmp_path / "names.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="names and no posts"):
        sift(desk, path, parse(""), none_bad)
