"""What comes from outside is shown in a tooltip as it is written; held for the whole window."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from allybook.ui.tips import as_written

UI = Path(__file__).parents[2] / "desktop" / "allybook" / "ui"
SAFE = "as_written"
OWN_WORDS = {"tr", "translate"}
WHERE = {"setToolTip": 0, "showText": 1}
"""What shows a tooltip, and which of its arguments the words are."""
OUTSIDE = [
    "<b>Ana</b>",
    '<img src="file:///etc/hostname.png"> Ana',
    '<a href="https://x.example">Ana</a>\n<h1>Ben</h1>',
    "&lt;b&gt; <i>Ana</i> & Ben",
]


def shown(text):
    """Return what Qt shows of a text for a tooltip."""
    if not Qt.mightBeRichText(text):
        return text
    page = QTextDocument()
    page.setHtml(text)
    return page.toPlainText()


@pytest.mark.parametrize("text", OUTSIDE)
def test_what_looks_like_html_is_shown_as_it_is_written(qapp, text):
    assert shown(text) != text
    assert " ".join(shown(as_written(text)).split()) == " ".join(text.split())


@pytest.mark.parametrize("text", ["", "Ana", "Ana <3 & Ben", "a < b", "one\ntwo"])
def test_other_words_stay_as_they_are(text):
    assert as_written(text) == text


@given(st.text("<>/&;ab= \"'!-", max_size=30))
def test_nothing_in_a_text_is_ever_taken_for_a_mark(text):
    page = QTextDocument()
    written = as_written(f"<b>{text}</b>")
    page.setHtml(written)
    assert page.toPlainText().replace(" ", "") == f"<b>{text}</b>".replace(" ", "")


def test_the_tooltip_itself_shows_the_letters(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QToolTip.showText(QPoint(5, 5), as_written(OUTSIDE[0]), window)
    (tip,) = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QLabel) and widget.metaObject().className() == "QTipLabel"
    ]
    assert shown(tip.text()) == OUTSIDE[0]
    QToolTip.hideText()


def name_of(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_fit(words):
    """Return whether words are as they are written, or the program's own and nothing else."""
    match words:
        case ast.Constant():
            return True
        case ast.Call():
            own = name_of(words) in OWN_WORDS and all(
                isinstance(one, ast.Constant) for one in words.args
            )
            return own or name_of(words) == SAFE
        case ast.IfExp(body=body, orelse=orelse):
            return is_fit(body) and is_fit(orelse)
        case _:
            return False


def is_role(node):
    return isinstance(node, ast.Attribute) and node.attr == "ToolTipRole"


def unfit(tree):
    """Yield the lines that give a tooltip what does not go through ``as_written``."""
    roles = {node for node in ast.walk(tree) if is_role(node)}
    for node in ast.walk(tree):
        shows = isinstance(node, ast.Call) and name_of(node) in WHERE
        if shows and not is_fit(node.args[WHERE[name_of(node)]]):
            yield node.lineno
        if isinstance(node, ast.match_case) and roles & set(ast.walk(node.pattern)):
            roles -= set(ast.walk(node.pattern))
            answers = [one for one in ast.walk(node) if isinstance(one, ast.Return)]
            yield from (one.lineno for one in answers if not is_fit(one.value))
    # A role that is read elsewhere than in a match is looked at by nobody.
    yield from (node.lineno for node in roles)


def test_every_tooltip_of_the_window_shows_what_is_written():
    lines = [
        f"{path.relative_to(UI)}:{line}"
        for path in sorted(UI.rglob("*.py"))
        for line in unfit(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert lines == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("name.setToolTip(who.name)", 1),
        ("name.setToolTip(as_written(who.name))", 0),
        ("name.setToolTip(self.tr('Close'))", 0),
        ("name.setToolTip(self.tr('Drop %1').replace('%1', tag))", 1),
        ("name.setToolTip('' if no else self.tr('Close'))", 0),
        ("name.setToolTip(translate('x', word))", 1),
        ("QToolTip.showText(at, words, view)", 1),
        ("match role:\n case R.ToolTipRole:\n  return tip", 1),
        ("match role:\n case R.ToolTipRole:\n  return as_written(tip)", 0),
        ("if role == R.ToolTipRole: pass", 1),
    ],
)
def test_the_test_itself_sees_what_is_unfit(code, count):
    assert len(list(unfit(ast.parse(code)))) == count
