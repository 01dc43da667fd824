"""The importers of papers in Markdown: JOSS, MyST and Quarto."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jats.article_file import SUFFIXES
from jats.draft import Map, Text
from jats.findings import Note
from jats.importers.front_matter import codes as front_codes
from jats.importers.front_matter.split import Split, parts_of, read_fields, split_front_matter
from jats.importers.front_matter.values import field, key_of, running
from jats.importers.registry import importer
from jats.importers.source import HEAD, Source

if TYPE_CHECKING:
    from jats.importers.front_matter.article import Maker

_KEY = re.compile(r"^([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]|$)", re.MULTILINE)
_INDEXED = re.compile(r"^[ \t]*(?:-[ \t]+)?index[ \t]*:[ \t]*\S", re.MULTILINE)
_QUARTO = frozenset(("format", "execute", "author", "engine", "shorttitle", "pdf-engine", "knitr", "citation"))
_HEADING = re.compile(r"\s*#[ \t]+(\S[^\n]{0,500})")
_PROJECT = "myst.yml"
_BIBLIOGRAPHY = ("bibliography", "cito-bibliography")


def _front(source: Source) -> tuple[str, set[str]] | None:
    """The beginning of a front matter and its keys; None if the source does not begin with one."""
    if source.suffix in SUFFIXES:
        return None
    head = source.head
    split = split_front_matter(head) or (split_front_matter(head + "\n---\n") if len(head) == HEAD else None)
    if split is None:
        return None
    keys = {key_of(found[1]) for found in _KEY.finditer(split.yaml)}
    known = keys & {"title", "author", "authors"} or (source.suffix == ".md" and source.beside(_PROJECT) is not None)
    return (split.yaml, keys) if known else None


def detects_joss(source: Source) -> str | None:
    """Front matter with numbered affiliations."""
    front = _front(source)
    if front is None or "authors" not in front[1] or not _INDEXED.search(front[0]):
        return None
    return "its front matter has authors and numbered affiliations, as JOSS wants"


def detects_quarto(source: Source) -> str | None:
    """Front matter with keys of Quarto."""
    front = _front(source)
    if front is None:
        return None
    found = sorted(front[1] & _QUARTO)
    if source.suffix in (".qmd", ".rmd") or found:
        return f"its front matter has {' and '.join(found[:2]) or 'the keys'} of Quarto"
    return None


def detects_myst(source: Source) -> str | None:
    """A page with other front matter, or a project's file."""
    if re.search(r"^project\s*:", source.head, re.MULTILINE) and re.search(
        r"^version\s*:\s*1\b", source.head, re.MULTILINE
    ):
        return "it is a project's file of MyST"
    front = _front(source)
    if front is None or detects_joss(source) or detects_quarto(source):
        return None
    return "it begins with front matter"


@importer("joss", title="JOSS paper", suffixes=(".md",), detects=detects_joss)
def read_joss(source: Source, note: Note) -> Iterator[Map]:
    """One draft of the paper."""
    return _read(source, note)


@importer("quarto", title="Quarto article", suffixes=(".qmd", ".rmd"), detects=detects_quarto)
def read_quarto(source: Source, note: Note) -> Iterator[Map]:
    """One draft of the article."""
    return _read(source, note)


@importer("myst", title="MyST page or project", suffixes=(".md", ".yml"), detects=detects_myst)
def read_myst(source: Source, note: Note) -> Iterator[Map]:
    """One draft of the page, with what its project says of all pages."""
    return _read(source, note)


def _read(source: Source, note: Note) -> Iterator[Map]:
    from jats.importers.front_matter.article import Maker
    from jats.importers.front_matter.bibliography import references_of

    split = split_front_matter(source.text)
    fields = read_fields(split.yaml if split else source.text, source.name, note)
    if fields is None:
        return
    project = fields if split is None else None
    if split is not None and (beside := source.beside(_PROJECT)) is not None:
        project = read_fields(beside.text, beside.name, note)
    maker = Maker(Map(source.place(1)), note)
    if split is not None:
        _marked_affiliations(maker, split, source)
        maker.read(fields)
        _parts(maker, split, source)
        _sections(maker, split, source)
        if project is not None:
            _first_heading(maker, split, source)
    inner = project.items.get("project") if project is not None else None
    if isinstance(inner, Map):
        maker.read(inner)
    named = field(fields, *_BIBLIOGRAPHY) or field(inner, *_BIBLIOGRAPHY)
    references = references_of(named, source, note)
    if references is not None:
        maker.draft.put("references", references)
    draft = maker.finish()
    if not draft.items:
        return
    if split is not None:
        _body(split, source, note)
    yield draft


def _marked_affiliations(maker: Maker, split: Split, source: Source) -> None:
    maker.people.marked_lines(split.text, source.place_at(split.offset))


def _parts(maker: Maker, split: Split, source: Source) -> None:
    """Parts of a MyST page that name themselves, such as its abstract."""
    from jats.importers.front_matter.article import part_field

    for name, text, at in parts_of(split.text):
        to = part_field(name)
        value = running(Text(text, source.place_at(split.offset + at)))
        if to is None or not str(value.value).strip():
            continue
        if to.partition(".")[0] == "abstract":
            maker.abstract(value, to.partition(".")[2])
        else:
            maker.put_path(to.split("."), value)


def _sections(maker: Maker, split: Split, source: Source) -> None:
    """Sections of the text that have a field, such as the acknowledgements."""
    from jats.importers.front_matter.sections import sections_of

    for section in sections_of(split.text):
        value = running(Text(section.text, source.place_at(split.offset + section.start)))
        if not str(value.value).strip():
            continue
        if section.field == "abstract":
            maker.abstract(value, "")
        else:
            maker.put_path([section.field], value)


def _first_heading(maker: Maker, split: Split, source: Source) -> None:
    """The title of a MyST page that has none in its front matter: its first heading."""
    found = _HEADING.match(split.text)
    if found and "title" not in maker.draft.items:
        maker.put_path(["title"], running(Text(found[1], source.place_at(split.offset + found.start(1)))))


def _body(split: Split, source: Source, note: Note) -> None:
    """The text itself, as one finding."""
    body = split.text.strip()
    if body:
        at = split.offset + len(split.text) - len(split.text.lstrip())
        first = body.split("\n", 1)[0]
        note(front_codes.body(source.place_at(at), (), first, body.count("\n") + 1))
