"""What the reading room asks of whoever shows related passages: it follows the open article."""

from typing import Protocol

from pressmark.values import StoredArticle


class Relating(Protocol):
    """What follows the open article with its related passages."""

    focused: int | None
    show_first: bool

    @property
    def card(self) -> tuple[str, int] | None:
        """The chosen counterpart of the passage in focus: its file and block."""

    def clear(self) -> None:
        """Forget the article."""

    def ask(self, stored: StoredArticle) -> None:
        """Ask for the relations of an article."""

    def ask_again(self) -> None:
        """Ask once more: the archive has changed."""

    def focus(self, block: int, card: tuple[str, int] | None = None) -> None:
        """Make a passage the one in focus, with a counterpart chosen."""
