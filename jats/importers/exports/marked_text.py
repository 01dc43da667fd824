"""Texts with marks in exports — XML elements, or HTML and JATS as characters — in the article file's notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jats.draft import List, Map, Node, Text
from jats.importers.exports.branches import Branch
from jats.importers.exports.placing import rows
from jats.importers.xml_source import MARKS
from jats.parsers.html_tags import JATS_OF
from jats.vocab.namespaces import NAMESPACES

_SPACES = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_PREFIX = re.compile(r"(</?)(?:jats|ns\d|j):(?=[a-z])")
_JATS = re.compile(r"<(?:jats|ns\d|j):[a-z]|<(?:sec|title|italic|bold|(?:inline|disp)-formula|tex-math)\b|<\w+:math\b")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_USED_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]")
_TEX = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_TEX_SIGNS = re.compile(r"\A(?:\$\$?|\\\(|\\\[)(.*?)(?:\$\$?|\\\)|\\\])\Z", re.DOTALL)
_BLOCKS = frozenset(
    ("p", "div", "li", "list-item", "tr", "h1", "h2", "h3", "h4", "title", "disp-formula", "disp-quote", "para")
)
_LISTS = {"list": "", "ul": "bullet", "ol": "order"}
DEEPEST = 60
"""Elements inside one another that are followed; below that only the text counts."""


def marked(branch: Branch | None) -> Text | None:
    """The running text of a branch on one line; the branch counts as taken."""
    if branch is None:
        return None
    text = _one_line(branch)
    branch.use_content()
    return Text(text, branch.place) if text else None


def _one_line(branch: Branch) -> str:
    element = branch.element if branch.element is not None else _parsed(branch.value or "")
    if element is None:
        return without_prefixes(branch.words)
    return _joined(_inline(element, 0)).replace("\0", " ").strip()


def paragraphs(branch: Branch | None) -> Node | None:
    """The text of a branch that has paragraphs: a text, or fields with `title` and `sections`; it counts as taken."""
    if branch is None:
        return None
    node = _blocks(branch)
    branch.use_content()
    return node


def _blocks(branch: Branch) -> Node | None:
    element = branch.element if branch.element is not None else _parsed(branch.value or "")
    if element is None:
        text = _lines_joined(without_prefixes(branch.value or ""))
        return Text(text, branch.place) if text else None
    if len(element) == 0:
        text = _lines_joined(str(element.text or ""))
        return Text(text, branch.place) if text else None
    return _parts(element, branch)


def _lines_joined(text: str) -> str:
    """Paragraphs on one line each, blank lines between them."""
    return "\n\n".join(part for each in _BLANK_LINE.split(text) if (part := _SPACES.sub(" ", each).strip()))


def _parts(element: Any, branch: Branch, depth: int = 0) -> Node | None:
    """The paragraphs and sections of an element."""
    title = ""
    sections: list[Node | None] = []
    rest: list[Any] = []
    for child in element:
        name = _name(child)
        if name == "title" and not rest and not sections:
            title = _text(child)
        elif name == "sec" and depth < DEEPEST:
            sections.append(_section(child, branch, depth + 1))
        else:
            rest.append(child)
    text = _paragraphs(element, rest)
    if depth == 0 and title and title.strip(" .:").casefold() in _abstract_headings():
        title = ""
    if not sections and not title:
        return Text(text, branch.place) if text else None
    made = Map(branch.place)
    for key, value in (("title", title), ("text", text)):
        if value:
            made.put(key, Text(value, branch.place))
    kept = [section for section in sections if section is not None]
    if kept:
        made.put("sections", List(kept, branch.place))
    return made if made.items else None


@cache
def _abstract_headings() -> frozenset[str]:
    return frozenset(row[0] for row in rows("abstract_headings"))


def _section(element: Any, branch: Branch, depth: int) -> Node | None:
    made = _parts(element, branch, depth)
    if isinstance(made, Text):
        fields = Map(made.place)
        fields.put("text", made)
        return fields
    return made


def _paragraphs(element: Any, children: list[Any]) -> str:
    """The text of an element with these of its children, blank lines between paragraphs."""
    pieces = [element.text or ""]
    kept = {id(child) for child in children}
    for child in element:
        if id(child) in kept:
            pieces += _child(child, 0)
        pieces.append(child.tail or "")
    return "\n\n".join(part for each in "".join(pieces).split("\0") if (part := _SPACES.sub(" ", each).strip()))


def _text(element: Any) -> str:
    return _joined(_inline(element, 0)).replace("\0", " ").strip()


def _joined(pieces: Iterator[str]) -> str:
    return _SPACES.sub(" ", "".join(pieces))


def _inline(element: Any, depth: int) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _child(child, depth)
        yield child.tail or ""


def _child(child: Any, depth: int) -> Iterator[str]:
    name = _name(child)
    if not name:
        return
    if depth > DEEPEST:
        yield "".join(child.itertext("*"))
    elif name in MARKS:
        yield from (f"<{MARKS[name]}>", *_inline(child, depth + 1), f"</{MARKS[name]}>")
    elif name == "style":
        yield from _styled(child, depth)
    elif name == "ovl":
        yield from ("<overline>", *_inline(child, depth + 1), "</overline>")
    elif name in ("math", "inline-formula", "disp-formula", "DispFormula", "tex-math"):
        yield from _formula(child, depth)
    elif name in _LISTS:
        yield _list(child, _LISTS[name])
    elif link := _address(child, name):
        yield from (f'<a href="{link}">', *_inline(child, depth + 1), "</a>")
    elif name in ("br", "break"):
        yield "\0"
    elif name in _BLOCKS:
        yield from ("\0", *_inline(child, depth + 1), "\0")
    else:
        yield from _inline(child, depth + 1)


_FACES = {"italic": "i", "bold": "b", "underline": "u", "superscript": "sup", "subscript": "sub"}


def _styled(child: Any, depth: int) -> Iterator[str]:
    """A run of text with its face, as EndNote writes it: `bold italic`."""
    found = [_FACES[face] for face in str(child.get("face") or "").split() if face in _FACES]
    text = "".join(_inline(child, depth + 1))
    if not text.strip():
        found = []
    yield "".join(f"<{mark}>" for mark in found) + text + "".join(f"</{mark}>" for mark in reversed(found))


def _address(child: Any, name: str) -> str:
    """The address of a link that shows other words than it."""
    if name not in ("a", "ext-link", "uri"):
        return ""
    address = child.get("href") or child.get(f"{{{NAMESPACES['xlink']}}}href") or ""
    shown = "".join(child.itertext("*")).strip()
    good = re.fullmatch(r"(?:https?|ftp)://[^\s\"<>]+", address)
    return address if good and shown and shown != address else ""


def _formula(element: Any, depth: int) -> Iterator[str]:
    """A formula: its MathML, else its TeX, else its text."""
    found = next((each for each in element.iter("{*}math")), None)
    if found is not None:
        yield _mathml(found)
        return
    tex = element if _name(element) == "tex-math" else next((each for each in element.iter("{*}tex-math")), None)
    if tex is None:
        yield from _inline(element, depth + 1)
        return
    source = "".join(tex.itertext("*")).strip()
    source = (_TEX.search(source) or [source, source])[1].strip()
    source = (_TEX_SIGNS.match(source) or [source, source])[1].strip()
    yield f"${_SPACES.sub(' ', source)}$" if source and "$" not in source else source


def _mathml(element: Any) -> str:
    """MathML without prefixes, on one line."""
    return _SPACES.sub(" ", "".join(_bare(element, 0)))


def _bare(element: Any, depth: int) -> Iterator[str]:
    name = _name(element)
    if not name or depth > DEEPEST:
        return
    attributes = "".join(f' {_local(key)}="{_escaped(value, quote=True)}"' for key, value in element.attrib.items())
    yield f"<{name}{attributes}>" + _escaped((element.text or "").strip() if len(element) else element.text or "")
    for child in element:
        yield from _bare(child, depth + 1)
    yield f"</{name}>"


def _list(element: Any, kind: str) -> str:
    """A list in JATS's own markup."""
    kind = kind or element.get("list-type") or "bullet"
    items = [child for child in element if _name(child) in ("list-item", "li")]
    made = "".join(f"<list-item><p>{_jats_words(item)}</p></list-item>" for item in items)
    return f'\0<list list-type="{_escaped(kind, quote=True)}">{made}</list>\0' if made else "\0" + _text(element) + "\0"


