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
from jats.vocab.namespaces import NAMESPACES

_KNOWN = {HREF, XLINK_TITLE, XML_LANG}
_VERSION_NUMBER = re.compile(r"(\d\.\d)")

required_attribute(
    Row(
        "COM003",
        on="/",
        services=("pmc", "scielo", "jats4r"),
        when=lambda root: root.tag == "article",
        page="""An article says of which type it is.

        Why: the type decides what a receiver expects in it and how it is listed: a research article, a correction, an editorial.
        Wrong: <article>… <!-- no @article-type --></article>
        Right: <article article-type="research-article">…</article>
        Source: PMC Style Checker 5.31, attribute-present-not-empty; SciELO Publishing Schema 1.10, article-type
        """,
    ),
    "article-type",
)

required_attribute(
    Row(
        "COM004",
        on="/",
        services=("pmc", "scielo", "doaj", "pubmed"),
        when=lambda root: root.tag == "article",
        page="""An article says its language.

        Why: receivers take an article without `xml:lang` for English, so its readers are not found.
        Wrong: <article>… <!-- no @xml:lang --></article>
        Right: <article xml:lang="en">…</article>
        Source: PMC Style Checker 5.31, art-lang-att; SciELO Publishing Schema 1.10, xml-lang
        """,
    ),
    "xml:lang",
)


@rule("COM002", on="/", services=("pmc", "scielo", "jats4r"))
def version_is_stated(root: Element, context: RuleContext) -> Iterator[str]:
    """A document says by which version of JATS it is written.

    Why: each version knows other elements; without it a receiver guesses and judges by the wrong list.
    Wrong: <!DOCTYPE article SYSTEM "article.dtd"><article>… <!-- no @dtd-version --></article>
    Right: <!DOCTYPE article SYSTEM "article.dtd"><article dtd-version="1.3">…</article>
    Source: PMC Style Checker 5.31, dtd-version; SciELO Publishing Schema 1.10, article
    """
    if context.version == (0, 0):
        yield "no version of JATS can be told: write its DOCTYPE, and dtd-version on <article>"


@rule("COM007", on="/@dtd-version", services=("pmc", "jats4r"), severity=Severity.WARNING)
def versions_agree(root: Element, context: RuleContext) -> Iterator[Hit]:
    """The DOCTYPE and `dtd-version` name the same version.

    Why: of two versions each receiver believes another, and judges the file by rules that it was not written for.
    Wrong: <article dtd-version="1.1">…</article>
    Right: <article dtd-version="1.3">…</article>
    Source: JATS Tag Library, attribute dtd-version; JATS4R validator
    """
    declared = _VERSION_NUMBER.search((context.tree.docinfo.public_id or "").partition(" v")[2])
    stated = _VERSION_NUMBER.match(root.get("dtd-version", "").strip())
    if declared and stated and declared[1] != stated[1]:
        yield Hit(
            f"dtd-version is {stated[1]}, but the DOCTYPE is that of version {declared[1]}", attribute="dtd-version"
        )


