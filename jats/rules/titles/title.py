"""The article's title and subtitle: there is one, and it reads as a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, parent_name, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden
from jats.rules.engine.targets import ALL
from jats.vocab.characters import INVISIBLE

_STYLES = ("bold", "italic", "underline", "sc", "monospace")
_NOT_WORDS = ("fn", "xref", "inline-graphic")
_TITLES = ("title-group/article-title",)
_NOTE_MARK = re.compile(r"(?<![\s*×])(?:\*+|[†‡§¶])$")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:\w|\w+\.\w+|sp|spp|ssp|subsp|var|nov|gen|al|etc|inc|ltd|co|jr|sr|no|vol|ed|st|dr)\.$", re.IGNORECASE
)
_HEADING = re.compile(r"(\S+(?:\s\S+)*): (\S+(?:\s\S+)+)")
_SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u3000]{2,}")

forbidden(
    Row(
        "PMC302",
        on="back/title",
        services=("pmc",),
        page="""The back matter has no title of its own.

        Why: its parts have titles; one above them all is shown nowhere.
        Wrong: <back>… <!-- new --><title>Back matter</title></back>
        Right: <back>…</back>
        Source: PMC Style Checker 5.31, back-title-check
        """,
    ),
    "give the title to the section or list that it names",
)


def title_text(title: Element) -> str:
    """The words of a title without footnotes, links to them, and pictures."""
    if len(title) == 0:
        return text_of(title)
    parts = [title.text or ""]
    for child in title:
        skipped = child.tag in _NOT_WORDS or not isinstance(child.tag, str)
        parts += ["" if skipped else title_text(child), child.tail or ""]
    return " ".join("".join(parts).split())


@rule("COM301", on=("article-meta", "front-stub"), services=ALL)
def article_has_a_title(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article has a title with words in it.

    Why: nobody can find, cite or list an article without.
    Wrong: <article-title> </article-title>
    Wrong: <article-title><fn id="fn9"><p>Deceased.</p></fn></article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    Source: Crossref deposit schema 5.5.0, titles; PubMed.dtd 2.6, ArticleTitle; doajArticles.xsd 1.3, title
    """
    title = el.find("title-group/article-title")
    if title is None:
        if el.tag == "article-meta":
            yield Hit("the article has no title (<article-title>)")
    elif not title_text(title):
        yield Hit("the title has no words", title)


@rule("COM302", on=("article-title", "subtitle", "title", "label", "p"), services=("pmc",), severity=Severity.WARNING)
def formatting_is_not_all(el: Element) -> Iterator[str]:
    """A title or paragraph is not wholly bold, italic, underlined, in small capitals or monospaced.

    Why: how titles look is the journal's style; formatting of the whole hides what is emphasised in it.
    Wrong: <article-title><bold>Tides and sediments in northern harbours</bold></article-title>
    Right: <article-title>Tides and sediments in <italic>northern</italic> harbours</article-title>
    Source: PMC Style Checker 5.31, block-formatting-check
    """
    # Headings of sections and captions are COM602's and COM715's.
    if len(el) != 1 or (el.text and el.text.strip()) or parent_name(el) in ("sec", "caption"):
        return
    only = el[0]
    if only.tag in _STYLES and not (only.tail and only.tail.strip()) and text_of(only):
        yield f"{tagged(el)} is wholly {tagged(only)}: take the formatting away"


@rule("COM303", on=_TITLES, services=("crossref", "pmc", "pubmed"), severity=Severity.WARNING)
def title_is_not_in_capitals(el: Element) -> Iterator[str]:
    """A title is not written wholly in capitals.

    Why: capitals lose which letters are meant small: names of genes, units, abbreviations.
    Wrong: <article-title>TIDES AND SEDIMENTS IN NORTHERN HARBOURS</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    Source: Crossref, "Best practices for titles"; PMC tagging guidelines, capitalisation
    """
    text = text_of(el)
    if text.isupper() and len(text.split()) > 1 and sum(map(str.isalpha, text)) > 9:
        yield f"the title is in capitals: {quoted(text)}"


