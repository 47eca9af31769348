"""What stands in the reader when no article does: the welcome, nothing found, the archive gone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pressmark import paths
from pressmark.counting import count
from pressmark.gui.archive.archive_controller import ArchiveController
from pressmark.gui.reading.pane.state_page import StatePage, Way
from pressmark.gui.reading.reading_controller import ReadingController
from pressmark.gui.searching.search_controller import SearchController
from pressmark.gui.window.opener import Opener
from pressmark.values import Answer, Totals

MARKS = '“”„«»" '
OUT_OF_REACH = "The articles are out of reach"
STILL_SEARCHED = "What was read from it can still be searched."
RECENT_OFFERED = 5
SAMPLE_QUERY = "nato expansion"
SAMPLE_ARTICLE = "003_71e0031a2701ba35.txt"


@dataclass(frozen=True, slots=True)
class WindowState:
    """What decides which page is shown: how the archive is, and what is searched in it."""

    problem: str = ""
    is_gone: bool = False
    is_busy: bool = False
    is_sample: bool = False
    ready: bool = False
    totals: Totals = Totals()  # noqa: RUF009  a frozen value
    query: str = ""
    answer: Answer | None = None
    recent: tuple[str, ...] = ()

    @property
    def nothing_found(self) -> bool:
        """Tell whether the query found nothing."""
        answer = self.answer
        return bool(self.query) and answer is not None and bool(answer.explanation) and not answer.hits


@dataclass(frozen=True, slots=True)
class Ways:
    """What the pages offer to do."""

    look_again: Callable[[], None]
    choose_place: Callable[[], None]
    choose_folder: Callable[[], None]
    open_sample: Callable[[], None]
    show_health: Callable[[], None]
    search: Callable[[str], None]
    clear_search: Callable[[], None]
    search_and_open: Callable[[str], None]
    open_related: Callable[[str], None]


def ways_of(
    searching: SearchController, reading: ReadingController, archive: ArchiveController, opener: Opener,
    open_archive: Callable[[Path], None], clear_search: Callable[[], None],
) -> Ways:  # fmt: skip
    """Return what the pages offer, as these do it."""

    def search_and_open(query: str) -> None:
        searching.set_query(query)
        searching.enter(False)

    return Ways(
        look_again=archive.look_again,
        choose_folder=opener.choose_folder,
        choose_place=archive.new_place.choose,
        open_sample=lambda: open_archive(paths.sample_archive()),
        show_health=archive.show_health,
        search=searching.set_query,
        clear_search=clear_search,
        search_and_open=search_and_open,
        open_related=lambda path: reading.open_at(path, with_related=True),
    )


class EmptyStates:
    """Decides which page is shown, and fills it."""

    def __init__(self, page: StatePage, ways: Ways) -> None:
        """Fill this page."""
        self._page, self._ways = page, ways
        self._shown: tuple[object, ...] = ()

    def show(self, state: WindowState) -> None:
        """Fill the page for a state of the window, if it is not the one shown already."""
        if state.problem and not state.is_busy:  # what another one indexes can be searched
            shown: tuple[object, ...] = ("problem", state.problem, bool(state.totals.articles))
            fill: Callable[[WindowState], None] = self._problem
        elif state.nothing_found and state.answer is not None:
            shown = ("nothing", state.answer.query, state.answer.offers, state.answer.complete)
            fill = self._nothing
        elif state.is_sample and not state.query:
            shown, fill = ("welcome",), self._welcome
        elif not state.totals.articles and state.ready:
            shown, fill = ("empty", state.totals), self._empty
        else:
            shown = ("start", state.totals.articles, state.recent[:RECENT_OFFERED], bool(state.query))
            fill = self._start
        if shown != self._shown:
            self._shown = shown
            fill(state)

    def ways_out(self, state: WindowState) -> tuple[Way, ...]:
        """Return what helps where the archive's folder cannot be read."""
        again = Way("Look again", "F5", self._ways.look_again)
        place = Way("Choose the folder’s new place…", "", self._ways.choose_place)
        return (again, place) if state.is_gone else (again,)

    def _problem(self, state: WindowState) -> None:
        self._page.say(
            OUT_OF_REACH if state.is_gone else "This archive cannot be read",
            f"{state.problem} {STILL_SEARCHED}" if state.is_gone and state.totals.articles else state.problem,
            (
                *self.ways_out(state),
                Way("Open another folder…", "Ctrl+O", self._ways.choose_folder),
                Way("Open the sample archive", "", self._ways.open_sample),
            ),
        )

    def _nothing(self, state: WindowState) -> None:
        answer = state.answer
        assert answer is not None
        words = f"“{answer.query.strip(MARKS)}”"
        sentence = "No article of this archive has these words together." if len(answer.query.split()) > 1 else (
            "This word stands in no article of the archive."
        )  # fmt: skip
        if not answer.complete:
            sentence = "Nothing so far: the index is still being built."
        offers = (
            Way(offer.query, count(offer.total, "article"), partial(self._ways.search, offer.query))
            for offer in answer.offers
        )
        clear = Way("Clear the search", "Esc", self._ways.clear_search)
        self._page.say(f"Nothing found for {words}", sentence, (*offers, clear))

    def _welcome(self, _: WindowState) -> None:
        self._page.say(
            "Welcome to Pressmark",
            "This is the sample archive: two newspapers on the same summit. Three things to try:",
            (
                Way(f"Search for “{SAMPLE_QUERY}”", "", partial(self._ways.search_and_open, SAMPLE_QUERY)),
                Way(
                    "Read a quotation in both newspapers",
                    "",
                    partial(self._ways.open_related, SAMPLE_ARTICLE),
                ),
                Way("Open a folder of your own articles…", "Ctrl+O", self._ways.choose_folder),
            ),
        )

    def _empty(self, state: WindowState) -> None:
        unread = state.totals.unreadable
        other = Way("Open another folder…", "Ctrl+O", self._ways.choose_folder)
        self._page.say(
            "No articles in this folder",
            f"{count(unread, 'file')} could not be read as text."
            if unread
            else "The folder has no files yet.",
            (Way("See why", "", self._ways.show_health), other) if unread else (other,),
        )

    def _start(self, state: WindowState) -> None:
        if state.query:
            self._page.say("", "Choose an article on the left, or press Enter for the first.")
            return
        articles, recent = state.totals.articles, state.recent[:RECENT_OFFERED]
        self._page.say(
            f"{count(articles, 'article')} to search" if articles else "Reading the archive…",
            "Type in the search bar." + (" Or search again for:" if recent else ""),
            tuple(Way(query, "", partial(self._ways.search, query)) for query in recent),
        )
