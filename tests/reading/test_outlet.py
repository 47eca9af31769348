"""The outlet is known from what the page says, else from its folder."""

import pytest

from pressmark.reading.outlet import decide, known_outlet, outlet, section, signs, top_folder


@pytest.mark.parametrize(
    ("lines", "path", "name", "evidence"),
    [
        (["BBC NEWS Americas Africa"], "x/a.txt", "BBC News", "line 1"),
        (["Support The Ellery Post!"], "x/a.txt", "The Ellery Post", "line 1"),
        (["Wall to be raised", "3 May 1987", "reuters"], "reuters/1987/a.txt", "Reuters", "line 3"),
        (["Wall", "", "text", "(c) 2001 The Ellery Post Ltd."], "a.txt", "The Ellery Post", "copyright"),
        (["The BBC is not responsible for the content"], "a.txt", "BBC", "disclaims"),
        (
            ["Elsing Herald", "text", "Write to news@elsingherald.example"],
            "x/a.txt",
            "Elsing Herald",
            "address",
        ),
        (["Elsing Herald", "www.elsingherald.example", "(c) AP"], "x/a.txt", "Elsing Herald", "address"),
        ([*["Text"] * 9, "Elsing Herald", "www.elsingherald.example"], "x/a.txt", "X", "folder name"),
        (["text"], "new-york-times/a.txt", "The New York Times", "folder name"),
        (["text"], "ellery_post/1987/a.txt", "Ellery Post", "folder name"),
        (["text"], "1987/a.txt", "", ""),
        (["text"], "a.txt", "", ""),
    ],
)
def test_outlets(lines: list[str], path: str, name: str, evidence: str) -> None:
    found = outlet(lines, path)
    assert found[0] == name
    assert evidence in found[1]


def test_sections() -> None:
    assert section(["x", "\u00a0You are in:\u00a0 World: Europe"]) == "World: Europe"
    assert section(["You are invited"]) == ""


def test_what_a_folder_agrees_on_beats_a_copyright_line_and_not_a_masthead() -> None:
    agreed = ("The Ellery Post", "most pages")
    assert decide(signs(["(c) 2001 Agency Ltd."], "x/a.txt"), agreed) == agreed
    assert decide(signs(["BBC NEWS Americas"], "x/a.txt"), agreed)[0] == "BBC News"
    assert decide(signs(["text"], "x/a.txt"), agreed) == agreed


def test_names() -> None:
    assert known_outlet("BBC NEWS") == "BBC News"
    assert known_outlet("Ellery") == "Ellery"
    assert (top_folder("a/b/c.txt"), top_folder("2001/c.txt"), top_folder("c.txt")) == ("a", "", "")
