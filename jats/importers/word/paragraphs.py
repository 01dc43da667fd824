"""The text of a Word file → its paragraphs, with marks: without deleted, hidden and placeholder text, and field codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from jats.importers.marked import Marked
from jats.importers.word.styles import Styles, attribute, child, is_on, local_name, marks_of, value

DEEPEST = 200
"""Elements inside one another that are followed."""

_DELETED = frozenset(("del", "moveFrom"))
_PASSED = frozenset(
    ("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "sdtContent", "customXml", "dir", "bdo", "body", "ruby", "rubyBase",
     "Choice", "txbxContent", "pict", "drawing", "inline", "anchor", "graphic", "graphicData", "wsp", "wgp", "txbx", "shape",
     "textbox", "group", "rect", "oMathPara", "roundrect", "background", "object", "wpc", "line", "oval", "shapetype", "document")
)  # fmt: skip
"""Elements whose content counts as if they were not there."""

_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "", "ptab": "\t"}
_SYMBOL_FROM = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SYMBOL_TO = "αβχδεφγηιϕκλμνοπθρστυϖωξψζΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOLS = dict(zip(_SYMBOL_FROM, _SYMBOL_TO, strict=True))
"""Letters of the font Symbol, which shows a for α."""


@dataclass(slots=True)
class Paragraph:
    """One paragraph: its number in the file from 1, its text with marks, its style, and where it is."""

    number: int
    text: Marked
    style: str = ""
    level: int | None = None
    is_item: bool = False
    cell: tuple[int, int, int] | None = None
    """Table, row and column, each from 1, for a paragraph in a table."""
    notes: list[str] = field(default_factory=list)
    """The ids of the footnotes that it refers to, in order."""
    formulas: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """The paragraphs in order, and how much of each kind of other text there is."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def read_paragraphs(root: etree._Element, styles: Styles) -> Document:
    """The paragraphs of a part with text."""
    reader = _Reader(styles)
    reader.blocks(root, 0)
    return reader.document


