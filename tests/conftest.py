"""What all tests share: a virtual screen, a data folder of their own, and no tolerance for stray warnings."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import hypothesis
import pytest

from stage import virtual_screen

SEEDS = Path(__file__).parent.parent / "seeds"
STAGE = ExitStack()
hypothesis.settings.register_profile("pressmark", deadline=None)  # a busy machine is no fault of an example
hypothesis.settings.load_profile("pressmark")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the person watch the window's tests on their own screen."""
    parser.addoption("--onscreen", action="store_true", help="use the display that is there")


def pytest_configure(config: pytest.Config) -> None:
    """Raise the virtual screen before Qt looks for one; a test process of its own has one already."""
    if not config.getoption("--onscreen"):
        STAGE.enter_context(virtual_screen())


def pytest_unconfigure() -> None:
    """Take the virtual screen down."""
    STAGE.close()


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a data folder of its own, so that none sees the person's or another's."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("PRESSMARK_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_stray_records(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which the program logs a warning or worse, unless the test is marked `logs`."""
    logger = logging.getLogger("pressmark")
    logger.propagate = True
    yield
    if request.node.get_closest_marker("logs"):
        return
    stray = [
        record
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING and record.name.startswith("pressmark")
    ]
    assert not stray, [record.getMessage() for record in stray]


@pytest.fixture
def seeds() -> Path:
    """Return the sample archive."""
    return SEEDS


@pytest.fixture
def archive(tmp_path: Path) -> Callable[[dict[str, str | bytes]], Path]:
    """Return a function that writes an archive folder from names and contents."""

    def write(files: dict[str, str | bytes], name: str = "archive") -> Path:
        root = tmp_path / name
        for path, content in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        root.mkdir(exist_ok=True)
        return root

    return write
