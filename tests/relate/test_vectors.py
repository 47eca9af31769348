"""Articles as vectors of their heaviest terms."""

import random
from collections.abc import Callable

import numpy as np

from pressmark.relate.article_terms import telling
from pressmark.relate.vectors import HEAVIEST, MOST_TERMS, NEAREST, ArticleVectors, packed_terms
from pressmark.values import Article, BlockKind

MakeArticle = Callable[..., Article]


def test_terms_are_those_of_the_article_itself(article: MakeArticle) -> None:
    plain = article("Echo", ["The harbour ferry sank beside the harbour."])
    dressed = article(
        "Echo",
        [
            (BlockKind.CHROME, "Donate now"),
            "The harbour ferry sank beside the harbour.",
            (BlockKind.SEE_ALSO, "Golf"),
        ],
        headline="",
    )
    assert packed_terms(plain) == packed_terms(dressed)
    pairs = np.frombuffer(packed_terms(plain), [("term", np.uint32), ("count", np.uint8)])
    assert dict(pairs.tolist())[telling("harbour")[0]] == 2
    assert len(pairs) == 4


def test_a_long_article_keeps_its_most_frequent_terms(article: MakeArticle) -> None:
    text = " ".join(f"word{number}x" for number in range(2 * MOST_TERMS))
    assert len(packed_terms(article("Echo", [text, "ferry ferry"]))) == 5 * MOST_TERMS


def test_nearest_articles_come_best_first_without_the_asked_one(article: MakeArticle) -> None:
    texts = [
        "The ferry sank in the harbour of Port Elsing during the storm.",
        "A ferry sank in Port Elsing harbour, divers report after the storm.",
        "Divers look for the ferry.",
        "The parliament voted on tariffs for imported steel.",
    ]
    packed = [packed_terms(article("Echo", [text])) for text in texts]
    found = ArticleVectors(zip([11, 12, 13, 14], packed, strict=True)).nearest(packed[0], 11)
    assert [number for number, _ in found] == [12, 13]
    assert 1.0 >= found[0][1] > found[1][1] > 0


def test_an_article_is_wholly_like_itself(article: MakeArticle) -> None:
    packed = packed_terms(article("Echo", ["The ferry sank in the harbour of Port Elsing during the storm."]))
    ((number, likeness),) = ArticleVectors(zip([5], [packed], strict=True)).nearest(packed, but=0)
    assert number == 5
    assert abs(likeness - 1.0) < 1e-5


def test_rare_words_tell_more_than_frequent_and_common_ones(article: MakeArticle) -> None:
    packed = [
        packed_terms(article("Echo", [f"The ferry crew number{at} told reporters."])) for at in range(30)
    ]
    vectors = ArticleVectors(zip(range(30), packed, strict=True))
    terms = [telling(word)[0] for word in ("unheard", "number3", "ferry", "reporters")]
    idf = vectors.idf(np.array(terms, np.uint32))
    assert (np.diff(idf) < 0).all()


def test_equal_articles_come_in_the_order_of_their_numbers_and_not_too_many(article: MakeArticle) -> None:
    packed = packed_terms(article("Echo", ["The ferry sank in the harbour."]))
    found = ArticleVectors(zip(range(NEAREST + 50), [packed] * (NEAREST + 50), strict=True)).nearest(
        packed, but=3
    )
    assert [number for number, _ in found] == [number for number in range(NEAREST + 1) if number != 3]


def test_an_empty_archive_and_empty_articles_are_no_trouble() -> None:
    assert ArticleVectors([]).nearest(b"", 1) == []
    assert ArticleVectors(zip([1, 2], [b"", b""], strict=True)).nearest(b"", 1) == []


def test_memory_is_bounded_by_the_heaviest_terms() -> None:
    rng = random.Random(4)
    packed = [
        b"".join(rng.randrange(50_000).to_bytes(4, "little") + b"\x01" for _ in range(200)) for _ in range(50)
    ]
    vectors = ArticleVectors(zip(range(50), packed, strict=True))
    assert vectors.size <= 50 * HEAVIEST
