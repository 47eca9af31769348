"""Keys of lines are stable, and count only where they mean something."""

from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.repeats import is_evidence, key, salt

# The key must be the same on every machine and in every run: catalogs hold it.
KNOWN = 3707457178324319361


def test_keys() -> None:
    assert key("Front Page") == KNOWN
    assert key("Front  page!") == key("front page")
    assert key("12 comments") == key("345 Comments")
    assert key("Front Page") != key("Middle East")
    assert key("") is None
    assert key(" 12 | 3a ") is None


@given(st.text(max_size=100))
def test_keys_fit_a_database(line: str) -> None:
    found = key(line)
    assert found is None or -(2**63) <= found < 2**63


def test_evidence() -> None:
    assert is_evidence(2, 3, within=False)
    assert not is_evidence(2, 2, within=False)
    assert not is_evidence(4, 50, within=True)
    assert is_evidence(12, 3, within=True)


def test_outlets_are_kept_apart_and_fit_into_64_bits() -> None:
    salts = {salt(name) for name in ("BBC News", "Reuters", "", "\udcff")}
    assert len(salts) == 4
    assert all(-(1 << 63) <= number < 1 << 63 for number in salts)
