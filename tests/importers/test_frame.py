"""The registry of importers, detection, sources, and which finding belongs to which article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jats.draft import List, Map, Text, plain
from jats.errors import InputError, PluginError
from jats.files.kinds import Kind
from jats.findings import Finding, Note
from jats.importers import Source, detect, importers, read_articles, read_input
from jats.importers.codes import not_placed
from jats.importers.detection import Detected
from jats.importers.json_source import items_of, read_json
from jats.importers.kinds import input_kind
from jats.importers.registry import Importer, add_importer, importer_named
from jats.importers.xml_source import parse_xml, root_of
from jats.options import Options
from jats.pipeline import build_articles

CSV = b'title,authors,doi,shelf\nTides,"Roe, Jane",10.5555/tides.1,B 12\nSalt,"Doe, John",10.5555/tides.2,\n'


def read(data: bytes, name: str = "-", format_name: str | None = None) -> tuple[list[object], list[Finding]]:
    findings: list[Finding] = []
    drafts = read_input(Source(name, data), findings.append, format_name)
    return [plain(draft) for draft in drafts], findings


def test_a_sheet_gives_an_article_per_row() -> None:
    drafts, findings = read(CSV, "tides.csv")
    assert drafts == [
        {"title": "Tides", "authors": "Roe, Jane", "doi": "10.5555/tides.1"},
        {"title": "Salt", "authors": "Doe, John", "doi": "10.5555/tides.2"},
    ]
    assert [str(finding) for finding in findings] == ["tides.csv:2:1 warning IMP001 not placed: shelf: 'B 12'"]


def test_detection_says_why() -> None:
    detected = detect(Source("-", CSV))
    assert detected is not None
    assert detected.importer.name == "csv"
    assert detected.reason == "its first line names columns: title, authors, doi, shelf"


def test_from_decides_without_detection() -> None:
    drafts, _ = read(b"title\nTides\n", format_name="csv")
    assert drafts == [{"title": "Tides"}]


def test_an_unknown_name_of_a_format_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(InputError, match=r"there is no format 'cvs'; did you mean csv"):
        read(CSV, format_name="cvs")


def test_unsupported_input_names_what_is_supported() -> None:
    drafts, findings = read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture.png")
    assert drafts == []
    assert [finding.code for finding in findings] == ["IMP004"]
    assert all(each.title in findings[0].message for each in importers())


def test_an_input_without_articles_is_reported() -> None:
    drafts, findings = read(b"title,doi\n", "empty.csv")
    assert (drafts, [finding.code for finding in findings]) == ([], ["IMP006"])


def test_each_finding_belongs_to_the_article_before_which_it_was_noted() -> None:
    def read_two(source: Source, note: Note) -> Iterator[Map]:
        for number in (1, 2):
            note(not_placed(source.place(number), (), "n", str(number)))
            yield Map(source.place(number))
        note(not_placed(source.place(3), (), "n", "3"))

    two = Importer("two", "two", (), lambda _source: "it is so", read_two)
    articles = list(read_articles(Source("-", b"x"), detected=Detected(two, "")))
    assert [[finding.place.line for finding in each.findings] for each in articles] == [[1], [2, 3]]


def test_a_guessed_encoding_is_reported_once_and_places_are_right() -> None:
    data = 'title,authors\nКаталог рукописних книг,"Комаров, В. В."\n'.encode("cp1251")
    drafts, findings = read(data, "каталог.csv")
    assert drafts == [{"title": "Каталог рукописних книг", "authors": "Комаров, В. В."}]
    assert [finding.code for finding in findings] == ["IMP003"]
    assert "windows-1251" in findings[0].message


def test_a_name_is_taken_once() -> None:
    with pytest.raises(PluginError, match="two importers have the name csv"):
        add_importer(importer_named("csv"))


def test_offsets_become_lines_and_columns() -> None:
    source = Source("a.txt", b"one\r\ntwo\rthree")
    assert source.text == "one\ntwo\nthree"
    assert source.place_at(source.text.index("o", 3)) == ("a.txt", 2, 3)
    assert source.place(2) == ("a.txt", 2, 1)


def test_files_beside_are_read_only_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "refs.bib").write_bytes(b"@book{a}")
    (tmp_path / "secret.bib").write_bytes(b"@book{b}")
    (tmp_path / "in" / "link.bib").symlink_to(tmp_path / "secret.bib")
    source = Source("in/paper.md", b"", str(tmp_path / "in"))
    found = source.beside("refs.bib")
    assert found is not None
    assert found.data == b"@book{a}"
    for name in ("../secret.bib", str(tmp_path / "secret.bib"), "link.bib", "none.bib", "", ".", "a\0b"):
        assert source.beside(name) is None, name
    assert Source("-", b"").beside("refs.bib") is None


def test_xml_has_places_marks_and_no_outside() -> None:
    data = b'<r xmlns="urn:x">\n  <t\n   a="1">E. <em>coli</em> in H<sub>2</sub>O &amp; x &lt;y</t>\n <p>a</p></r>'
    xml = parse_xml(Source("a.xml", data), "X", lambda _finding: None)
    assert xml is not None
    title = xml.running(xml.root[0])
    assert title == Text("E. <i>coli</i> in H<sub>2</sub>O & x \\<y", title.place)
    assert title.place == ("a.xml", 2, 3)
    findings: list[Finding] = []
    hostile = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'
    assert parse_xml(Source("b.xml", hostile), "X", findings.append) is None
    assert [finding.code for finding in findings] == ["IMP005"]


@pytest.mark.parametrize(
    ("head", "root"),
    [
        ('<?xml version="1.0"?>\n<!-- x -->\n<a:records xmlns:a="urn:a">', ("records", "urn:a")),
        ('<!DOCTYPE issue [<!ENTITY a "b>c">]><issue>', ("issue", "")),
        ("no xml", None),
    ],
)
def test_the_root_is_read_from_the_head(head: str, root: tuple[str, str] | None) -> None:
    assert root_of(head) == root


def test_json_has_places() -> None:
    findings: list[Finding] = []
    root = read_json(Source("a.json", b'[\n {"title": ["Tides"], "n": null}, null]'), findings.append)
    assert findings == []
    assert isinstance(root, List)
    assert isinstance(root.items[0], Map)
    titles = root.items[0].items["title"]
    assert isinstance(titles, List)
    (title,) = titles.items
    assert isinstance(title, Text)
    assert title.value == "Tides"
    assert title.place == ("a.json", 2, 13)
    assert len(items_of(root)) == 1


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.yaml", "title: Tides\n", Kind.ARTICLE_FILE),
        ("a.yml", "---\n# remark\ntitle: Tides\n", Kind.ARTICLE_FILE),
        ("a.yaml", "nonsense", Kind.ARTICLE_FILE),
        ("a.json", '{"title": "Tides"}', Kind.ARTICLE_FILE),
        ("a.json", "[1", Kind.ARTICLE_FILE),
        ("-", "title: Tides\n", Kind.ARTICLE_FILE),
        ("-", '{"doi": "10.5555/1"}', Kind.ARTICLE_FILE),
        ("-", "title,doi\nTides,10.5555/1\n", Kind.OTHER),
        ("a.txt", "doi: 10.5555/1\ntitle: Tides\n", Kind.OTHER),
        ("a.md", "---\ntitle: Tides\n---\n\nText.\n", Kind.OTHER),
        ("a.xml", '<article dtd-version="1.3"/>', Kind.XML),
        ("a.xml", "<article><front/></article>", Kind.XML),
        ("-", "<article", Kind.XML),
        ("a.png", "\x89PNG\0", Kind.OTHER),
    ],
)
def test_what_an_input_is(name: str, text: str, kind: Kind) -> None:
    assert input_kind(text.encode(), name) is kind


def test_an_article_file_under_another_name_is_read() -> None:
    drafts, findings = read(b"doi: 10.5555/1\ntitle: Tides\n", "a.txt")
    assert (drafts, findings) == ([{"doi": "10.5555/1", "title": "Tides"}], [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<article dtd-version="1.3"/>', "IMP011"),
        ("<?xml version='1.0'?><article><front/></article>", "IMP011"),
        ("<rss><channel/></rss>", "IMP004"),
        ("<article", "IMP004"),
    ],
)
def test_xml_that_is_not_imported_says_why(text: str, code: str) -> None:
    (built,) = build_articles(text.encode(), "a.xml", Options())
    assert [finding.code for finding in built.findings] == [code]
