"""The report of a follow-back check as one web page: no scripts, nothing from elsewhere.

The words come from whoever asks, in the language of the window; here is only how they stand.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class AnswerCount(Struct, frozen=True):
    """One answer and how many accounts have it; ``meaning`` says it in a sentence."""

    word: str
    number: int
    meaning: str


class Report(Struct, frozen=True):
    """What a report says, all of it in words.

    ``whom`` is whom it is about. ``method`` are paragraphs; ``rows`` have one cell for each of
    ``headings``, and ``addresses`` lead from the first cell of each row to the account on X.
    """

    title: str
    language: str
    whom: str
    counts: tuple[AnswerCount, ...]
    summary: str
    method_heading: str
    method: tuple[str, ...]
    accounts_heading: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    addresses: tuple[str, ...]


STYLE = """
:root{color-scheme:light dark;--ink:#1d2221;--soft:#4d5351;--paper:#fff;--line:#d8d4cb;
--link:#0a5b55}
@media(prefers-color-scheme:dark){:root{--ink:#e9ebe7;--soft:#b9beb9;--paper:#1b201f;
--line:#3c4442;--link:#7fd3c7}}
body{margin:0 auto;max-width:60rem;padding:2rem 1.5rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,sans-serif}
h1{margin:0 0 .25rem;font-size:1.75rem;line-height:1.2}h2{margin:2rem 0 .5rem;font-size:1.2rem}
p{margin:.25rem 0 .75rem;max-width:46rem}.soft{color:var(--soft)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);text-align:start;
vertical-align:top;overflow-wrap:anywhere}
.number{text-align:end;font-variant-numeric:tabular-nums}
a{color:var(--link)}a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
svg{display:block;width:100%;height:2.5rem;margin:1rem 0}
.p0{fill:#0d6b63}.p1{fill:#7fbdb5}.p2{fill:#b9d9d3}.p3{fill:#c9c5bb}.p4{fill:#e6e3db}
@media print{body{padding:0;max-width:none}tr{break-inside:avoid}h2{break-after:avoid}}
"""
ACROSS = 1_000
GAP = 4


def as_html(report: Report) -> str:
    """Return the report as one web page."""
    style = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(report.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="robots" content="noindex">',
            f"<title>{escape(report.title)}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            "<main>",
            *_body(report, (_bar(report),)),
            "</main>",
            "</body>",
            "</html>",
        )
    )


def as_plain_html(report: Report, remark: str = "") -> str:
    """Return the report in the few words of HTML that a text document of Qt understands.

    ``remark`` is said below its summary.
    """
    said = (f'<p class="soft">{escape(remark)}</p>',) if remark else ()
    return "\n".join(("<html>", "<body>", *_body(report, said), "</body>", "</html>"))


def _body(report: Report, bar: Sequence[str]) -> Iterator[str]:
    yield f"<h1>{escape(report.title)}</h1>"
    yield f'<p class="soft" dir="auto">{escape(report.whom)}</p>'
    yield f"<p>{escape(report.summary)}</p>"
    yield from bar
    yield '<table width="100%">'
    for count in report.counts:
        yield (
            f'<tr><th scope="row" align="left">{escape(count.word)}</th>'
            f'<td class="number" align="right">{count.number:,}</td>'
            f"<td>{escape(count.meaning)}</td></tr>"
        )
    yield "</table>"
    yield f"<h2>{escape(report.method_heading)}</h2>"
    yield from (f"<p>{escape(words)}</p>" for words in report.method)
    yield f"<h2>{escape(report.accounts_heading)}</h2>"
    yield from _table(report)


def _table(report: Report) -> Iterator[str]:
    cells = "".join(f'<th scope="col" align="left">{escape(w)}</th>' for w in report.headings)
    yield f'<div class="wide"><table width="100%"><thead><tr>{cells}</tr></thead><tbody>'
    for row, address in zip(report.rows, report.addresses, strict=True):
        first, *others = (f"<bdi>{escape(cell)}</bdi>" for cell in row)
        rest = "".join(f"<td>{cell}</td>" for cell in others)
        link = f'<a href="{escape(address)}" rel="noopener noreferrer">{first}</a>'
        yield f'<tr><th scope="row" align="left">{link}</th>{rest}</tr>'
    yield "</tbody></table></div>"


def _bar(report: Report) -> str:
    """Return a bar of the answers, as wide as their counts; readers hear the summary."""
    whole = sum(count.number for count in report.counts)
    parts, x = [], 0.0
    for place, count in enumerate(report.counts):
        width = (ACROSS - GAP * len(report.counts)) * count.number / max(1, whole)
        if count.number:
            title = f"<title>{escape(count.word)}: {count.number:,}</title>"
            box = f'x="{x:.1f}" width="{max(width, 1):.1f}" height="40" rx="4"'
            parts.append(f'<rect class="p{place}" {box}>{title}</rect>')
            x += width + GAP
    view = f'viewBox="0 0 {ACROSS} 40" preserveAspectRatio="none"'
    return f'<svg role="img" aria-label="{escape(report.summary)}" {view}>{"".join(parts)}</svg>'
