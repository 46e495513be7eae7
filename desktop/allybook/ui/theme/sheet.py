"""The small style sheet: corners and padding of the plain controls that Qt draws itself."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allybook.ui.theme.tokens import DesignTokens

WITHIN = 2
"""So far (pixels) Qt itself keeps the words of a line from its padding."""

SHEET = Template("""
QToolTip {
    background: $surface; color: $text; border: ${line}px solid $border_control; padding: 4px 8px;
}
QAbstractScrollArea { background: $surface; border: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $text; border: ${line}px solid $border_control;
    border-radius: ${button}px; placeholder-text-color: $text_3;
    selection-background-color: $accent;
    selection-color: $on_accent;
}
QLineEdit, QComboBox, QAbstractSpinBox { padding: 0 ${pad}px; min-height: ${field}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QLineEdit { padding: 0 ${pad_line}px; }
QPlainTextEdit, QTextEdit { padding: ${gap}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: ${focus_line}px solid $focus;
}
QLineEdit:focus { padding: 0 ${pad_line_focus}px; min-height: ${field_focus}px; }
QComboBox:focus, QAbstractSpinBox:focus {
    padding: 0 ${pad_focus}px; min-height: ${field_focus}px;
}
QPlainTextEdit:focus, QTextEdit:focus { padding: ${gap_focus}px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: none; padding: 0; min-height: 0; background: transparent;
}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    color: $text_off; border-color: $border;
}
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView, QListView#completions {
    background: $surface; color: $text; border: ${line}px solid $border_button; outline: 0;
    selection-background-color: $selection; selection-color: $on_selection;
}
QListView#completions::item { padding: 4px 8px; border-radius: ${tag}px; }
QListView#completions::item:selected { background: $selection; color: $on_selection; }
QPushButton {
    background: $surface; color: $text; border: ${outline}px solid $border_button;
    border-radius: ${button}px; padding: 6px ${pad}px;
}
QPushButton:hover, QPushButton:pressed { background: $hover; }
QPushButton:disabled { color: $text_off; border-color: $border; }
QToolButton { background: transparent; border: none; border-radius: ${button}px; }
QToolButton:hover, QToolButton:pressed { background: $hover; }
QMenu {
    background: $surface; color: $text; border: ${line}px solid $border_button; padding: 4px;
}
QMenu::item { padding: 6px 24px 6px ${pad}px; border-radius: ${tag}px; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::item:disabled { color: $text_off; }
QMenu::right-arrow { image: none; width: 0; height: 0; }
QMenu::icon { padding-left: ${gap}px; }
QMenu::separator { height: 1px; background: $border; margin: 4px ${gap}px; }
QAbstractScrollArea[clear="true"] { background: transparent; }
QTableView, QListView, QTreeView { outline: 0; gridline-color: $border; }
QHeaderView, QTableCornerButton::section { background: $panel; border: none; }
QHeaderView::section {
    background: $panel; color: $text_2; border: none; border-bottom: 1px solid $border;
    padding: 0 ${gap}px;
}
QSplitter::handle { background: $border; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${m}px; }
QScrollBar:horizontal { height: ${m}px; }
QScrollBar::handle { background: $border_button; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: ${xxl}px; }
QScrollBar::handle:horizontal { min-width: ${xxl}px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $border_control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: $border_button; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 10px; margin: -6px 0; background: $surface; border: 3px solid $accent;
    border-radius: 8px;
}
QSlider::handle:horizontal:hover { background: $hover; }
QDialog { background: $surface; }
""")


def make_sheet(tokens: DesignTokens, scheme: str) -> str:
    """Return the style sheet of a scheme."""
    roles = tokens.schemes[scheme].roles
    contrast = scheme == "contrast"
    space, radius = tokens.sizes["space"], tokens.sizes["radius"]
    line, focus_line = (int(tokens.sizes["stroke"][name]) for name in ("line", "focus"))
    field, pad, gap = int(tokens.sizes["height"]["field"]), int(space["m"]), int(space["s"])
    # The thicker line takes its room from within: nothing moves when the keyboard comes.
    return SHEET.substitute(
        roles,
        # In high contrast a selected row turns as a whole, its letters too.
        on_selection=roles["on_accent" if contrast else "text"],
        line=line,
        outline=2 * line if contrast else line,
        button=radius["button"],
        tag=radius["tag"],
        focus_line=focus_line,
        field=field - 2 * line,
        field_focus=field - 2 * focus_line,
        pad=pad - line,
        pad_focus=pad - focus_line,
        pad_line=pad - line - WITHIN,
        pad_line_focus=pad - focus_line - WITHIN,
        gap=gap,
        gap_focus=gap - focus_line + line,
        m=space["m"],
        xxl=space["xxl"],
    )
