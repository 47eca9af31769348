"""Numbers with their nouns, as every sentence of the program has them."""


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 article", "1,204 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
