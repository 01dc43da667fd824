"""Findings on an article file speak of its fields, and what they say to write takes them away."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import jats
from jats.checking.editors_words import is_about_xml
from jats.rules.engine.registry import load_rules
from jats.rules.engine.targets import SERVICES
from jats.vocab.tables import tabbed_rows
from tests.checking.test_fields import ARTICLE, merged
from tests.conftest import ROOT
from tests.strategies import article_data

SAMPLES = sorted(path for path in (ROOT / "samples").glob("*/*.yaml") if path.stem not in ("journal", "issue"))

TAG = re.compile(r"<[A-Za-z][\w:-]*")
QUOTED = re.compile("'.*'", re.DOTALL)
REMEDY = re.compile("; (?:in|write) ")
MARKUP = re.compile(r"<body>|<fig><graphic.*</fig>|<xref (?:ref-type=.bibr. )?rid=")
"""What the words themselves tell an editor to write."""


def in_xml_words(source: Any, target: str) -> set[str]:
    """The findings that speak of XML, but for those on JATS markup that the article's writer wrote."""
    findings = jats.check(source, jats.Options(targets=(target,))).findings
    given = source.read_text("utf-8") if isinstance(source, Path) else str(source)
    bodies = {"body"} if isinstance(source, Path) else set()
    return {
        f"{one.code} {one.message}"
        for one in findings
        if not one.code.startswith("INP") and one.data_path not in bodies and one.code not in OF_MARKUP
        if not any(tag in given for tag in TAG.findall(one.message))
        if is_about_xml(MARKUP.sub("", QUOTED.sub("''", REMEDY.split(one.message)[0])))
    }


OF_MARKUP = {"COM632", "COM712", "COM806", "COM912", "PMC801", "SPS622"}
"""What can only be about markup in a text, such as lists, tables and formulas, or about the text itself."""


