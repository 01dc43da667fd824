"""The published schemas, walked: every element with text, and every attribute, is placed in a field or left out with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from jats.importers.exports.placing import Table, table
from jats.importers.xml_source import MARKS
from tests.importers.reading import OFFICIAL, read

RUNNING = frozenset((*MARKS, "ovl", "font", "a", "br", "math", "DispFormula"))
"""Elements inside running text, which `exports/marked_text.py` reads in every format."""

DEEPEST = 9
SCHEMAS = [
    *(
        ("ojs", f"ojs-native/{version}/native.xsd", "issues")
        for version in ("3.1.2", "3.2.1", "3.3.0", "3.4.0", "3.5.0", "main")
    ),
    *(
        ("crossref_xml", f"crossref-{version}/crossref{version}.xsd", "doi_batch")
        for version in ("4.4.2", "5.3.1", "5.4.0", "5.5.0")
    ),
    ("doaj", "doaj/doajArticles.xsd", "records"),
    *(("datacite", f"datacite-{version}/metadata.xsd", "resource") for version in ("4.5", "4.6", "4.7")),
    ("pubmed", "pubmed-3.0/PubMed.dtd", "ArticleSet"),
    ("pubmed", "pubmed-3.0/pubmed_250101.dtd", "PubmedArticleSet"),
]


def has_a_home(path: str, found: Table) -> bool:
    """Whether a row of the table places the value at a path, or names it as left out."""
    if found.reason(path) is not None or any(f"/{path}".endswith(f"/{lost}") for lost in found.lost):
        return True
    return any(f"/{path}".endswith(f"/{row.path}") for section in found.sections.values() for row in section)


def values_of_xsd(element: Any, path: str, schema: Any, found: Table, seen: set[str]) -> Iterator[str]:
    """The paths of attributes, and of elements that may have text; not below what is left out, nor again where it was."""
    end = "/".join(path.split("/")[-4:])
    if found.reason(path) is not None or path.count("/") > DEEPEST or end in seen:
        return
    seen.add(end)
    yield from (f"{path}/@{_local(name)}" for name in element.attributes if name and "schemaLocation" not in name)
    if element.type.has_simple_content() or element.type.mixed:
        yield path
    for child in _children(element, schema):
        name = child.local_name
        if (
            name not in RUNNING
            and f"/{name}/" not in f"/{path}/"
            and not any(part in child.target_namespace for part in ("JATS1", "MathML"))
        ):
            yield from values_of_xsd(child, f"{path}/{name}", schema, found, seen)


def _children(element: Any, schema: Any) -> Iterator[Any]:
    content: Any = getattr(element.type, "content", None)
    for child in content.iter_elements() if hasattr(content, "iter_elements") else ():
        found = [child, *schema.maps.substitution_groups.get(child.name, ())]
        yield from (each for each in found if getattr(each, "type", None) is not None)  # not xs:any


def _local(name: str) -> str:
    return name.rpartition("}")[2]


@cache
def _catalog() -> dict[str, str]:
    tree = etree.parse(OFFICIAL / "catalog.xml")
    return {str(each.get("name")): (OFFICIAL / str(each.get("uri"))).as_uri() for each in tree.iter("{*}uri")}


def load_xsd(path: Path) -> Any:
    """A schema with the schemas that it names, from the folder beside it."""
    import xmlschema

    kind = xmlschema.XMLSchema11 if "5.5.0" in path.name else xmlschema.XMLSchema
    return kind(str(path), validation="lax", uri_mapper=lambda uri: _catalog().get(uri, uri), allow="local")


def values_of_dtd(path: Path, root: str, found: Table) -> Iterator[str]:
    """The same of a DTD."""
    with path.open("rb") as file:
        declared = {each.name: each for each in etree.DTD(file).iterelements()}
    waiting = [root]
    while waiting:
        here = waiting.pop()
        element = declared[here.rpartition("/")[2]]
        if found.reason(here) is not None or here.count("/") > DEEPEST:
            continue
        yield from (f"{here}/@{each.name}" for each in element.iterattributes() if each.prefix is None)
        if element.type == "mixed":
            yield here
        names = set(_names(element.content))
        waiting += [f"{here}/{name}" for name in names - RUNNING if f"/{name}/" not in f"/{here}/"]


def _names(content: Any) -> Iterator[str]:
    if content is None:
        return
    if content.type == "element" and content.name:
        yield content.name
    yield from _names(content.left)
    yield from _names(content.right)


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.parametrize(("name", "schema", "root"), SCHEMAS, ids=[schema for _, schema, _ in SCHEMAS])
def test_every_value_of_a_schema_is_placed_or_left_out_with_a_reason(name: str, schema: str, root: str) -> None:
    """The tables of the format say so, and the draft and the findings do."""
    path, found = OFFICIAL / schema, table(name)
    if path.suffix == ".dtd":
        values = set(values_of_dtd(path, root, found))
    else:
        loaded = load_xsd(path)
        values = set(values_of_xsd(loaded.elements[root], root, loaded, found, set()))
    assert len(values) > 20
    assert sorted(each for each in values if not has_a_home(each, found)) == []
    assert sorted(each for each in values if is_lost(each, name)) == []


def is_lost(path: str, name: str) -> bool:
    """Whether a value at that path alone is neither in a draft nor in a finding."""
    steps, _, attribute = path.partition("/@")
    names = steps.split("/")
    start = "".join(f"<{step}>" for step in names[:-1])
    end = "".join(f"</{step}>" for step in reversed(names[:-1]))
    last = names[-1]
    inner = f'<{last} {attribute}="Zq7">Wv3</{last}>' if attribute else f"<{last}>Zq7</{last}>"
    importer = IMPORTERS.get(names[0]) or IMPORTERS[name]
    result = read(f"{start}{inner}{end}" if start else inner, "one.xml", importer)
    if "IMP006" in result.codes():  # no record at all on the way to the value
        return False
    said = f"{result.articles} {result.said}"
    return not any(word in said for word in ("Zq7", "zq7")) and table(name).reason(path) is None


IMPORTERS = {
    "ojs": "ojs",
    "crossref_xml": "crossref-xml",
    "doaj": "doaj-xml",
    "datacite": "datacite-xml",
    "pubmed": "pubmed",
    "PubmedArticleSet": "pubmed-efetch",
}


@pytest.mark.parametrize("name", sorted({name for name, _, _ in SCHEMAS} | {"crossref_json", "endnote_xml"}))
def test_a_table_gives_every_value_one_home(name: str) -> None:
    rows = [(section, row.path) for section, found in table(name).sections.items() for row in found]
    assert len(rows) == len(set(rows))
    assert all(table(name).left_out.values())
