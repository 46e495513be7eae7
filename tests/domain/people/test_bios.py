"""What bios say: no lists, and whether an organisation speaks."""
# ruff: noqa: RUF001 - the letters of other alphabets are meant

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allybook.domain.people.accounts import Account
from allybook.domain.people.bios import (
    LEGAL_FORMS,
    PERSONAL_NAME,
    SPEAKS_AS_GROUP,
    SPEAKS_AS_PERSON,
    Clue,
    guess_organisation,
    looks_like_organisation,
    says_no_lists,
)


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
        "I don't do lists",
        "Please remove me from your lists",
        "No adding to lists!",
        "no-lists",
        "Carer. #NoLists",
        "nolists please",
        "no dm's or lists",
        "\u274c lists",
        "\u274c DMs \u274c lists",
        "Lists: NO",
        "DMs: yes. Lists: no thanks",
        "I do not wish to be added to lists",
        "I don't want to be on lists",
        "not interested in being on lists",
        "I opt out of lists",
        "please ask before adding me to lists",
        "No unsolicited lists",
        "Keine Twitter-Listen bitte",
        "Bitte auf keine X-Listen setzen",
        "Por favor no agregarme a listas",
        "No quiero estar en listas",
        "Bloqueo a quien me meta en listas",
        "Listas = bloqueo",
        "No m'afegiu a llistes",
        "Não adicionar em listas",
        "nada de listas, obrigada",
        "Ne me mettez pas dans des listes",
        "Merci de ne pas me mettre sur une liste",
        "Listes = blocage",
        "Non aggiungetemi a liste",
        "Non mi mettete in nessuna lista",
        "Auf keine Liste setzen, bitte",
        "Wer mich auf Listen setzt, wird geblockt",
        "Zet me niet op een lijst",
        "Niet toevoegen aan lijsten",
        "Żadnych list, proszę",
        "Proszę nie dodawać mnie do list",
        "Nie dodawaj mnie do żadnych list",
        "Lütfen beni listelere eklemeyin",
        "Listeye almayın",
        "Ingen lister, takk",
        "Lägg inte till mig i listor",
        "Ei listoille",
        "Не добавляйте меня в списки",
        "Ніяких, жодних списків",
        "Fără liste, vă rog",
        "όχι λίστες",
        "jangan masukkan saya ke list",
        "لا تضفني إلى قوائم",
        "리스트 추가 금지",
        "请勿加入列表",
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
        "Waiting lists: no. Walk in any day",
        "My lists: no drama, only books",
        "We help you opt out of marketing lists",
        "Not interested in list prices",
        "\u274c hate. I make lists",
        "I do not wish to be on the waiting list",
        "No-list price. Ask before adding sugar",
        "Please ask before you add to the shopping list",
        "Keine Twitter-Kennerin, Listen liebe ich",
        "Sin listas de espera",
        "Keine Listen mit Namen, nur Geschichten",
        "Pas de listes d'attente",
        "Happy to be on your list",
        "I love making lists",
        "Lists, maps and long walks",
        "My block list is long",
        "Put it on the list and we will do it",
        "Not on the guest list but inside anyway",
        "Me encantan las listas",
        "No hay listas de espera, ven",
        "Lista y preparada",
        "Adoro fazer listas",
        "J'adore faire des listes",
        "Sur la liste des invités",
        "Amo le liste della spesa",
        "Ich liebe Listen",
        "Keine Liste ist je fertig",
        "Listenplatz 3 bei der Wahl",
        "Dol op lijstjes",
        "Uwielbiam listy zakupów",
        "Piszę listy do przyjaciół",
        "Listelere bayılırım",
        "Alışveriş listesi ustası",
        "Jag älskar listor",
        "Люблю списки дел",
        "リスト作りが好き",
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


SAID = """Shelter Foundation we our I'm my mum of LCSW School Alliance e.V. she/her Dr. team the
official account Housing network volunteers student Inc views are own help people"""
WORDS = st.lists(st.sampled_from(SAID.split()), max_size=6).map(" ".join)


@given(
    handle=st.sampled_from(["hopehouse", "SafeRoofNetwork", "drana", "a1"]), name=WORDS, bio=WORDS
)
def test_who_looks_like_an_organisation_is_who_is_guessed_to_be_one(handle, name, bio):
    account = Account("1", handle, name, bio)
    guessed = guess_organisation(handle, name, bio)
    assert looks_like_organisation(account) is (guessed is True)


@pytest.mark.parametrize(
    "clue", [*LEGAL_FORMS, *SPEAKS_AS_GROUP, *SPEAKS_AS_PERSON, *PERSONAL_NAME]
)
@settings(max_examples=40)
@given(data=st.data())
def test_what_a_pattern_finds_has_one_of_its_stems(clue: Clue, data: st.DataObject) -> None:
    found = data.draw(st.from_regex(clue.pattern))
    assert any(stem in found for stem in clue.stems)
