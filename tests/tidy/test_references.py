"""A reference as a line of text gets its fields; what is not certain stays text; a person's own fields stay."""

from __future__ import annotations

from typing import Any

import pytest

from jats.draft import List, Map, Node, ReadText, Text, find
from jats.findings import Finding, Severity
from jats.model.marked import marked_text
from jats.tidy.steps import run
from tests.drafts import draft_of

JOURNAL = "Roe, J., & Doe, A. B. (2021). Tides and their names. Journal of Tides, 12(3), 45–59."
BOOK = "Poe M. The salt of the sea. 2nd ed. London: Harbour Press; 2015."
REMARK = "See note 4 above."


def tidied(data: dict[str, Any], *keep: str) -> tuple[Map, list[Finding]]:
    found: list[Finding] = []
    return run(draft_of(data), found.append, frozenset(keep), marked_text), found


def data_of(node: Node) -> Any:
    """A draft as plain data, with the text of a parsed reference as it is read by people."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, List):
        return [data_of(one) for one in node.items]
    return {key: data_of(one) for key, one in node.items.items()}


def references(*given: Any, keep: tuple[str, ...] = ()) -> Any:
    return data_of(tidied({"references": list(given)}, *keep)[0].items["references"])


def labels_of(draft: Map, *path: str | int) -> list[tuple[str, str]]:
    """The parts of the text at a path, each with its label."""
    node, _ = find(draft, ("references", *path, "text"))
    assert isinstance(node, ReadText)
    return [(label, node.meaning.plain[start:end]) for start, end, label in node.meaning.labels]


class TestFields:
    def test_a_line_keeps_its_text_and_gets_fields(self) -> None:
        assert references(JOURNAL) == [
            {
                "text": JOURNAL,
                "type": "journal",
                "authors": [{"surname": "Roe", "given": "J."}, {"surname": "Doe", "given": "A. B."}],
                "date": "2021",
                "title": "Tides and their names",
                "source": "Journal of Tides",
                "volume": "12",
                "issue": "3",
                "pages": {"first": "45", "last": "59"},
            }
        ]

    def test_parts_are_known_by_their_characters(self) -> None:
        draft, _ = tidied({"references": [BOOK]})
        assert labels_of(draft, 0) == [
            ("author_surname", "Poe"),
            ("author_given", "M"),
            ("source", "The salt of the sea"),
            ("edition", "2nd"),
            ("publisher_loc", "London"),
            ("publisher", "Harbour Press"),
            ("year", "2015"),
        ]

    def test_last_page_is_given_in_full(self) -> None:
        made = references("Roe MF, Doe AB. Salt deficiency. J Tides. 2007;357:266-81.")
        assert made[0]["pages"] == {"first": "266", "last": "281"}

    def test_month_is_a_part_of_the_date(self) -> None:
        text = "Roe J, Doe AB. Tides of the sea in the north. J Tides Seas. 2019 May;12(3):45-59."
        draft, _ = tidied({"references": [text]})
        assert ("month", "May") in labels_of(draft, 0)
        assert data_of(draft)["references"][0]["date"] == "2019-05"

    def test_marks_stay_in_text_and_titles(self) -> None:
        text = "Roe MF. Growth of <i>E. coli</i> in salt. <i>J Tides</i>. 2007;<b>35</b>:266-281."
        (made,) = references(text)
        assert made["text"] == text
        assert (made["title"], made["source"], made["volume"]) == (
            "Growth of <i>E. coli</i> in salt",
            "<i>J Tides</i>",
            "35",
        )

    def test_signs_of_the_notation_stay_text(self) -> None:
        (made,) = references("Roe, J. (2019). Costs from \\$a$ to b. Journal of Seas, 3(2), 7–9.")
        assert made["title"] == "Costs from \\$a\\$ to b"

    def test_every_line_is_at_its_own_place(self) -> None:
        draft, _ = tidied({"references": [JOURNAL]})
        node, path = find(draft, ("references", 0, "authors", 1, "surname"))
        assert (isinstance(node, Text), path) == (True, ("references", 0, "authors", 1, "surname"))


class TestWhoHasTheWord:
    @pytest.mark.parametrize("field", ["title", "authors", "date", "doi", "note", "ids"])
    def test_with_any_field_of_a_persons_own_nothing_is_parsed(self, field: str) -> None:
        given = {"text": JOURNAL, field: {"x": "1"} if field == "ids" else "2021"}
        assert set(references(given)[0]) == {"text", field}

    def test_what_is_said_of_the_whole_stays(self) -> None:
        (made,) = references({"id": "a", "label": "1.", "type": "magazine", "language": "uk", "text": JOURNAL})
        assert (made["type"], made["language"], made["id"], made["title"]) == (
            "magazine",
            "uk",
            "a",
            "Tides and their names",
        )

    def test_elements_of_jats_in_the_text_are_a_persons_own_marks(self) -> None:
        text = "Roe J. <source>Tides of the sea</source>. London: Harbour Press; <year>2016</year>."
        assert references(text) == [text]

    def test_can_be_switched_off(self) -> None:
        assert references(JOURNAL, BOOK, keep=("INP260",)) == [JOURNAL, BOOK]


class TestPlaces:
    @pytest.mark.parametrize(
        "data",
        [
            {"references": JOURNAL},
            {"references": {"text": JOURNAL}},
            {"references": [{"title": "Sources", "references": [JOURNAL]}]},
            {"references": {"title": "Sources", "references": JOURNAL}},
            {"references": [{"title": "Sources", "references": [{"title": "Old", "references": [JOURNAL]}]}]},
            {"references": [{"remark": "Books:", "works": [{"label": "a", "text": JOURNAL}]}]},
            {"references": [{"text": REMARK, "title": "x", "alternatives": JOURNAL}]},
            {"appendices": [{"title": "Gauges", "references": [JOURNAL]}]},
            {"sub_articles": {"reviewer-report": {"title": "Review", "references": [JOURNAL]}}},
        ],
    )
    def test_lines_are_parsed_wherever_references_are(self, data: dict[str, Any]) -> None:
        draft, found = tidied(data)
        assert "'title': 'Tides and their names'" in str(data_of(draft))
        assert found == []

    @pytest.mark.parametrize(
        "data",
        [
            {"counts": {"references": "17"}},
            {"appendices": [{"title": "A", "glossary": {"references": JOURNAL}}]},
            {"sub_articles": [{"title": "A", "counts": {"references": "17"}}]},
        ],
    )
    def test_other_fields_of_that_name_are_left(self, data: dict[str, Any]) -> None:
        assert data_of(tidied(data)[0]) == data


class TestOtherWorks:
    @pytest.mark.parametrize(
        "data",
        [
            {"products": BOOK},
            {"products": [BOOK]},
            {"products": [{"reference": BOOK}]},
            {"products": [{"reference": {"text": BOOK, "language": "en"}}]},
            {"related_articles": [{"doi": "10.5555/x", "reference": BOOK}]},
        ],
    )
    def test_what_is_printed_of_another_work_is_parsed(self, data: dict[str, Any]) -> None:
        assert "'publisher': 'Harbour Press'" in str(data_of(tidied(data)[0]))

    @pytest.mark.parametrize("text", ["Tides, a film by John Doe.", "NCT01234567", "10.5555/x"])
    def test_what_is_no_reference_stays_without_a_word(self, text: str) -> None:
        data = {"related_articles": [{"doi": "10.5555/x", "reference": text}], "products": [{"reference": text}]}
        draft, found = tidied(data)
        assert (text in str(data_of(draft)), found) == (True, [])


class TestDoubt:
    def test_what_is_no_reference_stays_text_with_an_info(self) -> None:
        draft, (finding,) = tidied({"references": [REMARK]})
        assert data_of(draft) == {"references": [REMARK]}
        assert (finding.code, finding.severity, finding.data_path) == ("INP260", Severity.INFO, "references[1]")

    def test_one_doubtful_part_stays_plain_and_the_rest_is_parsed(self) -> None:
        text = "Roe, J. (2015). Ebb. In A. Doe (Ed.), The sea (pp. 3-17). London: Harbour Press."
        draft, found = tidied({"references": [text]})
        labels = [label for label, _ in labels_of(draft, 0)]
        for finding in found:
            assert finding.code == "INP260"
            assert len(labels) < 11
        assert ("year", "2015") in labels_of(draft, 0)

    def test_many_doubtful_references_give_one_finding(self) -> None:
        _, found = tidied({"references": [REMARK] * 40})
        assert [(finding.code, finding.data_path) for finding in found] == [("INP260", "references")]
        assert found[0].message.startswith("40 references")

    def test_wrong_identifier_is_reported_and_not_a_field(self) -> None:
        text = "Roe, J. (2016). Tides of the sea. London: Harbour Press. ISBN 978-3-16-148410-1"
        draft, found = tidied({"references": [text]})
        assert [(finding.code, finding.severity) for finding in found] == [("INP261", Severity.WARNING)]
        assert "expected 0" in found[0].message
        assert "isbn" not in data_of(draft)["references"][0]
        assert "isbn" not in [label for label, _ in labels_of(draft, 0)]

    @pytest.mark.parametrize("text", ["", "   ", "<i></i>", "$", "<", "1.", "—", "x" * 5000, "(" * 500])
    def test_nothing_fails(self, text: str) -> None:
        tidied({"references": [text, {"text": text}]})
