"""What an outlet repeats is learned and forgotten as files come and go, and no file is read for it again."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from archive_state import state_of
from calls import calls
from pressmark.catalog.catalog import Catalog
from pressmark.indexing.comparing import _differing
from pressmark.indexing.counts import OutletCounts
from pressmark.indexing.pipeline import IndexingRun, index
from pressmark.library import Library
from pressmark.values import Progress, Reason
from texts import article

Write = Callable[..., Path]
LINE = "All the day's stories"


def run(root: Path, data: Path) -> list[Progress]:
    return list(IndexingRun(root, data, lambda: True).steps())


def verdict(root: Path, data: Path, path: str = "echo/1.txt") -> str:
    """Return why the furniture of an article was set aside, "" for kept."""
    library = Library(root, data)
    try:
        blocks = library.article_at(path).article.blocks
    finally:
        library.close()
    (found,) = [block for block in blocks if LINE in block.text]
    return f"{found.reason}: {found.detail}" if found.reason is Reason.REPEATED else ""


def swap_content(file: Path) -> None:
    """Put other bytes of the same size and time into a file: whoever opens it reads nonsense."""
    status = file.stat()
    file.write_bytes(b"x" * status.st_size)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def pages(numbers: range) -> dict[str, str]:
    return {f"echo/{number}.txt": article(number, "Echo") for number in numbers}


def test_earlier_articles_are_labelled_anew_without_their_files(archive: Write, tmp_path: Path) -> None:
    root, data = archive(pages(range(1, 3))), tmp_path / "data"
    run(root, data)
    assert verdict(root, data) == ""
    swap_content(root / "echo/1.txt")
    archive(pages(range(3, 6)))
    stages = run(root, data)
    assert "checking" in [progress.stage for progress in stages]
    assert stages[-1].articles == 3, "the two others were not read"
    assert "3" in verdict(root, data)
    archive(pages(range(6, 13)))
    run(root, data)
    assert "10" in verdict(root, data)


@pytest.mark.parametrize(("left", "kept"), [(5, False), (4, False), (3, True), (1, True)])
def test_counts_go_down(archive: Write, tmp_path: Path, left: int, kept: bool) -> None:
    root, data = archive(pages(range(1, 12))), tmp_path / "data"
    run(root, data)
    assert "10" in verdict(root, data)
    for number in range(left + 1, 12):
        (root / f"echo/{number}.txt").unlink()
    swap_content(root / "echo/1.txt")
    run(root, data)
    assert (verdict(root, data) == "") == kept
    assert "10" not in verdict(root, data)


def test_files_that_changed_no_longer_count(archive: Write, tmp_path: Path) -> None:
    root, data = archive(pages(range(1, 6))), tmp_path / "data"
    run(root, data)
    assert verdict(root, data)
    archive({f"echo/{number}.txt": article(number) for number in range(2, 6)})
    run(root, data)
    assert verdict(root, data) == ""


def test_it_ends_where_a_first_run_would(archive: Write, tmp_path: Path) -> None:
    """Whatever came first: what is known of each article depends on what is there in the end."""
    root, data = archive(pages(range(1, 30))), tmp_path / "data"
    first = state_of_run(root, tmp_path / "first")
    for number in range(9, 30):
        (root / f"echo/{number}.txt").unlink()
    run(root, data)
    archive(pages(range(9, 30)))
    assert state_of_run(root, data) == first


def state_of_run(root: Path, data: Path) -> list[tuple[object, ...]]:
    run(root, data)
    articles = state_of(data)["articles"]
    assert isinstance(articles, list)
    return sorted(row[1:] for row in articles)


@pytest.mark.parametrize("after", range(0, 60, 7))
def test_a_stopped_comparison_goes_on(archive: Write, tmp_path: Path, after: int) -> None:
    root, data = archive(pages(range(1, 4))), tmp_path / "data"
    run(root, data)
    archive(pages(range(4, 16)))
    first = state_of_run(root, tmp_path / "first")
    questions = iter(range(after))
    list(index(root, data, lambda: next(questions, None) is not None))
    assert state_of_run(root, data) == first


def test_versions_of_a_story_keep_their_text(archive: Write, tmp_path: Path) -> None:
    """Five versions with small edits, in an outlet that has other pages too."""
    story = article(50, "Echo").split("\n\n")
    versions = {
        f"echo/v{edit}.txt": "\n\n".join([*story[:-1], f"{story[-1]} Updated {edit * 'again '}"])
        for edit in range(5)
    }
    root, data = archive({**pages(range(1, 9)), **versions}), tmp_path / "data"
    run(root, data)
    library = Library(root, data)
    for path in versions:
        blocks = library.article_at(path).article.blocks
        assert not [block.text for block in blocks if block.set_aside and "number50" in block.text]
    library.close()
    assert verdict(root, data, "echo/v1.txt")


def test_the_lines_of_many_pages_are_looked_up_at_once(archive: Write, tmp_path: Path) -> None:
    root, data = archive(pages(range(1, 40))), tmp_path / "data"
    run(root, data)
    catalog = Catalog(data)
    with calls(OutletCounts.classes) as counted:
        assert _differing(catalog, "Echo") == []
    assert counted == {"classes": 1}
    catalog.close()
