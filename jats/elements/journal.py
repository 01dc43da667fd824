"""The journal: identifiers, titles, ISSNs, publisher."""

from __future__ import annotations

from collections.abc import Mapping

from jats.elements.build import Attributes, Children, Cursor, Element, element
from jats.elements.custom import all_to_custom_meta, fits_or_custom_meta, write_custom
from jats.elements.ids import authority
from jats.elements.inline import write_inline
from jats.elements.institutions import institution_ids, institution_wrap
from jats.elements.languages import by_tag, versions
from jats.elements.titles import write_subtitles, write_translation
from jats.elements.web import write_web_addresses
from jats.model.journal import Journal, Publisher

_META = "journal-meta"
_NAME = "publisher-name"

_OLD_KINDS = {"print": "ppub", "electronic": "epub"}
"""`@pub-type` of an ISSN, which JATS 1.1 replaced with `@publication-format`; PMC and SciELO still read the old one."""


_ID_FIRST = ("electronic", "print")
_ISSN_AS_ID = (
    "the journal has no id, so its ISSN is written as its id; to give it one, write ids: {publisher-id: tides}"
)


def write_journal(journal: Journal | None, at: Cursor, *others: Children) -> Element | None:
    """`<journal-meta>`, which Authoring doesn't have, with what else is in it."""
    if journal is None:
        return None
    if not at.can("front", _META):
        at.lose(_META, "front")
        return None
    return element(
        _META,
        at,
        None,
        _write_ids(journal, at),
        _write_titles(journal, at),
        write_issns(journal.issn, at / "issn"),
        write_isbns(journal.isbn, at / "isbn"),
        _write_publishers(journal, at / "publisher"),
        write_web_addresses(journal.url, at / "url"),
        _write_custom(journal, at / "custom"),
        *others,
    )


def _write_custom(journal: Journal, at: Cursor) -> Element | None:
    """`<custom-meta-group>`, which Publishing has here since JATS 1.4; before that it goes to the article's."""
    if not fits_or_custom_meta(_META, "custom-meta-group", journal.custom, at):
        return None
    return element("custom-meta-group", at, None, write_custom(journal.custom, at))


def _write_ids(journal: Journal, at: Cursor) -> list[Element | None]:
    """The journal's ids; if it has none and the schema requires one, its ISSN, which JATS and PMC accept as an id."""
    if journal.ids or at.context.grammar.accepts(_META, ("issn",)):
        return [_write_id(kind, value, at / "ids" / kind) for kind, value in journal.ids.items()]
    kind = next((kind for kind in (*_ID_FIRST, *journal.issn) if kind in journal.issn and kind != "linking"), None)
    if kind is None:
        return []
    here = at / "issn" / kind
    at.context.remarks.append((here.path, _ISSN_AS_ID))
    return [element("journal-id", here, {"journal-id-type": "issn"}, journal.issn[kind])]


def _write_id(kind: str, value: str, at: Cursor) -> Element | None:
    return element("journal-id", at, {"journal-id-type": kind, **authority("journal-id", value, at)}, value)


def _write_titles(journal: Journal, at: Cursor) -> Element | None:
    """`<journal-title-group>`: a title with its subtitle, subtitles that have no title, translations, the short title."""
    tag = "journal-subtitle"
    titles = versions(journal.title, at / "title")
    subtitles = by_tag(journal.subtitle, at / "subtitle")
    first: list[Element | None] = []
    for language, title, here in titles[:1]:
        first.append(element("journal-title", here, {"xml:lang": language}, write_inline(title, here, "journal-title")))
        first += write_subtitles(tag, language, subtitles)
    translations = [write_translation(title, language, subtitles, here) for language, title, here in titles[1:]]
    left = [
        element(tag, here / index, {"xml:lang": language}, write_inline(text, here / index, tag))
        for language, texts, here in versions(journal.subtitle, at / "subtitle")
        for index, text in enumerate(texts)
        if (language and language.casefold()) in subtitles
    ]
    return element("journal-title-group", at, None, first, left, translations, _write_abbreviations(journal, at))


def _write_abbreviations(journal: Journal, at: Cursor) -> list[Element | None]:
    return [
        element("abbrev-journal-title", here, {"abbrev-type": (one.type, way / "type"), "xml:lang": language}, text)
        for index, one in enumerate(journal.abbreviation)
        for way in [at / "abbreviation" / index]
        for language, text, here in versions(one.text, way / "text")
    ]


