from __future__ import annotations

from pathlib import Path

import pytest

from jats.errors import SchemaError
from jats.schema import catalog
from jats.schema.choice import DEFAULT, Choice
from jats.schema.choose import choose
from jats.xmlio import parse

OFFICIAL = "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN"


def chosen(doctype: str = "", root: str = "<article/>", override: str | None = None) -> Choice:
    return choose(parse(f"{doctype}{root}".encode(), "a.xml"), override)


def by_public(public_id: str, system_id: str = "x.dtd", root: str = "<article/>") -> Choice:
    return chosen(f'<!DOCTYPE article PUBLIC "{public_id}" "{system_id}">', root)


def by_system(system_id: str, root: str = "<article/>") -> Choice:
    return chosen(f'<!DOCTYPE article SYSTEM "{system_id}">', root)


@pytest.mark.parametrize("name", catalog.names())
def test_every_official_identifier_is_known(name: str) -> None:
    variant = catalog.variant(name)
    public, system = by_public(variant.public_id, variant.system_id), by_system(variant.system_id)
    assert (public.name, public.basis, public.remarks) == (name, "public-id", ())
    assert (system.name, system.basis, system.remarks) == (name, "system-id", ())


def test_the_public_identifier_counts_more_than_the_rest() -> None:
    other = catalog.variant("archiving-1.3-mathml3").system_id
    found = by_public(OFFICIAL, other, '<article dtd-version="1.4"/>')
    assert found.name == "publishing-1.1-mathml2"
    assert [remark.kind for remark in found.remarks] == ["contradiction"]
    assert "archiving-1.3-mathml3" in found.remarks[0].message


@pytest.mark.parametrize(
    ("public_id", "name"),
    [
        ("-//NLM//DTD  JATS (Z39.96) Journal Publishing  DTD v1.1 20151215//EN", "publishing-1.1-mathml2"),
        ("-//NLM//DTD JATS (Z39.96) Journal publishing DTD v1.1 20151215//EN", "publishing-1.1-mathml2"),
        ("-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//en", "publishing-1.1-mathml2"),
        ("-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20160101//EN", "publishing-1.1-mathml2"),
        ("-//NLM//DTD JATS (Z39.96) Journal Publishing DTD 20190208//EN", "publishing-1.2-mathml2"),
        (
            "-//NLM//DTD JATS Journal Archiving and Interchange DTD with MathML 3 v1.3 20210610//EN",
            "archiving-1.3-mathml3",
        ),
        ("-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610 with MathML3//EN", "publishing-1.3-mathml3"),
        (
            "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with OASIS Tables v1.2d9 20180101//EN",
            "publishing-1.2-mathml2-oasis",
        ),
        ("-//NLM//DTD JATS (Z39.96) Article Authoring DTD with MathML3 v1.0 20120330//EN", "authoring-1.0-mathml2"),
        ("-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v0.4 20110131//EN", "publishing-1.0-mathml2"),
        ("-//NLM//DTD Journal Publishing DTD v1.2 20190208//EN", "publishing-1.2-mathml2"),
        ("//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2d1 20170631//EN", "archiving-1.2d1-mathml2"),
    ],
)
def test_misspelt_and_outdated_identifiers_are_recognised_and_told(public_id: str, name: str) -> None:
    found = by_public(public_id)
    assert found.name == name
    exact = " ".join(public_id.split()) == catalog.variant(name).public_id
    assert [remark.kind for remark in found.remarks] == ([] if exact else ["identifier"])
    if not exact:
        assert catalog.variant(name).public_id in found.remarks[0].message


@pytest.mark.parametrize(
    "public_id",
    [
        "-//NLM//DTD Journal Publishing DTD v3.0 20080202//EN",
        "-//NLM//DTD Journal Archiving and Interchange DTD v2.3 20070202//EN",
        "-//NLM//DTD Journal Publishing DTD v1.1 20031101//EN",
        "-//TaxonX//DTD Taxonomic Treatment Publishing DTD v0 20100105//EN",
        "-//IEEE//DTD IEEE Journals JATS-based DTD v1.7//EN",
        "-//EDP//DTD EDP Publishing JATS v1.0 20130606//EN",
        "-//NLM//DTD BITS Book Interchange DTD v2.0 20151225//EN",
        "-//NISO//DTD NISO STS Interchange Tag Set (NISO STS) DTD with MathML 3.0 v1.0 20171031//EN",
        "-//W3C//DTD XHTML 1.0 Strict//EN",
        "-//NLM//Fake Public Identifier//EN",
    ],
)
def test_foreign_schemas_are_told_to_be_foreign(public_id: str) -> None:
    found = by_public(public_id, "journalpublishing.dtd")
    assert (found.name, found.known, found.basis) == (None, False, "unknown")
    assert found.why == f'there is no schema for the public identifier "{public_id}"'


