"""Text in paragraphs: running text, and blocks in JATS's own markup (lists, formulas, figures, tables, sections)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, PlainValidator, WithJsonSchema

from jats.model.base import TEXT_SCHEMA, AlsoAs, clean_text, forbidden, item_or_list, listed, refuse
from jats.model.inline import Inline
from jats.model.kept import kept_element, texts_of
from jats.model.markup import MOST_BROKEN, parse_markup
from jats.vocab.carried import block_elements, carried_elements
from jats.vocab.characters import NOT_XML


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """An element in JATS's own markup that is where a paragraph may be, carried as it is: XML as text."""

    xml: str


_CUT = re.compile(r"(?P<blank>\n[ \t]*\n\s*)|<(?P<tag>[a-z][a-z-]*)(?=[\s/>])")


def _cut(text: str) -> list[str]:
    """The parts of a text between blank lines; blank lines inside an element in JATS's own markup don't count."""
    parts: list[str] = []
    start = position = broken = 0
    while cut := _CUT.search(text, position):
        position = cut.end()
        if cut["blank"]:
            parts.append(text[start : cut.start()])
            start = position
        elif cut["tag"] in carried_elements() and broken < MOST_BROKEN:
            found = kept_element(text, cut.start())
            broken += found is None
            position = found[1] if found else position
    return [part for part in (*parts, text[start:]) if part.strip()]


def _read_blocks(value: Any) -> Any:
    """A text is cut at its blank lines; in JATS's own markup, one block may follow another without any."""
    if isinstance(value, Inline | KeptBlock):
        return (value,)
    if not isinstance(value, str):
        return listed(value)
    if found := NOT_XML.search(value):
        raise forbidden(found.group())
    if "<" not in value and "\n" not in value:
        return [value]
    return [block for part in _cut(value.replace("\r\n", "\n")) for block in _blocks_of(part.strip())]


def _blocks_of(part: str) -> Iterator[str | KeptBlock]:
    """The blocks that a part is made of, if there is nothing else; otherwise the part."""
    blocks: list[KeptBlock] = []
    end = 0
    while end < len(part) and (found := kept_element(part, end, block_elements())):
        blocks.append(KeptBlock(found[0]))
        end = found[1]
        end += len(part[end:]) - len(part[end:].lstrip())
    yield from blocks
    if end < len(part):
        yield part[end:]


def _read_block(value: Any) -> Inline | KeptBlock:
    if isinstance(value, Inline | KeptBlock):
        return value
    if isinstance(value, str) and value.lstrip().startswith("<"):
        found = kept_element(value.strip(), 0, block_elements())
        if found and found[1] == len(value.strip()) and not NOT_XML.search(value):
            return KeptBlock(found[0])
    text = clean_text(value)
    if not isinstance(text, str):
        raise refuse("text_wanted", "must be a text")
    return parse_markup(text)


def _write_block(value: Inline | KeptBlock) -> str:
    from jats.model.markup import format_markup

    return value.xml if isinstance(value, KeptBlock) else format_markup(value)


def plain(block: Inline | KeptBlock) -> str:
    """The characters alone."""
    return "".join(texts_of(block.xml)) if isinstance(block, KeptBlock) else block.plain()


Block = Annotated[
    Inline | KeptBlock, PlainValidator(_read_block), PlainSerializer(_write_block), WithJsonSchema(TEXT_SCHEMA)
]
"""A paragraph, or a block in JATS's own markup."""


Blocks = Annotated[tuple[Block, ...], BeforeValidator(_read_blocks), AlsoAs(item_or_list)]
"""Paragraphs and blocks in order; a text is cut at its blank lines."""


def uncut(value: Any) -> Any:
    """A text keeps its blank lines by becoming the field that is cut at them."""
    return {"text": value} if isinstance(value, str) else value


def uncut_items(value: Any) -> Any:
    """One item or several, whose texts keep their blank lines."""
    items = listed(value)
    return items if items is None else [uncut(one) for one in items]
