"""The pieces of a document's text are those that XPath finds, with the same owners and places."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element

ROOT = Path(__file__).resolve().parents[2]
SMALL = b"<?a?><p>a<!-- b -->c<b>d<i/>e</b><?f?>g<![CDATA[h]]> <m:n xmlns:m='u'>i</m:n></p><!-- j -->"


def by_xpath(root: Element) -> list[tuple[str, Element | None]]:
    found: list[tuple[str, Element | None]] = []
    for piece in root.xpath("//text()"):
        parent = piece.getparent()
        found.append((str(piece), parent.getparent() if piece.is_tail else parent))
    return found


@pytest.mark.parametrize(
    "data", [SMALL, *(path.read_bytes() for path in sorted((ROOT / "samples").glob("*/expected*.xml"))[:4])]
)
def test_pieces_are_those_of_xpath(data: bytes) -> None:
    context = RuleContext(etree.fromstring(data))
    expected = by_xpath(context.root)
    assert list(context.pieces) == expected
    at = 0
    for number, (piece, _) in enumerate(expected):
        assert context.text[at : at + len(piece)] == piece
        assert context.pieces.around(at) == context.pieces.around(at + len(piece) - 1) == number
        assert context.pieces[number] == expected[number]
        at += len(piece)
