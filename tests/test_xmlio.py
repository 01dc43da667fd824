from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from jats.xmlio import MAX_BYTES, MalformedXml, parse

JATS = b'<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN" "JATS.dtd">'


@pytest.fixture(autouse=True)
def _no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def text_of(data: bytes) -> str:
    return "".join(parse(data, "a.xml").root.itertext())


def refusal(data: bytes) -> str:
    with pytest.raises(MalformedXml) as caught:
        parse(data, "a.xml")
    return caught.value.message


def test_the_prolog_is_told() -> None:
    found = parse(JATS + b"<article/>", "a.xml")
    assert found.public_id == "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"
    assert (found.system_id, found.internal_subset, found.encoding) == ("JATS.dtd", False, "UTF-8")
    assert found.root.tag == "article"
    assert parse(b"<article/>", "a.xml").public_id is None


def test_named_characters_are_supplied_in_text_and_in_attributes() -> None:
    root = parse(JATS + b'<article a="caf&eacute; &aopf;">&Gamma;&nvlt;&amp;</article>', "a.xml").root
    assert root.get("a") == "caf\N{LATIN SMALL LETTER E WITH ACUTE} \N{MATHEMATICAL DOUBLE-STRUCK SMALL A}"
    assert root.text == "\N{GREEK CAPITAL LETTER GAMMA}<\N{COMBINING LONG VERTICAL LINE OVERLAY}&"


def test_named_characters_are_supplied_whatever_dtd_is_named() -> None:
    assert text_of(b'<!DOCTYPE a PUBLIC "-//X//Y" "http://example.org/y.dtd"><a>&ndash;</a>') == "\N{EN DASH}"
    assert text_of(b'<!DOCTYPE a SYSTEM "y.dtd"><a>&ndash;</a>') == "\N{EN DASH}"


@pytest.mark.parametrize(
    "data",
    [
        JATS + b"<article>&nosuch;</article>",
        JATS + b'<article a="&nosuch;"/>',
        b"<article>&eacute;</article>",
        b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&eacute;</a>",
    ],
)
def test_a_character_that_nothing_declares_is_refused(data: bytes) -> None:
    assert refusal(data).startswith("Entity '")


def test_entities_of_the_internal_subset_are_replaced() -> None:
    found = parse(b'<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY x "<b>in</b>">]><a t="1">&x;&eacute;</a>', "a.xml")
    assert found.internal_subset
    assert [element.tag for element in found.root] == ["b"]
    assert "".join(found.root.itertext()) == "in\N{LATIN SMALL LETTER E WITH ACUTE}"


def test_parameter_entities_of_the_internal_subset_are_replaced() -> None:
    subset = b"""<!DOCTYPE a SYSTEM "d/a.dtd" [<!ENTITY % p "<!ENTITY q 'x'>"> %p; ]>"""
    assert text_of(subset + b"<a>&q;&eacute;</a>") == "x\N{LATIN SMALL LETTER E WITH ACUTE}"


def test_a_bracket_elsewhere_in_the_prolog_is_no_internal_subset() -> None:
    assert not parse(b"<!-- <!DOCTYPE a [ --><!DOCTYPE a SYSTEM '[b'><a>[</a>", "a.xml").internal_subset
    assert parse(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE a [ ]><a/>", "a.xml").internal_subset


def test_files_and_addresses_are_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    for address in (secret.as_uri(), "http://example.org/secret"):
        system = f'SYSTEM "{address}"'.encode()
        general = b"<!DOCTYPE a [<!ENTITY x %s>]><a>&x;</a>" % system
        parameter = b"<!DOCTYPE a [<!ENTITY %% x %s> %%x;]><a>1</a>" % system
        for data in (general, parameter):
            assert refusal(data).endswith("is in another file or at an address, and those are never read")
        assert text_of(b"<!DOCTYPE a %s><a>1</a>" % system) == "1"
        assert text_of(b"<!DOCTYPE a %s><a>&eacute;</a>" % system) == "\N{LATIN SMALL LETTER E WITH ACUTE}"


def test_an_xinclude_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "b.xml").write_text("<b>secret</b>")
    data = (
        b'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="%s"/></a>'
        % (tmp_path / "b.xml").as_uri().encode()
    )
    assert text_of(data) == ""


