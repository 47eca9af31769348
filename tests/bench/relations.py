"""How good the relations are: labelled passages as files of articles, asked through `pressmark related --batch`."""

import gzip
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from scores import mean, ndcg, recall

EVENTS = (
    "basil"  # the set of events that were labelled by hand: only there is it known what must not be shown
)
STRONG = 2  # the grade from which on a counterpart should be among the first


@dataclass(slots=True)
class Labelled:
    """The passages with their labels, and where each stands as a line of a file."""

    passages: dict[str, dict[str, Any]] = field(default_factory=dict)
    questions: list[dict[str, Any]] = field(default_factory=list)
    at: dict[str, tuple[str, int]] = field(default_factory=dict)


def measure(bench: Path, parent: Path) -> dict[str, dict[str, float]]:
    """Return the figures of each set, and what is shown of the labelled events."""
    labelled = read(bench / "related" / "dev.jsonl.gz")
    root, data = parent / "relations", parent / "relations-data"
    write(labelled, root)
    subprocess.run(
        [sys.executable, "-m", "pressmark", "index", str(root), "--data", str(data)],
        check=True,
        capture_output=True,
    )
    return figures(labelled, ask(labelled, root, data))


def read(file: Path) -> Labelled:
    """Read passages and questions from JSON Lines, one of either a line."""
    found = Labelled()
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if "p" in row:
                found.passages[row["p"]["id"]] = row["p"]
            elif "q" in row:
                found.questions.append(row["q"])
    return found


def write(labelled: Labelled, root: Path) -> None:
    """Write each article as a file of its outlet's folder, a passage a line, its day first."""
    articles = defaultdict(list)
    for passage in labelled.passages.values():
        articles[passage["doc"]].append(passage)
    for name, members in articles.items():
        outlet = re.sub(r"\W+", "-", str(members[0].get("outlet") or members[0]["src"])).lower()
        path = f"{outlet}/" + re.sub(r"[^\w]+", "-", name) + ".txt"
        lines = [members[0]["date"], ""] if members[0].get("date") else []
        for passage in members:
            labelled.at[passage["id"]] = (path, len(lines))
            lines += [" ".join(passage["text"].split()), ""]
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of one passage: the counterparts as (passage, kind), best first, and how long it took."""

    counterparts: tuple[tuple[str, str], ...]
    milliseconds: float


def ask(labelled: Labelled, root: Path, data: Path) -> dict[str, Answer]:
    """Ask for the counterparts of every labelled passage."""
    known = {place: key for key, place in labelled.at.items()}
    asked = "".join(
        json.dumps({"id": one["q"], "path": labelled.at[one["q"]][0], "line": labelled.at[one["q"]][1]})
        + "\n"
        for one in labelled.questions
    )
    command = [sys.executable, "-m", "pressmark", "related", str(root), "--batch", "--data", str(data)]
    said = subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout
    found = {}
    for answer in map(json.loads, said.splitlines()):
        best = sorted(answer["related"], key=lambda one: -one["score"])
        passages = ((known.get((one["path"], one["line"]), ""), one["kind"]) for one in best)
        found[answer["id"]] = Answer(tuple(one for one in passages if one[0]), answer["milliseconds"])
    return found


def figures(labelled: Labelled, answers: dict[str, Answer]) -> dict[str, dict[str, float]]:
    """Score the answers by set: nDCG@10, recall@5; of the events also quotations among five, and how much shown is true."""
    by_set: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for question in labelled.questions:
        by_set[question["set"]].append(question)
    scored = {}
    for name, questions in sorted(by_set.items()):
        ranked = [_others(labelled, question, answers) for question in questions]
        pairs = list(zip(questions, ranked, strict=True))
        scored[f"related, {name}"] = {
            "ndcg": mean([ndcg([key for key, _ in found], one["gold"]) for one, found in pairs]),
            "recall5": mean(
                [recall([key for key, _ in found], _strong(one["gold"]), 5) for one, found in pairs]
            ),
            **(_shown(pairs) if name == EVENTS else {}),
        }
    scored["related, speed"] = {
        "milliseconds": median([one.milliseconds for one in answers.values()] or [0.0])
    }
    return scored


def _others(
    labelled: Labelled, question: dict[str, Any], answers: dict[str, Answer]
) -> list[tuple[str, str]]:
    """Return what was found in other articles, without what the labels leave open."""
    own, left_open = labelled.passages[question["q"]]["doc"], set(question["ignore"])
    found = answers[question["q"]].counterparts if question["q"] in answers else ()
    return [one for one in found if labelled.passages[one[0]]["doc"] != own and one[0] not in left_open]


def _strong(gold: dict[str, int]) -> set[str]:
    return {key for key, grade in gold.items() if grade >= STRONG} or set(gold)


def _shown(pairs: Iterable[tuple[dict[str, Any], list[tuple[str, str]]]]) -> dict[str, float]:
    """Return which share of the quotations is among the first five, and which of what is shown is true."""
    quotations = near = shown = true = 0
    for question, found in pairs:
        wanted = {key for key, kind in question["kind"].items() if kind == "Q"}
        quotations += len(wanted)
        near += len(wanted & {key for key, _ in found[:5]})
        shown += len(found)
        true += sum(key in question["gold"] for key, _ in found)
    return {"quotations5": near / max(1, quotations), "precision": true / max(1, shown)}
