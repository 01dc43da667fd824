"""Whatever bytes come: a plain message, bounded memory and time, nothing read that isn't in them."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jats.options import Options
from jats.results import Result
from jats.validation.run import validate_bytes
from tests.validation.host import DOCTYPE, HOST

GOOD = DOCTYPE + HOST


def judged(data: bytes | str) -> Result:
    return validate_bytes(data.encode() if isinstance(data, str) else data, "a.xml", Options())


def only(data: bytes | str) -> str:
    """`line:column code message` of the one finding about bytes that are no readable XML."""
    result = judged(data)
    (finding,) = result.findings
    assert result.verdict == "malformed"
    return f"{finding.place.line}:{finding.place.column} {finding.code} {finding.message}"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</sec>", "", "<sec> of line 15 is not closed when </body> comes: write </sec> before it"),
        (
            "We counted",
            "Fish & chips",
            "SCH001 not well-formed: write &amp; for the character &",
        ),
        ("We counted", "a < b", "SCH001 not well-formed: write &lt; for the character <"),
        (
            "We counted",
            "&nosuch;",
            "SCH001 not well-formed: &nosuch; is not a character that JATS or this file defines",
        ),
        (
            "We counted",
            "a\x01b",
            "SCH001 not well-formed: a control character (U+0001) is not allowed in XML: remove it",
        ),
        ('id="s1"', 'id="s1" id="s2"', "SCH001 not well-formed: the attribute id is twice in one tag: remove one"),
        ('id="s1"', "id=s1", "SCH001 not well-formed: put the attribute's value in quotation marks"),
        ("<p>", "<x:p>", "the prefix x of <x:p> is not declared: write <p>, without a prefix"),
        (
            "</article>",
            "</article><p/>",
            "SCH001 not well-formed: there is something after the end of the document: remove what follows its last end tag",
        ),
        ("</article>", "", "SCH001 not well-formed: the file ends before <article>"),
    ],
)
def test_what_is_not_well_formed_is_said_in_plain_words(old: str, new: str, message: str) -> None:
    assert message in only(GOOD.replace(old, new, 1))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "SCH004 the file is empty"),
        (b" \r\n\t", "SCH004 the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "SCH004 the file is not XML but a picture"),
        (b"%PDF-1.7\n%\xe2\xe3", "SCH004 the file is not XML but a PDF"),
        (b"PK\x03\x04\x14\x00", "SCH004 the file is not XML but a zip archive or an office document"),
        (bytes(range(256)) * 40, "SCH004"),
        (b"title: On tides\n", "SCH004 the file begins as an article file does: let its name end in .yaml"),
    ],
)
def test_what_is_no_xml_is_said_to_be_none(data: bytes, message: str) -> None:
    assert message in only(data)


def test_a_prefix_without_namespace_is_told_though_the_parser_goes_on_to_warn() -> None:
    assert "the prefix x of <x:p> is not declared" in only('<article><x:p/><p xmlns="relative"/></article>')


def test_bytes_of_another_encoding_than_declared_are_told() -> None:
    assert "SCH003 encoding: " in only(GOOD.replace("Roe", "Rœ").encode("cp1252"))
    assert "SCH003 encoding: " in only(f'<?xml version="1.0" encoding="klingon"?>{GOOD}')


DECLARED = '<?xml version="1.0" encoding="{}"?>\n'


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("latin-1", "ISO-8859-1")]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends_change_neither_verdict_nor_places(encoding: str, name: str, end: str) -> None:
    text = (DECLARED.format(name) + GOOD).replace("Jane", "Zoë").replace("\n", end)
    assert judged(text.encode(encoding)).verdict == "valid"
    result = judged(text.replace("<fig ", "<figg ").replace("</fig>", "</figg>").encode(encoding))
    (finding,) = result.findings
    assert (finding.code, finding.place.line, finding.place.column) == ("SCH010", 19, 1)


def test_named_characters_are_known_in_text_and_attributes() -> None:
    assert (
        judged(GOOD.replace("Jane", "Zo&euml;").replace('id="f1"', 'id="f1" fig-type="caf&eacute;"')).verdict == "valid"
    )


def test_a_default_namespace_that_is_not_jats_is_not_judged() -> None:
    result = judged(HOST.replace("<article ", '<article xmlns="http://example.org/own" '))
    assert (result.verdict, result.findings[0].code) == ("unknown-schema", "SCH006")


def test_an_internal_subset_of_harmless_entities_is_read() -> None:
    with_subset = GOOD.replace('.dtd">', '.dtd" [<!ENTITY who "Jane">]>').replace(">Jane<", ">&who;<")
    assert judged(with_subset).verdict == "valid"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMBS = {
    "exponential": f'<!DOCTYPE article [<!ENTITY l0 "ha">{LAUGHS}]><article>&l11;</article>',
    "quadratic": f'<!DOCTYPE article [<!ENTITY a "{"a" * 200_000}">]><article>{"&a;" * 20_000}</article>',
    "in an attribute": f'<!DOCTYPE article [<!ENTITY l0 "ha">{LAUGHS}]><article id="&l11;"/>',
    "by parameter entities": "<!DOCTYPE article [<!ENTITY % a \"<!ENTITY x 'y'>\">%a;%a;]><article>&x;</article>",
    "recursive": '<!DOCTYPE article [<!ENTITY a "&b;"><!ENTITY b "&a;">]><article>&a;</article>',
    "deep": "<article>" * 10_000 + "</article>" * 10_000,
    "deep and torn": "<p>" * 1_000_000,
    "many attributes": "<article " + " ".join(f'a{n}="1"' for n in range(200_000)) + "/>",
    "wide": "<article>" + "<p/>" * 500_000 + "</article>",
    "a long name": f"<{'a' * 20_000_000}/>",
    "a long text": f"<article>{'a' * 50_000_000}</article>",
    "a long comment": f"<article><!--{'a' * 50_000_000}--></article>",
    "a long attribute": f'<article id="{"a" * 50_000_000}"/>',
    "a long attribute behind a good one": f'<article article-type="x" id="{"a" * 9_000_000}"><p/></article>',
}
PROGRAM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, 2 * (int(3 * 1024**3),))
from jats.__main__ import main
main()
"""


