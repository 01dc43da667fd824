"""The gate: every problem at once, at its place, in words of this program."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from jats.draft import List, Map, Node, Path, show_path
from jats.findings import Place, Severity
from jats.model.article import Article
from jats.model.identifiers import Orcid
from tests.drafts import checked, draft_of, gated, read
from tests.examples import examples
from tests.model.test_json_schema import ODD_VALUES, put, ways
from tests.strategies import article_data

LEAKS = re.compile(
    r"Input should|pydantic|Value error|type=|valid |unable to|Field required|Extra inputs|does not fit here"
)


def article(text: str) -> Article:
    draft, findings = read(text)
    assert draft is not None
    made, more = gated(draft)
    assert [finding for finding in findings + more if finding.severity is Severity.ERROR] == []
    assert made is not None
    return made


def test_a_faulty_value_stays_in_the_article() -> None:
    draft, _ = read("authors: [{name: 'Roe, Jane', orcid: 0000-0002-1825-0094}]\npublished: 2023-02-30\n")
    assert draft is not None
    made, findings = gated(draft)
    assert made is not None
    assert made.authors[0].orcid == Orcid("0000-0002-1825-0094")
    assert made.published[0].date.year == "2023-02-30"
    assert [finding.code for finding in findings] == ["INP121", "INP126"]


PARTS = """
affiliations: {id: k, institution: Institute}
translations:
  uk: {title: П, authors: [{name: "Роу, Дж.", affiliations: [k, 'no']}], references: [{id: r, text: a}, {id: r, text: b}]}
