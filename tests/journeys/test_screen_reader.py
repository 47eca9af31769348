"""The article and what changes as a screen reader hears it, over the accessibility bus of the system."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import at_spi

MISSING = [name for name in at_spi.NEEDED if shutil.which(name) is None]


@pytest.mark.skipif(
    bool(MISSING) or not any(path.exists() for path in at_spi.LAUNCHERS),
    reason="there is no accessibility bus here, or nothing to ask it with",
)
def test_the_article_is_read_by_roles_and_text(seeds: Path) -> None:
    session = ["dbus-run-session", "--", sys.executable, at_spi.__file__, str(seeds)]
    done = subprocess.run(session, capture_output=True, text=True, check=False, timeout=200)
    assert done.returncode == 0, done.stderr
    heard = json.loads(done.stdout.splitlines()[-1])  # a bus that is started by name writes a line of its own
    roles = [role for role, _ in heard["parts"]]
    assert roles[0].endswith("button"), "a run of set-aside lines can be opened"
    assert ["heading", "Russia closes ranks with EU"] in heard["parts"]
    assert ["heading", "Intelligence sharing"] in heard["parts"]
    assert roles.count("paragraph") > 20
    assert "block quote" in roles
    assert heard["heading"] == "Russia closes ranks with EU"
    assert "can take an entirely new look" in heard["whole"]
    assert len(heard["came to"]) >= 2, "the paragraphs of the hits and of the passage are read by themselves"
    assert any("Nato" in name for name in heard["came to"])
    assert heard["read only"]
    assert heard["folded"]
    assert heard["hits"] == "3 hits: Nato, expansion."
    assert heard["word"][0].startswith("Nato")
    assert len(heard["opened"]) > len(roles)
    assert heard["announced"][-4:-1] == ["2 articles", "hit 1 of 19", "hit 2 of 19"]
    assert heard["announced"][-1].endswith("related passages")
    assert heard["ended with"] == 0
