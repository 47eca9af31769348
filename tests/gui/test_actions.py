"""The table of keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from pressmark.gui.actions import ELSEWHERE, KEYS, READING_LETTERS, add_with_key, make_actions, reading_action


def test_no_key_does_two_things() -> None:
    keys = [QKeySequence(text).toString() for key in KEYS for text in key.keys]
    assert len(keys) == len(set(keys))
    assert len({key.name for key in KEYS}) == len(KEYS)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_every_action_does_its_own(parent: QWidget, key) -> None:
    done = []
    made = make_actions(parent, {one.name: lambda name=one.name: done.append(name) for one in KEYS})
    made[key.name].trigger()
    assert done == [key.name]
    assert made[key.name].text() == key.words


def test_letters_are_no_shortcuts_of_the_window(parent: QWidget) -> None:
    made = make_actions(parent, {key.name: lambda: None for key in KEYS})
    assert READING_LETTERS == {
        "H": "aside", "J": "next_passage", "K": "previous_passage", "?": "help", "L": "next_line",
        "Shift+L": "previous_line", "T": "text", "N": "not_text", "Shift+T": "text_outlet",
        "Shift+N": "not_text_outlet", "W": "why",
    }  # fmt: skip
    for key in KEYS:
        assert bool(made[key.name].shortcuts()) is (key.where == "window" and bool(key.keys))


def test_the_keys_that_others_handle_are_in_the_groups_of_the_help() -> None:
    assert {group for group, _, _ in ELSEWHERE} <= {key.group for key in KEYS}


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
    done = []
    made = make_actions(parent, {one.name: lambda name=one.name: done.append(name) for one in KEYS})
    menu = QMenu(parent)
    add_with_key(menu, made, "not_text_outlet", "Salt & Ash")
    (action,) = menu.actions()
    assert action.text() == "This is not article text on any page of Salt && Ash\tShift+N"
    action.trigger()
    assert done == ["not_text_outlet"]
