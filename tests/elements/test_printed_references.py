"""A printed reference that was parsed keeps every character, and its parts are tagged by their places."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jats.findings import Severity
from jats.importing import import_articles
from jats.model.markup import parse_markup
from jats.options import Options
from jats.pipeline import build_article
from jats.tidy.steps import STEPS
from tests.drafts import draft_of
from tests.examples import sample

ARTICLE = {
    "format": "1", "language": "en", "title": "Tides", "doi": "10.5555/t", "authors": ["Roe, Jane"], "published": "2024-03-30",
    "volume": "3", "elocation_id": "e5", "abstract": "Salt.",
    "journal": {"title": "Tides", "ids": {"publisher-id": "jt"}, "issn": "1234-5679", "publisher": "Harbour Press"},
}  # fmt: skip


LONG = (
    "Roe, J., Doe, A. B., et al. (2019a). Growth of algae in salt [Зростання]. Journal of Seas, 3(2), 754–66. "
    "https://doi.org/10.5555/12345678. Accessed 3 May 2020."
)
MARKS = {"i", "b", "sup", 'a href="https://example.org/x"'}


def citations(*references: Any, **options: Any) -> list[etree._Element]:
    """Each `<mixed-citation>` of an article with these references, which is valid or fails."""
    data = json.dumps({**ARTICLE, "references": list(references)}, ensure_ascii=False)
    built = build_article(data.encode(), "article.json", Options(**options))
    assert built.xml is not None, [f.message for f in built.findings if f.severity is Severity.ERROR]
    return list(etree.fromstring(built.xml).iter("mixed-citation"))


def text_of(element: etree._Element) -> str:
    return "".join(element.itertext())


def xml_of(element: etree._Element) -> str:
    element.tail = None
    return etree.tostring(element, encoding="unicode")


def test_people_of_two_roles_and_marks() -> None:
    text = "Roe, J. (2019a). Growth of <i>E. coli</i> in salt. <i>Journal of Seas</i>, 3(2), 754–66. https://doi.org/10.5555/12345678"
    (made,) = citations(text)
    assert xml_of(made) == (
        '<mixed-citation publication-type="journal"><person-group person-group-type="author"><string-name><surname>Roe</surname>,'
        ' <given-names>J.</given-names></string-name></person-group> (<year iso-8601-date="2019">2019a</year>). '
        "<article-title>Growth of <italic>E. coli</italic> in salt</article-title>. "
        "<source><italic>Journal of Seas</italic></source>, <volume>3</volume>(<issue>2</issue>), "
        "<fpage>754</fpage>–<lpage>66</lpage>. https://doi.org/"
        '<pub-id pub-id-type="doi">10.5555/12345678</pub-id></mixed-citation>'
    )


def test_a_link_keeps_its_text_and_gives_its_address_to_the_doi() -> None:
    link = '<a href="https://doi.org/10.5555/12345678">https://doi.org/10.5555/12345678</a>'
    (made,) = citations(f"Roe, J. (2019). Tides and their names. Journal of Seas, 3(2), 754–766. {link}")
    (doi,) = made.iter("pub-id")
    assert (doi.text, *doi.attrib.values()) == ("10.5555/12345678", "doi", "https://doi.org/10.5555/12345678")
    assert text_of(made).endswith("766. https://doi.org/10.5555/12345678")


def test_marks_that_run_over_the_edges_of_parts() -> None:
    (made,) = citations("<b>Roe, J. (2019). Tides and</b> their names. <i>Journal of Seas, 3</i>(2), 7–9.")
    assert text_of(made) == "Roe, J. (2019). Tides and their names. Journal of Seas, 3(2), 7–9."
    assert [text_of(one) for one in made.iter("article-title", "source", "volume")] == [
        "Tides and their names",
        "Journal of Seas",
        "3",
    ]


@pytest.mark.parametrize("tag_set", ["publishing", "archiving", "authoring"])
@pytest.mark.parametrize("version", ["1.0", "1.2", "1.4"])
def test_every_variant_keeps_the_text(tag_set: str, version: str) -> None:
    texts = [
        "Roe, J., Doe, A., et al. (2019a). Tides and their names. Journal of Seas, 3(2), 754–66. Accessed 3 May 2020.",
        "Roe, J. Low tide. In: Doe, A., editor. Proceedings of the Conference on Tides; Odesa. London: Harbour Press; 2018.",
    ]
    made = citations(*texts, tag_set=tag_set, version=version)
    assert [text_of(one) for one in made] == texts


def test_fields_beside_a_text_are_found_in_other_spellings() -> None:
    reference = {
        "text": "Roe J. Ebb. J Seas. 2019 Apr;3:266–81 [cited 3 May 2020].", "authors": "Roe, J",
        "date": "2019-04", "title": "Ebb",
        "source": "J Seas", "volume": "3", "pages": "266-281", "accessed": "2020-05-03",
    }  # fmt: skip
    (made,) = citations(reference)
    found = [one.text for one in made.iter("month", "fpage", "lpage", "date-in-citation")]
    assert found == ["Apr", "266", "81", "3 May 2020"]


@given(
    cuts=st.lists(st.integers(0, len(LONG)), min_size=6, max_size=6, unique=True), tags=st.permutations(sorted(MARKS))
)
def test_marks_at_any_place_move_no_character(cuts: list[int], tags: list[str]) -> None:
    ends = [0, *sorted(cuts), len(LONG)]
    parts = [LONG[start:end] for start, end in pairwise(ends)]
    for number, tag in zip(range(1, len(parts), 2), tags, strict=False):
        parts[number] = f"<{tag}>{parts[number]}</{tag.partition(' ')[0]}>"
    (made,) = citations("".join(parts))
    assert text_of(made) == LONG


def test_an_article_file_that_import_wrote_gives_the_same_citations() -> None:
    texts = [
        "Roe MF, Doe AB, Poe C, et al. Salt deficiency in the north. J Tides. 2007 May;357(2):266-81. doi:10.5555/12345678",
        "Roe, J., & Doe, A. B. (2021a). Tides and their names. Journal of Tides, 12(3), 45–59. https://doi.org/10.5555/tides.21",
        "Poe M. The salt of the sea. 2nd ed. London: Harbour Press; 2015. 240 p.",
        "World Tide Organization. Tide surveys: basic methods [Internet]. Geneva: WTO; 2013 [cited 2020 Mar 25]. "
        "Available from: https://example.org/surveys",
        "Роу Д. М., Доу А. Б. Припливи моря. Журнал морів. 2019. Т. 3, № 1. С. 5–9.",
        "SILVA, J. P. O sal do mar. Revista das Marés, São Paulo, v. 3, n. 2, p. 15-29, maio 2018.",
    ]
    data = json.dumps({**ARTICLE, "references": texts}, ensure_ascii=False).encode()
    (imported,) = import_articles(data, "article.json", Options())
    assert imported.yaml is not None
    assert "surname: Roe" in imported.yaml.decode()
    again = build_article(imported.yaml, "article.yaml", Options())
    assert again.xml == build_article(data, "article.json", Options()).xml
    assert again.findings == ()


def labelled(shared: Path) -> list[str]:
    lines = (shared / "refs" / "labelled.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def changed(texts: Sequence[str]) -> Iterator[str]:
    """The characters of texts after hygiene, all of whose changes are reported."""
    for number in range(0, len(texts), 500):
        draft = draft_of({"references": texts[number : number + 500]})
        for step in STEPS:
            step(draft, lambda _finding: None, frozenset())
        for one in draft.items["references"].items:  # type: ignore[union-attr]  # a list of texts
            yield " ".join(parse_markup(" ".join(one.value.split())).plain().split())  # type: ignore[union-attr]


def assert_kept(texts: Sequence[str]) -> None:
    wanted = list(changed(texts))
    for number in range(0, len(texts), 500):
        made = [text_of(one) for one in citations(*texts[number : number + 500])]
        assert made == wanted[number : number + 500]


@pytest.mark.drawn
def test_all_printed_references_keep_every_character(shared: Path) -> None:
    assert_kept(sample(labelled(shared)))
