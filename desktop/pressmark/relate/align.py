"""Two rows of words -> the stretch in which they run alongside each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pressmark.relate.wording import Wording

GAP = 4  # words either side may have between two runs of one stretch
MOST_RUNS = 300  # runs that are chained, the weightiest; two passages of 250 words have about 200
REPEATED = 12  # a word that stands more often in a passage begins no run


class Run(NamedTuple):
    """`length` words that are the same from place `here` in one row and `there` in the other."""

    here: int
    there: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The runs of one stretch, in order on both sides; at least one."""

    runs: tuple[Run, ...]

    @property
    def here(self) -> tuple[int, int]:
        """First place and the place after the last one, in the first row."""
        return self.runs[0].here, self.runs[-1].here + self.runs[-1].length

    @property
    def there(self) -> tuple[int, int]:
        """The same in the other row."""
        return self.runs[0].there, self.runs[-1].there + self.runs[-1].length

    @property
    def same(self) -> int:
        """How many words are the same."""
        return sum(run.length for run in self.runs)

    @property
    def length(self) -> int:
        """Words of the stretch, on the side where it is longer."""
        return max(self.here[1] - self.here[0], self.there[1] - self.there[0])

    @property
    def longest(self) -> int:
        """Words of the longest run."""
        return max(run.length for run in self.runs)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the places of the words that are the same."""
        for run in self.runs:
            for step in range(run.length):
                yield run.here + step, run.there + step


def align(here: Wording, there: Wording) -> Alignment | None:
    """Return the weightiest stretch two passages share, or None if they share no word that tells anything."""
    runs = _runs(here, there)
    weights = [sum(here.words[run.here + step].weight for step in range(run.length)) for run in runs]
    if len(runs) > MOST_RUNS:
        kept = sorted(sorted(range(len(runs)), key=lambda at: (-weights[at], at))[:MOST_RUNS])
        runs, weights = [runs[at] for at in kept], [weights[at] for at in kept]
    chain = _heaviest_chain(here, runs, weights)
    return Alignment(tuple(_joined(_filled(here, there, chain)))) if chain else None


def _runs(here: Wording, there: Wording) -> list[Run]:
    """Return the longest runs of the same words that tell something, by their end in the other row."""
    found: list[Run] = []
    open_runs: dict[int, int] = {}
    for j, word in enumerate([*there.row, ""]):
        places = here.places.get(word, ())
        going: dict[int, int] = {}
        if len(places) <= REPEATED:
            for i in places:
                going[i] = open_runs.get(i - 1, 0) + 1
        else:
            for i in places:
                if i - 1 in open_runs:
                    going[i] = open_runs[i - 1] + 1
        for i, length in open_runs.items():
            if i + 1 not in going and _tells(here, i - length + 1, length):
                found.append(Run(i - length + 1, j - length, length))
        open_runs = going
    return found


def _tells(here: Wording, start: int, length: int) -> bool:
    """Tell whether a run may join a chain by itself; function words between runs are added afterwards."""
    return length > 3 or any(not here.words[start + step].function for step in range(length))


def _heaviest_chain(here: Wording, runs: list[Run], weights: list[float]) -> list[Run]:
    """Chain runs in order over gaps of at most GAP words; return the weightiest chain."""
    order = sorted(range(len(runs)), key=lambda at: (runs[at].there, runs[at].here))
    best = [0.0] * len(runs)
    came: list[tuple[int, int]] = [(-1, 0)] * len(runs)
    top = -1
    for place, at in enumerate(order):
        run = runs[at]
        best[at] = weights[at]
        for earlier in reversed(order[:place]):
            before = runs[earlier]
            gap_here = run.here - before.here - before.length
            gap_there = run.there - before.there - before.length
            if gap_here > GAP or gap_there > GAP:
                continue
            cut = max(0, -gap_here, -gap_there)
            if cut >= run.length or before.here >= run.here or before.there >= run.there:
                continue
            lost = sum(here.words[run.here + step].weight for step in range(cut))
            if best[earlier] + weights[at] - lost > best[at]:
                best[at] = best[earlier] + weights[at] - lost
                came[at] = (earlier, cut)
        if top < 0 or best[at] > best[top]:
            top = at
    chain: list[Run] = []
    while top >= 0:
        earlier, cut = came[top]
        run = runs[top]
        chain.append(Run(run.here + cut, run.there + cut, run.length - cut))
        top = earlier
    return chain[::-1]


def _filled(here: Wording, there: Wording, chain: list[Run]) -> list[Run]:
    """Add the single function words that are the same within the gaps."""
    filled = chain[:1]
    for run in chain[1:]:
        i, j = filled[-1].here + filled[-1].length, filled[-1].there + filled[-1].length
        while i < run.here and j < run.there:
            found = next((k for k in range(j, run.there) if there.row[k] == here.row[i]), -1)
            if found >= 0:
                filled.append(Run(i, found, 1))
                j = found + 1
            i += 1
        filled.append(run)
    return filled


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Make one run of those that follow each other without a gap."""
    last = runs[0]
    for run in runs[1:]:
        if (run.here, run.there) == (last.here + last.length, last.there + last.length):
            last = Run(last.here, last.there, last.length + run.length)
        else:
            yield last
            last = run
    yield last
