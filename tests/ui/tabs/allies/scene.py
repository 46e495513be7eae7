"""A book in the middle of its life: approved, nominated, disputed, opted out; with a chat."""

from datetime import UTC, datetime, timedelta
from functools import partial

from msgspec.structs import replace

from allybook.domain.book import edit
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Author, Kind, Stamp
from allybook.domain.book.ids import entry_id
from allybook.domain.changes import Changed
from allybook.domain.check.followback import Side, Snapshot
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import (
    add_note,
    add_tags,
    approve,
    decline,
    opt_out,
    set_fields,
    write,
)
from allybook.services.people.nominate import nominate
from tests.fakes.clock import FixedClock

NOON = datetime(2026, 3, 31, 16, tzinfo=UTC)
NOTHING = Changed()
CHAT = datetime(2026, 3, 30, 19, tzinfo=UTC)
TAG = "SwHelper"
LIST = "9000"

# user id, handle, name, kind, category, tags
APPROVED = (
    ("101", "FernhillFamily", "Fernhill Family Center", "family", ("youth", "food")),
    ("102", "HarborRowSN", "Harbor Row Shelter Network", "", ("housing", "beds")),
    ("103", "junohp", "Juno Halvorsen-Pike", "educator", ("macro",)),
    ("104", "KindlingYouth", "Kindling Youth Project", "youth", ("youth",)),
    ("105", "Lanternway", "Lanternway Counseling", "health", ("clinic",)),
    ("106", "odalys_bk", "Odalys Brandt-Kemp", "educator", ("consent",)),
    ("107", "RuralCareCo", "Rural Care Collective", "health", ("rural", "funds")),
    ("108", "solwhit", "Sol Ibarra-Whitlock", "advocate", ("policy",)),
    ("109", "TidewaterDebt", "Tidewater Debt Clinic", "legal", ("legal",)),
    ("110", "VesperLaneLaw", "Vesper Lane Law Center", "legal", ("legal", "housing")),
    ("111", "WrenStreetFood", "Wren Street Food Shelf", "food", ("food",)),
    ("112", "YarrowElders", "Yarrow Elders Council", "elders", ("food", "housing")),
)
PERSONS = frozenset({"103", "106", "108", "203"})
# user id, handle, name, how many people say what
NAMED = (
    (
        "201",
        "BluebirdRespite",
        "Bluebird Respite Care",
        ("A3: our friends at @{} do good work",) * 4,
    ),
    (
        "202",
        "MapleMainLegal",
        "Maple and Main Legal Aid",
        ("A3: check out @{} for evictions", "A4 check out @{} for evictions", "A3 follow @{}"),
    ),
    ("203", "perrine_macro", "Perrine Achterberg", ("A4: follow @{} for policy notes.",) * 2),
    ("204", "CopperLaneKids", "Copper Lane Kids Club", ("A3: we love @{}",)),
    ("205", "OpenPantryNet", "Open Pantry Network", ("A3: follow @{} for food drives",)),
)
ME = Account("1", "NorthbankCircle", "Northbank Circle")


def accounts():
    people = [Account(i, handle, name) for i, handle, name, _, _ in APPROVED]
    people += [Account(i, handle, name) for i, handle, name, _ in NAMED]
    changed = {
        "105": {"private": True},
        "203": {"bio": "Policy nerd. No lists please, I mean it."},
    }
    return [
        replace(
            one,
            latest_post_id=id_at(NOON - timedelta(days=int(one.user_id) % 4)),
            **changed.get(one.user_id, {}),
        )
        for one in people
    ]


def chat_posts():
    """Return the posts of the chat: two questions, and who named whom; and the evidence words."""
    posts = [
        _post("90", 0, f"Q3: Which organisations can we count on? #{TAG}"),
        _post("90", 10, f"Q4: And whom do you read for policy? #{TAG}"),
    ]
    evidence = {}
    minute = 20
    for user_id, handle, _, said in NAMED:
        for number, words in enumerate(said):
            minute += 1
            author = str(301 + number)
            text = f"{words.format(handle)} #{TAG}"
            post = _post(author, minute, text, Mention(handle, user_id))
            posts.append(post)
            evidence.setdefault(user_id, []).append(f"{post.post_id}:{author}")
    return posts, evidence


