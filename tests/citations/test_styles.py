"""References printed in citation styles."""

from __future__ import annotations

from pathlib import Path

import pytest

from jats.citations.formats.csl import to_csl
from jats.citations.formats.styles import style_names, to_text
from jats.errors import InputError
from tests.citations.records import references_of

BIBTEX = r"""
@article{Alpha, title={Ebb and flow of \emph{E. coli}}, author={Roe, Jane A. and van der Berg, Karl}, journal={Journal of Seas},
  year=2019, month=may, volume=3, number=1, pages={5--9}, doi={10.5555/12345678}}
@incollection{Beta, title={Сіль}, booktitle={Море}, author={Шевченко, Т. Г.}, editor={Коваль, І.}, pages={1--8}, year=2018,
  publisher={Порт}, address={Київ}}
@online{Gamma, title={Tides today}, author={{Tides Group}}, year=2020, url={https://example.org/t}, urldate={2024-01-31}}
"""
ITEMS = [to_csl(work, work["id"]) for work in references_of(BIBTEX)]
EXPECTED = {
    "apa": "Roe, J. A., & van der Berg, K. (2019). Ebb and flow of E. coli. Journal of Seas, 3(1), 5–9. "
    "https://doi.org/10.5555/12345678",
    "vancouver": "1. Roe JA, van der Berg K. Ebb and flow of E. coli. Journal of Seas. 2019 May;3(1):5–9. doi:10.5555/12345678",
    "dstu-8302": "Roe J. A., van der Berg K. Ebb and flow of E. coli. Journal of Seas. 2019. Vol. 3, no. 1. P. 5–9. "
    "DOI: https://doi.org/10.5555/12345678.",
    "abnt": "ROE, J. A.; VAN DER BERG, K. Ebb and flow of E. coli. Journal of Seas, v. 3, n. 1, p. 5–9, maio 2019.",
    "gb-t-7714": "[1] ROE J A, VAN DER BERG K. Ebb and flow of E. coli[J/OL]. Journal of Seas, 2019, 3(1): 5-9. "
    "DOI:10.5555/12345678.",
}


@pytest.mark.parametrize(("style", "line"), EXPECTED.items())
def test_an_article_is_printed_as_the_style_prints_it(style: str, line: str) -> None:
    assert line in to_text(ITEMS, style).splitlines()


@pytest.mark.parametrize("style", style_names())
def test_every_style_prints_every_reference(style: str) -> None:
    lines = to_text(ITEMS, style).splitlines()
    assert len(lines) == len(ITEMS)
    title = "Tides Today" if style in ("chicago", "mla") else "Tides today"
    assert all(any(word in line for line in lines) for word in ("Ebb", "Сіль", title))


def test_proceedings_are_printed_as_a_book() -> None:
    works = references_of(
        "@proceedings{w, title={Seas}, editor={Doe, A.}, year=2019, publisher={Port}, address={Kyiv}}"
    )
    items = [to_csl(work, work["id"]) for work in works]
    assert to_text(items, "abnt").splitlines() == ["DOE, A. (ORG.). Seas. Kyiv: Port, 2019."]


def test_dstu_has_words_in_the_language_of_the_reference_and_keeps_the_order() -> None:
    lines = to_text(ITEMS, "dstu-8302").splitlines()
    assert lines[1] == "Шевченко Т. Г. Сіль. Море / ред. І. Коваль. Київ : Порт, 2018. С. 1–8."
    assert lines[2].endswith("URL: https://example.org/t (date of access: 31.01.2024).")


def test_an_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"no citation style 'apas'.*apa"):
        to_text(ITEMS, "apas")


@pytest.mark.parametrize(
    "text",
    ["", "<style", "<html/>", "<style/>", '<!DOCTYPE s [<!ENTITY a "b">]><style>&a;</style>',
     '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><citation/></style>'],
)  # fmt: skip
def test_a_bad_style_file_is_one_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        to_text(ITEMS, str(path))