@pytest.mark.parametrize(
    ("system_id", "root", "name"),
    [
        ("https://jats.nlm.nih.gov/archiving/1.2/JATS-archivearticle1.dtd", "<article/>", "archiving-1.2-mathml2"),
        ("dtd/JATS-1.1d3/JATS-journalpublishing1-mathml3.dtd", "<article/>", "publishing-1.1d3-mathml3"),
        (r"C:\\dtd\\JATS-journalpublishing1-3-mathml3.dtd", "<article/>", "publishing-1.3-mathml3"),
        ("jats-JOURNALPUBLISHING1.dtd", '<article dtd-version="1.1"/>', "publishing-1.1-mathml2"),
        ("JATS-archivearticle1.dtd", "<article/>", "archiving-1.2-mathml2"),
        ("JATS-archivearticle1.dtd", '<article dtd-version="9"/>', "archiving-1.2-mathml2"),
    ],
)
def test_an_address_that_ends_in_a_known_file_name_is_known(system_id: str, root: str, name: str) -> None:
    found = by_system(system_id, root)
    assert (found.name, found.basis) == (name, "system-id")


def test_an_unknown_file_name_is_foreign() -> None:
    assert by_system("tei_all.dtd").name is None
    assert "NLM's earlier tag suite" in by_system("archivearticle3.dtd").why


def test_an_empty_public_identifier_leaves_the_word_to_the_address() -> None:
    found = by_public(" ", "JATS-journalpublishing1-3.dtd")
    assert (found.name, found.basis) == ("publishing-1.3-mathml2", "system-id")
    found = by_public("-//NLM//DTD JATS//EN", "JATS-journalpublishing1-3.dtd")
    assert (found.name, [remark.kind for remark in found.remarks]) == ("publishing-1.3-mathml2", ["identifier"])


XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def test_a_schema_location_counts_where_there_is_no_doctype() -> None:
    address = "https://jats.nlm.nih.gov/publishing/1.3/xsd/JATS-journalpublishing1-3-mathml3.xsd"
    found = chosen(root=f'<article {XSI} xsi:noNamespaceSchemaLocation="{address}"/>')
    assert (found.name, found.basis) == ("publishing-1.3-mathml3", "schema-location")
    assert chosen(root=f'<article {XSI} xsi:noNamespaceSchemaLocation="own.xsd"/>').name is None
    model = '<?xml-model href="http://jats.nlm.nih.gov/archiving/1.1/rng/JATS-archivearticle1.rng"?>'
    assert chosen(model).name == "archiving-1.1-mathml2"
    assert chosen('<?xml-model href="checks.sch"?>').name == DEFAULT


def test_a_version_alone_is_taken_for_publishing() -> None:
    found = chosen(root='<article dtd-version="1.2"/>')
    assert (found.name, found.basis) == ("publishing-1.2-mathml3", "dtd-version")
    assert "nothing says which tag set" in found.why
    assert chosen(root='<article dtd-version="3.0"/>').name is None


def test_nothing_declared_is_judged_by_the_default() -> None:
    found = chosen()
    assert (found.name, found.basis) == (DEFAULT, "default")
    assert DEFAULT in found.why


def test_other_documents_have_no_schema() -> None:
    assert "<html>" in chosen(root="<html/>").why
    assert 'the namespace "urn:x"' in chosen(root='<article xmlns="urn:x" dtd-version="1.2"/>').why


def test_the_person_wins(tmp_path: Path) -> None:
    assert chosen(override="archiving-1.0-mathml2").name == "archiving-1.0-mathml2"
    own = tmp_path / "own.dtd"
    own.write_text("<!ELEMENT article EMPTY>")
    found = chosen(override=str(own))
    assert (found.name, found.file, found.known, found.schema) == (None, own, True, str(own))
    with pytest.raises(SchemaError, match=r"publishing-1\.3-mathml3"):
        chosen(override="publishing-1.3-mathm3")
    with pytest.raises(SchemaError, match="there is no schema file"):
        chosen(override="missing.rng")
