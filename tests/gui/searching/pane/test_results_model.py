"""The results as Qt's model."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.samples import INFERRED, answer, hit
from pressmark.gui.searching.pane.results_model import ROW_ROLE, ResultsModel, Row, row_of
from pressmark.values import ArticleDate, Hit

ROLE = Qt.ItemDataRole


def test_qt_finds_nothing_wrong_with_it(qtmodeltester: ModelTester) -> None:
    model = ResultsModel()
    qtmodeltester.check(model, force_py=True)
    model.show(answer(tuple(hit(number) for number in range(30))))
    model.mark_read("3.txt")
    model.show(None)
    model.show(answer((hit(1),)))


def test_roles() -> None:
    model = ResultsModel()
    model.show(answer((hit(1), hit(2, "", date=INFERRED, outlet=""))))
    printed, inferred = model.index(0), model.index(1)
    name = "Riverton votes, The Riverton Echo, 3 Oct 2001, unread"
    for role, wanted in (
        (ROLE.DisplayRole, name), (ROLE.AccessibleTextRole, name), (ROLE.ToolTipRole, "1.txt"), (ROLE.DecorationRole, None),
        (ROLE.EditRole, None),
    ):  # fmt: skip
        assert model.data(printed, role) == wanted, role
    assert isinstance(printed.data(ROW_ROLE), Row)
    assert inferred.data(ROLE.ToolTipRole) == "2.txt\nDate inferred: it names the summit of that week"
    assert inferred.data() == "Without a headline, 30 Sep 2001 – 3 Oct 2001, inferred, unread"
    assert model.data(model.index(99)) is None


@pytest.mark.parametrize(
    ("found", "notes", "hits"),
    [
        (hit(1), "", "2 hits"),
        (hit(1, hits=1), "", "1 hit"),
        (hit(1, hits_set_aside=1), "1 hit in set-aside text", "2 hits"),
        (hit(1, hits=0, hits_set_aside=1204), "1,204 hits in set-aside text only", ""),
        (hit(1, like_this=("a", "b")), "+2 like this", "2 hits"),
        (hit(1, hits_set_aside=2, like_this=("a",)), "2 hits in set-aside text · +1 like this", "2 hits"),
    ],
)
def test_what_is_said_of_a_hit(found: Hit, notes: str, hits: str) -> None:
    row = row_of(found, below_divider=False, read=False)
    assert (row.notes, row.hits) == (notes, hits)


def test_an_article_without_outlet_or_date_is_called_by_its_file() -> None:
    row = row_of(hit(1, outlet="", date=ArticleDate()), below_divider=False, read=True)
    assert (row.outlet, row.date, row.inferred, row.name) == ("1.txt", "", False, "Riverton votes")


def test_the_divider() -> None:
    model = ResultsModel()
    model.show(answer((hit(1), hit(2), hit(3)), divider=1))
    assert [row.below_divider for row in model.rows()] == [False, True, True]


def test_rows_are_added_where_an_answer_goes_on(qtbot: QtBot) -> None:
    model = ResultsModel()
    first, more = (hit(1), hit(2, read=True)), (hit(3), hit(4, read=True))
    model.show(answer(first))
    model.mark_read("1.txt")
    rows = model.rows()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted):
        model.show(answer((*first, *more), divider=3))
    assert model.rows()[:2] == rows
    assert [row.below_divider for row in model.rows()] == [False, False, False, True]
    assert [model.is_read(f"{number}.txt") for number in (1, 2, 3, 4)] == [True, True, False, True]
    with qtbot.waitSignal(model.modelReset):
        model.show(answer((hit(1), hit(2), hit(3), hit(4), hit(5))))
    assert not model.is_read("1.txt")


def test_an_article_that_was_opened_is_read_and_no_longer_called_unread(qtbot: QtBot) -> None:
    model = ResultsModel()
    model.show(answer((hit(1), hit(2, read=True))))
    assert [model.is_read("1.txt"), model.is_read("2.txt")] == [False, True]
    with qtbot.waitSignal(model.dataChanged):
        model.mark_read("1.txt")
    assert model.is_read("1.txt")
    assert "unread" not in model.index(0).data()
    with qtbot.assertNotEmitted(model.dataChanged):
        model.mark_read("99.txt")


def test_rows_are_found_by_their_article() -> None:
    model = ResultsModel()
    model.show(answer((hit(7), hit(9))))
    assert [model.row_at(path) for path in ("7.txt", "9.txt", "8.txt", "")] == [0, 1, -1, -1]
