"""The same export in other encodings, with other namespaces, and in other wrappings."""

from __future__ import annotations

import re

import pytest

from tests.importers.reading import read
from tests.importers.test_crossref import DEPOSIT
from tests.importers.test_doaj import XML
from tests.importers.test_ojs import ISSUE

HARVESTED = re.sub(r"<(/?)(?=\w)", r"<\1d:", XML[XML.index("<language") : XML.index("</record>")])
OAI = (
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header/><metadata>'
    f'<d:doajArticle xmlns:d="http://doaj.org/features/oai_doaj/1.0/">{HARVESTED}</d:doajArticle>'
    "</metadata></record></ListRecords></OAI-PMH>"
)

VARIANTS: dict[str, bytes] = {
    "utf-16": ISSUE.replace("UTF-8", "UTF-16").encode("utf-16"),
    "windows-1251": ISSUE.replace("UTF-8", "windows-1251").encode("windows-1251"),
    "byte order mark": b"\xef\xbb\xbf" + ISSUE.encode(),
    "no namespace": ISSUE.replace(' xmlns="http://pkp.sfu.ca"', "").encode(),
    "no declaration": ISSUE.partition("?>")[2].encode(),
    "preprints": ISSUE[ISSUE.index("<article ") : ISSUE.index("</articles>")]
    .replace("<article ", '<preprint xmlns="http://pkp.sfu.ca" ')
    .replace("</article>", "</preprint>")
    .encode(),
    "deposit without a namespace": DEPOSIT.replace(' xmlns="http://www.crossref.org/schema/5.3.1"', "").encode(),
    "harvested": OAI.encode(),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_is_recognised_and_read_alike(name: str) -> None:
    [article] = read(VARIANTS[name], "export.xml").articles
    assert re.sub("<.*?>", "", article["title"]["uk"]).startswith("Припливи")
    assert article["doi"] == "10.5555/tides.1"
