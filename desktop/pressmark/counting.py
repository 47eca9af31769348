"""A number with its noun, for the window, the commands and the sentences of errors alike."""


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 article", "1,204 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
