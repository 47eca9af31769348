"""The panes side by side."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pressmark.gui.window.panes import Pane, side_by_side, usual_widths


def test_widths_follow_the_scale_and_one_pane_takes_the_rest(qtbot: QtBot) -> None:
    widgets = [QWidget() for _ in range(3)]
    panes = tuple(
        Pane(widget, narrowest, usual, lambda widget=widget: widget)
        for widget, narrowest, usual in zip(widgets, (260, 300, 280), (348, 0, 352), strict=True)
    )
    assert usual_widths(panes, 1280, 1.0) == [348, 580, 352]
    assert usual_widths(panes, 1280, 2.0) == [696, 1160, 704]
    splitter = side_by_side(panes, 2.0)
    qtbot.addWidget(splitter)
    assert [splitter.widget(number) for number in range(3)] == widgets
    assert [widget.minimumWidth() for widget in widgets] == [520, 600, 560]
    splitter.resize(2560, 400)
    splitter.show()
    splitter.setSizes(usual_widths(panes, 1280, 2.0))
    splitter.resize(3000, 400)
    assert abs(widgets[0].width() - 696) <= 4, "what is won goes to the one that takes the rest"
