"""A parsed page: its elements, their places in the input, and their text in the article file's notation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from justhtml import JustHTML, Node, Text

from jats.findings import Place
from jats.importers.html_page.decoding import DecodedPage, decode_page
from jats.importers.marked import RAW, Marked, MarkedBuilder

LONGEST = 8_000_000
"""Characters of the longest page that is read; saved pages of articles have some hundred thousand."""

DEEPEST = 150
"""Elements inside one another that are followed; what is deeper is not a page made for reading."""

_ORCID = re.compile(r"https?://orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
_NO_MARKS: frozenset[str] = frozenset()
_SPACE = re.compile(r"[ \t\r\n\f\xa0\u2007\u202f]+")
_UNSEEN = frozenset(
    ("script", "style", "template", "noscript", "svg", "iframe", "object", "video", "audio", "canvas", "button", "select",
     "input", "textarea", "head", "title", "img", "datalist")
)  # fmt: skip
"""Elements that show no words of the article."""

_MARKS = {
    "i": "i", "em": "i", "cite": "i", "dfn": "i", "var": "i", "b": "b", "strong": "b", "sub": "sub", "sup": "sup", "u": "u",
    "tt": "tt", "code": "tt", "s": "s", "strike": "s",
}  # fmt: skip
_STYLES = (
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE), "i"),
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), "b"),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE), "sub"),
)

BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li",
     "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
     "tr", "ul")
)  # fmt: skip
"""Elements that begin a line of their own."""


@dataclass(slots=True)
class Page:
    """A page's tree. `name` is the input's, for places."""

    name: str
    decoded: DecodedPage
    root: Node

    def place(self, node: Node) -> Place:
        """Where the tag of an element begins, or a text; the nearest element around it for what the parser added."""
        at: Node | None = node
        while at is not None and at.origin_line is None:
            at = at.parent
        if at is None or at.origin_line is None:
            return Place(self.name, 1, 1)
        return Place(self.name, at.origin_line, at.origin_col)


def parse_page(data: bytes, name: str) -> Page:
    """The page in `data`; browsers read anything, and so does this."""
    decoded = decode_page(data)
    document = JustHTML(decoded.text[:LONGEST], sanitize=False, track_node_locations=True, scripting_enabled=False)
    return Page(name, decoded, document.root)


def attribute(node: Node, name: str) -> str:
    """The value of an attribute; empty if the element does not have it."""
    return str((node.attrs or {}).get(name) or "")


def elements(node: Node) -> Iterator[Node]:
    """Every element below a node, in the order of the page."""
    stack = [child for child in reversed(node.children or ()) if not isinstance(child, Text)]
    while stack:
        one = stack.pop()
        if one.name.startswith(("#", "!")):
            continue
        yield one
        stack += [child for child in reversed(one.children or ()) if not isinstance(child, Text)]


def hints(node: Node) -> frozenset[str]:
    """The words by which a page's own style sheet knows an element: its id and its classes, in lower case."""
    if not node.attrs:
        return frozenset()
    return frozenset(
        f"{attribute(node, 'id')} {attribute(node, 'class')} {attribute(node, 'itemprop')}".lower().split()
    )


def holders(root: Node, wanted: Callable[[Node], bool]) -> set[int]:
    """The ids of all elements that contain one that is wanted."""
    found: set[int] = set()
    for node in elements(root):
        above = node.parent if wanted(node) else None
        while above is not None and id(above) not in found:
            found.add(id(above))
            above = above.parent
    return found


def is_shown(node: Node) -> bool:
    """Whether an element shows words that may belong to the article."""
    if node.name in _UNSEEN or node.name.startswith(("#", "!")):
        return False
    attrs = node.attrs or {}
    return "hidden" not in attrs and "display:none" not in attribute(node, "style").replace(" ", "").lower()


def plain_text(node: Node) -> str:
    """The characters that an element shows, with single spaces."""
    return _SPACE.sub(" ", "".join(_characters(node))).strip()


def _characters(node: Node) -> Iterator[str]:
    stack: list[Node | Text | str] = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, Text) or one.name == "#text":
            yield str(one.data or "")
        elif one.name == "br":
            yield " "
        elif is_shown(one) or one is node:
            around = [" "] if one.name in BLOCKS else []
            stack += [*around, *reversed(one.children or ()), *around]


def running_text(node: Node) -> str:
    """The running text of an element, with its marks, on one line."""
    return notation(marked_text([node]))


def notation(text: Marked) -> str:
    """Marked characters in the notation of the article file, on one line."""
    return _SPACE.sub(" ", text.notation()).strip()


def marked_text(nodes: Iterable[Node | Text]) -> Marked:
    """The characters that nodes show, with their marks and single blanks; a line break is a line end."""
    made = MarkedBuilder()
    around = [_NO_MARKS]
    stack: list[Node | Text | str | None] = list(reversed(list(nodes)))
    while stack:
        one = stack.pop()
        if one is None:
            around.pop()
        elif isinstance(one, str):
            made.add_with_single_blanks(one, around[-1])
        elif isinstance(one, Text) or one.name == "#text":
            made.add_with_single_blanks(_SPACE.sub(" ", str(one.data or "")), around[-1])
        elif one.name == "br":
            made.add("\n", around[-1])
        elif one.name == "math":
            made.add(one.to_html(pretty=False), around[-1] | {RAW})
        elif is_shown(one):
            if one.name == "a" and (orcid := _ORCID.search(attribute(one, "href"))) and orcid[1] not in plain_text(one):
                made.add_with_single_blanks(f" {orcid[0]} ", around[-1])
            between = " " if one.name in BLOCKS else ""
            mark = mark_of(one)
            around.append(around[-1] | {mark} if mark else around[-1])
            stack += [between, None, *reversed(one.children or ()), between]
    return made.marked()


def mark_of(node: Node) -> str:
    """The mark of the article file for an element; empty if it only groups."""
    if node.name in _MARKS:
        return _MARKS[node.name]
    style = attribute(node, "style") if node.name in ("span", "font") else ""
    return next((mark for form, mark in _STYLES if style and form.search(style)), "")
