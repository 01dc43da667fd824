"""Copyright and licences."""

from __future__ import annotations

from jats.elements.build import At, Element, element
from jats.elements.inline import write_inline
from jats.elements.languages import foreign, versions
from jats.model.article import Article
from jats.model.dates import Date
from jats.model.inline import Inline, LocalizedInline
from jats.model.permissions import License
from jats.vocab.licences import find_licence


def write_permissions(article: Article, at: At) -> Element | None:
    """`<permissions>`: the statement, year and holder of the copyright, then every licence."""
    mine = article.copyright
    here = at / "copyright"
    return element(
        "permissions",
        at,
        None,
        _write_versions("copyright-statement", mine.statement, here / "statement") if mine else None,
        element("copyright-year", here / "year", None, mine.year) if mine else None,
        _write_versions("copyright-holder", mine.holder, here / "holder") if mine else None,
        [_write_license(one, at / "license" / index) for index, one in enumerate(article.license)],
    )


def _write_versions(tag: str, texts: LocalizedInline | None, at: At) -> list[Element | None]:
    return [
        element(tag, here, {"xml:lang": language}, write_inline(text, here, tag))
        for language, text, here in versions(texts, at)
    ]


def _write_license(given: License, at: At) -> Element | None:
    """A licence with its address as JATS's own link and, from JATS 1.1 on, as `<ali:license_ref>`, which crawlers look for."""
    known = find_licence(given.url or given.name or "")
    references = [_write_reference(given, at)] if at.can("license", "ali:license_ref") and given.url else []
    if not references:
        (at / "start").set_aside(_written(given.start), "ali:license_ref", "license")
    if given.start and given.start.iso:
        (at / "start" / "text").set_aside(given.start.text or "", "printed date", "ali:license_ref")
    statement = given.text or Inline.of(given.name or ("" if references else given.url or ""))
    if not statement and not references:
        (at / "language").set_aside(given.language or "", "license without text", "permissions")
        return None
    unsaid = given.name if given.name and given.name not in statement.plain() else None
    return element(
        "license",
        at,
        {
            "license-type": "open-access" if known else None,
            "xml:lang": foreign(given.language, at.writing.language),
            "xlink:href": given.url,
            "xlink:title": unsaid,
        },
        references,
        _write_statement(statement, at),
    )


def _write_reference(given: License, at: At) -> Element | None:
    return element("ali:license_ref", at / "url", {"start_date": _written(given.start) or None}, given.url)


def _write_statement(statement: Inline, at: At) -> Element | None:
    """The statement as given; where there is none the licence's name, where the schema wants something its address."""
    return element("license-p", at / "text", None, write_inline(statement, at / "text", "license-p"))


def _written(date: Date | None) -> str:
    """ISO 8601, where the date is one; else what is given of it."""
    if date is None:
        return ""
    parts = (date.day, date.month, date.season, date.year, date.text)
    return date.iso or " ".join(part for part in parts if part)
