"""What we need of the Qt underneath: the reason why it is pinned in pyproject.toml."""

import sys

import pytest
from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal: its count means nothing"
)
CALLS = 10_000
STRAY = 200  # references to None that come and go by themselves


def test_calls_without_a_result_leave_the_references_to_none_alone(qapp: QApplication) -> None:
    document, thing = QTextDocument("text"), QObject()
    cursor = QTextCursor(document)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        cursor.setPosition(2)
        thing.setObjectName("name")
        document.setModified(False)
    assert abs(sys.getrefcount(None) - before) < STRAY


def test_signals_and_overrides_leave_them_alone_too(qapp: QApplication) -> None:
    from pressmark.gui.searching.pane.results_model import ResultsModel

    model, told = ResultsModel(), []
    model.dataChanged.connect(lambda *_: told.append(1))
    before = sys.getrefcount(None)
    for _ in range(CALLS // 10):
        model.dataChanged.emit(QModelIndex(), QModelIndex())
        model.index(0)
    assert len(told) == CALLS // 10
    assert abs(sys.getrefcount(None) - before) < STRAY