@rule("COM304", on=_TITLES, services=("pubmed", "crossref"), severity=Severity.WARNING)
def title_ends_with_a_word(el: Element) -> Iterator[str]:
    """A title doesn't end with a full stop or the mark of a footnote.

    Why: programs put the full stop themselves; a mark leads to no footnote outside the printed page.
    Wrong: <article-title>Tides and sediments in northern harbours.</article-title>
    Wrong: <article-title>Tides and sediments in northern harbours*</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    Source: NLM's help for data providers, ArticleTitle; editors' practice
    """
    text = title_text(el)
    if text.endswith(".") and not text.endswith("..") and not _ABBREVIATION.search(text):
        yield "the title ends with a full stop"
    elif mark := _NOTE_MARK.search(text):
        yield f"the title ends with a footnote mark, {mark[0]}, as text"


@rule("COM305", on=_TITLES, services=("pmc", "crossref", "pubmed"), severity=Severity.WARNING)
def title_has_no_notes(el: Element) -> Iterator[str]:
    """A title holds no footnote and no link.

    Why: who takes the title loses the note, or prints its text in the middle of the title.
    Wrong: <article-title>Tides and sediments<fn id="fn9"><p>A first version was a poster.</p></fn></article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    Source: PMC Style Checker 5.31, title-fn-xref-check
    """
    found = next(el.iter("fn", "xref"), None)
    if found is not None and title_text(el):
        yield f"the title holds {tagged(found)}: put the note into <author-notes> or the back"


@rule("COM306", on="title-group", services=("crossref",), severity=Severity.WARNING)
def subtitle_stands_apart(el: Element) -> Iterator[Hit]:
    """A subtitle stands in `<subtitle>`, without punctuation at the seam.

    Why: Crossref keeps title and subtitle apart, and references are matched with the title.
    Wrong: <article-title>Tides and sediments: a study of two harbours</article-title>
    Wrong: <article-title>Tides and sediments</article-title><subtitle>: a study of two harbours</subtitle>
    Right: <article-title>Tides and sediments</article-title><subtitle>A study of two harbours</subtitle>
    Source: Crossref, "Best practices for titles"
    """
    title, subtitle = el.find("article-title"), el.find("subtitle")
    if subtitle is not None and text_of(subtitle)[:1] in tuple(":;,.-–—"):
        yield Hit(f"the subtitle begins with {text_of(subtitle)[0]}: leave it out", subtitle)
    elif title is not None and subtitle is None and (parts := _HEADING.fullmatch(title_text(title))):
        yield Hit(f"the title holds a subtitle: {quoted(parts[2])} may stand in <subtitle>", title)


@rule("COM311", on=_TITLES, services=ALL, severity=Severity.WARNING)
def title_is_clean(el: Element) -> Iterator[Hit]:
    """A title has single blanks, none at its ends, no line breaks and no invisible characters.

    Why: a search for the title doesn't find it.
    Wrong: <article-title>Tides  and sediments in northern harbours </article-title>
    Wrong: <article-title>Tides and sediments<break/>in northern harbours</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    Source: editors' practice; Unicode, Default_Ignorable characters
    """
    text = "".join(el.itertext())
    cleaned = " ".join(text.split())
    if not cleaned:
        return
    fix = Fix(text, cleaned) if len(el) == 0 else None
    if el.find(".//break") is not None:
        yield Hit("the title holds a line break")
    elif invisible := next((letter for letter in text if letter in INVISIBLE), None):
        yield Hit(f"the title holds an invisible character, U+{ord(invisible):04X}")
    elif "\n" not in text and (_SPACES.search(text) or text != text.strip()):
        yield Hit("the title has blanks at an end or several in a row", fix=fix)


@rule("CRF302", on="article-meta/title-group", services=("crossref",), severity=Severity.WARNING)
def title_is_more_than_a_word(el: Element) -> Iterator[str]:
    """A title has more than one word.

    Why: a single word is often the name of the section, which stands in the title's place.
    Wrong: <article-title>Editorial</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    Source: Crossref deposit Schematron, note 14
    """
    title = el.find("article-title")
    words = "" if title is None else title_text(title)
    # Languages without blanks between words have one "word" in every title.
    if title is not None and len(title) == 0 and len(words.split()) == 1 and words[:1] < "\u2e80":
        yield f"the title is the single word {quoted(words)}: is it the name of a section?"
