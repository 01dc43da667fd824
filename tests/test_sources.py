"""Inputs are found whatever a command line calls them, and what can't be read says why."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from jats import xmlio
from jats.errors import InputError
from jats.files import limits
from jats.files.sources import Source, find_sources


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, data: bytes = b"<article/>") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data)


def names(*arguments: str) -> list[str]:
    return [source.name for source in find_sources(arguments)]


def problem(name: str) -> str:
    (source,) = find_sources([name])
    with pytest.raises(InputError) as caught:
        source.read()
    return str(caught.value)


def test_a_folder_gives_its_articles_sorted_and_leaves_the_rest(here: Path) -> None:
    for path in ("j/b.xml", "j/a.nxml", "j/c.txt", "j/sub/d.XML", "j/.git/e.xml"):
        write(path)
    assert names("j") == ["j/a.nxml", "j/b.xml", "j/sub/d.XML"]


def test_a_folder_without_articles_says_so(here: Path) -> None:
    write("j/readme.txt")
    assert problem("j") == "holds no article: no file in it ends in .xml, .nxml or .jats"


def test_patterns_are_expanded_where_the_shell_did_not(here: Path) -> None:
    for path in ("a1.xml", "a2.xml", "deep/er/a3.xml"):
        write(path)
    assert names("a?.xml") == ["a1.xml", "a2.xml"]
    assert names("**/a3.xml") == ["deep/er/a3.xml"]
    assert problem("b*.xml") == "no file matches this pattern"


def test_a_file_with_a_pattern_in_its_name_is_that_file(here: Path) -> None:
    write("a[1].xml")
    assert names("a[1].xml") == ["a[1].xml"]


def test_a_list_names_one_input_a_line(here: Path) -> None:
    write("a.xml")
    write("b c.xml")
    write("list.txt", b"\xef\xbb\xbfa.xml\r\n\r\n b c.xml \nmissing.xml\n")
    assert names("@list.txt") == ["a.xml", "b c.xml", "missing.xml"]
    assert problem("@missing.txt") == "there is no such file"


def test_standard_input_is_read_as_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"<a/>")))
    assert [source.read() for source in find_sources(["-"])] == [b"<a/>"]


def make_tar(path: str, members: dict[str, bytes], mode: str = "w:gz") -> None:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]  # the mode is a literal to mypy
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


MEMBERS = {"x/b.nxml": b"<b/>", "x/fig.jpg": b"jpg", "x/a.xml": b"<a/>", "__MACOSX/x/._a.xml": b"?", "x/._a.xml": b"?"}


@pytest.mark.parametrize(
    ("name", "mode"), [("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"), ("a.tar", "w"), ("a.tar.xz", "w:xz")]
)
def test_articles_of_a_tar_archive_come_in_its_order(here: Path, name: str, mode: str) -> None:
    make_tar(name, MEMBERS, mode)
    found = [(source.name, source.read()) for source in find_sources([name])]
    assert found == [(f"{name}/x/b.nxml", b"<b/>"), (f"{name}/x/a.xml", b"<a/>")]


def make_zip(path: str, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def test_articles_of_a_zip_archive_come_in_its_order(here: Path) -> None:
    make_zip("a.zip", MEMBERS)
    found = [(source.name, source.read()) for source in find_sources(["a.zip"])]
    assert found == [("a.zip/x/b.nxml", b"<b/>"), ("a.zip/x/a.xml", b"<a/>")]


def test_nothing_of_an_archive_is_written_to_disk(here: Path) -> None:
    make_tar("a.tar.gz", {"../evil.xml": b"<a/>", "/evil.xml": b"<a/>"})
    assert len(list(find_sources(["a.tar.gz"]))) == 2
    assert os.listdir() == ["a.tar.gz"]


def test_a_torn_archive_gives_what_it_holds_and_then_says_so(here: Path) -> None:
    make_tar("whole.tar.gz", {f"{number}.xml": os.urandom(50_000) for number in range(4)})
    write("torn.tar.gz", Path("whole.tar.gz").read_bytes()[:120_000])
    *good, last = find_sources(["torn.tar.gz"])
    assert [source.name for source in good] == ["torn.tar.gz/0.xml", "torn.tar.gz/1.xml"]
    assert last.name == "torn.tar.gz"
    assert last.problem is not None
    assert last.problem.startswith("is a damaged archive, read as far as it goes")


def test_one_damaged_member_of_a_zip_does_not_stop_the_others(here: Path) -> None:
    make_zip("a.zip", {"1.xml": b"<a>" * 500, "2.xml": b"<b/>"})
    data = bytearray(Path("a.zip").read_bytes())
    data[40:44] = b"\xff\xff\xff\xff"
    write("a.zip", bytes(data))
    first, second = find_sources(["a.zip"])
    assert first.problem is not None
    assert "damaged" in first.problem
    assert second.read() == b"<b/>"


@pytest.mark.parametrize("data", [b"", b"not a zip at all", b"PK\x03\x04" + b"\0" * 40])
@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar"])
def test_what_is_no_archive_is_said_to_be_damaged_or_empty(here: Path, name: str, data: bytes) -> None:
    write(name, data)
    assert problem(name).startswith(("is a damaged archive", "holds no article"))


def test_an_archive_without_articles_says_so(here: Path) -> None:
    make_zip("a.zip", {"readme.txt": b""})
    assert problem("a.zip").startswith("holds no article")


def test_a_member_that_unpacks_to_more_than_is_read_is_refused(here: Path) -> None:
    with gzip.open("bomb.tar.gz", "wb", compresslevel=9) as file:
        info = tarfile.TarInfo("bomb.xml")
        info.size = limits.LARGEST + 1024
        file.write(info.tobuf())
        for _ in range(info.size // 1024):
            file.write(b" " * 1024)
    assert "larger than is read" in problem("bomb.tar.gz")


def test_a_large_file_is_refused_before_it_is_read(here: Path) -> None:
    with open("large.xml", "wb") as file:
        file.truncate(500_000_000)
    assert problem("large.xml").startswith("is larger than is read (500 MB")


def test_the_largest_file_read_is_the_largest_that_is_parsed() -> None:
    assert limits.LARGEST == xmlio.MAX_BYTES


def test_a_missing_file_says_so(here: Path) -> None:
    assert problem("missing.xml") == "there is no such file"
    assert problem("missing\0.xml") == "this can't be the name of a file"


def test_a_file_that_vanishes_after_it_was_listed_says_so(here: Path) -> None:
    write("j/a.xml")
    (source,) = find_sources(["j"])
    os.remove("j/a.xml")
    with pytest.raises(InputError, match="there is no such file"):
        source.read()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no modes and owners")
def test_a_file_without_permission_says_so(here: Path, request: pytest.FixtureRequest) -> None:
    write("a.xml")
    os.chmod("a.xml", 0)
    os.chmod(".", 0o755)  # noqa: S103 - the folder itself may be entered
    request.getfixturevalue("unprivileged")
    assert problem("a.xml").startswith("may not be read")


def test_what_the_system_refuses_is_said_in_plain_words() -> None:
    assert limits.reason(PermissionError(13, "Permission denied")).startswith("may not be read")
    assert limits.reason(OSError(5, "Input/output error")) == "can't be read: Input/output error"


def test_a_link_that_leads_to_itself_says_so(here: Path) -> None:
    os.symlink("loop.xml", "loop.xml")
    assert problem("loop.xml") == "is a symbolic link that leads back to itself"


def test_folders_that_lead_back_up_are_walked_once(here: Path) -> None:
    write("j/a.xml")
    os.symlink("..", "j/up")
    assert names("j") == ["j/a.xml"]
    os.symlink("../j", "j/again")
    assert names("j") == ["j/a.xml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_refused_and_not_waited_for(here: Path) -> None:
    Path("j").mkdir()
    os.mkfifo("j/pipe.xml")
    for name in ("j/pipe.xml", "j"):
        assert problem(name) == "is a pipe, not a file: send it to standard input and name it as -"


def test_a_device_is_refused() -> None:
    assert problem("/dev/null") == "is a socket or a device, not a file"


def test_a_source_with_bytes_is_not_read_again() -> None:
    assert Source("x", data=b"<a/>").read() == b"<a/>"


def test_what_nobody_named_is_marked_as_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xml").write_text("<article/>")
    with zipfile.ZipFile("p.meca", "w") as archive:
        archive.writestr("content/a.xml", "<article/>")
    found = {
        name: [(source.name, source.found) for source in find_sources([name])] for name in (".", "in/*.xml", "p.meca")
    }
    assert found["."] == [(os.path.join("in", "a.xml"), True)]
    assert found["in/*.xml"] == [(os.path.join("in", "a.xml"), True)]
    assert found["p.meca"] == [("p.meca/content/a.xml", True)]
    assert [source.found for source in find_sources(["in/a.xml"])] == [False]
