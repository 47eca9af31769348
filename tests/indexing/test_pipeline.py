"""Indexing as a whole: what changed is read, nothing else, and any interruption is made good."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from archive_state import state_of
from pressmark.catalog.user_data import UserData
from pressmark.errors import ArchiveBusy, ArchiveGone, DataFolderProblem
from pressmark.indexing.lock import ArchiveLock
from pressmark.indexing.pipeline import index
from pressmark.library import Library
from pressmark.values import Progress
from texts import article

Files = dict[str, str | bytes]
Write = Callable[..., Path]


class Trial:
    """An archive that is changed and indexed, again and again."""

    def __init__(self, root: Path, data: Path) -> None:
        self.root, self.data = root, data

    def index(self) -> Progress:
        """Index, check that the sums are right, and return the outcome."""
        *_, last = index(self.root, self.data)
        entries = sum(len(files) for _, _, files in os.walk(self.root))
        kinds = last.articles + last.unreadable + last.duplicates + last.skipped_unchanged
        assert kinds == last.done == last.total == entries
        return last

    def states(self) -> dict[str, str]:
        """Return what each file is: its state, and its article's headline or why there is none."""
        library = Library(self.root, self.data)
        try:
            assert library.is_complete()
            return {record.path: record.state.value for record in library.files()}
        finally:
            library.close()

    def found(self, query: str) -> tuple[str, ...]:
        """Return the paths that a query finds."""
        library = Library(self.root, self.data)
        try:
            return tuple(
                sorted(path for hit in library.search(query).hits for path in (hit.path, *hit.like_this))
            )
        finally:
            library.close()


def counts(last: Progress) -> tuple[int, int, int, int]:
    """Return how many articles, unreadable, duplicates and unchanged files there were."""
    return last.articles, last.unreadable, last.duplicates, last.skipped_unchanged


@pytest.fixture
def trial(archive: Write, tmp_path: Path) -> Trial:
    """An indexed archive of two articles, a copy of the first and an empty file."""
    root = archive({"a.txt": article(1), "b.txt": article(2), "copy.txt": article(1), "void.txt": ""})
    made = Trial(root, tmp_path / "data")
    assert counts(made.index()) == (2, 1, 1, 0)
    return made


def new(trial: Trial) -> None:
    (trial.root / "c.txt").write_text(article(3))


def changed(trial: Trial) -> None:
    (trial.root / "b.txt").write_text(article(33))


def touched(trial: Trial) -> None:
    os.utime(trial.root / "b.txt", (1, 1))


def moved(trial: Trial) -> None:
    (trial.root / "sub").mkdir()
    (trial.root / "b.txt").rename(trial.root / "sub" / "b.txt")


def deleted(trial: Trial) -> None:
    (trial.root / "b.txt").unlink()


def duplicated(trial: Trial) -> None:
    (trial.root / "b2.txt").write_text(article(2))


def first_copy_deleted(trial: Trial) -> None:
    (trial.root / "a.txt").unlink()


def first_copy_changed(trial: Trial) -> None:
    (trial.root / "a.txt").write_text(article(5))


def renamed_while_changed(trial: Trial) -> None:
    (trial.root / "b.txt").unlink()
    (trial.root / "0.txt").write_text(article(2) + "A line more.\n")


def swapped(trial: Trial) -> None:
    (trial.root / "a.txt").write_text(article(2))
    (trial.root / "b.txt").write_text(article(1))


def made_readable(trial: Trial) -> None:
    (trial.root / "void.txt").write_text(article(4))


def made_unreadable(trial: Trial) -> None:
    (trial.root / "b.txt").write_bytes(b"\0" * 9)


def nothing(_trial: Trial) -> None:
    """Nothing changes."""


