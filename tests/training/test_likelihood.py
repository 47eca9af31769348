"""The likelihood fitted anew on an invented pair of events."""

import gzip
import json
import sys
from math import exp
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import likelihood

EVENTS = {
    "ferry": [
        "The ferry Marit sank off Port Elsing on Monday with forty passengers aboard.",
        "Divers from Riverton found the wreck of the Marit east of the lighthouse.",
        "Mayor Ida Krog said the harbour wall could not carry another storm.",
        "Ida Krog and the divers of Riverton spoke of the ferry Marit, the wreck, the storm and the passengers.",
    ],
    "vote": [
        "The council of Riverton voted for a loan of two million for the orchard bridge.",
        "Lee Marsh, who leads the council, called the loan the last of its kind.",
        "Bridges in the valley were closed all winter by the engineers of Elsing.",
        "Lee Marsh and the engineers spoke to the council of Riverton of the loan, the bridge and the valley.",
    ],
}


def test_it_fits_on_labelled_events(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[dict[str, object]] = []
    for name, texts in EVENTS.items():
        for version in (1, 2):
            for number, text in enumerate(texts):
                said = text if version == 1 else f"Once more: {text.lower().capitalize()}"
                rows.append(
                    {"p": {"id": f"{name}{version}#{number}", "doc": f"{name}_{version}", "src": "x",
                           "outlet": f"o{version}", "date": "2001-10-03", "text": said}}
                )  # fmt: skip
        for number in range(len(texts)):
            gold = {f"{name}2#{number}": 2}
            rows.append(
                {"q": {"set": "basil", "q": f"{name}1#{number}", "gold": gold, "kind": {}, "ignore": []}}
            )
    file = tmp_path / "related" / "dev.jsonl.gz"
    file.parent.mkdir()
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    monkeypatch.setattr(sys, "argv", ["likelihood.py", str(tmp_path)])
    assert likelihood.main() == 0
    said = capsys.readouterr().out
    assert "2 events" in said
    assert said.count("fitted") == len(likelihood.FEATURES) + 2


def test_without_the_data_it_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["likelihood.py"])
    assert likelihood.main() == 1
    assert "make likelihood BENCH=FOLDER" in capsys.readouterr().out


def test_the_figures_beside_are_those_of_the_program() -> None:
    """The table repeats what stands in a formula: both give the same likelihood."""
    from pressmark.relate.align import AlignedRun, Alignment
    from pressmark.relate.candidates import Candidate
    from pressmark.relate.relation_kinds import Evidence
    from pressmark.relate.relation_kinds import likelihood as of_program

    candidate = Candidate(0, 0, cosine=0.31, alike=0.22, bm25=0.4, shared=3, mass=20.0)
    found = Evidence(
        alignment=Alignment((AlignedRun(2, 3, 7),)), mass=21.0, telling=18.0, words=5, names_mass=9.0, density=0.8,
        cover=0.7, quoted_here=1.0, quoted_there=0.0, rarest=8.0, shared=4, named=True, figures=2, figures_differ=False,
    )  # fmt: skip
    z = likelihood.CONSTANT + sum(
        weight * value
        for weight, value in zip(
            likelihood.FEATURES.values(), likelihood.row_of(found, candidate, 23), strict=True
        )
    )
    assert of_program(found, candidate, 23) == pytest.approx(1 / (1 + exp(-z)))
