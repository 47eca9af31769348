"""Stop words, all from one list of the resources: by language, and for each purpose that has words of its own."""

from functools import cache

from pressmark.reading.word_lists import lines_of_list

# Lists that are no language's: what prose is full of; what else tells nothing when passages are compared, and what does
# all the same; what news is full of.
PROSE, COMPARED, TELLING, NEWS = "prose", "compared", "telling", "news"


@cache
def stop_words(name: str) -> frozenset[str]:
    """Return one of the lists: by a language (ISO 639-1), or one of the names above."""
    return _lists()[name]


@cache
def by_language() -> dict[str, frozenset[str]]:
    """Return the stop words of each language, in the order of their codes."""
    others = (PROSE, COMPARED, TELLING, NEWS)
    return {name: words for name, words in sorted(_lists().items()) if name not in others}


@cache
def list_weights(bias: float) -> dict[str, float]:
    """Return by what the count of a language's words in a text is multiplied before languages are compared.

    A longer list finds more by chance: the count is divided by this power of its length.
    """
    return {name: 1 / max(len(words), 1) ** bias for name, words in by_language().items()}


@cache
def _lists() -> dict[str, frozenset[str]]:
    named = (line.partition(":") for line in lines_of_list("stop-words.txt"))
    return {name: frozenset(words.split()) for name, _, words in named}
