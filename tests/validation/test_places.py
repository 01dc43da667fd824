"""Places are exact: line and column of tags, attributes and text."""

from __future__ import annotations

import pytest

from jats.validation.places import SourceSpan, Spot, locate, source_line


def place(text: str, spot: Spot) -> tuple[int, int] | None:
    found = locate(text, [spot]).get(spot)
    return None if found is None else (found.line, found.column)


def test_an_element_is_where_its_angle_bracket_is() -> None:
    assert place("<a>\n  <b/><c/>\n</a>", Spot(2)) == (2, 7)


def test_a_start_tag_over_several_lines_is_where_it_begins() -> None:
    text = '<a>\n<b\n  x="1"\n  y="2"\n/></a>'
    assert place(text, Spot(1)) == (2, 1)
    assert place(text, Spot(1, "y")) == (4, 3)


def test_an_attribute_is_found_behind_values_that_look_like_it() -> None:
    assert place("<a q=\"id='1' > id='2'\" id='3'/>", Spot(0, "id")) == (1, 24)


def test_an_attribute_of_a_tag_longer_than_the_first_window_is_found() -> None:
    text = f'<a long="{"x" * 100_000}" id="1"/>'
    assert place(text, Spot(0, "id")) == (1, 100_012)


def test_columns_count_characters_not_bytes() -> None:
    assert place("<a>éü𝒳Є<b/></a>", Spot(1)) == (1, 8)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_whatever_ends_them(end: str) -> None:
    assert place(end.join(["<a>", "<b", " x='1'/>", "</a>"]), Spot(1, "x")) == (3, 2)


def test_a_line_separator_inside_text_ends_no_line() -> None:
    assert place("<a>\u2028\x85<b/></a>", Spot(1)) == (1, 6)


def test_lines_past_65535_are_counted() -> None:
    assert place("<a>" + "\n" * 70_000 + " <b/></a>", Spot(1)) == (70_001, 2)


def test_text_is_where_its_first_letter_is() -> None:
    text = "<a>\n <b/>\n  stray <!-- c --> <c/>\n more</a>"
    assert place(text, Spot(0, None, 1)) == (3, 3)
    assert place(text, Spot(0, None, 2)) == (4, 2)
    assert place("<a> x<b/></a>", Spot(0, None, 0)) == (1, 5)


def test_elements_out_of_entities_do_not_shift_those_behind_them() -> None:
    text = "<!DOCTYPE a [<!ENTITY e '<b/><b/>'>]>\n<a>&e;\n<c/></a>"
    assert place(text, Spot(3)) == (3, 1)


def test_named_characters_that_only_a_dtd_defines_do_not_stop_the_pass() -> None:
    assert place('<!DOCTYPE a PUBLIC "p" "s.dtd">\n<a>&eacute;<b/></a>', Spot(1)) == (2, 12)


def test_what_stands_behind_an_unreadable_part_has_no_place() -> None:
    assert locate("<a><b/><c x=1/></a>", [Spot(1), Spot(2)]) == {Spot(1): SourceSpan(1, 4, 2)}


def test_a_source_line_is_cut_around_the_place() -> None:
    line, start = source_line(["x" * 5_000], SourceSpan(1, 3_000, 4))
    assert len(line) <= 200
    assert start <= 3_000 < start + len(line)
