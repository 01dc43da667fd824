"""Spreadsheets: which column is which field, what cells say, and files that are damaged or hostile."""

from __future__ import annotations

import random
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jats.draft import plain
from jats.errors import InputError
from jats.findings import Finding, Severity
from jats.importers import Source, detect, read_input
from jats.importers.sheets import workbook
from jats.importers.sheets.columns import Column, column_of, mapping
from jats.importers.sheets.template import sheet_template
from jats.options import Options
from jats.pipeline import build_articles


def read(data: bytes, name: str = "a.csv") -> tuple[list[Any], list[str]]:
    findings: list[Finding] = []
    drafts = read_input(Source(name, data), findings.append)
    return [plain(draft) for draft in drafts], [str(finding) for finding in findings]


def book(*rows: list[Any], others: dict[str, list[list[Any]]] | None = None) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Articles"
    for row in rows:
        sheet.append(row)
    for title, more in (others or {}).items():
        other = made.create_sheet(title)
        for row in more:
            other.append(row)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("title", Column("title", ("title",))),
        ("Title", Column("Title", ("title",))),
        ("title_uk", Column("title_uk", ("title",), "uk")),
        ("title[uk]", Column("title[uk]", ("title",), "uk")),
        ("Title (pt-BR)", Column("Title (pt-BR)", ("title",), "pt-BR")),
        ("title.uk", Column("title.uk", ("title",), "uk")),
        ("fi:abstract", Column("fi:abstract", ("abstract",), "fi")),
        ("fi_FI:abstract", Column("fi_FI:abstract", ("abstract",), "fi-FI")),
        ("journal.issn.print", Column("journal.issn.print", ("journal", "issn", "print"))),
        ("history.received", Column("history.received", ("history", "received"))),
        ("issueTitle", Column("issueTitle", ("issue_title",))),
        ("First page", Column("First page", ("pages", "first"))),
        ("author2_lname", Column("author2_lname", ("authors", "2", "name", "surname"))),
        ("authorFirstname10", Column("authorFirstname10", ("authors", "10", "name", "given"))),
        ("author1_mname", Column("author1_mname", ("authors", "1", "name", "given"), None, adds=True)),
        ("file1", Column("file1", ())),
        ("ISSN", Column("ISSN", ("journal", "issn"))),
        ("shelf", None),
        ("issue_uk", None),
    ],
)
def test_names_of_columns(name: str, column: Column | None) -> None:
    assert column_of(name, {}) == column


def test_people_come_together_by_their_numbers() -> None:
    data = (
        b"title,author2_fname,author2_lname,author1_fname,author1_mname,author1_lname,author1_email,author3_lname\n"
        b"Tides,John,Doe,Jane,A.,Roe,roe@example.org,\n"
    )
    drafts, findings = read(data)
    assert drafts == [
        {
            "title": "Tides",
            "authors": [
                {"name": {"given": "Jane A.", "surname": "Roe"}, "email": "roe@example.org"},
                {"name": {"given": "John", "surname": "Doe"}},
            ],
        }
    ]
    assert findings == []


def test_a_text_and_its_translations_get_their_languages() -> None:
    drafts, _ = read("language,title,title_uk,keywords\nen,Tides,Припливи,salt\n,Sand,Пісок,\n".encode())
    assert drafts == [
        {"language": "en", "title": {"en": "Tides", "uk": "Припливи"}, "keywords": "salt"},
        {"title": {"": "Sand", "uk": "Пісок"}},
    ]
    built = list(build_articles("title,title_uk\nSand,Пісок\n".encode(), "a.csv", Options()))
    assert [finding.code for finding in built[0].findings if finding.severity is Severity.ERROR] == ["INP701"]


def test_semicolons_tabs_and_cells_of_several_lines() -> None:
    drafts, findings = read(
        '\ufefftitle;references;doi\n"Tides";"Roe J. 2020.\nDoe K. 2021.";10.5555/1\n\nSalt;;10.5555/2\n'.encode()
    )
    assert drafts == [
        {"title": "Tides", "references": "Roe J. 2020.\nDoe K. 2021.", "doi": "10.5555/1"},
        {"title": "Salt", "doi": "10.5555/2"},
    ]
    assert findings == []
    assert read(b"title\tvolume\nTides\t3\n")[0] == [{"title": "Tides", "volume": "3"}]


