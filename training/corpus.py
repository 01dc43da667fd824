"""The labelled references of ../shared/refs, read into examples."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from training.examples import Example

_BLANKS = re.compile(r"\s+")
Chunks = list[tuple[str, str]]
"""Characters and the label that a corpus gives them, '' for none."""

_ANYSTYLE = {
    "author": "author", "editor": "editor", "translator": "editor", "director": "author", "producer": "editor", "date": "date",
    "title": "article_title", "journal": "source", "container-title": "source", "publisher": "publisher",
    "location": "publisher_loc", "volume": "volume", "pages": "pages", "edition": "edition", "genre": "degree", "url": "url",
    "doi": "doi", "isbn": "isbn", "collection-title": "series", "medium": "medium", "source": "publisher",
}  # fmt: skip
_GROBID_TITLES = {"a": "article_title", "j": "source", "m": "source", "s": "series", "u": "source"}
_GROBID_SCOPES = {"volume": "volume", "vol": "volume", "issue": "issue", "page": "pages", "pp": "pages", "chapter": ""}
_GROBID = {"author": "author", "editor": "editor", "date": "date", "publisher": "publisher", "pubPlace": "publisher_loc",
           "orgName": "publisher", "note": "", "idno": "", "ptr": ""}  # fmt: skip


def read_labelled(folder: Path) -> Iterator[Example]:
    """The references of labelled.jsonl, all parts."""
    with (folder / "labelled.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            spans = tuple((start, end, label) for start, end, label in row["spans"])
            yield Example(
                row["text"],
                spans,
                row["publication_type"],
                row["journal"],
                row["part"],
                row["clean"],
                row["fields"],
                row["lang_guess"],
            )


def read_anystyle(folder: Path) -> Iterator[Chunks]:
    """AnyStyle's sequences: each child element is a label, the punctuation inside it; numbers of the list are left out."""
    for name in ("anystyle-core.xml", "anystyle-gold.xml"):
        for sequence in etree.parse(folder / name).iter("sequence"):
            chunks: Chunks = []
            for child in sequence:
                if child.tag != "citation-number":
                    chunks += [(_clean("".join(child.itertext())), _ANYSTYLE.get(str(child.tag), "")), (" ", "")]
            if chunks:
                yield _whole_books(chunks)


def _whole_books(chunks: Chunks) -> Chunks:
    """A title without a work that holds it is the source, as the other corpora have it."""
    labels = {label for _, label in chunks}
    if "source" in labels or "publisher" not in labels:
        return chunks
    return [(text, "source" if label == "article_title" else label) for text, label in chunks]


def read_grobid(folder: Path) -> Iterator[Chunks]:
    """GROBID's bibliographic items, whose inline elements are the labels."""
    for path in sorted((folder / "grobid").glob("*.xml")):
        try:
            root = etree.parse(path).getroot()
        except etree.XMLSyntaxError:
            continue
        for item in root.iter("{*}bibl"):
            chunks = list(_inline(item))
            if chunks:
                yield chunks


def _inline(item: etree._Element) -> Iterator[tuple[str, str]]:
    if item.text:
        yield _clean(item.text), ""
    for child in item:
        if isinstance(child.tag, str):
            yield _clean("".join(child.itertext())), _grobid_label(child)
        if child.tail:
            yield _clean(child.tail), ""


def _grobid_label(element: etree._Element) -> str:
    name = etree.QName(element).localname
    if name == "title":
        return _GROBID_TITLES.get(element.get("level", ""), "")
    if name == "biblScope":
        return _GROBID_SCOPES.get(element.get("unit") or element.get("type") or "", "")
    return _GROBID.get(name, "")


def _clean(text: str) -> str:
    return _BLANKS.sub(" ", text)
