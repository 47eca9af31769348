"""Broken text is shown whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.mend import item_of, mend


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Front Page\u00a0", "Front Page"),
        ("a\u00a0b\tc  d", "a b c d"),
        ("har\u00adbour", "harbour"),
        ("itâ€™s a cafÃ©", "it’s a café"),
        ("â€œquotedâ€\x9d", "“quoted”"),
        ("São Paulo", "São Paulo"),
        ("Ångström’s", "Ångström’s"),
        ("plain", "plain"),
    ],
)
def test_mend(text: str, shown: str) -> None:
    assert mend(text) == shown


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("n?British boats", "British boats"),
        ("• two boats", "two boats"),
        ("- two boats", "two boats"),
        ("1. two boats", "1. two boats"),
        ("two boats", None),
        ("n?not", None),
        ("-5 degrees", None),
        ("•", None),
    ],
)
def test_items(text: str, item: str | None) -> None:
    assert item_of(text) == item


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert mend(text) == mend(text).strip()
    assert "\n" in text or "\n" not in mend(text)
