"""The table of keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from pressmark.gui.actions import (
    ACTIONS,
    ELSEWHERE,
    KEY_LINES,
    READING_LETTERS,
    Action,
    Doers,
    add_with_key,
    make_actions,
    reading_action,
)


class Notebook:
    """Writes down what is asked of it and of its parts."""

    def __init__(self, done: list[str], name: str = "") -> None:
        self._done, self._name = done, name

    def __getattr__(self, part: str) -> "Notebook":
        return Notebook(self._done, f"{self._name}.{part}".lstrip("."))

    def __call__(self, *asked: object, **named: object) -> None:
        self._done.append(self._name)


def doers(window: QWidget, done: list[str]) -> Doers:
    """Return doers that do nothing but write it down."""
    parts = [Notebook(done, name) for name in Doers.__slots__ if name != "window"]
    return Doers(window, *parts)  # type: ignore[arg-type]


def test_no_key_does_two_things() -> None:
    keys = [QKeySequence(text).toString() for one in ACTIONS for text in one.keys]
    assert len(keys) == len(set(keys))
    assert len({one.name for one in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize("one", [one for one in ACTIONS if one.name != "quit"], ids=lambda one: one.name)
def test_every_action_has_something_done(parent: QWidget, one: Action) -> None:
    done: list[str] = []
    made = make_actions(doers(parent, done))
    made[one.name].trigger()
    assert done
    assert made[one.name].text() == one.words


def test_quitting_closes_the_window(parent: QWidget) -> None:
    parent.show()
    make_actions(doers(parent, []))["quit"].trigger()
    assert not parent.isVisible()


def test_letters_are_no_shortcuts_of_the_window(parent: QWidget) -> None:
    made = make_actions(doers(parent, []))
    assert READING_LETTERS == {
        "H": "aside", "J": "next_passage", "K": "previous_passage", "?": "help", "L": "next_line",
        "Shift+L": "previous_line", "T": "text", "N": "not_text", "Shift+T": "text_outlet",
        "Shift+N": "not_text_outlet", "W": "why", "P": "picture",
    }  # fmt: skip
    for one in ACTIONS:
        assert bool(made[one.name].shortcuts()) is (not one.reading and bool(one.keys))


def test_the_keys_that_others_handle_are_in_the_groups_of_the_help() -> None:
    assert {group for group, _, _ in ELSEWHERE} <= {one.group for one in ACTIONS}
    assert ("Search", "Ctrl+K or Ctrl+L", "Go to the search bar") in KEY_LINES


@pytest.mark.parametrize(
    ("text", "modifier", "name"),
    [
        ("n", "NoModifier", "not_text"), ("N", "ShiftModifier", "not_text_outlet"), ("N", "NoModifier", "not_text"),
        ("J", "ShiftModifier", "next_passage"), ("?", "ShiftModifier", "help"), ("n", "ControlModifier", None),
        ("n", "AltModifier", None), ("x", "NoModifier", None), ("", "NoModifier", None),
    ],
)  # fmt: skip
def test_which_letter_does_what(text: str, modifier: str, name: str | None) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier[modifier], text)
    assert reading_action(event) == name


def test_a_menu_shows_the_letter_and_the_outlet(parent: QWidget) -> None:
    done: list[str] = []
    made = make_actions(doers(parent, done))
    menu = QMenu(parent)
    add_with_key(menu, made, "not_text_outlet", "Salt & Ash")
    (action,) = menu.actions()
    assert action.text() == "This is not article text on any page of Salt && Ash\tShift+N"
    action.trigger()
    assert done == ["correcting.mark"]
