"""Edits in XML change the value meant and not a byte besides."""

from __future__ import annotations

import pytest

from jats.edits.xml import edit_xml
from jats.findings import Finding, Fix, Place, Severity


def edited(data: bytes, old: str, new: str, place: tuple[int, int], path: str = "/a/b") -> bytes:
    finding = Finding("X", Severity.INFO, "", Place("a.xml", *place), xml_path=path, fix=Fix(old, new))
    return edit_xml(data, "a.xml", [finding])


@pytest.mark.parametrize(
    ("data", "old", "new", "place", "wanted"),
    [
        ("<a>\n <b>old</b></a>", "old", "new", (2, 2), "<a>\n <b>new</b></a>"),
        ("<a><b x='>'>\n old\n</b></a>", "old", "new", (1, 4), "<a><b x='>'>new</b></a>"),
        ("<a><b>a &amp; b</b></a>", "a & b", "a < b & c", (1, 4), "<a><b>a &lt; b &amp; c</b></a>"),
        ("<a><b>a&#233;</b></a>", "aé", "e", (1, 4), "<a><b>e</b></a>"),
        ("<a>\r\n<b>old</b>\r\n</a>", "old", "new", (2, 1), "<a>\r\n<b>new</b>\r\n</a>"),
        ("<a>é<b>old</b></a>", "old", "new", (1, 5), "<a>é<b>new</b></a>"),
    ],
)
def test_an_elements_text_is_exchanged(data: str, old: str, new: str, place: tuple[int, int], wanted: str) -> None:
    assert edited(data.encode(), old, new, place).decode() == wanted


@pytest.mark.parametrize(
    ("data", "new", "wanted"),
    [
        ('<a><b x="old" y="old"/></a>', 'n"<', '<a><b x="n&quot;&lt;" y="old"/></a>'),
        ("<a><b x='old'/></a>", "it's", "<a><b x='it&apos;s'/></a>"),
        ("<a><b x = 'old'/></a>", "new", "<a><b x = 'new'/></a>"),
    ],
)
def test_an_attributes_value_is_exchanged_in_its_own_quotes(data: str, new: str, wanted: str) -> None:
    assert edited(data.encode(), "old", new, (1, 7), "/a/b/@x").decode() == wanted


@pytest.mark.parametrize(
    "data",
    [
        "<a><b>other</b></a>",
        "<a><b>o<i>l</i>d</b></a>",
        "<a><b><![CDATA[old]]></b></a>",
        "<a><b/>old</a>",
        "<a><b>old",
    ],
)
def test_where_not_just_this_text_stands_nothing_is_changed(data: str) -> None:
    assert edited(data.encode(), "old", "new", (1, 4)) == data.encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1251"])
def test_the_encoding_stays(encoding: str) -> None:
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    letter = "ж" if encoding == "windows-1251" else "é"
    data = f"<?xml version='1.0' encoding='{name}'?>\n<a>{letter}<b>old</b></a>".encode(encoding)
    done = edited(data, "old", "new", (2, 5))
    assert done.decode(encoding) == data.decode(encoding).replace("old", "new")
    assert done[:2] == data[:2]


def test_a_letter_that_the_encoding_lacks_is_not_written() -> None:
    data = "<?xml version='1.0' encoding='iso-8859-1'?>\n<a><b>old</b></a>".encode("latin-1")
    assert edited(data, "old", "новий", (2, 4)) == data
