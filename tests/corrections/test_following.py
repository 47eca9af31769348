"""The index follows the person's corrections, and the corrections follow the files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.user_data import UserData
from pressmark.indexing.pipeline import index
from pressmark.library import Library
from pressmark.values import Scope
from texts import article

Write = Callable[..., Path]
APPEAL = "Our zeppelin desk is run by volunteers, and it has been for years."


class Trial:
    """An archive of two outlets, indexed, with a line that each page has."""

    def __init__(self, archive: Write, data: Path) -> None:
        files = {
            f"{outlet.lower()}/{n}.txt": f"{article(n)}\n{APPEAL}\n" + f"\nwww.{outlet.lower()}.example\n"
            for n, outlet in enumerate(("Echo", "Echo", "Post"))
        }
        self.root, self.data = archive(files), data
        self.index()

    def index(self) -> None:
        list(index(self.root, self.data))

    def ask(self, question):
        library = Library(self.root, self.data)
        try:
            return question(library)
        finally:
            library.close()

    def correct(self, path: str, text: str, *, keep: bool, scope: Scope):
        def correct(library: Library):
            stored = library.article_at(path)
            number = next(n for n, b in enumerate(stored.article.blocks) if b.text == text)
            return library.correct(stored.key, [number], keep=keep, scope=scope)

        return self.ask(correct)

    def aside(self, path: str) -> bool:
        blocks = self.ask(lambda library: library.article_at(path)).article.blocks
        return next(b.set_aside for b in blocks if b.text == APPEAL)

    def indexed(self) -> dict[str, tuple[int, int]]:
        """Return the hits in text and set aside of each article the index finds."""
        hits = self.ask(lambda library: library.search("zeppelin")).hits
        return {hit.path: (hit.hits, hit.hits_set_aside) for hit in hits}

    def scores(self) -> dict[str, float]:
        return {hit.path: hit.score for hit in self.ask(lambda library: library.search("zeppelin")).hits}


@pytest.fixture
def trial(archive: Write, tmp_path: Path) -> Trial:
    return Trial(archive, tmp_path / "data")


def test_search_follows_a_correction_for_the_outlet(trial: Trial) -> None:
    paths = ["echo/0.txt", "echo/1.txt", "post/2.txt"]
    outlets = {
        path: trial.ask(lambda library, path=path: library.article_at(path)).article.outlet for path in paths
    }
    assert outlets["echo/0.txt"] == outlets["echo/1.txt"] != outlets["post/2.txt"]
    undo = trial.correct("echo/0.txt", APPEAL, keep=False, scope=Scope.OUTLET)
    assert [trial.aside(path) for path in paths] == [True, True, False], "at once, before any run"
    assert trial.ask(lambda library: library.pages_touched(undo)) == 2
    trial.index()
    assert trial.indexed() == {"echo/0.txt": (0, 1), "echo/1.txt": (0, 1), "post/2.txt": (1, 0)}
    scores = trial.scores()
    assert scores["echo/1.txt"] < scores["post/2.txt"], "the index has it as set-aside text now"
    trial.ask(lambda library: library.put_back(undo))
    trial.index()
    scores = trial.scores()
    assert scores["echo/1.txt"] == pytest.approx(scores["post/2.txt"])


def test_only_what_was_corrected_is_published_again(trial: Trial) -> None:
    generation = trial.ask(lambda library: library.catalog.meta("index_generation"))
    trial.index()
    assert trial.ask(lambda library: library.catalog.meta("index_generation")) == generation
    trial.correct("echo/0.txt", APPEAL, keep=False, scope=Scope.ARTICLE)
    trial.index()
    assert trial.ask(lambda library: library.catalog.meta("index_generation")) != generation
    assert trial.indexed()["echo/0.txt"] == (0, 1)
    assert trial.indexed()["echo/1.txt"] == (1, 0)


def test_a_correction_follows_its_file_through_moves_and_changes(trial: Trial) -> None:
    trial.correct("echo/0.txt", APPEAL, keep=False, scope=Scope.ARTICLE)
    for round_ in range(2):
        (trial.root / "echo/0.txt").rename(trial.root / "echo/moved.txt")
        trial.index()
        assert trial.aside("echo/moved.txt"), round_
        file = trial.root / "echo/moved.txt"
        file.write_text(
            file.read_text() + f"\nA line was added to it in round {round_}, and nothing else changed.\n"
        )
        trial.index()
        assert trial.aside("echo/moved.txt"), round_
        assert trial.indexed()["echo/moved.txt"] == (0, 1)
        file.rename(trial.root / "echo/0.txt")
        trial.index()
        assert trial.aside("echo/0.txt"), round_


def test_a_correction_follows_an_outlet_that_is_called_otherwise_now(trial: Trial) -> None:
    trial.correct("echo/0.txt", APPEAL, keep=False, scope=Scope.OUTLET)
    trial.index()
    catalog = Catalog(trial.data)
    with catalog.database.transaction() as change:
        change.execute("UPDATE articles SET outlet='The Echo' WHERE outlet='Echo' AND id=2")
    trial.index()
    assert trial.aside("echo/0.txt"), "while one article still has the name, it is the outlet's"
    with catalog.database.transaction() as change:
        change.execute("UPDATE articles SET outlet='The Echo' WHERE outlet='Echo'")
    catalog.close()
    trial.index()
    assert [trial.aside(path) for path in ("echo/0.txt", "echo/1.txt", "post/2.txt")] == [True, True, False]


def test_a_correction_follows_the_outlet_that_the_person_chooses_for_its_folder(trial: Trial) -> None:
    paths = ["echo/0.txt", "echo/1.txt", "post/2.txt"]

    def choose(name: str) -> list[tuple[str, bool, int]]:
        """Choose an outlet for the folder of the first article; return what each article then is."""
        trial.ask(lambda library: library.choose_outlet(library.article_at(paths[0]), name, "echo"))
        trial.index()
        found = [trial.ask(lambda library, path=path: library.article_at(path)) for path in paths]
        hits = trial.indexed()
        return [(one.article.outlet, trial.aside(one.path), hits[one.path][1]) for one in found]

    trial.correct(paths[0], APPEAL, keep=False, scope=Scope.OUTLET)
    before = choose("")
    outlet, post = before[0][0], before[2][0]
    assert before == [(outlet, True, 1), (outlet, True, 1), (post, False, 0)]
    herald = ("The Elsing Herald", True, 1)
    assert choose("The Elsing Herald") == [herald, herald, (post, False, 0)]
    assert choose("") == before, "the choice is taken back"
    scores = trial.scores()
    assert choose(post) == [(post, True, 1)] * 3, "what is said of an outlet holds for all its pages"
    assert trial.scores()["post/2.txt"] < scores["post/2.txt"], "the index has it in the same run"


def test_a_library_that_is_open_follows_too(trial: Trial) -> None:
    trial.correct("echo/0.txt", APPEAL, keep=False, scope=Scope.ARTICLE)
    library = Library(trial.root, trial.data)
    assert library.search("zeppelin").total == 3
    file = trial.root / "echo/0.txt"
    file.write_text(file.read_text() + "\nOne more line, and nothing else changed in this file.\n")
    trial.index()
    file.rename(trial.root / "echo/moved.txt")
    trial.index()
    block = next(b for b in library.article_at("echo/moved.txt").article.blocks if b.text == APPEAL)
    assert block.set_aside
    library.close()


def test_corrections_of_a_deleted_file_wait_for_it(trial: Trial) -> None:
    trial.correct("echo/0.txt", APPEAL, keep=False, scope=Scope.ARTICLE)
    text = (trial.root / "echo/0.txt").read_text()
    (trial.root / "echo/0.txt").unlink()
    trial.index()
    (trial.root / "echo/0.txt").write_text(text)
    trial.index()
    assert trial.aside("echo/0.txt")


@pytest.mark.logs
def test_the_index_forgets_corrections_that_were_lost(trial: Trial) -> None:
    trial.correct("echo/0.txt", APPEAL, keep=False, scope=Scope.OUTLET)
    trial.index()
    for file in trial.data.glob("user.sqlite3*"):
        file.unlink()
    trial.index()
    assert trial.indexed()["echo/0.txt"] == (1, 0)
    user = UserData(trial.data)
    assert user.corrections() == ()
    user.close()
