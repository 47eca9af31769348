"""The main job in the sample archive, driven with keys in the real window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from driver import Driver

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Open = Callable[..., Driver]


def test_first_start_opens_the_sample_archive_with_a_welcome(open_window: Open) -> None:
    driver = open_window()
    assert driver.window.reader.page.title == "Welcome to Pressmark"
    assert driver.window.top.search.hasFocus()


def test_results_come_from_the_first_letter_on(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    for typed in ("n", "na", "nat", "nato"):
        driver.type(typed[-1])
        driver.until(lambda typed=typed: driver.window.searching.answer is not None
                     and driver.window.searching.answer.query == typed)  # fmt: skip
        assert driver.window.results.model.rowCount() == 2, typed


def test_enter_right_after_typing_opens_an_article_of_what_was_typed(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.type("latvian pildegovics")
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.window.reading.stored is not None)
    assert driver.headline == "Putin Softens Stance on NATO"


def test_hits_are_stepped_through_and_counted(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("nato expansion")
    total = driver.window.reader.view.hit_count
    assert total > 5
    driver.key(Qt.Key.Key_F3)
    driver.key(Qt.Key.Key_F3)
    assert driver.window.status.hits_text == f"hit 3 of {total}"
    driver.key(Qt.Key.Key_F3, SHIFT)
    assert driver.window.status.hits_text == f"hit 2 of {total}"


def test_h_shows_the_set_aside_lines_in_place_with_their_reasons(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    assert "From Our Own Correspondent" not in driver.text
    assert "13 lines of menu" in driver.text
    driver.key(Qt.Key.Key_H)
    assert "From Our Own Correspondent" in driver.text
    assert any(entry.note == "menu" for entry in driver.window.reader.view.entries)
    driver.key(Qt.Key.Key_H)
    assert "From Our Own Correspondent" not in driver.text


def test_jump_to_the_counterpart_and_come_back_to_the_same_line(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    driver.until_related()
    view = driver.window.reader.view
    driver.key(Qt.Key.Key_J)
    driver.key(Qt.Key.Key_J)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 40)
    place, hit = view.place(), driver.window.status.hits_text
    assert hit.startswith("hit 1 of")
    driver.key(Qt.Key.Key_J, CONTROL)
    card = driver.window.related.model.card(0)
    assert card is not None
    driver.until(lambda: driver.window.related.list.hasFocus())
    goals = [driver.window.related.model.card(row) for row in range(driver.window.related.model.rowCount())]
    row = next(n for n, goal in enumerate(goals) if goal is not None and "Moscow" in goal.outlet)
    driver.window.related.list.setCurrentIndex(driver.window.related.model.index(row))
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.headline == "Putin Softens Stance on NATO")
    goal = goals[row]
    assert goal is not None
    assert view.is_in_view(goal.relation.other_block)
    driver.key(Qt.Key.Key_Left, ALT)
    driver.until(lambda: driver.headline == "Russia closes ranks with EU")
    driver.until_related()
    assert view.place() == place, "no hit is stepped to on the way back"
    assert driver.window.status.hits_text == hit
    assert driver.window.related.chosen == goal.relation
    driver.key(Qt.Key.Key_Right, ALT)
    driver.until(lambda: driver.headline == "Putin Softens Stance on NATO")


def test_enter_follows_the_passage_that_j_went_to(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    driver.until_related()
    driver.key(Qt.Key.Key_Return)
    assert driver.headline == "Russia closes ranks with EU", "no passage is in focus yet"
    driver.key(Qt.Key.Key_J)
    assert driver.window.reader.view.hasFocus()
    goal = driver.window.related.chosen
    assert goal is not None, "its card offers to go there"
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.headline == goal.other_headline)
    assert driver.window.reader.view.is_in_view(goal.other_block)
    driver.key(Qt.Key.Key_Left, ALT)
    driver.until(lambda: driver.headline == "Russia closes ranks with EU")


def test_quotations_of_the_seeds_are_marked_in_both(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    for query in ("verhofstadt", "pildegovics"):
        driver.open_first(query)
        driver.until_related()
        driver.key(Qt.Key.Key_J, CONTROL)
        names: set[str] = set()
        for _ in range(30):
            model = driver.window.related.model
            names |= {card.name for row in range(model.rowCount()) if (card := model.card(row)) is not None}
            driver.key(Qt.Key.Key_J)
        assert len([name for name in names if name.startswith("Same quotation")]) >= 2, (query, names)


def test_tabs_keep_their_articles(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    driver.search("pildegovics")
    driver.key(Qt.Key.Key_Return, CONTROL)
    driver.until(lambda: driver.headline == "Putin Softens Stance on NATO")
    assert len(driver.window.reader.tabs) == 2
    driver.key(Qt.Key.Key_Tab, CONTROL)
    driver.until(lambda: driver.headline == "Russia closes ranks with EU")
    driver.key(Qt.Key.Key_W, CONTROL)
    driver.until(lambda: driver.headline == "Putin Softens Stance on NATO")
    driver.key(Qt.Key.Key_T, CONTROL | SHIFT)
    driver.until(lambda: driver.headline == "Russia closes ranks with EU")
    driver.key(Qt.Key.Key_T, CONTROL)
    driver.until(lambda: not driver.window.reader.shows_article)


def test_tabs_come_back_where_they_were_read(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    driver.window.reader.view.go_to(30)
    places = [driver.window.reader.view.place()]
    driver.search("pildegovics")
    driver.key(Qt.Key.Key_Return, CONTROL)
    driver.until(lambda: driver.headline == "Putin Softens Stance on NATO")
    driver.window.reader.view.go_to(20)
    places.append(driver.window.reader.view.place())
    driver.close()
    again = open_window()
    again.until(lambda: again.headline == "Putin Softens Stance on NATO")
    assert again.window.reader.view.place() == places[1]
    again.key(Qt.Key.Key_Tab, CONTROL)
    again.until(lambda: again.headline == "Russia closes ranks with EU")
    assert again.window.reader.view.place() == places[0]


def test_keys_scroll_from_where_one_looks(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    bar = driver.window.reader.view.verticalScrollBar()
    for _ in range(3):
        driver.key(Qt.Key.Key_Space)
    far = bar.value()
    driver.key(Qt.Key.Key_Down)
    assert far <= bar.value() < far + 60
    driver.key(Qt.Key.Key_Home)
    assert bar.value() == 0
    driver.key(Qt.Key.Key_End, CONTROL)
    assert bar.value() == bar.maximum()


def test_the_start_page_has_no_hits(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("nato expansion")
    assert driver.window.status.hits_text.startswith("hit 1 of")
    driver.key(Qt.Key.Key_Left, ALT)
    driver.until(lambda: not driver.window.reader.shows_article)
    assert driver.window.status.hits_text == ""


def test_find_in_the_article(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    driver.key(Qt.Key.Key_F3)
    driver.key(Qt.Key.Key_F, CONTROL)
    driver.type("relationship")
    assert driver.window.reader.view.hit_count == 3
    assert driver.window.status.hits_text.endswith(" of 3"), "from the first one below what is in view"
    driver.key(Qt.Key.Key_Escape)
    assert driver.window.reader.view.hit_count == 2
    assert driver.window.status.hits_text == "hit 2 of 2", "the hit that was the current one before"
    assert driver.window.reader.view.hasFocus()


def test_nothing_found_offers_ways_on(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.search("chechnia sumit")
    driver.until(lambda: driver.window.reader.page.title.startswith("Nothing found"))
    offer = driver.named("chechnya summit")
    driver.qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    driver.until(lambda: driver.window.results.model.rowCount() == 2)
    assert driver.window.top.search.text() == "chechnya summit"


def test_escape_clears_then_returns(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.search("zzzz")
    driver.key(Qt.Key.Key_Escape)
    assert driver.window.top.search.text() == ""
    driver.open_first("putin")
    driver.key(Qt.Key.Key_K, CONTROL)
    driver.key(Qt.Key.Key_Escape)
    assert driver.window.reader.view.hasFocus()


def test_the_session_comes_back(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    driver.window.reader.view.go_to(30)
    place = driver.window.reader.view.place()
    assert driver.window.reader.view.hit_count == 2
    driver.close()
    again = open_window()
    again.until(lambda: again.window.reading.stored is not None)
    assert again.headline == "Russia closes ranks with EU"
    assert again.window.top.search.text() == "verhofstadt"
    again.until(lambda: again.window.status.hits_text == "2 hits")
    assert again.window.reader.view.hit_count == 2
    assert again.window.reader.view.place() == place


def test_zoom_makes_the_text_larger_and_back(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    layout = driver.window.reader.view.document().documentLayout
    height = layout().documentSize().height()
    driver.key(Qt.Key.Key_Equal, CONTROL)
    assert layout().documentSize().height() > height
    driver.key(Qt.Key.Key_0, CONTROL)
    assert layout().documentSize().height() == height


def test_every_name_of_the_contract_is_there(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("nato expansion")
    driver.until_related()
    driver.key(Qt.Key.Key_J, CONTROL)
    for name in (
        "Search the archive", "Search notices", "Results", "Hits over time", "Sort order", "Article", "Set-aside text",
        "Related passages", "Go there", "Back", "Forward", "Find in article", "Next hit", "Previous hit", "Archive health",
        "Index status",
    ):  # fmt: skip
        assert driver.named(name) is not None


def test_enter_before_the_first_index_is_there_waits_for_it(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds, indexed=False)
    driver.type("pildegovics")
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.headline == "Putin Softens Stance on NATO")


def test_a_phrase_is_found_while_its_last_word_is_typed(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.search('"as for nato exp')
    answer = driver.window.searching.answer
    assert answer is not None
    assert answer.total == 2


def test_a_word_of_the_article_is_searched_by_the_mouse(open_window: Open, seeds: Path) -> None:
    """A double click selects it, to be copied, and offers its search; with Ctrl it is searched at once."""
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    window, view = driver.window, driver.window.reader.view
    cursor = view.document().find("Russia")
    place = view.cursorRect(cursor).center()
    place.setX(place.x() - 12)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.textCursor().selectedText() == "Russia"
    assert window.searching.query == "verhofstadt"
    offer = driver.named("Search the archive for the selected words")
    driver.until(offer.isVisible)
    driver.qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    driver.until(lambda: window.searching.query == '"Russia"')
    window.searching.set_query("verhofstadt")
    elsewhere = QPoint(place.x(), view.viewport().height() - 80)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=elsewhere)
    driver.until(lambda: not offer.isVisible())
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    driver.until(lambda: window.searching.query == "Russia")
    assert window.reader.shows_article


def test_only_whole_words_are_found_in_the_article(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("verhofstadt")
    driver.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.type("russia")
    view = driver.window.reader.view
    every = view.hit_count
    driver.key(Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: 0 < view.hit_count < every)  # Russian is none
    driver.key(Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: view.hit_count == every)
