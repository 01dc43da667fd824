"""A reference that leads nowhere, and ids that are wrong: the message names the id that is meant."""

from __future__ import annotations

import pytest

from jats.options import Options
from jats.validation.run import validate_bytes
from tests.validation.host import DOCTYPE, HOST

NAMES = ("Roe", "Doe", "Poe", "Low", "Ray")
REFS = "".join(
    f'<ref id="bib{number}"><label>{number}</label><mixed-citation>{name}, Tides, 200{number}.</mixed-citation></ref>\n'
    for number, name in enumerate(NAMES, 1)
)
CITED = " ".join(f'<xref ref-type="bibr" rid="bib{number}">{number}</xref>' for number in range(1, 6))
FIGURES = '<fig id="f2"><label>Figure 2</label><graphic xlink:href="a.png"/></fig>'
GOOD = (
    (DOCTYPE + HOST)
    .replace('<ref id="r1"><mixed-citation>Roe, Tides.</mixed-citation></ref>\n', REFS)
    .replace("We counted.", f'We counted {CITED}, <xref ref-type="fig" rid="f2">Fig. 2a</xref>.')
    .replace('<fig id="f1">', f'{FIGURES}<fig id="f1">')
)


def messages(document: str) -> list[str]:
    return [each.message for each in validate_bytes(document.encode(), "a.xml", Options()).findings]


def test_the_article_is_valid_before_anything_is_changed() -> None:
    assert messages(GOOD) == []


REPAIRS = {
    ('rid="bib3"', 'rid="bbi3"'): "did you mean 'bib3'?",
    ('rid="bib3"', 'rid="bib33"'): "did you mean 'bib3'?",
    ('rid="f2"', 'rid="f22"'): "did you mean 'f2'?",
    ('rid="bib3"', 'rid="bib3/bib4"'): 'write rid="bib3 bib4"',
    ('rid="bib3"', 'rid="bib3 and bib4"'): 'write rid="bib3 bib4"',
    ('rid="bib3"', 'rid="bib 3"'): 'write rid="bib3"',
    ('rid="bib3"', 'rid="3"'): 'write rid="bib3"',
    ('<ref id="bib3"', "<ref"): """<ref> near 'bib2' and 'bib4' has no id: write id="bib3" there""",
    ('<ref id="bib3"', '<ref id="bib3x"'): """<ref> between 'bib2' and 'bib4' has the id 'bib3x': write id="bib3" there""",
    ('<ref id="bib3"', '<ref id="bib2"'): 'id="bib2" of <ref>: write id="bib3", which fits in the series',
    ('<ref id="bib2"', '<ref id="bib3"'): 'id="bib3" of <ref>: write id="bib2", which fits in the series',
    ('<ref id="bib5"', '<ref id="bib4"'): 'id="bib4" of <ref>: write id="bib5", which fits in the series',
    ('<fig id="f2"', '<fig id="bib4"'): 'id="bib4" of <fig>: write id="f2", as the references to it do',
    ('<fig id="f2"', '<fig id=""'): 'write id="f2", as the references to it do',
    (REFS.splitlines()[2], ""): "add the missing <ref>, or remove the reference",
    ('xml:lang="en"', 'xml:lang=""'): 'write the code of the language, such as xml:lang="en"',
    ('xml:lang="en"', 'xml:lang="eng lish"'): 'write xml:lang="en"',
    ('dtd-version="1.3"', 'dtd-version="1"'): 'write dtd-version="1.3"',
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), REPAIRS.items())
def test_the_first_message_names_the_repair(fault: tuple[str, str], words: str) -> None:
    assert fault[0] in GOOD
    message, *_ = messages(GOOD.replace(*fault, 1))
    assert words in message


def test_a_citation_by_author_and_year_names_the_work() -> None:
    unlabelled = GOOD.replace(CITED, '<xref ref-type="bibr" rid="b9">Low et al., 2004</xref>')
    for number in range(1, 6):
        unlabelled = unlabelled.replace(f"<label>{number}</label>", "")
    assert messages(unlabelled) == ["rid=\"b9\" of <xref>: nothing here has this id; did you mean 'bib4'?"]


WITHOUT_REF = {
    "<label>2</label><mixed-citation>Doe, Tides, 2002.</mixed-citation>": (
        'put it, and the <mixed-citation> after it, into one <ref id="bib2">'
    ),
    "<mixed-citation>Doe, Tides, 2002.</mixed-citation>": 'put it into another <ref id="bib2">, or move it',
    "Doe, Tides, 2002.": 'put it into <mixed-citation>, in <ref id="bib2">',
    "<p>Doe, Tides, 2002.</p>": 'write <mixed-citation> for <p>, and put it into <ref id="bib2">',
    "<bibitem>Doe, Tides, 2002.</bibitem>": 'write <ref id="bib2">',
}


@pytest.mark.parametrize(("instead", "words"), WITHOUT_REF.items())
def test_a_reference_without_its_tags_gets_the_id_that_leads_nowhere(instead: str, words: str) -> None:
    (message,) = messages(GOOD.replace(REFS.splitlines()[1], instead))
    assert words in message


def test_a_figure_without_its_tags_gets_the_id_that_leads_nowhere() -> None:
    bare = '<label>Figure 2</label><caption><p>Tides.</p></caption><graphic xlink:href="a.png"/>'
    (message,) = messages(GOOD.replace(FIGURES, bare))
    assert 'into one <fig id="f2">' in message


def test_a_slip_in_a_reference_is_not_the_id_of_an_element_that_is_missing_elsewhere() -> None:
    document = GOOD.replace('rid="bib3"', 'rid="bbi3"').replace("</ref-list>", "<bibitem>Ray.</bibitem></ref-list>")
    first, second = messages(document)
    assert "id=" not in first
    assert "did you mean 'bib3'?" in second


def test_a_note_without_its_tags_gets_the_id_that_leads_nowhere() -> None:
    notes = "<table-wrap-foot><label>*</label><p>Mean.</p></table-wrap-foot>"
    others = '<table-wrap-foot><fn id="t2n1"><p>Sum.</p></fn></table-wrap-foot>'
    table = "<table-wrap><table><tbody><tr><td>1</td></tr></tbody></table>{}</table-wrap>"
    cited = '<xref ref-type="table-fn" rid="t1n1">*</xref>'
    document = GOOD.replace("</sec>", f"{table.format(notes)}{table.format(others)}</sec>").replace(
        "We counted", f"{cited} We"
    )
    (message,) = messages(document)
    assert message.endswith('put it, and the <p> after it, into one <fn id="t1n1">')


def test_an_id_beside_others_in_a_reference_is_given_too() -> None:
    document = GOOD.replace('rid="bib1"', 'rid="bib1 bib2"').replace('<xref ref-type="bibr" rid="bib2">2</xref>', "2")
    (message,) = messages(document.replace(REFS.splitlines()[1], "<mixed-citation>Doe, Tides, 2002.</mixed-citation>"))
    assert 'put it into another <ref id="bib2">' in message


def test_the_only_element_of_its_kind_gets_its_id_back() -> None:
    cited = '<xref ref-type="aff" rid="a1">1</xref></contrib>\n</contrib-group><label>1</label> Institute of Water'
    document = GOOD.replace("</contrib>\n</contrib-group>", cited)
    (message,) = messages(document)
    assert message.endswith('put it, and the text after it, into <aff id="a1">')
