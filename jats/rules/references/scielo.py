"""References for SciELO: each in both forms, which say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jats.findings import Severity
from jats.messages.words import all_of, any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, parent_name, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list, forbidden
from jats.rules.references.cited import citations_of, filled_citations, letters

_MARKUP = frozenset(("bold", "italic", "sup", "sub", "ext-link"))
_GROUPS = ("author", "compiler", "editor", "translator")
_PEOPLE = frozenset(("name", "string-name", "collab", "etal"))
_COMPARED = (
    *("surname", "collab", "article-title", "chapter-title", "part-title", "source", "publisher-name"),
    *("year", "volume", "issue", "fpage", "elocation-id"),
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_REPEATED = re.compile(r"\s*[_—–-]{2,}")
_FORMS = ("mixed-citation", "element-citation")

closed_list(
    Row(
        "SPS502",
        on="element-citation/@publication-type",
        services=("scielo",),
        page="""The kind of a cited work must be one that SciELO knows.

        Why: What a citation must have depends on it.
        Wrong: <ref id="B2">… <element-citation publication-type="monograph">…</element-citation></ref>
        Right: <ref id="B2">… <element-citation publication-type="book">…</element-citation></ref>
        YAML: references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
        Source: SciELO Publishing Schema 1.10, publication_type_requires
        """,
    ),
    "book confproc data database journal legal-doc letter newspaper patent preprint report software thesis webpage "
    "other".split(),
)

forbidden(
    Row(
        "SPS511",
        on="element-citation/article-title/@xml:lang",
        services=("scielo",),
        page="""The title of a cited article must not have a language.

        Why: SciELO's schema has no language there.
        Wrong: <element-citation publication-type="journal">… <article-title xml:lang="en">Mud in estuaries</article-title>
            </element-citation>
        Right: <element-citation publication-type="journal">… <article-title>Mud in estuaries</article-title>
            </element-citation>
        Source: SciELO Publishing Schema 1.10, article-title
        """,
    ),
    "remove it",
)


_WRAPPED = (
    "SciELO does not know <citation-alternatives>: put <mixed-citation> and <element-citation> directly into <ref>"
)


@rule("SPS501", on=("ref-list", "element-citation"), services=("scielo",))
def references_have_both_forms(el: Element) -> Iterator[Hit]:
    """A reference must have one `<element-citation>` for programs and a `<mixed-citation>` for readers, directly in `<ref>`.

    Why: SciELO shows the one and indexes the other, and does not know `<citation-alternatives>`.
    Wrong: <ref id="B1">… <!-- no mixed-citation --></ref>
    Right: <ref id="B2"><label>2</label><mixed-citation publication-type="book">Hansen P. The North Sea coast. Bergen: Harbour
        Press; 2011.</mixed-citation><element-citation publication-type="book"><person-group person-group-type="author"><name>
        <surname>Hansen</surname><given-names>P</given-names></name></person-group><source>The North Sea coast</source>
        <year>2011</year><publisher-name>Harbour Press</publisher-name><publisher-loc>Bergen</publisher-loc>
        </element-citation></ref>
    YAML: references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: SciELO Publishing Schema 1.10, ref and references_rules
    """
    if el.tag == "element-citation":
        if parent_name(el) not in ("ref", "citation-alternatives"):
            yield Hit("<element-citation> must be directly in <ref>, beside <mixed-citation>: move it there")
        return
    refs = [ref for ref in el.iterchildren("ref") if filled_citations(ref)]
    wrapped = [ref for ref in refs if ref.find("citation-alternatives") is not None]
    yield from (Hit(_WRAPPED, ref) for ref in wrapped)
    refs = [ref for ref in refs if ref not in wrapped]
    for name in _FORMS:
        without = [ref for ref in refs if not citations_of(ref, name)]
        if len(without) == len(refs) > 2:
            yield Hit(f"none of the {len(refs)} references has <{name}>, and SciELO needs both forms: add it")
        else:
            yield from (
                Hit(f"the reference has no <{name}>, and SciELO needs both forms: add it", ref) for ref in without
            )
    for ref in refs:
        for extra in ref.findall("element-citation")[1:]:
            yield Hit("there is a second <element-citation> in the reference: keep one", extra)


@rule("SPS504", on="element-citation", services=("scielo",))
def people_stand_in_groups(el: Element) -> Iterator[Hit]:
    """The people of a citation must be in `<person-group>` of a known kind, and no text may be between its elements.

    Why: SciELO reads authors, editors and translators from the groups, and loses text between elements.
    Wrong: <element-citation publication-type="journal">… <!-- no person-group --><!-- new --><name><surname>Osei</surname>
        <given-names>K</given-names></name></element-citation>
    Wrong: <element-citation publication-type="journal">… <person-group person-group-type="inventor"><name>
        <surname>Osei</surname><given-names>K</given-names></name></person-group></element-citation>
    Right: <element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation>
    Source: SciELO Publishing Schema 1.10, person-group
    """
    for child in el:
        if child.tail and child.tail.strip():
            yield Hit(
                f"the text {quoted(child.tail.strip())} is between the elements of the citation: put it into one, or remove it",
                el,
            )
            return
        if child.tag == "person-group":
            kind = child.get("person-group-type")
            if kind and kind not in _GROUPS:
                yield Hit(f"person-group-type is {quoted(kind)}: write {any_of(_GROUPS)}", child, "person-group-type")
        elif child.tag in _PEOPLE:
            yield Hit(f"{tagged(child)} is outside <person-group>: put it into one", child)
            return


@rule("SPS505", on="ref/mixed-citation", services=("scielo",))
def printed_form_is_text(el: Element) -> Iterator[Hit]:
    """A `<mixed-citation>` must have no markup but bold, italic, superscript, subscript and links.

    Why: The parts of the work are tagged in `<element-citation>`; SciELO shows the text of this one as it is.
    Wrong: <ref id="B2">… <mixed-citation publication-type="book">Hansen P. <source>The North Sea coast</source>. Bergen:
        Harbour Press; 2011.</mixed-citation></ref>
    Right: <ref id="B2">… <mixed-citation publication-type="book">Hansen P. <italic>The North Sea coast</italic>. Bergen:
        Harbour Press; 2011.</mixed-citation></ref>
    Source: SciELO Publishing Schema 1.10, allowed_tags
    """
    for each in el.iterdescendants(etree.Element):
        if each.tag not in _MARKUP:
            yield Hit(
                f"<mixed-citation> has {tagged(each)} in it: keep its text without the tags (allowed: {all_of(sorted(_MARKUP))})",
                each,
            )
            return


@rule("SPS506", on="ref", services=("scielo",), severity=Severity.WARNING)
def structured_form_says_what_is_printed(el: Element) -> Iterator[Hit]:
    """What is tagged in `<element-citation>` must be in the text of `<mixed-citation>` too.

    Why: Otherwise readers and programs are sent to two different works.
    Wrong: <ref id="B2">… <element-citation publication-type="book">… <year>2012</year></element-citation></ref>
    Right: <ref id="B2"><label>2</label><mixed-citation publication-type="book">Hansen P. The North Sea coast. Bergen: Harbour
        Press; 2011.</mixed-citation><element-citation publication-type="book"><person-group person-group-type="author"><name>
        <surname>Hansen</surname><given-names>P</given-names></name></person-group><source>The North Sea coast</source>
        <year>2011</year><publisher-name>Harbour Press</publisher-name><publisher-loc>Bergen</publisher-loc>
        </element-citation></ref>
    Source: SciELO Publishing Schema 1.10, unmatched_data
    """
    mixed, structured = _both(el)
    if mixed is None or structured is None:
        return
    printed = text_of(mixed)
    text = letters(printed)
    # "______. Tides": the authors of the reference before.
    skipped = ("surname", "collab") if _REPEATED.match(printed) else ()
    for each in structured.iterdescendants(*_COMPARED):
        value = letters(text_of(each))
        if value and value not in text and each.tag not in skipped and parent_name(each) != "date":
            yield Hit(
                f"{tagged(each)} is {quoted(text_of(each))}, but the printed citation differs: correct one of the two",
                each,
            )
            return


def _both(ref: Element) -> tuple[Element | None, Element | None]:
    mixed, structured = (citations_of(ref, name) for name in _FORMS)
    if len(mixed) == len(structured) == 1 and not is_blank(mixed[0]) and not is_blank(structured[0]):
        return mixed[0], structured[0]
    return None, None


@rule("SPS507", on="ref", services=("scielo",), severity=Severity.WARNING)
def printed_form_is_tagged(el: Element) -> Iterator[str]:
    """What `<mixed-citation>` says must be tagged in `<element-citation>`.

    Why: Authors and titles that are not tagged are not indexed.
    Wrong: <ref id="B2">… <mixed-citation publication-type="book">Hansen P, Moreau L, Osei K. The North Sea coast, its harbours
        and their mudflats: handbook for pilots. Bergen: Harbour Press; 2011.</mixed-citation></ref>
    Right: <ref id="B2"><label>2</label><mixed-citation publication-type="book">Hansen P. The North Sea coast. Bergen: Harbour
        Press; 2011.</mixed-citation><element-citation publication-type="book"><person-group person-group-type="author"><name>
        <surname>Hansen</surname><given-names>P</given-names></name></person-group><source>The North Sea coast</source>
        <year>2011</year><publisher-name>Harbour Press</publisher-name><publisher-loc>Bergen</publisher-loc>
        </element-citation></ref>
    Source: SciELO Publishing Schema 1.10, not_marked_data
    """
    mixed, structured = _both(el)
    if mixed is None or structured is None:
        return
    words = _WORD.findall(text_of(mixed))
    said = letters(text_of(structured))
    untagged = [word for word in words if word.casefold() not in said]
    if len(untagged) > 4 and len(untagged) * 2 > len(words):
        yield f"most of the printed citation is not tagged: {any_of(quoted(word) for word in untagged[:4])} …; tag what it says"


@rule("SPS508", on="element-citation/chapter-title", services=("scielo",))
def chapter_is_a_part(_el: Element, context: RuleContext) -> Iterator[str]:
    """From JATS 1.3 on, the title of a cited chapter must be in `<part-title>`.

    Why: SciELO reads it from there.
    Wrong: <ref id="B2">… <mixed-citation publication-type="book">Hansen P. Ebb. In: The North Sea coast. Bergen: Harbour
        Press; 2011.</mixed-citation><element-citation publication-type="book">… <chapter-title>Ebb</chapter-title>
        </element-citation></ref>
    Right: <ref id="B2">… <mixed-citation publication-type="book">Hansen P. Ebb. In: The North Sea coast. Bergen: Harbour
        Press; 2011.</mixed-citation><element-citation publication-type="book">… <part-title>Ebb</part-title>
        </element-citation></ref>
    Source: SciELO Publishing Schema 1.10, title_tag_by_dtd_version
    """
    if context.version >= (1, 3):
        yield "the title of the chapter is in <chapter-title>: write <part-title>"


@rule("SPS509", on="element-citation", services=("scielo",))
def citation_has_one_link(el: Element) -> Iterator[Hit]:
    """A citation must have one link at most, and a comment must say something.

    Why: SciELO shows one link; an empty comment, or one with nothing but the link, introduces nothing.
    Wrong: <element-citation publication-type="journal">… <ext-link ext-link-type="uri"
        xlink:href="https://www.tidal-studies.org/a" xlink:title="Text">Estuar Res</ext-link><ext-link ext-link-type="uri"
        xlink:href="https://www.tidal-studies.org/b" xlink:title="Data">Estuar Res</ext-link></element-citation>
    Wrong: <element-citation publication-type="journal">… <comment> </comment></element-citation>
    Right: <element-citation publication-type="journal">… <ext-link ext-link-type="uri"
        xlink:href="https://www.tidal-studies.org/a" xlink:title="Text">Estuar Res</ext-link></element-citation>
    Source: SciELO Publishing Schema 1.10, ext_link_count
    """
    links = list(el.iterdescendants("ext-link"))
    if len(links) > 1:
        yield Hit(f"the citation has {len(links)} links: keep one", links[1])
    for comment in el.iterchildren("comment"):
        if is_blank(comment):
            yield Hit("<comment> is empty: remove it", comment)
        elif len(comment) == 1 and comment[0].tag == "ext-link" and text_of(comment) == text_of(comment[0]):
            yield Hit('<comment> has a link only: write "Available at:" before the link', comment)


@rule("SPS510", on="element-citation", services=("scielo",))
def parts_of_a_citation_are_whole(el: Element) -> Iterator[Hit]:
    """A first page must have a last page, a size its unit, a date of access its type, and a name its surname.

    Why: Half of a value can't be shown or indexed.
    Wrong: <element-citation publication-type="journal">… <!-- no lpage --></element-citation>
    Wrong: <ref id="B2">… <mixed-citation publication-type="book">Hansen P. The North Sea coast. Bergen: Harbour Press; 2011.
        320 p.</mixed-citation><element-citation publication-type="book">… <size>320</size></element-citation></ref>
    Right: <element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation>
    YAML:
        references: [{type: book, authors: "Doe, J.", source: Mud, date: 2020, size: {pages: 120}}]
    Source: SciELO Publishing Schema 1.10, references_rules
    """
    fpage = el.find("fpage")
    if fpage is not None and el.find("lpage") is None:
        yield Hit(f"the first page ({text_of(fpage)}) has no last page: add <lpage>", fpage)
    for child in el.iterchildren("size", "date-in-citation"):
        if child.tag == "size" and child.get("units") != "pages":
            yield Hit("the size is not in pages: write units='pages' and their number", child)
        elif child.tag == "date-in-citation" and not child.get("content-type"):
            yield Hit("<date-in-citation> needs a content-type: write 'access-date' or 'updated'", child)
    for name in el.iterdescendants("name"):
        if name.find("surname") is None:
            yield Hit("<name> has no <surname>: add it, or write <collab>", name)
