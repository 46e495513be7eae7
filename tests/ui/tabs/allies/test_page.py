from datetime import date, timedelta

from msgspec.structs import replace

from allybook.domain.acts.outbox import Act, Deed
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind
from allybook.domain.changes import Changed
from allybook.domain.check.followback import Answer
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve
from allybook.services.chats.chat import open_chat
from allybook.services.chats.here import remember
from allybook.services.chats.shared import nominees_of
from allybook.services.people.nominate import nominate, nominate_handles
from allybook.ui.models.signs import AllyStatus
from allybook.ui.tabs.allies.evidence import evidence_of
from allybook.ui.tabs.allies.facts import facts_of, named_by
from allybook.ui.tabs.allies.lazily import XSaid
from allybook.ui.tabs.allies.page import PageReader
from allybook.ui.tabs.allies.rows import LightRows, OnList
from tests.domain.chat.weeks import FIRST, SECOND, WEEK, dated, later
from tests.ui.tabs.allies import scene


def test_a_page_joins_the_book_with_what_x_said(page):
    rows = {row.key: row for row in page.rows}
    assert rows["102"].status is AllyStatus.ON_LIST
    assert (rows["102"].answer, rows["103"].answer) == (Answer.MUTUAL, Answer.FAN)
    assert rows["#shelternotes"].answer is None
    assert rows["105"].private
    assert rows["102"].versions == {"category": 2}


def test_nominations_come_with_who_said_what_where(page):
    first = page.nominations[0]
    assert (first.name, first.people, first.said_in) == ("Bluebird Respite Care", 4, "A3")
    assert page.quote(first).quote == "our friends at @BluebirdRespite do good work"
    maple = page.nominations[1]
    assert (maple.people, maple.said_in) == (3, "A3 and A4")
    assert [origin.tag for origin in page.origins] == ["SwHelper"]


def test_books_are_counted_by_those_that_they_count_on(page):
    assert [(info.name, number) for info, number in page.books] == [
        ("Swhelper allies", 13),
        ("Workshop demo", 0),
    ]


def test_another_book_is_counted_anew_only_when_it_changed(desk, book, clock):
    reader = PageReader(desk, clock.now)
    reader.read(book.info.book_id, scene.NOTHING)
    other = next(info for info in desk.shelf.books() if info.name == "Workshop demo")
    there = desk.shelf.open(other.book_id)
    nominate_handles(desk, there, ["new_one"])
    approve(desk, there, ["@new_one"])
    page = reader.read(book.info.book_id, Changed(books=frozenset({other.book_id})))
    assert {info.name: number for info, number in page.books}["Workshop demo"] == 1


def test_what_waits_in_the_outbox_is_told(desk, book, clock):
    act = Act("a", Deed.ADD_MEMBER, book.info.book_id, scene.LIST, "103", "junohp", clock.now())
    desk.outbox.put([act])
    page = PageReader(desk, clock.now).read(book.info.book_id, scene.NOTHING)
    assert next(row for row in page.rows if row.key == "103").status is AllyStatus.WAITING


def test_an_empty_book_hints_at_the_chat_read_last(bare, clock):
    book = bare.book()
    reader = PageReader(bare, clock.now)
    assert reader.read(book.info.book_id, scene.NOTHING).hint is None
    bare.cache.save_accounts(scene.accounts(), clock.now())
    bare.cache.save_posts(scene.chat_posts()[0], Source(Origin.CHAT, "swhelper"))
    hint = reader.read(book.info.book_id, Changed(posts=True)).hint
    assert (hint.origin.tag, hint.shared) == ("SwHelper", 5)


def test_somebody_who_writes_days_later_does_not_move_the_chat_of_the_hint(bare, clock):
    book = bare.book()
    late = clock.now() + timedelta(days=3)
    straggler = Post(id_at(late), "77", late, "Still thinking #SwHelper", hashtags=("SwHelper",))
    bare.cache.save_accounts(scene.accounts(), clock.now())
    posts = [*scene.chat_posts()[0], straggler]
    bare.cache.save_posts(posts, Source(Origin.CHAT, "swhelper"))
    hint = PageReader(bare, clock.now).read(book.info.book_id, scene.NOTHING).hint
    assert (hint.origin.day, hint.shared) == (date(2026, 3, 30), 5)


def test_a_chat_that_a_file_brought_is_a_chat_here_too(bare, clock):
    book = bare.book()
    reader = PageReader(bare, clock.now)
    bare.cache.save_accounts(scene.accounts(), clock.now())
    bare.cache.save_posts(scene.chat_posts()[0], Source(Origin.FILE, "tags.csv"))
    assert reader.read(book.info.book_id, scene.NOTHING).hint is None
    remember(bare, "#SwHelper")
    assert reader.read(book.info.book_id, Changed(posts=True)).hint.shared == 5
    nominate(bare, book, nominees_of(bare, book, open_chat(bare, "swhelper")))
    nominate_handles(bare, book, [], ["SwHelper", "Unread"])
    page = reader.read(book.info.book_id, Changed(books=frozenset({book.info.book_id})))
    assert [origin.tag for origin in page.origins] == ["SwHelper"]
    first = page.nominations[0]
    assert first.said_in == "A3"
    assert {one.chat for one in evidence_of(bare, page, first.key).sayings} == {"#SwHelper"}
    assert named_by(bare, book.ally(first.key), clock.now()) == "4 people in #SwHelper"
    assert facts_of(bare, page, "#swhelper", clock.now()).captured
    assert not facts_of(bare, page, "#unread", clock.now()).captured
    remember(bare, "unread")
    assert not facts_of(bare, page, "#unread", clock.now()).captured


