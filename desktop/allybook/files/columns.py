"""Which column of a table is what: by its heading, else by what stands in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.handles import find_names
from allybook.files.tables import SEPARATORS, sample_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "post_id": (
        *("id_str", "tweet_id", "tweet_id_str", "post_id", "status_id", "tweetid"),
        *("beitrags_id", "tweet_id_beitrag", "id_del_tuit", "id_del_tweet", "id_del_post"),
        *("id_de_la_publicación", "id_de_la_publicacion", "id_du_tweet", "id_do_tweet"),
    ),
    "text": (
        *("text", "full_text", "tweet_text", "post_text", "tweet", "tweet_content"),
        *("beitragstext", "texto", "texto_del_tuit", "texto_del_post", "texte", "testo", "tekst"),
    ),
    "author_id": (
        *("from_user_id_str", "author_id", "author_id_str", "user_id_str", "from_user_id"),
        *("autor_id", "id_del_autor", "id_de_l_auteur", "id_do_autor"),
    ),
    "created_at": (
        *("created_at", "date", "datum", "fecha", "tweet_created_at", "timestamp", "erstellt_am"),
        *("creado_el", "fecha_de_creación", "fecha_de_creacion"),
    ),
    "time": ("time",),
    "lang": ("lang", "language", "sprache", "idioma", "langue", "lingua"),
    "reply_to": ("in_reply_to_status_id_str", "in_reply_to_status_id"),
    "reply_to_user": ("in_reply_to_user_id_str", "in_reply_to_user_id"),
    "post_url": ("status_url", "tweet_url", "post_url", "tweet_permalink", "permalink"),
    "entities": ("entities_str",),
    "likes": (
        *("favorite_count", "like_count", "public_metrics_like_count", "likes_count", "likes"),
        *("gefällt_mir", "gefällt_mir_angaben", "me_gusta"),
    ),
    "reposts": (
        *("retweet_count", "repost_count", "public_metrics_retweet_count", "retweets_count"),
        *("retweets", "reposts"),
    ),
    "followers": ("user_followers_count", "followers_count", "author_followers_count"),
    "following": ("user_friends_count", "friends_count", "following_count"),
    "handle": (
        *("handle", "twitter_handle", "x_handle", "username", "twitter_username", "x_username"),
        *("screen_name", "twitter_screen_name", "from_user", "author_username", "user_screen_name"),
        *("handles", "usernames", "screenname", "twitter_account", "x_account", "twitter_name"),
        *("twitter", "twitter_x", "x_twitter", "twitter_profile", "twitter_url", "x_url"),
        *("benutzername", "nutzername", "usuario", "nombre_de_usuario", "nom_d_utilisateur"),
        *("nome_de_usuário", "nome_utente", "gebruikersnaam"),
    ),
    "user_id": (
        *("user_id", "userid", "twitter_id", "x_id", "account_id", "twitter_user_id"),
        *("benutzer_id", "nutzer_id", "id_de_usuario", "id_del_usuario", "id_utilisateur"),
        *("id_do_usuário", "id_utente"),
    ),
    "name": ("name", "display_name", "author_name", "full_name"),
    "kind": ("kind",),
    "id": ("id",),
}
"""Headings of TAGS, twarc-csv, Hydrator, twint and Allybook, and of what people write, as in
spreadsheets in German, Spanish and the like; in the order of trust."""
WEAK = frozenset({"id", "name", "kind", "lang", "time", "text", "created_at", "likes", "reposts"})
"""Headings that alone do not make a table one of accounts or posts."""
SHARE = 0.5
"""Which share of its cells must name someone, for a column without a heading that says so."""
FEWEST_ROWS = 2

_LIKE = re.compile("twitter|handle|user_?name|screen_?name")


class Columns(Struct, frozen=True):
    """The places of the known columns, and whether the first row is headings."""

    places: Mapping[str, int]
    headed: bool

    def cell(self, row: Sequence[str], column: str) -> str:
        """Return one cell without the white space around it; empty where there is none."""
        place = self.places.get(column, len(row))
        return row[place].strip() if place < len(row) else ""

    @property
    def holds_accounts(self) -> bool:
        """Return whether each row names an account."""
        return "handle" in self.places or "user_id" in self.places

    @property
    def holds_posts(self) -> bool:
        """Return whether each row is a post with all that a post must have."""
        dated = "post_id" in self.places or "post_url" in self.places
        return dated and {"text", "author_id"} <= set(self.places)


def guess_table(text: str) -> tuple[str, Columns] | None:
    """Return the separator and the columns that the beginning of a file suggests.

    None where it is no table of posts or accounts.
    """
    best: tuple[tuple[int, int], str, Columns] | None = None
    for separator in SEPARATORS:
        rows = sample_rows(text, separator)
        columns = guess_columns(rows)
        rank = (len(columns.places), len(rows[0])) if columns else (0, 0)
        if columns and (best is None or rank > best[0]):
            best = (rank, separator, columns)
    return best[1:] if best else None


def guess_columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return what the columns of some first rows are, or None where nobody is named in them."""
    headings, below = [_plain(cell) for cell in rows[0]] if rows else [], rows[1:]
    places = _by_heading(headings)
    if set(places) - WEAK or any(map(_LIKE.search, headings)):
        place = places.get("handle", _by_likeness(headings, below))
        if place is not None and (not below or _share(below, place, bare=True) > 0):
            places["handle"] = place
        columns = Columns(_with_ids(places), headed=True)
        if columns.holds_posts or columns.holds_accounts:
            return columns
    return _without_headings(rows)


def _without_headings(rows: Sequence[Sequence[str]]) -> Columns | None:
    widths = {len(row) for row in rows}
    if len(rows) < FEWEST_ROWS or len(widths) > 1 or widths == {1}:
        return None
    place = _by_content(rows)
    if place is None:
        return None
    headed = not find_names(rows[0][place], bare=False).handles
    return Columns({"handle": place}, headed=headed)


def _plain(heading: str) -> str:
    return re.sub(r"\W+", "_", heading.casefold()).strip("_")


def _by_heading(headings: Sequence[str]) -> dict[str, int]:
    """Return the place of each known column, where it is called by the most trusted name."""
    found = {
        column: next((headings.index(name) for name in names if name in headings), -1)
        for column, names in HEADINGS.items()
    }
    return {column: place for column, place in found.items() if place >= 0}


def _by_likeness(headings: Sequence[str], below: Sequence[Sequence[str]]) -> int | None:
    """Return a column whose heading speaks of handles and whose cells do, or None."""
    like = [place for place, heading in enumerate(headings) if _LIKE.search(heading)]
    sure = [place for place in like if _share(below, place, bare=True) >= SHARE]
    return sure[0] if sure else _by_content(below)


def _by_content(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the column that most plainly (with @ or by address) names accounts, or None."""
    shares = [_share(rows, place, bare=False) for place in range(max(map(len, rows), default=0))]
    best = max(shares, default=0)
    return shares.index(best) if best >= SHARE else None


def _share(rows: Sequence[Sequence[str]], place: int, *, bare: bool) -> float:
    cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
    naming = [cell for cell in cells if find_names(cell, bare=bare).handles]
    return len(naming) / len(cells) if cells else 0


def _with_ids(places: dict[str, int]) -> dict[str, int]:
    """Return the places, with an ``id`` and a user's id as what they are of.

    Where there is a text, they are of the post and of its author; else of the account.
    """
    posts = "text" in places
    meant = "post_id" if posts else "user_id"
    named = {meant: places["id"], **places} if "id" in places else places
    if posts and "post_id" in named and "user_id" in named:
        return {"author_id": named["user_id"], **named}
    return named