def test_places_are_rows_of_the_file() -> None:
    findings: list[Finding] = []
    drafts = read_input(Source("a.csv", b'title,doi\n"a\nb",1\n\nc,2\n'), findings.append)
    assert [draft.place.line for draft in drafts] == [2, 5]


def test_an_error_in_a_cell_is_a_finding_and_no_value() -> None:
    drafts, findings = read(b"title,doi,volume\nTides,#REF!,3\nSalt,10.5555/2,#N/A\n")
    assert drafts == [{"title": "Tides", "volume": "3"}, {"title": "Salt", "doi": "10.5555/2"}]
    assert findings == [
        "a.csv:2:1 error IMP101 the cell in the column 'doi' shows the error #REF!: correct it in the spreadsheet",
        "a.csv:3:1 error IMP101 the cell in the column 'volume' shows the error #N/A: correct it in the spreadsheet",
    ]


def test_two_columns_of_one_field() -> None:
    drafts, findings = read(b"title,article title,published,year\nTides,Salt,2024-03-30,2024\n")
    assert drafts == [{"title": "Tides", "published": "2024-03-30"}]
    assert findings == [
        "a.csv:2:1 warning IMP010 title is 'Tides' here and 'Salt' elsewhere; the first is used: check it"
    ]


def test_a_workbook_gives_what_a_person_sees() -> None:
    data = book(
        ["title", "volume", "published", "issue", "shelf"],
        ["Tides", 3, date(2024, 3, 30), 2.0, None],
        [],
        ["Salt", 3.5, None, "#REF!", True],
    )
    detected = detect(Source("a.bin", data))
    assert detected is not None
    assert (detected.importer.name, detected.reason) == ("xlsx", "it is a zip archive with xl/workbook.xml")
    drafts, findings = read(data, "a.xlsx")
    assert drafts == [
        {"title": "Tides", "volume": "3", "published": "2024-03-30", "issue": "2"},
        {"title": "Salt", "volume": "3.5"},
    ]
    assert findings == [
        "a.xlsx:4:4 error IMP101 the cell in the column 'issue' shows the error #REF!: correct it in the spreadsheet",
        "a.xlsx:4:5 warning IMP001 not placed: shelf: 'yes'",
    ]


def test_the_sheet_with_titles_is_read_and_the_others_are_named() -> None:
    data = book(["notes"], ["of May"], others={"May": [["title", "doi"], ["Tides", "10.5555/1"]], "Empty": []})
    drafts, findings = read(data, "a.xlsx")
    assert drafts == [{"title": "Tides", "doi": "10.5555/1"}]
    assert findings == ["a.xlsx:1:1 info IMP103 the sheet 'May' is read; 'Articles' is not"]


def test_a_sheet_without_titles_names_its_columns() -> None:
    drafts, findings = read(book(["Tides", "Roe, Jane"]), "a.xlsx")
    assert drafts == []
    assert [finding.split(" ", 1)[1] for finding in findings] == [
        "error IMP102 no column is named title (they are 'Tides' and 'Roe, Jane'): name the columns in the first row, or map "
        "their names in jats.toml"
    ]


def test_names_of_columns_may_be_mapped(tmp_path: Path) -> None:
    (tmp_path / "jats.toml").write_text('[columns]\n"Назва статті" = "title[uk]"\n"Автори" = "authors"\nshelf = "-"\n')
    data = "title,Назва статті,Автори,shelf\nTides,Припливи,Roe,B 12\n".encode()
    drafts, findings = read(data, str(tmp_path / "a.csv"))
    assert drafts == [{"title": {"": "Tides", "uk": "Припливи"}, "authors": "Roe"}]
    assert [finding.partition("info ")[2] for finding in findings] == [
        "IMP002 left out: shelf: an article does not need it"
    ]


