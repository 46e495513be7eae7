"""Reading page by page: it ends, whatever X says about a next page."""

import pytest

from allybook.domain.people.accounts import Problem, Reason
from allybook.domain.reading.pages import Page
from allybook.services.jobs.paging import EMPTY, Reading, read_pages


class Pages:
    """Answers with pages in turn, and then with the last one for ever; remembers the tokens."""

    def __init__(self, *pages):
        self.pages = pages
        self.asked = []

    def ask(self, page, wanted):
        """Return the next page."""
        self.asked.append(page)
        if len(self.asked) > 50:
            pytest.fail("still asking")
        return self.pages[min(len(self.asked), len(self.pages)) - 1]


def read(desk, ticket, pages, **bounds):
    kept = []
    reading = read_pages(desk, ticket, pages.ask, lambda page: kept.extend(page.items), **bounds)
    return reading, kept


def test_a_token_that_was_just_asked_for_ends_a_reading_as_not_complete(desk, network, ticket):
    pages = Pages(Page((1, 2), "same"))
    assert read(desk, ticket, pages) == (Reading(4, complete=False), [1, 2, 1, 2])
    assert pages.asked == [None, "same"]


def test_tokens_that_lead_in_a_circle_end_it_too(desk, network, ticket):
    pages = Pages(Page((1,), "a"), Page((2,), "b"), Page((3,), "a"))
    assert read(desk, ticket, pages) == (Reading(3, complete=False), [1, 2, 3])


@pytest.mark.parametrize("told", ["", "22"])
def test_trouble_that_names_nothing_leaves_a_reading_open_to_its_last_page(
    desk, network, ticket, told
):
    trouble = (Problem(told, Reason.OTHER, ""),)
    pages = Pages(Page((1,), "a", unshown=trouble), Page((2,)))
    reading, kept = read(desk, ticket, pages)
    assert (reading.complete, reading.charged, kept) == (bool(told), 2, [1, 2])
    said = "" if told else "X did not send all of it; read it again later."
    assert reading.complaint == said


@pytest.mark.parametrize("most", [None, 20])
def test_one_empty_page_after_another_ends_it(desk, network, ticket, most):
    pages = Pages(Page((1,), "a"), *(Page((), str(n)) for n in range(60)))
    assert read(desk, ticket, pages, most=most) == (Reading(1, complete=False), [1])
    assert len(pages.asked) == 1 + EMPTY


def test_a_few_empty_pages_between_others_are_passed_by(desk, network, ticket):
    few = [Page((), f"{n}") for n in range(EMPTY - 1)]
    more = [Page((), f"{n}") for n in range(10, 10 + EMPTY - 1)]
    pages = Pages(*few, Page((1,), "a"), *more, Page((2,)))
    assert read(desk, ticket, pages) == (Reading(2, complete=True), [1, 2])
