"""The language is guessed from script and commonest words."""

import pytest

from pressmark.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The wall of the harbour is to be raised.", "en"),
        ("Die Mauer ist nicht hoch und der Hafen auch.", "de"),
        ("Le mur du port est dans les mains de la ville.", "fr"),
        ("El muro de la ciudad no es para los barcos.", "es"),
        ("Стена порта не выдержит, как это было и на прошлой неделе.", "ru"),
        ("市長は昨日、港の壁を見た。", "ja"),
        ("市长昨天看了港口的墙。", "zh"),
        ("시장은 어제 벽을 보았다.", "ko"),
        ("قال رئيس البلدية", "ar"),
        ("A városi tanács úgy döntött, hogy bezárja a régi kávézót, és az új móló nyáron nyílik meg.", "hu"),
        (
            "Gradsko vijeće odlučilo je da se stara kavana u luci zatvori i da nitko neće ostati bez broda.",
            "hr",
        ),
        ("", ""),
        ("Zyx 12", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language
