"""The word lists are found and free of comments."""

from pressmark.reading.word_lists import lines_of_list


def test_lists() -> None:
    for name in ("outlets.txt", "phrases.txt", "stop-words.txt"):
        lines = lines_of_list(name)
        assert len(lines) > 5
        assert not any(line.startswith("#") or not line for line in lines)
    assert "BBC News" in lines_of_list("outlets.txt")
