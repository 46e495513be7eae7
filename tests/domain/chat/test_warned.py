"""Whom people warn of, and whom they help, is nobody's ally by that."""

import re

import pytest

from tests.domain.chat.talk import say
from tests.domain.chat.test_nominations import nominate
from tests.domain.chat.test_sharing import IN_ANSWER, SETTING, names
from tests.domain.chat.warned import (
    ALONE,
    ASKED,
    FRESH_ALONE,
    FRESH_ASKED,
    FRESH_NO_INSIDE,
    NO_INSIDE,
    NO_TAKEN_BACK,
)

# What the words alone do not tell.
NOT_SEEN = {
    "Whoever recommends @FastLoanPal has never read the contract",
    "Dont overlook @KinCareUnion, follow them",
    "We learned not to panic from @OpenLedgerAid",
    "A3 If you don't buy from @BridgeMeals, you should",
}
LABELLED = [
    (text, shared, setting)
    for sentences, setting in (
        (ALONE + FRESH_ALONE + NO_INSIDE + FRESH_NO_INSIDE, SETTING),
        (ASKED + FRESH_ASKED + NO_INSIDE + FRESH_NO_INSIDE + NO_TAKEN_BACK, IN_ANSWER),
    )
    for text, shared in sentences
    if text not in NOT_SEEN
]


@pytest.mark.parametrize(("text", "shared", "setting"), LABELLED)
def test_a_sentence_shares_what_its_label_says(text, shared, setting):
    assert names(text, setting) == set(shared.split())


@pytest.mark.parametrize(
    "text",
    [
        "As a patient, @HarbourClinic was my lifeline",
        "When I was a patient @HarbourClinic helped me",
        "@KinCareUnion is a service user led network, follow them",
        "@KinCareUnion, an ex-offender charity, is brilliant",
        "@HarbourClinic is an amazing patient voice",
        "@OpenLedgerAid is a fraud helpline",
        "@OpenLedgerAid are the scam experts, follow them",
    ],
)
def test_who_stands_by_clients_and_against_scams_is_shared(text):
    assert names(text, IN_ANSWER) == {re.search(r"@\w+", text)[0]}


@pytest.mark.parametrize(
    "text",
    [
        "I met a patient @JaneDoe today",
        "@JaneDoe is a client of ours",
        "@JaneDoe, my ex, stays away",
        "@FastLoanPal is a fake charity",
        "@FastLoanPal is a scam reported by many",
    ],
)
def test_a_client_and_a_scam_stay_out_whatever_follows(text):
    assert names(text, IN_ANSWER) == set()


@pytest.mark.parametrize("text", sorted(text for text, _ in ASKED + FRESH_ASKED))
def test_a_warning_does_not_depend_on_its_apostrophes(text):
    plain = names(text, IN_ANSWER)
    assert names(text.replace("n't", "n\u2019t"), IN_ANSWER) == plain


def test_two_warnings_do_not_make_somebody_the_first_among_those_shared():
    found = nominate(
        say(2, "jane", "A1 @ScamCharity scammed us #SwHelper"),
        say(3, "marco", "A1 be wary of @ScamCharity #SwHelper"),
        say(4, "tess", "A1 my client @JaneDoe is in hospital, ask @HarbourClinic #SwHelper"),
    )
    assert [(one.name, one.score) for one in found] == [("HarbourClinic", 1)]
