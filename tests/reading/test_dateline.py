"""Datelines of first paragraphs."""

import pytest

from pressmark.reading.dateline import dateline_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("BRUSSELS, Belgium -- President", "BRUSSELS, Belgium"),
        ("LONDON, March 3 - Tin fell", "LONDON"),
        ("ROMA, Ottobre 3, 2001 - Il muro", "ROMA"),
        ("WASHINGTON (Reuters) - Tin fell", "WASHINGTON"),
        ("PORT ELLERY — The wall", "PORT ELLERY"),
        ("NEW YORK, Oct. 3, 2001 (AP) -- Tin", "NEW YORK"),
        ("The wall -- an old one -- fell", ""),
        ("NATO said", ""),
    ],
)
def test_datelines(text: str, place: str) -> None:
    assert dateline_of(text) == place