@pytest.mark.slow
@pytest.mark.parametrize("target", SERVICES)
@pytest.mark.parametrize("source", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_samples_have_no_finding_in_words_of_xml(source: Path, target: str) -> None:
    assert in_xml_words(source, target) == set()


@pytest.mark.slow
@given(data=article_data())
def test_drawn_articles_have_no_finding_in_words_of_xml(data: dict[str, Any]) -> None:
    for target in SERVICES:
        assert in_xml_words(data, target) == set(), target


ROE = {"name": "Roe, Jane"}
TRIAL = {"type": "trial", "doi": "10.9999/t.1"}
REPORT = {"type": "reviewer-report", "authors": ROE, "language": "en", "title": "Report"}
REFERENCE = {"type": "journal", "title": "Mud", "source": "Tides", "date": 2020, "authors": "Doe, John", "volume": 3}

CITED = [REFERENCE | {"id": "r1"}, REFERENCE | {"id": "r2"}]


def cited(*ids: str) -> str:
    links = "".join(f'<xref ref-type="bibr" rid="{one}">{one}</xref>' for one in ids)
    return f"<body><p>The tides come{links}.</p></body>"


PARTS = [{"title": "Aims", "text": "To measure."}, {"title": "Methods", "text": "With a gauge."}]

REMEDIES: list[tuple[str, dict[str, Any], str, dict[str, Any]]] = [
    (
        "COM101",
        {"authors": {"name": {"full": "John Doe"}}},
        "write it as in 'Roe, Jane'",
        {"authors": "Doe, John"},
    ),
    (
        "COM114",
        {"authors": [ROE | {"equal_contribution": True}, "Doe, John"]},
        "write it for the others",
        {"authors": [ROE | {"equal_contribution": True}, {"name": "Doe, John", "equal_contribution": True}]},
    ),
    (
        "COM131",
        {"authors": ROE | {"affiliations": "a"}, "affiliations": {"id": "a", "country": "Sealand"}},
        "write its two letters as country_code",
        {"affiliations": {"id": "a", "country": "Sealand", "country_code": "GB"}},
    ),
    (
        "COM133",
        {"authors": ROE, "affiliations": {"id": "a", "institution": "Institute"}},
        "write its id in the affiliations of an author",
        {"authors": ROE | {"affiliations": "a"}},
    ),
    ("COM222", {"issue": "3"}, "as in volume: 12", {"volume": 12}),
    (
        "COM305",
        {"title": "Tides<fn><p>A note.</p></fn>"},
        "move it to title_notes",
        {"title": "Tides", "title_notes": "A note."},
    ),
    (
        "COM306",
        {"title": "Tides: a study of the sea"},
        "write subtitle: 'a study of the sea'",
        {"title": "Tides", "subtitle": "a study of the sea"},
    ),
    (
        "COM310",
        {"language": "en", "title": {"en": "Tides", "el": "Of the sea"}},
        "correct its language tag",
        {"title": {"el": "Παλίρροιες"}},
    ),
    (
        "COM321",
        {"subjects": [{"type": "heading", "subjects": "Articles"}, {"type": "heading", "subjects": "Sea"}]},
        "as in topic: 'Sea'",
        {"subjects": {"heading": "Articles", "topic": "Sea"}},
    ),
    ("COM330", {"type": "editorial", "abstract": "All."}, "remove it, or correct type", {"type": "review-article"}),
    ("COM323", {"subjects": "The <b>Sea</b>"}, "write plain text", {"subjects": "The Sea"}),
    (
        "COM339",
        {"abstract": '<fig><graphic xlink:href="a.png"/></fig>'},
        "write it as plain text",
        {"abstract": "The sea."},
    ),
    (
        "COM334",
        {"abstract": {"sections": {"Aims": "To measure."}}},
        "write it as text",
        {"abstract": {"text": "To measure."}},
    ),
    (
        "COM361",
        {"language": "en", "title": "Tides", "abstract": {"en": "Sea.", "uk": "Море."}},
        "as in title: {en: Tides}",
        {"title": {"en": "Tides", "uk": "Припливи"}},
    ),
    (
        "COM407",
        {"license": {"text": "This article is under the Creative Commons Attribution License."}},
        "write its address as url",
        {"license": {"url": "https://creativecommons.org/licenses/by/4.0/"}},
    ),
    (
        "COM421",
        {"funding": {"funder": ["Tides Fund", "Sea Fund"], "numbers": "1"}},
        "write an award under funding for each",
        {"funding": [{"funder": "Tides Fund", "numbers": "1"}, {"funder": "Sea Fund", "numbers": "1"}]},
    ),
    (
        "COM503",
        {"body": cited("r0"), "references": [REFERENCE | {"id": "r0"}, {"title": "Sources", "references": CITED}]},
        "cite them in the file of the text",
        {"body": cited("r0", "r1", "r2")},
    ),
    (
        "COM512",
        {"references": {k: v for k, v in REFERENCE.items() if k != "authors"}},
        "write authors or editors",
        {"references": REFERENCE},
    ),
    (
        "COM513",
        {"references": {k: v for k, v in REFERENCE.items() if k != "date"} | {"year_suffix": "a"}},
        "as in date: 2019, and no year_suffix",
        {"references": {"date": 2019, "year_suffix": None}},
    ),
    (
        "COM624",
        {"authors": ROE, "correspondence": {"id": "a", "text": "To the harbour"}},
        "write correspondence: a for an author",
        {"authors": ROE | {"correspondence": "a"}},
    ),
    (
        "COM724",
        {"authors": ROE | {"url": "https://tides.example/roe"}},
        "write the address as link",
        {"authors": {"link": "https://tides.example/roe", "url": None}},
    ),
    (
        "COM724",
        {"url": "https://tides.example/8"},
        'as in url: {url: "https://tides.example/8", text: The article}',
        {"url": {"url": "https://tides.example/8", "text": "The article"}},
    ),
    (
        "J4R003",
        REPORT,
        "roles: {text: Reviewer, part: reviewer}",
        {"authors": ROE | {"roles": {"text": "Reviewer", "part": "reviewer"}}},
    ),
    (
        "J4R004",
        REPORT | {"contributors": {"name": "Doe, John", "type": "reviewer"}},
        "write the person under authors",
        {"authors": [ROE, "Doe, John"], "contributors": []},
    ),
    (
        "J4R103",
        {"authors": ROE | {"roles": "Head"}},
        "as in roles: [software]",
        {"authors": ROE | {"roles": ["software"]}},
    ),
    (
        "J4R104",
        {"authors": ROE | {"roles": {"text": "Software"}}},
        "write roles: {credit: 'Software'}",
        {"authors": {"name": "Roe, Jane", "roles": {"credit": "Software"}}},
    ),
    (
        "J4R140",
        {"notes": {"type": "conflict", "text": "We declare no conflict of interest."}},
        "write type: coi-statement",
        {"notes": {"type": "coi-statement", "text": "We declare no conflict of interest."}},
    ),
    (
        "J4R201",
        {"history": {"received": "2024-01-05"}, "events": {"preprint": "2023-01-05"}},
        "move all dates to events",
        {"history": [], "events": {"preprint": "2023-01-05", "received": "2024-01-05"}},
    ),
    (
        "PMC004",
        {"products": {"type": "book", "reference": {"source": "Mud", "authors": "Doe, John"}}},
        "correct type",
        {"type": "book-review"},
    ),
    ("PMC102", {"authors": {"name": {"uk": "Роу, Джейн", "pl": "Roe, Jane"}}}, "must be one", {"authors": ROE}),
    (
        "PMC220",
        {"volume": 2, "issue": 1, "supplement": "Suppl 2"},
        "write it there, as in issue: 4 suppl 1, and remove supplement",
        {"issue": "1 Suppl 2", "supplement": None},
    ),
    (
        "PMC331",
        {"abstract": {"sections": [{"title": "A", "type": "intro", "text": "B."}, {"title": "C", "text": "D."}]}},
        "remove type",
        {"abstract": {"sections": [{"title": "A", "text": "B."}, {"title": "C", "text": "D."}]}},
    ),
    (
        "PMC445",
        {"related_objects": TRIAL | {"document": {"id": "T-1"}}},
        "write id_type, such as doi",
        {"related_objects": TRIAL | {"document": {"id": "T-1", "id_type": "doi"}}},
    ),
    (
        "PMC445",
        {"related_objects": TRIAL},
        "write id and id_type in source, document or object",
        {"related_objects": TRIAL | {"document": {"id": "T-1", "id_type": "doi"}}},
    ),
    (
        "PMC503",
        {"references": REFERENCE | {"trans_source": "Припливи"}},
        "as in trans_source: {en: Tides}",
        {"references": REFERENCE | {"trans_source": {"en": "Tides"}}},
    ),
    (
        "PMC611",
        {"journal": {"notes": {"type": "disclaimer", "text": "All as is."}}},
        "move it to back_notes, with type: disclaimer",
        {"journal": {"notes": []}, "back_notes": {"type": "disclaimer", "text": "All as is."}},
    ),
    (
        "PMC612",
        {"journal": {"notes": {"type": "note-in-proof", "text": "Later."}}},
        "move it to back_notes, with type: note-in-proof",
        {"journal": {"notes": []}, "back_notes": {"type": "note-in-proof", "text": "Later."}},
    ),
    (
        "PMC614",
        {"notes": {"symbol": "*", "text": "A note."}},
        "write the mark as label",
        {"notes": {"label": "*", "symbol": None}},
    ),
    (
        "SPS006",
        {"responses": {"type": "reply", "language": "en", "title": "Reply"}},
        "as in body: response.xml",
        {"responses": {"type": "reply", "language": "en", "title": "Reply", "body": "<body><p>Yes.</p></body>"}},
    ),
    (
        "SPS020",
        {"journal": {"ids": {"publisher-id": "t", "iso-abbrev": "T"}}},
        "remove it",
        {"journal": {"ids": {"iso-abbrev": None}}},
    ),
    ("SPS101", {"authors": ROE | {"type": "writer"}}, "write author or compiler", {"authors": {"type": "author"}}),
    (
        "SPS105",
        REPORT,
        "roles: {text: Reviewer, part: reviewer}",
        {"authors": ROE | {"roles": {"text": "Reviewer", "part": "reviewer"}}},
    ),
    (
        "SPS130",
        {"authors": ROE | {"affiliations": {"text": "Institute", "other_names": {"short": {"en": "I", "uk": "І"}}}}},
        "other_names: {original:",
        {"authors": {"affiliations": {"other_names": {"original": {"en": "Institute", "uk": "Інститут"}}}}},
    ),
    (
        "SPS136",
        {
            "authors": ROE
            | {
                "affiliations": {
                    "institution": "Institute",
                    "email": "a@b.example",
                    "other_names": {"original": "Institute"},
                }
            }
        },
        "write it there, too",
        {"authors": {"affiliations": {"other_names": {"original": "Institute, a@b.example"}}}},
    ),
    (
        "SPS140",
        {"notes": "A note."},
        "write abbr, com",
        {"notes": {"type": "other", "text": "A note."}},
    ),
    ("SPS142", {"notes": {"type": "other", "text": "A."}}, "write it as label", {"notes": {"label": "*"}}),
    (
        "SPS142",
        {"conflict_of_interest": "None."},
        "notes, as in {type: coi-statement, label: Conflicts of interest, text: …}",
        {
            "conflict_of_interest": [],
            "notes": {"type": "coi-statement", "label": "Conflicts of interest", "text": "None."},
        },
    ),
    (
        "SPS203",
        {"related_articles": {"type": "corrected-article", "doi": "10.9999/t.1"}, "type": "correction"},
        "as in history: {corrected: 2024-05-02}",
        {"history": {"corrected": "2024-05-02"}},
    ),
    (
        "SPS230",
        {"counts": {"references": 3}, "references": REFERENCE},
        "the count of references is '3', but the article has 1: write 1",
        {"counts": {"references": 1}},
    ),
    (
        "CHK011",
        {},
        "as in body: body.xml",
        {"body": "<body><p>The tides come and go.</p></body>"},
    ),
    ("COM235", {"pages": "8-14", "counts": {"pages": 3}}, "correct one of them", {"counts": {"pages": 7}}),
    (
        "COM601",
        {"acknowledgements": {"sections": [{"label": "Thanks", "text": "To all."}]}},
        "write 'Thanks' as title, not as label",
        {"acknowledgements": {"sections": [{"title": "Thanks", "text": "To all."}]}},
    ),
    (
        "COM611",
        {"acknowledgements": {"sections": [{"title": "Thanks", "text": "To all."}]}},
        "write paragraphs",
        {"acknowledgements": "Thanks to all."},
    ),
    (
        "COM613",
        {"footnotes": [{"type": "a", "footnotes": "One."}, {"type": "b", "footnotes": "Two."}]},
        "put all of them into one group",
        {"footnotes": {"title": "Notes", "footnotes": ["One.", "Two."]}},
    ),
    (
        "COM916",
        {"authors": ROE | {"affiliations": {"institution": "null", "country": "Ukraine"}}},
        "write the value, or remove the field",
        {"authors": {"affiliations": {"institution": "Institute of Tides"}}},
    ),
    (
        "J4R331",
        {"abstract": {"type": "graphical", "text": "The tides."}},
        'as in <fig><graphic xlink:href="tides.png"/></fig>',
        {"abstract": {"text": '<fig><graphic xlink:href="tides.png"/></fig>'}},
    ),
    (
        "J4R332",
        {"abstract": {"text": '<fig><media mimetype="video" xlink:href="a.mp4"/></fig>'}},
        "write type: video",
        {"abstract": {"type": "video"}},
    ),
    (
        "J4R442",
        {
            "related_objects": {
                "type": "trial",
                "source": {"id": "ISRCTN", "id_type": "registry-name"},
                "document": {"id": "1"},
            }
        },
        "write 'pre-results'",
        {"related_objects": {"type": "pre-results"}},
    ),
    (
        "PMC330",
        {"abstract": {"sections": {"title": "All", "sections": PARTS}}},
        "write them without it",
        {"abstract": {"sections": PARTS}},
    ),
    (
        "PMC502",
        {"references": REFERENCE | {"alternatives": [REFERENCE]}},
        "or keep one",
        {"references": {"alternatives": []}},
    ),
    (
        "SPS141",
        {"correspondence": "<b>Correspondence:</b> the harbour, Odesa"},
        "write it as label",
        {"correspondence": {"label": "Correspondence:", "text": "the harbour, Odesa"}},
    ),
    (
        "SPS611",
        {"supplementary_material": {"file": "a.pdf", "label": "File S1"}},
        "write it under statements, as in {type: supplementary-material,",
        {
            "supplementary_material": [],
            "statements": {
                "type": "supplementary-material",
                "title": "Supplementary material",
                "text": '<supplementary-material id="s1" xlink:href="a.pdf"><label>File S1</label></supplementary-material>',
            },
        },
    ),
    (
        "SPS320",
        {"subjects": {"type": "heading", "subjects": "Articles", "groups": [{"subjects": "Sea"}]}},
        "write one level",
        {"subjects": {"groups": []}},
    ),
    (
        "SPS401",
        {"copyright": "© 2024 The Authors"},
        "license: {name: CC BY 4.0, language: en}",
        {"license": {"name": "CC BY 4.0", "language": "en"}},
    ),
    (
        "CRF202",
        {
            "journal": {"issn": {"print": "2520-6524", "electronic": "1234-5679"}},
            "published": {"electronic": "2024-03-05"},
        },
        "as in published: {print: 2024-03-05}",
        {"published": {"electronic": "2024-03-05", "print": "2024-03-05"}},
    ),
    (
        "SPS401",
        {"license": {"text": "Free for all."}},
        "as in license: {name: CC BY 4.0, language: en, text: …}",
        {"license": {"name": "CC BY 4.0", "language": "en", "text": "Free for all."}},
    ),
    (
        "SPS505",
        {"references": {"text": "Doe J. <monospace>Mud</monospace>. Tides. 2020."}},
        "leave only bold",
        {"references": {"text": "Doe J. <i>Mud</i>. Tides. 2020."}},
    ),
    (
        "SPS442",
        {"type": "book-review", "products": {"type": "book", "reference": "Roe J. Mud. Kyiv: Sea Press; 2023."}},
        "write 'reference' as fields, with its title in 'source'",
        {"products": {"type": "book", "reference": {"authors": "Roe, J.", "source": "Mud", "date": 2023}}},
    ),
    (
        "SPS510",
        {"references": REFERENCE | {"size": {"minutes": 90}}},
        "as in size: {pages: 120}",
        {"references": {"size": {"pages": 120, "minutes": None}}},
    ),
]


def by_service(article: dict[str, Any], code: str) -> dict[str, list[str]]:
    """What is found for each service of a rule: services want different forms, so one at a time."""
    services = next((rule.services for rule in load_rules() if rule.code == code), ("pmc",))
    found = {name: jats.check(article, jats.Options(targets=(name,))).findings for name in services if name in SERVICES}
    assert not [one for findings in found.values() for one in findings if one.code.startswith("INP1")]
    return {name: [one.message for one in findings if one.code == code] for name, findings in found.items()}


@pytest.mark.parametrize(
    ("code", "article", "words", "written"), REMEDIES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_the_words_say_to_write_takes_the_finding_away(
    code: str, article: dict[str, Any], words: str, written: dict[str, Any]
) -> None:
    before = merged(ARTICLE, article)
    said = {service: messages for service, messages in by_service(before, code).items() if messages}
    assert said
    assert all(any(words in message for message in messages) for messages in said.values())
    after = by_service(merged(before, written), code)
    assert not any(after[service] for service in said)


def test_every_code_whose_words_say_what_to_write_is_tried() -> None:
    said = {
        code.partition(" ")[0] for code, _, words in tabbed_rows("rules/editors_words.tsv") if words.startswith("=")
    }
    assert said == {code for code, *_ in REMEDIES if code != "COM131"}
