"""The pictures of the open page, decoded by a real process of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.samples import article
from pressmark.gui.lane import close_all
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.messages import Messages
from pressmark.gui.reading.pane.reader_pane import ReaderPane
from pressmark.gui.reading.picturing import NONE_HERE, Picturing
from pressmark.values import BlockKind, Picture
from saved_pages import png


@pytest.fixture
def desk(fonts: Fonts, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[ReaderPane, Picturing]]:
    reader = ReaderPane(fonts, LIGHT)
    qtbot.addWidget(reader)
    reader.resize(900, 700)
    reader.show()
    qtbot.waitExposed(reader)
    made = Picturing(reader, Messages(reader))
    yield reader, made
    made.close()
    close_all(made.lanes())


def show(reader: ReaderPane, folder: Path, *pictures: bytes) -> None:
    shown = article(6)
    line = next(b for b in shown.blocks if b.kind is BlockKind.PARAGRAPH and not b.set_aside).first_line
    made = []
    for number, picture in enumerate(pictures):
        (folder / f"{number}.png").write_bytes(picture)
        made.append(Picture(line, f"{number}.png", f"number {number}", str(folder / f"{number}.png")))
    reader.view.show_article(shown, pictures=made)
    reader.show_view()


def test_all_pictures_come_one_after_the_other(
    desk: tuple[ReaderPane, Picturing], qtbot: QtBot, tmp_path: Path
) -> None:
    reader, picturing = desk
    show(reader, tmp_path, png(900, 600), b"none", png(300, 300))
    picturing.begin()
    qtbot.waitUntil(lambda: not reader.view.missing_pictures, timeout=20_000)
    kinds = [type(reader.view._images[number]) for number in (0, 1, 2)]
    assert kinds == [QImage, str, QImage]


def test_another_article_takes_the_room_of_one_whose_pictures_still_come(
    desk: tuple[ReaderPane, Picturing], qtbot: QtBot, tmp_path: Path
) -> None:
    reader, picturing = desk
    show(reader, tmp_path, *[png(900, 600)] * 6)
    picturing.begin()
    show(reader, tmp_path, png(200, 100))
    picturing.begin()
    qtbot.waitUntil(lambda: not reader.view.missing_pictures, timeout=20_000)
    image = reader.view._images[0]
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (200, 100)


def test_its_process_rests_and_begins_again(
    desk: tuple[ReaderPane, Picturing], qtbot: QtBot, tmp_path: Path
) -> None:
    reader, picturing = desk
    show(reader, tmp_path, png(900, 600))
    picturing.begin()
    qtbot.waitUntil(lambda: not reader.view.missing_pictures, timeout=20_000)
    picturing._rest()
    assert picturing._pool is None
    picturing.show_first()
    qtbot.waitUntil(lambda: isinstance(reader.large._image, QImage), timeout=20_000)


def test_without_pictures_it_is_said(
    desk: tuple[ReaderPane, Picturing], qtbot: QtBot, tmp_path: Path
) -> None:
    reader, picturing = desk
    show(reader, tmp_path)
    with qtbot.waitSignal(picturing._messages.said) as said:
        picturing.show_first()
    assert said.args == [NONE_HERE]
