"""A page's block of text is split into lists of references."""

from __future__ import annotations

import re
from textwrap import wrap
from time import process_time

import pytest

from jats.citations.split import is_heading, split

FIRST = "Roe, J. (2021). Tides and their names. Journal of Tides, 12(3), 45–59."
SECOND = "Poe, M. (2015). The salt of the sea. London: Harbour Press."
THIRD = "Doe A. B. Waves. Sea Letters. 2019;4:1–2."


def texts(page: str) -> list[str]:
    return [item.text for one in split(page) for item in one.items]


MARKS = """
1. 2. 3.|[1] [2] [3]|(1) (2) (3)|1) 2) 3)|1 2 3|[1]. [2]. [3].|1: 2: 3:|1– 2– 3–|1.- 2.- 3.-|1° 2° 3°|№1 №2 №3|01. 02. 03.
1º 2º 3º|R1. R2. R3.|[A1] [A2] [A3]|［1］ ［2］ ［3］|【1】 【2】 【3】|1、 2、 3、|^1 ^2 ^3
١. ٢. ٣.|5. 6. 7.|1. 2. 4.|1. 2. 2.|1. 1. 1.
I. II. III.|(i) (ii) (iii)|a) b) c)|а) б) в)|[Roe21] [Poe15] [Doe19]|[Roe, 2021] [Poe, 2015] [Doe, 2019]
• • •|– – –|* * *|- - -|■ ■ ■|→ → →|» » »|➢ ➢ ➢|✓ ✓ ✓
"""


@pytest.mark.parametrize("marks", MARKS.strip().replace("\n", "|").split("|"))
def test_numbers_and_bullets_part_references(marks: str) -> None:
    each = re.split(r"(?<!,) ", marks)
    page = "References\n" + "\n".join(
        f"  {mark} {text}" for mark, text in zip(each, (FIRST, SECOND, THIRD), strict=True)
    )
    assert texts(page) == [FIRST, SECOND, THIRD]
    assert [item.label for one in split(page) for item in one.items] == each


@pytest.mark.parametrize("mark", ["1.", "•", "[1]"])
def test_a_mark_needs_no_blank_after_it(mark: str) -> None:
    page = "\n".join(f"{mark.replace('1', str(i))}{text}" for i, text in enumerate((FIRST, SECOND, THIRD), 1))
    assert texts(page) == [FIRST, SECOND, THIRD]


def test_a_number_typed_twice_is_one_label() -> None:
    assert texts(f"1. 1. {FIRST}\n2. 2. {SECOND}") == [FIRST, SECOND]


def test_references_glued_in_one_line_are_parted_by_their_numbers() -> None:
    assert texts(f"1. {FIRST} 2. {SECOND} 3. {THIRD}") == [FIRST, SECOND, THIRD]


def test_wrapped_lines_are_joined() -> None:
    page = "1. Roe, J. (2021). Tides and\n   their names. Journal of Tides,\n   12(3), 45–59.\n2. " + SECOND
    assert texts(page) == [FIRST, SECOND]


@pytest.mark.parametrize("width", [34, 45, 60])
@pytest.mark.parametrize(
    ("first", "rest"), [("", ""), ("", "    "), ("    ", ""), ("• ", "  "), ("{}. ", ""), ("[{}] ", "    ")]
)
def test_lists_of_any_width_are_joined(width: int, first: str, rest: str) -> None:
    every = (FIRST, SECOND, THIRD.replace("Waves", "Waves on the shore of an island without a name"))
    lines = [
        wrap(text, width, initial_indent=first.format(i), subsequent_indent=rest, break_on_hyphens=False)
        for i, text in enumerate(every, 1)
    ]
    assert texts("References\n" + "\n".join("\n".join(each) for each in lines)) == list(every)


def test_a_number_at_the_edge_of_a_page_is_not_a_mark() -> None:
    first = "Roe J. History of the year 1848. J Tides. 2021;12(3): 4. 45."
    broken = first.replace(" 1848", "\n1848").replace(" 4. 45", "\n4. 45")
    page = f"References\n1. {broken}\n2. {SECOND}\n3. {THIRD}"
    assert texts(page) == [first, SECOND, THIRD]


def test_a_number_inside_a_reference_parts_nothing() -> None:
    first = "Roe, J. (2021). Tides. Journal of Tides, 1, 2. https://doi.org/10.1234/tides.5"
    assert texts(f"1. {first}\n2. {SECOND}") == [first, SECOND]


def test_an_address_broken_at_the_edge_of_a_page_is_whole_again() -> None:
    page = f"References\n1. Roe, J. (2021). Tides. https://doi.org/10.1234/\ntides.2021.5\n2. {SECOND}"
    assert texts(page)[0] == "Roe, J. (2021). Tides. https://doi.org/10.1234/tides.2021.5"


