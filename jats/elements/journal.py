"""The journal: identifiers, titles, ISSNs, publisher."""

from __future__ import annotations

from jats.elements.build import At, Element, element
from jats.elements.inline import write_inline, write_text
from jats.elements.languages import versions
from jats.model.inline import Inline
from jats.model.journal import Journal, Publisher

_OLD_KINDS = {"print": "ppub", "electronic": "epub"}
"""`@pub-type` of an ISSN, which JATS 1.1 replaced with `@publication-format` (JATS 1.1 Tag Library, <issn>)."""


def write_journal(journal: Journal | None, at: At) -> Element | None:
    """`<journal-meta>`, which Authoring doesn't have."""
    if journal is None:
        return None
    if not at.can("front", "journal-meta"):
        at.lose("journal-meta", "front")
        return None
    return element(
        "journal-meta",
        at,
        None,
        [
            element("journal-id", at / "ids" / kind, {"journal-id-type": kind}, value)
            for kind, value in journal.ids.items()
        ],
        _write_titles(journal, at),
        [_write_issn(kind, value, at / "issn" / kind) for kind, value in journal.issn.items()],
        _write_publisher(journal.publisher, at / "publisher") if journal.publisher else None,
        element("self-uri", at / "url", {"xlink:href": journal.url}) if journal.url else None,
    )


def _write_titles(journal: Journal, at: At) -> Element | None:
    """`<journal-title-group>`: a title with its subtitle, subtitles that have no title, translations, the short title."""
    titles = versions(journal.title, at / "title")
    subtitles = dict(journal.subtitle or {})
    first: list[Element | None] = []
    for language, title, here in titles[:1]:
        first.append(element("journal-title", here, {"xml:lang": language}, write_inline(title, here, "journal-title")))
        first.append(_write_subtitle("journal-subtitle", subtitles, here))
    translations = [_write_translation(title, language, subtitles, here) for language, title, here in titles[1:]]
    left = [
        element("journal-subtitle", here, {"xml:lang": language}, write_inline(text, here, "journal-subtitle"))
        for language, text, here in versions(subtitles, at / "subtitle")
    ]
    return element("journal-title-group", at, None, first, left, translations, _write_abbreviation(journal, at))


def _write_abbreviation(journal: Journal, at: At) -> Element | None:
    if journal.abbreviation is None:
        return None
    return element("abbrev-journal-title", at / "abbreviation", {"abbrev-type": "publisher"}, journal.abbreviation)


def _write_translation(title: Inline, language: str | None, subtitles: dict[str, Inline], at: At) -> Element | None:
    return element(
        "trans-title-group",
        at,
        {"xml:lang": language or at.writing.language},
        write_text("trans-title", title, at),
        _write_subtitle("trans-subtitle", subtitles, at),
    )


def _write_subtitle(tag: str, subtitles: dict[str, Inline], title: At) -> Element | None:
    """The subtitle that has the language of a title, taken out of `subtitles`."""
    language = str(title.path[-1])
    here = At(title.writing, (*title.path[:-2], "subtitle", language))
    return write_text(tag, subtitles.pop(language, None), here)


def _write_issn(kind: str, value: str, at: At) -> Element | None:
    """One ISSN; of a kind that isn't stated nothing is said. Receivers take the attribute of the version's own time."""
    if kind == "linking":
        return element("issn-l", at, None, value)
    if not kind:
        return element("issn", at, None, value)
    attribute = "publication-format" if at.has("issn", "publication-format") else "pub-type"
    return element("issn", at, {attribute: _OLD_KINDS.get(kind, kind) if attribute == "pub-type" else kind}, value)


def _write_publisher(publisher: Publisher, at: At) -> Element | None:
    """`<publisher>`: name and place in each language; a place must follow a name, so one without is set aside."""
    places = {
        str(here.path[-1]): (language, place, here) for language, place, here in versions(publisher.place, at / "place")
    }
    names = versions(publisher.name, at / "name")
    beside = [places.pop(str(here.path[-1]), None) for _, _, here in names]
    children: list[Element | None] = []
    for (language, name, here), own in zip(names, beside, strict=True):
        place = places.pop(next(iter(places))) if own is None and places else own
        children.append(element("publisher-name", here, {"xml:lang": language}, name))
        children.append(element("publisher-loc", place[2], {"xml:lang": place[0]}, place[1]) if place else None)
    for _, alone, here in places.values():
        here.set_aside(alone, "publisher-loc without publisher-name", "publisher")
    return element("publisher", at, None, children)
