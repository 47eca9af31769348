"""Dialogs that stand for themselves: the keys, and about the program."""
