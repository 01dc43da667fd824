"""A small journal's folder, and pieces of XML, for tests of `jats check`."""

from __future__ import annotations

from pathlib import Path

from jats.checking.checked import Checked
from jats.checking.options import CheckOptions, settings_for
from jats.checking.run import check_bytes
from jats.findings import Finding
from jats.options import Options
from tests.validation.host import DOCTYPE, HOST

JOURNAL = """format: 1
title: Journal of Tides
issn: {electronic: 1234-5679}
ids: {publisher-id: tides}
publisher: {name: Tides Press, place: Kyiv}
defaults: {language: en}
"""
ARTICLE = """format: 1
# An article about tides
doi: 10.5555/jats-init-example  # to be replaced
title: On tides
authors:
  - name: Roe, Jane
    orcid: 0000-0002-1825-0097
published: 2023-03-30
volume: 1
pages: 8-14
abstract: They come and go.
references:
  - Roe, J. (2020). Tides. Journal of Tides, 3(1), 5–9.
"""
CLEAN = ARTICLE.replace("10.5555/jats-init-example", "10.9999/tides.1")
XML = DOCTYPE + HOST
ORCID = '<contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-009{}</contrib-id>'
NAME = "<name><surname>Roe</surname>"
FAULTY = XML.replace(NAME, ORCID.format(8) + NAME)
"""An ORCID with a wrong check digit: COM105, always on."""


def journal(folder: Path, article: str = ARTICLE, journal_file: str = JOURNAL) -> str:
    """Make the folder and give the article file's name."""
    path = folder / "articles" / "tides" / "article.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    (folder / "journal.yaml").write_text(journal_file, encoding="utf-8")
    path.write_text(article, encoding="utf-8")
    return str(path)


def checked(text: str, name: str, request: CheckOptions | None = None) -> Checked:
    """What is said of a text under a file's name."""
    asked = request or CheckOptions()
    return check_bytes(text.encode(), name, asked, settings_for(name, asked))


def found(text: str, name: str, request: CheckOptions | None = None) -> dict[str, Finding]:
    """The findings by code; of several of one code the last."""
    return {finding.code: finding for finding in checked(text, name, request).result.findings}


def for_targets(*targets: str) -> CheckOptions:
    """A wish to check for services."""
    return CheckOptions(Options(targets=targets))
