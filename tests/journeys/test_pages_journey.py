"""A folder of saved web pages: searched, read, corrected for the outlet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor, QTextDocument

from driver import Driver
from pressmark.gui.menu import article_menu
from pressmark.gui.reading.pane.entries import EntryKind
from saved_pages import PARAGRAPHS, illustrated, page

Open = Callable[[Path], Driver]
BOX = "<p>{}</p><p>Send us your memories of the harbour and of its ferries.</p>"


def test_a_folder_of_pages_is_searched_read_and_corrected(
    open_window: Open, archive: Callable[..., Path]
) -> None:
    files = {
        f"{number}.html": page(BOX.format(f"{PARAGRAPHS[number]}</p><p>{PARAGRAPHS[0]}"))
        .replace("Ferry to Elsing sails again", f"Ferry number{number} sails again")
        for number in range(2, 5)
    }  # fmt: skip
    driver = open_window(archive(files))
    driver.until(lambda: driver.window.archive.ready)
    driver.open_first("number3 ferry")
    assert driver.headline == "Ferry number3 sails again"
    view = driver.window.reader.view
    shown = [entry.text for entry in view.entries]
    assert shown[0].startswith("3 lines of menu"), "the page's navigation is folded away"
    assert any("echo.example/harbour/ferry" in text for text in shown), (
        "its address stands under the headline"
    )
    assert "Pier in Elsing is to be painted" not in driver.text
    driver.key(Qt.Key.Key_H)
    assert "Pier in Elsing is to be painted" in driver.text
    number = next(
        n for n, entry in enumerate(view.entries) if entry.text == "Pier in Elsing is to be painted"
    )
    assert "in a list of other stories" in view.told(number)
    driver.key(Qt.Key.Key_H)
    memories = next(
        n for n, entry in enumerate(view.entries) if entry.text.startswith("Send us your memories")
    )
    driver.qtbot.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view._rect(view.document().findBlockByNumber(memories)).center().toPoint(),
    )
    driver.key(Qt.Key.Key_N)
    driver.until(lambda: "Send us your memories" not in driver.text)


def place_of(driver: Driver, of: str) -> QPoint:
    """Return where in the view a picture or a link stands, by what stands behind it in the document."""
    view = driver.window.reader.view
    block = view.document().begin()
    while block.isValid():
        for piece in block.textFormats():
            if piece.format.anchorHref() == of:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + piece.start + 1)
                view.bring_into_view(cursor.position())
                rect = view.cursorRect(cursor)
                return rect.center() - QPoint(2, 0)
        block = block.next()
    raise AssertionError(of)


def click(driver: Driver, of: str) -> None:
    view = driver.window.reader.view
    driver.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(driver, of))


def test_pictures_stand_at_their_captions_and_large_by_a_click_or_enter(
    open_window: Open, archive: Callable[..., Path]
) -> None:
    driver = open_window(archive(illustrated()))
    driver.open_first("ferry sails")
    window, view, large = driver.window, driver.window.reader.view, driver.window.reader.large
    rows = [entry for entry in view.entries if entry.kind is EntryKind.PICTURES]
    assert [entry.text for entry in rows] == [
        "Picture: A ferry",
        "2 pictures: Passengers on deck; The captain",
    ]
    after = view.entries[view.entries.index(rows[0]) + 1]
    assert after.text.startswith("The ferry leaves the harbour")
    driver.until(lambda: not view.missing_pictures)
    image = view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl("picture:0"))
    assert image.pixelColor(5, image.height() - 5).alpha() == 255, "it is painted"

    click(driver, "picture:0")
    driver.until(lambda: large.isVisible() and large.hasFocus())
    driver.until(lambda: isinstance(large._image, QImage))
    assert "The ferry leaves the harbour" in large.accessibleName()
    assert large.size() == window.size()
    window.resize(1000, 700)
    driver.until(lambda: large.size() == window.size())
    driver.key(Qt.Key.Key_Right)
    driver.until(lambda: isinstance(large._image, QImage) and large.number == 1)
    driver.key(Qt.Key.Key_Right)
    driver.until(lambda: isinstance(large._image, str) and "cannot be shown" in large._image)
    driver.key(Qt.Key.Key_Right)
    assert large.number == 2, "it was the last one"
    driver.key(Qt.Key.Key_Escape)
    assert not large.isVisible()
    assert view.hasFocus()
    assert driver.headline == "Ferry to Elsing sails again"

    driver.key(Qt.Key.Key_P)
    driver.until(lambda: large.isVisible())
    driver.key(Qt.Key.Key_Return)
    view.go_to(0, 0)
    while view.line is None or not view.entries[view.line].pictures:
        driver.key(Qt.Key.Key_L)
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: large.isVisible() and large.number == 0)
    driver.key(Qt.Key.Key_Escape)


def test_pictures_can_be_left_out_for_good(open_window: Open, archive: Callable[..., Path]) -> None:
    root = archive(illustrated())
    driver = open_window(root)
    driver.open_first("ferry sails")
    assert driver.window.reader.view.shown_pictures == (0, 1, 2)
    action = next(a for a in driver.window.top.menu.actions() if a.text() == "Pictures in the text")
    action.trigger()
    assert driver.window.reader.view.shown_pictures == ()
    driver.key(Qt.Key.Key_P)
    assert "No picture" in driver.window.notice.text
    driver.close()
    again = open_window(root)
    again.open_first("ferry sails")
    assert again.window.reader.view.shown_pictures == ()
    next(a for a in again.window.top.menu.actions() if a.text() == "Pictures in the text").trigger()
    again.until(lambda: not again.window.reader.view.missing_pictures)
    assert again.window.reader.view.shown_pictures == (0, 1, 2)


def test_a_link_opens_the_article_of_the_archive_else_its_address_is_copied(
    open_window: Open, archive: Callable[..., Path]
) -> None:
    driver = open_window(archive(illustrated()))
    driver.open_first("ferry sails")
    view = driver.window.reader.view
    links = [link.words for link in view._links]
    click(driver, f"link:{links.index('with the ministry')}")
    assert QGuiApplication.clipboard().text() == "https://example.org/reports/2003.pdf"
    assert "example.org" in driver.window.notice.text
    assert driver.headline == "Ferry to Elsing sails again", "nothing is opened or fetched"
    click(driver, f"link:{links.index('the Echo reported')}")
    driver.until(lambda: driver.headline == "Pier in Elsing painted")
    driver.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: driver.headline == "Ferry to Elsing sails again")
    number = next(n for n, entry in enumerate(view.entries) if "the Echo reported" in entry.text)
    while view.line != number:
        driver.key(Qt.Key.Key_L)
    view.meant_links = view.links_of(number)
    menu = article_menu(view, driver.window.reading.stored, driver.window.actions_by_name, can_undo=False)
    offers = {action.text(): action for action in menu.actions()}
    offers["Open “the Echo reported” in a new tab"].trigger()
    driver.until(lambda: driver.headline == "Pier in Elsing painted")
    assert len(driver.window.reader.tabs) == 2
