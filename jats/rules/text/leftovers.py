"""Leftovers of production: markup as text, stray punctuation, placeholders, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import ALL, SERVICES
from jats.rules.text.places import matches

_TAG = re.compile(
    r"</?(?:i|b|u|em|strong|su[bp]|p|br|span|div|font|a|italic|bold|sc|li|ul|ol|h[1-6])(?:\s[^<>]*)?/?>|<!--",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[(b|i|u|em|sup|sub|url|quote)\][^\[\]]{1,300}\[/\1\]", re.IGNORECASE)
_TEX = re.compile(
    r"\\(?:text(?:it|bf|rm|tt|sc)?|emph|math(?:rm|bf|it|cal|bb|sf)|frac|sqrt|begin|end|cite[pt]?|ref|label|alpha|beta|gamma|delta"
    r"|mu|sigma|lambda|sum|int|times|cdot|pm|leq?|geq?|approx|sim|left|right|overline|section|footnote|url|href)(?![a-zA-Z])"
)
_STRONG = re.compile(r"\*\*(?<![*\w]\*\*)[^\W\d_][\w' -]{0,60}\w\*\*(?![*\w])")
_LINK = re.compile(r"\]\(https?://")
_SCRIPT = re.compile(r"<\s*/?\s*script\b", re.IGNORECASE)
_MARKUP = (("<", _TAG), ("[/", _BRACKETED), ("\\", _TEX), ("**", _STRONG), ("](", _LINK))
"""What each pattern must hold: the text is searched for that first, which is fast."""

_CLEAN = ("title-group/article-title", "title-group/subtitle", "trans-title", "contrib/name", "kwd-group/kwd")
_SEVERAL_BLANKS = re.compile(r"[ \u00a0\u2002-\u200a]{2,}")
_BEFORE_COMMA = re.compile(r"\w [,;](?=\s|$)")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_QUOTATION_MARKS = ("“”„‟", "«»")
_ENUMERATED = re.compile(r"(?:^|[\s(,;:])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})$")

_WORDS_ONLY = re.compile(
    r"(?:lorem ipsum.*|todo|tbd|tba|fixme|x{3,}|n/a|n\.a\.|undefined|\[?placeholder\]?)", re.IGNORECASE | re.DOTALL
)
_NOTHING = re.compile(r"none|null|nan|not available|not applicable|test|untitled|-+", re.IGNORECASE)
_ROMAN = re.compile("X{3,4}", re.IGNORECASE)
"""A volume may be the thirtieth."""

_PLACES = ("volume", "issue", "fpage", "lpage", "elocation-id")
_OF_THE_ISSUE = tuple(f"article-meta/{name}" for name in _PLACES)
_VALUES = (
    "title-group/article-title",
    "title-group/subtitle",
    "trans-title",
    "journal-title",
    "publisher-name",
    "publisher-loc",
    "kwd-group/kwd",
    "subj-group/subject",
    "aff//institution",
    "aff//city",
    "abstract/p",
    "trans-abstract/p",
    "award-id",
    "funding-source",
    "copyright-holder",
    "article-meta//email",
    "article-meta/article-id",
)
_END = r"[-−+]?(?:\d[\d.]{0,9}|[^\W\d_]{1,2}|∞)"
_INTERVAL = re.compile(rf"[\[(\]]{_END}\s?[,;]\s?{_END}[\])\[]")
"""An interval of numbers, whose brackets say which of its ends belong to it: [0, 1), ]a, b]."""

_EXAMPLE_PREFIXES = ("10.5555/", "10.1234/", "10.12345/", "10.xxxx/")
_TOLD_BY_COM220 = ("doaj", "jats4r", "datacite")

_KEPT_INSTRUCTIONS = frozenset(
    "xml-stylesheet xml-model properties origin release-delay supplied-pmid thumbnail olf noissn nihms".split()
)
"""Instructions that PMC itself uses, beside those that begin with pmc-."""


@rule("COM912", on="/", services=ALL, severity=Severity.WARNING)
def markup_is_no_text(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """Text must not hold tags of HTML, commands of LaTeX or marks of Markdown.

    Why: readers see the marks instead of italics, and search engines index them.
    Wrong: <kwd>&lt;i&gt;Zostera marina&lt;/i&gt;</kwd>
    Wrong: <kwd>\\textit{Zostera marina}</kwd>
    Right: <kwd><italic>Zostera marina</italic></kwd>
    YAML: keywords: [<i>Zostera marina</i>]
    Source: Crossref deposit schema 5.5.0, face markup; editors' practice
    """
    seen: set[Element] = set()
    for needle, pattern in _MARKUP:
        for found, owner in matches(context, needle, pattern):
            if owner not in seen:
                seen.add(owner)
                wanted = "remove it" if found[0] == "<!--" else "write JATS markup instead, such as <italic>"
                yield Hit(f"{quoted(found[0])} is in the text as it is: {wanted}", owner)


@rule("DOAJ901", on="/", services=("doaj",))
def no_script_in_metadata(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """Values of the metadata must not hold a script element.

    Why: DOAJ refuses the whole file.
    Wrong: <kwd>&lt;script&gt;alert(1)&lt;/script&gt;</kwd>
    Right: <kwd>northern harbours</kwd>
    Source: DOAJ's article service, script tags
    """
    for found, owner in matches(context, "<", _SCRIPT):
        if within(owner, "front"):
            yield Hit(f"the text holds {quoted(found[0])}, for which DOAJ refuses the file: remove it", owner)


@rule("COM915", on=_CLEAN, services=ALL, severity=Severity.WARNING)
def punctuation_is_in_order(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Titles, names and keywords must have single blanks, no blank before a comma, and brackets and quotation marks in pairs.

    Why: titles are compared by their letters and signs, and a title with a lost bracket is another title.
    Wrong: <kwd>harbours (northern</kwd>
    Wrong: <kwd>northern  harbours</kwd>
    Right: <kwd>harbours (northern)</kwd>
    YAML: keywords: [harbours (northern)]
    Source: editors' practice
    """
    parts = el if el.tag == "name" else (el,)
    for part in parts:
        text = "".join(part.itertext("*")) if len(part) else part.text or ""
        # COM311 reports blanks in the article's title.
        if "  " in text and "\n" not in text and part.tag != "article-title" and _SEVERAL_BLANKS.search(text.strip()):
            yield Hit(f"{quoted(_shown(text))} has several blanks in a row: write one", part)
        elif (found := _BEFORE_COMMA.search(text)) and not (found[0][-1] == ";" and _is_french(part, context)):
            sign = "comma" if found[0][-1] == "," else "semicolon"
            yield Hit(f"{quoted(text)} has a blank before the {sign}: remove the blank", part)
        elif lost := _unpaired(text):
            yield Hit(f"{quoted(text)} has {lost} without its other half: add it or remove the sign", part)


