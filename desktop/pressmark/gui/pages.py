"""What stands in the reader when no article does: the welcome, nothing found, the archive gone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pressmark import paths
from pressmark.gui.state_page import Way
from pressmark.gui.words import count

if TYPE_CHECKING:
    from pressmark.gui.main_window import MainWindow

MARKS = '“”„«»" '
RECENT_OFFERED = 5
SAMPLE_QUERY = "nato expansion"
SAMPLE_ARTICLE = "003_71e0031a2701ba35.txt"


class Pages:
    """Decides which page is shown, and fills it."""

    def __init__(self, window: MainWindow) -> None:
        """Show pages in this window's reader."""
        self._window = window
        self._shown: tuple[object, ...] = ()

    def show(self) -> None:
        """Show the article that is open, or the page that says why there is none."""
        window = self._window
        answer = window.searching.answer
        nothing = bool(window.searching.query) and answer is not None and not answer.hits
        if window.desk.stored is not None and not (nothing and window.top.search.hasFocus()):
            window.reader.show_view()
        else:
            self._page(nothing)
            window.reader.show_page()
        window.folding.fold()

    def _page(self, nothing: bool) -> None:
        """Fill the page for the state the window is in, if it is not the one shown already."""
        window = self._window
        archive, answer = window.archive, window.searching.answer
        if archive.problem:
            state: tuple[object, ...] = ("problem", archive.problem)
            fill = self._problem
        elif nothing and answer is not None:
            state = ("nothing", answer.query, answer.offers, answer.complete)
            fill = self._nothing
        elif self._is_sample() and not window.searching.query:
            state, fill = ("welcome",), self._welcome
        elif not archive.totals.articles and archive.ready:
            state, fill = ("empty", archive.totals), self._empty
        else:
            recent = window.session.settings.recent_queries[:RECENT_OFFERED]
            state, fill = (
                ("start", archive.totals.articles, recent, bool(window.searching.query)),
                self._start,
            )
        if state != self._shown:
            self._shown = state
            fill()

    def _is_sample(self) -> bool:
        return self._window.archive.root == paths.sample_archive()

    def _say(self, title: str, sentence: str, *ways: Way) -> None:
        self._window.reader.page.say(title, sentence, ways)

    def _problem(self) -> None:
        window = self._window
        self._say(
            "The archive folder is not there" if window.archive.is_gone else "This archive cannot be read",
            window.archive.problem,
            Way("Look again", "F5", window.archive.look_again),
            Way("Open another folder…", "Ctrl+O", window.opener.choose_folder),
            Way("Open the sample archive", "", lambda: window.open_archive(paths.sample_archive())),
        )

    def _nothing(self) -> None:
        window = self._window
        answer = window.searching.answer
        assert answer is not None
        words = f"“{answer.query.strip(MARKS)}”"
        sentence = "No article of this archive has these words together." if len(answer.query.split()) > 1 else (
            "This word stands in no article of the archive."
        )  # fmt: skip
        if not answer.complete:
            sentence = "Nothing so far: the index is still being built."
        ways = [
            Way(
                offer.query,
                count(offer.total, "article"),
                partial(window.searching.set_query, offer.query),
            )
            for offer in answer.offers
        ]
        ways.append(Way("Clear the search", "Esc", window.top.search.clear))
        self._say(f"Nothing found for {words}", sentence, *ways)

    def _welcome(self) -> None:
        window = self._window
        self._say(
            "Welcome to Pressmark",
            "This is the sample archive: two newspapers on the same summit. Three things to try:",
            Way(f"Search for “{SAMPLE_QUERY}”", "", self._try_search),
            Way("Read a quotation in both newspapers", "", self._try_quotation),
            Way("Open a folder of your own articles…", "Ctrl+O", window.opener.choose_folder),
        )

    def _try_search(self) -> None:
        self._window.searching.set_query(SAMPLE_QUERY)
        self._window.searching.enter(False)

    def _try_quotation(self) -> None:
        self._window.desk.open_at(SAMPLE_ARTICLE, with_related=True)

    def _empty(self) -> None:
        window = self._window
        unread = window.archive.totals.unreadable
        self._say(
            "No articles in this folder",
            f"{count(unread, 'file')} could not be read as text."
            if unread
            else "The folder has no files yet.",
            *((Way("See why", "", window.archive.show_health),) if unread else ()),
            Way("Open another folder…", "Ctrl+O", window.opener.choose_folder),
        )

    def _start(self) -> None:
        window = self._window
        articles = window.archive.totals.articles
        recent = window.session.settings.recent_queries[:RECENT_OFFERED]
        if window.searching.query:
            self._say("", "Choose an article on the left, or press Enter for the first.")
            return
        self._say(
            f"{count(articles, 'article')} to search" if articles else "Reading the archive…",
            "Type in the search bar." + (" Or search again for:" if recent else ""),
            *(Way(query, "", partial(window.searching.set_query, query)) for query in recent),
        )
