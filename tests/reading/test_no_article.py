"""What is no article is known by its lines; what is one never taken for such."""

import inspect
from pathlib import Path

import pytest

from pressmark.errors import FileUnreadable
from pressmark.reading import formats
from pressmark.reading.no_article import kind_of_text
from texts import article

STYLE = "\n".join(f".box-{n} > a:hover {{\n  color: #ccc;\n  margin: {n}px 4px;\n}}" for n in range(9))
SCRIPT = "\n".join(
    f"function step{n}(a, b) {{\n  const c = a + b * {n};\n  return [c, a];\n}}" for n in range(9)
)
LOG = "\n".join(
    f"2026-11-28 09:{n:02}:01 INFO the server answered after {n} ms, as it should do every day."
    for n in range(9)
)
FIGURES = "\n".join(f"{n}\t{n * 3.5}\t{n * 100} %" for n in range(30))
SETTINGS = "\n".join(f"[part{n}]\nname = value{n}\npath = /usr/{n}" for n in range(9))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (STYLE, "a.txt", "a style sheet"),
        (SCRIPT, "a.txt", "program code"),
        (LOG, "a.txt", "a log"),
        (FIGURES, "a.txt", "a table of figures"),
        (SETTINGS, "a.ini", "configuration"),
        (inspect.getsource(inspect), "inspect.py", "program code"),
    ],
)
def test_what_it_is(text: str, name: str, kind: str) -> None:
    assert kind_of_text(text, name) == kind


@pytest.mark.parametrize("number", range(12))
def test_an_article_is_one_whatever_it_is_called(number: int) -> None:
    for name in ("a.txt", "a.py", "noext", "conf"):
        assert kind_of_text(article(number), name) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Ferry\n\nBy Ann Thorne\n\nThe ferry sails.",
        "TIDES\nMonday 4.12 16.40\nTuesday 5.01 17.22\nThe harbour office wishes all skippers a good week and calm weather.",
        "Results:\nRiverton 3, Elsing 1\nPort Alder 2, Westmark 2\nBoth teams go on to the next round, in May.",
    ],
)
def test_short_and_odd_articles_are_read(text: str) -> None:
    assert formats.read(text.encode(), "a.txt").text == text


def test_it_is_named_and_read_all_the_same_when_the_person_says_so() -> None:
    with pytest.raises(FileUnreadable, match="This is a style sheet and no article"):
        formats.read(STYLE.encode(), "a.css")
    assert formats.read(STYLE.encode(), "a.css", "utf-8").text == STYLE


def test_this_project_is_no_archive() -> None:
    folder = Path(formats.__file__).parents[2]
    texts = [file.read_text(encoding="utf-8") for file in folder.rglob("*.py")]
    named = [kind_of_text(text, "a.py") for text in texts if len(text) > 500]
    assert named.count("program code") > 0.9 * len(named)