def _shown(text: str) -> str:
    return text.strip().replace("  ", "␣␣")


def _is_french(el: Element, context: RuleContext) -> bool:
    """French has a blank before the semicolon."""
    return context.language_of(el).lower().startswith("fr")


def _unpaired(text: str) -> str | None:
    """The first bracket without its other half, or quotation marks of a kind whose number is odd.

    An enumeration such as `1)` has no other half. Which mark opens depends on the language: “a”, „a“, ”a”, «a», »a«.
    """
    waiting: list[str] = []
    text = _INTERVAL.sub("", text)
    for at, letter in enumerate(text):
        if letter in _PAIRS.values():
            waiting.append(letter)
        elif opener := _PAIRS.get(letter):
            if waiting and waiting[-1] == opener:
                waiting.pop()
            elif letter != ")" or not _ENUMERATED.search(text[:at]):
                return letter
    if waiting:
        return waiting[0]
    for marks in _QUOTATION_MARKS:
        found = [letter for letter in text if letter in marks]
        if len(found) % 2:
            return found[-1]
    return None


@rule("COM916", on=(*_VALUES, *_OF_THE_ISSUE), services=ALL)
def value_is_no_placeholder(el: Element) -> Iterator[Hit]:
    """A value must not be a placeholder such as "TODO", "N/A" or "Lorem ipsum", and a DOI must not be an example.

    Why: the placeholder is deposited, indexed and cited.
    Wrong (common, crossref, pmc, pubmed, doaj, scielo, jats4r, datacite): <kwd>TODO</kwd>
    Wrong (pmc, pubmed, doaj, scielo, jats4r, datacite): <article-id pub-id-type="doi">10.5555/jts.2024.15</article-id>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    YAML: keywords: tides; harbours
    Source: Crossref, test prefixes; editors' practice
    """
    text = text_of(el)
    if el.tag == "article-id":
        if el.get("pub-id-type") == "doi" and text.lower().startswith(_EXAMPLE_PREFIXES):
            # Without a target, CHK010 reports the article of `jats init`.
            message = (
                f"the DOI {quoted(text)} is an example: write that of the article, with the publisher's own prefix"
            )
            # Our own rule, for no service refuses the prefix by itself.
            yield Hit(message, services=SERVICES, severity=Severity.WARNING)
        return
    if len(text) > 40 and not text[:11].lower().startswith("lorem ipsum"):
        return
    of_the_issue = el.tag in _PLACES
    if (of_the_issue and _ROMAN.fullmatch(text)) or not _is_placeholder(text, el.tag in ("kwd", "city")):
        return
    # COM220 reports it to the other services.
    services = _TOLD_BY_COM220 if of_the_issue else None
    yield Hit(
        f"{tagged(el)} is the placeholder {quoted(text)}: write the value, or remove the element", services=services
    )


