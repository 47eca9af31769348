"""Where things lie: the resources shipped with the program, and the folders of its own data."""

import os
from pathlib import Path

import platformdirs

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parents[1]
DATA_VARIABLE = "PRESSMARK_DATA"


def _shipped(name: str) -> Path:
    """Return a folder that a wheel carries inside the package and a checkout at its top."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PROJECT / name


def resources() -> Path:
    """Return the folder of icons, word lists and styles."""
    return _shipped("resources")


def sample_archive() -> Path:
    """Return the sample archive: the two articles shown at the very first start."""
    return _shipped("seeds")


def data_folder() -> Path:
    """Return the folder of the program's own data: PRESSMARK_DATA, or the platform's place for it."""
    chosen = os.environ.get(DATA_VARIABLE)
    return Path(chosen) if chosen else platformdirs.user_data_path("pressmark", appauthor=False)


def settings_file() -> Path:
    """Return the file of settings and session; it follows PRESSMARK_DATA so that a trial run leaves no trace."""
    if os.environ.get(DATA_VARIABLE):
        return data_folder() / "settings.json"
    return platformdirs.user_config_path("pressmark", appauthor=False) / "settings.json"


def log_file() -> Path:
    """Return the log file."""
    if os.environ.get(DATA_VARIABLE):
        return data_folder() / "log" / "pressmark.log"
    return platformdirs.user_log_path("pressmark", appauthor=False) / "pressmark.log"


def archive_data(folder: Path, data: Path | None = None) -> Path:
    """Return where the catalog, the index and the user's data of an archive lie.

    The name is made from the folder's real path: the same folder reached by another way is the same archive.
    """
    real = os.fsencode(
        os.path.realpath(folder)
    )  # Path.resolve raises for a link that leads round in a circle
    import hashlib  # loads OpenSSL: not before the first paint

    return (data or data_folder()) / "archives" / hashlib.sha256(real).hexdigest()[:20]


def archive_name(folder: Path) -> str:
    """Return how an archive is called."""
    return "Sample archive" if folder == sample_archive() else folder.name or str(folder)
