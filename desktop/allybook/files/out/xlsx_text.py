"""Text as Excel's cells can hold it.

XML has no room for control characters and changes line ends, so Excel writes such signs as
``_x000D_`` (ECMA-376 part 1, 22.9.2.19, ``ST_Xstring``), and an underscore that would read like the
beginning of one as ``_x005F_``.
"""

from __future__ import annotations

import re

LONGEST = 32_767
"""Signs that Excel keeps in one cell."""

ERROR_CODES = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
"""What a formula without a value leaves in a cell: the same words of a person stand otherwise."""

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_LONE = re.compile("[\ud800-\udfff]")


def fit(text: str) -> str:
    """Return text as it stands in a cell; half a sign, which no encoding has, becomes ``?``."""
    if text in ERROR_CODES:
        return f"_x{ord(text[0]):04X}_{text[1:]}"
    whole = text if text.isascii() else _LONE.sub("?", text)
    return _UNFIT.sub(lambda sign: f"_x{ord(sign[0]):04X}_", whole)


def unfit(cell: str) -> str:
    """Return what ``fit`` was given."""
    return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), cell) if "_x" in cell else cell