def test_the_chats_of_two_evenings_are_read_each_by_itself(bare, clock):
    day = timedelta(days=1)
    second = [
        replace(post, author_id="5") if post.author_id == "1" else post
        for post in later(SECOND, day - WEEK)
    ]
    posts = dated([*FIRST, *second])
    asked, said = posts[-4:-2]
    reply = replace(said, text="@HousingHelp, always #SwHelper", reply_to=asked.post_id)
    bare.cache.save_posts([*posts[:-3], reply, *posts[-2:]], Source(Origin.CHAT, "swhelper"))
    book = bare.book()
    reader = PageReader(bare, clock.now)
    assert reader.read(book.info.book_id, scene.NOTHING).hint.shared == 2
    nominate(bare, book, nominees_of(bare, book, open_chat(bare, "swhelper")))
    page = reader.read(book.info.book_id, Changed(books=frozenset({book.info.book_id})))
    assert {row.name: row.said_in for row in page.nominations} == {
        "HousingHelp": "A2",
        "FoodBankLeeds": "A2",
    }


def test_who_was_named_in_two_chats_is_not_ascribed_to_one(desk, book, page, clock):
    tags = ("SwHelper", "SwHelper", "SwHelper", "Sw4All", "Sw4All")
    posts = [
        Post(
            id_at(clock.now(), sequence=number),
            str(number),
            clock.now(),
            f"@x #{tag}",
            hashtags=(tag,),
        )
        for number, tag in enumerate(tags, 601)
    ]
    desk.cache.save_posts(posts, Source(Origin.FILE, "a"))
    desk.cache.save_posts(posts[3:], Source(Origin.CHAT, "sw4all"))
    said = tuple(f"{post.post_id}:{post.author_id}" for post in posts)
    nominate(desk, book, [Nominee("690", "NewHere", Kind.PERSON, evidence=said)])
    assert named_by(desk, book.ally("690"), clock.now()) == "5 people in 2 chats"
    nominate(desk, book, [Nominee("691", "Other", Kind.PERSON, evidence=said[3:])])
    assert named_by(desk, book.ally("691"), clock.now()) == "2 people in #Sw4All"


def test_the_facts_of_an_ally_are_in_words(desk, page, clock):
    facts = facts_of(desk, page, "102", clock.now())
    assert facts.under == "@HarborRowSN, organisation"
    assert facts.address == "https://x.com/i/user/102"
    assert facts.status.words == "On the X List, seen today"
    assert facts.follow_back.words == "Mutual, seen Mar 31"
    clock.advance(seconds=timedelta(days=366).total_seconds())
    facts = facts_of(desk, page, "102", clock.now())
    assert facts.follow_back.words == "Mutual, seen Mar 31, 2026"
    assert facts.nominated_by == "3 people in #SwHelper"
    assert [version.value for version in facts.conflicts["category"]] == ["shelter", "housing"]


def test_the_facts_of_a_hashtag_lead_to_its_search(desk, page, clock):
    facts = facts_of(desk, page, "#shelternotes", clock.now())
    assert (facts.under, facts.address) == ("hashtag", "https://x.com/hashtag/ShelterNotes")
    assert facts.follow_back is None


def test_a_reason_stands_beside_the_status(desk, page, clock):
    facts = facts_of(desk, page, "401", clock.now())
    assert (facts.status.words, facts.reason) == ("Declined", "sells followers")
    assert facts_of(desk, page, "402", clock.now()).final
    assert facts_of(desk, page, "203", clock.now()).no_lists


def test_an_ally_without_a_handle_is_found_on_x_by_its_id(desk, page, clock):
    lines = [line._replace(handle="") if line.key == "101" else line for line in page.rows.lines]
    faces = {key: face for key, face in page.rows.faces.items() if key != "101"}
    rows = LightRows(lines, faces, OnList(), XSaid(desk))
    facts = facts_of(desk, replace(page, rows=rows), "101", clock.now())
    assert facts.address == "https://x.com/i/user/101"


def test_nobody_has_no_facts(desk, page, clock):
    assert facts_of(desk, page, "999", clock.now()) is None


def test_a_renamed_account_is_shown_by_its_new_handle(desk, book, clock):
    desk.cache.save_accounts([Account("104", "KindlingNew", "Kindling")], clock.now())
    page = PageReader(desk, clock.now).read(book.info.book_id, scene.NOTHING)
    assert next(row for row in page.rows if row.key == "104").handle == "KindlingNew"
