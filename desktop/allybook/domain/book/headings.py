"""What people call the columns of their own tables, and what they write into some of them.

English, German, Spanish, French, Portuguese, Italian and Dutch; in lower case and without accents,
as ``columns.plain`` makes words.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.book.columns import Column, plain
from allybook.domain.book.entry import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

SAID = 256
"""So many words of cells are remembered: a column of a table says few, over and over."""


def _words(text: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in text.split(","))


HEADINGS: Mapping[Column, frozenset[str]] = {
    Column.HANDLE: _words("""
        handle, handles, twitter, x, twitter handle, x handle, twitter x, x twitter, username,
        user name, usernames, screen name, screenname, twitter name, twitter username, x username,
        twitter account, x account, account, twitter user, twitter screen name, twitter profile,
        twitter url, x url, profile, twitter link, at name, konto, twitter konto, benutzername,
        nutzername, twitter benutzername, profil, cuenta, cuenta de twitter, usuario,
        usuario de twitter, nombre de usuario, arroba, compte, compte twitter, pseudo,
        identifiant twitter, nom d utilisateur, conta, conta do twitter, usuario do twitter,
        nome de usuario, perfil, nome utente, account twitter, gebruikersnaam
    """),
    Column.USER_ID: _words("""
        user id, userid, id, id str, twitter id, x id, twitter user id, account id, benutzer id,
        nutzer id, konto id, id de usuario, id de la cuenta, id utilisateur, id du compte,
        id do usuario, id da conta, id utente
    """),
    Column.KIND: _words("""
        kind, type, ally type, account type, art, typ, kontoart, tipo, tipo de cuenta,
        tipo de conta, type de compte, genre, soort
    """),
    Column.CATEGORY: _words("""
        category, categories, field, sector, area, theme, topic, kategorie, bereich, thema, sparte,
        rubrik, arbeitsfeld, categoria, ambito, tema, categorie, domaine, secteur, setor, settore
    """),
    Column.TAGS: _words("""
        tags, tag, labels, label, keywords, keyword, schlagworte, schlagworter, schlagwort,
        stichworte, stichworter, etiquetas, etiqueta, palabras clave, etiquettes, etiquette,
        mots cles, mot cle, palavras chave, marcadores, etichette, parole chiave, trefwoorden
    """),
    Column.STATUS: _words("""
        status, state, decision, stand, estado, statut, etat, situacao, stato
    """),
    Column.REASON: _words("""
        reason, why, grund, begrundung, motivo, razon, raison, motif, razao, reden
    """),
    Column.NOTES: _words("""
        notes, note, remarks, remark, comments, comment, description, about, bemerkung,
        bemerkungen, notiz, notizen, anmerkung, anmerkungen, kommentar, kommentare, beschreibung,
        notas, nota, comentario, comentarios, observaciones, descripcion, remarque, remarques,
        commentaire, commentaires, observacoes, descricao, descrizione, commenti, opmerkingen
    """),
    Column.NOMINATED_BY: _words("""
        nominated by, who nominated, suggested by, proposed by, recommended by, added by,
        vorgeschlagen von, empfohlen von, propuesto por, sugerido por, propose par, suggere par,
        proposto por, indicado por, proposto da
    """),
    Column.LAST_CHANGED: _words("""
        last changed, last modified, zuletzt geandert, ultima modificacion, derniere modification,
        ultima modificacao, ultima modifica
    """),
    Column.ORGANISATION: _words("""
        organisation, organization, organisations, organizations, org, organisation name,
        organization name, name of organisation, name of organization, name of the organisation,
        name of the organization, nonprofit, ngo, charity, agency, institution, organisationen,
        organisationsname, name der organisation, verein, vereinsname, trager, einrichtung,
        organizacion, nombre de la organizacion, entidad, asociacion, association, organisme,
        nom de l organisation, nom de l association, organizacao, nome da organizacao, entidade,
        organizzazione, nome dell organizzazione, organisatie, naam organisatie
    """),
}
NAMES_OF_PEOPLE = _words("""
    name, names, full name, first name, last name, surname, given name, person, contact,
    contact person, vorname, nachname, ansprechpartner, ansprechpartnerin, ansprechperson,
    kontaktperson, nombre, apellido, apellidos, contacto, nom, prenom, contact principal, nome,
    sobrenome, cognome, referente, naam, voornaam, achternaam, contactpersoon
""")
"""Headings beside which an organisation is where somebody works, and not who is meant."""
KIND_WORDS: Mapping[Kind, frozenset[str]] = {
    Kind.ORGANISATION: _words("""
        organisation, organization, organisations, organizations, org, nonprofit, non profit, ngo,
        group, agency, company, institution, charity, verein, gruppe, organizacion, organizacao,
        organizzazione, organisatie, association, asociacion, associacao, ong
    """),
    Kind.PERSON: _words("""
        person, people, individual, human, personne, persona, pessoa, mensch, einzelperson,
        particulier, individuo, persoon
    """),
    Kind.HASHTAG: _words("hashtag, hash tag, etiqueta"),
}
STATUS_WORDS: Mapping[Status, frozenset[str]] = {
    Status.APPROVED: _words("""
        approved, yes, ok, accepted, ally, active, angenommen, bestatigt, ja, aprobado, aprobada,
        si, oui, approuve, accepte, sim, aprovado, aprovada
    """),
    Status.NOMINATED: _words("""
        nominated, suggested, proposed, pending, maybe, new, vorgeschlagen, offen, propuesto,
        nominado, propose, proposto
    """),
    Status.DECLINED: _words("""
        declined, no, rejected, refused, abgelehnt, nein, rechazado, refuse, non, nao, recusado
    """),
    Status.REMOVED: _words("removed, deleted, entfernt, eliminado, supprime"),
    Status.OPTED_OUT: _words("""
        opted out, opt out, optout, do not list, no lists, never list, nicht auflisten
    """),
}


def column_called(heading: str) -> Column | None:
    """Return the column that people call so, or None."""
    words = plain(heading)
    return next((column for column, names in HEADINGS.items() if words in names), None)


@lru_cache(maxsize=SAID)
def kind_called(word: str) -> Kind | None:
    """Return the kind that people call so, or None."""
    plainly = plain(word)
    return next((kind for kind, names in KIND_WORDS.items() if plainly in names), None)


@lru_cache(maxsize=SAID)
def status_called(word: str) -> Status | None:
    """Return the status that people call so, or None."""
    plainly = plain(word)
    return next((status for status, names in STATUS_WORDS.items() if plainly in names), None)
