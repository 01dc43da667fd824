"""The works that a document cites: where their citations are, their DOIs and texts, found once for all rules."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, Element, children, is_blank, spaced_text, text_of
from jats.vocab.identifiers import tidy_doi

FORMS = ("element-citation", "mixed-citation")
"""The two forms of a citation in JATS."""

CITATIONS = (*FORMS, "citation", "nlm-citation")
"""With those that JATS withdrew."""

DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"“”'«»<>]+")
"""A DOI in running text, and perhaps what follows it."""

_RESOLVED = re.compile(r"doi\.org/10\.\d{4,9}", re.IGNORECASE)
_SAME = re.compile(r"[\W_]+")


def citation_of(el: Element) -> Element | None:
    """The citation that an element is in."""
    return next(el.iterancestors(*CITATIONS), None)


def is_in_citation(el: Element) -> bool:
    """Whether an element is in a citation of one of the two forms; its parent is tried first, being the usual case."""
    parent = el.getparent()
    return parent is not None and (parent.tag in FORMS or next(parent.iterancestors(*FORMS), None) is not None)


def work_of(el: Element) -> Element | None:
    """The reference that an element is in, else its citation: the element with everything about one work."""
    ref = next(el.iterancestors("ref"), None)
    return citation_of(el) if ref is None else ref


def citations_of(ref: Element, *names: str) -> list[Element]:
    """The citations of a reference, those in `<citation-alternatives>` too."""
    found = children(ref, *names)
    for group in ref.iterchildren("citation-alternatives"):
        found += children(group, *names)
    return found


def filled_citations(ref: Element) -> list[Element]:
    """The citations of a reference that hold something."""
    return [each for each in citations_of(ref, *CITATIONS) if not is_blank(each)]


def dois(context: RuleContext) -> dict[Element, list[Element]]:
    """The DOIs of cited works: reference (or citation outside one) → its `<pub-id>` elements."""
    return context.once("DOIs of works", lambda: _by_work(context, "pub-id", _is_doi))


def doi_links(context: RuleContext) -> dict[Element, list[Element]]:
    """Links to a DOI's resolver in cited works, by work as in `dois`."""
    return context.once("links to DOIs of works", lambda: _doi_links(context))


def _doi_links(context: RuleContext) -> dict[Element, list[Element]]:
    found: dict[Element, list[Element]] = {}
    for name in ("ext-link", "uri", "pub-id"):
        for work, links in _by_work(context, name, _is_doi_link).items():
            found.setdefault(work, []).extend(links)
    return found


def _by_work(context: RuleContext, name: str, wanted: Callable[[Element], bool]) -> dict[Element, list[Element]]:
    found: dict[Element, list[Element]] = {}
    for each in context.all(name):
        if wanted(each) and (work := work_of(each)) is not None:
            found.setdefault(work, []).append(each)
    return found


def _is_doi(el: Element) -> bool:
    return el.get("pub-id-type") == "doi"


def _is_doi_link(el: Element) -> bool:
    address = el.get(HREF) or el.text or ""
    return "doi.org/" in address and el.get("pub-id-type") != "doi" and _RESOLVED.search(address) is not None


def linked_doi(link: Element) -> str:
    """The bare DOI that a link leads to."""
    return tidy_doi(link.get(HREF) or text_of(link))


def work_text(context: RuleContext, work: Element) -> str:
    """The text of a reference or citation without its label."""
    return context.once(("text of a work", work), lambda: " ".join(_texts(work)))


def _texts(work: Element) -> list[str]:
    return [spaced_text(work)] if work.tag != "ref" else [spaced_text(each) for each in citations_of(work, *CITATIONS)]


_UNTAGGED = ("pub-id", "ext-link", "uri", "object-id", "volume-id", "issue-id", "elocation-id", "related-object")


def dois_in_text(citation: Element) -> list[str]:
    """The DOIs in a citation's text that no element marks; texts of neighbouring elements are not joined."""
    pieces = [
        str(piece)
        for piece in citation.xpath("descendant::text()")
        if piece.getparent() is not None and not _is_marked(piece)
    ]
    return [_as_far_as_doi(match[0]) for match in DOI.finditer(" ".join(pieces))]


def _is_marked(piece: etree._ElementUnicodeResult) -> bool:
    parent = piece.getparent()
    owner = parent.getparent() if parent is not None and piece.is_tail else parent
    return owner is not None and (owner.tag in _UNTAGGED or next(owner.iterancestors(*_UNTAGGED), None) is not None)


def _as_far_as_doi(found: str) -> str:
    """Up to the first bracket that is closed without being opened, or opened and never closed."""
    opened: list[int] = []
    for number, sign in enumerate(found):
        if sign in "([{":
            opened.append(number)
        elif sign in ")]}":
            if not opened:
                return tidy_doi(found[:number])
            opened.pop()
    return tidy_doi(found[: opened[0]] if opened else found)


def letters(text: str) -> str:
    """A text in small letters and digits alone, to be compared whatever the punctuation."""
    return _SAME.sub("", text.casefold())
