"""The encoding of a text from the years before Unicode is recognised by its letters."""

from __future__ import annotations

import pytest

from jats.article_file.encoding import decode_any

TEXTS = {
    "Каталог рукописних книг, їхні описи та історія зібрання": "cp1251 koi8_u",
    "Каталог рукописных книг и их описания: история собрания": "cp1251 koi8_r cp866 iso8859_5 mac_cyrillic",
    "Каталог на ръкописните книги и техните описания": "cp1251 cp866",
    "Żółta łódź płynie wzdłuż wybrzeża, gęś i źdźbło trawy": "cp1250 iso8859_2 cp852",
    "Příliš žluťoučký kůň úpěl ďábelské ódy": "cp1250 iso8859_2 cp852",
    "Árvíztűrő tükörfúrógép és őszi esők": "cp1250 iso8859_2 cp852",
    "Învăţământul superior şi cercetarea ştiinţifică în ţară": "cp1250 iso8859_2 cp852",
    "Čovjek i društvo: šuma, žito, đak i ćilim": "cp1250 iso8859_2 cp852",
    "Ąžuolų giraitė, žąsys ir šermukšniai, įėjimas": "cp1257",
    "Latviešu valodas vārdnīca, ģimene, ķirsis, ļoti": "cp1257",
    "Κατάλογος χειρογράφων βιβλίων και περιγραφές": "cp1253",
    "Türkçe öğrenciler için çalışma şekli, ığdır": "cp1254",
    "Über die Größe der Wälder und Flüße": "cp1252",
    "Économie et société: où va l’été à l’œuvre": "cp1252",
    "Investigação em educação e saúde: três questões": "cp1252",
    "Educación y niñez: ¿qué será del año próximo?": "cp1252",
}


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, each) for text, names in TEXTS.items() for each in names.split()]
)
def test_letters_say_the_encoding(text: str, encoding: str) -> None:
    decoded = decode_any(text.encode(encoding))
    assert (decoded.text, decoded.guessed, decoded.damaged) == (text, True, False)


def test_utf_8_is_not_guessed() -> None:
    decoded = decode_any("Каталог\r\n".encode())
    assert (decoded.text, decoded.guessed) == ("Каталог\n", False)


def test_noise_is_damaged_and_not_guessed() -> None:
    assert decode_any(bytes(range(128, 256)) * 3).guessed is False
