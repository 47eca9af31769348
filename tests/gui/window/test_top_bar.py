"""The bar at the top."""

import pytest
from pytestqt.qtbot import QtBot

from gui.samples import answer
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.window.top_bar import MOST_OUTLETS, TopBar


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    made = TopBar(1.0)
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.show()
    return made


def test_filters_are_offered_where_there_is_a_choice(bar: TopBar) -> None:
    assert not bar.outlets.isVisible()
    bar.show_filters(answer((), outlets=(("Echo", 3), ("Post", 1)), years=((2001, 4),)))
    assert (bar.outlets.isVisible(), bar.years.isVisible()) == (True, False)
    bar.show_filters(None)
    assert not bar.outlets.isVisible()


def test_a_filter_is_a_piece_of_query(bar: TopBar, qtbot: QtBot) -> None:
    bar.show_filters(answer((), outlets=(("Salt & Ash", 3), ("Post", 1)), years=((2001, 4), (2003, 1))))
    assert [a.text() for a in bar.outlets.menu.actions()] == [
        "Salt && Ash   (3 articles)",
        "Post   (1 article)",
    ]
    assert [a.text() for a in bar.years.menu.actions()] == ["2003   (1 article)", "2001   (4 articles)"]
    for button, query in ((bar.outlets, 'outlet:="Salt & Ash"'), (bar.years, "date:2003")):
        with qtbot.waitSignal(bar.filter_chosen) as caught:
            button.menu.actions()[0].trigger()
        assert caught.args == [query]


def test_not_too_many_and_none_without_a_name(bar: TopBar) -> None:
    bar.show_filters(answer((), outlets=(("", 9), *((f"Outlet {n}", n) for n in range(99)))))
    assert len(bar.outlets.menu.actions()) == MOST_OUTLETS - 1


def test_what_is_chosen_is_a_chip_with_the_other_choices(bar: TopBar, qtbot: QtBot) -> None:
    bar.show_filters(
        answer(
            (),
            outlets=(("Echo", 3), ("Post", 1)),
            years=((2001, 4),),
            filters=(("outlet", "Echo"), ("date", "2001")),
        )
    )
    assert (bar.outlets.isVisible(), bar.years.isVisible()) == (True, True)
    assert bar.outlets.button.text().startswith("Echo")
    assert bar.outlets.button.accessibleName() == "Filter by outlet: Echo"
    assert [action.isChecked() for action in bar.outlets.menu.actions()] == [True, False]
    for chip, field in ((bar.outlets, "outlet"), (bar.years, "date")):
        with qtbot.waitSignal(bar.filter_removed) as caught:
            chip.remove.click()
        assert caught.args == [field]
    bar.show_filters(answer((), outlets=(("Echo", 3), ("Post", 1))))
    assert bar.outlets.button.text() == "Outlet  ▾"
    assert not bar.outlets.remove.isVisible()
