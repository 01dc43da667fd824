"""An identifier with a fault is written as it was given: no prefix and no other form makes it look valid."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.elements.article import write_article
from jats.model.article import Article
from jats.model.identifiers import Doi, Orcid, Ror
from tests.elements.writing import VARIANTS, start

FAULTY = Article.model_validate(
    {
        "title": "Tides",
        "doi": "doi: abc1",
        "authors": [
            {"name": "Roe, Jane", "orcid": "ORCID abc2", "affiliations": {"institution": "A", "ror": "ror.org/abc3"}}
        ],
        "funding": {
            "funder": {"name": "F", "doi": "https://doi.org/abc4"},
            "recipients": [{"name": "Roe, Jane", "orcid": "0000-0002-1825-0098"}],
        },
        "license": "https://creativecommons.org/licenses/by/9.0",
        "references": [{"title": "T", "doi": "doi:10.1/abc5", "isbn": "ISBN abc6"}],
    }
)
GIVEN = (
    "doi: abc1", "ORCID abc2", "ror.org/abc3", "https://doi.org/abc4", "0000-0002-1825-0098",
    "https://creativecommons.org/licenses/by/9.0", "doi:10.1/abc5", "ISBN abc6",
)  # fmt: skip


@pytest.mark.parametrize("variant", VARIANTS)
def test_each_is_in_the_xml_as_given_if_it_is_there(variant: str) -> None:
    root = write_article(FAULTY, start(variant, None).context)
    values = {*root.itertext(), *(str(value) for one in root.iter() for value in one.attrib.values())}
    for given in GIVEN:
        core = given.split("/")[-1].split()[-1]
        assert {value for value in values if core in value} <= {given}, etree.tostring(root)
    if not variant.startswith("authoring"):
        assert set(GIVEN) <= values


def test_a_faulty_one_has_no_address_and_a_valid_one_has() -> None:
    assert Orcid("abc").address == "abc"
    assert Orcid("0000 0002 1825 0097").address == "https://orcid.org/0000-0002-1825-0097"
    assert Doi("doi:10.5555/a b").address == "doi:10.5555/a b"
    assert Doi("doi:10.5555/a<b>").address == "https://doi.org/10.5555/a%3Cb%3E"
    assert (str(Ror("ror.org/abc")), str(Ror("ror.org/03yrm5c26"))) == ("ror.org/abc", "https://ror.org/03yrm5c26")
