"""The table of keys."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from pressmark.gui.actions import ELSEWHERE, KEYS, READING_LETTERS, make_actions


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
    assert READING_LETTERS == {"H": "aside", "J": "next_passage", "K": "previous_passage", "?": "help"}
    for key in KEYS:
        assert bool(made[key.name].shortcuts()) is (key.where == "window" and bool(key.keys))


def test_the_keys_that_others_handle_are_in_the_groups_of_the_help() -> None:
    assert {group for group, _, _ in ELSEWHERE} <= {key.group for key in KEYS}