def _jats_words(element: Any) -> str:
    return _SPACES.sub(" ", "".join(_jats(element, 0))).strip()


def _jats(element: Any, depth: int) -> Iterator[str]:
    yield _escaped(element.text or "")
    for child in element:
        mark = MARKS.get(_name(child))
        inside = _jats(child, depth + 1) if depth < DEEPEST else iter((_escaped("".join(child.itertext("*"))),))
        if mark:
            yield from (f"<{JATS_OF.get(mark, mark)}>", *inside, f"</{JATS_OF.get(mark, mark)}>")
        elif _name(child):
            yield from (" ", *inside, " ") if _name(child) in _BLOCKS else inside
        yield _escaped(child.tail or "")


def _escaped(text: str, *, quote: bool = False) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if quote else text


def _name(element: Any) -> str:
    return _local(element.tag) if isinstance(element.tag, str) else ""


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _parsed(text: str) -> Any:
    """Characters with JATS's markup in them as an element; None if they have none, or it is not well-formed."""
    if not _JATS.search(text):
        return None
    from jats.xmlio import MalformedXml, parse

    prefixes = "".join(
        f' xmlns:{prefix}="{NAMESPACES.get(prefix, "urn:" + prefix)}"'
        for prefix in sorted(set(_USED_PREFIX.findall(text)) - {"xml", "xmlns"})
        if f"xmlns:{prefix}=" not in text
    )
    try:
        body = _ENTITY.sub("&amp;", text)
        return parse(f"<text{prefixes}>{body}</text>".encode("utf-8", "replace"), "").root
    except MalformedXml:
        return None


def without_prefixes(text: str) -> str:
    """Characters that are nearly JATS, without its prefixes, so that they are read as HTML."""
    return _PREFIX.sub(r"\1", text)