A, U, D = "article", "unreadable", "duplicate"
BEFORE = {"a.txt": A, "b.txt": A, "copy.txt": D, "void.txt": U}
TRUTH = [
    (nothing, (0, 0, 0, 4), {}),
    (new, (1, 0, 0, 4), {"c.txt": A}),
    (changed, (1, 0, 0, 3), {}),
    (touched, (0, 0, 0, 4), {}),
    (moved, (1, 0, 0, 3), {"b.txt": None, "sub/b.txt": A}),
    (deleted, (0, 0, 0, 3), {"b.txt": None}),
    (duplicated, (0, 0, 1, 4), {"b2.txt": D}),
    (first_copy_deleted, (0, 0, 0, 3), {"a.txt": None, "copy.txt": A}),
    (first_copy_changed, (1, 0, 0, 3), {"copy.txt": A}),
    (renamed_while_changed, (1, 0, 0, 3), {"b.txt": None, "0.txt": A}),
    (made_readable, (1, 0, 0, 3), {"void.txt": A}),
    (made_unreadable, (0, 1, 0, 3), {"b.txt": U}),
]


@pytest.mark.parametrize(("change", "outcome", "states"), TRUTH, ids=[row[0].__name__ for row in TRUTH])
def test_what_changed(
    trial: Trial,
    change: Callable[[Trial], None],
    outcome: tuple[int, int, int, int],
    states: dict[str, str | None],
    tmp_path: Path,
) -> None:
    change(trial)
    assert counts(trial.index()) == outcome
    wanted = {path: state for path, state in (BEFORE | states).items() if state}
    assert trial.states() == wanted
    assert counts(trial.index()) == (0, 0, 0, sum(outcome))
    fresh = Trial(trial.root, tmp_path / "fresh")
    fresh.index()
    for query in ("number1", "number2", "number3", "number33", "number4", "number5", "Elsing"):
        assert trial.found(query) == fresh.found(query), query


def test_two_articles_that_change_places(trial: Trial) -> None:
    swapped(trial)
    assert sum(counts(trial.index())) == 4
    assert trial.found("number2") == ("a.txt",)
    assert trial.found("number1") == ("b.txt", "copy.txt")
    assert sorted(trial.states().values()) == sorted(BEFORE.values())


