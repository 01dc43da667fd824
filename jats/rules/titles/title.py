"""The article's title and subtitle: whether there is one, and whether it reads as a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, parent_name, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden
from jats.rules.engine.targets import ALL
from jats.vocab.characters import INVISIBLE
from jats.vocab.scripts import number_of_words

_STYLES = ("bold", "italic", "sc", "sup")
_NOT_WORDS = ("fn", "xref", "inline-graphic")
_TITLES = ("title-group/article-title",)
_NOTE_MARK = re.compile(r"(?<![\s*×])(?:\*+|[†‡§¶])$")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:\w|\w+\.\w+|sp|spp|ssp|subsp|var|nov|gen|al|etc|inc|ltd|co|jr|sr|no|vol|ed|st|dr)\.$", re.IGNORECASE
)
_PUNCTUATION = ":;,.-–—"
_JOINED = re.compile("(?<=[\u0590-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff])[\u200c\u200d]")
"""Joiners after letters of Arabic, Indic and kindred scripts, in which they are spelling."""

_ABOUT_ANOTHER = frozenset(
    "addendum article-commentary book-review correction discussion expression-of-concern letter partial-retraction "
    "product-review reply retraction".split()
)
"""Types whose title often names the type and then the work: "Retraction: Tides and sediments" has no subtitle."""

_HEADING = re.compile(r"(\S+(?:\s\S+)*): (\S+(?:\s\S+)+)")
_SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u3000]{2,}")

forbidden(
    Row(
        "PMC302",
        on="back/title",
        services=("pmc",),
        page="""The back matter must not have a title of its own.

        Why: its parts have titles; one above them all is not shown anywhere.
        Wrong: <back>… <!-- new --><title>Back matter</title></back>
        Right: <back>… <ack><title>Acknowledgements</title><p>We thank the pilots of both harbours.</p></ack></back>
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


