r"""The editor's notation of running text: `<i>E. coli</i>`, `H<sub>2</sub>O`, `$x^2$`, `<a href="https://…">…</a>`.

Known tags mark spans, and a whole element with one of JATS's own inline names (`<xref rid="r1">1</xref>`) is kept as it is; any
other `<`, and every `&`, is just text. An element of another namespace (`<w:b xmlns:w="…">`) is kept too, for whoever writes
the file to name it.  `$…$` is a formula by pandoc's rule: no blank inside the
dollars, no digit after. A backslash before `<` or `$` makes it text, and two backslashes there stand for one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import cast
from xml.parsers import expat

from jats.model.inline import Inline, Kept, Link, Math, Part, Span
from jats.model.kept import foreign_prefixes, kept_element
from jats.vocab.carried import carried_elements

TAGS = {
    "i": "italic", "em": "italic", "italic": "italic",
    "b": "bold", "strong": "bold", "bold": "bold",
    "sub": "sub", "sup": "sup",
    "u": "underline", "underline": "underline",
    "sc": "sc", "tt": "monospace", "code": "monospace", "monospace": "monospace",
    "s": "strike", "del": "strike", "strike": "strike",
    "overline": "overline", "roman": "roman", "sans-serif": "sans-serif",
}  # fmt: skip
"""Tags that editors and platforms write → JATS phrase elements."""

SHORT = {"italic": "i", "bold": "b", "underline": "u", "monospace": "tt", "strike": "s"}
"""How `format_markup` writes a kind; the others under their JATS name."""

MATH_PREFIX = re.compile(r"(</?)(\w+):")
_MATH_ROOT = re.compile(r"<(?:(\w+):)?math")
TOKEN = re.compile(
    r"""(?<!\\)(?P<escape>\\++)(?P<special>[<$])
    |(?P<math><(?:\w+:)?math\b[^<>]*>[^<]*(?:<(?!/?(?:\w+:)?math\b)[^<]*)*</(?:\w+:)?math>)
    |<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z-]*+(?:[\w.-]*+:[A-Za-z_][\w.-]*+)?)(?P<attributes>[\s/][^<>]*)?>
    |\$(?P<tex>[^\s$](?:[^$]*[^\s$\\])?)\$(?![0-9])""",
    re.VERBOSE,
)
HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
DEEPEST = 50
"""Spans inside one another; a start tag below that is text, so that hostile input costs nothing."""

MOST_BROKEN = 100
"""Elements without an end in one text; start tags after that are text, for the same reason."""

SPECIAL = re.compile(r"(?<!\\)(\\*)([<$])")


@dataclass
class _Open:
    """A span whose end tag is still to come."""

    tag: str
    start: str
    href: str | None = None
    parts: list[Part] = field(default_factory=list)
    broken: int = 0
    """Start tags of kept elements that have no end."""

    def closed(self) -> Part:
        content = Inline(_joined(self.parts))
        return Link(self.href, content) if self.href is not None else Span(TAGS[self.tag], content)


def _joined(parts: list[Part]) -> tuple[Part, ...]:
    """The parts with neighbouring texts made one."""
    joined: list[Part] = []
    for is_text, run in groupby(parts, lambda part: isinstance(part, str)):
        pieces = list(run)
        joined += ["".join(cast("list[str]", pieces))] if is_text else pieces
    return tuple(part for part in joined if part != "")


def parse_markup(text: str) -> Inline:
    """Running text out of the editor's notation; nothing is ever refused, what isn't markup is text."""
    if "<" not in text and "$" not in text:
        return Inline.of(text)
    stack = [_Open("", "")]
    end = 0
    while match := TOKEN.search(text, end):
        stack[-1].parts.append(text[end : match.start()])
        end = _take(match, stack)
    stack[-1].parts.append(text[end:])
    while len(stack) > 1:
        _give_up(stack)
    return Inline(_joined(stack[0].parts))


def _take(match: re.Match[str], stack: list[_Open]) -> int:
    """Act on one token; where reading goes on."""
    if match["escape"]:
        count = len(match["escape"])
        stack[-1].parts.append("\\" * (count // 2) + (match["special"] if count % 2 else ""))
        return match.end() if count % 2 else match.start("special")
    if match["tex"]:
        stack[-1].parts.append(Math(tex=match["tex"]))
    elif (match["tag"] or match["math"]) and (end := _keep(match, stack)):
        return end
    elif not (_add_mathml(match["math"], stack) if match["math"] else _tag(match, stack)):
        stack[-1].parts.append(match.group()[0])
        return match.start() + 1
    return match.end()


def _add_mathml(markup: str, stack: list[_Open]) -> bool:
    foreign = foreign_prefixes(markup)
    bare = MATH_PREFIX.sub(lambda found: found.group() if found[2] in foreign else found[1], markup)
    parser = expat.ParserCreate()
    try:
        parser.Parse(bare, True)
    except expat.ExpatError:
        return False
    stack[-1].parts.append(Math(mathml=bare))
    return True


def _keep(match: re.Match[str], stack: list[_Open]) -> int | None:
    """Take a whole element in JATS's own markup or of another namespace; where it ends, `None` if there is none."""
    if match["close"] or not _may_be_kept(match):
        return None
    if stack[0].broken >= MOST_BROKEN:
        return None
    found = kept_element(match.string, match.start())
    if found is None:
        stack[0].broken += 1
        return None
    stack[-1].parts.append(Kept(found[0]))
    return found[1]


