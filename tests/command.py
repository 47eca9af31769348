"""Runs `pressmark` as a process of its own, as the person's shell does, and reads what it says."""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2  # Linux: prctl.h and capability.h


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and what it wrote."""

    status: int
    out: bytes
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON Lines on standard output."""
        return [json.loads(line) for line in self.out.decode().splitlines()]

    @property
    def last(self) -> dict[str, Any]:
        """The last of them."""
        return self.records[-1]

    @property
    def said(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


def pressmark(
    *words: str | bytes | Path,
    typed: str | bytes = "",
    environment: Mapping[str, str | None] | None = None,
    before: Callable[[], None] | None = None,
    prefix: Sequence[str] = (),
) -> Outcome:
    """Run the command; it must say in plain words whatever is wrong, never with a trace."""
    variables = dict(os.environ)
    for name, value in (environment or {}).items():
        variables.pop(name, None)
        if value is not None:
            variables[name] = value
    process = subprocess.run(
        [*prefix, sys.executable, "-m", "pressmark", *words],
        input=typed if isinstance(typed, bytes) else typed.encode(),
        capture_output=True,
        timeout=PATIENCE,
        env=variables,
        preexec_fn=before,
        check=False,
    )
    err = process.stderr.decode()
    assert "Traceback" not in err, err
    assert "Exception" not in err, err
    assert process.returncode in (0, 1, 2), (process.returncode, err)
    return Outcome(process.returncode, process.stdout, err)


def without_rights() -> None:
    """Take from root what lets it read and write everything; others lack it anyway. Runs before the command starts."""
    if os.geteuid() == 0:
        for capability in CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH:
            if ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
                raise OSError("root keeps its rights here")
