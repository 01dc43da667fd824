"""Names and types of files: what PMC and SciELO look for in the package."""

from __future__ import annotations

import pytest

from tests.rules.examples import codes_in
from tests.rules.host import place

GRAPHIC = (
    '<graphic id="g1" xlink:href="{}" mimetype="image" mime-subtype="jpeg"><alt-text>A curve.</alt-text></graphic>'
)
NAMES = "<label>File S1</label><caption><title>Levels</title></caption>"
MATERIAL = '<supplementary-material id="suppl1" {}>' + NAMES + "</supplementary-material>"


def found(example: str, service: str = "pmc") -> dict[str, list[str]]:
    return codes_in(place(example, service), service)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a b.jpg", "a blank"),
        ("images/a.jpg", "a folder"),
        ("C:\\\\a.jpg", "':'"),
        ("a%20b.jpg", "'%'"),
        ("a.jpg?raw=1", "'?'"),
        ("https://www.tidal-studies.org/a.jpg", "a web address"),
        ("info:doi/10.70112/a.g001", "':'"),
    ],
)
def test_name_that_no_delivered_file_has_is_an_error_for_pmc(name: str, words: str) -> None:
    [message] = found(GRAPHIC.format(name))["COM718"]
    assert words in message


@pytest.mark.parametrize("name", ["a.jpg", "1471-2105-1-1", "a_b-c.1.tif", "а.png"])
def test_plain_name_is_right_for_pmc(name: str) -> None:
    assert not found(GRAPHIC.format(name))


def test_web_address_beside_a_delivered_alternative_is_right() -> None:
    forms = '<graphic xlink:href="a.jpg"/><graphic xlink:href="https://www.tidal-studies.org/a.tif"/>'
    assert not found(f'<fig id="f1">… <!-- no graphic --><!-- new --><alternatives>{forms}</alternatives></fig>')


def test_alternatives_of_which_none_is_delivered_are_one_finding() -> None:
    forms = '<graphic xlink:href="https://a.example/a.jpg"/><graphic xlink:href="https://a.example/a.tif"/>'
    assert set(found(f'<fig id="f1">… <!-- no graphic --><!-- new --><alternatives>{forms}</alternatives></fig>')) == {
        "PMC705"
    }


def test_formula_with_its_image_on_the_web_is_not_judged_as_a_figure() -> None:
    forms = '<mml:math id="m1"><mml:mi>h</mml:mi></mml:math><graphic xlink:href="https://a.example/e1.jpg"/>'
    formula = f'<disp-formula id="e1"><label>(1)</label><alternatives>{forms}</alternatives></disp-formula>'
    assert set(found(formula)) == {"COM718"}


def test_whole_media_type_says_how_to_split_it() -> None:
    [message] = found(MATERIAL.format('mimetype="application/pdf" xlink:href="a.pdf"'))["COM740"]
    assert 'mimetype="application" mime-subtype="pdf"' in message


@pytest.mark.parametrize(
    ("attributes", "service", "codes"),
    [
        ('xlink:href="a.pdf"', "pmc", set()),
        ('xlink:href="a.pdf"', "scielo", {"COM740"}),
        ('mimetype="application" mime-subtype="pdf" xlink:href="a"', "pmc", {"COM741"}),
        ('mimetype="text" mime-subtype="csv" xlink:href="a.csv"', "pmc", set()),
        ('mimetype="text" mime-subtype="csv" xlink:href="a.csv"', "scielo", {"SPS740"}),
    ],
)
def test_type_of_material_is_judged_by_the_service_that_asks_for_it(
    attributes: str, service: str, codes: set[str]
) -> None:
    assert set(found(MATERIAL.format(attributes), service)) == codes


def test_address_with_blanks_around_it_is_found_in_every_link() -> None:
    assert set(found('<self-uri xlink:href=" https://www.tidal-studies.org/15">Online</self-uri>')) == {"COM713"}
