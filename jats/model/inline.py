"""Running text as a small tree: texts, spans, links, formulas, and what is carried in JATS's own markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in a face or role; `kind` is JATS's own element name (`italic`, `bold`, `sub`, `sup`, `sc` …)."""

    kind: str
    content: Inline


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that points to a web address."""

    href: str
    content: Inline


@dataclass(frozen=True, slots=True)
class Math:
    """A formula: TeX as written between dollars, or a MathML `math` element as text."""

    tex: str | None = None
    mathml: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An inline element in JATS's own markup, carried as it is: XML as text, with the prefixes that JATS fixes."""

    xml: str

    def plain(self) -> str:
        """Its characters alone."""
        from jats.model.kept import texts_of

        return "".join(texts_of(self.xml))


Part = str | Span | Link | Math | Kept


@dataclass(frozen=True, slots=True)
class Inline:
    """Running text, in order. Its short form is text in the editor's notation (jats/model/markup.py)."""

    parts: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __str__(self) -> str:
        return self.plain()

    def plain(self) -> str:
        """The characters alone; formulas as their TeX or the text of their MathML."""
        return "".join(_plain(part) for part in self.parts)

    @property
    def sole_text(self) -> str | None:
        """The text if there is nothing else, otherwise `None`."""
        part = self.parts[0] if len(self.parts) == 1 else None
        return part if isinstance(part, str) else None

    @classmethod
    def of(cls, text: str) -> Inline:
        """Text without any markup."""
        return cls((text,)) if text else cls()


@dataclass(frozen=True, slots=True)
class LabelledInline(Inline):
    """Running text of which some characters are known to be one field each, as in a printed reference that was parsed."""

    labels: tuple[tuple[int, int, str], ...] = ()
    """First character, the one after the last, name of the part; in order, without overlaps."""


def cut(content: Inline, start: int, end: int) -> Inline:
    """The running text between two places of its characters; spans and links that lie across a place are parted there."""
    parts: list[Part] = []
    position = 0
    for part in content.parts:
        length = len(_plain(part))
        first, last = max(start - position, 0), min(end - position, length)
        if first < last or (length == 0 and start <= position < end):
            parts.append(part if (first, last) == (0, length) else _cut_part(part, first, last))
        position += length
    return Inline(tuple(parts))


def _cut_part(part: Part, start: int, end: int) -> Part:
    if isinstance(part, str):
        return part[start:end]
    if isinstance(part, Span):
        return Span(part.kind, cut(part.content, start, end))
    if isinstance(part, Link):
        return Link(part.href, cut(part.content, start, end))
    return part  # a formula or kept element is never cut: no mark starts or ends inside one


def _plain(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Math):
        return part.tex or _without_tags(part.mathml or "")
    return part.plain() if isinstance(part, Kept) else part.content.plain()


def _without_tags(markup: str) -> str:
    kept, inside = [], False
    for character in markup:
        if character == "<":
            inside = True
        elif character == ">":
            inside = False
        elif not inside:
            kept.append(character)
    return "".join(kept)


def walk(content: Inline) -> Iterator[Part]:
    """Every part, depth first, a span before what is in it."""
    for part in content.parts:
        yield part
        if isinstance(part, (Span, Link)):
            yield from walk(part.content)