def test_a_word_broken_at_its_hyphen_has_no_blank_in_it() -> None:
    page = f"References\n1. Roe, J. (2021). Cross-\nborder tides. London: Harbour.\n2. {SECOND}"
    assert texts(page)[0] == "Roe, J. (2021). Cross-border tides. London: Harbour."


def test_a_range_of_pages_broken_at_its_dash_has_no_blank_in_it() -> None:
    page = f"References\n1. Roe, J. (2021). Tides. Journal of Tides, 12, 45–\n59.\n2. {SECOND}"
    assert texts(page)[0] == "Roe, J. (2021). Tides. Journal of Tides, 12, 45–59."


@pytest.mark.parametrize(
    "lines",
    [
        [
            "أحمد، علي. (2015). مياه البحر. مجلة البحار، 3(2)، 5-9.",
            "العلي، سارة. (2018). الملح والحياة. بيروت: دار النشر.",
        ],
        [
            "王海. 沿海城市水系研究. 水利学报, 2011, 3(2): 5-9.",
            "李明, 赵山. 海盐的历史. 北京: 科学出版社, 2018: 10-20.",
        ],
        ["山田太郎. 海の塩. 海洋研究. 2011, 3(2), p. 5-9.", "佐藤花子. 潮の名前. 海洋研究. 2012, 4(1), p. 1-8."],
    ],
)
def test_scripts_without_capitals_have_a_reference_a_line(lines: list[str]) -> None:
    assert texts("\n".join(["References", *lines])) == lines


def test_numbers_on_lines_of_their_own_are_marks_and_those_of_pages_are_left_out() -> None:
    assert texts(f"References\n1.\n{FIRST}\n2.\n{SECOND}") == [FIRST, SECOND]
    page = (
        f"References\n1. {FIRST}\n2. Poe, M. (2015). The salt\n\n117\n\nof the sea. London: Harbour Press.\n3. {THIRD}"
    )
    assert texts(page) == [FIRST, SECOND, THIRD]


def test_numbers_that_begin_again_begin_another_list() -> None:
    lists = split(f"1. {FIRST}\n2. {SECOND}\n\n1. {THIRD}\n2. {FIRST}")
    assert [[item.text for item in one.items] for one in lists] == [[FIRST, SECOND], [THIRD, FIRST]]


def test_a_heading_and_the_first_reference_may_be_one_line() -> None:
    lists = split(f"References: 1. {FIRST} 2. {SECOND}\n3. {THIRD}")
    assert [(one.title, len(one.items)) for one in lists] == [("References:", 3)]


@pytest.mark.parametrize(
    "after",
    [
        "Appendix A",
        "Appendix A. Data",
        "Appendix 2: Tables",
        "Received 12 March 2021",
        "Information about the authors: J. Roe",
        "Стаття надійшла до редакції 1.02.2020",
        "© 2021",
    ],
)
def test_what_comes_after_a_list_is_not_part_of_it(after: str) -> None:
    assert texts(f"References\n1. {FIRST}\n2. {SECOND}\n{after}\nMore text.") == [FIRST, SECOND]


def test_a_dash_for_the_same_author_begins_a_reference() -> None:
    again = "———. (2022). More tides. Journal of Tides, 13, 1–2."
    assert texts(f"References\n{FIRST}\n{again}\n{SECOND}") == [FIRST, again, SECOND]


@pytest.mark.parametrize(
    "page", ["1. A\n2. B\n" * 3_000, "9 Roe\n" * 5_000, "http://a/" * 9_000, "1. " * 9_000, "abc-\n" * 9_000]
)
def test_long_pages_of_any_kind_take_linear_time(page: str) -> None:
    start = process_time()
    split(page)
    assert process_time() - start < 5


def test_blank_lines_part_references() -> None:
    assert texts(f"{FIRST}\n\n{SECOND}\n\n{THIRD}") == [FIRST, SECOND, THIRD]


def test_a_hanging_indent_parts_references() -> None:
    page = "Roe, J. (2021). Tides and\n    their names. Journal of Tides, 12(3), 45–59.\n"
    page += "Poe, M. (2015). The salt of the sea.\n    London: Harbour Press."
    assert texts(page) == [FIRST, SECOND]


def test_one_reference_a_line_needs_no_mark() -> None:
    assert texts(f"{FIRST}\n{SECOND}\n{THIRD}") == [FIRST, SECOND, THIRD]


def test_lines_that_are_all_whole_are_one_reference_each() -> None:
    third = "Saygın Poe, Ö. (2017). Sea salt in the kitchens of the coast. Journal of Salt, 23(2), 201–209."
    assert texts(f"{FIRST}\n{SECOND}\n{third}\n{THIRD}") == [FIRST, SECOND, third, THIRD]


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
