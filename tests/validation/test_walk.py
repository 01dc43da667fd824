"""Looking only where the DTD's log points says the same as looking everywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from jats.schema import catalog
from jats.schema.content import grammar
from jats.schema.judge import Validator
from jats.validation.faults import language_of
from jats.validation.ids.identifiers import CARRIERS
from jats.validation.log_elements import elements_in_log
from jats.validation.run import odd_namespaces
from jats.validation.violation import Violation
from jats.validation.walk import walk
from jats.xmlio import parse
from tests.examples import share
from tests.mutants import mutants
from tests.validation.test_mutants import valid_articles

A_FILE = 12


@cache
def judge() -> Validator:
    return Validator()


def words(data: bytes, variant: str) -> tuple[list[Violation], list[Violation]] | None:
    """What the narrow walk says and what the whole one says; None for a document that is valid or odd."""
    parsed = parse(data, "mutant.xml")
    ruling = judge().judge_as(parsed, variant)
    numbers = {element: number for number, element in enumerate(parsed.root.iter(etree.Element))}
    where = None if ruling.valid or odd_namespaces(parsed) else elements_in_log(ruling, parsed.root, numbers)
    if where is None:
        return None
    language = language_of(variant)
    return walk(parsed.root, language, numbers, where), walk(parsed.root, language, numbers)


@pytest.mark.slow
@pytest.mark.drawn
def test_a_narrow_walk_says_what_a_whole_one_says(shared: Path) -> None:
    compared = other = 0
    for seed, (_name, data, variant) in enumerate(valid_articles(shared)):
        for mutant in mutants(data, variant, seed, max(2, share(A_FILE))):
            both = words(mutant.data, variant)
            if both is None:
                other += 1
                continue
            compared += 1
            assert both[0] == both[1], (variant, mutant.kind, mutant.spots)
    assert compared >= share(500)
    assert compared > other / 4


@pytest.mark.slow
def test_attributes_that_carry_identifiers_are_those_of_the_schemas() -> None:
    found = {
        attribute.name
        for variant in catalog.names()
        for element in grammar(variant).elements
        for attribute in grammar(variant).attributes(element).values()
        if attribute.type in ("ID", "IDREF", "IDREFS")
    }
    assert found == CARRIERS
