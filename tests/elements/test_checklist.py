"""Whatever JATS 1.4 Publishing holds as metadata, an article file can say: which case shows it, or why it needn't."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from jats.elements.shapes import prefixed
from jats.options import Options
from jats.pipeline import Built, build_article
from jats.schema.content import grammar
from jats.vocab.namespaces import NAMESPACES
from tests.elements.checklist import CARRIED_BLOCKS, DTD, SHARED_ATTRIBUTES, elements, own_attributes, running_content
from tests.elements.exceptions import ATTRIBUTES, ELEMENTS

CASES = Path(__file__).parents[1] / "cases" / "fields"
FILES = sorted(CASES.glob("*.yaml"), key=lambda path: path.name)
TOPICS = [path for path in FILES if path.name not in ("journal.yaml", "issue.yaml")]


@cache
def built(path: Path) -> Built:
    return build_article(path.read_bytes(), str(path), Options(version="1.4"))


@cache
def produced() -> dict[str | tuple[str, str], str]:
    """The first case that produces an element, or an attribute of one."""
    found: dict[str | tuple[str, str], str] = {}
    for path in TOPICS:
        root = etree.fromstring(built(path).xml or b"<none/>")
        for one in root.iter(etree.Element):
            name = prefixed(one)
            found.setdefault(name, path.name)
            for attribute in one.attrib:
                found.setdefault((name, _prefixed(str(attribute))), path.name)
    return found


def _prefixed(name: str) -> str:
    for prefix, uri in NAMESPACES.items():
        name = name.replace(f"{{{uri}}}", f"{prefix}:")
    return name


@pytest.mark.parametrize("path", TOPICS, ids=lambda path: path.stem)
def test_case_is_built_without_a_finding(path: Path) -> None:
    made = built(path)
    assert [str(finding) for finding in made.findings] == []
    assert made.xml is not None


@pytest.mark.parametrize("element", elements())
def test_metadata_element_is_produced_by_a_case_or_excepted(element: str) -> None:
    case = produced().get(element)
    assert case or element in ELEMENTS, "no case produces it"
    assert not (case and element in ELEMENTS), f"{case} produces it"


@pytest.mark.parametrize("element", running_content())
def test_kind_of_running_content_is_carried_in_a_case(element: str) -> None:
    assert element in produced(), "no case carries it"


def test_own_attribute_of_a_metadata_element_is_produced_by_a_case_or_excepted() -> None:
    there = produced()
    own = [pair for pair in own_attributes() if pair[0] not in ELEMENTS]
    assert [pair for pair in own if pair not in there and pair not in ATTRIBUTES] == []
    assert [pair for pair in ATTRIBUTES if pair in there] == []


@pytest.mark.parametrize("group", SHARED_ATTRIBUTES)
def test_group_of_attributes_that_all_elements_share_has_a_case(group: str) -> None:
    names = {key[1] for key in produced() if isinstance(key, tuple)}
    assert names & set(SHARED_ATTRIBUTES[group])


def test_exceptions_are_about_elements_and_attributes_that_are_there() -> None:
    assert set(ELEMENTS) - set(elements()) == set()
    assert set(ATTRIBUTES) - set(own_attributes()) == set()


def test_carried_elements_are_known_to_the_schema() -> None:
    assert sorted(CARRIED_BLOCKS - grammar(DTD).elements - {"oasis:table"}) == []