def _is_placeholder(text: str, may_be_a_word: bool) -> bool:
    if _WORDS_ONLY.fullmatch(text):
        return True
    return not may_be_a_word and _NOTHING.fullmatch(text) is not None


@rule("COM917", on="/", services=("pmc",), severity=Severity.WARNING)
def no_traces_of_production(el: Element) -> Iterator[Hit]:
    """A finished article must not hold comments or instructions to production tools.

    Why: they are published with the file, and often hold what was never meant for readers.
    Wrong: <p>Harbours fill with sediments <!-- check with DK --> <xref ref-type="bibr" rid="B1">1</xref>, as older work shows
        <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Right: <p>Harbours fill with sediments <xref ref-type="bibr" rid="B1">1</xref>, as older work shows
        <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Source: PMC tagging guidelines, processing instructions
    """
    traces = [each for each in el.iter(etree.Comment, etree.ProcessingInstruction) if not _is_kept(each)]
    if not traces:
        return
    first = traces[0]
    if isinstance(first, etree._ProcessingInstruction):
        shown = f"the instruction <?{first.target}?> was left here"
    else:
        shown = f"the comment {quoted(first.text or '', 40)} was left here"
    more = f", the first of {len(traces)} comments and instructions" if len(traces) > 1 else ""
    yield Hit(f"{shown}{more}: remove it before delivery", first.getparent())


def _is_kept(node: etree._Element) -> bool:
    if not isinstance(node, etree._ProcessingInstruction):
        return False
    target = node.target.lower()
    return target in _KEPT_INSTRUCTIONS or target.startswith("pmc-")


@rule("PMC910", on="article-id", services=("pmc",))
def manuscript_id_has_no_blanks(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The manuscript id of an author manuscript must not have blanks around it, or two blanks in a row.

    Why: PMC finds the manuscript by this id, character by character.
    Wrong (manuscript): <article-id pub-id-type="manuscript"> NIHMS271828</article-id>
    Right (manuscript): <article-id pub-id-type="manuscript">NIHMS271828</article-id>
    Source: PMC Style Checker 5.31, ms-whitespace-check
    """
    value = "".join(map(str, el.itertext()))
    if context.is_manuscript and el.get("pub-id-type") == "manuscript" and value != " ".join(value.split()):
        yield Hit(f"the manuscript id has blanks around or within it: write {quoted(' '.join(value.split()))}")
