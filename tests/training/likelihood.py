"""Fits the likelihood of a relation anew: `make likelihood BENCH=FOLDER` prints its figures beside those of the program."""

import math
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from typing_extensions import override

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "bench")]

from relations import EVENTS, Labelled, read, write  # noqa: E402

from pressmark.indexing.pipeline import index  # noqa: E402
from pressmark.library import Library  # noqa: E402
from pressmark.relate.article_passages import ArticlePassages  # noqa: E402
from pressmark.relate.article_relations import ArticleRelations  # noqa: E402
from pressmark.relate.candidates import Candidate  # noqa: E402
from pressmark.relate.corpus import Corpus, corpus_of  # noqa: E402
from pressmark.relate.relation_kinds import Evidence, evidence, likelihood  # noqa: E402
from pressmark.relate.weighed_words import WeighedWords  # noqa: E402
from pressmark.values import StoredArticle  # noqa: E402

# Each feature as `likelihood` has it, and what it is multiplied by there.
FEATURES = {
    "cosine": 7.4, "sqrt(alike)": 8.6, "bm25": 0.8, "mass / 30": 1.2, "longest / 5": 0.5, "words / 5": 1.8,
    "names_mass / 15": 0.2, "rarest / 10": 1.2, "figures": 0.2, "log(length)": -0.4,
}  # fmt: skip
CONSTANT = -10.3
FOLDS = 5


def row_of(found: Evidence, candidate: Candidate, words: int) -> list[float]:
    """Return the features of a pair of passages, in the order of FEATURES."""
    return [
        candidate.cosine, math.sqrt(candidate.alike), candidate.bm25, found.mass / 30, found.alignment.longest / 5,
        found.words / 5, found.names_mass / 15, found.rarest / 10, float(found.figures), math.log(max(2, words)),
    ]  # fmt: skip


@dataclass(slots=True)
class Pairs:
    """Candidates of labelled passages: features, whether each is a true counterpart, what the program thinks, the event."""

    rows: list[list[float]] = field(default_factory=list)
    true: list[bool] = field(default_factory=list)
    now: list[float] = field(default_factory=list)
    event: list[str] = field(default_factory=list)


class Collecting(ArticleRelations):
    """Writes down every pair of passages that the program looks at, in place of saying what they are to each other."""

    def __init__(self, corpus: Corpus, stored: StoredArticle, labelled: Labelled, pairs: Pairs) -> None:
        """Look at the candidates of this article."""
        super().__init__(corpus, stored)
        self._pairs = pairs
        self._event = stored.path
        self._known = {place: key for key, place in labelled.at.items()}
        self._questions = {
            question["q"]: question for question in labelled.questions if question["set"] == EVENTS
        }
        self._passages = labelled.passages

    @override
    def _related(
        self,
        passage: int,
        here: WeighedWords,
        candidate: Candidate,
        other: ArticlePassages,
        there: WeighedWords,
    ) -> None:
        asked = self._known.get((self._stored.path, self._asked.passages[passage].first_line), "")
        found = self._known.get((other.stored.path, other.passages[candidate.passage].first_line), "")
        question, shared = self._questions.get(asked), evidence(here, there)
        if question is None or shared is None or not found or found in question["ignore"]:
            return
        length = min(len(here.words), len(there.words))
        self._pairs.rows.append(row_of(shared, candidate, length))
        self._pairs.true.append(found in question["gold"])
        self._pairs.now.append(likelihood(shared, candidate, length))
        self._pairs.event.append(self._passages[asked]["doc"].rpartition("_")[0])


def collect(labelled: Labelled, folder: Path) -> Pairs:
    """Return the candidates of all labelled events, found in an archive of all passages."""
    root, data, pairs = folder / "archive", folder / "data", Pairs()
    write(labelled, root)
    for _ in index(root, data):
        pass
    asked = sorted({labelled.at[one["q"]][0] for one in labelled.questions if one["set"] == EVENTS})
    with closing(Library(root, data)) as library:
        corpus = corpus_of(library.catalog)
        for path in asked:
            Collecting(corpus, library.article_at(path), labelled, pairs).answer(lambda: False)
    return pairs


def fitted(pairs: Pairs) -> tuple[LogisticRegression, float, float]:
    """Return the model of all pairs, and the areas under the curve: of one that has not seen the event, of the program."""
    rows, true = np.array(pairs.rows), np.array(pairs.true)
    model = LogisticRegression(C=10.0, max_iter=5000)
    folds = GroupKFold(min(FOLDS, len(set(pairs.event))))
    unseen = cross_val_predict(model, rows, true, groups=pairs.event, cv=folds, method="predict_proba")[:, 1]
    return model.fit(rows, true), float(roc_auc_score(true, unseen)), float(roc_auc_score(true, pairs.now))


def main() -> int:
    """Fit, and print what differs."""
    file = Path(sys.argv[1] if len(sys.argv) > 1 else "") / "related" / "dev.jsonl.gz"
    if not file.is_file():
        print(
            "The labelled passages are missing: make likelihood BENCH=FOLDER, with related/dev.jsonl.gz in that folder."
        )
        return 1
    with tempfile.TemporaryDirectory() as folder:
        pairs = collect(read(file), Path(folder))
    model, unseen, now = fitted(pairs)
    print(
        f"{len(pairs.true):,} pairs, {sum(pairs.true):,} of them counterparts, {len(set(pairs.event))} events"
    )
    known = {**FEATURES, "constant": CONSTANT}
    for name, value in zip(known, (*model.coef_[0], *model.intercept_), strict=True):
        print(f"  {name:<16} {known[name]:7.2f} in the program, {value:7.2f} fitted")
    print(f"area under the curve: {now:.4f} in the program, {unseen:.4f} fitted, on events not seen")
    return 0


if __name__ == "__main__":
    sys.exit(main())
