"""Lines of text for the lists: never too many, never beyond the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.text_layout import LONGEST, laid_out
from pressmark.values import Span

SPANS = st.lists(st.builds(Span, st.integers(0, 2000), st.integers(0, 3000)), max_size=5)


@given(
    text=st.text(
        alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("ab 😀\n")), max_size=300
    ),
    width=st.floats(0, 500),
    lines=st.integers(1, 6),
    spans=SPANS,
)
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_to_its_lines(
    fonts: Fonts, text: str, width: float, lines: int, spans: list[Span]
) -> None:
    grounds = [(Span(span.start, max(span.start, span.end)), "#ffe596") for span in spans]
    layout, height = laid_out(text, fonts.sans(), width, lines, grounds, "#000000")
    assert layout.lineCount() <= lines
    assert height == pytest.approx(sum(layout.lineAt(n).height() for n in range(layout.lineCount())))
    units = len(layout.text().encode("utf-16-le")) // 2
    assert all(
        look.start >= 0 and look.length >= 0 and look.start + look.length <= units
        for look in layout.formats()
    )


@pytest.mark.parametrize("text", ["harbour and pier ", "harbour 😀 pier ", "😀😀😀"])
@pytest.mark.parametrize("lines", [1, 2, 5])
def test_what_does_not_fit_is_elided(fonts: Fonts, text: str, lines: int) -> None:
    layout, _ = laid_out(text * 60, fonts.sans(), 240, lines)
    assert layout.lineCount() == lines
    assert layout.text().endswith("…")
    last = layout.lineAt(lines - 1)
    assert last.naturalTextWidth() <= 240


def test_no_word_is_cut_in_two(fonts: Fonts) -> None:
    for width in range(200, 260):
        layout, _ = laid_out("harbour and pier " * 20, fonts.sans(), width, 2, [(Span(0, 300), "#ffe596")])
        assert layout.text().removesuffix("…").split(" ")[-1] in ("harbour", "and", "pier", "")
    layout, _ = laid_out("港の浚渫をめぐる会議" * 40, fonts.sans(), 240, 1)
    assert len(layout.text()) > 10


def test_what_fits_is_left_whole(fonts: Fonts) -> None:
    layout, _ = laid_out("harbour and pier", fonts.sans(), 240, 3)
    assert layout.text() == "harbour and pier"
    assert layout.lineCount() == 1


def test_grounds_may_come_from_a_generator(fonts: Fonts) -> None:
    grounds = ((Span(start, start + 4), "#ffe596") for start in (0, 20))
    layout, _ = laid_out("pier and harbour and pier " * 30, fonts.sans(), 200, 2, grounds, "#000000")
    assert len(layout.formats()) == 2


def test_other_letters_and_colours_are_laid_out_anew(fonts: Fonts) -> None:
    looks = [
        (fonts.sans(), "#000000"),
        (fonts.serif(), "#000000"),
        (fonts.sans(18), "#000000"),
        (fonts.sans(), "#ffffff"),
    ]
    spans = [(Span(0, 4), "#ffe596")]
    layouts = [laid_out("pier and harbour", font, 240, 1, spans, ink)[0] for font, ink in looks]
    assert len(set(map(id, layouts))) == len(looks)
    assert [layout.font() for layout in layouts] == [font for font, _ in looks]


def test_a_text_of_two_unit_characters_that_is_only_a_little_too_long_is_elided(fonts: Fonts) -> None:
    layout, _ = laid_out("😀" * 150, fonts.sans(), 240, 3)
    shown = layout.text()
    assert shown.count("😀") < 150
    assert shown.endswith("…")


def test_spans_stand_where_the_characters_stand(fonts: Fonts) -> None:
    layout, _ = laid_out("😀😀 pier", fonts.sans(), 400, 1, [(Span(3, 7), "#ffe596")], "#000000")
    (look,) = layout.formats()
    assert (look.start, look.length) == (5, 4)


def test_a_huge_text_is_laid_out_at_once_and_painted(fonts: Fonts, qapp: QApplication) -> None:
    layout, height = laid_out(
        "w" * 3_000_000, fonts.sans(), 300, 3, [(Span(0, 2_999_999), "#ffe596")], "#000000"
    )
    assert len(layout.text()) <= LONGEST + 1
    image = QImage(300, round(height) + 1, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    layout.draw(painter, QPointF(0, 0))
    painter.end()
    assert height < 100


def test_a_hit_in_what_is_cut_off_leaves_no_mark_on_the_dots(fonts: Fonts) -> None:
    text = "The harbour of Riverton is dredged before winter"
    layout, _ = laid_out(text, fonts.sans(), 150, 1)
    shown = len(layout.text()) - 1
    assert layout.text().endswith("…")
    hits = [
        (Span(4, 11), "#ffe596"),
        (Span(shown - 2, shown + 6), "#ffe596"),
        (Span(shown, shown + 3), "#ffe596"),
    ]
    layout, _ = laid_out(text, fonts.sans(), 150, 1, hits, "#000000")
    assert [(look.start, look.start + look.length) for look in layout.formats()] == [
        (4, 11),
        (shown - 2, shown),
    ]
