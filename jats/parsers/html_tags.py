"""The tags of HTML that platforms and word processors store, and what each means in running text."""

from __future__ import annotations

PHRASES = {
    "i": "i", "em": "i", "cite": "i", "var": "i", "dfn": "i", "b": "b", "strong": "b", "sub": "sub", "sup": "sup",
    "u": "u", "ins": "u", "s": "s", "del": "s", "strike": "s", "tt": "tt", "code": "tt", "kbd": "tt", "samp": "tt", "sc": "sc",
}  # fmt: skip
"""Tags of stretches of text → the notation's own."""

JATS_OF = {"i": "italic", "b": "bold", "u": "underline", "s": "strike", "tt": "monospace"}
"""The notation's tags → JATS elements; the others have the same name."""

OWN = frozenset((*PHRASES.values(), "em", "strong", "code", "del", "strike", "a"))
"""Tags that the article file has itself, without attributes (a with href alone)."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS = {"ul": "bullet", "ol": "order", "menu": "bullet", "dir": "bullet"}
BLOCKS = frozenset(
    (
        "p", "div", "section", "article", "header", "footer", "main", "aside", "center", "address", "figure", "figcaption",
        "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote", "pre", "hr", "form",
        "fieldset", "details", "summary", "nav", "li", *HEADINGS, *LISTS,
    )
)  # fmt: skip
"""Tags that begin and end a paragraph."""

WRAPPERS = frozenset(
    ("span", "font", "big", "small", "o:p", "abbr", "acronym", "label", "time", "mark", "bdi", "bdo", "q", "wbr", "nobr",
     "html", "body", "head", "meta", "title", "link", "colgroup", "col", "picture", "source", "ruby", "rt", "rp", "data")
)  # fmt: skip
"""Tags that say nothing of their own."""

LOST = frozenset(
    (
        "img",
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "svg",
        "input",
        "button",
        "noscript",
        "template",
    )
)
"""Tags whose content no text can hold."""

KNOWN = frozenset((*PHRASES, *OWN, *BLOCKS, *WRAPPERS, *LOST, "br"))
"""Every tag that is read as HTML."""
