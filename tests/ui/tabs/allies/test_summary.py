from PySide6.QtWidgets import QWidget

from allybook.ui.tabs.allies.summary import Sum, Summary


def test_of_very_many_some_are_named_and_the_rest_is_counted(look, qtbot):
    summary = Summary(look)
    qtbot.addWidget(summary)
    names = tuple(f"@ally_{number:05}" for number in range(10_000))
    summary.show_sums([Sum("plus", "accent_text", "10,000 new", names)], "")
    (row,) = [one for one in summary.findChildren(QWidget) if "new: " in one.accessibleName()]
    said = row.accessibleName()
    assert said.startswith("10,000 new: @ally_00000, @ally_00001, ")
    assert said.endswith("@ally_00039, and 9960 more")
    assert "and 9960 more" in row.toolTip()


def test_where_all_are_named_nothing_is_counted(look, qtbot):
    summary = Summary(look)
    qtbot.addWidget(summary)
    summary.show_sums([Sum("plus", "accent_text", "2 new", ("@a", "@b"))], "")
    assert "2 new: @a, @b" in [one.accessibleName() for one in summary.findChildren(QWidget)]
