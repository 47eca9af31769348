"""Two rows of words -> the stretch in which they run alongside each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pressmark.relate.weighed_words import WeighedWords

GAP = 4  # words either side may have between two runs of one stretch
MOST_RUNS = 300  # runs that are chained, the weightiest; two passages of 250 words have about 200
REPEATED = 12  # places of a word at which runs are looked for


class AlignedRun(NamedTuple):
    """`length` words that are the same from place `here` in one row and `there` in the other."""

    here: int
    there: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The runs of one stretch, in order on both sides; at least one."""

    runs: tuple[AlignedRun, ...]

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


def align(here: WeighedWords, there: WeighedWords) -> Alignment | None:
    """Return the weightiest stretch two passages share, or None if they share no word that tells anything."""
    runs = _runs(here, there)
    weights = [sum(here.words[run.here + step].weight for step in range(run.length)) for run in runs]
    if len(runs) > MOST_RUNS:
        kept = sorted(sorted(range(len(runs)), key=lambda at: (-weights[at], at))[:MOST_RUNS])
        runs, weights = [runs[at] for at in kept], [weights[at] for at in kept]
    chain = _heaviest_chain(here, runs, weights)
    return Alignment(tuple(_joined(_filled(here, there, chain)))) if chain else None


def within_quotation(here: WeighedWords, there: WeighedWords, alignment: Alignment) -> Alignment:
    """Return the stretch from the first to the last word that either side has between quotation marks."""
    pairs = list(alignment.pairs())
    quoted = [at for at, (i, j) in enumerate(pairs) if here.words[i].quoted or there.words[j].quoted]
    if not quoted:
        return alignment
    kept = pairs[quoted[0] : quoted[-1] + 1]
    return Alignment(tuple(_joined([AlignedRun(i, j, 1) for i, j in kept])))


def _runs(here: WeighedWords, there: WeighedWords) -> list[AlignedRun]:
    """Return the longest runs of the same words around each content word that both passages have."""
    found: list[AlignedRun] = []
    ends: dict[int, int] = {}
    row, other = here.row, there.row
    rows, others = len(row), len(other)
    for j in there.telling:
        for i in here.places.get(other[j], ())[:REPEATED]:
            least = ends.get(i - j, 0)
            if j < least:
                continue
            start, end = j, j + 1
            shift = i - j
            while start > least and start + shift > 0 and row[start + shift - 1] == other[start - 1]:
                start -= 1
            while end < others and end + shift < rows and row[end + shift] == other[end]:
                end += 1
            ends[shift] = end
            found.append(AlignedRun(start + shift, start, end - start))
    return found


def _heaviest_chain(here: WeighedWords, runs: list[AlignedRun], weights: list[float]) -> list[AlignedRun]:
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
    chain: list[AlignedRun] = []
    while top >= 0:
        earlier, cut = came[top]
        run = runs[top]
        chain.append(AlignedRun(run.here + cut, run.there + cut, run.length - cut))
        top = earlier
    return chain[::-1]


def _filled(here: WeighedWords, there: WeighedWords, chain: list[AlignedRun]) -> list[AlignedRun]:
    """Add the single function words that are the same within the gaps."""
    filled = chain[:1]
    for run in chain[1:]:
        i, j = filled[-1].here + filled[-1].length, filled[-1].there + filled[-1].length
        while i < run.here and j < run.there:
            found = next((k for k in range(j, run.there) if there.row[k] == here.row[i]), -1)
            if found >= 0:
                filled.append(AlignedRun(i, found, 1))
                j = found + 1
            i += 1
        filled.append(run)
    return filled


def _joined(runs: list[AlignedRun]) -> Iterator[AlignedRun]:
    """Make one run of those that follow each other without a gap."""
    last = runs[0]
    for run in runs[1:]:
        if (run.here, run.there) == (last.here + last.length, last.there + last.length):
            last = AlignedRun(last.here, last.there, last.length + run.length)
        else:
            yield last
            last = run
    yield last
