r"""Reads the text of a filter into its tree.

::

    filter  = [ either ]                      nothing keeps everything
    either  = all { "OR" all }
    all     = part { [ "AND" ] part }
    part    = { "-" } ( "(" [ either ] ")" | term )
    term    = word | "phrase" | #tag | @handle | field:value | noise>40 | noise<=40
    value   = without spaces and parentheses, or in quotation marks (\" and \\ inside them)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.errors import FilterError
from allybook.domain.filters.fields import ALIASES, FIELDS, FREE, MEANT, OF_X, ONLY_AT_X
from allybook.domain.filters.lexer import COLONS, Lexeme, LexemeKind, cut
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.show import quote, write_field
from allybook.domain.filters.slips import find_meant, refuse_slip
from allybook.domain.filters.times import read_span
from allybook.domain.filters.tree import And, Node, Not, On, Or, Term
from allybook.domain.filters.values import LOUDEST, TextSpot, guess, read
from allybook.domain.filters.words import is_whole
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from allybook.domain.spoken import Pattern

ReadValue = Callable[[On, str, TextSpot], str]
"""Reads a value into the one form that the tree holds; ``FilterError`` for the place."""
DEEPEST = 40
"""How many parentheses may stand inside each other."""
_MOST_SLIPS = 2
_PLAIN = {
    LexemeKind.WORD: On.WORD,
    LexemeKind.PHRASE: On.PHRASE,
    LexemeKind.HASHTAG: On.HASHTAG,
    LexemeKind.MENTION: On.MENTION,
}
_ENDS = {LexemeKind.OR, LexemeKind.CLOSE, LexemeKind.END}


def parse(text: str, value: ReadValue = read) -> Node:
    """Return the normalised tree of a filter; ``FilterError`` says what is not understood where.

    ``value`` reads what stands in a condition: what is asked of something else than posts may know
    other words.
    """
    if not is_whole(text):
        raise FilterError("A character is broken here: write the filter anew.", 0, len(text))
    try:
        return normalise(_Reader(text, value).read())
    except FilterError as error:
        if not error.suggestion or _helps(error, text, value):
            raise
        raise FilterError(error.args[0], error.start, error.end) from None


def _helps(error: FilterError, text: str, value: ReadValue) -> bool:
    """Return whether what an error offers is no error itself; there may be others after it."""
    meant, rest = error.suggestion, text[error.end :]
    return any(
        _stumbles(some, value) >= end
        for some, end in (
            (meant, len(meant)),
            (text[: error.start] + meant + rest, error.start + len(meant)),
        )
    )


def _stumbles(text: str, value: ReadValue) -> int:
    """Return where something in a text is not understood, or its length."""
    try:
        _Reader(text, value).read()
    except FilterError as error:
        return error.start
    return len(text)


class _Reader:
    """Walks over the pieces of one text."""

    def __init__(self, text: str, value: ReadValue) -> None:
        self._text = text
        self._value = value
        self._pieces: Iterator[Lexeme] = cut(text)
        self._piece = next(self._pieces)
        self._before = self._last = self._piece
        self._opened: list[Lexeme] = []

    def read(self) -> Node:
        """Return the tree of the whole text."""
        tree = And(()) if self._piece.kind is LexemeKind.END else self._either()
        if self._piece.kind is LexemeKind.CLOSE:
            raise self._refuse_close(self._piece)
        return tree

    def _refuse_close(self, close: Lexeme) -> FilterError:
        """Return the error for a parenthesis too many; without it, the words around are apart."""
        words = "This parenthesis closes nothing: remove it, or open one."
        end, before = close.spot.end, self._before
        if before is close or self._text[end : end + 1].strip():
            return FilterError(words, *close.spot)
        start = before.spot.start
        return FilterError(words, start, end, self._text[start : before.spot.end])

    def _next(self) -> Lexeme:
        """Return the piece at hand and go on to the next."""
        piece = self._piece
        if piece.kind is not LexemeKind.END:
            self._before, self._piece = piece, next(self._pieces)
            if piece.kind not in _JOINS:
                self._last = piece
        return piece

    def _either(self) -> Node:
        parts = [self._all()]
        while self._piece.kind is LexemeKind.OR:
            self._next()
            parts.append(self._all())
        return Or(tuple(parts))

    def _all(self) -> Node:
        parts = [self._part()]
        while self._piece.kind not in _ENDS:
            if self._piece.kind is LexemeKind.AND:
                self._next()
            parts.append(self._part())
        return And(tuple(parts))

    def _part(self) -> Node:
        minuses = 0
        while self._piece.kind is LexemeKind.MINUS:
            minuses += 1
            self._check_minus(self._next())
        if self._piece.kind is LexemeKind.NOT:
            raise self._refuse_not()
        part = self._one()
        return Not(part) if minuses % 2 else part

    def _one(self) -> Node:
        """Return a part without what stands before it."""
        return self._group() if self._piece.kind is LexemeKind.OPEN else self._term(self._next())

    def _check_minus(self, minus: Lexeme) -> None:
        """Refuse a minus that nothing follows at once."""
        between = self._text[minus.spot.end : self._piece.spot.start]
        if any(map(str.isspace, between)) or self._piece.kind in _ENDS:
            raise FilterError(
                "A minus leaves out what follows it without a space: write -word.", *minus.spot
            )

    def _refuse_not(self) -> FilterError:
        """Return the error for ``NOT``, as a minus is written elsewhere."""
        negation, negations = self._next(), 1
        typed, start = negation.value, negation.spot.start
        while self._piece.kind in _NEGATIONS:
            negation, negations = self._next(), negations + 1
            if negation.kind is LexemeKind.MINUS:
                self._check_minus(negation)
        if self._piece.kind in _ENDS:
            words = speak(
                "{typed} is a minus here: write it in quotation marks to look for the word.",
                typed=typed,
            )
            return FilterError(words, *negation.spot, quote(typed))
        after = self._piece
        self._one()
        end = self._before.spot.end
        meant = f"{'-' if negations % 2 else '--'}{self._text[after.spot.start : end]}"
        words = speak(
            "A minus stands for {typed}: write “{meant}”; to look for the word, write it in "
            "quotation marks.",
            typed=typed,
            meant=meant,
        )
        return FilterError(words, start, end, meant)

    def _group(self) -> Node:
        opened = self._next()
        self._opened.append(opened)
        if len(self._opened) > DEEPEST:
            raise FilterError("There are too many parentheses inside each other.", *opened.spot)
        tree = And(()) if self._piece.kind is LexemeKind.CLOSE else self._either()
        if self._piece.kind is not LexemeKind.CLOSE:
            raise FilterError(
                "This parenthesis is never closed: add one.",
                opened.spot.start,
                len(self._text),
                self._text[opened.spot.start :] + ")",
            )
        self._next()
        self._opened.pop()
        return tree

    def _term(self, piece: Lexeme) -> Node:
        if piece.kind is LexemeKind.FIELD:
            return self._field(piece)
        if piece.kind is LexemeKind.SLIP:
            raise refuse_slip(piece.value, piece.name, piece.spot)
        if piece.kind is LexemeKind.NOISE:
            return _read_noise(piece, self._value)
        if piece.kind in _PLAIN:
            on = _PLAIN[piece.kind]
            return Term(on, self._value(on, piece.value, piece.spot))
        if piece.kind is LexemeKind.END:
            raise self._break_off()
        raise self._refuse_join(piece)

    def _refuse_join(self, piece: Lexeme) -> FilterError:
        """Return the error for what joins nothing; what stands after it can do without it."""
        words, after = _MISSING[piece.kind], self._piece
        if piece.kind not in _JOINS or after.kind in _ENDS | _JOINS:
            return FilterError(words, *piece.spot)
        meant = self._text[after.spot.start : after.spot.end]
        return FilterError(words, piece.spot.start, after.spot.end, meant)

    def _field(self, piece: Lexeme) -> Term:
        """Return the condition of ``field:value``."""
        piece = _split_id(piece)
        name = piece.name.lower()
        on = FIELDS.get(name) or ALIASES.get(name)
        if on is None:
            raise _unknown(piece, self._value)
        if piece.value:
            return Term(on, self._read_value(on, piece))
        after = self._piece
        if after.kind not in _PLAIN:
            words = speak("{name}: needs a value right after the colon.", name=name)
            raise FilterError(words, *piece.spot)
        start, end = piece.spot.start, after.spot.end
        meant = self._text[start : piece.spot.end] + self._text[after.spot.start : end]
        raise _apart(name, meant, TextSpot(start, end))

    def _read_value(self, on: On, piece: Lexeme) -> str:
        """Return the value of a field; its error knows the unit that stands apart (``2 d``)."""
        try:
            return self._value(on, piece.value, piece.spot)
        except FilterError:
            after = self._piece
            if on not in {On.NEWER, On.OLDER} or after.kind is not LexemeKind.WORD:
                raise
            spot = TextSpot(piece.spot.start, after.spot.end)
            meant = self._find_length(on, f"{piece.value}{after.value}", spot)
            if not meant:
                raise
            raise _apart(on.value, meant, spot) from None

    def _find_length(self, on: On, typed: str, spot: TextSpot) -> str:
        """Return what was meant by a length, or ``""``; its own error where that tells more."""
        try:
            return write_field(on.value, self._value(on, typed, spot))
        except FilterError as error:
            if read_span(typed.lower()) is not None:
                raise
            return error.suggestion

    def _break_off(self) -> FilterError:
        """Return the error for a text that ends where something must follow."""
        if not self._opened or self._last == self._opened[-1]:
            return self._break_off_open()
        start, end = self._opened[-1].spot.start, self._last.spot.end
        words = speak(
            "Something is missing at the end: close the parenthesis after “{last}”, or write on.",
            last=self._text[self._last.spot.start : end],
        )
        return FilterError(words, start, len(self._text), self._text[start:end] + ")")

    def _break_off_open(self) -> FilterError:
        """Return the same outside parentheses; what stands before can do without more."""
        words = _MISSING[self._before.kind]
        start, end = self._last.spot
        if self._opened or end > self._before.spot.start:
            return FilterError(words, *self._before.spot)
        return FilterError(words, start, self._before.spot.end, self._text[start:end])


def _split_id(piece: Lexeme) -> Lexeme:
    """Return ``from:id:5`` as a field of two words with its value; no handle has a colon."""
    word, colon, rest = piece.value.replace(COLONS[1], COLONS[0], 1).partition(":")
    if not colon or f"{piece.name}:{word}".lower() != On.AUTHOR.value:
        return piece
    return replace(piece, name=On.AUTHOR.value, value=rest)


def _apart(name: str, meant: str, spot: TextSpot) -> FilterError:
    """Return the error for a value that stands apart from its field."""
    words = speak("{name}: and its value stand together: write “{meant}”.", name=name, meant=meant)
    return FilterError(words, *spot, meant)


_NEGATIONS = {LexemeKind.NOT, LexemeKind.MINUS}
_JOINS = {LexemeKind.OR, LexemeKind.AND, LexemeKind.MINUS}


_MISSING: Mapping[LexemeKind, Pattern] = {
    LexemeKind.OR: "OR stands between two parts: write something on both sides.",
    LexemeKind.AND: "AND stands between two parts: write something on both sides.",
    LexemeKind.CLOSE: "Something is missing before this parenthesis.",
    LexemeKind.OPEN: "Something is missing after this parenthesis.",
}


def _unknown(piece: Lexeme, value: ReadValue) -> FilterError:
    """Return the error for a field that does not exist."""
    typed = f"{piece.name}:{piece.value}"
    slip = find_meant(typed)
    if slip:
        return refuse_slip(typed, slip, piece.spot)
    meant = OF_X.get(typed.lower(), "")
    if meant:
        words = speak("X writes “{typed}”; here it is “{meant}”.", typed=typed, meant=meant)
        return FilterError(words, *piece.spot, meant)
    if piece.name.lower() in ONLY_AT_X:
        words = speak(
            "“{name}:” is for the search of X itself; there is none of it here.", name=piece.name
        )
        return FilterError(words, *piece.spot)
    whole = _of_other_name(piece, value)
    if not whole:
        fields = FIELDS | ALIASES
        near = [name for name, on in fields.items() if on not in FREE or _is_slip(piece, name)]
        fitting = [name for name in near if _is_value(fields[name], piece, value)]
        meant = guess(piece.name.lower(), fitting)
        whole = write_field(meant, piece.value) if meant else ""
    if whole:
        meant, _, _ = whole.partition(":")
        words = speak(
            "There is no “{name}:”; did you mean “{meant}:”?", name=piece.name, meant=meant
        )
        return FilterError(words, *piece.spot, whole)
    words = speak(
        "There is no “{name}:”; for words with a colon use quotation marks.", name=piece.name
    )
    return FilterError(words, *piece.spot, quote(typed))


def _of_other_name(piece: Lexeme, value: ReadValue) -> str:
    """Return what was meant by a field that has another name here, with its value, or ``""``."""
    on = MEANT.get(piece.name.lower())
    if on is None:
        return ""
    try:
        value(on, piece.value, piece.spot)
    except FilterError as error:
        return error.suggestion
    return write_field(on.value, piece.value)


def _is_slip(piece: Lexeme, name: str) -> bool:
    """Return whether a field was typed with a slip or two in its name."""
    from allybook.domain.filters.tongues import count_slips  # noqa: PLC0415 (as in guess)

    return count_slips(piece.name.lower(), name) <= _MOST_SLIPS


def _is_value(on: On, piece: Lexeme, value: ReadValue) -> bool:
    """Return whether what stands after the colon may stand after that of a field."""
    try:
        value(on, piece.value, piece.spot)
    except FilterError:
        return False
    return True


def _read_noise(piece: Lexeme, value: ReadValue) -> Term:
    """Return the condition of ``noise>40`` and its kin, as one of the two that the tree has."""
    limit = int(value(On.NOISE_UP_TO, piece.value, piece.spot))
    on = On.NOISE_ABOVE if ">" in piece.name else On.NOISE_UP_TO
    if piece.name in {">=", "<"}:
        limit -= 1
    if 0 <= limit <= LOUDEST:
        return Term(on, str(limit))
    typed = f"noise{piece.name}{piece.value}"
    if on is On.NOISE_ABOVE:
        raise FilterError(speak("{typed} keeps every post.", typed=typed), *piece.spot)
    raise FilterError(speak("{typed} keeps no post.", typed=typed), *piece.spot)