"""


def test_articles_inside_the_article_are_judged_too_and_may_name_its_institutions() -> None:
    draft, _ = read(PARTS.lstrip())
    assert draft is not None
    _, findings = gated(draft)
    assert [(finding.code, finding.data_path) for finding in findings] == [
        ("INP130", "translations.uk.authors[1].affiliations[2]"),
        ("INP131", "translations.uk.references[2].id"),
    ]


def test_faults_of_related_works_stand_at_their_place() -> None:
    text = "related_articles:\n  preprint: 10.5555\n  companion: [10.5555/ok, {doi: 10.1, pmid: abc}]\n"
    draft, _ = read(text)
    assert draft is not None
    _, findings = gated(draft)
    assert [(finding.code, finding.data_path) for finding in findings] == [
        ("INP120", "related_articles.preprint"),
        ("INP120", "related_articles.companion[2].doi"),
        ("INP127", "related_articles.companion[2].pmid"),
    ]


def test_field_that_does_not_fit_into_a_part_stands_at_its_place() -> None:
    draft, _ = read("translations:\n  es: {journal: {title: Tides}}\n")
    assert draft is not None
    _, findings = gated(draft)
    assert [(finding.code, finding.data_path) for finding in findings] == [("INP111", "translations.es.journal")]


def test_a_wrong_shape_leaves_no_article_but_hides_no_fault() -> None:
    draft, _ = read("volume: [1]\ndoi: 10.5555\nlicense: CC BY\nauthors:\n  - name: Roe, Jane\n    affiliations: x\n")
    assert draft is not None
    made, findings = gated(draft)
    assert made is None
    assert [finding.code for finding in findings] == ["INP103", "INP120", "INP135", "INP130"]


def test_what_depends_on_a_field_of_the_wrong_shape_is_not_blamed() -> None:
    text = "affiliations:\n  - {id: a, institution: [x]}\nauthors:\n  - {name: 'Roe, J.', affiliations: a, orcid: 1}\n"
    assert [line.split()[1] for line in checked(text)] == ["INP103", "INP121"]


def test_paths_count_items_as_they_stand_though_others_were_taken_out() -> None:
    text = "keywords:\n  - [a]\n  - b\nreferences:\n  - {titel: x}\n  - [y]\n  - {title: z, doi: 10.5}\n"
    assert [line.split(":")[1].split(" ", 1)[1] for line in checked(text)] == [
        "INP103 keywords[1]",
        "INP101 references[1].titel",
        "INP104 references[2]",
        "INP120 references[3].doi",
    ]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("published: {electronic: 2023-13}", "1:25 INP126 published.electronic"),
        ("published: {year: 2023, month: 13}", "1:12 INP126 published"),
        ("published: [{date: {year: 2023, month: 13}}]", "1:20 INP126 published[1].date"),
        ("published: {date: 2023-13, format: print}", "1:19 INP126 published.date"),
        ("history: {revised: [2023, 2023-13]}", "1:27 INP126 history.revised[2]"),
        ("history: {revised: [2023], accepted: 2023-13}", "1:38 INP126 history.accepted"),
        ("keywords: {uk: [a, [b]]}", "1:20 INP103 keywords.uk[2]"),
        ("keywords: [a, [b]]", "1:15 INP103 keywords[2]"),
        ("keywords: {terms: [a, [b]], title: x}", "1:23 INP103 keywords.terms[2]"),
        ("keywords: [{terms: [a, [b]]}]", "1:24 INP103 keywords[1].terms[2]"),
        ("abstract: {uk: [a, [b]]}", "1:20 INP103 abstract.uk[2]"),
        ("abstract: {sections: {Background: [a, [b]]}}", "1:39 INP103 abstract.sections.Background[2]"),
        ("abstract: {uk: {sections: [{titel: x, text: y}]}}", "1:29 INP101 abstract.uk.sections[1].titel"),
        ("subjects: {heading: [a, [b]]}", "1:25 INP103 subjects.heading[2]"),
        ("subjects: [a, {subjects: [b, [c]]}]", "1:30 INP103 subjects[2].subjects[2]"),
        ("authors: {name: {en: {surname: [x]}}}", "1:23 INP103 authors.name.en.surname"),
        ("authors: {surname: [x]}", "1:11 INP103 authors.surname"),
        ("authors: [{name: 'A, B', affiliations: [{city: [x]}]}]", "1:42 INP103 authors[1].affiliations[1].city"),
        ("authors: [{name: 'A, B', roles: {text: [x]}}]", "1:34 INP103 authors[1].roles.text"),
        ("references: {authors: [{surname: [x]}]}", "1:25 INP103 references.authors[1].surname"),
        ("journal: {issn: {print: 2520-6525}}", "1:25 INP122 journal.issn.print"),
        ("license: {start: 2023-13, name: CC BY 4.0}", "1:18 INP126 license.start"),
        ("affiliations: {institution: {english: x}}", "1:30 INP110 affiliations.institution.english"),
        ("ids: {pmid: 012}", "1:13 INP127 ids.pmid"),
        ("references: [{pmcid: x1, title: y}]", "1:22 INP127 references[1].pmcid"),
        ("references: {references: [{pmcid: x1, title: y}]}", "1:35 INP127 references.references[1].pmcid"),
        ("references: [{dates: {original: 2019-13}, title: y}]", "1:33 INP126 references[1].dates.original"),
        ("references: [{works: [{isbn: 978-3-16-148410-1}], title: y}]", "1:30 INP123 references[1].works[1].isbn"),
        (
            "references: [{people: {inventor: [{name: {xx-: Roe}}]}, title: y}]",
            "1:43 INP110 references[1].people.inventor[1].name.xx-",
        ),
    ],
)
def test_short_forms_keep_their_places(text: str, where: str) -> None:
    found = checked(text + "\n")
    assert [line.split(": ")[0] for line in found] == [where]


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("titel: x", "did you mean 'title'?"),
        ("Title: x", "did you mean 'title'?"),
        ("author: x", "did you mean 'authors'?"),
        ("year: 2023", "did you mean 'published'?"),
        ("number: 3", "did you mean 'issue'?"),
        ("elocation-id: e3", "did you mean 'elocation_id'?"),
        ("orcid: x", "it belongs to one author: write it in that author's entry, in the column of 'name'"),
        ("defaults: {}", "it is a field of the journal's file: write it in journal.yaml"),
        ("journal: {pages: 3}", "it belongs beside 'journal', not below it: indent it less"),
        ("journal: {title: T, id: x}", "write ids: {publisher-id: x}"),
        ("journal: {id: 'a, b'}", 'write ids: {publisher-id: "a, b"}'),
        ("id: jt-1", "write ids: {publisher-id: jt-1}"),
        ("journal: {id: {nlm-ta: J Tides}}", "did you mean 'ids'?"),
        ("note: x", "did you mean 'notes'?"),
        ("authors: [{name: 'Roe, Jane', role: software}]", "did you mean 'roles'?"),
        (
            "translations: {es: {issn: 2520-6524}}",
            "it is a field of journal: write it below journal:, indented by two more spaces",
        ),
        ("journal: {qqq: 3}", "fields here are title, subtitle, abbreviation, ids, issn, isbn and 6 more"),
    ],
)
def test_an_unknown_key_is_reported_with_what_was_meant(key: str, hint: str) -> None:
    found = checked(key + "\n")
    assert len(found) == 1
    assert "INP101" in found[0]
    assert found[0].endswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "language: en\ntitle: {EN: x, uk: y}\n",
        'language: en\ntitle: {"": x, uk: y}\nsubtitle: {en: z}\n',
        "title: {uk: x}\n",
        'title: {"": x, uk: y}\n',
        "license: {name: Sea Licence, url: 'https://example.org/'}\n",
        "license: All rights reserved.\n",
        "license: cc-by-nc-nd 4.0\n",
        "authors: [{name: 'A, B', affiliations: University of Tides}]\n",
        "authors: [{name: 'A, B', affiliations: [a1, 'Sea Institute, Kyiv']}]\naffiliations: {id: a1, text: x}\n",
        "references: ['doi:10.5555/x']\n",
        "affiliations: [x, y]\nreferences: [x, y]\n",
        "history: {preprinted-somewhere: 2023}\n",
        "journal: {issn: {print: 2520-6524, electronic: 1234-5679, linking: 2434-561X}}\n",
        "corresponding:\nauthors:\n  - {name: 'A, B', corresponding: Yes, deceased: no}\n",
    ],
)
def test_what_is_right_is_passed_in_silence(text: str) -> None:
    assert checked(text) == []


def test_findings_come_in_the_order_of_the_file() -> None:
    lines = [int(line.split(":")[0]) for line in checked("volume: [1]\ndoi: x\ntitel: y\nlanguage: xx\nissue: {}\n")]
    assert lines == [1, 2, 3, 4, 5]


def test_an_article_of_another_input_is_gated_too() -> None:
    made, findings = gated(draft_of({"title": "Tides", "volume": 13}))
    assert findings == []
    assert made is not None
    assert made.volume == "13"


@examples(60, *HealthCheck)
@given(article_data(), st.data())
def test_whatever_is_wrong_is_said_in_our_words_at_a_place_in_the_file(data: Any, more: st.DataObject) -> None:
    changed = copy.deepcopy(data)
    for _ in range(more.draw(st.integers(1, 3))):
        put(changed, more.draw(st.sampled_from(list(ways(changed)))), more.draw(st.sampled_from(ODD_VALUES)))
    text = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False, width=1000)
    draft, _ = read(text)
    assert draft is not None
    known = set(places(draft, (), draft.place))
    made, findings = gated(draft)
    assert made is not None or findings
    known |= set(places(draft, (), draft.place))  # what is read as it was meant may be elsewhere now
    for finding in findings:
        assert not LEAKS.search(finding.message), finding
        if finding.code == "INP102":  # the path of what is missing, at the place of what is around it
            assert finding.place in {place for place, _ in known}, finding
        else:
            assert (finding.place, finding.data_path) in known, finding


def places(node: Node, path: Path, key: Place) -> Iterator[tuple[Place, str | None]]:
    """Every path with the place of its value and that of its key."""
    yield from ((node.place, show_path(path) or None), (key, show_path(path) or None))
    if isinstance(node, Map):
        for name, value in node.items.items():
            yield from places(value, (*path, name), node.keys[name])
    elif isinstance(node, List):
        for index, item in enumerate(node.items):
            yield from places(item, (*path, index), item.place)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("conference: {name: Tides, place: Odesa}", "1:1 INP102 conference.date: 'date' is missing"),
        ("conference: {date: 2023}", "1:13 INP111 conference.name: has no name: give one, or an acronym"),
        ("counts: {figures: many}", "1:19 INP111 counts.figures: is many: write a whole number"),
        ("counts: 3", "1:9 INP111 counts: is 3: write yes, or numbers: {figures: 3, words: 5120}"),
        ("published: 2023-03-14/2023-03-12", "1:12 INP126 published: ends on 2023-03-12, before it starts"),
        (
            "events: {preprnt: 2023}",
            "1:10 INP136 events.preprnt: 'preprnt' is an unusual kind; did you mean 'preprint'?",
        ),
        ("{undated: yes, published: 2023}", "1:2 INP111 undated: contradicts published: give one of them"),
    ],
)
def test_faults_of_dates_events_conferences_and_counts_are_told_at_their_field(text: str, said: str) -> None:
    (found,) = checked(text)
    assert found.startswith(said)


def test_first_and_last_page_in_fields_of_their_own_are_the_pages() -> None:
    draft, _ = read("title: Tides\nfirst_page: 8\nlast_page: 14\n")
    assert draft is not None
    _, found = gated(draft)
    assert ["write pages: 8-14" in one.message for one in found if one.code == "INP101"] == [True]
