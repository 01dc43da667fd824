"""`jats import` as a person meets it, and other formats given to `jats build` and `jats check`."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Jats

SHEET = (
    "title,authors,doi,published,shelf\n"
    'Tides,"Roe, Jane",10.5555/tides.1,2024-03-30,B 12\n'
    'Salt,"Doe, John",not-a-doi,2024-03-31,\n'
    'Sand,"Poe, Ann",10.5555/tides.3,2024-04-01,\n'
)
JOURNAL = "title: Journal of Tides\nids: {publisher-id: jt}\nissn: {electronic: 1234-5679}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "issue.csv").write_text(SHEET)
    (tmp_path / "ours.yaml").write_text(JOURNAL)
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_each_article_gets_a_file_with_comments(jats: Jats, folder: Path) -> None:
    done = jats(folder, "import", "issue.csv", "-o", "articles", "--verbose")
    assert done.stdout.split() == [f"articles/issue-0{number}.yaml" for number in (1, 2, 3)]
    assert done.returncode == 1  # the DOI
    assert done.stderr.startswith(
        "issue.csv: read as spreadsheet as text (csv), because its first line names columns: title"
    )
    text = (folder / "articles" / "issue-01.yaml").read_text()
    assert text.startswith("# Imported from issue.csv, article 1. Comments say what to check, with its line there.\n")
    assert "format: 1\ndoi: 10.5555/tides.1\ntitle: Tides\nauthors: Roe, Jane\npublished: 2024-03-30\n" in text
    assert text.endswith("\n# Not placed:\n# - line 2: shelf: 'B 12'\n")
    assert "# line 3: does not start with 10." in (folder / "articles" / "issue-02.yaml").read_text()


def test_what_is_imported_builds(jats: Jats, folder: Path) -> None:
    jats(folder, "import", "issue.csv", "-o", "articles", "--journal", "ours.yaml")
    assert "journal:\n  title: Journal of Tides\n" in (folder / "articles" / "issue-03.yaml").read_text()
    done = jats(folder, "build", "articles", "-o", "xml")
    assert files(folder / "xml") == ["issue-01.xml", "issue-03.xml"]
    assert "articles/issue-02.yaml:" in done.stderr
    straight = jats(folder, "build", "issue.csv", "--journal", "ours.yaml", "-o", "straight")
    assert (straight.returncode, files(folder / "straight")) == (1, ["issue-01.xml", "issue-03.xml"])
    assert "issue.csv:3:1 error INP120 doi:" in straight.stderr
    for name in files(folder / "xml"):
        assert (folder / "xml" / name).read_bytes() == (folder / "straight" / name).read_bytes()


def test_check_reports_at_the_lines_of_the_input(jats: Jats, folder: Path) -> None:
    done = jats(folder, "check", "issue.csv", "--journal", "ours.yaml")
    assert done.returncode == 1
    assert "issue.csv:3:1 error INP120 doi:" in done.stdout
    assert "issue.csv: not valid: 1 error, 1 warning (built as publishing-1.3-mathml3, 3 articles)" in done.stdout


def test_a_journal_beside_the_input_stays_in_its_own_file(jats: Jats, folder: Path) -> None:
    (folder / "journal.yaml").write_text(JOURNAL)
    done = jats(folder, "import", "issue.csv", "--set", "volume=13")
    assert done.stdout.split() == [f"issue-0{number}.yaml" for number in (1, 2, 3)]
    text = (folder / "issue-01.yaml").read_text()
    assert "journal" not in text
    assert "volume: 13\n" in text


def test_standard_streams(jats: Jats, folder: Path) -> None:
    one = "".join(SHEET.splitlines(keepends=True)[:2])
    done = jats(folder, "import", "-", stdin=one)
    assert done.returncode == 0
    assert done.stdout.startswith("# Imported from standard input. ")
    several = jats(folder, "import", "-", stdin=SHEET)
    assert several.returncode == 2
    assert "-: article 1 is not written: the input has several, so name a folder with -o" in several.stderr
    assert files(folder) == [".git", "issue.csv", "ours.yaml"]


def test_from_decides_and_an_unknown_format_names_the_others(jats: Jats, folder: Path) -> None:
    (folder / "list.txt").write_text("title\nTides\n")
    assert "title: Tides" in jats(folder, "import", "list.txt", "--from", "csv", "-o", "-").stdout
    done = jats(folder, "import", "list.txt", "--from", "cvs")
    assert (done.returncode, done.stderr) == (2, "jats: there is no format 'cvs'; did you mean csv?\n")


def test_an_unknown_content_names_what_is_supported(jats: Jats, folder: Path) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x01")
    done = jats(folder, "import", "picture.png", "issue.csv", "-o", "out")
    assert done.returncode == 1
    assert "picture.png:1:1 error IMP004 the format is not known: " in done.stderr
    assert files(folder / "out") == ["issue-01.yaml", "issue-02.yaml", "issue-03.yaml"]


def test_several_articles_do_not_fit_one_file(jats: Jats, folder: Path) -> None:
    done = jats(folder, "import", "issue.csv", "-o", "all.yaml")
    assert done.returncode == 2
    assert "issue.csv: has several articles: name a folder with -o, not the file all.yaml" in done.stderr
    assert files(folder) == [".git", "issue.csv", "ours.yaml"]


def test_a_folder_gives_what_is_known(jats: Jats, folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.csv").write_text("".join(SHEET.splitlines(keepends=True)[:2]))
    (folder / "in" / "notes.csv").write_text("day,tide\n1,2\n")
    (folder / "in" / "article.yaml").write_text("title: Tides\n")
    done = jats(folder, "import", "in", "-o", "out")
    assert done.stdout.split() == ["out/a.yaml"]
    build = jats(folder, "build", "in", "-o", "xml")
    assert "a.csv" not in build.stderr


OJS = (
    '<article xmlns="http://pkp.sfu.ca" locale="en_US"><publication version="1" status="3"><id type="doi">10.5555/1</id>'
    '<title locale="en_US">Tides</title></publication></article>'
)


def test_an_export_is_built_in_a_folder_too(jats: Jats, folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.xml").write_text(OJS)
    (folder / "in" / "b.xml").write_text('<article dtd-version="1.3" article-type="other"/>')
    (folder / "in" / "c.xml").write_text("<html/>")
    done = jats(folder, "build", "in", "--journal", "ours.yaml", "--set", "published=2024", "-o", "xml")
    assert (done.returncode, done.stdout) == (0, "xml/a.xml\n")
    again = jats(folder, "build", "in", "--journal", "ours.yaml", "--set", "published=2024", "-q")
    assert (again.returncode, again.stdout) == (0, "in/a.jats.xml\n")


def test_archives_are_imported_member_by_member(jats: Jats, folder: Path) -> None:
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("one/a.csv", "".join(SHEET.splitlines(keepends=True)[:2]))
        archive.writestr("../b.csv", "title,doi\nTides,10.5555/2\n")
        archive.writestr("notes.txt", "")
    done = jats(folder, "import", "all.zip", "-o", "out")
    assert sorted(done.stdout.split()) == ["out/a.yaml", "out/b.yaml"]
    assert files(folder / "out") == ["a.yaml", "b.yaml"]


def test_dates_are_one_text_and_a_copyright_year_stays_a_year(jats: Jats, folder: Path) -> None:
    (folder / "a.csv").write_text("title,published,year,copyright.year\nTides,30 March 2024,,2023\n")
    text = jats(folder, "import", "a.csv", "-o", "-").stdout
    assert "published: 2024-03-30\n" in text
    assert "copyright:\n  year: 2023\n" in text


def test_every_format_of_the_registry_can_be_named() -> None:
    from jats.cli.shared import known_format
    from jats.importers import importers

    assert all(known_format(each.name.upper()) == each.name for each in importers())