@rule(
    "COM301",
    on=("article-meta", "front-stub"),
    services=("common", "pmc", "crossref", "doaj", "pubmed", "scielo", "datacite"),
    severities={"pmc": Severity.WARNING},
)
def article_has_a_title(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article must have a title with words in it.

    Why: without a title nobody can find, cite or list the article.
    Wrong: <article-title> </article-title>
    Wrong: <article-title><fn id="fn9"><p>Deceased.</p></fn></article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    YAML: title: Tides and sediments in northern harbours
    Source: Crossref deposit schema 5.5.0, titles; PubMed.dtd 2.6, ArticleTitle; doajArticles.xsd 1.3, title
    """
    title = el.find("title-group/article-title")
    if title is None:
        if el.tag == "article-meta":
            yield Hit("the article has no title: write <article-title>")
    elif not title_text(title):
        yield Hit("the title has no words: write the title", title)


@rule(
    "COM302",
    on=("article-title", "subtitle", "title", "label", "abstract/p"),
    services=("pmc",),
    severity=Severity.WARNING,
)
def formatting_is_not_all(el: Element) -> Iterator[str]:
    """A title, a label or a paragraph of an abstract must not be wholly formatted.

    Why: how titles look is the journal's style; formatting of the whole hides what is emphasised in it.
    Wrong: <article-title><bold>Tides and sediments in northern harbours</bold></article-title>
    Right: <article-title>Tides and sediments in <italic>northern</italic> harbours</article-title>
    Source: PMC Style Checker 5.31, block-formatting-check
    """
    # Headings of sections and captions are COM602's and COM715's.
    if len(el) == 0 or (el.text and el.text.strip()) or (el.tag == "title" and parent_name(el) in ("sec", "caption")):
        return
    runs = list(el)
    if all(each.tag in _STYLES and not (each.tail and each.tail.strip()) for each in runs) and text_of(el):
        kinds = all_of(dict.fromkeys(map(tagged, runs)))
        yield f"{tagged(el)} is wholly in {kinds}: remove the formatting"


@rule("COM303", on=_TITLES, services=("crossref", "pmc", "pubmed"), severity=Severity.WARNING)
def title_is_not_in_capitals(el: Element) -> Iterator[str]:
    """A title must not be written wholly in capitals.

    Why: capitals hide which letters are meant to be small: in names of genes, units, abbreviations.
    Wrong: <article-title>TIDES AND SEDIMENTS IN NORTHERN HARBOURS</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    YAML: title: Tides and sediments in northern harbours
    Source: Crossref, "Best practices for titles"; PMC tagging guidelines, capitalisation
    """
    text = text_of(el)
    cased = [letter for letter in text if letter.lower() != letter.upper()]
    words = [word for word in text.split() if sum(letter.isupper() for letter in word) > 1]
    # In a script without case an acronym may be all that is in capitals.
    mostly = len(cased) > 9 and 2 * len(cased) > sum(map(str.isalpha, text))
    if mostly and len(words) > 1 and not any(map(str.islower, cased)):
        yield f"the title {quoted(text)} is in capitals: write it as in a sentence"


@rule("COM304", on=_TITLES, services=("pubmed", "crossref"), severity=Severity.WARNING)
def title_ends_with_a_word(el: Element) -> Iterator[str]:
    """A title must not end with a full stop or the mark of a footnote.

    Why: programs add the full stop themselves; the mark leads nowhere outside the printed page.
    Wrong: <article-title>Tides and sediments in northern harbours.</article-title>
    Wrong: <article-title>Tides and sediments in northern harbours*</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    YAML: title: Tides and sediments in northern harbours
    Source: NLM's help for data providers, ArticleTitle; editors' practice
    """
    text = title_text(el)
    if text.endswith(".") and not text.endswith("..") and not _ABBREVIATION.search(text):
        yield "the title ends with a full stop: remove it"
    elif mark := _NOTE_MARK.search(text):
        yield f"the title ends with a footnote mark, {quoted(mark[0])}: remove it"


@rule("COM305", on=_TITLES, services=("crossref", "pubmed"), severity=Severity.WARNING)
def title_has_no_notes(el: Element) -> Iterator[str]:
    """A title must not hold a footnote or a link.

    Why: receivers lose the note, or print its text in the middle of the title.
    Wrong: <article-title>Tides and sediments<fn id="fn9"><p>A first version was a poster.</p></fn></article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    YAML:
        title: Tides and salt
        title_notes: Read at the spring meeting.
    Source: editors' practice
    """
    found = next(el.iter("fn", "xref"), None)
    if found is not None and title_text(el):
        yield f"the title holds {tagged(found)}: move the note to <author-notes> or the back"


@rule("COM306", on="title-group", services=("crossref",), severity=Severity.WARNING)
def subtitle_stands_apart(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A subtitle must be in `<subtitle>`, without punctuation between title and subtitle.

    Why: Crossref keeps title and subtitle apart, and references are matched with the title.
    Wrong: <article-title>Tides and sediments: a study of two harbours</article-title>
    Wrong: <article-title>Tides and sediments</article-title><subtitle>: a study of two harbours</subtitle>
    Wrong: <article-title>Tides and sediments:</article-title><subtitle>a study of two harbours</subtitle>
    Right: <article-title>Tides and sediments</article-title><subtitle>A study of two harbours</subtitle>
    YAML:
        title: Tides and sediments
        subtitle: A study of two harbours
    Source: Crossref, "Best practices for titles"
    """
    title, subtitle = el.find("article-title"), el.find("subtitle")
    words = "" if title is None else title_text(title)
    if subtitle is not None and text_of(subtitle)[:1] in tuple(_PUNCTUATION):
        yield Hit(f"the subtitle begins with {quoted(text_of(subtitle)[0])}: remove it", subtitle)
    if subtitle is not None and words[-1:] in tuple(_PUNCTUATION):
        named = "a colon" if words.endswith(":") else quoted(words[-1])
        yield Hit(f"the title ends with {named} before its subtitle: remove it", title)
    elif title is None or subtitle is not None or context.part_of(el).get("article-type") in _ABOUT_ANOTHER:
        return
    elif parts := _HEADING.fullmatch(words):
        yield Hit(f"the title holds a subtitle: write {quoted(parts[2])} in <subtitle>", title)


@rule("COM311", on=_TITLES, services=ALL, severity=Severity.WARNING)
def title_is_clean(el: Element) -> Iterator[Hit]:
    """A title must have single blanks, none at its ends, no line breaks and no invisible characters.

    Why: a search for the title does not find it.
    Wrong: <article-title>Tides  and sediments in northern harbours </article-title>
    Wrong: <article-title>Tides and sediments<break/>in northern harbours</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    YAML: title: Tides and sediments in northern harbours
    Source: editors' practice; Unicode, Default_Ignorable characters
    """
    text = "".join(el.itertext())
    cleaned = " ".join(text.split())
    if not cleaned:
        return
    fix = Fix(text, cleaned) if len(el) == 0 else None
    if el.find(".//break") is not None:
        yield Hit("the title holds a line break: remove <break>")
    elif invisible := next((letter for letter in _JOINED.sub("", text) if letter in INVISIBLE), None):
        yield Hit(f"the title holds an invisible character, U+{ord(invisible):04X}: remove it")
    elif "\n" not in text and (_SPACES.search(text) or text != text.strip()):
        yield Hit("the title has blanks at an end or several in a row: write single blanks between words", fix=fix)


@rule("CRF302", on="article-meta/title-group", services=("crossref",), severity=Severity.WARNING)
def title_is_more_than_a_word(el: Element) -> Iterator[Hit]:
    """A title has only one word.

    Why: a single word is often the name of the section, written instead of the title.
    Wrong: <article-title>Editorial</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    YAML: title: Tides and sediments in northern harbours
    Source: Crossref deposit Schematron, note 14
    """
    title = el.find("article-title")
    words = "" if title is None else title_text(title)
    if title is not None and len(title) == 0 and number_of_words(words) == 1:
        message = (
            f"the title is the single word {quoted(words)}; if it is the name of a section, write the article's title"
        )
        yield Hit(message, title)
