"""The words of a shared web page, in the languages that groups share it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class SharedPageWords(Struct, frozen=True):
    """One language; ``{}`` stands for what is filled in, and ``months`` are as in a date.

    ``title`` is that of a page about a hashtag. ``follow`` and ``search`` are seen on buttons, and
    ``follow_whom`` and ``search_what`` are said.
    """

    title: str
    skip: str
    contents: str
    others: str
    hashtags: str
    accounts: str
    organisation: str
    person: str
    follow: str
    follow_whom: str
    search: str
    search_what: str
    tags: str
    made: str
    counts: str
    leave: str
    day: str
    months: tuple[str, ...]

    def say_day(self, day: date) -> str:
        """Return a day as people write it."""
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)


SPOKEN: Mapping[str, SharedPageWords] = {
    "en": SharedPageWords(
        title="Allies of {}",
        skip="Skip to the list",
        contents="Categories",
        others="Others",
        hashtags="Hashtags",
        accounts="Accounts",
        organisation="organisation",
        person="person",
        follow="Follow",
        follow_whom="Follow {} on X",
        search="Search",
        search_what="{}: search on X",
        tags="Tags",
        made="Made on {}.",
        counts="Organisations: {}, persons: {}, hashtags: {}",
        leave="Would you rather not be on this list? Tell whoever shared it: you are taken off, for"
        " good.",
        day="{day} {month} {year}",
        months=(
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    ),
    "de": SharedPageWords(
        title="Verbündete von {}",
        skip="Zur Liste springen",
        contents="Bereiche",
        others="Andere",
        hashtags="Hashtags",
        accounts="Konten",
        organisation="Organisation",
        person="Person",
        follow="Folgen",
        follow_whom="{} auf X folgen",
        search="Suchen",
        search_what="{}: auf X suchen",
        tags="Schlagworte",
        made="Erstellt am {}.",
        counts="Organisationen: {}, Personen: {}, Hashtags: {}",
        leave="Möchten Sie nicht auf dieser Liste stehen? Sagen Sie es der Gruppe, die sie geteilt"
        " hat: Sie werden für immer herausgenommen.",
        day="{day}. {month} {year}",
        months=(
            *("Januar", "Februar", "März", "April", "Mai", "Juni"),
            *("Juli", "August", "September", "Oktober", "November", "Dezember"),
        ),
    ),
    "es": SharedPageWords(
        title="Aliados de {}",
        skip="Ir a la lista",
        contents="Categorías",
        others="Otras",
        hashtags="Hashtags",
        accounts="Cuentas",
        organisation="organización",
        person="persona",
        follow="Seguir",
        follow_whom="Seguir a {} en X",
        search="Buscar",
        search_what="{}: buscar en X",
        tags="Etiquetas",
        made="Hecha el {}.",
        counts="Organizaciones: {}, personas: {}, hashtags: {}",
        leave="¿Prefiere no estar en esta lista? Dígaselo a quien la compartió: se le quitará para"
        " siempre.",
        day="{day} de {month} de {year}",
        months=(
            *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
            *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
        ),
    ),
    "fr": SharedPageWords(
        title="Alliés de {}",
        skip="Aller à la liste",
        contents="Catégories",
        others="Autres",
        hashtags="Hashtags",
        accounts="Comptes",
        organisation="organisation",
        person="personne",
        follow="Suivre",
        follow_whom="Suivre {} sur X",
        search="Chercher",
        search_what="{} : chercher sur X",
        tags="Mots-clés",
        made="Faite le {}.",
        counts="Organisations : {}, personnes : {}, hashtags : {}",
        leave="Vous préférez ne pas figurer sur cette liste ? Dites-le à qui l'a partagée : vous en"
        " serez retiré pour toujours.",
        day="{day} {month} {year}",
        months=(
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ),
    ),
    "pt": SharedPageWords(
        title="Aliados de {}",
        skip="Ir para a lista",
        contents="Categorias",
        others="Outras",
        hashtags="Hashtags",
        accounts="Contas",
        organisation="organização",
        person="pessoa",
        follow="Seguir",
        follow_whom="Seguir {} no X",
        search="Procurar",
        search_what="{}: procurar no X",
        tags="Marcadores",
        made="Feita em {}.",
        counts="Organizações: {}, pessoas: {}, hashtags: {}",
        leave="Prefere não estar nesta lista? Diga a quem a partilhou: será retirado para sempre.",
        day="{day} de {month} de {year}",
        months=(
            *("janeiro", "fevereiro", "março", "abril", "maio", "junho"),
            *("julho", "agosto", "setembro", "outubro", "novembro", "dezembro"),
        ),
    ),
}
