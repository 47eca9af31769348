"""Which panes are shown at which width."""

import pytest

from driver import Driver


def panes(driver: Driver) -> tuple[bool, bool, bool]:
    window = driver.window
    return window.results.isVisible(), window.reader.isVisible(), window.related.isVisible()


def resize(driver: Driver, width: int) -> None:
    driver.window.resize(width, 700)
    driver.until(lambda: driver.window.width() == width)


@pytest.mark.parametrize(
    ("width", "reading", "wanted", "choosing"),
    [
        (1400, (True, True, True), (True, True, True), (True, True, True)),
        (1000, (True, True, False), (False, True, True), (True, True, False)),
        (640, (False, True, False), (False, False, True), (True, False, False)),
    ],
)
def test_panes_fold_by_width(
    driver: Driver,
    width: int,
    reading: tuple[bool, ...],
    wanted: tuple[bool, ...],
    choosing: tuple[bool, ...],
) -> None:
    driver.open_first("nato")
    driver.until_related()
    resize(driver, width)
    driver.window.reader.view.setFocus()
    assert panes(driver) == reading, "reading"
    driver.window.folding.want_related(True)
    assert panes(driver) == wanted, "the related pane is wanted"
    assert driver.window.folding.related_is_over is (width < 1100)
    driver.window.folding.want_related(False)
    driver.window.searching.focus()
    assert panes(driver) == choosing, "choosing"


def test_without_a_query_there_are_no_results(driver: Driver) -> None:
    for width in (1400, 1000, 640):
        resize(driver, width)
        assert panes(driver) == (False, True, False), width


def test_the_window_may_be_as_small_as_it_says(driver: Driver) -> None:
    driver.open_first("nato")
    resize(driver, 640)
    driver.window.resize(640, 480)
    driver.until(lambda: driver.window.height() == 480)
    window = driver.window
    for control in (window.top.menu_button, window.top.search, window.status, window.reader.view):
        corner = control.mapTo(window, control.rect().bottomRight())
        assert control.isVisible(), control.objectName()
        assert window.rect().contains(corner), control.objectName()
