"""Each page's examples are true: Wrong gives the code, Right does not and is valid."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from jats.files.sources import find_sources
from jats.messages.explanations import Explanation, format_explanation, parse_explanation
from jats.options import Options
from jats.results import Result
from jats.validation.codes import pages
from jats.validation.run import validate_bytes, validate_source
from tests.validation.host import DOCTYPE, HOST, hosted

PAGES = pages()


def judged(example: str, folder: Path) -> Result:
    if not example.startswith("jats "):
        return validate_bytes(hosted(example).encode(), "example.xml", Options())
    (folder / "empty.xml").touch()
    (folder / "faulty.xml").write_text(DOCTYPE + HOST.replace("<p>We", "<titel/><titl/>" * 501 + "<p>We"))
    (folder / "article.xml").write_text(DOCTYPE + HOST)
    (folder / "answer.xml").write_text(f"<OAI-PMH><metadata>{HOST}</metadata></OAI-PMH>")
    (folder / "book.rng").write_text(
        '<element name="book" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
    )
    (folder / "book.xsd").write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="book"/></xs:schema>'
    )
    name, *option = shlex.split(example.removeprefix("jats validate "))
    (source,) = find_sources([name])
    return validate_source(source, Options(schema=option[1] if option else None))


def codes(result: Result) -> set[str]:
    return {finding.code for finding in result.findings}


def test_the_host_is_clean() -> None:
    assert validate_bytes((DOCTYPE + HOST).encode(), "host.xml", Options()).findings == ()


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_wrong_example_gives_the_code_alone(
    page: Explanation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    others = {"SCH010"} if page.code == "SCH098" else set()  # it can't come alone
    assert codes(judged(page.wrong, tmp_path)) - others == {page.code}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_right_example_is_valid_and_gives_nothing(
    page: Explanation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = judged(page.right, tmp_path)
    assert (result.verdict, result.findings) == ("valid", ())


def test_the_codes_are_of_one_shape() -> None:
    assert len(PAGES) > 30
    assert all(len(code) == 6 and code.startswith("SCH") for code in PAGES)


def test_a_page_is_printed_with_all_its_parts() -> None:
    text = format_explanation(PAGES["SCH013"])
    assert text.startswith("SCH013 (error)  An element that the tag set requires is missing.\n")
    for label in ("Why", "Wrong", "Right", "Source"):
        assert f"\n{label}\n    " in text
    assert "\x1b" not in text
    assert "\x1b[1m" in format_explanation(PAGES["SCH013"], colour=True)


def test_a_page_that_lacks_a_part_is_refused() -> None:
    with pytest.raises(ValueError, match="the page of X1 lacks: right, source"):
        parse_explanation("X1", "error", "Title.\n\nWhy: so.\nWrong: <a/>\n")


def test_sentences_are_wrapped_on_a_terminal_and_examples_are_not() -> None:
    lines = format_explanation(PAGES["SCH013"], width=50).splitlines()
    kept = {line.strip() for part in (PAGES["SCH013"].wrong, PAGES["SCH013"].right) for line in part.splitlines()}
    assert all(len(line) <= 50 for line in lines if line.strip() not in kept)
    words = " ".join(" ".join(lines).split())
    assert words == " ".join(format_explanation(PAGES["SCH013"]).split())
