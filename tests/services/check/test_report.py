"""The report of a check: the page for screen readers, and what the printed one says of itself."""

import re

from allybook.services.check.report import AnswerCount, Report, as_html, as_plain_html

REPORT = Report(
    title="Follow-back check of 21 November 2026",
    language="en",
    whom="2 allies with accounts",
    counts=(
        AnswerCount("Mutual", 1, "You follow each other."),
        AnswerCount("Fan", 1, "They follow you."),
    ),
    summary="Of 2 accounts we follow 1, and 2 follow us; 1 do both.",
    method_heading="How this was found out",
    method=("2 answers come from follower pages of 21 November 2026.",),
    accounts_heading="Accounts",
    headings=("Account", "Answer"),
    rows=(("Ana <b>", "Mutual"), ("Ben & Co", "Fan")),
    addresses=("https://x.com/intent/user?user_id=1", "https://x.com/intent/user?user_id=2"),
)


def test_the_web_page_has_what_a_screen_reader_needs():
    page = as_html(REPORT)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.count('scope="col"') == 2
    assert page.count('scope="row"') == 4
    assert 'aria-label="Of 2 accounts we follow 1, and 2 follow us; 1 do both."' in page
    assert "Ana &lt;b&gt;" in page
    assert "<script" not in page
    links = re.findall(r'<a href="http[^>]*>', page)
    assert len(links) == 2
    assert all(link.endswith(' rel="noopener noreferrer">') for link in links)


def test_the_printed_one_leads_to_the_page_that_can_be_read_aloud():
    printed = as_plain_html(REPORT, "For a screen reader, save the <web page>.")
    assert "For a screen reader, save the &lt;web page&gt;." in printed
    assert printed.index("screen reader") < printed.index("How this was found out")
    assert "screen reader" not in as_plain_html(REPORT)
