"""A clean article for examples to stand in, and how an example is put into it.

An example replaces the host's element with its `id`, else the first of its name (of those with the same type), else it goes
to its usual home. Several elements side by side are put in one after the other. An element that begins with `…` is not a
replacement but a change: its attributes and children are put into the host's element, whose others stay; a comment
`<!-- no abstract -->` or `<!-- no @xml:lang -->` in it takes things away, and what
follows a comment `<!-- new -->` is put at the end in any case. `<?…?>` and `<!DOCTYPE …>` at the start of an example
stand before the article.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import count
from pathlib import Path
from typing import cast

from lxml import etree

from jats.rules.engine.reading import Element
from jats.vocab.namespaces import NAMESPACES, expanded

KINDS = ("article", "manuscript", "correction", "editorial", "review")
"""Kinds of host: a research article, an author manuscript for PMC, a correction, an editorial, a peer review."""

_FILE = Path(__file__).with_name("host.txt")
_DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items() if prefix != "xml")
_MANUSCRIPT_IDS = {"aff": "A", "B": "R", "e": "FD", "f": "F", "fn": "FN", "m": "M", "s": "S", "suppl": "SD", "t": "T"}
"""PMC's letters for the ids of author manuscripts, by those of the host."""

_NUMBERED = {"p": "P", "list": "L", "ack": "S", "sec": "S"}
_WITHOUT_ID = re.compile(rf"<({'|'.join(_NUMBERED)})(?![\w-])(?![^>]*\bid=)")
"""What need not be numbered in examples: in author manuscripts it gets its ids here."""

_ID = re.compile(rf'\b(r?id=")({"|".join(sorted(_MANUSCRIPT_IDS, key=len, reverse=True))})(?=\d+")')
_PROLOG = re.compile(r"\s*(<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)", re.DOTALL)
_PARAGRAPH = "body/sec/p"

_PREFERRED = {
    "fn": "front//author-notes/fn",
    "label": "body//fig/label",
    "name": "front//contrib/name",
    "p": _PARAGRAPH,
    "sec": "body/sec",
    "title": "body/sec/title",
    "xref": "body/sec/p/xref",
    "year": "front//pub-date/year",
}
"""Where an example of an element that stands in many places replaces one."""

