"""What the reading of HTML pages can report: the codes IMP4nn."""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import quoted


@finding_code("IMP401", Severity.INFO)
def furniture(number: int, first: str) -> str:
    """Menus, counters and footers of a page are left out.

    Why: they are of the site, not of the article; a word of them in a field would be wrong in every index.
    Wrong: # page.html
        <nav>Current Archives About</nav> <article>…</article>
    Right: # page.html
        <article>…</article>
    Source: this program, `jats import`
    """
    parts = "a part" if number == 1 else f"{number} parts"
    return f"left out: {parts} of the page with menus, counters, buttons or footers, the first {quoted(first, 60)}"


@finding_code("IMP402", Severity.INFO)
def misdeclared(declared: str) -> str:
    """The page names another encoding than it has.

    Why: a browser that believes the name shows other letters; the site's server said the right one beside the page.
    Wrong: # page.html, saved as UTF-8
        <meta charset="windows-1251">
    Right: # page.html, saved as UTF-8
        <meta charset="utf-8">
    Source: WHATWG HTML, section 13.2.3
    """
    return f"the page calls itself {quoted(declared)} but is UTF-8, and was read as that"


@finding_code("IMP403", Severity.INFO)
def other_text(texts: Sequence[str]) -> str:
    """Text of the page that is in no marked part of the article is left out.

    Why: without a heading or a label nobody knows what it says of the article.
    Wrong: # page.html
        <p>Abstract views: 112</p>
    Right: # page.html
        <h2>Abstract</h2><p>…</p>
    Source: this program, `jats import`
    """
    shown = "; ".join(quoted(text, 40) for text in texts[:4])
    return f"not placed: {len(texts)} lines of the page's text: {shown}{' …' if len(texts) > 4 else ''}"


@finding_code("IMP404", Severity.INFO)
def body(first: str, number: int) -> str:
    """The text of the article on the page is left out.

    Why: an article file holds the data of an article, not its text.
    Wrong: # page.html
        <h2>Introduction</h2>
    Right: # page.html
        <h2>Abstract</h2>
    Source: this program, `jats import`
    """
    paragraphs = "a paragraph" if number == 1 else f"{number:,} paragraphs"
    return f"not placed: the text of the article, {paragraphs} from {quoted(first, 60)} on: an article file has no field for it"
