"""A filter as a chip."""

from pytestqt.qtbot import QtBot

from pressmark.gui.window.filter_chip import LONGEST, FilterChip


def test_a_long_name_is_cut_and_told_whole(qtbot: QtBot) -> None:
    chip = FilterChip("Outlet")
    qtbot.addWidget(chip)
    name = "The Riverton & Port Elsing Echo of the Harbour"
    chip.show_filter(name, ())
    assert chip.isVisibleTo(None)
    assert len(chip.button.text().replace("&&", "&").removesuffix("  ▾")) <= LONGEST
    assert name in chip.button.toolTip()
    assert name in chip.button.accessibleName()


def test_opening_the_menu_says_so_first(qtbot: QtBot) -> None:
    chip = FilterChip("Year")
    qtbot.addWidget(chip)
    chip.show_filter("", (("2001", "date:2001", 3), ("2002", "date:2002", 1)))
    with qtbot.waitSignal(chip.wanted):
        chip.menu.aboutToShow.emit()
    with qtbot.waitSignal(chip.chosen) as caught:
        chip.menu.actions()[1].trigger()
    assert caught.args == ["date:2002"]
