"""A page's block of text is split into lists of references."""

from __future__ import annotations

import pytest

from jats.citations.split import is_heading, split

FIRST = "Roe, J. (2021). Tides and their names. Journal of Tides, 12(3), 45–59."
SECOND = "Poe, M. (2015). The salt of the sea. London: Harbour Press."
THIRD = "Doe A. B. Waves. Sea Letters. 2019;4:1–2."


def texts(page: str) -> list[str]:
    return [item.text for one in split(page) for item in one.items]


@pytest.mark.parametrize(
    "marks",
    [
        ("1.", "2.", "3."),
        ("[1]", "[2]", "[3]"),
        ("(1)", "(2)", "(3)"),
        ("1)", "2)", "3)"),
        ("1", "2", "3"),
        ("•", "•", "•"),
    ],
    ids=lambda marks: marks[0],
)
def test_numbers_and_bullets_part_references(marks: tuple[str, str, str]) -> None:
    page = "\n".join(f"  {mark} {text}" for mark, text in zip(marks, (FIRST, SECOND, THIRD), strict=True))
    assert texts(page) == [FIRST, SECOND, THIRD]
    assert [item.label for one in split(page) for item in one.items] == list(marks)


def test_a_number_typed_twice_is_one_label() -> None:
    assert texts(f"1. 1. {FIRST}\n2. 2. {SECOND}") == [FIRST, SECOND]


def test_references_glued_in_one_line_are_parted_by_their_numbers() -> None:
    assert texts(f"1. {FIRST} 2. {SECOND} 3. {THIRD}") == [FIRST, SECOND, THIRD]


def test_wrapped_lines_are_joined() -> None:
    page = "1. Roe, J. (2021). Tides and\n   their names. Journal of Tides,\n   12(3), 45–59.\n2. " + SECOND
    assert texts(page) == [FIRST, SECOND]


def test_blank_lines_part_references() -> None:
    assert texts(f"{FIRST}\n\n{SECOND}\n\n{THIRD}") == [FIRST, SECOND, THIRD]


def test_a_hanging_indent_parts_references() -> None:
    page = "Roe, J. (2021). Tides and\n    their names. Journal of Tides, 12(3), 45–59.\n"
    page += "Poe, M. (2015). The salt of the sea.\n    London: Harbour Press."
    assert texts(page) == [FIRST, SECOND]


def test_one_reference_a_line_needs_no_mark() -> None:
    assert texts(f"{FIRST}\n{SECOND}\n{THIRD}") == [FIRST, SECOND, THIRD]


def test_lists_under_two_headings_are_two_lists() -> None:
    page = f"On tides\n\nText before.\n\nЛітература:\n1. {FIRST}\n2. {SECOND}\n\n"
    page += f"REFERENCES\n1. {THIRD}\n\nAbout the author\nRoe is a sailor."
    lists = split(page)
    assert [(one.title, len(one.items)) for one in lists] == [("Література:", 2), ("REFERENCES", 1)]
    assert texts(page) == [FIRST, SECOND, THIRD]


HEADINGS = """
References|Література|Список використаних джерел|Referências|Literatur|Kaynakça|参考文献|참고문헌|المراجع|منابع|Βιβλιογραφία
Bibliografia|6. REFERENCES|[References]|Список литературы:|Әдебиеттер|Lähteet|Irodalom|Literatūra|Referenser|Daftar Pustaka
"""


@pytest.mark.parametrize("heading", HEADINGS.strip().replace("\n", "|").split("|"))
def test_headings_are_known_in_many_languages(heading: str) -> None:
    assert is_heading(heading)


def test_a_reference_is_not_a_heading() -> None:
    assert not is_heading(FIRST)


def test_every_reference_knows_its_line() -> None:
    assert [item.line for one in split(f"References\n\n1. {FIRST}\n2. {SECOND}") for item in one.items] == [3, 4]


def test_a_page_without_references_gives_no_list() -> None:
    assert split("") == []
    assert split(" \n\n\t") == []
