"""The references of a paper: the entries of the .bib file beside it that the paper cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.citations.formats.as_reference import as_references
from jats.citations.formats.bibtex_reading import read_bibtex
from jats.draft import List, Map, Node, Text
from jats.findings import Note
from jats.importers import codes
from jats.importers.front_matter import codes as front_codes
from jats.importers.front_matter.values import texts_in
from jats.importers.source import Source

_CITED = re.compile(r"(?<![\w.@])-?@\{?([\w][\w:.#$%&+?<>~/-]*)")
_ROLE = re.compile(r"\{cite(?::\w+)?\}`([^`\n]+)`|\\(?:no)?cite\w*\{([^{}\n]+)\}")
_KEY = re.compile(r"[\w:.#$%&+?<>~/-]+")


def cited_keys(text: str) -> set[str]:
    """The keys of the works that a text cites, as Pandoc, MyST and LaTeX write them."""
    keys = {found[1].rstrip(".:,") for found in _CITED.finditer(text)}
    for found in _ROLE.finditer(text):
        keys |= set(_KEY.findall(found[1] or found[2]))
    return keys


def references_of(node: Node | None, source: Source, note: Note) -> List | None:
    """The references from the files that the front matter names; those that the paper doesn't cite are named once."""
    cited = cited_keys(source.text)
    everything = "@*" in source.text
    made: list[Map] = []
    for name in _names(node, source):
        beside = source.beside(str(name.value).strip())
        if beside is None:
            note(front_codes.no_bibliography(name.place, (), str(name.value)))
            continue
        if beside.suffix != ".bib":
            note(codes.not_placed(name.place, (), "bibliography", str(name.value)))
            continue
        made += _entries(beside, cited if not everything else set(), note)
    return List([*made], made[0].place) if made else None


def _names(node: Node | None, source: Source) -> Iterator[Text]:
    """The files that are named; a MyST page that names none has those beside it that MyST would find."""
    named = list(texts_in(node))
    yield from named
    if not named and source.suffix == ".md":
        for name in ("references.bib", "main.bib", "paper.bib", "bibliography.bib"):
            if source.beside(name) is not None:
                yield Text(name, source.place(1))
                return


def _entries(beside: Source, cited: set[str], note: Note) -> list[Map]:
    records, doubts = read_bibtex(beside.text, beside.name)
    for doubt in doubts:
        note(
            codes.unreadable(doubt.place, (), "BibTeX", doubt.words).rated(
                codes.uncertain(doubt.place, (), "").severity
            )
        )
    known = [record for record in records if record.key is not None and str(record.key.value) in cited]
    others = [record for record in records if record not in known] if known else []
    if others:
        keys = [str(record.key.value) for record in others if record.key is not None]
        note(codes.left_out(others[0].place, (), keys, "the paper does not cite them"))
    references, left = as_references(known or records)
    for one in left:
        if not one.housekeeping:
            note(codes.not_placed(one.value.place, (), one.name, str(one.value.value)))
    return references