BOMBS = {
    "laughs": b"<!DOCTYPE a [<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 12))
    + b"]><a>&a11;</a>",
    "quadratic": b"<!DOCTYPE a [<!ENTITY a '%s'>]><a>%s</a>" % (b"x" * 100_000, b"&a;" * 20_000),
    "attributes": b"<!DOCTYPE a [<!ENTITY a '%s'>]><a>%s</a>" % (b"x" * 100_000, b"<b c='&a;'/>" * 20_000),
    "elements": b"<!DOCTYPE a [<!ENTITY a '%s'>]><a>%s</a>" % (b"<b/>" * 20_000, b"&a;" * 20_000),
    "parameters": b"<!DOCTYPE a [<!ENTITY % p '<!ENTITY q \"x\">'>" + b"%p;" * 100 + b"<!ENTITY r '&r;'>]><a>&r;</a>",
    "grown": b"<!DOCTYPE a [<!ENTITY %% x '%s'>%s]><a/>" % (b'<!ENTITY e "x">' * 10_000, b"%x;" * 1000),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_bombs_are_refused_at_once(kind: str) -> None:
    start = time.process_time()
    message = refusal(BOMBS[kind])
    assert time.process_time() - start < 2
    assert "grow too large" in message or "loop" in message


def test_depth_and_size_are_bounded() -> None:
    deep = b"<a>" * 10_000 + b"</a>" * 10_000
    wide = b'<a b="%s"/>' % (b"x" * 50_000_000)
    assert "depth" in refusal(deep)
    assert refusal(wide)
    assert f"more than {MAX_BYTES:,} is not read" in refusal(b"<a>" + b" " * MAX_BYTES + b"</a>")


WORDS = "<a>caf\N{LATIN SMALL LETTER E WITH ACUTE}</a>"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode("utf-8-sig"), "UTF-8"),
        (WORDS.encode("utf-16"), "UTF-16"),
        (f'<?xml version="1.0" encoding="UTF-16"?>{WORDS}'.encode("utf-16"), "UTF-16"),
        (f'<?xml version="1.0" encoding="ISO-8859-1"?>{WORDS}'.encode("latin-1"), "ISO-8859-1"),
        (f'<?xml version="1.0" encoding="windows-1252"?>{WORDS}'.encode("cp1252"), "windows-1252"),
    ],
)
def test_encodings_are_read_as_they_say(data: bytes, encoding: str) -> None:
    found = parse(data, "a.xml")
    assert found.root.text == "caf\N{LATIN SMALL LETTER E WITH ACUTE}"
    assert found.encoding == encoding


def test_named_characters_are_found_in_utf_16_too() -> None:
    data = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a SYSTEM "a.dtd"><a>&eacute;</a>'.encode("utf-16")
    assert text_of(data) == "\N{LATIN SMALL LETTER E WITH ACUTE}"


def test_line_ends_of_windows_count_as_one() -> None:
    assert text_of(b"<a>1\r\n2\r3</a>") == "1\n2\n3"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b" \n ", "the file is empty"),
        (b"PK\x03\x04rest", "not XML but a zip archive"),
        (b"%PDF-1.7", "not XML but a PDF"),
        (b"\x00\x01\x02\x03", ""),
        (b"<a>\xff</a>", ""),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "nsupported encoding"),
    ],
)
def test_what_is_no_xml_is_refused_with_a_reason(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_fault_tells_its_place() -> None:
    with pytest.raises(MalformedXml) as caught:
        parse(b"<a>\n  <b>\n</a>", "a.xml")
    assert (caught.value.line, caught.value.column) == (3, 5)
    assert "mismatch" in caught.value.message


def test_a_fault_in_one_document_is_not_told_of_the_next() -> None:
    assert "mismatch" in refusal(b"<a></b>")
    assert "mismatch" not in refusal(b"<a>&lt</a>")


def test_prefixes_that_a_dtd_declares_by_default_are_supplied_and_told() -> None:
    found = parse(JATS + b'<article><b xlink:href="x"/><mml:math/></article>', "a.xml")
    assert found.supplied_prefixes == ("xlink", "mml")
    assert found.root[1].tag == "{http://www.w3.org/1998/Math/MathML}math"
    assert "xlink" in refusal(b'<article><b xlink:href="x"/></article>')
    assert "other" in refusal(JATS + b'<article><b other:href="x"/></article>')
