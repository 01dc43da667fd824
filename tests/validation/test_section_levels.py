"""A section in a paragraph of another: beside that section, or a subsection of it, the likelier first."""

from __future__ import annotations

import pytest

from jats.options import Options
from jats.validation.run import validate_bytes
from tests.validation.test_obeyed import GOOD, TABLE

BESIDE = "move it after the </sec> of the <sec> 'Aims', as the next section of <body>, or after </p>, into"
INSIDE = "move it after </p>, into the <sec> 'Aims', as a subsection of it, or after the </sec> of"


def message(sections: str) -> str:
    document = GOOD.replace(f"{TABLE}</sec>", f"{TABLE}</sec>{sections}", 1)
    (finding,) = validate_bytes(document.encode(), "a.xml", Options()).findings
    return finding.message


def sections(outer: str, inner: str, identifier: str = "s3") -> str:
    inside = f'<sec id="{identifier}">{inner}<title>Results</title><p>Ten.</p></sec>'
    return f'<sec id="s2">{outer}<title>Aims</title><p>Five.{inside}</p></sec>'


OTHER = "<sec><title>Other</title><sec><title>Part</title><p>One.</p></sec></sec>"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (sections("", ""), BESIDE),
        (sections("", "", "s2-1"), INSIDE),
        (sections("", "", "s2.1"), INSIDE),
        (sections("", "", "s20"), BESIDE),
        (sections("<label>2.</label>", "<label>3.</label>"), BESIDE),
        (sections("<label>2.</label>", "<label>2.1.</label>"), INSIDE),
        (sections("<label>2</label>", "<label>21</label>"), BESIDE),
        (sections("", "") + OTHER + OTHER, INSIDE),
    ],
)
def test_both_levels_are_named_and_the_likelier_comes_first(found: str, words: str) -> None:
    assert words in message(found)


def test_with_more_after_it_the_section_has_one_place() -> None:
    assert "as the next section" not in message(sections("", "").replace("</p></sec>", " And so on.</p></sec>", 2))
