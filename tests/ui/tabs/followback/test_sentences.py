"""What the tab says: plain, and never *no* where it means *unknown*."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.check.follow_events import Fall
from allybook.domain.check.followback import Answer, CheckFlag, Finding, Unsaid
from allybook.domain.people.accounts import Account, Standing
from allybook.domain.posts import id_at
from allybook.services.check.plan import PAGES
from allybook.ui.tabs.followback.rows import KnownFaces, finding_row
from allybook.ui.tabs.followback.sentences import answer_sentence, flag_sentences, state_words

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)
LONG_AGO = datetime(2023, 11, 19, 9, tzinfo=UTC)


def found(answer=Answer.MUTUAL, flags=(), source=PAGES, as_of=NOW, *, complete=True):
    return Finding("21", "SafeRoof", answer, frozenset(flags), source, as_of, complete=complete)


OPEN = found(Answer.UNKNOWN, complete=False)


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        ([], "not checked yet"),
        ([found(Answer.UNKNOWN, source="", complete=False)], "not checked yet"),
        ([found(), found()], "all answers complete on Mar 31"),
        (
            [found(), found(as_of=NOW - timedelta(days=29))],
            "all answers complete, the oldest from Mar 2",
        ),
        ([found(as_of=LONG_AGO)], "all answers complete on Nov 19, 2023"),
        (
            [found(), found(as_of=LONG_AGO)],
            "all answers complete, the oldest from Nov 19, 2023",
        ),
        ([found(), OPEN], "1 answer not complete"),
        ([found(), replace(OPEN, unsaid=Unsaid.UNTOLD)], "1 answer not complete"),
        ([found(), replace(OPEN, unsaid=Unsaid.NOBODY)], "all answers complete on Mar 31"),
        ([found(), OPEN, OPEN], "2 answers not complete"),
        (
            [found(), found(Answer.UNKNOWN, [CheckFlag.SUSPENDED], complete=False)],
            "all answers complete on Mar 31",
        ),
    ],
)
def test_how_complete_the_answers_are(findings, words):
    assert state_words(findings, NOW) == words


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (found(Answer.MUTUAL), "You follow each other."),
        (found(Answer.FAN), "They follow you, you do not follow them."),
        (found(Answer.IDOL), "You follow them, they do not follow you."),
        (found(Answer.STRANGER), "Neither of you follows the other."),
    ],
)
def test_an_answer_is_one_plain_sentence(finding, words):
    assert answer_sentence(finding) == words


@pytest.mark.parametrize(
    ("finding", "why"),
    [
        (OPEN, "cut short"),
        (found(Answer.UNKNOWN, source="", complete=False), "nobody has looked"),
        (found(Answer.UNKNOWN, [CheckFlag.GONE], complete=False), "X does not show"),
        (replace(OPEN, unsaid=Unsaid.UNTOLD), "X did not say"),
        (replace(OPEN, unsaid=Unsaid.NOBODY), "nobody on X has this handle now"),
        (replace(OPEN, unsaid=Unsaid.CHANGED_HANDS), "another account may have this handle"),
    ],
)
def test_unknown_says_why_and_is_not_a_no(finding, why):
    sentence = answer_sentence(finding)
    assert why in sentence
    assert sentence.endswith("so this is not a no.")


def test_each_flag_is_explained():
    account = Account("21", "SafeRoof", latest_post_id=id_at(NOW - timedelta(days=200)))
    known = KnownFaces(NOW, {"21": account})
    told = dict(flag_sentences(found(flags=CheckFlag), known))
    assert set(told) == set(CheckFlag)
    assert told[CheckFlag.QUIET] == "Quiet: no post for 200 days."


def test_who_is_renamed_is_told_by_the_name_that_somebody_asked_about():
    renamed = replace(found(flags=[CheckFlag.RENAMED]), was="roof_k")
    ((_flag, told),) = flag_sentences(renamed, KnownFaces(NOW))
    assert told == "Renamed: their handle was @roof_k before."


def test_who_is_gone_for_years_is_told_with_the_year():
    known = KnownFaces(NOW, falls={"21": Fall(Standing.GONE, LONG_AGO)})
    ((_flag, told),) = flag_sentences(found(flags=[CheckFlag.GONE]), known)
    assert told.endswith("X told so first on Nov 19, 2023.")
    row = finding_row(found(flags=[CheckFlag.GONE]), known)
    assert [pill.words for pill in row.flags] == ["gone since Nov 19, 2023"]
