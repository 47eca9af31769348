"""The files of the archive as Qt's model."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from gui.samples import record
from pressmark.gui.archive.pane.health_model import COLUMNS, RECORD_ROLE, STATES, HealthModel
from pressmark.values import FileState

ROLE = Qt.ItemDataRole
RECORDS = (
    record("a.txt"),
    record("Ärger/b.txt", FileState.UNREADABLE, encoding="", encoding_reason=""),
    record("c.txt", FileState.DUPLICATE),
    record("d.txt", encoding="shift_jis", size=1_204_000),
)


def test_qt_finds_nothing_wrong_with_it(qtmodeltester: ModelTester) -> None:
    model = HealthModel()
    qtmodeltester.check(model, force_py=True)
    model.show(RECORDS)
    model.show(RECORDS, FileState.UNREADABLE)
    model.show((), None, "x")


@pytest.mark.parametrize(
    ("state", "text", "shown"),
    [
        (None, "", "abcd"), (FileState.ARTICLE, "", "ad"), (FileState.UNREADABLE, "", "b"), (FileState.DUPLICATE, "", "c"),
        (None, "ärger", "b"), (None, "EMPTY", "b"), (None, "shift", "d"), (FileState.ARTICLE, "empty", ""),
        (None, "same as", "c"),
    ],
)  # fmt: skip
def test_filters(state: FileState | None, text: str, shown: str) -> None:
    model = HealthModel()
    model.show(RECORDS, state, text)
    assert [record for row in range(9) if (record := model.row(row))] == [
        r for r in RECORDS if r.path[-5] in shown
    ]


@pytest.mark.parametrize(
    ("row", "column", "role", "wanted"),
    [
        (0, 0, ROLE.DisplayRole, "a.txt"), (0, 1, ROLE.DisplayRole, "article"), (1, 1, ROLE.DisplayRole, "not read"),
        (1, 2, ROLE.DisplayRole, "the file is empty"), (3, 3, ROLE.DisplayRole, "shift_jis"),
        (3, 4, ROLE.DisplayRole, "1,204,000"),
        (0, 3, ROLE.ToolTipRole, "valid UTF-8"), (1, 0, ROLE.ToolTipRole, "the file is empty"),
        (0, 0, ROLE.ToolTipRole, "a.txt"),
        (0, 0, RECORD_ROLE, RECORDS[0]), (0, 0, ROLE.TextAlignmentRole, None), (0, 0, ROLE.DecorationRole, None),
    ],
)  # fmt: skip
def test_roles(row: int, column: int, role: int, wanted: object) -> None:
    model = HealthModel()
    model.show(RECORDS)
    assert model.data(model.index(row, column), role) == wanted


def test_sizes_stand_to_the_right() -> None:
    model = HealthModel()
    model.show(RECORDS)
    assert model.data(model.index(0, 4), ROLE.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight.value


def test_headings() -> None:
    model = HealthModel()
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)] == list(COLUMNS)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(9, Qt.Orientation.Horizontal) is None


def test_every_state_has_a_word() -> None:
    assert set(STATES) == set(FileState)
