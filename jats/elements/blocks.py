"""Text in paragraphs: the twin of jats/model/blocks.py. A block that may not be in a place itself is in a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Cursor, Element, element
from jats.elements.inline import write_inline
from jats.elements.kept import fit, in_paragraphs, write_kept
from jats.elements.shapes import shape_of
from jats.model.blocks import Block, KeptBlock
from jats.model.inline import Inline


def write_blocks(blocks: Sequence[Block], at: Cursor, parent: str) -> list[Element]:
    """What is in `parent`, which takes paragraphs; `at` is the field, whose items the blocks are."""
    made: list[Element] = []
    for index, block in enumerate(blocks):
        for one in _write_block(block, at / index, parent):
            place(one, made, parent, at)
    return made


def _write_block(block: Block, at: Cursor, parent: str) -> list[Element]:
    if isinstance(block, Inline):
        paragraph = element("p", at, None, write_inline(block, at, "p"))
        return [] if paragraph is None else [paragraph]
    if isinstance(block, KeptBlock):
        return in_paragraphs(write_kept(block.xml, at, parent), at, parent) or []
    return []


def fitting(parts: Sequence[Element], at: Cursor, parent: str) -> list[Element]:
    """Blocks that were made for another parent as they may be in this one."""
    return in_paragraphs(fit(parts, at, parent), at, parent) or []


def place(block: Element, blocks: list[Element], parent: str, at: Cursor) -> None:
    """Put a block after the others; if a section is last and the block can't follow it, at that section's end."""
    if not blocks or blocks[-1].tag != "sec" or _may_follow(block, parent, at):
        blocks.append(block)
        return
    last = blocks[-1]
    while len(last) and last[-1].tag == "sec":
        last = last[-1]
    last.append(block)


def _may_follow(block: Element, parent: str, at: Cursor) -> bool:
    """Whether it may follow a section."""
    ranks = shape_of(at.context.grammar, parent).ranks
    return ranks is None or ranks.get(str(block.tag), 0) >= ranks.get("sec", 0)
