"""What a document declares of itself: version, language, namespaces, entities, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, XLINK_TITLE, XML_LANG, Element, tagged
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_attribute
from jats.rules.engine.targets import ALL
from jats.rules.languages.tags import is_in_another_language
from jats.vocab.namespaces import NAMESPACES

_KNOWN = {HREF, XLINK_TITLE, XML_LANG}
_VERSION_NUMBER = re.compile(r"(\d\.\d)")

required_attribute(
    Row(
        "COM003",
        on="/",
        services=("pmc", "scielo"),
        when=lambda root: root.tag == "article",
        page="""An article must state its type.

        Why: the type decides what a receiver expects in it and how it is listed: a research article, a correction, an editorial.
        Wrong: <article>… <!-- no @article-type --></article>
        Right: <article article-type="research-article">…
            <article-title>Tides and sediments in northern harbours</article-title></article>
        YAML: type: research-article
        Source: PMC Style Checker 5.31, attribute-present-not-empty; SciELO Publishing Schema 1.10, article-type
        """,
    ),
    "article-type",
)


@rule(
    "COM004",
    on="/",
    services=("pmc", "scielo", "doaj", "pubmed"),
    severities=dict.fromkeys(("pmc", "doaj", "pubmed"), Severity.WARNING),
)
def language_is_stated(root: Element, context: RuleContext) -> Iterator[Hit]:
    """An article must say its language in `xml:lang`; only SciELO asks this of English articles too.

    Why: receivers take an article without `xml:lang` for English, so readers of its language do not find it.
    Wrong (scielo): <article>… <!-- no @xml:lang --></article>
    Wrong (pmc, pubmed, doaj): <article>… <!-- no @xml:lang -->
        <article-title>Припливи та осади у північних гаванях</article-title></article>
    Right: <article xml:lang="en">… <article-title>Tides and sediments in northern harbours</article-title></article>
    YAML: language: en
    Source: SciELO Publishing Schema 1.10, xml-lang; PMC Style Checker 5.31, art-lang-att; PubMed.dtd 2.6, Language;
        doajArticles.xsd 1.3, language
    """
    if root.tag != "article" or root.get(XML_LANG, "").strip():
        return
    if is_in_another_language(context):
        yield Hit("<article> has no xml:lang, which means English, but the text is not in English: write its language")
    else:
        yield Hit('<article> has no xml:lang: write xml:lang="en"', services=("scielo",))


@rule("COM002", on="/", services=("pmc", "scielo"))
def version_is_stated(root: Element, context: RuleContext) -> Iterator[str]:
    """A document must say by which version of JATS it is written.

    Why: each version has other elements; without it a receiver guesses and judges by the wrong list.
    Wrong: <!DOCTYPE article SYSTEM "article.dtd"><article>… <!-- no @dtd-version --></article>
    Right: <!DOCTYPE article SYSTEM "article.dtd"><article dtd-version="1.3">…
        <article-title>Tides and sediments in northern harbours</article-title></article>
    Source: PMC, minimum data criteria; SciELO Publishing Schema 1.10, article
    """
    if root.tag == "article" and context.version == (0, 0):
        yield "the document does not say its version of JATS: write the DOCTYPE, and dtd-version on <article>"


@rule("COM007", on="/@dtd-version", services=("jats4r",), severity=Severity.WARNING)
def versions_agree(root: Element, context: RuleContext) -> Iterator[Hit]:
    """The DOCTYPE and `dtd-version` must name the same version.

    Why: one receiver believes the one, another the other, and judges the file by rules that it was not written for.
    Wrong: <article dtd-version="1.2">…</article>
    Right: <article dtd-version="1.3">… <article-title>Tides and sediments in northern harbours</article-title></article>
    Source: JATS Tag Library, attribute dtd-version; JATS4R validator
    """
    declared = _VERSION_NUMBER.search((context.tree.docinfo.public_id or "").partition(" v")[2])
    stated = _VERSION_NUMBER.match(root.get("dtd-version", "").strip())
    if declared and stated and declared[1] != stated[1]:
        message = (
            f"dtd-version is {quoted(stated[1])}, but the DOCTYPE is that of version {declared[1]}: write {declared[1]}"
        )
        yield Hit(message, attribute="dtd-version")


@rule("COM005", on="@id", services=ALL)
def identifiers_are_single_names(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An id must be an XML name, and no two elements may have the same.

    Why: a link to an id that is used twice leads to the one or the other; one that is not an XML name leads nowhere.
    Wrong: <body>… <!-- new --><sec id="2nd part"><title>Counts</title><p>We counted.</p></sec></body>
    Wrong: <sec sec-type="methods" id="s2">… <!-- new --><p>At the <italic id="s3">inner</italic> quay.</p></sec>
    Right: <body>… <!-- new --><sec id="s9"><title>Counts</title><p>We counted.</p></sec></body>
    Source: XML 1.0, validity constraint "ID"; XML names
    """
    value = el.attrib["id"]
    if context.ids[value] is not el:
        message = f"the id {quoted(value)} is already that of {tagged(context.ids[value])}: write another one"
        yield Hit(message, attribute="id")
    elif value and (value[0].isdigit() or ":" in value or " " in value):
        message = f"the id {quoted(value)} is not an XML name: begin with a letter or _, without blanks and colons"
        yield Hit(message, attribute="id")


