"""An article's outlet follows what the person chose and what its folder's pages agree on, with no file read again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from calls import calls
from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes
from pressmark.catalog.chosen_outlets import Choices
from pressmark.catalog.user_data import UserData
from pressmark.indexing.outlet_decisions import Outlets, outlets_of, pack_signs, unpack_signs
from pressmark.indexing.pipeline import IndexingRun, index
from pressmark.library import Library
from pressmark.reading.outlet import Signs, signs
from pressmark.values import Reason
from texts import article

Write = Callable[..., Path]


def page(number: int, name: str = "The Elsing Herald", folder: str = "saved") -> Signs:
    headline = f"Ferry number {'x' * number} returns"
    return signs([f"{headline} | {name}", headline, "text"], f"{folder}/{number}.txt")


@pytest.mark.parametrize(
    ("pages", "outlet"),
    [
        ([page(number) for number in range(1, 4)], "The Elsing Herald"),
        ([page(number) for number in range(1, 3)], "Saved"),
        ([page(1)] * 5, "Saved"),
        ([*(page(n) for n in range(1, 4)), *(page(n, f"Site {'abcdef'[n]}") for n in range(1, 6))], "Saved"),
        ([page(number, "BBC NEWS") for number in range(1, 4)], "BBC News"),
        ([page(number, folder="elsewhere") for number in range(1, 4)], "Saved"),
    ],
)
def test_what_a_folder_agrees_on(pages: list[Signs], outlet: str) -> None:
    assert Outlets(Choices(), pages).of("digest", "saved/a.txt", page(9, "No. 5"))[0] == outlet


def test_what_comes_first() -> None:
    known = [page(number) for number in range(1, 4)]
    sure = signs(["Support The Ellery Post"], "saved/a.txt")
    weak = signs(["(c) 2001 Agency Ltd."], "saved/a.txt")
    outlets = Outlets(Choices(folders={"saved": "The Times"}), known)
    assert Outlets(Choices(), known).of("d", "saved/a.txt", sure)[0] == "The Ellery Post"
    name, evidence = Outlets(Choices(), known).of("d", "saved/a.txt", weak)
    assert (name, "most pages of the folder “saved”" in evidence) == ("The Elsing Herald", True)
    assert outlets.of("d", "saved/a.txt", sure) == ("The Times", "chosen by you, for the folder “saved”")


def test_names_that_addresses_confirm_count_where_a_folder_agrees() -> None:
    def said(number: int) -> Signs:
        return signs(
            [
                *["Text"] * 9,
                f"A paragraph as only this page has it {'x' * number}",
                "Elsing Herald",
                "www.elsingherald.example",
            ],
            "saved/a.txt",
        )

    assert Outlets(Choices(), [said(1), said(2)]).of("d", "saved/a.txt", said(1))[0] == "Saved"
    found = Outlets(Choices(), [said(1), said(2), said(3)]).of("d", "saved/a.txt", said(1))
    assert found == ("Elsing Herald", "most pages of the folder “saved” call themselves so")


def test_signs_packed() -> None:
    for said in (page(1), signs(["(c) 2001 Agency Ltd."], "a.txt"), signs(["BBC NEWS"], "x/a.txt")):
        assert unpack_signs(pack_signs(said)) == said


class Trial:
    """An archive with choices, indexed again and again."""

    def __init__(self, root: Path, data: Path) -> None:
        self.root, self.data = root, data

    def index(self) -> int:
        """Index, and return how many articles were read."""
        *_, last = index(self.root, self.data)
        assert last.stage == "done"
        return last.articles

    def outlets(self) -> dict[str, tuple[str, str]]:
        catalog = Catalog(self.data)
        found = {path: (name, evidence) for _, _, path, name, evidence, _ in catalog.outlets_of_articles()}
        catalog.close()
        return found

    def choose(self, path: str, name: str, folder: str = "") -> None:
        library = Library(self.root, self.data)
        library.choose_outlet(library.article_at(path), name, folder)
        library.close()

    def found(self, query: str) -> list[str]:
        library = Library(self.root, self.data)
        paths = sorted(hit.path for hit in library.search(query).hits)
        library.close()
        return paths


def aside(trial: Trial, path: str) -> list[str]:
    library = Library(trial.root, trial.data)
    blocks = library.article_at(path).article.blocks
    library.close()
    return [
        block.detail for block in blocks if "All the day" in block.text and block.reason is Reason.REPEATED
    ]


def test_a_choice_moves_articles_counts_and_labels(archive: Write, tmp_path: Path) -> None:
    files = {f"echo/{number}.txt": article(number, "Echo") for number in range(1, 5)}
    trial = Trial(archive(files), tmp_path / "data")
    assert trial.index() == 4
    assert aside(trial, "echo/1.txt") == ["repeated on at least 3 other pages of this outlet"]
    trial.choose("echo/4.txt", " Evening   Post ")
    assert trial.index() == 0
    assert trial.outlets()["echo/4.txt"] == ("Evening Post", "chosen by you, for this article")
    assert trial.outlets()["echo/1.txt"] == ("Echo", "folder name")
    assert aside(trial, "echo/1.txt") == [] == aside(trial, "echo/4.txt")
    assert trial.found('outlet:"evening post"') == ["echo/4.txt"]
    trial.choose("echo/1.txt", "Evening Post", "echo")
    trial.index()
    assert {name for name, _ in trial.outlets().values()} == {"Evening Post"}
    assert aside(trial, "echo/1.txt") == ["repeated on at least 3 other pages of this outlet"]
    trial.choose("echo/4.txt", "")
    trial.choose("echo/4.txt", "", "echo")
    trial.index()
    assert set(trial.outlets().values()) == {("Echo", "folder name")}
    assert trial.found("outlet:evening") == []


def test_a_file_that_moves_to_another_folder(archive: Write, tmp_path: Path) -> None:
    trial = Trial(archive({"echo/1.txt": article(1), "post/2.txt": article(2)}), tmp_path / "data")
    trial.index()
    (trial.root / "echo/1.txt").rename(trial.root / "post/1.txt")
    trial.index()
    assert trial.outlets() == dict.fromkeys(["post/1.txt", "post/2.txt"], ("Post", "folder name"))


def test_a_folder_whose_pages_agree_later(archive: Write, tmp_path: Path) -> None:
    def titled(number: int) -> str:
        headline = f"Street {number * 'x'} and the ferry"
        return f"{headline} | Elsing Herald\n{headline}\n{article(number)}"

    root = archive({f"saved/{number}.txt": titled(number) for number in (1, 2)})
    trial = Trial(root, tmp_path / "data")
    trial.index()
    assert {name for name, _ in trial.outlets().values()} == {"Saved"}
    archive({"saved/3.txt": titled(3)})
    assert trial.index() == 1
    assert {name for name, _ in trial.outlets().values()} == {"Elsing Herald"}
    (root / "saved/3.txt").unlink()
    trial.index()
    assert {name for name, _ in trial.outlets().values()} == {"Saved"}


@pytest.mark.parametrize("after", range(0, 30, 4))
def test_stopped(archive: Write, tmp_path: Path, after: int) -> None:
    files = {f"echo/{number}.txt": article(number, "Echo") for number in range(1, 8)}
    trial = Trial(archive(files), tmp_path / "data")
    trial.index()
    user = UserData(trial.data)
    user.choose_outlet("", "", "The Times", "echo")
    user.close()
    questions = iter(range(after))
    list(index(trial.root, trial.data, lambda: next(questions, None) is not None))
    trial.index()
    assert {name for name, _ in trial.outlets().values()} == {"The Times"}
    assert len(trial.found("outlet:times")) == 7


def test_pages_that_say_the_same_are_read_once(archive: Write, tmp_path: Path) -> None:
    """One more page of an outlet costs the same, however many there are: no row of another article is looked at."""
    root, data = (
        archive({f"echo/{number}.txt": article(number, "Echo") for number in range(40)}),
        tmp_path / "data",
    )
    list(index(root, data))
    archive({"echo/new.txt": article(99, "Echo")})
    asked: list[str] = []
    catalog, user = Catalog(data), UserData(data)
    run = IndexingRun(root, data, lambda: True)
    catalog.database.connection.set_trace_callback(asked.append)
    list(run._with_index(catalog, user))
    catalog.close()
    user.close()
    for_one = [sql for sql in asked if "outlet_evidence, a.signs" in sql]
    assert all("WHERE a.id IN" in sql or "WHERE a.signs=" in sql for sql in for_one)
    with calls(unpack_signs.__wrapped__) as counted:
        unpack_signs.cache_clear()
        catalog = Catalog(data)
        assert outlets_of(catalog, Choices()).of("d", "echo/x.txt", page(1, folder="echo"))[0] == "Echo"
        catalog.close()
    assert counted["unpack_signs"] < 41


def test_a_moved_file_and_one_that_loses_its_place_are_looked_at_again(
    archive: Write, tmp_path: Path
) -> None:
    root, data = (
        archive({"a/1.txt": "Ferry\n\nIt sails.", "b/1.txt": "Ferry\n\nIt sails."}),
        tmp_path / "data",
    )
    list(index(root, data))
    (root / "a/1.txt").unlink()
    list(index(root, data))
    catalog = Catalog(data)
    stored = catalog.article(catalog.number_at("b/1.txt"))
    assert (stored.paths, stored.article.outlet) == (("b/1.txt",), "B")
    assert Changes(catalog).touched() == []
    catalog.close()
