"""Rows of values as a table."""

from PySide6.QtCore import QModelIndex, Qt

from pressmark.gui.look.row_table import RowTable


def test_the_rows_and_the_names_of_the_columns() -> None:
    table: RowTable[str] = RowTable(("Name", "Place"))
    assert (table.rowCount(), table.columnCount(), table.row(0)) == (0, 2, None)
    table.set_rows(["ferry", "pier"])
    assert (table.rowCount(), table.row(1), table.row(2), table.row(-1)) == (2, "pier", None, None)
    across = Qt.Orientation.Horizontal
    assert [table.headerData(n, across) for n in range(3)] == ["Name", "Place", None]
    assert table.headerData(0, Qt.Orientation.Vertical) is None
    table.set_rows([])
    assert table.rowCount(QModelIndex()) == 0
