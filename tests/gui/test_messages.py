"""The one door through which errors reach the person."""

import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import pressmark
from pressmark.errors import ArchiveError, ArchiveGone
from pressmark.gui.messages import CrashDialog, Messages, versions


@pytest.fixture
def messages(parent: QWidget) -> Messages:
    return Messages(parent)


def dialogs(parent: QWidget) -> list[CrashDialog]:
    return [one for one in parent.findChildren(CrashDialog) if one.isVisible()]


@pytest.mark.parametrize("kind", [ArchiveError, ArchiveGone])
def test_the_worlds_fault_is_a_sentence(
    messages: Messages, parent: QWidget, qtbot: QtBot, kind: type[ArchiveError]
) -> None:
    with qtbot.waitSignal(messages.said) as caught:
        messages.error(kind("The folder is not there. Plug the disk in."))
    assert caught.args == ["The folder is not there. Plug the disk in."]
    assert dialogs(parent) == []


def fail() -> Exception:
    try:
        raise KeyError("harbour")
    except KeyError as error:
        return error


@pytest.mark.logs
def test_our_fault_is_a_report_that_can_be_copied(messages: Messages, parent: QWidget, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(messages.said):
        messages.error(fail())
        messages.error(fail())
        qtbot.waitUntil(lambda: bool(dialogs(parent)))
    (dialog,) = dialogs(parent)
    report = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "KeyError: 'harbour'" in report
    assert "test_messages.py" in report
    assert report.startswith(versions())
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy the report")
    copy.click()
    assert QGuiApplication.clipboard().text() == report
    dialog.reject()
    messages.fault("another trace")
    qtbot.waitUntil(lambda: bool(dialogs(parent)))
    dialogs(parent)[0].reject()


@pytest.mark.logs
def test_what_nobody_caught_is_shown(
    messages: Messages, parent: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    messages.take_over()
    error = fail()
    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(dialogs(parent)))
    dialogs(parent)[0].reject()


def test_the_report_has_the_versions() -> None:
    assert f"Pressmark {pressmark.__version__}, Python {sys.version_info.major}." in versions()