def spent_by_children() -> float:
    """Seconds of processor time of all processes that this one has waited for; the clock on the wall knows other programs too."""
    times = os.times()
    return times.children_user + times.children_system


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_or_judged_in_bounded_memory_and_time(bomb: str, tmp_path: Path) -> None:
    (tmp_path / "bomb.xml").write_text(bomb)
    before = spent_by_children()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "validate", "bomb.xml", "--format", "jsonl"],
        cwd=tmp_path, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == ""
    assert '"verdict": "' in done.stdout
    assert len(done.stdout) < 2_000_000
    assert spent_by_children() - before < 20


def test_a_file_of_500_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "large.xml").open("wb") as file:
        file.truncate(500_000_000)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("3 *", "0.4 *"), "validate", "large.xml"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "larger than is read" in done.stdout


@pytest.fixture
def listener() -> Iterator[tuple[str, list[object]]]:
    """An address at which somebody listens, and who came."""
    came: list[object] = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    stop = threading.Event()

    def listen() -> None:
        while not stop.is_set():
            try:
                connection, who = server.accept()
            except TimeoutError:
                continue
            came.append(who)
            connection.close()

    thread = threading.Thread(target=listen)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}", came
    stop.set()
    thread.join()
    server.close()


def outside(address: str) -> dict[str, str]:
    """Documents that ask for something at an address outside themselves."""
    root = "<article>&x;</article>"
    return {
        "entity": f'<!DOCTYPE article [<!ENTITY x SYSTEM "{address}">]>{root}',
        "public entity": f'<!DOCTYPE article [<!ENTITY x PUBLIC "p" "{address}">]>{root}',
        "parameter entity": f'<!DOCTYPE article [<!ENTITY % e SYSTEM "{address}">%e;]>{root}',
        "dtd": f'<!DOCTYPE article SYSTEM "{address}">{root}',
        "dtd and a named character": f'<!DOCTYPE article SYSTEM "{address}"><article>&eacute;</article>',
        "unparsed": f'<!DOCTYPE article [<!NOTATION n SYSTEM "{address}"><!ENTITY x SYSTEM "{address}" NDATA n>]><article/>',
        "xinclude": f'<article xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{address}"/></article>',
        "stylesheet": f'<?xml-stylesheet href="{address}"?><article/>',
        "model": f'<?xml-model href="{address}/x.rng"?><article/>',
        "location": '<article xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:noNamespaceSchemaLocation="{address}/JATS-journalpublishing1.xsd"/>',
    }


KINDS = list(outside(""))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_asked_of_the_network(kind: str, listener: tuple[str, list[object]]) -> None:
    address, came = listener
    judged(outside(address)[kind])
    judged(outside(f"{address}/JATS-journalpublishing1.dtd")[kind])
    time.sleep(0.05)
    assert came == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_other_file_is_read_into_the_document(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOPSECRET")
    for address in (str(secret), secret.as_uri()):
        assert "TOPSECRET" not in repr(judged(outside(address)[kind]))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system doesn't list open files")
def test_no_socket_is_opened(tmp_path: Path) -> None:
    program = (
        "import sys, os; sys.addaudithook(lambda event, args: event.startswith('socket.') and os._exit(99));"
        "from jats.__main__ import main; main()"
    )
    (tmp_path / "a.xml").write_text(GOOD)
    for kind, text in outside("http://example.org/").items():
        (tmp_path / f"{kind.replace(' ', '-')}.xml").write_text(text)
    done = subprocess.run(
        [sys.executable, "-c", program, "validate", "."], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout.count("\n") > len(KINDS)


def test_a_document_with_thousands_of_faults_is_told_in_time(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(GOOD.replace("<p>We counted.</p>", "<p><titel/></p>" * 20_000))
    before = spent_by_children()
    done = subprocess.run(
        [sys.executable, "-m", "jats", "validate", "a.xml", "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,  # in a process of its own, so that what measures coverage isn't measured
    )
    assert spent_by_children() - before < 20
    (result,) = json.loads(done.stdout)
    *listed, more, counted = result["findings"]
    assert (len(listed), {finding["code"] for finding in listed}) == (100, {"SCH010"})
    assert more["code"] == "SCH098"
    assert (counted["code"], counted["times"]) == ("SCH010", 900)


def test_a_long_list_of_wrong_children_is_told_in_time() -> None:
    children = "<ref><mixed-citation>x</mixed-citation></ref><title>x</title>" * 3_000
    before = time.process_time()
    result = judged(GOOD.replace("<ref-list>", f"<ref-list>{children}"))
    assert result.verdict == "invalid"
    assert time.process_time() - before < 20


def test_file_names_may_be_any_bytes(tmp_path: Path) -> None:
    name = os.fsdecode(b"a\xff\n.xml")
    try:
        (tmp_path / name).write_text(GOOD)
    except OSError:
        pytest.skip("the file system wants names in UTF-8")
    done = subprocess.run(
        [sys.executable, "-m", "jats", "validate", "."], cwd=tmp_path, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"a\\udcff\\n.xml: valid")
