"""CDATA sections that lost their end: the file may be valid, and a warning says what is lost."""

from __future__ import annotations

import pytest

from jats.findings import Severity
from jats.options import Options
from jats.results import Result, Verdict
from jats.validation.run import validate_bytes
from tests.validation.test_obeyed import GOOD

FORMULA = "<inline-formula><tex-math><![CDATA[x^2{}</tex-math></inline-formula>"


def validated(words: str) -> Result:
    return validate_bytes(GOOD.replace("We counted", words, 1).encode(), "a.xml", Options())


def test_an_end_tag_in_a_section_is_a_warning_though_the_file_is_valid() -> None:
    result = validated(FORMULA.format("") + "\n and " + FORMULA.format("]]>"))
    (finding,) = result.findings
    assert result.verdict is Verdict.VALID
    assert (finding.code, finding.severity, finding.place.line) == ("SCH035", Severity.WARNING, 18)
    assert finding.message.endswith("has </tex-math> in it and ends in line 19: write ]]> before that </tex-math>")


@pytest.mark.parametrize(
    "words",
    [
        FORMULA.format("]]>"),
        "<code><![CDATA[<pre><code>a</code></pre>]]></code>",
        "<preformat><![CDATA[<p>a</p> and </div>]]></preformat>",
        f"<!-- {FORMULA.format('')} -->" + FORMULA.format("]]>"),
    ],
)
def test_tags_that_are_shown_in_a_section_are_no_fault(words: str) -> None:
    assert validated(words).findings == ()


@pytest.mark.parametrize("half", ["]>", "]] >", "]]", "]]&gt;", "] >"])
def test_an_end_that_lost_a_character_is_named(half: str) -> None:
    (finding,) = validated(f"{FORMULA.replace('{}', half)}\n and {FORMULA.replace('{}', ']]>')}").findings
    assert finding.message.endswith(f"write ]]> for the {half} before that </tex-math>")


def test_a_section_that_swallows_a_tag_and_leaves_its_partner_is_named() -> None:
    whole = f"<bold>{FORMULA.replace('{}', ']>')}</bold> {FORMULA.replace('{}', ']]>')}"
    finding, *others = validated(whole).findings
    assert (finding.code, finding.place.line, others) == ("SCH001", 18, [])
    assert finding.message.endswith("write ]]> for the ]> before that </tex-math>")
