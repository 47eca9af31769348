"""An article that repeats half of another one of its outlet is shown once, not beside every passage."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pressmark.relate import reasons
from pressmark.relate.counterpart import Counterpart
from pressmark.values import Relation, RelationKind

COVERS = 0.9  # of the shorter passage: the same words and hardly any others
VERSION = 0.5  # of an article's passages that are the same in another article of its outlet make it a version
FEWEST = 2


def without_versions(
    found: Sequence[Sequence[Counterpart]], outlet: str, passages: int
) -> list[list[Relation]]:
    """Return the relations of each passage; another version of the article only at its first passage."""
    repeated: defaultdict[int, set[int]] = defaultdict(set)
    for passage, relations in enumerate(found):
        for one in relations:
            if one.cover >= COVERS and one.relation.other_outlet == outlet:
                repeated[one.relation.other_id].add(passage)
    versions = {
        number: min(same) for number, same in repeated.items() if len(same) >= max(FEWEST, VERSION * passages)
    }
    kept: list[list[Relation]] = []
    told: set[int] = set()
    for passage, relations in enumerate(found):
        row = []
        for one in relations:
            number = one.relation.other_id
            if number not in versions:
                row.append(one.relation)
            elif passage == versions[number] and one.cover >= COVERS and number not in told:
                told.add(number)
                reason = reasons.of_version(len(repeated[number]), passages)
                row.append(replace(one.relation, kind=RelationKind.WORDING, reason=reason))
        kept.append(row)
    return kept
