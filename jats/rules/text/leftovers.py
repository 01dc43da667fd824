"""What was left behind: markup as text, stray punctuation, placeholders, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import ALL
from jats.rules.text.places import is_code, matches, texts_with

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
"""What each pattern must hold; the patterns that begin with it are searched fast."""

_CLEAN = ("title-group/article-title", "title-group/subtitle", "trans-title", "contrib/name", "kwd-group/kwd")
_SEVERAL_BLANKS = re.compile(r"[ \u00a0\u2002-\u200a]{2,}")
_BEFORE_COMMA = re.compile(r"\w [,;](?=\s|$)")
_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}

_WORDS_ONLY = re.compile(
    r"(?:lorem ipsum.*|todo|tbd|tba|fixme|x{3,}|n/a|n\.a\.|undefined|\[?placeholder\]?)", re.IGNORECASE | re.DOTALL
)
_NOTHING = re.compile(r"none|null|nan|not available|not applicable|test|untitled|-+", re.IGNORECASE)
_NAMES = ("contrib/name/surname", "contrib/name/given-names", "contrib/collab")
_OF_THE_ISSUE = tuple(f"article-meta/{name}" for name in ("volume", "issue", "fpage", "lpage", "elocation-id"))
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
_EXAMPLE_PREFIXES = ("10.5555/", "10.1234/", "10.12345/", "10.xxxx/")
_TOLD_BY_COM220 = ("doaj", "jats4r", "datacite")

_KEPT_INSTRUCTIONS = frozenset(
    ("xml-stylesheet", "xml-model", "properties", "origin", "release-delay", "supplied-pmid", "thumbnail")
)
_TWO_BLANKS = re.compile(r"\S  +\S")


@rule("COM912", on="/", services=ALL, severity=Severity.WARNING)
def markup_is_no_text(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """Text holds no tags of HTML, commands of LaTeX or marks of Markdown.

    Why: readers see the marks instead of italics, and search engines index them.
    Wrong: <kwd>&lt;i&gt;Zostera marina&lt;/i&gt;</kwd>
    Wrong: <kwd>\\textit{Zostera marina}</kwd>
    Right: <kwd><italic>Zostera marina</italic></kwd>
    Source: Crossref deposit schema 5.5.0, face markup; editors' practice
    """
    told: set[Element] = set()
    for needle, pattern in _MARKUP:
        for found, owner in matches(context, needle, pattern):
            if owner not in told:
                told.add(owner)
                yield Hit(f"{quoted(found[0])} stands in the text as it is: make it markup", owner)


@rule("DOAJ901", on="/", services=("doaj",))
def no_script_in_metadata(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """No value of the metadata holds a script element.

    Why: DOAJ refuses the whole file.
    Wrong: <kwd>&lt;script&gt;alert(1)&lt;/script&gt;</kwd>
    Right: <kwd>northern harbours</kwd>
    Source: DOAJ's article service, script tags
    """
    for found, owner in matches(context, "<", _SCRIPT):
        if within(owner, "front"):
            yield Hit(f"{quoted(found[0])} in the text makes DOAJ refuse the file", owner)


@rule("COM915", on=_CLEAN, services=ALL, severity=Severity.WARNING)
def punctuation_is_in_order(el: Element) -> Iterator[Hit]:
    """Titles, names and keywords have single blanks, none before a comma, and brackets in pairs.

    Why: titles are compared by their letters and signs, and a title with a lost bracket is another one.
    Wrong: <kwd>harbours (northern</kwd>
    Wrong: <kwd>northern  harbours</kwd>
    Right: <kwd>harbours (northern)</kwd>
    Source: editors' practice
    """
    parts = el if el.tag == "name" else (el,)
    for part in parts:
        text = "".join(part.itertext("*")) if len(part) else part.text or ""
        # COM311 speaks of blanks in the article's title.
        if "  " in text and "\n" not in text and part.tag != "article-title" and _SEVERAL_BLANKS.search(text.strip()):
            yield Hit(f"{quoted(_shown(text))} has several blanks in a row", part)
        elif found := _BEFORE_COMMA.search(text):
            yield Hit(f"{quoted(text)} has a blank before the {'comma' if found[0][-1] == ',' else 'semicolon'}", part)
        elif sign := _unpaired(text):
            yield Hit(f"{quoted(text)} has {sign} without its other half", part)


def _shown(text: str) -> str:
    return text.strip().replace("  ", "␣␣")


def _unpaired(text: str) -> str | None:
    """The first bracket or quotation mark without its other half; an enumeration such as `1)` has none."""
    waiting: list[str] = []
    for at, letter in enumerate(text):
        if letter in _PAIRS.values():
            waiting.append(letter)
        elif opener := _PAIRS.get(letter):
            if waiting and waiting[-1] == opener:
                waiting.pop()
            elif letter != ")" or not re.search(r"(?:^|[\s(,;:])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})$", text[:at]):
                return letter
    return waiting[0] if waiting else None


@rule("COM916", on=(*_VALUES, *_NAMES, *_OF_THE_ISSUE), services=ALL)
def value_is_no_placeholder(el: Element) -> Iterator[Hit]:
    """A value is the thing itself, not a placeholder such as "TODO", "N/A" or "Lorem ipsum", nor an example's DOI.

    Why: the placeholder is deposited, indexed and cited.
    Wrong (common, crossref, pmc, pubmed, doaj, scielo, jats4r, datacite): <kwd>TODO</kwd>
    Wrong (pmc, pubmed, doaj, scielo, jats4r, datacite): <article-id pub-id-type="doi">10.5555/jts.2024.15</article-id>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    Source: Crossref, test prefixes; editors' practice
    """
    text = text_of(el)
    if el.tag == "article-id":
        # CRF002 tells Crossref; with the common rules this one would be told to Crossref too.
        if el.get("pub-id-type") == "doi" and text.lower().startswith(_EXAMPLE_PREFIXES):
            others = tuple(service for service in ALL if service not in ("crossref", "common"))
            yield Hit(f"the DOI {text} has a prefix that stands in examples", services=others)
        return
    if len(text) > 40 and not text[:11].lower().startswith("lorem ipsum"):
        return
    may_be_a_word = el.tag in ("surname", "given-names", "kwd", "city")
    if _WORDS_ONLY.fullmatch(text) or (not may_be_a_word and _NOTHING.fullmatch(text)):
        of_the_issue = el.tag in ("volume", "issue", "fpage", "lpage", "elocation-id")
        minding = _TOLD_BY_COM220 if of_the_issue else None
        yield Hit(f"{tagged(el)} is the placeholder {quoted(text)}: supply the value or leave it out", services=minding)


@rule("COM917", on="/", services=("pmc",), severity=Severity.WARNING)
def no_traces_of_production(el: Element) -> Iterator[Hit]:
    """A finished article has no comments and no instructions to production tools.

    Why: they are published with the file, and hold what was never meant for readers.
    Wrong: <p>Harbours fill with sediments <!-- check with DK --> <xref ref-type="bibr" rid="B1">1</xref>, as older work shows
        <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Right: <p>Harbours fill with sediments <xref ref-type="bibr" rid="B1">1</xref>, as older work shows
        <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Source: PMC tagging guidelines, processing instructions
    """
    traces = [
        each
        for each in el.iter(etree.Comment, etree.ProcessingInstruction)
        if not (isinstance(each, etree._ProcessingInstruction) and each.target in _KEPT_INSTRUCTIONS)
    ]
    if traces:
        first = traces[0]
        shown = (
            f"<?{first.target}?>" if isinstance(first, etree._ProcessingInstruction) else quoted(first.text or "", 40)
        )
        more = f" and {len(traces) - 1} more" if len(traces) > 1 else ""
        yield Hit(f"a comment or instruction was left here, {shown}{more}", first.getparent())


@rule("PMC910", on="/", services=("pmc",))
def manuscript_has_single_blanks(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """The text of an author manuscript has single blanks.

    Why: PMC shows the manuscript as it comes, with gaps in its lines.
    Wrong (manuscript): <p>Harbours fill  with sediments <xref ref-type="bibr" rid="B1">1</xref>, as older work shows
        <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Right (manuscript): <p>Harbours fill with sediments <xref ref-type="bibr" rid="B1">1</xref>, as older work shows
        <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Source: PMC Style Checker 5.31, ms-whitespace-check
    """
    if context.is_manuscript:
        for text, owner in texts_with(context, "  "):
            if (found := _TWO_BLANKS.search(text)) and not is_code(owner):
                yield Hit(f"several blanks in a row, after {quoted(text[: found.start() + 1][-30:])}", owner)
