"""Documents into postings."""

from pressmark.search.engine import Document
from pressmark.search.whoosh.arrays import FieldArrays
from pressmark.search.whoosh.inverting import Batch


def posting(field: FieldArrays, term: str) -> list[tuple[int, int, list[int]]]:
    number = field.vocabulary.find(term.encode())
    places = field.places(0, len(field.vocabulary))
    return [
        (
            int(field.docs[at]),
            int(field.weights[at]),
            field.positions[places[at] : places[at + 1]].tolist(),
        )
        for at in range(int(field.starts[number]), int(field.starts[number + 1]))
    ]


def test_places_weights_and_lengths() -> None:
    batch = Batch()
    batch.add(Document(1, "Ferry", "A ferry.\n\nThe co-operation ferry"))
    text = batch.arrays().fields["text"]
    start = 1 + 8
    second = start + 2 + 8
    assert posting(text, "ferri") == [(0, 2 + 2, [0, start + 1, second + 3])]
    assert posting(text, "cooper") == [(0, 1, [second + 1, second + 2])]
    assert posting(text, "oper") == [(0, 1, [second + 2])]
    assert text.lengths.tolist() == [2 + 2 + 5]


def test_replaced_and_dropped_documents_are_left_out() -> None:
    batch = Batch()
    batch.add(Document(1, "one"))
    batch.add(Document(2, "two"))
    batch.add(Document(1, "three"))
    batch.drop(2)
    batch.drop(9)
    arrays = batch.arrays()
    assert (len(batch), arrays.ids.tolist()) == (1, [1])
    assert arrays.fields["word"].vocabulary.slice(0, 1) == [b"three"]
    assert len(arrays.fields["word"].vocabulary) == 1


def test_no_document_at_all() -> None:
    assert len(Batch().arrays()) == 0
