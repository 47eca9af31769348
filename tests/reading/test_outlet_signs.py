"""Names after headlines and names that addresses confirm, in several languages; nothing where it is not sure."""

import re

import pytest

from pressmark.reading.outlet_signs import addressed, fold, titles
from pressmark.reading.repeats import key


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ferry to return in May | The Elsing Herald", "The Elsing Herald"),
        ("Ferry to return in May - Elsing News", "Elsing News"),
        ("Ferry to return – says council – Elsing Herald", "Elsing Herald"),
        ("Fähre fährt ab Mai wieder | Elbinger Zeitung", "Elbinger Zeitung"),
        ("Le bac reprendra en mai — Le Courrier d’Elsing", "Le Courrier d’Elsing"),
        ("El ferri volverá en mayo · El Clarín de Elsing", "El Clarín de Elsing"),
        ("Паром вернётся в мае | Эльсингский вестник", "Эльсингский вестник"),
        ("Ferry to return in May | Politics", None),
        ("Fähre fährt ab Mai wieder | Wirtschaft", None),
        ("Home | News | Sport", None),
        ("Ferry to return in May", None),
        ("The well-known ferry returns - at last", None),
        ("It was late - No one had come.", None),
        ("Ferry to return in May | 3 comments", None),
        ("Ferry returns - all you need to know about the timetable of this summer", None),
    ],
)
def test_titles(line: str, name: str | None) -> None:
    front = re.split(r" [|–—·-] ", line)
    page = [line, "text", line.removesuffix(front[-1]).rstrip(" |–—·-")]
    assert [found for found, _ in titles(page)] == ([name] if name else [])
    assert titles([line]) == (), "a headline stands on its page as a line too"


def test_a_title_knows_its_headline() -> None:
    page = ["Ferry to return in May | The Herald"] * 2
    assert titles([*page, "Ferry to return in May!"]) == (("The Herald", key("Ferry to return in May")),)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["The Elsing Herald", "text", "Write to news@elsingherald.example"], "The Elsing Herald"),
        (["Elbinger Zeitung", "www.elbinger-zeitung.example"], "Elbinger Zeitung"),
        (["Le Courrier", "https://courrier.example/une"], "Le Courrier"),
        (["El Clarín", "www.clarin.example"], "El Clarín"),
        (["Der Bote", "redaktion@derbote.example"], "Der Bote"),
        (["Facebook", "www.facebook.com/elsing"], None),
        (["News", "http://news.elsing.example"], None),
        (["Harbour", "Council", "www.harbour.example", "www.council.example"], None),
        (["Harbour council to meet", "www.elsing.example"], None),
        (["www.elsingherald.example"], None),
        ([], None),
    ],
)
def test_addresses(lines: list[str], name: str | None) -> None:
    found = addressed(lines)
    assert (found[:2] if found else None) == ((name, 0) if name else None)


def test_fold() -> None:
    assert fold("Süddeutsche-Zeitung") == fold("suddeutsche zeitung")
