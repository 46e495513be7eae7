"""What bios say: no lists, and whether an organisation speaks."""

import pytest

from allybook.domain.accounts import Account
from allybook.domain.bios import guess_organisation, looks_like_organisation, says_no_lists


@pytest.mark.parametrize(
    "bio",
    [
        "Social worker. No lists please.",
        "no lists",
        "NO LISTS, NO DMS",
        "No DMs or lists.",
        "No DMs, no lists",
        "Please don\u2019t add me to lists",
        "do not add me to any lists thx",
        "Don't put me on your lists",
        "please do not list me",
        "Keep me off your lists",
        "Add me to a list and I'll block you",
        "Lists = block",
        "lists get blocked",
        "I block anyone who adds me to lists",
        "I block listers",
        "\U0001f6ab lists",
        "No Twitter lists",
        "No public lists, thank you",
        "Sin listas, por favor",
        "no me agregues a listas",
        "Por favor, n\u00e3o me adicione em listas",
        "sem listas",
        "Pas de listes SVP",
        "Merci de ne pas m'ajouter \u00e0 des listes",
        "Bitte keine Listen",
        "Bitte nicht auf Listen setzen",
        "niente liste",
        "geen lijsten aub",
        "Inga listor tack",
        "\u30ea\u30b9\u30c8\u8ffd\u52a0\u306f\u3054\u9060\u616e\u304f\u3060\u3055\u3044",
    ],
)
def test_a_wish_to_be_on_no_list_is_heard(bio):
    assert says_no_lists(bio)


@pytest.mark.parametrize(
    "bio",
    [
        "",
        "No listings here, ask your agent",
        "This directory lists no private clinics",
        "No waiting lists at our clinic",
        "I make lists. Then lists of lists.",
        "No list of achievements fits here",
        "There are no lists longer than mine",
        "List maker, tea drinker",
        "We keep a list of shelters, blocks from the station",
        "A-list organiser, no drama",
        "Playlists, not checklists",
        "No listeria, no worries",
        "Sin listas de espera",
        "Keine Listen mit Namen, nur Geschichten",
        "Pas de listes d'attente",
        "Happy to be on your list",
    ],
)
def test_other_words_about_lists_are_not_a_wish(bio):
    assert not says_no_lists(bio)


def test_the_phrases_can_be_given():
    assert says_no_lists("Ei listoille", [r"\bei listoille\b"])
    assert not says_no_lists("No lists", [r"\bei listoille\b"])


@pytest.mark.parametrize(
    ("handle", "name", "bio"),
    [
        ("SafeRoofNet", "Safe Roof Network", "Tenants helping tenants since 1998"),
        ("lanternlegal", "Lantern Legal Clinic", ""),
        ("KinCare", "Kin Care Foundation", "Supporting kinship carers"),
        ("bridgemeals", "Bridge Meals", "We cook for people who come home from hospital"),
        ("GreenDoor", "Green Door e.V.", ""),
        ("nightline", "Night", "A volunteer-run helpline. Call us"),
        ("openledgeraid", "Open Ledger", "A registered nonprofit for people with benefit letters"),
        ("rivercoalition", "", ""),
        ("sweethome", "Home, Sweet Home Kitchen", ""),
    ],
)
def test_organisations_are_recognised(handle, name, bio):
    assert looks_like_organisation(Account("1", handle, name, bio))


@pytest.mark.parametrize(
    ("handle", "name", "bio"),
    [
        ("ana_lopez", "Ana Lopez", "Social worker at Lantern Legal Clinic. Views my own."),
        ("tess", "Tess K", "she/her. Director of a housing network"),
        ("drpetra", "Dr Petra Holm", "Research on shelters"),
        ("marco", "Marco", "Mum of two, tired of it, our house is loud"),
        ("lou", "Lou, MSW", "Trauma clinic"),
        ("jo", "Jo", ""),
        ("kit", "Kit Hall", "Tea, then more tea"),
        ("UniStudent", "Bo", "Student at Hill University. I knit."),
        ("ClinicNora", "Nora", "I run a clinic for bikes"),
    ],
)
def test_persons_are_not_taken_for_organisations(handle, name, bio):
    assert not looks_like_organisation(Account("1", handle, name, bio))


def test_a_guess_can_be_no_guess():
    assert guess_organisation("bellhall") is None
    assert guess_organisation("tess", "Tess", "she/her") is False
    assert guess_organisation("HillNetwork") is True
