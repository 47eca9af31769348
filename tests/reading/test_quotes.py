"""Quotations are found between all kinds of marks, and apostrophes are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.quotes import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "the wall holds" and left.', ["the wall holds"]),
        ("He said “the wall holds” and “it’s dry”.", ["the wall holds", "it’s dry"]),
        ("Er sagte: „Die Mauer hält.“ Dann ging er.", ["Die Mauer hält."]),
        ("Il a dit : « le mur tient ».", ["le mur tient"]),
        ("Er sagte: »Die Mauer hält«, und ging.", ["Die Mauer hält"]),
        ("彼は「壁は持つ」と言った。", ["壁は持つ"]),
        ("The mayor's wall isn't the county's", []),
        ("'Don't open' is no quotation by its apostrophes", []),
        ("‘The wall holds,’ she said of the mayor’s plan.", ["The wall holds,"]),
        ('It opens "and never closes', ["and never closes"]),
        ('First "one\nthen "two" here', ["one", "two"]),
        ('a 6" pipe and a 7" pipe', []),
        ("``The wall holds,'' he said.", ["The wall holds,"]),
        ('"" and "..."', []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in quotations(text)] == expected


@given(st.text(alphabet="ab '\"“”„«»‘’‚「」\n.", max_size=200))
def test_spans_are_in_order_and_within_a_line(text: str) -> None:
    end = 0
    for span in quotations(text):
        assert end <= span.start < span.end <= len(text)
        assert "\n" not in text[span.start : span.end]
        assert span.kind == "quotation"
        end = span.end
