"""Every declaration of every variant says what the official DTD says, as libxml2, not the compiler, reads it."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from official import Doctype

from jats.schema import catalog
from tests.schemas.declarations import Declared, dump, plain_model, read_declared


def compare(compiled: Declared, official: Declared) -> list[str]:
    """What differs, one line each."""
    pairs = (
        (compiled.elements, official.elements),
        (compiled.attributes, official.attributes),
        (compiled.notations, official.notations),
    )
    return [
        f"{key}: compiled {ours.get(key)}, official {theirs.get(key)}"
        for ours, theirs in pairs
        for key in {*ours, *theirs}
        if ours.get(key) != theirs.get(key)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", catalog.names())
def test_every_declaration_equals_the_official_one(name: str, official: Path, doctypes: list[Doctype]) -> None:
    doctype = next(entry for entry in doctypes if entry.name == name)
    text, characters = dump(official / doctype.file)
    expected, found = read_declared(text), read_declared(catalog.dtd_bytes(name).decode())
    assert len(expected.elements) > 250
    assert len(expected.attributes) > 1000
    assert compare(found, expected) == []
    assert characters_of(characters) == compiled_characters()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("|table|", "|oasis:table|"),
        ("|list|", "|mml:list|"),
        ("(mml:math)", "(math)"),
        (" xlink:href CDATA", " href CDATA"),
        ("#REQUIRED", "#IMPLIED"),
        ("(no|yes)", "(yes)"),
        ("title?,", "title,"),
    ],
)
def test_a_planted_error_is_seen(right: str, wrong: str) -> None:
    text = catalog.dtd_bytes("publishing-1.3-mathml3-oasis").decode().replace("\n ", " ").replace("| ", "|")
    text += "<!ELEMENT x (#PCDATA|list|table|p)*><!ELEMENT y (mml:math)>"
    assert right in text
    assert compare(read_declared(text.replace(right, wrong)), read_declared(text))


@pytest.mark.slow
def test_the_catalog_names_every_official_identifier(doctypes: list[Doctype]) -> None:
    assert len(doctypes) == 125
    assert [entry.name for entry in doctypes] == list(catalog.names())
    for entry in doctypes:
        expected = catalog.variant(entry.name)
        assert catalog.by_public_id(entry.public_id) == expected
        assert catalog.by_system_id(entry.system_id) == expected
        assert (expected.tag_set, expected.version, expected.mathml) == (entry.tag_set, entry.version, entry.mathml)


def test_parentheses_that_group_nothing_are_the_only_freedom() -> None:
    assert plain_model("((p)+)") == plain_model("(p+)") == "p+"
    assert plain_model("(a , (b | c)* , d?)") == "(a,(b|c)*,d?)"
    assert plain_model("((a,b),c)") == plain_model("(a,b,c)")
    assert plain_model("((a|b)*|c?)*") == plain_model("(a|b|c)*") != plain_model("(a|b|c)+")
    assert plain_model("((a|b),c)") != plain_model("(a|b|c)")
    assert plain_model("((a?)+)") == plain_model("(a*)") != plain_model("(a?)")


def characters_of(dumped: dict[str, str]) -> dict[str, str]:
    """Names and their characters, without the five that every parser knows."""
    predefined = {"amp", "lt", "gt", "quot", "apos"}
    return {name: html.unescape(content) for name, content in dumped.items() if name not in predefined}


def compiled_characters() -> dict[str, str]:
    lines = catalog.entities_bytes().decode().splitlines()
    found = (line.removeprefix("<!ENTITY ").removesuffix('">').split(' "') for line in lines)
    return {name: html.unescape(value.replace("&#38;", "&")) for name, value in found}
