from __future__ import annotations

import pytest

from scripts.ingest.language import detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army left the town, and two of the officials said that it was near the border."),
        ("en", "Police in Norland arrested three members of the band on Monday."),
        (
            "de",
            "Die Armee hat die Stadt verlassen, und zwei der Beamten sagten, dass sie an der Grenze ist.",
        ),
        (
            "fr",
            "L'armée a quitté la ville et deux des officiers ont dit qu'elle est à la frontière.",
        ),
        (
            "es",
            "El ejército dejó la ciudad y dos de los oficiales dijeron que está en el camino a la frontera.",
        ),
        ("ru", "Армия ушла из города, и двое из офицеров сказали, что она на пути к границе."),
        ("fa", "ارتش از شهر رفت و دو تن از افسران گفتند که در راه مرز است."),
        ("ar", "غادر الجيش المدينة وقال اثنان من الضباط إنه في الطريق إلى الحدود"),
        ("und", "BELLO, Ana; BRANDT, Ole; KARIM, Ali"),
        ("und", "軍隊は町を去った。"),
        ("und", ""),
    ],
)
def test_languages(language: str, text: str) -> None:
    assert detect_language(text) == language


def test_what_the_page_declares_settles_what_is_open() -> None:
    assert detect_language("BELLO, Ana; BRANDT, Ole", "en") == "en"
    assert detect_language("Die Armee hat die Stadt verlassen, und das ist nicht gut.", "en") == "de"
