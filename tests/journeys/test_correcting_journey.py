"""Correcting what is article text and what is not, with keys in the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from driver import Driver
from texts import article

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Open = Callable[..., Driver]
Write = Callable[..., Path]
PLEA = "Our zeppelin desk is run by volunteers, and it has been for years."


@pytest.fixture
def root(archive: Write) -> Path:
    """Three pages of one outlet and one of another, each with the same line."""
    return archive(
        {f"{outlet}/{n}.txt": f"{article(n)}\n{PLEA}\n\nwww.{outlet}.example\n"
         for outlet, numbers in (("echo", (1, 2, 3)), ("post", (4,))) for n in numbers}
    )  # fmt: skip


def open_page(driver: Driver, number: int) -> None:
    driver.search(f"number{number}")
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: f"street {number}" in driver.headline)
    driver.until(driver.window.reader.view.hasFocus)


def focus_on(driver: Driver, text: str) -> None:
    """Step with L until a line is the one in focus."""
    view = driver.window.reader.view
    for _ in range(len(view.entries)):
        driver.key(Qt.Key.Key_L)
        assert view.line is not None
        if view.entries[view.line].text == text:
            return
    raise AssertionError(f"no line {text!r} was come to")


def settled(driver: Driver) -> None:
    driver.until(lambda: not driver.window.correcting.busy)


def kept(driver: Driver) -> bool:
    """Tell whether the line is text in the open article."""
    assert driver.window.reading.stored is not None
    return next(not b.set_aside for b in driver.window.reading.stored.article.blocks if b.text == PLEA)


def until_counted(driver: Driver, aside: int) -> None:
    """Wait until so many of the four pages have the line in set-aside text, in the index and in the results."""

    def counted() -> bool:
        answer = driver.window.searching.answer
        return answer is not None and sum(hit.hits_set_aside for hit in answer.hits) == aside

    driver.search("zeppelin")
    driver.until(counted)


def test_for_the_outlet_undo_and_after_a_restart(open_window: Open, root: Path) -> None:
    driver = open_window(root)
    open_page(driver, 1)
    assert kept(driver)
    focus_on(driver, PLEA)
    top = driver.window.reader.view.verticalScrollBar().value()
    bar = driver.window.reader.undo_bar
    driver.key(Qt.Key.Key_N, SHIFT)
    assert (
        bar.text == f"Shall “{PLEA[:55]}…” be set aside on every page of Echo? The same key again says yes."
    )
    assert kept(driver), "nothing is done yet"
    driver.key(Qt.Key.Key_N, SHIFT)
    settled(driver)
    driver.until(lambda: bar.text == "Set aside on 3 pages of Echo.")
    assert not kept(driver)
    assert driver.window.reader.view.verticalScrollBar().value() == top, "nothing jumped"
    assert PLEA not in driver.text
    open_page(driver, 2)
    assert not kept(driver), "the outlet's other pages follow at once"
    open_page(driver, 4)
    assert kept(driver), "another outlet's do not"
    until_counted(driver, 3)
    open_page(driver, 2)
    driver.key(Qt.Key.Key_Z, CONTROL)
    settled(driver)
    assert kept(driver)
    until_counted(driver, 0)
    open_page(driver, 3)
    driver.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    settled(driver)
    assert not kept(driver), "what was undone is corrected again"
    driver.close()
    again = open_window(root)
    again.until(lambda: again.window.reading.stored is not None)
    assert not kept(again), "the article that comes back with the session"
    open_page(again, 1)
    assert not kept(again)


def test_for_the_article_through_a_change_and_a_move(open_window: Open, root: Path) -> None:
    driver = open_window(root)
    open_page(driver, 1)
    focus_on(driver, PLEA)
    driver.key(Qt.Key.Key_N)
    settled(driver)
    assert driver.window.reader.undo_bar.text == "Set aside in this article."
    open_page(driver, 2)
    assert kept(driver)
    file = root / "echo/1.txt"
    file.write_text(
        file.read_text() + "\nA zebra was added to the file, and nothing else in it has changed.\n"
    )
    driver.key(Qt.Key.Key_F5)
    driver.search("zebra")
    driver.until(lambda: driver.window.searching.answer.total == 1)  # type: ignore[union-attr]
    open_page(driver, 1)
    assert not kept(driver)
    file.rename(root / "echo/moved.txt")
    driver.key(Qt.Key.Key_F5)
    driver.search("zebra")
    driver.until(lambda: [hit.path for hit in driver.window.searching.answer.hits] == ["echo/moved.txt"])  # type: ignore[union-attr]
    open_page(driver, 2)
    open_page(driver, 1)
    assert not kept(driver)


def test_by_menu_and_the_undo_button(open_window: Open, root: Path) -> None:
    driver = open_window(root)
    open_page(driver, 1)
    focus_on(driver, PLEA)
    menu: QMenu = driver.article_menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:2] == [
        "This is not article text\tN", "This is not article text on any page of Echo\tShift+N",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    settled(driver)
    assert not kept(driver)
    driver.qtbot.mouseClick(driver.named("Undo the correction"), Qt.MouseButton.LeftButton)
    settled(driver)
    assert kept(driver)


def test_a_line_kept_and_several_at_once(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    driver.key(Qt.Key.Key_H)
    focus_on(driver, "Talking Point")
    driver.key(Qt.Key.Key_W)
    driver.key(Qt.Key.Key_T)
    driver.key(Qt.Key.Key_L)
    driver.key(Qt.Key.Key_L)
    driver.key(Qt.Key.Key_T)
    settled(driver)
    driver.until(lambda: not driver.window.correcting._waiting)
    settled(driver)
    stored = driver.window.reading.stored
    assert stored is not None
    kept = [block.text for block in stored.article.blocks if block.detail.startswith("marked by you")]
    assert len(kept) == 2, "none of several quick corrections is lost"
    assert kept[0] == "Talking Point"
    driver.key(Qt.Key.Key_T)
    settled(driver)
    assert driver.window.reader.undo_bar.text.startswith("There is nothing to correct")


def test_f3_steps_into_what_was_set_aside(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("correspondent")
    assert driver.window.status.hits_text == "hit 1 of 1, set aside"
    assert "From Our Own Correspondent" in driver.text
    driver.search("europe OR european")
    driver.key(Qt.Key.Key_Return)
    view = driver.window.reader.view
    driver.until(
        lambda: view.hit_count > 1 and view.current_hit > 0
    )  # the first one in the article's own text
    driver.until(lambda: not any(lane.busy for lane in driver.window.reading.lanes()))
    driver.key(Qt.Key.Key_Escape)
    total = driver.window.reader.view.hit_count
    aside = driver.window.reader.view.hits_aside
    assert 0 < aside < total
    seen = set()
    for _ in range(total):
        driver.key(Qt.Key.Key_F3)
        assert driver.window.status.hits_text.endswith(f"of {total}, {aside} set aside")
        seen.add(driver.window.status.hits_text)
    assert len(seen) == total
    assert view.hits_aside == aside
    assert any(entry.kind.name == "OPENED" for entry in view.entries)
