"""The paths of elements are those of libxml2, and lead back to their elements."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.xml_paths import ElementPaths

SPACES = 'xmlns:m="http://www.w3.org/1998/Math/MathML" xmlns:n="http://www.w3.org/1998/Math/MathML"'
DOCUMENTS = {
    "one of a name": "<a><b/><c/></a>",
    "several of a name": "<a><b/><c/><b><d/><d/></b>text<!-- comment --><?instruction?><b/></a>",
    "a prefix": f"<a {SPACES}><m:math/><m:math/><math/><n:math/></a>",
    "a default namespace": '<a xmlns="http://example.org/"><b/><c/></a>',
    "a default namespace further in": f'<a {SPACES}><b/><b xmlns="http://example.org/"><c/></b><b/><m:b/></a>',
    "a name in no namespace": '<a xmlns="http://example.org/"><b xmlns=""/><b/><b xmlns=""/></a>',
}


@pytest.mark.parametrize("what", DOCUMENTS)
def test_paths_are_those_of_libxml2_and_lead_back(what: str) -> None:
    root = etree.fromstring(f"<!-- before -->{DOCUMENTS[what]}")
    paths, backwards = ElementPaths(root), ElementPaths(root)
    for element in root.iter(etree.Element):
        path = root.getroottree().getpath(element)
        assert paths.of(element) == path
        assert backwards.at(path) is element


def test_a_path_without_an_element_leads_nowhere() -> None:
    paths = ElementPaths(etree.fromstring("<a><b/></a>"))
    assert [paths.at(path) for path in ("/a/c", "/a/b/c", "/b", "", "b", "//")] == [None] * 6


def test_a_comment_and_an_element_of_another_tree_have_their_path() -> None:
    root = etree.fromstring("<a><b/><!-- comment --></a>")
    assert ElementPaths(root).of(root[1]) == "/a/comment()"
    assert ElementPaths(root).of(etree.fromstring("<c><d/></c>")[0]) == "/c/d"
