"""Reference lists: one for references that follow each other, one for each list that the article file makes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from jats.draft import Path
from jats.elements.blocks import write_blocks
from jats.elements.build import Cursor, Element, element, lose_all, text_element
from jats.elements.ids import id_attribute
from jats.elements.inline import write_text
from jats.elements.object_ids import write_object_ids
from jats.elements.references.citations import write_citations
from jats.model.article import Article
from jats.model.references import Entry, Reference, ReferenceList, References, walk_references

_LIST = "ref-list"

Item = Reference | ReferenceList
Names = dict[Path, str]
"""Identifiers that references give themselves, by their places."""


def write_ref_lists(article: Article, at: Cursor) -> list[Element]:
    """`<ref-list>` once or several times; none if the article cites nothing."""
    return write_references(article.references, at / "references")


def write_references(references: References, at: Cursor) -> list[Element]:
    """The same for the references of a part of an article; `at` is their field."""
    if not references:
        return []
    names = {
        at.path + path: Cursor(at.context, (*at.path, *path, "id")).identify(one.id, "ref", "ref")
        for path, one in walk_references(references, ())
        if one.id is not None
    }
    return _write_lists(references, names, at)


def _write_lists(items: Iterable[Item], names: Names, at: Cursor) -> list[Element]:
    """A list for each run of references, and those that are given as lists, in order."""
    made: list[Element] = []
    for plain, run in groupby(enumerate(items), lambda item: isinstance(item[1], Reference)):
        given = list(run)
        if plain:
            whole = element(_LIST, at, None, _write_refs(given, names, at))
            made += [] if whole is None else [whole]
        else:
            for index, one in given:
                made += _write_list(one, names, at / index)
    return made


def _write_refs(items: Iterable[tuple[int, Item]], names: Names, at: Cursor) -> list[Element | None]:
    return [_write_ref(one, names, at / index) for index, one in items if isinstance(one, Reference)]


def _write_list(given: Item, names: Names, at: Cursor) -> list[Element]:
    """A list with the lists inside it; those follow it if the tag set has none inside others."""
    if isinstance(given, Reference):
        return []
    here = at / "references"
    refs = [one for one in _write_refs(enumerate(given.references), names, here) if one is not None]
    inner = [(index, one) for index, one in enumerate(given.references) if isinstance(one, ReferenceList)]
    lists = [made for index, one in inner for made in _write_list(one, names, here / index)]
    nested = at.can(_LIST, _LIST)
    for index, _ in () if nested else inner:
        (here / index).lose(_LIST, _LIST, "after it")
    whole = element(
        _LIST,
        at,
        {
            **id_attribute(given.id, _LIST, at / "id"),
            "content-type": (given.type, at / "type"),
            "xml:lang": (given.language, at / "language"),
        },
        write_object_ids(given.ids, at / "ids", _LIST),
        text_element("label", at, "label", given.label),
        write_text("title", given.title, at / "title"),
        write_blocks(given.text, at / "text", _LIST),
        refs,
        lists if nested else (),
    )
    if whole is not None and not refs and "ref" in at.context.grammar.required_children(_LIST):
        lose_all(whole, "back", at)
        at.lose(_LIST, "back")
        whole = None
    return [*([] if whole is None else [whole]), *(() if nested else lists)]


def _write_ref(reference: Reference, names: Names, at: Cursor) -> Element | None:
    """`<ref>` with its citation; further works and remarks under the same number follow in order."""
    children: list[Element | None] = [*write_citations(reference, at)]
    if reference.remark:
        children.append(_write_remark(reference, at))
    for index, work in enumerate(reference.works):
        here = at / "works" / index
        children += [*write_citations(work, here, work.label), _write_remark(work, here) if work.remark else None]
    written = [one for one in children if one is not None]
    if not written:
        at.lose("ref", _LIST)
        return None
    identifier = names.get(at.path) or at.identify(None, "ref", "ref")
    return element(
        "ref", at, {"id": (identifier, at / "id")}, text_element("label", at, "label", reference.label), written
    )


def _write_remark(entry: Entry, at: Cursor) -> Element | None:
    """`<note>`, which Authoring doesn't have among references."""
    here = at / "remark"
    if not at.can("ref", "note"):
        here.lose("note", "ref")
        return None
    return element("note", here, None, write_blocks(entry.remark, here, "note"))
