"""Text pages: each layout is read right, and every character is in a field, left out for a reason, or reported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.pages import folded, score_page
from jats.draft import Map, texts
from jats.findings import Finding
from jats.importers import Source, detect
from jats.importers.text_page import Block, blocks_of, read_lines
from jats.importers.text_page.article import draft_of
from jats.importers.text_page.blocks import FIELD
from jats.importers.text_page.reader import Reading, read_page

PAGES = sorted((Path(__file__).parent / "pages").glob("*/page.txt"))
NAMES = [page.parent.name for page in PAGES]


def source_of(page: Path) -> Source:
    return Source(page.name, page.read_bytes())


def reading_of(text: str) -> Reading:
    return read_page(blocks_of(Source("page.txt", text.encode())))


def draft_from(text: str) -> tuple[Map, list[Finding]]:
    found: list[Finding] = []
    return read_lines(blocks_of(Source("page.txt", text.encode())), found.append), found


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_layouts_are_recognised_by_their_content(page: Path) -> None:
    found = detect(Source("page", page.read_bytes()))
    assert found is not None
    assert found.importer.name == "text"


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_character_is_accounted_for(page: Path) -> None:
    reading = read_page(blocks_of(source_of(page)))
    draft = draft_of(reading)
    values = " ".join(folded(str(text.value)) for _, text in texts(draft))
    for index, block in enumerate(reading.page.blocks):
        uses = reading.page.uses[index]
        reported = [(span.start, span.end) for span in reading.page.free(index)]
        for at, letter in enumerate(block.text):
            covered = any(use.start <= at < use.end for use in uses) or any(
                start <= at < end for start, end in reported
            )
            assert covered or not letter.isalnum(), (block.place, block.text[at : at + 40])
        for use in uses:
            if use.kind == FIELD and use.name not in ("email", "corresponding"):
                words = re.findall(r"[^\W_]+", block.text[use.start : use.end].replace("\u00ad", ""))
                lost = [word for word in words if folded(word) not in values]
                assert not lost, (block.place, use.name, lost)


def test_a_draft_has_the_places_of_its_values() -> None:
    draft, _ = draft_from("Abstract\n\nTides were measured for five years at nine stations.\n\nKeywords: tides; salt\n")
    places = {str(text.value)[:5]: (text.place.line, text.place.column) for _, text in texts(draft)}
    assert places["Tides"] == (3, 1)
    assert places["tides"] == (5, 11)


def test_what_has_no_place_is_reported_with_its_line() -> None:
    _, found = draft_from("Abstract. Tides were measured.\nKeywords: tides; salt\n\nZz 17 qq unclear\n")
    assert [str(one.place) for one in found if one.code == "IMP001"] == ["page.txt:4:1"]
    assert "line 4" in next(one.message for one in found if one.code == "IMP001")


def test_blocks_of_other_documents_are_read_alike() -> None:
    from jats.findings import Place

    lines = [
        "Tides of the northern seas in winter",
        "Jane Q. Roe",
        "Institute of Seas, Odesa, Ukraine",
        "Abstract: We measured.",
    ]
    draft = read_lines([Block(line, Place("a.docx", at + 1)) for at, line in enumerate(lines)], lambda _: None)
    assert {"title", "authors", "affiliations", "abstract"} <= draft.items.keys()


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_pages_are_read_right(page: Path) -> None:
    score = score_page(page.parent, references=False)
    assert not score.misses
    assert not score.invented
