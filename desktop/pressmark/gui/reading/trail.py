"""Where the person was: back and forward over searches, articles and passages."""

from dataclasses import dataclass

from pressmark.values import ArticleKey

LONGEST = 200  # places kept


@dataclass(frozen=True, slots=True)
class Place:
    """A state of the window one can come back to: the query, the article, and the line at the top of the reader.

    `block` is the number of an article's block and `offset` the pixels of it that are scrolled away, at zoom 1; `hit`
    the current one of the query's hits, the first being 1, 0 for none; `card` the file and block of the chosen
    counterpart of the passage in focus.
    """

    query: str = ""
    article: ArticleKey | None = None
    block: int = 0
    offset: int = 0
    passage: int | None = None
    hit: int = 0
    card: tuple[str, int] | None = None


class Trail:
    """A list of places with a present one; going somewhere new forgets what lay ahead."""

    def __init__(self) -> None:
        """Start at an empty place."""
        self._places = [Place()]
        self._at = 0

    @property
    def here(self) -> Place:
        """The present place."""
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a place after this one."""
        return self._at < len(self._places) - 1

    def update(self, place: Place) -> None:
        """Note that the present place looks otherwise now (scrolled, say)."""
        self._places[self._at] = place

    def go(self, place: Place) -> None:
        """Go to a new place."""
        if place == self.here:
            return
        self._places[self._at + 1 :] = [place]
        self._places = self._places[-LONGEST:]
        self._at = len(self._places) - 1

    def back(self) -> Place:
        """Go one place back, if there is one."""
        self._at = max(0, self._at - 1)
        return self.here

    def forward(self) -> Place:
        """Go one place forward, if there is one."""
        self._at = min(len(self._places) - 1, self._at + 1)
        return self.here
