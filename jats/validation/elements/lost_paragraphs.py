"""Paragraphs that lost their tags: lines of text straight in a section, a caption or another element of paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from jats.messages.words import attribute, tag, tags
from jats.schema.content import Grammar
from jats.validation.elements.boundaries import Outside, texts_between
from jats.validation.elements.captions import parts_of_captions
from jats.validation.elements.likely import usual_share
from jats.validation.elements.lost_notes import ids_of_lost_notes, notes_are_usual
from jats.validation.elements.remedies import BLOCKS, STYLES
from jats.validation.elements.stray_text import is_text_alone
from jats.validation.elements.table_rows import missing_cells
from jats.validation.names import text_in, written_name
from jats.validation.syntax.half_tags import is_half_tag

_MOST = 300
_LIKELY = 0.2
"""The share of the elements of a name that have paragraphs, from which on a line of text in one is a paragraph."""

_HEADING, _LINK = 90, 40
"""The lengths up to which a text may be a heading, and one element may be the rest of the element before it."""

_WITH_HEADING = frozenset(("abstract", "ack", "app", "boxed-text", "notes", "sec", "trans-abstract"))
_BEFORE_HEADING = frozenset(("label", "object-id", "sec-meta"))
_IN_PARAGRAPHS = frozenset(("code", "def-list", "disp-formula", "disp-quote", "graphic", "list", "media", "preformat"))
_APART = (BLOCKS - _IN_PARAGRAPHS) | {"attrib", "fn", "fn-group", "permissions"}
_TEXT_IN = {
    "funding-group": "funding-statement",
    "institution-wrap": "institution",
    "journal-title-group": "journal-title",
    "license": "license-p",
    "publisher": "publisher-name",
    "ref": "mixed-citation",
    "subj-group": "subject",
    "title-group": "article-title",
    "trans-title-group": "trans-title",
}
"""The elements with running text of those that have no paragraphs."""

_GOES_ON = frozenset(",;:.")
_SENTENCE_ENDS = (".", "?", "!", ":", ")", "”", '."', ".’")


@dataclass(frozen=True, slots=True)
class _Line:
    """The children from `start` up to `until`, with the texts between them and beside them."""

    start: int
    until: int


class _Lines:
    """The children of an element of paragraphs, and the texts between them."""

    def __init__(
        self, parent: etree._Element, children: list[etree._Element], grammar: Grammar, paragraph: str = "p"
    ) -> None:
        self.parent, self.children, self.grammar, self.paragraph = parent, children, grammar, paragraph
        self.holder = written_name(parent)
        self.names = [written_name(each) for each in children]
        self.texts = texts_between(parent, children)

    def lines(self) -> Iterator[_Line]:
        """The lines of text, each as long as can be."""
        allowed, inside = self.grammar.children(self.holder), self.grammar.children(self.paragraph)
        at = 0
        while at <= len(self.names):
            until = at if self.texts[at] else -1
            for far in range(at, len(self.names)):
                name = self.names[far]
                if name == self.paragraph or name in _APART or name not in inside or (until < 0 and name in allowed):
                    break
                if name not in allowed or self.texts[far + 1]:
                    until = far + 1
            if until >= 0:
                yield _Line(at, until)
            at = max(at, until) + 1

    def with_instead(self, lines: list[_Line], *instead: str) -> list[str]:
        """The names of the children with an element of that name, or of these names one by one, for each line."""
        names, at = list[str](), 0
        for number, each in enumerate(lines):
            names += [*self.names[at : each.start], instead[min(number, len(instead) - 1)]]
            at = each.until
        return names + self.names[at:]

    def words(self, line: _Line) -> str:
        """The text of a line."""
        parts = [self.texts[line.start]]
        for at in range(line.start, line.until):
            parts += [text_in(self.children[at]).strip(), self.texts[at + 1]]
        return " ".join(filter(None, parts))

    def has_several_parts(self, line: _Line) -> bool:
        """Whether a line is more than one text or one element."""
        return line.until - line.start + sum(1 for each in self.texts[line.start : line.until + 1] if each) > 1

    def is_bare(self, line: _Line) -> bool:
        """Whether there is text between elements, and not only elements."""
        return any(self.texts[line.start : line.until + 1])


def lost_paragraphs(parent: etree._Element, children: list[etree._Element], grammar: Grammar) -> list[Outside]:
    """The lines of text that lost the tags of their paragraphs, if all is right with these; else none."""
    holder = written_name(parent)
    if grammar.mixed(holder) or len(children) > _MOST:
        return []
    content = _Lines(parent, children, grammar)
    if holder in _WAYS:
        return _WAYS[holder](content)
    if usual_share(holder, "p") < _LIKELY or "p" not in grammar.children(holder):
        return _lost_element_of_text(content)
    lines = list(content.lines())
    if not lines or not all(_is_paragraph(each, content) for each in lines):
        return []
    if not grammar.accepts(holder, content.with_instead(lines, "p")):
        return []
    return [_outside(each, content) for each in lines]


def _lost_element_of_text(content: _Lines) -> list[Outside]:
    """The one line of several parts in an element whose text is in an element of another name: a licence, a reference."""
    name = _TEXT_IN.get(content.holder, "")
    if name not in content.grammar.children(content.holder):
        return []
    found = _Lines(content.parent, content.children, content.grammar, name)
    lines = list(found.lines())
    if len(lines) != 1 or not found.is_bare(lines[0]) or lines[0].start == lines[0].until:
        return []
    what, _ = _what(lines[0], found)
    fits = content.grammar.accepts(content.holder, found.with_instead(lines, name))
    return [_placed(lines[0], found, f": put {what} into one {tag(name)}")] if fits else []


def _lost_caption(content: _Lines) -> list[Outside]:
    """The one line of several parts in a figure or a table that is its caption or its note; one text alone has its own words."""
    lines = list(content.lines())
    if len(lines) != 1 or not content.is_bare(lines[0]) or not content.has_several_parts(lines[0]):
        return []
    what, _ = _what(lines[0], content)
    for wrapper, inside in (("caption", parts_of_captions(content.parent)), ("table-wrap-foot", ["p"])):
        if content.grammar.accepts(content.holder, content.with_instead(lines, wrapper)):
            return [_placed(lines[0], content, f": put {what} into one {tags(inside)}, in {tag(wrapper)}")]
    return []


def _lost_notes(content: _Lines) -> list[Outside]:
    """The lines in the foot of a table or in a group of notes, with the ids that references to them have."""
    lines, ids = list(content.lines()), ids_of_lost_notes(content.parent)
    if len(lines) != len(ids) or not all(_is_paragraph(each, content) for each in lines):
        return []
    plain = "fn" if content.holder == "fn-group" or notes_are_usual(content.parent) else "p"
    names = ["fn" if value else plain for value in ids]
    if not content.grammar.accepts(content.holder, content.with_instead(lines, *names)):
        return []
    return [_note(line, value, plain, content) for line, value in zip(lines, ids, strict=True)]


def _note(line: _Line, value: str | None, plain: str, content: _Lines) -> Outside:
    what, one = _what(line, content)
    into = f"{'one ' if one else ''}<p>"
    if value:
        into += f", in <fn {attribute('id', value)}>, which references have"
    elif plain == "fn":
        into += ", in <fn>"
    return _placed(line, content, f": put {what} into {into}")


def _lost_cells(content: _Lines) -> list[Outside]:
    """The lines in a row that has fewer cells than the other rows of its table."""
    lines = list(content.lines())
    if not lines or len(lines) > missing_cells(content.parent):
        return []
    cell = "th" if content.names.count("th") > content.names.count("td") else "td"
    found = []
    for line in lines:
        what, one = _what(line, content)
        found.append(_placed(line, content, f": put {what} into {'one ' if one else ''}{tag(cell)}"))
    return found if content.grammar.accepts("tr", content.with_instead(lines, cell)) else []


_WAYS: dict[str, Callable[[_Lines], list[Outside]]] = {
    "fig": _lost_caption,
    "fn-group": _lost_notes,
    "table-wrap": _lost_caption,
    "table-wrap-foot": _lost_notes,
    "tr": _lost_cells,
}
"""What lines of text are in elements that do not have them in paragraphs."""


def _is_paragraph(line: _Line, content: _Lines) -> bool:
    text = content.words(line)
    if line.start == line.until:
        return not is_text_alone(text) and not is_half_tag(text, content.grammar.elements)
    if content.is_bare(line):
        return True
    return content.names[line.start] in STYLES | {"xref"} and len(text) > _LINK


def _outside(line: _Line, content: _Lines) -> Outside:
    return _placed(line, content, f": {_remedy(line, content)}")


def _placed(line: _Line, content: _Lines, remedy: str) -> Outside:
    text = content.texts[line.start]
    after = content.children[line.start - 1] if line.start else content.parent
    return Outside(None, after, text, remedy) if text else Outside(content.children[line.start], None, "", remedy)


def _remedy(line: _Line, content: _Lines) -> str:
    """What to put a line into, the likelier first."""
    what, one = _what(line, content)
    before = content.names[line.start - 1] if line.start else ""
    another = "another" if before == "p" else "one" if one else ""
    paragraph = f"{another} <p>".strip()
    if headings := _as_heading(line, content):
        return f"put {what} into {f'one {tags(headings)}' if one else tags(headings)}"
    if before not in ("p", "title"):
        return f"put {what} into {paragraph}"
    end = f"to the end of the <{before}> before it"
    if before == "title" and not _goes_on(line, content):
        return f"put {what} into {paragraph}"
    if before == "p" and _is_whole(line, content):
        return f"put {what} into {paragraph}, or move it {end}"
    return f"move {what} {end}, or put it into {paragraph}"


def _what(line: _Line, content: _Lines) -> tuple[str, bool]:
    """The line in words, and whether it has several parts."""
    if not content.has_several_parts(line):
        return "it", False
    if line.until == len(content.names):
        return f"it, and all text and elements after it up to </{content.holder}>,", True
    follower = content.children[line.until]
    place = f"the next {tag(written_name(follower))} (line {follower.sourceline})"
    return f"it, and all text and elements after it up to {place},", True


def _as_heading(line: _Line, content: _Lines) -> list[str]:
    """The elements that the line may be if it may be a heading, the likelier first; empty if it is a paragraph."""
    before, after = content.names[: line.start], content.names[line.until :]
    fits = content.grammar.accepts(content.holder, [*before, "title", *after])
    if not fits or not _BEFORE_HEADING.issuperset(before):
        return []
    words, owner = content.words(line), content.parent.getparent()
    if content.holder == "caption" and owner is not None:
        return parts_of_captions(owner, ["title", "p"] if after else ["p", "title"])
    is_short = len(words) <= _HEADING and not words.endswith((".", ";", ",")) and words[:1].isupper()
    return ["title", "p"] if content.holder in _WITH_HEADING and is_short else []


def _goes_on(line: _Line, content: _Lines) -> bool:
    """Whether a line after a heading is short as the rest of one is, and paragraphs follow it."""
    words, follows = content.words(line), content.names[line.until : line.until + 1]
    return len(words) <= _HEADING and not words.endswith(_SENTENCE_ENDS) and follows in (["p"], ["sec"])


def _is_whole(line: _Line, content: _Lines) -> bool:
    """Whether a line after a paragraph begins as another does, and does not go on."""
    ended, words = content.children[line.start - 1], content.words(line)
    if words[:1] in _GOES_ON or (content.texts[line.start] and words[:1].islower()):
        return False
    between = ended.tail or ""
    begins_a_line = "\n" in between[: len(between) - len(between.lstrip())]
    return begins_a_line or _end_of_text(ended).endswith(_SENTENCE_ENDS)


def _end_of_text(paragraph: etree._Element) -> str:
    """The text of a paragraph up to its end, or up to the number of a reference or a note that is after its last full stop."""
    last = next(paragraph.iterchildren(reversed=True), None)
    whole = text_in(paragraph).rstrip()
    if last is None or last.tag not in ("sup", "xref") or (last.tail or "").strip():
        return whole
    return whole.removesuffix(text_in(last).rstrip()).rstrip()