def write_issns(given: Mapping[str, str], at: Cursor) -> list[Element | None]:
    """One `<issn>` a number; the linking one has an element of its own."""
    return [_write_issn(kind, value, at / kind) for kind, value in given.items()]


def _write_issn(kind: str, value: str, at: Cursor) -> Element | None:
    """One ISSN, or the one that links all."""
    if kind == "linking":
        return element("issn-l", at, issn_attributes(kind, value, at), value)
    attributes = issn_attributes(kind, value, at) or {}
    # PMC and SciELO read `pub-type` in every version.
    if kind in _OLD_KINDS and at.has("issn", "pub-type"):
        attributes = {"pub-type": _OLD_KINDS[kind], **attributes}
    return element("issn", at, attributes or None, value)


def issn_attributes(kind: str, value: str, at: Cursor) -> Attributes | None:
    """Its kind, if one is stated, and who assigned it. Receivers take the attribute of the version's own time."""
    attributes = authority("issn-l" if kind == "linking" else "issn", value, at)
    if not kind or kind == "linking":
        return attributes or None
    if at.has("issn", "publication-format"):
        return {"publication-format": kind, **attributes}
    return {"pub-type": _OLD_KINDS.get(kind, kind), **attributes}


def write_isbns(given: Mapping[str, str], at: Cursor) -> list[Element | None]:
    """One `<isbn>` a number."""
    return [_write_isbn(kind, value, at / kind) for kind, value in given.items()]


def _write_isbn(kind: str, value: str, at: Cursor) -> Element | None:
    return element("isbn", at, isbn_attributes(kind, value, at), value)


def isbn_attributes(kind: str, value: str, at: Cursor) -> Attributes | None:
    """Its kind, if one is stated, and who assigned it; JATS 1.0 can say the kind only as a content type."""
    attributes = authority("isbn", value, at)
    if not kind:
        return attributes or None
    return {"publication-format" if at.has("isbn", "publication-format") else "content-type": kind, **attributes}


def _write_publishers(journal: Journal, at: Cursor) -> list[Element | None]:
    """One `<publisher>` each; before JATS 1.4 there is room for one, and the others go to `<custom-meta>`."""
    rest = () if at.repeats(_META, "publisher") else journal.publisher[1:]
    for index, one in enumerate(rest, 1):
        all_to_custom_meta(one, "publisher beside another", _META, at / index)
    return [
        _write_publisher(one, at / index)
        for index, one in enumerate(journal.publisher[: len(journal.publisher) - len(rest)])
    ]


def _write_publisher(publisher: Publisher, at: Cursor) -> Element | None:
    """`<publisher>`: name and place in each language; a place must follow a name, so one without goes to `<custom-meta>`."""
    places = {
        str(here.path[-1]): (language, place, here) for language, place, here in versions(publisher.place, at / "place")
    }
    names = versions(publisher.name, at / "name")
    beside = [places.pop(str(here.path[-1]), None) for _, _, here in names]
    made = _write_names(publisher, names, at)
    children: list[Element | None] = []
    for name, own in zip(made, beside, strict=True):
        place = places.pop(next(iter(places))) if own is None and places else own
        children.append(name)
        children.append(element("publisher-loc", place[2], {"xml:lang": place[0]}, place[1]) if place else None)
    for _, alone, here in places.values():
        here.to_custom_meta(alone, "publisher-loc without publisher-name", "publisher")
    return element("publisher", at, None, children)


def _write_names(publisher: Publisher, names: list[tuple[str | None, str, Cursor]], at: Cursor) -> list[Element | None]:
    """The name in each language, the first with the publisher's identifiers, for which JATS 1.0 has no element."""
    known = institution_ids(publisher.ror, publisher.ids, at)
    if known and not (names and at.can(_NAME, "institution-wrap")):
        for _, value, here in known:
            here.to_custom_meta(value, "institution-wrap", _NAME)
        known = []
    made: list[Element | None] = []
    for language, name, here in names:
        content = institution_wrap(name, here, known if not made else []) if known and not made else name
        made.append(element(_NAME, here, {"xml:lang": language}, content))
    return made
