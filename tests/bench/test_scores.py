"""The scores themselves, on rankings worked out by hand, and the benches on invented data."""

import gzip
import json
import sys
from math import log2
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import ranking
import relations
from scores import mean, ndcg, recall


@pytest.mark.parametrize(
    ("ranked", "value"),
    [
        (["a", "b"], 1.0),
        ([], 0.0),
        (["x", "a", "b"], (3 / log2(3) + 1 / log2(4)) / (3 + 1 / log2(3))),
        (["b", "a"], (1 + 3 / log2(3)) / (3 + 1 / log2(3))),
        ([*"0123456789", "a"], 0.0),
    ],
)
def test_ndcg(ranked: list[str], value: float) -> None:
    assert ndcg(ranked, {"a": 2, "b": 1}) == pytest.approx(value)


def test_what_has_no_answer_counts_nothing() -> None:
    assert ndcg(["a"], {}) == recall(["a"], set(), 5) == mean([]) == 0.0
    assert recall(["x", "a", "b"], {"a", "b", "c"}, 2) == 0.5
    assert recall(["a"], {"a"}, 5) == 1.0


def gz(file: Path, rows: list[dict[str, object]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)


def test_ranking_on_three_abstracts(tmp_path: Path) -> None:
    bodies = ["the ferry sank at the pier", "a ferry sailed", "nothing was said of ships"]
    rows = [{"id": n, "title": f"abstract {n}", "body": body} for n, body in enumerate(bodies)]
    gz(tmp_path / "bench" / "search" / "cranfield.jsonl.gz", rows)
    question = {"q": 1, "text": "ferry at the pier", "rel": {"0": 4}}
    (tmp_path / "bench" / "search" / "cranfield-queries.json").write_text(json.dumps([question]))
    assert ranking.measure(tmp_path / "bench", tmp_path) == {"ndcg": 1.0}


SAID = "The harbour shall be dredged before the winter, and the council will pay for every hour of it,"


def test_relations_on_one_event(tmp_path: Path) -> None:
    texts = {
        "a1": f'"{SAID}" the mayor of Riverton told the council on Monday evening.',
        "a2": "Riverton has two ferries, and both were built in the same yard some forty years ago.",
        "b1": f'In a speech the mayor said: "{SAID}" and nobody contradicted her.',
        "b2": "An orchestra from the capital played in the park while the sun went down behind the hills.",
    }
    rows: list[dict[str, object]] = [
        {"p": {"id": key, "doc": key[0], "src": "x", "outlet": key[0], "date": "2001-10-03", "text": text}}
        for key, text in texts.items()
    ]
    rows.append({"q": {"set": "basil", "q": "a1", "gold": {"b1": 3}, "kind": {"b1": "Q"}, "ignore": []}})
    gz(tmp_path / "bench" / "related" / "dev.jsonl.gz", rows)
    found = relations.measure(tmp_path / "bench", tmp_path)
    assert found["related, basil"] == {"ndcg": 1.0, "recall5": 1.0, "quotations5": 1.0, "precision": 1.0}
    assert found["related, speed"]["milliseconds"] > 0
