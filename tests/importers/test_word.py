"""Word files: what counts as text, marks and styles, places, and files that are not to be trusted."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from jats.draft import place_of, plain
from jats.findings import Finding, Severity
from jats.importers import Source, detect, read_input
from jats.options import Options
from jats.pipeline import build_article
from tests.importers.word_files import OFFICE, RELATIONS, TYPES, W, p, run, word_file, zipped
from tests.importers.word_sample import sample

SHARED = Path(__file__).parents[3] / "shared"
ABSTRACT = (
    "We measured the salt of the sea for five years at nine stations. It rose by a tenth in the north, "
    "and it fell in the south."
)
RAISED = '<w:vertAlign w:val="superscript"/>'
LOWERED = '<w:vertAlign w:val="subscript"/>'
ARTICLE = (
    p("Tides and salt in the northern bays", "Title"),
    p(run("Jane Roe") + run("1", RAISED) + run(", John Doe") + run("2", RAISED)),
    p(run("1", RAISED) + run("Institute of Seas, Odesa, Ukraine")),
    p(run("2", RAISED) + run("University of Examples, Lviv, Ukraine")),
    p(f"Abstract. {ABSTRACT}"),
    p("Keywords: tides, salt"),
    p("Introduction", "Heading1"),
    p("The sea is salt."),
    p("Abstract", "Heading2"),
    p("References", "Heading1"),
    p(run("Roe, J. (2019). Tides. ") + run("Journal of Seas", "<w:i/>") + run(", 3, 5-9.")),
    p("Doe, J. (2018). Salt. Lviv: Example."),
)  # fmt: skip


def read(data: bytes, name: str = "article.docx") -> tuple[dict[str, Any], list[Finding]]:
    findings: list[Finding] = []
    drafts = read_input(Source(name, data), findings.append)
    return (plain(drafts[0]) if drafts else {}), findings


def said(findings: list[Finding], code: str) -> list[str]:
    return [finding.message for finding in findings if finding.code == code]


def test_an_article() -> None:
    draft, findings = read(word_file(*ARTICLE))
    assert draft["title"] == "Tides and salt in the northern bays"
    assert [author["name"] for author in draft["authors"]] == ["Jane Roe", "John Doe"]
    assert [one["text"] for one in draft["affiliations"]] == [
        "Institute of Seas, Odesa, Ukraine",
        "University of Examples, Lviv, Ukraine",
    ]
    assert draft["abstract"] == ABSTRACT
    assert draft["keywords"] == "tides, salt"
    assert draft["references"] == [
        "Roe, J. (2019). Tides. <i>Journal of Seas</i>, 3, 5-9.",
        "Doe, J. (2018). Salt. Lviv: Example.",
    ]
    assert said(findings, "IMP304") == [
        "not placed: the text of the article, 3 paragraphs from 'Introduction' on: an article file has no field for it"
    ]


def test_a_place_is_the_number_of_the_paragraph() -> None:
    (draft,) = read_input(Source("article.docx", word_file(*ARTICLE)), lambda _: None)
    assert [place_of(draft, (field,)).line for field in ("title", "abstract", "keywords")] == [1, 5, 6]
    assert place_of(draft, ("references", 1)).line == 12


def title_of(content: str) -> str:
    return str(read(word_file(p(content, "Title"), *ARTICLE[1:]))[0]["title"])


def test_marks_of_single_words_stay_and_those_of_the_whole_line_go() -> None:
    water = run(" in H", "<w:b/>") + run("2", "<w:b/>" + LOWERED) + run("O", "<w:b/>")
    content = run("Growth of ", "<w:b/>") + run("E. coli", "<w:b/><w:i/>") + water
    assert title_of(content) == "Growth of <i>E. coli</i> in H<sub>2</sub>O"
    assert title_of(run("Tides of the northern bays", "<w:b/><w:i/>")) == "Tides of the northern bays"
    assert title_of(run("Values of p<q in tides", "")) == "Values of p\\<q in tides"


def test_deleted_hidden_and_placeholder_text_is_no_text() -> None:
    content = (
        run("Tides ") + f"<w:del>{run('and floods ').replace('w:t', 'w:delText')}</w:del>" + f"<w:ins>{run('and salt ')}</w:ins>"
        + run("secret ", "<w:vanish/>") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Type here")
        + "</w:sdtContent></w:sdt>" + f"<w:moveFrom>{run('gone ')}</w:moveFrom><w:moveTo>{run('in bays')}</w:moveTo>"
    )  # fmt: skip
    draft, findings = read(word_file(p(content, "Title"), *ARTICLE[1:]))
    assert draft["title"] == "Tides and salt in bays"
    assert said(findings, "IMP305") == ["left out: deleted text (2 times), hidden text and text that says what to type"]


def test_the_code_of_a_field_is_no_text_and_its_result_is() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO {"a": 1}</w:instrText></w:r>'
        + run("not this")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("in the bays")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert title_of(run("Tides and salt ") + field) == "Tides and salt in the bays"


def test_a_text_box_is_read_once() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ).format(p("UDC 551.46"))
    draft, _ = read(word_file(p(box), *ARTICLE))
    assert draft["subjects"] == {"udc": "551.46"}


def test_authors_by_style_and_an_abstract_by_style() -> None:
    paragraphs = (
        p("Tides and salt", "Title"),
        p("Jane Roe", "Author"),
        p("John Doe", "Author"),
        p(ABSTRACT, "Abstract"),
    )
    draft, _ = read(word_file(*paragraphs))
    assert [author["name"] for author in draft["authors"]] == ["Jane Roe", "John Doe"]
    assert draft["abstract"] == ABSTRACT


def test_a_table_of_authors() -> None:
    people = (("Jane Roe", "Institute of Seas, Odesa, Ukraine"), ("John Doe", "University of Examples, Lviv, Ukraine"))
    cells = "".join(f"<w:tc>{p(name)}{p(affiliation)}</w:tc>" for name, affiliation in people)
    draft, _ = read(word_file(ARTICLE[0], f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", *ARTICLE[4:]))
    assert [author["name"] for author in draft["authors"]] == ["Jane Roe", "John Doe"]
    assert len(draft["affiliations"]) == 2


def test_the_strict_form_of_the_format_is_read() -> None:
    data = word_file(*ARTICLE)
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    archive = zipfile.ZipFile(io.BytesIO(data))
    content = {name: archive.read(name).decode() for name in archive.namelist()}
    draft, _ = read(zipped({name: text.replace(W, strict) for name, text in content.items()}))
    assert draft["title"] == "Tides and salt in the northern bays"


def test_a_formula_is_read_as_characters_with_a_warning() -> None:
    draft, findings = read(
        word_file(p(run("Tides at ") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "Title"), *ARTICLE[1:])
    )
    assert draft["title"] == "Tides at x=1"
    assert len(said(findings, "IMP306")) == 1


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
REFUSED = {
    "IMP301": OLE + "EncryptedPackage".encode("utf-16-le"),
    "IMP302": OLE + "WordDocument".encode("utf-16-le"),
    "IMP303": word_file(*ARTICLE, parts={"word/vbaProject.bin": "x"}),
    "IMP005": word_file(*ARTICLE)[:900],
}


@pytest.mark.parametrize("code", REFUSED)
def test_files_that_are_not_read_give_one_finding(code: str) -> None:
    draft, findings = read(REFUSED[code])
    assert draft == {}
    assert [finding.code for finding in findings] == [code]


def test_macros_are_known_by_the_content_type_too() -> None:
    types = TYPES.replace("wordprocessingml.document.main", "ms-word.document.macroEnabled.main")
    assert [finding.code for finding in read(word_file(*ARTICLE, types=types))[1]] == ["IMP303"]


HOSTILE = {
    "entities": {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
    "external entity": {"word/document.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'},
    "no xml": {"word/document.xml": "\0\0\0"},
    "path out of the archive": {
        "_rels/.rels": RELATIONS.format(f'<Relationship Type="{OFFICE}/officeDocument" Target="../../../etc/passwd"/>')
    },
    "another encoding": {"word/document.xml": '<?xml version="1.0" encoding="klingon"?><a/>'},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_parts_give_one_finding(name: str) -> None:
    draft, findings = read(word_file(*ARTICLE, parts=HOSTILE[name]))
    assert draft == {}
    assert [finding.code for finding in findings] == ["IMP005"]
    assert "root:" not in findings[0].message


def test_a_part_that_grows_too_large_is_refused() -> None:
    data = word_file(*ARTICLE, parts={"word/document.xml": " " * 40_000_000})
    assert len(data) < 100_000
    assert [finding.code for finding in read(data)[1]] == ["IMP008"]


def test_what_is_outside_the_file_is_never_read() -> None:
    outside = RELATIONS.format(
        f'<Relationship Id="s" Type="{OFFICE}/styles" TargetMode="External" Target="http://example.org/s.xml"/>'
    )
    draft, _ = read(word_file(*ARTICLE, parts={"word/_rels/document.xml.rels": outside}))
    assert draft["references"]


def test_deep_nesting_is_refused() -> None:
    tables = "<w:tbl><w:tr><w:tc>" * 150 + p("y") + "</w:tc></w:tr></w:tbl>" * 150
    assert [finding.code for finding in read(word_file(*ARTICLE, tables))[1]] == ["IMP005"]


def test_odd_values_do_no_harm() -> None:
    properties = '<w:pPr><w:outlineLvl w:val="-9"/></w:pPr>'
    symbol = (
        '<w:r><w:rPr><w:position w:val="x"/></w:rPr><w:sym w:char="D800" w:font="Symbol"/><w:sym w:char="zz"/></w:r>'
    )
    deep = "<w:ins>" * 150 + run("x") + "</w:ins>" * 150
    draft, _ = read(word_file(*ARTICLE, f"<w:p>{properties}{symbol}{deep}</w:p>"))
    assert draft["title"] == "Tides and salt in the northern bays"


def test_two_parts_of_one_name_are_refused() -> None:
    stream = io.BytesIO(word_file(*ARTICLE))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<a/>")
    assert [finding.code for finding in read(stream.getvalue())[1]] == ["IMP005"]


def test_detection_is_by_content() -> None:
    found = detect(Source("-", word_file(*ARTICLE)))
    assert found is not None
    assert found.importer.name == "docx"
    assert found.reason == "it is an archive with the parts of a Word file"


def test_mutated_files_never_fail() -> None:
    rng = random.Random(40)  # noqa: S311
    seeds = [word_file(*ARTICLE), word_file(*ARTICLE[:3])]
    for number in range(200):
        data = bytearray(rng.choice(seeds))
        for _ in range(rng.randint(1, 4)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        read(bytes(data[: rng.randrange(len(data))] if number % 4 == 0 else data))


def test_mutated_text_never_fails() -> None:
    rng = random.Random(41)  # noqa: S311
    data = word_file(*ARTICLE)
    text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    for _ in range(60):
        at, length = rng.randrange(len(text)), rng.randrange(80)
        other = rng.randrange(len(text))
        read(word_file(parts={"word/document.xml": text[:at] + text[other : other + length] + text[at + length :]}))
        old, new = rng.sample(["w:p>", "w:r>", "w:t>", "w:rPr>", "w:ins>", "w:tbl>", "w:sdt>"], 2)
        read(word_file(parts={"word/document.xml": text.replace(old, new)}))


def test_a_lying_size_is_noticed() -> None:
    data = bytearray(word_file(*ARTICLE))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    assert [finding.code for finding in read(bytes(data))[1]] in (["IMP005"], [])


@pytest.mark.real
@pytest.mark.parametrize("path", sorted((SHARED / "inputs" / "docx").glob("*.docx")), ids=lambda path: path.stem)
def test_real_files_give_an_article_or_say_why(path: Path) -> None:
    draft, findings = read(path.read_bytes(), str(path))
    assert draft or findings
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]


def test_the_sample_is_what_its_script_makes(root: Path) -> None:
    made, kept = (
        {name: archive.read(name) for name in archive.namelist()}
        for archive in (
            zipfile.ZipFile(io.BytesIO(sample())),
            zipfile.ZipFile(root / "samples" / "08-word" / "manuscript.docx"),
        )
    )
    assert made == kept


def test_the_sample_gives_the_expected_jats(root: Path) -> None:
    path = root / "samples" / "08-word" / "manuscript.docx"
    result = build_article(path.read_bytes(), str(path), Options())
    assert result.xml == (path.parent / "expected" / "manuscript.xml").read_bytes()
