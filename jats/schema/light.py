"""A variant's DTD without the content models that are slow to prepare in libxml2, which are checked here instead.

Elements of MathML 3 such as `msubsup` require several children in a row, each one of 168. libxml2 prepares a content model when
it first meets the element, and takes 80 to 280 ms for each of these; so the first article with formulas waits for half a
second, more than all else takes together. Here such elements may hold anything as far as libxml2 is concerned, and their
children are compared with the compiled content model: the verdict is the DTD's, always.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from jats.schema.catalog import dtd_bytes
from jats.schema.dtd import VALID, SchemaVerdict
from jats.xmlio import ParsedXml

if TYPE_CHECKING:
    from jats.schema.content import Grammar

_HEAVY = re.compile(rb"<!ELEMENT (\S+) ([^#>]{2500,})>")
_MATHML = re.compile(rb"<!(?:ELEMENT|ATTLIST) mml:[^>]*>\n?")
_NARROW = ("UTF-8", "ASCII", "US-ASCII", "ISO-8859-1")
_BLANKS = " \t\r\n"


class LightDtd:
    """Validates a few documents of a variant; `checked` counts the elements whose children were compared here.

    One that doesn't know formulas may judge only documents that `may_hold_formulas` denies.
    """

    def __init__(self, name: str, formulas: bool = True) -> None:
        self._name = name
        self.knows_formulas = formulas
        full = dtd_bytes(name)
        if not formulas:  # half of a DTD is MathML's; without it a cold start is 2 to 4 ms shorter
            full = _MATHML.sub(b"", full)
        self.heavy = tuple(found[0].decode() for found in _HEAVY.findall(full))
        self._dtd = etree.DTD(BytesIO(_HEAVY.sub(rb"<!ELEMENT \1 ANY>", full) if self.heavy else full))
        self._tags = tuple(f"{{*}}{heavy.rpartition(':')[2]}" for heavy in self.heavy)
        self._known: dict[tuple[str, ...], bool] = {}
        self.checked = 0

    def can_judge(self, parsed: ParsedXml) -> bool:
        """Whether the answer is the DTD's: only the DTD can distinguish a CDATA section from text."""
        return not self.heavy or b"<![CDATA[" not in parsed.data

    def judge(self, parsed: ParsedXml) -> SchemaVerdict:
        """The DTD's answer about the document."""
        accepted = self._dtd.validate(parsed.tree)
        heavy = parsed.root.iter(*self._tags) if self.heavy else ()
        unfit = tuple(element for element in heavy if not self._holds_what_it_may(element))
        return VALID if accepted and not unfit else SchemaVerdict(False, self._dtd.error_log, unfit)

    def finds_many_faults(self, parsed: ParsedXml) -> bool:
        """Whether a document with crowds of elements has so many faults that it should not be validated as a whole."""
        from jats.schema.crowds import has_many_faults

        def log_of(tree: etree._ElementTree) -> etree._ListErrorLog:
            self._dtd.validate(tree)
            return self._dtd.error_log

        return has_many_faults(parsed, log_of)

    def _holds_what_it_may(self, element: etree._Element) -> bool:
        self.checked += 1
        name = _name(element)
        if name not in self.heavy:
            return True
        names = [name]
        text = element.text or ""
        for child in element:
            if isinstance(child.tag, str):
                names.append(_name(child))
            text += child.tail or ""
        return not text.strip(_BLANKS) and self._fits(tuple(names))

    def _fits(self, names: tuple[str, ...]) -> bool:
        known = self._known.get(names)
        if known is None:
            known = self._known[names] = self._rules.accepts(names[0], names[1:])
        return known

    @property
    def _rules(self) -> Grammar:
        from jats.schema.content import (
            grammar,  # most documents need no comparison, and a cold start counts milliseconds
        )

        return grammar(self._name)


def may_hold_formulas(parsed: ParsedXml) -> bool:
    """Whether there may be elements with MathML's prefix; no only if the bytes show that there are none."""
    return b"mml:" in parsed.data or parsed.encoding.upper() not in _NARROW


def _name(element: etree._Element) -> str:
    """The element's name as the DTD sees it, with the prefix in the document."""
    local = str(element.tag).rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local
