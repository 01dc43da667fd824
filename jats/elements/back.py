"""What follows the text, in the order that the article file wants, else in the usual one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from jats.elements.blocks import fitting, write_blocks
from jats.elements.build import Attributes, Children, Cursor, Element, element, extend, lose_all, text_element
from jats.elements.footnotes import write_footnotes
from jats.elements.glossary import write_glossaries
from jats.elements.ids import id_attribute
from jats.elements.inline import write_text
from jats.elements.languages import foreign
from jats.elements.object_ids import write_object_ids
from jats.elements.pointers import point
from jats.elements.references import write_ref_lists, write_references
from jats.elements.sections import write_parts
from jats.elements.vocabulary import allowed
from jats.model.appendices import Appendix, AppendixGroup
from jats.model.article import Article, SubArticle
from jats.model.back import BackNote, BackPart, Biography, DataAvailability
from jats.vocab.headings import data_availability_heading

_BACK, _GROUP = "back", "app-group"

BEFORE_THE_TEXT = ("disclaimer",)
"""Kinds of notes that are in `<front>`, which PMC wants of them."""


def write_back(article: Article, at: Cursor) -> Element | None:
    """`<back>`; `None` if there is nothing to put in it."""
    given = [name for name in _WRITERS if getattr(article, name)]
    ordered = [name for name in article.back_order if name in given]
    made = [part for name in dict.fromkeys([*ordered, *given]) for part in _WRITERS[name](article, at)]
    if given == ["references"]:
        return element(_BACK, at, None, made)
    back = element(_BACK, at, None, _in_one_group(made, at))
    for appendix in () if back is None else back.iter("app"):
        if appendix.get("id") is None:  # SciELO wants one; those that are given have theirs already
            appendix.set("id", at.identify(None, "app", "app"))
    return back


def write_front_notes(article: Article, at: Cursor) -> list[Element | None]:
    """Notes that are before the text, if the variant has a place for them."""
    return [write_back_note(note, here) for note, here in _notes(article, at) if _stands_in_front(note, article, at)]


def write_back_note(note: BackNote, at: Cursor) -> Element | None:
    """`<notes>`."""
    return _write_part(note, "notes", {"notes-type": (note.type, at / "type")}, at)


def _notes(article: Article, at: Cursor) -> list[tuple[BackNote, Cursor]]:
    return [(note, at / "back_notes" / index) for index, note in enumerate(article.back_notes)]


def _stands_in_front(note: BackNote, article: Article, at: Cursor) -> bool:
    """Whether it does in this variant; an article inside another one has all its notes after the text."""
    return not isinstance(article, SubArticle) and note.type in BEFORE_THE_TEXT and at.can("front", "notes")


def _write_part(part: BackPart, tag: str, attributes: Attributes, at: Cursor, *more: Children) -> Element | None:
    """An element with what all of these parts have: label, heading, paragraphs and sections."""
    content = write_parts(part.text, part.sections, tag, at)
    return element(
        tag,
        at,
        {
            **id_attribute(part.id, tag, at / "id"),
            **attributes,
            "xml:lang": (foreign(part.language, at.context.language), at / "language"),
        },
        text_element("label", at, "label", part.label),
        _write_heading(part, at),
        fitting(content, at, tag) if part.sections else content,
        *more,
    )


def _write_heading(part: BackPart, at: Cursor) -> Element | None:
    """The heading; a statement on data without one has that which is usual in its language, for it must have one."""
    if part.title is None and isinstance(part, DataAvailability):
        return element("title", at, None, data_availability_heading(part.language or at.context.language))
    return write_text("title", part.title, at / "title")


def _write_or_append(part: BackPart, tag: str, attributes: Attributes, at: Cursor) -> Element | None:
    """The part; an appendix if the tag set has no such parts, as in Authoring, which requires a heading."""
    if at.can(_BACK, tag):
        return _write_part(part, tag, attributes, at)
    if part.title is None and not isinstance(part, DataAvailability):
        at.lose(tag, _BACK)
        return None
    at.lose(tag, _BACK, "as appendix")
    kind = next((value for name, value in attributes.items() if name.endswith("-type")), None)
    return _write_part(part, "app", {"content-type": kind, "specific-use": attributes.get("specific-use")}, at)


def _write_acknowledgements(article: Article, at: Cursor) -> list[Element | None]:
    made: list[Element | None] = []
    for index, one in enumerate(article.acknowledgements):
        here = at / "acknowledgements" / index
        ids = write_object_ids(one.ids, here / "ids", "ack") if one.ids else None
        made.append(_write_part(one, "ack", {"content-type": (one.type, here / "type")}, here, ids))
    return made


def _write_data_availability(article: Article, at: Cursor) -> list[Element | None]:
    """A section of its own type, which JATS4R, PMC and SciELO want."""
    made: list[Element | None] = []
    for index, one in enumerate(article.data_availability):
        here = at / "data_availability" / index
        attributes: Attributes = {"sec-type": "data-availability", "specific-use": (one.status, here / "status")}
        made.append(_write_or_append(one, "sec", attributes, here))
    return made


def _write_statements(article: Article, at: Cursor) -> list[Element | None]:
    return [
        _write_or_append(one, "sec", {"sec-type": (one.type, here / "type")}, here)
        for index, one in enumerate(article.statements)
        for here in [at / "statements" / index]
    ]


def _write_notes(article: Article, at: Cursor) -> list[Element | None]:
    return [
        _write_or_append(note, "notes", {"notes-type": (note.type, here / "type")}, here)
        for note, here in _notes(article, at)
        if not _stands_in_front(note, article, at)
    ]


def write_biography(biography: Biography, at: Cursor) -> Element | None:
    """`<bio>`, as contributors have it themselves."""
    made = _write_part(biography, "bio", _biography_attributes(biography, at), at)
    return point(made, biography.refers_to, at / "refers_to")


def _biography_attributes(biography: Biography, at: Cursor) -> Attributes:
    return {"content-type": (biography.type, at / "type"), "xlink:href": (biography.url, at / "url")}


def _write_biographies(article: Article, at: Cursor) -> list[Element | None]:
    made: list[Element | None] = []
    for index, one in enumerate(article.biographies):
        here = at / "biographies" / index
        whole = _write_or_append(one, "bio", _biography_attributes(one, here), here)
        if at.can(_BACK, "bio"):
            point(whole, one.refers_to, here / "refers_to")
        else:
            _lose_links(one, here)
        made.append(whole)
    return made


def _lose_links(biography: Biography, at: Cursor) -> None:
    for step, attribute in (("url", "@xlink:href"), ("refers_to", "@rid")):
        if getattr(biography, step):
            (at / step).lose(attribute, "app")


def _write_appendices(article: Article, at: Cursor) -> list[Element]:
    """`<app-group>` for appendices that follow each other, and for each group that the article file makes."""
    here = at / "appendices"
    made: list[Element | None] = []
    for plain, run in groupby(enumerate(article.appendices), lambda item: isinstance(item[1], Appendix)):
        given = list(run)
        if plain:
            apps = [_write_appendix(one, here / index) for index, one in given if isinstance(one, Appendix)]
            made.append(element(_GROUP, here, None, apps))
        else:
            made += [_write_group(one, here / index) for index, one in given if isinstance(one, AppendixGroup)]
    return [one for one in made if one is not None]


def _write_appendix(appendix: Appendix, at: Cursor) -> Element | None:
    attributes: Attributes = {
        "content-type": (appendix.type, at / "type"),
        "supplemental": _supplemental(appendix, "app", at),
    }
    glossary = write_glossaries(appendix.glossary, at / "glossary") if appendix.glossary else ()
    footnotes = write_footnotes(appendix.footnotes, "app", at / "footnotes") if appendix.footnotes else ()
    references = write_references(appendix.references, at / "references")
    return _write_part(appendix, "app", attributes, at, [*footnotes, *glossary, *references])


def _write_group(group: AppendixGroup, at: Cursor) -> Element | None:
    here = at / "appendices"
    return element(
        _GROUP,
        at,
        {
            **id_attribute(group.id, _GROUP, at / "id"),
            "content-type": (group.type, at / "type"),
            "supplemental": _supplemental(group, _GROUP, at),
            "xml:lang": (foreign(group.language, at.context.language), at / "language"),
        },
        write_object_ids(group.ids, at / "ids", _GROUP) if group.ids else None,
        text_element("label", at, "label", group.label),
        write_text("title", group.title, at / "title"),
        write_blocks(group.text, at / "text", _GROUP),
        [_write_appendix(one, here / index) for index, one in enumerate(group.appendices)],
    )


def _supplemental(given: Appendix | AppendixGroup, tag: str, at: Cursor) -> tuple[str, Cursor] | None:
    if given.supplemental is None:
        return None
    return allowed(tag, "supplemental", "yes" if given.supplemental else "no", at / "supplemental")


def _in_one_group(made: Iterable[Element | None], at: Cursor) -> list[Element]:
    """The parts with appendices in a group; in one if the tag set takes no more, what else is in the others being lost."""
    parts = [one for one in made if one is not None]
    if at.repeats(_BACK, _GROUP):
        return parts
    groups = [one for one in parts if one.tag == _GROUP]
    apps = [one for one in parts if one.tag == "app"]
    apps += [app for group in groups[1:] for app in group.findall("app")]
    kept = [one for one in parts if one.tag != "app" and one not in groups[1:]]
    if groups:
        extend(groups[0], _GROUP, at, apps)
    elif apps:
        kept += [one for one in [element(_GROUP, at, None, apps)] if one is not None]
    for group in groups[1:]:
        if len(group):
            lose_all(group, _BACK, at)
    return kept


_WRITERS: dict[str, Callable[[Article, Cursor], Sequence[Element | None]]] = {
    "acknowledgements": _write_acknowledgements,
    "data_availability": _write_data_availability,
    "statements": _write_statements,
    "footnotes": lambda article, at: write_footnotes(article.footnotes, _BACK, at / "footnotes"),
    "back_notes": _write_notes,
    "glossary": lambda article, at: write_glossaries(article.glossary, at / "glossary"),
    "references": write_ref_lists,
    "biographies": _write_biographies,
    "appendices": _write_appendices,
}
"""What follows the text, by its field, in the usual order."""