def _post(author, minute, text, *mentions):
    at = CHAT + timedelta(minutes=minute)
    return Post(id_at(at), author, at, text, hashtags=(TAG,), mentions=mentions)


def fill(desk, clock: FixedClock):
    """Lay out the book "Swhelper allies" and two others; return it."""
    cache = desk.cache
    cache.save_accounts([ME, *accounts()], clock.now())
    desk.settings.write("me", ME.user_id)
    posts, evidence = chat_posts()
    cache.save_posts(posts, Source(Origin.CHAT, TAG.lower()))
    book = desk.shelf.create("Swhelper allies")
    desk.shelf.create("Workshop demo")
    desk.settings.write("book", book.info.book_id)
    shared = {"102": tuple(evidence["202"])}
    nominate(desk, book, [_nominee(i, name, shared.get(i, ())) for i, name, _, _, _ in APPROVED])
    nominate(desk, book, [Nominee("#shelternotes", "ShelterNotes", Kind.HASHTAG)])
    clock.advance(seconds=60)
    approve(desk, book, [*(row[0] for row in APPROVED), "#shelternotes"])
    add_tags(desk, book, ["#shelternotes"], ["beds"])
    # Each kind of word in one transaction, as fast as it goes.
    write(desk, book, {row[0]: partial(_tag, row[4]) for row in APPROVED})
    write(desk, book, {row[0]: partial(_categorise, row[3]) for row in APPROVED if row[3]})
    nominate(
        desk,
        book,
        [_nominee(i, handle, tuple(evidence[i])) for i, handle, _, _ in NAMED],
    )
    nominate(desk, book, [_nominee("401", "SpamForAll"), _nominee("402", "elke_v")])
    decline(desk, book, ["401"], "sells followers")
    opt_out(desk, book, ["402"])
    clock.advance(seconds=600)
    add_note(desk, book, ["102"], "Call Rosa at the desk, not the main line.")
    dispute(desk, book)
    _follow(desk)
    _list(desk, book)
    return book


def dispute(desk, book):
    """Let Ana and Ben write different categories without knowing of each other; return both."""
    ours = set_fields(desk, book, ["102"], {"category": "housing"})[0]
    later = Stamp(ours.at.milliseconds + 720_000)
    theirs = replace(
        ours,
        entry_id=entry_id(later, 7),
        at=later,
        by=Author("Ben", "desk"),
        set={"category": "shelter"},
        seen={},
    )
    book.append([theirs])
    return ours, theirs


def _follow(desk):
    now = desk.clock.now()
    followers = frozenset({"101", "102", "103", "106", "107"})
    following = frozenset({"101", "102", "104", "106", "107", "108"})
    for side, ids in ((Side.FOLLOWERS, followers), (Side.FOLLOWING, following)):
        desk.cache.save_snapshot(
            "1", Snapshot(side, ids, complete=True, source="follower pages", as_of=now)
        )


def _list(desk, book):
    desk.cache.save_list(XList(LIST, "Swhelper allies", private=True))
    desk.cache.set_mirror(book.info.book_id, LIST)
    ids = ["101", "102", "104", "105", "106", "107"]
    desk.cache.save_members(LIST, ids, complete=True, as_of=desk.clock.now())


def _tag(tags, entries, pen):
    return edit.add_tags(entries, tags, pen)


def _categorise(category, entries, pen):
    return edit.set_fields(entries, {"category": category}, pen)


def _nominee(user_id, handle, evidence=()):
    kind = Kind.PERSON if user_id in PERSONS else Kind.ORGANISATION
    return Nominee(user_id, handle, kind, evidence=evidence)
