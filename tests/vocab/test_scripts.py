"""Scripts: what a text is written in, and words with letters of another alphabet."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jats.vocab.scripts import mixed_script_words, number_of_words, script_of_letter, script_of_text
from jats.vocab.tables import rows


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Hello, world", "Latin"),
        ("Čeština", "Latin"),
        ("Привіт, world of читачі", "Cyrillic"),
        ("Ελληνικά", "Greek"),
        ("العربية", "Arabic"),
        ("עברית", "Hebrew"),
        ("中文期刊", "Han"),
        ("カタカナ", "Kana"),
        ("한국어", "Hangul"),
        ("हिन्दी", "Devanagari"),
        ("ქართული", "Georgian"),
        ("Հայերեն", "Armenian"),
        ("ไทย", "Thai"),
        ("2023, № 5", None),
        ("", None),
    ],
)
def test_a_text_is_of_the_script_of_most_of_its_letters(text: str, script: str | None) -> None:
    assert script_of_text(text) == script


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Tides of the sea – again", 6),
        ("盐沼生长", 2),
        ("COVID-19の影響、IgG", 4),
        ("หนองเกลือ", 5),
        ("한국의 염습지", 2),
    ],
)
def test_words_are_counted_in_scripts_without_blanks_too(text: str, words: int) -> None:
    assert number_of_words(text) == words


@pytest.mark.parametrize("text", ["Діагностика mРНК", "tРНК"])
def test_a_latin_sign_before_a_cyrillic_abbreviation_is_meant(text: str) -> None:
    assert not mixed_script_words(text)


def test_blocks_of_scripts_do_not_overlap() -> None:
    ranges = sorted(
        (int(first, 16), int(last, 16))
        for _, _, blocks in rows("scripts")
        for first, last in (block.split("-") for block in blocks.split())
    )
    assert all(first <= last for first, last in ranges)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(ranges))


@pytest.mark.parametrize(
    ("text", "word", "position", "letter", "likely", "corrected"),
    [
        ("Сrossref", "Сrossref", 0, "С", "C", "Crossref"),
        ("a study іn vitro", "іn", 8, "і", "i", "in"),
        ("наша cтаття", "cтаття", 5, "c", "с", "стаття"),
        ("дoслідження", "дoслідження", 1, "o", "о", "дослідження"),
        ("Киïв", "Киïв", 2, "ï", "ї", "Київ"),
        ("XXІ століття", "XXІ", 2, "І", "I", "XXI"),
        ("ATФ", "ATФ", 0, "A", "А", "АТФ"),
        ("соціально-eкономічний", "eкономічний", 10, "e", "е", "економічний"),
        ("the рH of water", "рH", 4, "р", "p", "pH"),
    ],
)
def test_a_letter_of_another_alphabet_is_found_with_what_is_meant(
    text: str, word: str, position: int, letter: str, likely: str, corrected: str
) -> None:
    (mixed,) = mixed_script_words(text)
    assert (mixed.word, mixed.position, mixed.letter, mixed.likely) == (word, position, letter, likely)
    assert mixed.corrected == corrected
    assert text[mixed.position] == letter


@pytest.mark.parametrize(
    "text",
    [
        "Wi-Fi",
        "IgG-антитіла",
        "5G-мережі",
        "YouTubeканал",
        "Sзаг",
        "H₂O і CO₂-емісія",
        "COVID-19 в Україні",
        "TNFα",
        "мкм/mm",
        "",
    ],
)
def test_what_may_stand_together_raises_no_alarm(text: str) -> None:
    assert mixed_script_words(text) == []


def test_every_mixed_word_of_a_text_is_found_in_order() -> None:
    found = mixed_script_words("Мeта: показати рoль Сrossref")
    assert [mixed.corrected for mixed in found] == ["Мета", "роль", "Crossref"]


@given(st.text(alphabet="aceсеаіiоoХXЖzшs- 1"))
def test_a_corrected_word_is_as_long_and_raises_no_alarm_again(text: str) -> None:
    for mixed in mixed_script_words(text):
        assert text[mixed.position] == mixed.letter != mixed.likely
        assert len(mixed.corrected) == len(mixed.word)
        assert mixed_script_words(mixed.corrected) == []


@given(st.characters())
def test_any_letter_gets_an_answer(letter: str) -> None:
    assert script_of_letter(letter) in {None, *(row[1] for row in rows("scripts"))}