def _may_be_kept(match: re.Match[str]) -> bool:
    if match["math"]:
        root = _MATH_ROOT.match(match["math"])
        return root is not None and (root[1] or "") in foreign_prefixes(match["math"])
    name, attributes = match["tag"], match["attributes"] or ""
    if ":" in name or "xmlns" in attributes:
        return True
    return name in carried_elements() and (name not in TAGS or bool(attributes))


def _tag(match: re.Match[str], stack: list[_Open]) -> bool:
    name = match["tag"].lower()
    if match["close"]:
        return _close(name, stack)
    if len(stack) > DEEPEST:
        return False
    href = HREF.search(match["attributes"] or "")
    if name == "a" and href:
        stack.append(_Open("a", match.group(), href[1] if href[1] is not None else href[2]))
        return True
    if name in TAGS and not match["attributes"]:
        stack.append(_Open(name, match.group()))
        return True
    return False


def _close(name: str, stack: list[_Open]) -> bool:
    if name not in [one.tag for one in stack]:
        return False
    while stack[-1].tag != name:
        _give_up(stack)
    span = stack.pop()
    if any(span.parts):
        stack[-1].parts.append(span.closed())
    return True


def _give_up(stack: list[_Open]) -> None:
    """A start tag without its end tag was text after all."""
    span = stack.pop()
    stack[-1].parts.append(span.start)
    stack[-1].parts += span.parts


def format_markup(content: Inline) -> str:
    """Running text in the editor's notation; `parse_markup` gives the same tree again."""
    return _format_parts(content, closing=False)


def _format_parts(content: Inline, *, closing: bool) -> str:
    """`closing`: an end tag follows. Backslashes before a tag or dollar are doubled."""
    written = [_format(part) for part in content.parts]
    for index, part in enumerate(content.parts):
        if isinstance(part, str) and (closing or index + 1 < len(written)):
            written[index] += _trailing_backslashes(part)
    return "".join(written)


def _trailing_backslashes(text: str) -> str:
    return text[len(text.rstrip("\\")) :]


def _format(part: Part) -> str:
    if isinstance(part, str):
        return SPECIAL.sub(lambda found: found[1] * 2 + "\\" + found[2], part)
    if isinstance(part, Math):
        return f"${part.tex}$" if part.tex is not None else part.mathml or ""
    if isinstance(part, Kept):
        return part.xml
    if isinstance(part, Link):
        quote = "'" if '"' in part.href else '"'
        return f"<a href={quote}{part.href}{quote}>{_format_parts(part.content, closing=True)}</a>"
    tag = SHORT.get(part.kind, part.kind)
    return f"<{tag}>{_format_parts(part.content, closing=True)}</{tag}>"
