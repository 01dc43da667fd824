"""Documents with very many elements in a row: the verdict is the DTD's, and their faults are counted in linear time."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.schema.choose import choose
from jats.schema.crowds import has_many_faults
from jats.schema.dtd import load
from jats.schema.judge import Validator
from jats.xmlio import ParsedXml, parse

HEAD = """<article dtd-version="1.3" xml:lang="en"><front><journal-meta>
<journal-id>j</journal-id><issn>1234-5679</issn></journal-meta><article-meta><title-group><article-title>A</article-title></title-group></article-meta></front><body>"""


def document(body: str) -> ParsedXml:
    return parse(f"{HEAD}{body}</body></article>".encode(), "a.xml")


def log_of(tree: etree._ElementTree) -> etree._ListErrorLog:
    dtd = load("publishing-1.3-mathml3")
    dtd.validate(tree)
    return dtd.error_log


@pytest.mark.parametrize("number", [700, 100_000])
def test_the_faults_of_a_crowd_are_counted(number: int) -> None:
    assert not has_many_faults(document("<p>a</p>" * number), log_of)
    assert not has_many_faults(document("<p>a</p>" * number + "<foo/>" * 50), log_of)
    assert has_many_faults(document("<p>a</p>" * number + "<foo/>" * 300), log_of)


def test_without_a_crowd_nothing_is_counted() -> None:
    assert not has_many_faults(document("<sec><foo/></sec>" * 299), log_of)


@pytest.mark.parametrize(("body", "valid"), [("<p>a</p>", True), ("<foo/>", False), ('<p foo="">a</p>', False)])
def test_the_verdict_on_a_crowd_is_the_one_on_a_single_element(body: str, valid: bool) -> None:
    for number in (1, 11_000):
        parsed = document(body * number)
        assert Validator().judge(parsed, choose(parsed)).valid == valid
        assert parsed.root[1].tag == "body"
        assert len(parsed.root[1]) == number


def test_the_document_is_afterwards_what_it_was() -> None:
    inner = '<!-- c --><jats-group><p>a</p></jats-group>b<?x y?><mml:mi xmlns:mml="u">c</mml:mi>d<p a="e"/>'
    parsed = document(inner * 5_000)
    before, lines = etree.tostring(parsed.tree), [each.sourceline for each in parsed.root.iter()]
    assert has_many_faults(parsed, log_of)
    assert etree.tostring(parsed.tree) == before
    assert [each.sourceline for each in parsed.root.iter()] == lines
