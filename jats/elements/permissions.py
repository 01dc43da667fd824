"""Copyright and licences."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Attributes, Cursor, Element, element, empty_element
from jats.elements.custom import all_to_custom_meta, date_in_words
from jats.elements.inline import write_inline, write_versions
from jats.elements.vocabulary import allowed
from jats.model.article import Article
from jats.model.dates import Date
from jats.model.inline import Inline
from jats.model.permissions import Copyright, License
from jats.vocab.licences import find_licence

_FREE = "ali:free_to_read"


def write_permissions(article: Article, at: Cursor) -> Element | None:
    """`<permissions>`: the statement, years and holders of the copyright, who may read for free, then every licence."""
    return write_rights(article.copyright, article.license, at, _write_free(article, at))


def write_rights(
    mine: Copyright | None, licenses: Sequence[License], at: Cursor, free: Element | None = None
) -> Element | None:
    """`<permissions>` of the article or of a part of it; `at` is what has the fields `copyright` and `license`."""
    return element(
        "permissions",
        at,
        None,
        _write_copyright(mine, at / "copyright") if mine else None,
        free,
        [_write_license(one, at / "license" / index) for index, one in enumerate(licenses)],
    )


def write_terms(mine: Copyright | None, licences: Sequence[License], at: Cursor) -> Element | None:
    """`<permissions>` of a part of the article, or of an earlier form of it."""
    return element(
        "permissions",
        at,
        None,
        _write_copyright(mine, at / "copyright") if mine else None,
        [_write_license(one, at / "license" / index) for index, one in enumerate(licences)],
    )


def _write_copyright(mine: Copyright, at: Cursor) -> list[Element | None]:
    holders = [
        made
        for index, holder in enumerate(mine.holder)
        for made in write_versions("copyright-holder", holder, at / "holder" / index)
    ]
    return [
        *write_versions("copyright-statement", mine.statement, at / "statement"),
        *(element("copyright-year", at / "year" / index, None, one) for index, one in enumerate(mine.year)),
        *holders,
    ]


def _write_free(article: Article, at: Cursor) -> Element | None:
    """`<ali:free_to_read>`, since JATS 1.1, with its days; an embargo says the first of them."""
    free, embargo = article.free_to_read, article.embargo
    if free is None and embargo is None:
        return None
    here = at / "free_to_read"
    start, first = (embargo, at / "embargo") if embargo else (free.start if free else None, here / "start")
    end, last = free.end if free else None, here / "end"
    if not at.can("permissions", _FREE):
        dated = [(date, place) for date, place in ((start, first), (end, last)) if date]
        for date, place in dated:
            all_to_custom_meta(date, _FREE, "permissions", place)
        if not dated:
            here.to_custom_meta("yes", _FREE, "permissions")
        return None
    days: Attributes = {"start_date": (_day(start, first, _FREE), first), "end_date": (_day(end, last, _FREE), last)}
    return empty_element(_FREE, first if embargo else here, days)


def _day(date: Date | None, at: Cursor, parent: str) -> str | None:
    """ISO 8601 if a date is one, else what is given of it; what is printed of it beside goes to `<custom-meta>`."""
    if date is None:
        return None
    if date.iso and not date.is_plain:
        at.to_custom_meta(date_in_words(date), "printed date", parent)
    return date.iso or date_in_words(date)


def _write_license(given: License, at: Cursor) -> Element | None:
    """A licence with its address as JATS's own link and, from JATS 1.1 on, as `<ali:license_ref>`, which crawlers look for."""
    known = find_licence(given.url or given.name or "")
    references = [_write_reference(given, at)] if at.can("license", "ali:license_ref") and given.url else []
    if not references:
        (at / "start").to_custom_meta(date_in_words(given.start) if given.start else "", "ali:license_ref", "license")
        (at / "applies_to").to_custom_meta(given.applies_to or "", "ali:license_ref", "license")
    statement, field = _statement(given, has_address=bool(references))
    if not statement and not references:
        (at / "type").to_custom_meta(given.type or "", "license without text", "permissions")
        (at / "language").to_custom_meta(given.language or "", "license without text", "permissions")
        return None
    unsaid = given.name if given.name and given.name not in statement.plain() else None
    return element(
        "license",
        at,
        {
            "license-type": (given.type, at / "type") if given.type else "open-access" if known else None,
            "xml:lang": (given.language, at / "language"),
            "xlink:href": (given.url, at / "url"),
            "xlink:title": (unsaid, at / "name"),
        },
        references,
        element("license-p", at / field, None, write_inline(statement, at / field, "license-p")),
    )


def _write_reference(given: License, at: Cursor) -> Element | None:
    applies_to = allowed("ali:license_ref", "applies_to", given.applies_to, at / "applies_to")
    start = _day(given.start, at / "start", "ali:license_ref")
    attributes: Attributes = {"start_date": (start, at / "start"), "applies_to": applies_to}
    return element("ali:license_ref", at / "url", attributes, given.url)


def _statement(given: License, *, has_address: bool) -> tuple[Inline, str]:
    """The statement with its field: if there is none the licence's name, or its address if that is not yet written."""
    if given.text:
        return given.text, "text"
    if given.name:
        return Inline.of(given.name), "name"
    return Inline.of("" if has_address else given.url or ""), "url"
