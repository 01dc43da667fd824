"""An attribute that an element can't have is explained by its value, its prefix and the elements around it."""

from __future__ import annotations

import pytest

from jats.options import Options
from jats.validation.run import validate_bytes
from tests.validation.host import DOCTYPE, HOST

TWO = (
    '<contrib contrib-type="author"><name><surname>Doe</surname></name></contrib>\n'
    '<contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0001-5109-3700</contrib-id>'
    "<name><surname>Poe</surname></name></contrib>\n"
)
MATH = (
    '<inline-formula><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mtable><mml:mtr><mml:mtd>'
    "<mml:mi>x</mml:mi></mml:mtd></mml:mtr></mml:mtable></mml:math></inline-formula>"
)
TABLE = (
    "<table-wrap><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr>"
    "<tr><td>e</td><td>f</td></tr></tbody></table></table-wrap>"
)
GOOD = (
    (DOCTYPE + HOST)
    .replace("</contrib-group>", f"{TWO}</contrib-group>")
    .replace("We counted.", f'We counted {MATH}, <xref ref-type="fig" rid="f1">1</xref>.')
    .replace("</sec>", f"{TABLE}</sec>")
)


def messages(document: str) -> list[str]:
    return [each.message for each in validate_bytes(document.encode(), "a.xml", Options()).findings]


def test_the_article_is_valid_before_anything_is_changed() -> None:
    assert messages(GOOD) == []


REPAIRS = {
    ("contrib-type", "role"): 'write contrib-type="…"',
    ('rid="f1"', 'target="f1"'): 'write rid="f1"',
    ('<fig id="f1"', '<fig key="f1"'): 'write id="…"',
    ('rid="f1"', 'ird="f1"'): "did you mean rid?",
    ('ref-type="fig"', 'rel="fig"'): 'write ref-type="…"',
    ("xlink:href", "xlink.href"): "did you mean xlink:href?",
    ("xlink:href", "xml:href"): 'write xlink:href="…"',
    ('contrib-id-type="orcid"', 'id-type="orcid"'): 'write contrib-id-type="…"',
    ('"author"><contrib-id contrib-id-type="orcid"', '"author" contrib-id-type="orcid"><contrib-id'): (
        "it is an attribute of <contrib-id>: move it there"
    ),
    ("<mml:mi>x</mml:mi>", "+"): "put it into <mml:mo>",
    ("<mml:mi>x</mml:mi>", "12.5"): "put it into <mml:mn>",
    ("<mml:mi>x</mml:mi>", "<bold>2</bold>"): "write <mml:mn> instead",
    ("<mml:mtr>", "<tr>"): "write <mml:mtr>",
    ("<mml:mtd>", "<mml:td>"): "write <mml:mtd>",
    ("<mml:mtable>", "<tex-math>x</tex-math><mml:mtable>"): "move it before",
    ("<mml:mi>x</mml:mi>", "<mml:mx>x</mml:mx>"): "did you mean <mml:mi>?",
    ("<tbody>", ""): "put these 2 <tr> into <tbody>",
    ("<thead>", ""): "put it into <thead>",
    ("<td>d</td>", "d"): "put it into <td>",
    ("<th>b</th>", "b"): "put it into <th>",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), REPAIRS.items())
def test_the_first_message_names_the_repair(fault: tuple[str, str], words: str) -> None:
    old, new = fault
    assert old in GOOD
    document = GOOD.replace(old, new, 1)
    if old.startswith("<") and (end := f"</{old[1:]}") in document and new[:1] in ("", "<") and "/" not in new:
        document = document.replace(end, f"</{new[1:]}" if new else "", 1)
    message, *_ = messages(document)
    assert words in message


def test_a_web_page_s_doctype_on_an_article_is_told_with_what_to_write() -> None:
    page = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">\n'
    (message,) = messages(page + HOST)
    assert 'write the DOCTYPE of your tag set, such as <!DOCTYPE article PUBLIC "-//NLM//DTD JATS' in message


def test_a_misspelt_identifier_is_told_with_the_right_one() -> None:
    (message,) = messages(GOOD.replace("DTD v1.3 20210610//EN", "DTD v1.3//EN"))
    assert 'write "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"' in message
