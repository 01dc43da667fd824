"""Doing what a message says ends the finding, and loses nothing: no abstract changes its kind, and no year is made up."""

from __future__ import annotations

import re

import pytest

from tests.rules.examples import codes_in, trials
from tests.rules.host import place

FIGURE = '<fig id="vs1"><graphic xlink:href="va.jpg"><alt-text>Mud.</alt-text></graphic></fig>'
FILM = (
    '<fig id="v1"><alternatives><media mimetype="video" mime-subtype="mp4" xlink:href="v1.mp4"/>'
    '<graphic xlink:href="v1.jpg"><alt-text>Mud.</alt-text></graphic></alternatives></fig>'
)
IN_PRESS = '<element-citation publication-type="journal">… {}</element-citation>'


def of_its_own(kind: str, inner: str) -> str:
    return f'<article-meta>… <!-- new --><abstract abstract-type="{kind}"><p>{inner}</p></abstract></article-meta>'


@pytest.mark.parametrize(
    ("code", "service", "wrong", "words", "right"),
    [
        ("J4R333", "jats4r", f"<abstract><p>Tides move mud.{FIGURE}</p></abstract>",
         'move it to an abstract of its own, with abstract-type="graphical"', of_its_own("graphical", FIGURE)),
        ("J4R333", "jats4r", f"<article-meta>… <!-- new --><abstract><p>{FIGURE}</p></abstract></article-meta>",
         'write abstract-type="graphical"', of_its_own("graphical", FIGURE)),
        ("J4R332", "jats4r", f"<abstract><p>Tides move mud.{FILM}</p></abstract>",
         'move it to an abstract of its own, with abstract-type="video"', of_its_own("video", FILM)),
        ("COM334", "pmc", "<abstract><sec><title>Results</title><p>Tides move mud.</p></sec></abstract>",
         "and its <title> into the abstract's own", "<abstract><title>Results</title><p>Tides move mud.</p></abstract>"),
        ("SPS141", "scielo", '<corresp id="c1"><label>*</label><bold>Correspondence</bold>: <email>a@tides.org</email></corresp>',
         "write it as plain text", '<corresp id="c1"><label>*</label>Correspondence: <email>a@tides.org</email></corresp>'),
        ("SPS141", "scielo", '<corresp id="c1"><bold>Correspondence</bold>: <email>a@tides.org</email></corresp>',
         "write it into <label>", '<corresp id="c1"><label>Correspondence</label>: <email>a@tides.org</email></corresp>'),
        ("SPS220", "scielo", "<issue>04 Supl.1</issue>", "write '4 suppl 1'", "<issue>4 suppl 1</issue>"),
        ("SPS220", "scielo", "<issue>Suppl 1</issue>", "write 'suppl 1'", "<issue>suppl 1</issue>"),
        ("SPS220", "scielo", "<issue>03</issue>", "write '3'", "<issue>3</issue>"),
        ("SPS220", "scielo", "<issue>4/5</issue>", "write it like '4', '4 suppl 1' or 'spe2'", "<issue>4-5</issue>"),
        ("CRF508", "crossref", IN_PRESS.format("<year>in press</year>"), "or write 'in press' in <comment> if it has none",
         IN_PRESS.format("<!-- no year --><comment>in press</comment>")),
        ("CRF508", "crossref", IN_PRESS.format("<year>2019.</year>"), "write four digits", IN_PRESS.format("<year>2019</year>")),
        ("CRF011", "crossref", "<journal-meta>… <!-- no issn --></journal-meta>", '<journal-id journal-id-type="doi">',
         '<journal-meta>… <!-- no issn --><journal-id journal-id-type="doi">10.70112/jts</journal-id></journal-meta>'),
        ("COM139", "jats4r", '<aff id="aff1">… <!-- no label --></aff>', "add <label>1</label>", '<aff id="aff1">… </aff>'),
        ("COM624", "scielo", "<contrib>… <!-- no xref[@ref-type='corresp'] --></contrib>", "points to <corresp> '*'",
         '<contrib>… <xref ref-type="corresp" rid="c1">*</xref></contrib>'),
    ],
)  # fmt: skip
def test_doing_what_is_said_ends_the_finding(code: str, service: str, wrong: str, words: str, right: str) -> None:
    [message] = codes_in(place(wrong, service), service)[code]
    assert words in message
    assert code not in codes_in(place(right, service), service)


REMEDY = re.compile(
    r"\b(?:write|add|remove|move|put|keep|correct|repeat|merge|give|take|choose|make|code|deliver|copy|leave|publish|fill|cite|tag"
    r"|describe|shorten|split|link|register|complete|ask|begin|check|state|mark|agree|use|must|may|did you mean)\b|: name "
)


def test_every_message_says_what_to_do() -> None:
    wrong = [each for each in trials() if each.wrong]
    messages = {message.rpartition(" [")[0] for trial in wrong for message in trial.codes().get(trial.code, [])}
    lacking = [
        each for each in messages if not REMEDY.search(re.sub(r"'[^']*'(?!\w)", "''", each)) and "write" not in each
    ]
    assert not lacking


ABSTRACT = "<abstract><p>Tides move the sediments of two harbours, as we saw in a year. {}</p></abstract>"


@pytest.mark.parametrize(
    ("sentence", "is_found"),
    [
        ("J Tidal Stud. 2024;12(3):15-24.", True),
        ("How to cite this article: Kovalenko D.", True),
        ("This proves a conjecture of Moreau, Ann. Tides 9 (1958), 581–585.", False),
        ("It repeats a study of 2014;9(1):8-9.", False),
        ("DOI: 10.70112/jts.2024.15", True),
        ("https://doi.org/10.70112/jts.2024.15.001", True),
        ("Registered as https://doi.org/10.17605/OSF.IO/ABCDE.", False),
        ("The data are at https://doi.org/10.5061/dryad.1.", False),
    ],
)
def test_a_doi_or_citation_in_an_abstract_is_a_leftover_if_it_is_the_articles_own(
    sentence: str, is_found: bool
) -> None:
    assert ("COM338" in codes_in(place(ABSTRACT.format(sentence), "pmc"), "pmc")) is is_found
