"""Dated articles that share words in a row with undated ones are found by keys alone."""

import numpy as np

from pressmark.indexing.vouchers import FORMULA, RARE, vouchers


def packed(*keys: int) -> bytes:
    return np.array(sorted(keys), np.uint32).tobytes()


def found(asked: list[bytes], dated: list[tuple[int, bytes]]) -> list[list[tuple[int, int]]]:
    return [sorted(row) for row in vouchers(asked, dated)]


def test_runs_in_common() -> None:
    dated = [(7, packed(1, 2, 3, 1 << 31)), (8, packed(5)), (9, packed(3, 99)), (10, packed())]
    assert found([packed(1, 2, 40), packed(3), packed(77), packed()], dated) == [
        [(7, 2)],
        [(7, 1), (9, 1)],
        [],
        [],
    ]


def test_keys_that_end_alike_are_told_apart() -> None:
    assert found([packed(5)], [(1, packed(5 + (1 << 22))), (2, packed(5 + (1 << 30)))]) == [[]]


def test_a_run_that_many_have_takes_another_one_beside_it() -> None:
    dated = [(number, packed(1)) for number in range(RARE)] + [(500, packed(1, 2))]
    assert found([packed(1)], dated) == [[]]
    assert found([packed(1, 2)], dated) == [[(500, 2)]]
    assert len(found([packed(1)], dated[:RARE])[0]) == RARE


def test_a_formula_tells_nothing() -> None:
    dated = [(number, packed(1, 2)) for number in range(FORMULA + 1)]
    assert found([packed(1, 2)], dated) == [[]]
    assert len(found([packed(1, 2)], dated[1:])[0]) == FORMULA


def test_nothing_to_ask_and_nobody_to_vouch() -> None:
    assert found([], [(1, packed(1))]) == []
    assert found([packed(1)], []) == [[]]


def test_more_than_are_looked_up_at_once() -> None:
    dated = [(number, packed(number, number + 1)) for number in range(9_000)]
    assert found([packed(8_500), packed(3)], dated) == [[(8_499, 1), (8_500, 1)], [(2, 1), (3, 1)]]