def test_unchanged_files_are_not_opened(trial: Trial) -> None:
    """A content swapped for one of the same size and time is not seen: nobody looked inside."""
    file = trial.root / "b.txt"
    status = file.stat()
    file.write_text(article(2).replace("number2", "number9"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size
    assert counts(trial.index()) == (0, 0, 0, 4)
    assert trial.found("number2")
    assert not trial.found("number9")


def test_an_encoding_is_chosen_and_taken_back(archive: Write, tmp_path: Path) -> None:
    text = "Der Bürgermeister größt höflich\n\nDie Gäste hörten dem Bürgermeister höflich zu, bis es spät wurde.\n"
    trial = Trial(
        archive({"x.txt": text.encode("cp1252"), "y.txt": text.encode("cp1252")}), tmp_path / "data"
    )
    assert counts(trial.index()) == (1, 0, 1, 0)
    assert trial.found("Bürgermeister") == ("x.txt", "y.txt")

    def choose(encoding: str) -> None:
        library = Library(trial.root, trial.data)
        library.choose_encoding("y.txt", encoding)
        library.close()

    for name in ("windows-1251", "cp1251"):
        choose(name)
        assert counts(trial.index()) in ((1, 0, 1, 0), (0, 0, 0, 2))
        assert trial.found("Bьrgermeister") == ("x.txt", "y.txt")
        assert not trial.found("Bürgermeister")
        assert counts(trial.index()) == (0, 0, 0, 2)
    choose("no-such-encoding")
    assert counts(trial.index()) == (0, 2, 0, 0)
    assert counts(trial.index()) == (0, 0, 0, 2)
    choose("")
    assert counts(trial.index()) == (1, 0, 1, 0)
    assert trial.found("Bürgermeister") == ("x.txt", "y.txt")


def big(root: Path) -> None:
    """Write an archive of several batches: outlets of many and few pages, copies, and what cannot be read."""
    for number in range(330):
        outlet = "echo" if number % 2 else f"paper-{number % 60}"
        folder = root / outlet
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:04}.txt").write_text(article(number - 2 * (number % 11 == 0), outlet))
        if number % 40 == 0:
            (folder / f"{number:04}-bad.txt").write_bytes(b"\0\0")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """An archive, and what its catalog and index hold after a run that nothing disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    big(folder / "archive")
    *_, last = index(folder / "archive", folder / "data")
    assert last.stage == "done"
    return folder / "archive", state_of(folder / "data")


@pytest.mark.parametrize("after", [0, 1, 99, 150, 201, 400, 650, 700, 735])
def test_stopped_after_some_questions(
    undisturbed: tuple[Path, dict[str, object]], after: int, tmp_path: Path
) -> None:
    root, wanted = undisturbed
    questions = iter(range(after))
    *_, last = index(root, tmp_path, lambda: next(questions, None) is not None)
    assert last.finished
    assert last.stage in ("stopped", "done")
    *_, last = index(root, tmp_path)
    assert last.stage == "done"
    assert state_of(tmp_path) == wanted


@pytest.mark.parametrize("moment", ["lock", "reading", "publishing", "late"])
def test_killed(undisturbed: tuple[Path, dict[str, object]], moment: str, tmp_path: Path) -> None:
    """Kill -9 of the real command: at its start, while it reads, after a commit, near its end."""
    root, wanted = undisturbed
    data = tmp_path / "data"
    signs: dict[str, Callable[[], bool]] = {
        "lock": lambda: any(data.rglob("lock.sqlite3")),
        "reading": lambda: any(file.stat().st_size for file in data.rglob("catalog.sqlite3-wal")),
        "publishing": lambda: any(data.rglob("*.arrays")),
        "late": lambda: len(list(data.rglob("_MAIN_*.toc"))) > 0 and any(data.rglob("_MAIN_[2-9].toc")),
    }
    command = [sys.executable, "-m", "pressmark", "index", str(root), "--data", str(data)]
    for _ in range(2):
        with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
            while process.poll() is None and not signs[moment]():
                pass
            process.send_signal(signal.SIGKILL)
    (own,) = (data / "archives").iterdir()
    *_, last = index(root, own)
    assert last.stage == "done"
    assert state_of(own) == wanted


def test_one_writer_at_a_time(trial: Trial) -> None:
    with ArchiveLock(trial.data), pytest.raises(ArchiveBusy):
        list(index(trial.root, trial.data))


def test_searching_while_it_goes_on(archive: Write, tmp_path: Path) -> None:
    """What is committed is found meanwhile, and the answer says that it is not all."""
    root = tmp_path / "archive"
    big(root)
    data = tmp_path / "data"
    totals = []
    for progress in index(root, data):
        library = Library(root, data)
        answer = library.search("Elsing")
        library.close()
        totals.append(answer.total)
        assert answer.complete == (progress.stage == "done")
    assert totals == sorted(totals)
    assert totals[-1] == 315


def test_an_outlets_repeats_are_set_aside_wherever_they_were_first_read(
    undisturbed: tuple[Path, dict[str, object]], tmp_path: Path
) -> None:
    """The first pages of an outlet are judged again when its repeats are known."""
    root, _ = undisturbed
    trial = Trial(root, tmp_path)
    trial.index()
    library = Library(root, tmp_path)
    shown = library.article_at("echo/0001.txt").article
    library.close()
    aside = " ".join(block.text for block in shown.blocks if block.set_aside)
    assert "Send us your pictures of echo" in aside
    assert "number" not in aside


@pytest.mark.parametrize("name", ["missing", "file.txt"])
def test_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(ArchiveGone):
        list(index(tmp_path / name, tmp_path / "data"))
    assert not (tmp_path / "data").exists()


def test_data_inside_the_archive(trial: Trial) -> None:
    with pytest.raises(DataFolderProblem, match="inside"):
        list(index(trial.root, trial.root / "data"))
    *_, last = index(trial.root, trial.root / ".hidden" / "data")
    assert last.articles == 2


def test_the_persons_choices_outlive_the_catalog(trial: Trial) -> None:
    user = UserData(trial.data)
    user.mark_read("x")
    user.close()
    for file in trial.data.glob("catalog.sqlite3*"):
        file.unlink()
    assert counts(trial.index()) == (2, 1, 1, 0)
    user = UserData(trial.data)
    assert user.read(["x"]) == {"x"}
    user.close()
    assert trial.states() == BEFORE


def test_the_last_progress_is_told_always(trial: Trial) -> None:
    assert [progress.stage for progress in index(trial.root, trial.data)][-1] == "done"
