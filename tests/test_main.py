"""The one entry runs the command line, and loads neither Qt nor the index to say how it is used."""
# ruff: noqa: E501

import subprocess
import sys

from command import pressmark
from pressmark import __version__


def test_it_runs_the_command_line() -> None:
    outcome = pressmark("--version")
    assert (outcome.status, outcome.out.decode()) == (0, f"Pressmark {__version__}\n")


def test_what_is_loaded() -> None:
    code = (
        "import sys; sys.argv = ['pressmark', '--version']; from pressmark.__main__ import main\n"
        "try: main()\nexcept SystemExit: print(sorted({n.split('.')[0] for n in sys.modules} & {'PySide6', 'whoosh', 'numpy'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"
