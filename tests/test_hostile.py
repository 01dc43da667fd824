"""Hostile input: whatever is in a file, there are findings or valid XML, and no exception."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

import jats
from benchmarks.fuzz import mutant, try_everything
from jats.parsers.html import read_html
from jats.reference_files import read_references
from jats.rules.engine.targets import SERVICES
from jats.vocab.numbers import ENDLESS, whole_number

DIGITS = "9" * 5_000
ARTICLE = {"title": "A", "language": "en", "journal": {"title": "J", "issn": "1234-5679"}, "date": "2024-01-01"}
NUMBERS = (DIGITS, "0" * 5_000 + "1", "²", "٣", "20²4", "Ⅳ")
XML = """<article xml:lang="en" dtd-version="1.3"><front><article-meta><title-group><article-title>A</article-title></title-group>
<pub-date><year>2020</year></pub-date><volume>N</volume><fpage>1-N</fpage><lpage>N</lpage><counts><fig-count count="N"/>
<ref-count count="N"/><page-count count="N"/></counts></article-meta></front><body><sec id="sN"><title>N. A</title><p>
<xref ref-type="fig" rid="fN">N</xref> <xref ref-type="bibr" rid="r1">N-N0</xref> Figure N</p><fig id="f1"><label>Fig. N</label>
</fig><table-wrap id="tN"><label>Table N</label><table><tr><td colspan="N" rowspan="N">a</td></tr></table></table-wrap></sec>
</body><back><ref-list><ref id="r1"><label>N</label><element-citation publication-type="journal"><year iso-8601-date="N">N</year>
<month>N</month><volume>N</volume><fpage>N</fpage><lpage>N</lpage></element-citation></ref></ref-list></back></article>"""


def article(**fields: object) -> bytes:
    return json.dumps({**ARTICLE, **fields}).encode()


def hostile_files() -> Iterator[tuple[str, bytes]]:
    yield "a key of JSON-LD", article(**{"@context": "x"})
    yield "a key that is a bracket", article(**{"[": 1})
    yield "a surrogate as a key", article(**{"\ud800": 1})
    yield "a surrogate as a language", article(title={"uk": "A", "\ud800": "B"})
    yield (
        "surrogates as values",
        article(title="\ud800", authors=[{"name": "A\ud800", "orcid": "\udc00"}], keywords=["\ud800"]),
    )
    yield "a long number in TOML", f'title = "A"\nvolume = {DIGITS}\n'.encode()
    yield "a long number in JSON", article(volume=1).replace(b"1}", DIGITS.encode() + b"}")
    yield "long pages", article(pages=f"{DIGITS}-{DIGITS}0")
    yield "long counts", article(counts={"pages": DIGITS, "figures": "²"})
    yield "a key with many dots", b'title = "A"\n' + b".".join([b"a"] * 10_000) + b" = 1\n"
    yield "a table with many dots", b'title = "A"\n[' + b".".join([b"a"] * 10_000) + b"]\n"
    yield "signs that hold places in HTML", article(title="A <span>b</span> \uf8f09\uf8f1 \uf8f2 $x$")
    yield "signs that hold places in keywords", article(keywords="a (b); \x009\x00; (\x009\x00")
    yield "a control character in an address", article(url="a\x01b", doi="10.5555/\x0b", license="http://a/\x1b")


FILES = dict(hostile_files())


@pytest.mark.parametrize("what", FILES)
def test_a_hostile_article_file_has_findings(what: str) -> None:
    assert jats.build(FILES[what]).findings
    assert jats.check(FILES[what], jats.Options(targets=SERVICES)).findings


@pytest.mark.parametrize("number", NUMBERS, ids=("long", "zeros", "superscript", "arabic", "mixed", "roman"))
def test_no_number_in_xml_raises(number: str) -> None:
    assert jats.check(XML.replace("N", number).encode(), jats.Options(targets=SERVICES)).findings


def test_a_sign_that_holds_places_is_kept() -> None:
    assert read_html("A <span>b</span> \uf8f00\uf8f1 \uf8f2 $x$", blocks=False).value == "A b \uf8f00\uf8f1 \uf8f2 $x$"


def test_whole_numbers_are_digits_alone_of_any_length() -> None:
    assert [whole_number(text) for text in ("0", "007", "٣", "0" * 5_000 + "1")] == [0, 7, 3, 1]
    assert [whole_number(text) for text in ("", "²", "-1", "1.5", " 1", "Ⅳ")] == [None] * 6
    assert whole_number(DIGITS) == whole_number("1" + "0" * 18) == ENDLESS


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, 60, 20))
def test_no_mutant_raises(start: int) -> None:
    for number in range(start, start + 20):
        try_everything(*mutant(1, number))


@pytest.mark.slow
@pytest.mark.parametrize("start", range(60, 360, 50))
def test_no_mutant_of_many_raises(start: int) -> None:
    for number in range(start, start + 50):
        try_everything(*mutant(1, number))


@pytest.mark.parametrize("number", NUMBERS, ids=("long", "zeros", "superscript", "arabic", "mixed", "roman"))
def test_no_number_in_bibtex_raises(number: str) -> None:
    for field in ("month", "day", "year", "pages", "volume"):
        data = f"@article{{a, title={{T}}, year={{2020}}, month={{3}}, {field}={{{number}}}}}".encode()
        assert read_references(data, "a.bib", lambda _: None)
