from __future__ import annotations

import pytest

from jats.errors import SchemaError
from jats.schema import catalog


def test_a_variant_knows_its_parts_and_identifiers() -> None:
    variant = catalog.variant("publishing-1.3-mathml3-oasis")
    assert (variant.tag_set, variant.version, variant.mathml, variant.oasis) == ("publishing", "1.3", 3, True)
    assert variant.file_name == "JATS-journalpublishing-oasis-article1-3-mathml3.dtd"
    assert catalog.by_public_id(variant.public_id) == variant == catalog.by_system_id(variant.system_id)


def test_an_unknown_name_is_refused_with_the_nearest_ones() -> None:
    with pytest.raises(SchemaError, match=r"publishing-1\.3-mathml3"):
        catalog.variant("publishing-1.3-mathml")


def test_an_unknown_identifier_has_no_variant() -> None:
    assert catalog.by_public_id("-//NLM//DTD Journal Publishing DTD v3.0 20080202//EN") is None
    assert catalog.by_system_id("JATS-archivearticle1.dtd") is None


@pytest.mark.parametrize(
    ("tag_set", "version", "mathml", "expected"),
    [
        ("publishing", "1.3", None, "publishing-1.3-mathml3"),
        ("publishing", "1.0", None, "publishing-1.0-mathml2"),
        ("archiving", "1.1d3", 2, "archiving-1.1d3-mathml2"),
        ("authoring", "1.4", 3, "authoring-1.4-mathml3"),
    ],
)
def test_a_tag_set_and_version_name_a_variant(tag_set: str, version: str, mathml: int | None, expected: str) -> None:
    assert catalog.variant_for(tag_set, version, mathml).name == expected


def test_a_variant_that_does_not_exist_is_refused() -> None:
    with pytest.raises(SchemaError, match=r"authoring-1\.3-mathml3"):
        catalog.variant_for("authoring", "1.3", oasis=True)


def test_a_dtd_holds_the_declarations_of_its_variant_only() -> None:
    with_oasis = catalog.dtd_bytes("archiving-1.2-mathml2-oasis")
    without = catalog.dtd_bytes("archiving-1.2-mathml2")
    assert b"<!ELEMENT oasis:table " in with_oasis
    assert b"<!ELEMENT oasis:table " not in without
    assert without.count(b"<!ELEMENT article ") == 1
