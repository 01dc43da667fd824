"""The XSD sets: what is in them, that both engines load them, and where on real articles they differ from the DTD."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xmlschema
from lxml import etree

from jats.schema import catalog
from jats.schema.content import grammar
from jats.schema.dtd import load
from jats.schema.xsd import namespaces, write_xsd, xsd_files
from jats.xmlio import ParsedXml, parse
from tests.examples import share
from tests.schema.corpus import Article, articles
from tests.schema.specimen import ARTICLE, VARIANT

XS = "{http://www.w3.org/2001/XMLSchema}"


def accepts(schema: Any, tree: etree._ElementTree[etree._Element]) -> bool:
    """The verdict of either engine; xmlschema takes lxml's trees, though its stub names the standard library's only."""
    return bool(schema.is_valid(tree) if hasattr(schema, "is_valid") else schema.validate(tree))


def elements(text: str) -> dict[str, etree._Element]:
    root = etree.fromstring(text.encode())
    return {element.get("name", ""): element for element in root.iterchildren(f"{XS}element")}


def test_there_is_one_document_a_namespace() -> None:
    files = xsd_files("publishing-1.3-mathml3-oasis")
    assert list(files) == ["jats.xsd", "ali.xsd", "mml.xsd", "oasis.xsd", "xlink.xsd", "xml.xsd"]
    roots = {name: etree.fromstring(text.encode()) for name, text in files.items()}
    assert {root.get("targetNamespace") for root in roots.values()} == {
        None,
        "http://www.niso.org/schemas/ali/1.0/",
        "http://www.w3.org/1998/Math/MathML",
        "http://www.niso.org/standards/z39-96/ns/oasis-exchange/table",
        "http://www.w3.org/1999/xlink",
        "http://www.w3.org/XML/1998/namespace",
    }
    assert "ali.xsd" not in xsd_files("publishing-1.0-mathml2")


def test_every_declared_element_is_there() -> None:
    for name in ("publishing-1.3-mathml3-oasis", "authoring-1.0-mathml2"):
        found = [
            f"{file.removesuffix('.xsd')}:{element}".removeprefix("jats:")
            for file, text in xsd_files(name).items()
            for element in elements(text)
        ]
        assert sorted(found) == sorted(grammar(name).elements)


def test_prefixes_are_told_with_the_namespaces_that_the_dtd_fixes() -> None:
    assert namespaces(grammar("archiving-1.1d3-mathml2"))["ali"] == "http://www.niso.org/schemas/ali/1.0"
    assert namespaces(grammar("archiving-1.1-mathml2"))["ali"] == "http://www.niso.org/schemas/ali/1.0/"
    assert set(namespaces(grammar("archiving-1.0-mathml2"))) == {"", "xml", "xlink", "mml", "xsi"}


@pytest.mark.slow
def test_both_engines_load_the_set_and_accept_a_valid_article(tmp_path: Path) -> None:
    written = write_xsd(VARIANT, tmp_path / "xsd")
    assert [path.name for path in written] == ["jats.xsd", "ali.xsd", "mml.xsd", "xlink.xsd", "xml.xsd"]
    tree = parse(ARTICLE, "article.xml").tree
    assert etree.XMLSchema(file=str(written[0])).validate(tree)
    assert accepts(xmlschema.XMLSchema10(str(written[0])), tree)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'corresp="yes"', b'corresp="Yes"'),
        (b"<volume>7</volume>", b""),
        (b"<title>Methods</title>", b"<mml:title>Methods</mml:title>"),
        (b'<issn pub-type="epub">1234-5679</issn>', b"<isbn>1234-5679</isbn>"),
        (b"<tbody>", b"<tbody>text"),
        (b"Rainy <break/>", b"Rainy <break> </break>"),
        (b' id="s1"', b' id="1s"'),
        (b' xlink:href="f1.png"', b' href="f1.png"'),
        (b"<mml:mn>1</mml:mn>", b"<mn>1</mn>"),
    ],
)
def test_it_refuses_what_the_dtd_refuses(right: bytes, wrong: bytes, tmp_path: Path) -> None:
    assert right in ARTICLE
    tree = parse(ARTICLE.replace(right, wrong), "article.xml").tree
    valid = load(VARIANT).validate(tree)
    assert valid == (wrong == b"")
    assert etree.XMLSchema(file=str(write_xsd(VARIANT, tmp_path)[0])).validate(tree) == valid


def invisible(parsed: ParsedXml, dtd: etree.DTD) -> bool:
    """Whether all that the DTD complains of is of a kind that an XSD can't see."""
    words = ("ID attribute", "IDREF", "ID ", "No declaration for attribute xmlns", "was declared EMPTY")
    return not dtd.validate(parsed.tree) and all(any(w in entry.message for w in words) for entry in dtd.error_log)


def by_variant(tag_set: str) -> dict[str, list[Article]]:
    found: dict[str, list[Article]] = {}
    for article in articles("valid", "invalid"):
        variant = catalog.by_public_id(article.public_id)
        assert variant is not None
        if variant.tag_set == tag_set:
            found.setdefault(variant.name, []).append(article)
    return found


@pytest.mark.slow
@pytest.mark.drawn
@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("engine", ["libxml2", "xmlschema"])
@pytest.mark.parametrize(("tag_set", "number", "most"), [("archiving", 49, 2), ("publishing", 44, 3)])
def test_on_real_articles_they_differ_from_the_dtd_only_where_an_xsd_is_blind(
    tag_set: str, number: int, most: int, engine: str, tmp_path: Path
) -> None:
    variants = by_variant(tag_set)
    assert sum(map(len, variants.values())) == number
    if engine == "xmlschema" and share(10) < 10:  # it takes seconds to load one
        variants = dict([max(variants.items(), key=lambda variant: len(variant[1]))])
    differing = []
    for name, found in variants.items():
        file, dtd = str(write_xsd(name, tmp_path / name)[0]), load(name)
        schema: Any = etree.XMLSchema(file=file) if engine == "libxml2" else xmlschema.XMLSchema10(file)
        for article in found:
            parsed = parse(article.file.read_bytes(), article.name)
            if accepts(schema, parsed.tree) != dtd.validate(parsed.tree):
                differing.append((article.name, invisible(parsed, dtd)))
    assert [name for name, excused in differing if not excused] == []
    assert len(differing) <= most
