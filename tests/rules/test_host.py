"""Examples are put into the host article as their pages promise; every host is valid by the DTD."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.rules.engine.reading import text_of
from jats.rules.engine.targets import ALL
from jats.schema.dtd import load
from jats.xmlio import parse
from tests.rules.host import KINDS, host_text, place


def placed(example: str) -> etree._Element:
    return etree.fromstring(place(example, "pmc"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("service", ALL)
def test_host_is_valid(service: str, kind: str) -> None:
    dtd = load("publishing-1.3-mathml3")
    assert dtd.validate(parse(host_text(service, kind).encode(), "host.xml").tree), dtd.error_log


def test_element_replaces_the_one_with_its_id() -> None:
    sections = placed('<sec id="s2"><title>New</title></sec>').findall("body/sec")
    assert [text_of(each[0]) for each in sections] == ["Introduction", "New", "Results"]


def test_element_replaces_the_first_of_its_type() -> None:
    ids = placed('<article-id pub-id-type="doi">new</article-id>').findall("front/article-meta/article-id")
    assert [each.text for each in ids] == ["jts-2024-15", "new"]


def test_new_element_goes_home() -> None:
    assert placed("<subtitle>Part 2</subtitle>").find("front//title-group/subtitle") is not None


def test_siblings_stand_side_by_side() -> None:
    assert [each.text for each in placed("<issn>1</issn><issn>2</issn>").findall("front/journal-meta/issn")] == [
        "1",
        "2",
    ]


def test_change_keeps_the_rest() -> None:
    meta = placed("<article-meta>… <volume>9</volume><!-- no issue --></article-meta>").find("front/article-meta")
    assert meta is not None
    assert meta.findtext("volume") == "9"
    assert meta.find("issue") is None
    assert meta.find("fpage") is not None


def test_change_of_the_article_reaches_down() -> None:
    root = placed('<article article-type="letter">… <!-- no @xml:lang --><volume>9</volume></article>')
    assert (root.get("article-type"), root.findtext("front/article-meta/volume"), len(root.attrib)) == (
        "letter",
        "9",
        2,
    )


def test_prolog_stands_before_the_article() -> None:
    data = place('<?release-delay 6|0?><!DOCTYPE article SYSTEM "x.dtd"><volume>1</volume>', "pmc")
    assert data.startswith(b'<?release-delay 6|0?>\n<!DOCTYPE article SYSTEM "x.dtd">\n')


def test_taking_away_what_is_not_there_is_an_error() -> None:
    with pytest.raises(LookupError, match="no host has a boxed-text"):
        placed("<article-meta>… <!-- no boxed-text --></article-meta>")
