"""Writing a small text in a file's place: after a power cut there is the old one or the new one, never a half."""

import os
import tempfile
from pathlib import Path


def replace_text(file: Path, text: str, mode: int = 0o600) -> None:
    """Write a text in the place of a file, with these permissions; raises OSError and leaves the old one."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(mode)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
