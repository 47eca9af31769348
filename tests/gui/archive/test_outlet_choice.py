"""The wish for an outlet: asked for the open article, and noted."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pressmark import paths
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.archive.outlet_choice import OutletChoice
from pressmark.gui.lane import close_all
from pressmark.gui.messages import Messages
from pressmark.indexing.pipeline import index


def test_a_wish(parent: QWidget, qtbot: QtBot, seeds: Path) -> None:
    list(index(seeds, paths.archive_data(seeds)))
    holder = LibraryHolder(seeds)
    wish = OutletChoice(parent, lambda: holder, Messages(parent))
    wish.ask(None)
    assert wish.dialog is None
    stored = next(iter(holder.library().catalog.articles([1]).values()))
    wish.ask(stored)
    qtbot.waitUntil(lambda: wish.dialog is not None)
    dialog = wish.dialog
    assert dialog is not None
    assert dialog._name.text() == stored.article.outlet
    dialog._name.setText("The Elsing Herald")
    with qtbot.waitSignal(wish.noted):
        dialog._ok.click()
    assert holder.library().chosen_outlet(stored) == ("The Elsing Herald", "")
    close_all(wish.lanes())
    holder.close()


def test_no_archive(parent: QWidget) -> None:
    wish = OutletChoice(parent, lambda: None, Messages(parent))
    wish.ask(None)
    assert wish.dialog is None
    close_all(wish.lanes())