@rule("COM006", on="@rid", services=ALL)
def references_have_targets(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The id that a `rid` names must be in the document.

    Why: the link leads nowhere: a citation without a reference, an author without an affiliation.
    Wrong: <sec sec-type="methods" id="s2">… <!-- new --><p>As shown before <xref ref-type="bibr" rid="B99">99</xref>.</p></sec>
    Right: <sec sec-type="methods" id="s2">… <!-- new --><p>As shown before <xref ref-type="bibr" rid="B1">1</xref>.</p></sec>
    Source: XML 1.0, validity constraint "IDREF"; PMC Style Checker 5.31, xref-check
    """
    missing = [name for name in el.attrib["rid"].split() if name not in context.ids]
    if missing:
        yield Hit(f"no element has the id {quoted(missing[0])}: correct rid, or add the element", attribute="rid")


@rule("COM008", on="/", services=("pmc",), severity=Severity.WARNING)
def xlink_is_bound_rightly(root: Element, context: RuleContext) -> Iterator[Hit]:
    """The prefix `xlink` must be bound to http://www.w3.org/1999/xlink.

    Why: programs know the namespace, not the prefix; with another address every link and picture is lost to them.
    Wrong: <p>See <uri xmlns:xlink="http://www.w3.org/1999/XLink" xlink:href="https://www.tidal-studies.org">here</uri>.</p>
    Right: <p>See <uri xlink:href="https://www.tidal-studies.org">here</uri>.</p>
    Source: PMC Style Checker 5.31, xlink-ns-check
    """
    foreign = [elements[0] for name, elements in context.attributes.items() if name[0] == "{" and name not in _KNOWN]
    for el in (root, *foreign):
        bound = el.nsmap.get("xlink", NAMESPACES["xlink"])
        if bound != NAMESPACES["xlink"]:
            yield Hit(f"the prefix xlink is bound to {quoted(bound)}: write {NAMESPACES['xlink']}", el)
            return


@rule("COM009", on="/", services=ALL, severity=Severity.WARNING)
def entities_are_characters(root: Element, context: RuleContext) -> Iterator[str]:
    """A document must not declare entities of its own.

    Why: a program that skips the internal subset, as safe ones do, loses the text of the entities.
    Wrong: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN"
        "JATS-journalpublishing1-3-mathml3.dtd" [<!ENTITY press "Harbour Press">]>
    Right: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN"
        "JATS-journalpublishing1-3-mathml3.dtd">
    Source: OWASP, XML External Entity Prevention; XML 1.0, section 4
    """
    internal = context.tree.docinfo.internalDTD
    names = [] if internal is None else [str(entity.name) for entity in internal.iterentities()]
    if names:
        yield f"the document declares the entity {quoted(names[0])}: write its characters instead, and remove the declaration"


@rule("PMC010", on="/", services=("pmc",))
def release_delay_is_numbers(root: Element, context: RuleContext) -> Iterator[str]:
    """The instruction `release-delay` must give months and days as two numbers with a bar between.

    Why: PMC reads from it when the article may be shown; what it cannot read stops the article.
    Wrong: <?release-delay O|O?>
    Wrong: <?release-delay 12?>
    Right: <?release-delay 12|0?>
    Source: PMC Style Checker 5.31, article-release-delay-check
    """
    for instruction in context.instructions:
        if instruction.target == "release-delay" and not re.fullmatch(r"\d+\|\d+", (instruction.text or "").strip()):
            yield f"release-delay is {quoted(instruction.text or '')}: write months, a bar and days, as in 12|0"


@rule("PMC011", on="/", services=("pmc",))
def embargo_instructions_agree(root: Element, context: RuleContext) -> Iterator[str]:
    """An article that is online first must not have an instruction that forbids an embargo.

    Why: the two instructions contradict each other about when PMC may show the article.
    Wrong: <?OLF?><?properties no_embargo?>
    Right: <?OLF?>
    Source: PMC Style Checker 5.31, article-pi-check
    """
    if context.meta is None or context.meta.find("abstract") is None:
        return  # PMC's checker looks at the instructions when it meets an abstract
    said = {(each.target, (each.text or "").strip()) for each in context.instructions}
    if any(target == "OLF" for target, _ in said) and ("properties", "no_embargo") in said:
        yield "the instructions OLF (online first) and no_embargo contradict each other: remove one"