def test_a_mapping_to_what_is_not_a_field_is_refused() -> None:
    with pytest.raises(
        InputError, match=r"jats.toml: the column 'Автори' is mapped to 'autors', which is not a field; did you"
    ):
        mapping({"Автори": "autors"}, "jats.toml")


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def codes(data: bytes, name: str = "a.xlsx") -> list[str]:
    return [finding.split()[2] for finding in read(data, name)[1]]


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 5_000_000)
    parts = parts_of(book(["title"], ["Tides"]))
    bomb = zipped({**parts, "xl/sharedStrings.xml": b"<sst>" + b" " * 20_000_000 + b"</sst>"})
    assert len(bomb) < 100_000
    assert codes(bomb) == ["IMP008"]
    assert codes(zipped({**parts, **{f"x{number}": b"" for number in range(2_100)}})) == ["IMP008"]


def test_entities_and_files_outside_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    parts = parts_of(book(["title", "doi"], ["Tides", "10.5555/1"]))
    hostile = f'<!DOCTYPE sst [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for name, text in (
        ("xl/worksheets/sheet1.xml", hostile + sheet.replace("10.5555/1", "&x;")),
        (
            "xl/sharedStrings.xml",
            hostile
            + '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&x;</t></si></sst>',
        ),
    ):
        drafts, _ = read(zipped({**parts, name: text.encode()}), "a.xlsx")
        assert "SECRET" not in str(drafts)


def test_a_locked_workbook_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    drafts, findings = read(data, "a.xlsx")
    assert drafts == []
    assert "IMP005 cannot be read as Excel workbook: it is protected by a password: save it without one" in findings[0]


def test_broken_quotation_marks_are_one_finding() -> None:
    drafts, findings = read(b'title,doi\nTides,1\n"Salt,2\nSand,3\n')
    assert [draft["title"] for draft in drafts] == ["Tides"]
    assert len(findings) == 1
    assert findings[0].startswith("a.csv:3:1 error IMP005 cannot be read as a spreadsheet: ")


@pytest.mark.slow
def test_damaged_workbooks_never_end_in_a_traceback() -> None:
    whole = book(["title", "doi"], *[[f"Tides {number}", number] for number in range(20)])
    parts = parts_of(whole)
    draw = random.Random(1)  # noqa: S311 - a test, not a secret
    for number in range(400):
        if number % 2:
            name = draw.choice(list(parts))
            data = zipped({**parts, name: mutated(parts[name], draw)})
        else:
            data = mutated(whole, draw)
        findings: list[Finding] = []
        read_input(Source("a.xlsx", data), findings.append, "xlsx")


def mutated(data: bytes, draw: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(changed))
        what = draw.randrange(3)
        if what == 0:
            changed[at] = draw.randrange(256)
        elif what == 1:
            del changed[at : at + draw.randrange(40)]
        else:
            changed[at:at] = draw.choice((b"<", b">", b'"', b"&x;", b"1e999", b"-1", b"\0"))
        if not changed:
            return b""
    return bytes(changed)


SHEETS = sorted((Path(__file__).parents[3] / "shared" / "inputs" / "sheets").glob("*.*"))


@pytest.mark.real
@pytest.mark.parametrize("path", SHEETS, ids=[path.name for path in SHEETS])
def test_real_spreadsheets_give_drafts_and_build_up_to_what_they_lack(path: Path) -> None:
    built = list(build_articles(path.read_bytes(), str(path), Options()))
    assert built
    for one in built:
        lacking = [finding for finding in one.findings if finding.code == "INP701"]
        faulty = [finding for finding in one.findings if finding.severity is Severity.ERROR and finding.data_path]
        assert one.xml is not None or lacking or faulty


def test_the_template_is_read_without_a_finding_and_builds(tmp_path: Path) -> None:
    data = sheet_template()
    assert sheet_template() == data
    drafts, findings = read(data, "articles.xlsx")
    assert findings == []
    assert drafts[0]["title"] == {"en": "How a row becomes an article", "uk": "Як рядок стає статтею"}
    assert drafts[0]["pages"] == "8-14"
    (tmp_path / "journal.yaml").write_text("title: Journal of Tides\nids: {publisher-id: jt}\nissn: 1234-5679\n")
    built = list(build_articles(data, str(tmp_path / "articles.xlsx"), Options()))
    assert [
        (one.xml is not None, [str(each) for each in one.findings if each.severity > Severity.INFO]) for one in built
    ] == [(True, [])]


def test_a_column_with_a_thousand_steps_is_not_a_field() -> None:
    assert column_of("journal.title", {}) is not None
    assert column_of("title" + ".a" * 1_000, {}) is None