_HOMES = {
    "front//article-meta": "article-version article-version-alternatives conference counts custom-meta-group issue-id "
    "issue-title issue-part issue-sponsor product pub-history elocation-id page-range email related-article "
    "related-object supplement volume-id volume-series support-group trans-abstract isbn volume issue fpage lpage history "
    "kwd-group funding-group abstract self-uri pub-date permissions author-notes",
    "front//journal-meta": "issn-l isbn contrib-group",
    "front//title-group": "subtitle alt-title trans-title-group fn-group",
    "front//history": "date",
    "front//contrib": "address anonymous bio collab collab-alternatives degrees name-alternatives on-behalf-of role "
    "string-name uri",
    "front//contrib/name": "prefix suffix",
    "front//article-categories": "subj-group series-title series-text",
    "front//permissions": "ali:free_to_read",
    "front": "notes",
    "body/sec": "array boxed-text chem-struct-wrap code def-list disp-formula-group disp-quote fig fig-group graphic list media "
    "preformat speech statement table-wrap table-wrap-group verse-group disp-formula oasis:table",
    _PARAGRAPH: "bold ext-link italic monospace named-content underline inline-formula inline-graphic inline-media email uri "
    "inline-supplementary-material private-char sc sub sup styled-content tex-math chem-struct abbrev mml:math",
    "back": "ack app-group app bio fn-group glossary notes sec title",
    ".": "floats-group response sub-article processing-meta back",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def takes(service: str, kind: str) -> bool:
    """Whether a service takes that kind of document: manuscripts are for PMC, which in turn knows no peer reviews."""
    return service in ("pmc", "common") if kind == "manuscript" else kind != "review" or service != "pmc"


def host_text(service: str, kind: str = "article") -> str:
    """The clean article of that kind for a service, as text with its DOCTYPE."""
    return _with_ids_of(kind, _host_text(service, kind))


def _with_ids_of(kind: str, text: str) -> str:
    """The text with the ids that PMC wants in author manuscripts, where it is one; examples are written with the others."""
    if kind != "manuscript":
        return text
    numbers = count(90)
    text = _WITHOUT_ID.sub(lambda match: f'<{match[1]} id="{_NUMBERED[match[1]]}{next(numbers)}"', text)
    return _ID.sub(lambda match: match[1] + _MANUSCRIPT_IDS[match[2]], text)


@cache
def _host_text(service: str, kind: str) -> str:
    flags, open_blocks, kept = {service, kind}, [], []
    for line in _FILE.read_text("utf-8").splitlines():
        word, _, names = line.partition(" ")
        if word in ("%only", "%not"):
            open_blocks.append((word == "%only") == bool(flags.intersection(names.split())))
        elif word == "%end":
            open_blocks.pop()
        elif word != "%" and all(open_blocks):
            kept.append(line)
    return "\n".join(kept) + "\n"


def place(example: str, service: str, kind: str = "article") -> bytes:
    """The host with an example in it, as XML in UTF-8; raises XMLSyntaxError or LookupError where the example can't stand."""
    prolog, rest = _split(example)
    text = _host_text(service, kind)
    if any(part.startswith("<!DOCTYPE") for part in prolog):
        text = re.sub(r"<!DOCTYPE[^>]*>", "", text, count=1)
    root = etree.fromstring(text.encode())
    pieces = etree.fromstring(f"<pieces {_DECLARED}>{rest}</pieces>".encode())
    root = _put_all(list(pieces), root)
    doctype = "" if any(part.startswith("<!DOCTYPE") for part in prolog) else root.getroottree().docinfo.doctype
    head = "\n".join((*prolog, *_instructions(text), doctype))
    return f"{head}\n{_with_ids_of(kind, etree.tostring(root, encoding='unicode'))}".strip().encode()


def _split(example: str) -> tuple[list[str], str]:
    prolog = []
    while match := _PROLOG.match(example):
        prolog.append(match[1])
        example = example[match.end() :]
    return prolog, example


def _instructions(text: str) -> list[str]:
    return re.findall(r"^<\?.*?\?>$", text, re.MULTILINE)


def _put_all(pieces: list[Element], root: Element) -> Element:
    before: dict[str, Element] = {}
    for piece in pieces:
        name = str(piece.tag)
        piece.tail = None
        if name in before:
            before[name].addnext(piece)
            before[name] = piece
        elif name == root.tag:
            root = _change(root, piece) if _is_change(piece) else piece
        else:
            before[name] = _put(piece, root)
    return root


def _put(piece: Element, scope: Element) -> Element:
    """The element that now stands in `scope` for the piece."""
    found = _counterpart(piece, scope)
    if found is None:
        _home(piece, scope).append(piece)
        return _change(piece, piece) if _is_change(piece) else piece
    if _is_change(piece):
        return _change(found, piece)
    piece.tail = found.tail
    cast("Element", found.getparent()).replace(found, piece)
    return piece


def _counterpart(piece: Element, scope: Element) -> Element | None:
    """The element of the host that an example stands for."""
    name, identifier = str(piece.tag), piece.get("id")
    home = _home_path(name)
    around = scope.find("front") if home.startswith("front") else None
    same = [each for each in (scope if around is None else around).iter(name) if each is not piece]
    if by_id := [each for each in same if identifier and each.get("id") == identifier]:
        return by_id[0]
    preferred = scope.findall(_PREFERRED[name]) if name in _PREFERRED else []
    candidates = preferred or same
    kinds = {key: value for key, value in piece.attrib.items() if key.endswith(("-type", "lang"))}
    typed = [each for each in candidates if kinds and all(each.get(key) == value for key, value in kinds.items())]
    return next(iter(typed or candidates), None)


@cache
def _home_path(tag: str) -> str:
    return next((home for name, home in _HOME_OF.items() if expanded(name) == tag), "")


def _home(piece: Element, scope: Element) -> Element:
    path = _home_path(str(piece.tag))
    found = scope.find(path) if path else None
    return scope if found is None else found


def _is_change(piece: Element) -> bool:
    return (piece.text or "").lstrip().startswith("…")


def _change(found: Element, piece: Element) -> Element:
    parts = list(piece)
    found.attrib.update(piece.attrib)
    if found is piece:
        found.text = None
    before: dict[str, Element] = {}
    new = False
    for part in parts:
        part.tail = None
        if isinstance(part, etree._Comment):
            new = (part.text or "").strip() == "new"
            if not new:
                _take_away(found, (part.text or "").strip())
        elif new:
            found.append(part)
            new = False
        elif part.tag in before:
            before[str(part.tag)].addnext(part)
            before[str(part.tag)] = part
        else:
            before[str(part.tag)] = _put(part, found)
    return found


def _take_away(found: Element, remark: str) -> None:
    word, _, name = remark.partition(" ")
    if word != "no" or not name:
        raise LookupError(f"a comment in a change says what to take away, <!-- no NAME -->: {remark!r}")
    if name.startswith("@"):
        del found.attrib[expanded(name[1:])]
        return
    gone = found.findall(f".//{name}", NAMESPACES)
    if not gone and f"<{name}" not in host_text("scielo"):
        raise LookupError(f"no host has a {name} to take away")
    for element in gone:
        cast("Element", element.getparent()).remove(element)
