"""The training of the tag model, on a small invented web: the same pages give the same bytes, and a model that works."""

import base64
import gzip
import json
import random
import sys
from pathlib import Path

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).resolve().parent))

import train_tags
from tag_pages import load, marked

from pressmark.reading.markup.tag_model import TagModel
from saved_pages import page
from texts import article

PAGES, SITES = 24, 8


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "html"
    folder.mkdir()
    rnd = random.Random(4)
    with gzip.open(folder / "dev.jsonl.gz", "wt", encoding="utf-8") as out:
        for number in range(PAGES):
            prose = [part for part in article(number).split("\n\n")[3:] if part.strip()]
            body = "".join(f"<p>{part}</p>" for part in prose) + "<p>More of it.</p>" * rnd.randint(0, 2)
            told = {
                "id": str(number), "site": f"site{number % SITES}.example", "source": "fundus", "lang": "en",
                "neutral": ["Ferry to Elsing sails again"], "gold": "\n".join(prose),
                "html_b64": base64.b64encode(page(body).encode()).decode(),
            }  # fmt: skip
            out.write(json.dumps(told) + "\n")
    return folder.parent


def test_lines_of_the_article_are_known_by_their_words() -> None:
    gold = "The council of Riverton votes on the harbour today.\nYes"
    lines = [
        "Home",
        "The council of Riverton votes on the harbour today.",
        "Yes",
        "The council of Riverton plays at home.",
    ]
    assert marked(lines, gold).tolist() == [False, True, True, False]


def test_the_same_pages_give_the_same_model_and_it_works(bench: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.npz", tmp_path / "two.npz"]
    with threadpool_limits(1), pytest.MonkeyPatch.context() as patch:
        for file in files:
            patch.setattr(sys, "argv", ["train_tags", str(bench), "--out", str(file)])
            assert train_tags.main() == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    (one, *_) = load(bench / "html" / "dev.jsonl.gz")
    odds = TagModel(files[0]).odds(one.evidence)
    assert np.median(odds[one.article]) > np.median(odds[~one.article])


def test_it_says_what_is_missing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["train_tags"])
    assert train_tags.main() == 1
    assert "html/dev.jsonl.gz" in capsys.readouterr().out