class _Reader:
    """Walks the text once; `_fields` are the open fields, True while their codes are read, False in their results."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.document = Document()
        self._number = 0
        self._fields: list[bool] = []
        self._cell: tuple[int, int, int] | None = None
        self._tables = 0

    def blocks(self, node: etree._Element, depth: int) -> None:
        """Paragraphs and tables below an element."""
        if depth > DEEPEST:
            self.document.left_out["parts that are nested too deep"] += 1
            return
        for one in node:
            name = local_name(one)
            if name == "p":
                self.paragraph(one, depth)
            elif name == "tbl":
                self.table(one, depth)
            elif name == "AlternateContent":
                self.blocks(_choice(one), depth + 1)
            elif name == "sdt":
                if not self._is_placeholder(one):
                    self.blocks(one, depth + 1)
            elif name in _DELETED:
                self.document.left_out["deleted text"] += 1
            elif name in _PASSED:
                self.blocks(one, depth + 1)

    def _is_placeholder(self, control: etree._Element) -> bool:
        properties = child(control, "sdtPr")
        placeholder = child(properties, "showingPlcHdr") is not None
        self.document.left_out["text that says what to type"] += placeholder
        return placeholder

    def table(self, table: etree._Element, depth: int) -> None:
        """The paragraphs of a table, cell by cell."""
        around = self._cell
        self._tables += 1
        number = self._tables
        for row_number, row in enumerate(_inside(table, "tr"), 1):
            for column, cell in enumerate(_inside(row, "tc"), 1):
                self._cell = (number, row_number, column)
                self.blocks(cell, depth + 2)
        self._cell = around

    def paragraph(self, node: etree._Element, depth: int) -> None:
        """One paragraph; text boxes that are anchored in it follow it."""
        self._number += 1
        properties = child(node, "pPr")
        style = value(child(properties, "pStyle"))
        level = value(child(properties, "outlineLvl"))
        made = Paragraph(
            self._number,
            Marked(),
            self.styles.name(style) if style else "",
            int(level) if level.isdecimal() and len(level) == 1 and level != "9" else self.styles.level(style),
            child(properties, "numPr") is not None,
            self._cell,
        )
        self.document.paragraphs.append(made)
        boxes: list[etree._Element] = []
        self._inline(node, made, boxes, depth + 1)
        for box in boxes:
            self.blocks(box, depth + 2)

    def _inline(self, node: etree._Element, made: Paragraph, boxes: list[etree._Element], depth: int) -> None:
        if depth > DEEPEST:
            return
        for one in node:
            name = local_name(one)
            if name == "r":
                self._run(one, made, boxes, depth + 1)
            elif name == "oMath":
                self._formula(one, made)
            elif name in _DELETED:
                self.document.left_out["deleted text"] += 1
            elif name == "sdt":
                if not self._is_placeholder(one):
                    self._inline(one, made, boxes, depth + 1)
            elif name == "AlternateContent":
                self._inline(_choice(one), made, boxes, depth + 1)
            elif name == "txbxContent":
                boxes.append(one)
            elif name in _PASSED:
                self._inline(one, made, boxes, depth + 1)

    def _formula(self, node: etree._Element, made: Paragraph) -> None:
        text = "".join(str(one.text or "") for one in node.iter() if local_name(one) == "t")
        if text.strip():
            made.text.add(text)
            made.formulas.append(text)

    def _run(self, run: etree._Element, made: Paragraph, boxes: list[etree._Element], depth: int) -> None:
        properties = child(run, "rPr")
        style = value(child(properties, "rStyle"))
        if is_on(child(properties, "vanish")) or self.styles.hidden(style):
            self.document.left_out["hidden text"] += 1
            return
        marks = self.styles.marks(style) | marks_of(properties)
        on = [mark for mark, is_set in marks.items() if is_set]
        if "u" in on and (_is_link(run) or (style and "hyperlink" in self.styles.name(style))):
            on.remove("u")
        for one in run:
            self._piece(one, on, made, boxes, depth)

    def _piece(
        self, one: etree._Element, marks: list[str], made: Paragraph, boxes: list[etree._Element], depth: int
    ) -> None:
        name = local_name(one)
        if name == "fldChar":
            self._field(attribute(one, "fldCharType"))
        elif any(self._fields):
            return
        elif name == "t":
            made.text.add(str(one.text or ""), marks)
        elif name in _CHARACTERS:
            if name != "br" or attribute(one, "type") in ("", "textWrapping"):
                made.text.add(_CHARACTERS[name], marks)
        elif name == "sym":
            self._symbol(one, marks, made)
        elif name in ("footnoteReference", "endnoteReference"):
            made.notes.append(f"{name[:-9]}:{attribute(one, 'id')}@{len(made.text.text)}")
        elif name in ("AlternateContent", "pict", "drawing", "object", "ruby"):
            self.document.left_out["pictures"] += name == "drawing" and not any(
                local_name(below) == "txbxContent" for below in one.iter()
            )
            holder = _choice(one) if name == "AlternateContent" else one
            self._inline(holder, made, boxes, depth + 1)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, one: etree._Element, marks: list[str], made: Paragraph) -> None:
        code = attribute(one, "char")
        try:
            number = int(code, 16) & 0xFFFF
        except ValueError:
            return
        plain = (
            chr(number - 0xF000) if 0xF000 <= number <= 0xF0FF else chr(number) if not 0xD800 <= number < 0xE000 else ""
        )
        if attribute(one, "font").lower() == "symbol":
            plain = _SYMBOLS.get(plain, plain if plain in "±°×" else "")
        elif 0xF000 <= number <= 0xF0FF:
            plain = ""
        if plain and plain.isprintable():
            made.text.add(plain, marks)
        else:
            self.document.left_out["signs of a font of pictures"] += 1


def _is_link(run: etree._Element) -> bool:
    """Whether a run is underlined as an address on the web is, not as words are."""
    around = run.getparent()
    if around is not None and local_name(around) == "hyperlink":
        return True
    text = "".join(str(one.text or "") for one in run if local_name(one) == "t")
    return "://" in text or "www." in text or "@" in text or (text.startswith("10.") and "/" in text)


def _choice(alternate: etree._Element) -> etree._Element:
    """The first of several forms of the same content; the others repeat it for older programs."""
    forms = (child(alternate, "Choice"), child(alternate, "Fallback"))
    return next((form for form in forms if form is not None), alternate)


def _inside(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table, or the cells of a row, also those in content controls and tracked insertions."""
    for one in node:
        if local_name(one) == name:
            yield one
        elif local_name(one) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _inside(one, name)
