"""The page to share: who is on it, how many a day, and that nothing in it is taken for mark-up."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.book.ally import Ally, Note
from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Author, Kind, Stamp, Status
from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import Account
from allybook.services.books import edit
from allybook.services.people.nominate import nominate
from allybook.services.share.html import SharedPage, as_page
from allybook.services.share.page import A_DAY, GIVEN, Edition, plan_page, write_page
from allybook.services.share.words import SPOKEN
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk

VOID = {"meta", "link", "br"}


class Tree(HTMLParser):
    """Checks that every element is closed in order, and gathers what there is."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.words = [], [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open):
            self.words.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def desk(tmp_path, clock):
    with Profile(tmp_path / "profile", clock) as profile:
        yield make_desk(profile, clock, None)


@pytest.fixture
def book(desk):
    book = desk.shelf.create("Friends of #swhelper")
    people = [
        Nominee("42", "NestLine", Kind.ORGANISATION, "housing", ("beds",)),
        Nominee("43", "rosa_sw", Kind.PERSON, "policy", ("macro & micro",)),
        Nominee("@oakdesk", "OakDesk", Kind.ORGANISATION),
        Nominee("44", "shy_one", Kind.ORGANISATION),
        Nominee("#swhelper", "SwHelper", Kind.HASHTAG),
        Nominee("45", "waits", Kind.ORGANISATION),
        Nominee("46", "asked_out", Kind.ORGANISATION),
        Nominee("47", "", Kind.ORGANISATION),
    ]
    nominate(desk, book, people)
    edit.approve(desk, book, [one.key for one in people if one.key != "45"])
    edit.opt_out(desk, book, ["46"])
    edit.add_note(desk, book, ["42"], "secret note")
    desk.cache.save_accounts([Account("44", "shy_one", bio="No lists please")], desk.clock.now())
    return book


def test_only_who_is_approved_and_willing_is_on_the_page(desk, book, tmp_path):
    plan = plan_page(desk, book, Edition())
    assert [ally.handle for ally in plan.page.allies] == [
        "NestLine",
        "rosa_sw",
        "OakDesk",
        "SwHelper",
    ]
    assert (plan.persons, plan.shy, plan.nameless, plan.rest) == (1, 1, 1, 0)
    path = tmp_path / "page.html"
    write_page(desk, plan, path)
    tree = Tree(path.read_text(encoding="utf-8"))
    for absent in ("waits", "asked_out", "shy_one", "secret note", "Ana"):
        assert absent not in path.read_text(encoding="utf-8")
    assert "42" not in tree.text
    links = [link["href"] for link in tree.all("a")]
    assert "https://x.com/intent/follow?user_id=42" in links
    assert "https://x.com/intent/follow?screen_name=OakDesk" in links
    assert "https://x.com/search?q=%23SwHelper&f=live" in links


def test_persons_can_be_left_out(desk, book):
    plan = plan_page(desk, book, Edition(persons=False))
    assert "rosa_sw" not in as_page(plan.page)
    assert "noindex" not in as_page(plan.page)
    assert "noindex" in as_page(plan_page(desk, book, Edition()).page)


def test_what_the_group_calls_its_allies_stays_with_it_unless_it_says_so(desk, book):
    edit.add_tags(desk, book, ["42"], ["owes us a reply"])
    plan = plan_page(desk, book, Edition())
    assert plan.tags == ("beds", "macro & micro", "owes us a reply")
    assert [ally.tags for ally in plan.page.allies] == [()] * 4
    assert "owes us" not in as_page(plan.page)
    plan = plan_page(desk, book, Edition(tags=True, persons=False))
    assert plan.tags == ("beds", "owes us a reply")
    page = Tree(as_page(plan.page))
    assert all(tag in page.text for tag in plan.tags)


def test_who_is_out_by_the_time_a_page_is_written_is_not_on_it(desk, book, tmp_path):
    plan = plan_page(desk, book, Edition())
    edit.opt_out(desk, book, ["42"])
    edit.remove(desk, book, ["#swhelper"])
    desk.cache.save_accounts([Account("43", "rosa_sw", bio="No lists!")], desk.clock.now())
    written = write_page(desk, plan, tmp_path / "page.html")
    assert [ally.handle for ally in written.page.allies] == ["OakDesk"]
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "OakDesk" in html
    for absent in ("NestLine", "SwHelper", "rosa_sw", "noindex"):
        assert absent not in html
    # Who is not shown is not counted as given out.
    assert json.loads(desk.settings.read(GIVEN))["keys"] == ["@oakdesk"]


def test_who_got_an_id_by_the_time_a_page_is_written_stays_on_it(desk, book, tmp_path):
    plan = plan_page(desk, book, Edition())
    nominate(desk, book, [Nominee("48", "OakDesk", Kind.ORGANISATION)])
    written = write_page(desk, plan, tmp_path / "page.html")
    assert written.page == plan.page
    assert "48" in json.loads(desk.settings.read(GIVEN))["keys"]


