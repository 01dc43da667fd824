"""Text pages: each layout is read right, and every character is in a field, left out for a reason, or reported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from benchmarks.pages import folded, score_page
from jats.draft import Map, texts
from jats.findings import Finding
from jats.importers import Source, detect, read_input
from jats.importers.text_page import Block, blocks_of, read_lines
from jats.importers.text_page.article import draft_of
from jats.importers.text_page.blocks import FIELD
from jats.importers.text_page.reader import read_page
from jats.importers.text_page.reading import Reading
from jats.options import Options
from jats.pipeline import build_article
from tests.conftest import ROOT

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


WEB_PAGES = sorted((Path(__file__).parent / "pages").glob("*/page.html"))


@pytest.mark.parametrize("page", [*PAGES, *WEB_PAGES], ids=lambda page: page.parent.name)
def test_pages_are_read_right(page: Path) -> None:
    score = score_page(page.parent, references=False)
    assert not score.misses
    assert not score.invented


ENCODINGS = {
    "03-ru-udc": ("cp1251", "cp866", "koi8_r", "iso8859_5"),
    "24-uk-about-authors": ("cp1251", "koi8_u", "cp866", "mac_cyrillic"),
    "21-sr-cyrillic": ("cp1251",),
    "02-pl-two-languages": ("cp1250", "iso8859_2", "cp852"),
    "08-cs-journal": ("cp1250", "iso8859_2"),
    "07-hr-portal": ("cp1250",),
    "23-lt-two-languages": ("cp1257",),
    "13-it-review": ("cp1252",),
}


@pytest.mark.parametrize(("name", "encoding"), [(name, one) for name, some in ENCODINGS.items() for one in some])
def test_legacy_encodings_are_recognised(name: str, encoding: str) -> None:
    text = (Path(__file__).parent / "pages" / name / "page.txt").read_text(encoding="utf-8")
    data = text.encode(encoding, "replace")
    assert Source("page.txt", data).text == data.decode(encoding)


def test_a_guessed_encoding_is_reported() -> None:
    text = (Path(__file__).parent / "pages" / "03-ru-udc" / "page.txt").read_text(encoding="utf-8")
    found: list[Finding] = []
    read_input(Source("page.txt", text.encode("cp1251")), found.append)
    assert "IMP003" in {one.code for one in found}


PAGE = """Journal of Examples. 2021. Vol. 3, No. 2. P. 5-9
Jane Roe1*, John Doe2
1 Institute of Seas, Odesa, Ukraine; tel. +38 (000) 000-00-00
2 Academy of Tides, Lviv, Ukraine
* Corresponding author: j.roe@seas.example
Tides of small rivers and their names in old books
Abstract. The names of tides were collected in nine libraries. E-mail of the second author: j.doe@tides.example
Keywords: tides; names
"""


def test_only_the_corresponding_authors_address_is_published() -> None:
    draft, found = draft_from(PAGE)
    values = [str(text.value) for _, text in texts(draft)]
    assert "j.roe@seas.example" in values
    assert not any("000-00" in value for value in values)
    assert any("--keep-phones" in one.message for one in found if one.code == "IMP002")


def test_phones_are_kept_if_asked_for() -> None:
    draft = read_lines(blocks_of(Source("page.txt", PAGE.encode())), lambda _: None, keep_phones=True)
    assert "+38 (000) 000-00-00" in [str(text.value) for _, text in texts(draft)]


def test_the_citation_line_is_compared_with_the_page() -> None:
    cited = "How to cite: Roe J, Doe J. Tides of small rivers and their names in old books. Journal of Examples. 2021;4(2):5-9.\n"
    _, found = draft_from(PAGE + cited)
    assert [one.message for one in found if one.code == "IMP010"] == [
        "volume is '3' here and '4' elsewhere; the first is used: check it"
    ]


def test_the_sample_becomes_its_xml() -> None:
    sample = ROOT / "samples" / "05-text-page"
    built = build_article((sample / "page.txt").read_bytes(), str(sample / "page.txt"), Options())
    assert built.xml == (sample / "expected.xml").read_bytes()


SEED = ROOT.parent / "shared" / "seed" / "page.txt"


@pytest.mark.real
def test_the_first_real_page_becomes_valid_jats(tmp_path: Path) -> None:
    journal = tmp_path / "journal.yaml"
    journal.write_text("ids: {publisher-id: sti}\nissn: 2049-3630\npublisher: P\n", "utf-8")
    options = Options(journal=str(journal), settings=(("title", "A title"),))
    built = build_article(SEED.read_bytes(), str(SEED), options)
    assert built.xml is not None, built.findings
    root = etree.fromstring(built.xml)
    meta = root.find("front/article-meta")
    assert meta is not None
    assert [one.text for one in meta.iterfind("contrib-group/contrib/name/surname")] == ["Ihnatsevych", "Balanchuk"]
    assert [one.text for one in meta.iterfind("contrib-group/contrib/role")] == [
        "Senior Researcher",
        "Head of the Department",
    ]
    assert [one.text for one in meta.iterfind("aff/city")] == ["Kyiv", "Kyiv"]
    assert [one.get("country") for one in meta.iterfind("aff/country")] == ["UA", "UA"]
    assert [one.text for one in meta.iterfind("aff/postal-code")] == ["03150", "03150"]
    assert len(meta.findall("kwd-group/kwd")) == 6
    assert len(root.findall("back/ref-list/ref")) == 7


SHARED = ROOT.parent / "shared" / "pages"


@pytest.mark.real
def test_pages_with_truth_are_read_right() -> None:
    scores = [score_page(page.parent, references=False) for page in sorted(SHARED.glob("*/page.txt"))]
    assert sum(score.right for score in scores) >= 0.98 * sum(score.total for score in scores)
    assert [one for score in scores for one in score.invented] == []
