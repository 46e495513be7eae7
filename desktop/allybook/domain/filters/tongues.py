"""What people call languages: by their own names, other usual ones, and the codes of others."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.filters.languages import LANGUAGES, OTHER_CODES
from allybook.domain.filters.words import fold_name

if TYPE_CHECKING:
    from collections.abc import Mapping

_BETWEEN = re.compile("[,;/|、،，]")  # noqa: RUF001 (commas of other scripts)
_SHORTEST = 4
"""A word of fewer letters is no slip of another: it is too near to many."""
_LONG = 7
"""Names of so many letters may hold two slips, others one."""

_CALLED = {
    "am": "አማርኛ, amarigna, amh",
    "ar": "العربية, عربي, عربى, arabiyya, ara",
    "bg": "български, balgarski, bulgarski, bul",
    "bn": "বাংলা, bangla, ben",
    "bo": "བོད་སྐད, བོད་ཡིག, bod, tib",
    "bs": "bosanski, bos",
    "ca": "català, valencià, valencian, cat",
    "ckb": "کوردی, soranî, sorani, kurdish, ku, kur",
    "cs": "čeština, česky, český, cz, ces, cze",
    "cy": "cymraeg, cym, wel",
    "da": "dansk, dk, dan",
    "de": "deutsch, deu, ger",
    "dv": "ދިވެހި, dhivehi, divehi, div",
    "el": "ελληνικά, ellinika, gr, ell, gre",
    "en": "us, gb, eng",
    "es": "español, castellano, castilian, spa",
    "et": "eesti, eesti keel, est",
    "eu": "euskara, euskera, eus, baq",
    "fa": "فارسی, farsi, dari, دری, fas, per, pes, prs",
    "fi": "suomi, fin",
    "fr": "français, fra, fre",
    "gu": "ગુજરાતી, guj",
    "hi": "हिन्दी, हिंदी, hin",
    "hi-latn": "hinglish",
    "hr": "hrvatski, hrv",
    "ht": "kreyòl, kreyòl ayisyen, creole, haitian, hat",
    "hu": "magyar, hun",
    "hy": "հայերեն, hayeren, hye, arm",
    "in": "bahasa indonesia, bahasa, ind",
    "is": "íslenska, isl, ice",
    "it": "italiano, ita",
    "iw": "עברית, ivrit, heb",
    "ja": "日本語, nihongo, jp, jpn",
    "ka": "ქართული, kartuli, kat, geo",
    "km": "ខ្មែរ, ភាសាខ្មែរ, cambodian, khm",
    "kn": "ಕನ್ನಡ, kan",
    "ko": "한국어, 조선말, hangugeo, hangul, kr, kor",
    "lo": "ລາວ, ພາສາລາວ, laotian, lao",
    "lt": "lietuvių, lietuviškai, lit",
    "lv": "latviešu, latviski, lav",
    "ml": "മലയാളം, mal",
    "mr": "मराठी, mar",
    "my": "မြန်မာ, မြန်မာဘာသာ, myanmar, mya, bur",
    "ne": "नेपाली, nep",
    "nl": "nederlands, vlaams, flemish, nld, dut",
    "no": "norsk, bokmål, nynorsk, norsk bokmål, norsk nynorsk, nor, nob, nno",
    "or": "ଓଡ଼ିଆ, oriya, ori, ory",
    "pa": "ਪੰਜਾਬੀ, پنجابی, punjabi, pan",
    "pl": "polski, po polsku, pol",
    "ps": "پښتو, pushto, pus",
    "pt": "português, brasileiro, brazilian, por",
    "ro": "română, moldovenească, moldovan, ron, rum",
    "ru": "русский, по-русски, russki, russkij, rus",
    "sd": "سنڌي, सिन्धी, snd",
    "si": "සිංහල, sinhalese, sin",
    "sk": "slovenčina, slovenský, slk, slo",
    "sl": "slovenščina, slovensko, slovenski, slovene, slv",
    "sr": "српски, srpski, srp",
    "sv": "svenska, swe",
    "ta": "தமிழ், tam",
    "te": "తెలుగు, tel",
    "th": "ไทย, ภาษาไทย, tha",
    "tl": "filipino, pilipino, fil, tgl",
    "tr": "türkçe, tur",
    "ug": "ئۇيغۇرچە, ئۇيغۇر, uyghurche, uighur, uig",
    "uk": "українська, ukrainska, ukr",
    "ur": "اردو, urd",
    "vi": "tiếng việt, vn, vie",
    "zh": "中文, 汉语, 漢語, 普通话, 粵語, mandarin, cantonese, cn, zho, chi, cmn, yue",
}
_OTHERS = frozenset({"guarani", "iranian", "javanese", "lingala", "romani", "sorbian", "tahitian"})
"""What is near the name of a language that X knows, and is another one."""


@lru_cache(maxsize=1)
def called() -> Mapping[str, str]:
    """Return X's codes by what people call the languages, folded: names and three-letter codes."""
    names = {fold_name(name): code for code, name in LANGUAGES.items()}
    others = {fold_name(name): code for code, text in _CALLED.items() for name in text.split(", ")}
    return {**names, **others}


def find_language(word: str) -> str:
    """Return X's code of a language by a name or code that people have for it, or ``""``.

    A code may say where it is spoken, too (``en-GB``, ``de_AT``).
    """
    code = word.strip().lower()
    start = code.partition("-")[0].partition("_")[0]
    known = called()
    for way in (code, start):
        usual = OTHER_CODES.get(way, way)
        if usual in LANGUAGES:
            return usual
    return known.get(fold_name(code)) or known.get(start, "")


def find_languages(text: str) -> tuple[tuple[str, ...], str]:
    """Return the codes of the languages in a list, and the first words that are none, or ``""``.

    Between them are commas or the like, or spaces (``de, en``, ``Deutsch English``).
    """
    codes: list[str] = []
    for words in filter(None, map(str.strip, _BETWEEN.split(text))):
        whole = find_language(words)
        found = [whole] if whole else [find_language(word) for word in words.split()]
        if not all(found):
            return tuple(dict.fromkeys(codes)), words
        codes.extend(found)
    return tuple(dict.fromkeys(codes)), ""


def find_slip(word: str) -> str:
    """Return the code of the one language whose name was typed with a slip or two, or ``""``."""
    usual = fold_name(word)
    if usual in _OTHERS:
        return ""
    near: dict[int, set[str]] = {}
    for name, code in called().items():
        shorter = min(len(name), len(usual))
        slips = count_slips(usual, name) if shorter >= _SHORTEST else len(name)
        if slips <= 1 + (shorter >= _LONG):
            near.setdefault(slips, set()).add(code)
    codes = near[min(near)] if near else set()
    return codes.pop() if len(codes) == 1 else ""


def count_slips(one: str, other: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row = row, [i]
        for j, wanted in enumerate(other, 1):
            least = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 < j and letter == other[j - 2] and one[i - 2] == wanted:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before = last
    return row[-1]
