"""Licences as single services ask for them: SciELO, Crossref, DataCite, JATS4R."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, XML_LANG, Element, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.permissions.licence import address_home, addresses, creative_commons
from jats.vocab.languages import to_639_1
from jats.vocab.namespaces import NAMESPACES

_DEED = re.compile(r"deed\.([a-z]{2})(?:[-_][A-Za-z]+)?/?$")
_FREE = re.compile(r"free(?:ly)? (?:to read|accessible|available)|free access", re.IGNORECASE)
_CC_BY_4 = re.compile(r"https?://creativecommons\.org/licenses/by/4\.0/")


@rule("J4R402", on="article-meta/permissions", services=("jats4r",), severity=Severity.INFO)
def free_access_is_marked(el: Element) -> Iterator[Hit]:
    """An article is free to read without an open licence, and has no `<ali:free_to_read>` that says so.

    Why: Programs that look for free articles miss it otherwise.
    Wrong: <permissions>… <!-- no license --><license>
        <ali:license_ref>https://www.tidal-studies.org/terms</ali:license_ref><license-p>This article is
        free to read.</license-p></license></permissions>
    Right: <permissions>… <!-- no license --><ali:free_to_read/><license>
        <ali:license_ref>https://www.tidal-studies.org/terms</ali:license_ref><license-p>This article is
        free to read.</license-p></license></permissions>
    Source: JATS4R, permissions; NISO RP-22, Access and License Indicators
    """
    licences = el.findall("license")
    said = next((each for each in licences if _FREE.search(text_of(each))), None)
    marked = el.find(".//ali:free_to_read", NAMESPACES) is not None
    if said is not None and not marked and not any(creative_commons(each) for each in licences):
        yield Hit(
            "the licence says that the article is free to read, but there is no <ali:free_to_read>: add it to <permissions>",
            said,
        )


@rule("SPS401", on="article-meta", services=("scielo",))
def scielo_licence(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article must have one licence, CC BY 4.0, with its type, its address, its language and a paragraph.

    Why: SciELO publishes under CC BY 4.0 only, and shows the licence in the language of the page. An article under another
        licence needs the consent of whoever owns the rights.
    Wrong: <license license-type="open-access" xml:lang="en"><license-p>All may read.</license-p></license>
    Wrong: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/deed.es"
        xml:lang="en">
        <license-p>CC BY 4.0</license-p></license>
    Right: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <license-p>CC BY 4.0</license-p></license>
    YAML: license: {name: CC BY 4.0, language: en}
    Source: SciELO Publishing Schema 1.10, license and permissions_rules
    """
    for extra in el.findall("permissions")[1:]:
        yield Hit("there is more than one <permissions>: merge them", extra)
    for permissions in el.findall("permissions"):
        if permissions.find("license") is None:
            yield Hit("<permissions> has no <license>: add CC BY 4.0", permissions)
    for licence in el.iterfind("permissions/license"):
        if missing := list(_missing_for_scielo(licence, context)):
            yield Hit(f"the licence needs {all_of(missing)}: add what is missing", licence)
        deed, language = _DEED.search(licence.get(HREF, "")), licence.get(XML_LANG, "")
        if deed and language and deed[1] != to_639_1(language):
            message = f"the licence leads to a deed in '{deed[1]}', but its xml:lang is {quoted(language)}: leave the deed out"
            yield Hit(message, licence, "xlink:href")


def _missing_for_scielo(licence: Element, context: RuleContext) -> Iterator[str]:
    if licence.get("license-type") != "open-access":
        yield "license-type='open-access'"
    if not _CC_BY_4.match(licence.get(HREF, "")):
        yield "xlink:href='https://creativecommons.org/licenses/by/4.0/' (SciELO takes no other)"
    if to_639_1(licence.get(XML_LANG, "")) not in ("en", to_639_1(context.language)):
        yield "xml:lang, 'en' or the article's"
    if licence.find("license-p") is None:
        yield "a <license-p>"


def _no_address(meta: Element, context: RuleContext) -> Hit:
    message = f"the article gives no address of a licence: write it in {address_home(context)}"
    return Hit(message, meta.find("permissions/license"))


@rule("CRF401", on="article-meta", services=("crossref",), severity=Severity.WARNING)
def licence_can_be_deposited(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article does not give the address of its licence.

    Why: Filters for reuse and text mining skip an article without one.
    Wrong: <permissions>… <!-- no license --></permissions>
    Right: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <license-p>CC BY 4.0</license-p></license>
    YAML: license: CC BY 4.0
    Source: Crossref deposit schema 5.5.0, AccessIndicators
    """
    if not any(addresses(each) for each in el.iterfind("permissions/license")):
        yield _no_address(el, context)


@rule("DCT401", on="article-meta", services=("datacite",), severity=Severity.WARNING)
def rights_have_an_address(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article does not give the address of its licence.

    Why: DataCite finds and filters rights by it.
    Wrong: <permissions>… <!-- no license --></permissions>
    Right: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <license-p>CC BY 4.0</license-p></license>
    YAML: license: CC BY 4.0
    Source: DataCite Metadata Schema 4.6, property 16
    """
    if not any(addresses(each) for each in el.iterfind("permissions/license")):
        yield _no_address(el, context)
