"""Bylines and the names in them."""

import pytest

from pressmark.reading.bylines import is_bare_name, is_byline, names_beside_date, names_in


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill", ("Ada Quill",)),
        ("BY ADA QUILL", ("Ada Quill",)),
        ("By Ada Quill and Tom van Dell, Staff Writers", ("Ada Quill", "Tom van Dell")),
        ("By Ada Quill in Brussels", ("Ada Quill",)),
        ("Von Jörg Müller | 3. Mai 2001", ("Jörg Müller",)),
        ("by Our Own Correspondent", ()),
        ("By The Associated Press", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert names_in(line) == names


@pytest.mark.parametrize(
    "line", ["By the end of the year it will be over.", "Bypass to open", "", "By and large"]
)
def test_no_bylines(line: str) -> None:
    assert not is_byline(line)


def test_bare_names() -> None:
    assert is_bare_name("Ada Quill")
    assert not is_bare_name("Harbour wall to be raised")
    assert not is_bare_name("BBC News")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Maud Farthing · 8 April 2023", ("Maud Farthing",)),
        ("10.04.2005 16:10 | Вера Полозова", ("Вера Полозова",)),
        ("8 April 2023", ()),
        ("Echo News | 8 April 2023", ()),
        ("Maud Farthing · Jo Pell · 8 April 2023", ()),
        ("Maud Farthing 8 April 2023", ()),
    ],
)
def test_a_name_beside_a_date(line: str, names: tuple[str, ...]) -> None:
    assert names_beside_date(line) == names
