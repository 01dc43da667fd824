"""Anybody's XML: schema and rules together, exact places, and what instructions in it suppress."""

from __future__ import annotations

import pytest

from jats.acceptance.baseline import key_of
from jats.checking.options import CheckOptions
from jats.findings import Severity
from jats.results import Verdict
from tests.checking.journals import FAULTY, NAME, ORCID, XML, checked, for_targets, found


def test_rules_and_schema_are_told_together_in_the_order_of_lines() -> None:
    text = FAULTY.replace("<volume>", "<volume>").replace("</body>", "<nonsense/></body>")
    result = checked(text, "a.xml").result
    assert result.verdict is Verdict.INVALID
    codes = [finding.code for finding in result.findings]
    assert codes.index("COM105") < codes.index("SCH011" if "SCH011" in codes else "SCH010")


def test_a_rules_finding_has_line_column_and_path() -> None:
    result = checked(FAULTY, "a.xml").result
    finding = next(each for each in result.findings if each.code == "COM105")
    line = FAULTY.splitlines().index(next(row for row in FAULTY.splitlines() if "orcid" in row))
    assert (finding.place.line, finding.place.column) == (line + 1, len('<contrib contrib-type="author">') + 1)
    assert finding.xml_path == "/article/front/article-meta/contrib-group/contrib/contrib-id"
    assert result.excerpts[finding.place].text.startswith("<contrib ")


def test_an_attribute_is_pointed_at_itself() -> None:
    text = XML.replace('dtd-version="1.3" xml:lang="en"', 'dtd-version="1.3" article-type="nonsense" xml:lang="en"')
    finding = found(text, "a.xml", for_targets("pmc"))["PMC001"]
    assert finding.xml_path == "/article/@article-type"
    assert finding.place.column == text.splitlines()[1].index("article-type") + 1


@pytest.mark.parametrize("text", ["<a>", "", "no xml", "<article/>"])
def test_what_cant_be_judged_is_told(text: str) -> None:
    assert checked(text, "a.xml").result.findings


def test_the_untouched_example_is_found_in_xml() -> None:
    assert "CHK010" in found(XML.replace("10.5555/1", "10.5555/jats-init-example"), "a.xml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<contrib-id", "<?jats-ignore COM105 her own spelling?><contrib-id"),
        (">https://orcid", "><?jats-ignore COM105 her own spelling?>https://orcid"),
        ("<contrib-group>", "<?jats-ignore COM105 her own spelling?>\n<contrib-group>"),
        ("<article ", "<?jats-ignore COM1 the whole file is as it was printed?>\n<article "),
        ("<contrib-id", "<?jats-ignore COM016, COM105 her own spelling?><contrib-id"),
    ],
)
def test_an_instruction_before_or_inside_an_element_lets_its_finding_stand(old: str, new: str) -> None:
    codes = found(FAULTY.replace(old, new, 1), "a.xml").keys()
    assert not codes & {"COM105", "CHK001", "CHK002"}


def test_an_instruction_elsewhere_does_not_and_is_reported_as_unused() -> None:
    text = FAULTY.replace("<title-group>", "<?jats-ignore COM105 her own spelling?><title-group>")
    said = found(text, "a.xml")
    assert "COM105" in said
    assert said["CHK001"].severity is Severity.WARNING
    assert said["CHK001"].place.column == 1
    assert said["CHK001"].place.line == text[: text.index("<?jats-ignore")].count("\n") + 1


def test_a_reason_is_required() -> None:
    said = found(FAULTY.replace("<contrib-id", "<?jats-ignore COM105?><contrib-id"), "a.xml")
    assert {"COM105", "CHK002"} <= said.keys()
    assert said["CHK002"].severity is Severity.ERROR


def test_errors_of_the_schema_can_not_be_suppressed() -> None:
    text = XML.replace("</body>", "<?jats-ignore SCH the printer wants it so?><nonsense/></body>")
    said = found(text, "a.xml")
    assert any(code.startswith("SCH") for code in said)
    assert "can't be suppressed; fix them" in said["CHK001"].message


def test_a_suppression_for_a_service_that_was_not_asked_is_not_unused() -> None:
    text = XML.replace("<article-meta>", "<?jats-ignore PMC032 no abbreviation yet?><article-meta>")
    assert "CHK001" not in found(text, "a.xml")


def test_keys_of_findings_survive_edits_around_them() -> None:
    def key(text: str) -> object:
        done = checked(text, "a.xml")
        at = [finding.code for finding in done.result.findings].index("COM105")
        return key_of(done.result.findings[at], done.values[at], ".")

    first = '<contrib contrib-type="author"><name><surname>New</surname><given-names>A.</given-names></name></contrib>'
    moved = FAULTY.replace("<contrib-group>", "<contrib-group>\n\n" + first)
    assert key(FAULTY) == key(moved)
    assert key(FAULTY) != key(XML.replace(NAME, ORCID.format(6) + NAME))


def test_rules_are_chosen() -> None:
    assert "COM105" not in found(FAULTY, "a.xml", CheckOptions(ignore=("people",)))
    assert "COM105" not in found(FAULTY, "a.xml", CheckOptions(select=("dates",)))
    assert "COM105" in found(FAULTY, "a.xml", CheckOptions(select=("people",)))
