"""A process that validates many versions keeps the grammars of the last few, and no more: each takes some megabytes."""

from __future__ import annotations

import gc

import pytest

from jats.options import Options
from jats.schema.catalog import variants
from jats.schema.content import Grammar, grammar
from jats.validation.run import validate_bytes
from tests.validation.host import HOST

FAULTS = (
    ("<surname>", "<surname><kwd>x</kwd>"),
    ("<p>We", "<fig><p>a</p></fig><keyword rid='x' href='y'>b</keyword><p>We"),
    ("<title>", "<title><ref>a</ref><xref linkend='a'>1</xref>"),
    ("<contrib-group>", "<aff><contrib-group>x</contrib-group></aff><contrib-group>"),
)


def grammars() -> list[Grammar]:
    """The grammars that are alive; other tests may keep some."""
    gc.collect()
    return [each for each in gc.get_objects() if isinstance(each, Grammar)]


@pytest.mark.slow
def test_grammars_that_are_no_longer_needed_are_forgotten() -> None:
    kept, before = grammar.cache_info().maxsize, {id(each) for each in grammars()}
    assert kept is not None
    for variant in variants():
        for fault in FAULTS:
            validate_bytes(HOST.replace(*fault, 1).encode(), "a.xml", Options(schema=variant.name))
    assert len(variants()) > 2 * kept
    assert len([each for each in grammars() if id(each) not in before]) <= kept + 2