def test_a_page_on_which_nobody_is_left_is_not_written(desk, book, tmp_path):
    plan = plan_page(desk, book, Edition())
    edit.opt_out(desk, book, [ally.key for ally in plan.page.allies])
    with pytest.raises(BadInput, match="Nobody is approved"):
        write_page(desk, plan, tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()


def test_the_page_is_one_file_that_loads_nothing(desk, book):
    html = as_page(plan_page(desk, book, Edition()).page)
    tree = Tree(html)
    assert {tag for tag, _ in tree.elements}.isdisjoint({"script", "img", "link", "iframe", "form"})
    assert not re.search(r"\bon\w+=|url\(|@import|javascript:", html)
    away = [link.get("rel") for link in tree.all("a") if link["href"].startswith("http")]
    assert len(away) > 5
    assert set(away) == {"noopener noreferrer"}
    policy = next(one["content"] for one in tree.all("meta") if "http-equiv" in one)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_page_has_the_order_that_readers_go_by(desk, book):
    tree = Tree(as_page(plan_page(desk, book, Edition(title="  Our   friends ")).page))
    assert tree.all("html") == [{"lang": "en"}]
    assert [len(tree.all(tag)) for tag in ("main", "h1", "footer", "nav", "title")] == [1] * 5
    ids = {attributes["id"] for _, attributes in tree.elements if "id" in attributes}
    inside = {link["href"][1:] for link in tree.all("a") if link["href"].startswith("#")}
    assert inside <= ids
    assert {one["aria-labelledby"] for one in tree.all("section")} <= ids
    order = [tag for tag, _ in tree.elements if tag in {"h1", "h2", "h3"}]
    assert order[0] == "h1"
    assert set(order[1:]) == {"h2"}
    assert tree.elements[[tag for tag, _ in tree.elements].index("body") + 1][1]["href"] == "#list"
    for heading in ("Our friends", "housing", "policy", "Others", "Hashtags"):
        assert heading in tree.text
    assert "Made on 30 March 2026" in tree.text
    assert "Friends of #swhelper" not in tree.text


@pytest.mark.parametrize("language", SPOKEN)
def test_the_page_speaks_each_language_whole(desk, book, language):
    words = SPOKEN[language]
    tree = Tree(as_page(plan_page(desk, book, Edition(language=language)).page))
    assert tree.all("html") == [{"lang": language}]
    for said in (words.skip, words.others, words.leave, words.follow, words.search):
        assert said in tree.text
    labels = {link.get("aria-label"): link for link in tree.all("a")}
    assert words.follow_whom.format("@NestLine") in labels
    assert words.search_what.format("#SwHelper") in labels
    # Who speaks to the computer says what is seen: it must be part of what is said.
    assert words.follow.casefold() in words.follow_whom.casefold()
    assert words.search.casefold() in words.search_what.casefold()
    assert len(words.months) == 12
    # The page is headed in its language, too.
    assert tree.text.count(words.title.format("#swhelper")) >= 1
    assert "{" not in tree.text


def test_an_unknown_language_or_part_is_refused(desk, book):
    with pytest.raises(BadInput, match="and not “xx”"):
        plan_page(desk, book, Edition(language="xx"))
    for part in (0, 2):
        with pytest.raises(BadInput, match=f"no part {part}"):
            plan_page(desk, book, Edition(part=part))


def test_a_book_of_nobody_makes_no_page(desk, tmp_path):
    plan = plan_page(desk, desk.shelf.create("empty"), Edition())
    assert "Nobody is approved" in plan.refusal
    with pytest.raises(BadInput, match="Nobody is approved"):
        write_page(desk, plan, tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()


def crowd(desk, name, number, start=1000):
    book = desk.shelf.create(name)
    people = [Nominee(str(start + one), f"name_{one}", Kind.ORGANISATION) for one in range(number)]
    nominate(desk, book, people)
    edit.approve(desk, book, [one.key for one in people])
    return book


def test_at_most_so_many_accounts_leave_on_one_day(desk, clock, tmp_path):
    book, path = crowd(desk, "crowd", A_DAY + 30), tmp_path / "page.html"
    first = plan_page(desk, book, Edition())
    assert (len(first.keys), first.rest) == (A_DAY, 30)
    assert first.again_at.isoformat() == "2026-03-31T00:00:00+00:00"
    write_page(desk, first, path)
    # The same page again shows nobody else.
    write_page(desk, plan_page(desk, book, Edition()), path)
    second = plan_page(desk, book, Edition(part=2))
    assert "can be written from 2026-03-31 00:00 UTC" in second.refusal
    before = path.read_bytes()
    with pytest.raises(BadInput, match="Nothing was written"):
        write_page(desk, second, path)
    assert path.read_bytes() == before
    clock.advance(seconds=86_400)
    second = plan_page(desk, book, Edition(part=2))
    assert (second.refusal, len(second.keys), second.rest) == ("", 30, 0)
    write_page(desk, second, path)


def test_a_day_is_counted_over_all_books(desk, tmp_path):
    write_page(desk, plan_page(desk, crowd(desk, "one", 300), Edition()), tmp_path / "1.html")
    other = crowd(desk, "two", 300, start=5000)
    assert "show 300 already" in plan_page(desk, other, Edition()).refusal
    # A plan of before the first page does not get around the count.
    stale = replace(plan_page(desk, other, Edition()), refusal="")
    with pytest.raises(BadInput, match="show 300 already"):
        write_page(desk, stale, tmp_path / "2.html")


TEXT = st.text(max_size=20) | st.sampled_from(
    ["<script>alert(1)</script>", '"><img src=x>', "</style>", "&lt;", "{}", "ابن", "\u202eevil"]
)


@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_nothing_that_people_wrote_becomes_mark_up(title, category, tags):
    ally = Ally(
        "42", "NestLine", "42", Kind.ORGANISATION, Status.APPROVED, category, "why", tuple(tags)
    )
    ally = replace(ally, hashtags=tuple(tags), notes=(Note("e", "n", Author("a", "b"), Stamp(1)),))
    page = SharedPage(title, "en", date(2026, 3, 31), (ally,))
    plain = SharedPage(
        "t", "en", page.made_on, (replace(ally, category="c", tags=(), hashtags=()),)
    )
    html = as_page(page).encode("utf-8", "replace").decode()
    tags_of = {tag for tag, _ in Tree(html).elements}
    assert tags_of - {"ul", "li", "a"} == {tag for tag, _ in Tree(as_page(plain)).elements} - {
        *("ul", "li", "a")
    }