@rule("COM005", on="@id", services=ALL)
def identifiers_are_single_names(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An id is an XML name, and no two elements have the same.

    Why: a link to an id that stands twice leads to the one or the other; one that is no XML name leads nowhere.
    Wrong: <body>… <!-- new --><sec id="2nd part"><title>Counts</title><p>We counted.</p></sec></body>
    Wrong: <sec sec-type="methods" id="s2">… <!-- new --><p>At the <italic id="s3">inner</italic> quay.</p></sec>
    Right: <body>… <!-- new --><sec id="s9"><title>Counts</title><p>We counted.</p></sec></body>
    Source: XML 1.0, validity constraint "ID"; XML names
    """
    value = el.attrib["id"]
    if context.ids[value] is not el:
        yield Hit(f"the id {quoted(value)} is already that of {tagged(context.ids[value])}", attribute="id")
    elif value and (value[0].isdigit() or ":" in value or " " in value):
        yield Hit(
            f"the id {quoted(value)} is no XML name: a letter or _ first, then no blank and no colon", attribute="id"
        )


@rule("COM006", on="@rid", services=ALL)
def references_have_targets(el: Element, context: RuleContext) -> Iterator[Hit]:
    """What a `rid` names is in the document.

    Why: the link leads nowhere: a citation without reference, an author without affiliation.
    Wrong: <sec sec-type="methods" id="s2">… <!-- new --><p>As shown before <xref ref-type="bibr" rid="B99">99</xref>.</p></sec>
    Right: <sec sec-type="methods" id="s2">… <!-- new --><p>As shown before <xref ref-type="bibr" rid="B1">1</xref>.</p></sec>
    Source: XML 1.0, validity constraint "IDREF"; PMC Style Checker 5.31, xref-check
    """
    missing = [name for name in el.attrib["rid"].split() if name not in context.ids]
    if missing:
        yield Hit(f"nothing here has the id {quoted(missing[0])}", attribute="rid")


@rule("COM008", on="/", services=("pmc",))
def xlink_is_bound_rightly(root: Element, context: RuleContext) -> Iterator[Hit]:
    """The prefix `xlink` stands for http://www.w3.org/1999/xlink.

    Why: programs know the namespace, not the prefix; with another address every link and picture is lost to them.
    Wrong: <p>See <uri xmlns:xlink="http://www.w3.org/1999/XLink" xlink:href="https://www.tidal-studies.org">here</uri>.</p>
    Right: <p>See <uri xlink:href="https://www.tidal-studies.org">here</uri>.</p>
    Source: PMC Style Checker 5.31, xlink-ns-check
    """
    foreign = [elements[0] for name, elements in context.attributes.items() if name[0] == "{" and name not in _KNOWN]
    for el in (root, *foreign):
        bound = el.nsmap.get("xlink", NAMESPACES["xlink"])
        if bound != NAMESPACES["xlink"]:
            yield Hit(f"the prefix xlink is bound to {quoted(bound)}; it must be {NAMESPACES['xlink']}", el)
            return


@rule("COM009", on="/", services=ALL, severity=Severity.WARNING)
def entities_are_characters(root: Element, context: RuleContext) -> Iterator[str]:
    """A document declares no entities of its own.

    Why: a program that skips the internal subset, as safe ones do, loses the text that the entities stand for.
    Wrong: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN"
        "JATS-journalpublishing1-3-mathml3.dtd" [<!ENTITY press "Harbour Press">]>
    Right: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN"
        "JATS-journalpublishing1-3-mathml3.dtd">
    Source: OWASP, XML External Entity Prevention; XML 1.0, section 4
    """
    internal = context.tree.docinfo.internalDTD
    names = [] if internal is None else [str(entity.name) for entity in internal.iterentities()]
    if names:
        yield f"the document declares the entity {names[0]!r} itself: write the characters in its place"


@rule("PMC010", on="/", services=("pmc",))
def release_delay_is_numbers(root: Element, context: RuleContext) -> Iterator[str]:
    """The instruction `release-delay` says months and days as two numbers with a bar between.

    Why: PMC reads from it when the article may be shown; what it can't read stops the article.
    Wrong: <?release-delay O|O?>
    Wrong: <?release-delay 12?>
    Right: <?release-delay 12|0?>
    Source: PMC Style Checker 5.31, article-release-delay-check
    """
    for instruction in context.instructions:
        if instruction.target == "release-delay" and not re.fullmatch(r"\d+\|\d+", (instruction.text or "").strip()):
            yield f"release-delay is {quoted(instruction.text or '')}; write months, a bar, and days: 12|0"


@rule("PMC011", on="/", services=("pmc",))
def embargo_instructions_agree(root: Element, context: RuleContext) -> Iterator[str]:
    """An article that is online first has no instruction that forbids an embargo.

    Why: the two instructions contradict each other about when PMC may show the article.
    Wrong: <?OLF?><?properties no_embargo?>
    Right: <?OLF?>
    Source: PMC Style Checker 5.31, article-pi-check
    """
    said = {(each.target, (each.text or "").strip()) for each in context.instructions}
    if any(target == "OLF" for target, _ in said) and ("properties", "no_embargo") in said:
        yield "the instructions OLF (online first) and no_embargo contradict each other: remove one"
