"""`jats build` as a person meets it: what is written where, in which order, over how many processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Jats

ARTICLE = (
    "title: Tides {0}\njournal: {{title: Tides, issn: 2520-6524, ids: {{publisher-id: t}}}}\npublished: 2023-04-0{0}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(1, 8):
        (tmp_path / f"a{number}.yaml").write_text(ARTICLE.format(number))
    (tmp_path / "a3.yaml").write_text("title: [")
    return tmp_path


@pytest.mark.slow
def test_several_processes_write_what_one_writes_and_say_it_in_the_same_order(jats: Jats, folder: Path) -> None:
    one = jats(folder, "build", ".", "missing.yaml", "-o", "one")
    two = jats(folder, "build", ".", "missing.yaml", "-o", "two", "--jobs", "2")
    assert (one.returncode, two.returncode) == (2, 2)
    assert two.stderr == one.stderr
    assert two.stdout == one.stdout.replace("one", "two")
    files = sorted(path.name for path in (folder / "one").iterdir())
    assert files == ["a1.xml", "a2.xml", "a4.xml", "a5.xml", "a6.xml", "a7.xml"]
    assert [(folder / "two" / name).read_bytes() for name in files] == [
        (folder / "one" / name).read_bytes() for name in files
    ]


def test_one_bad_file_leaves_the_others_alone(jats: Jats, folder: Path) -> None:
    done = jats(folder, "build", ".", "-o", "xml")
    assert done.returncode == 1
    assert "a3.yaml:2:1 error INP039" in done.stderr
    assert len(done.stdout.split()) == 6


def test_two_inputs_of_one_name_are_not_written_over_each_other(jats: Jats, folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "a1.yaml").write_text(ARTICLE.format(9))
    done = jats(folder, "build", "a1.yaml", "other/a1.yaml", "-o", "xml")
    assert done.returncode == 2
    assert done.stdout == "xml/a1.xml\n"
    assert "would overwrite the output of a1.yaml" in done.stderr


def test_a_folder_with_a_page_alone_says_how_to_build_it(jats: Jats, tmp_path: Path) -> None:
    page = (
        "Journal of Tides\nVol. 1, No. 2 (2026), pp. 8-14\nHow the moon moves the sea\nRoe, Jane\nAbstract. The moon.\n"
    )
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "page.txt").write_text(page, encoding="utf-8")
    (tmp_path / "page" / "journal.yaml").write_text("title: Journal of Tides\n", encoding="utf-8")
    done = jats(tmp_path, "build", "page", "-o", "xml")
    assert done.returncode == 2
    assert f"to build the article in {Path('page', 'page.txt')}, name that file" in done.stderr
