"""Front matter that looks like a fault and is none for a service, and faults that are easily missed."""

from __future__ import annotations

import pytest

from jats.findings import Severity
from jats.rules.engine.context import RuleContext
from jats.rules.engine.registry import load_rules
from jats.rules.engine.walk import judge
from jats.xmlio import parse

from .examples import TODAY
from .host import place

GROUP = "<contrib>… <!-- no contrib-id --><!-- no name --><collab>Study Group<contrib-group>{}</contrib-group></collab></contrib>"
MEMBER = '<contrib contrib-type="author"><name><surname>{}</surname></name><xref ref-type="aff" rid="aff1">1</xref></contrib>'


def severities(example: str, *services: str) -> dict[str, list[Severity]]:
    """The severities of what the rules of these services find, by code."""
    found: dict[str, list[Severity]] = {}
    context = RuleContext(parse(place(example, services[0]), "host.xml").root, TODAY)
    rules = [rule for rule in load_rules() if set(services).intersection(rule.services)]
    for judged in judge(context, rules, services):
        found.setdefault(judged.finding.code, []).append(judged.finding.severity)
    return found


@pytest.mark.parametrize(
    ("example", "service", "code"),
    [
        ('<contrib-id contrib-id-type="orcid">http://orcid.org/0000-0002-1825-0097</contrib-id>', "pmc", "COM104"),
        ("<article>… <!-- no @xml:lang --></article>", "pmc", "COM004"),
        ("<article>… <!-- no @xml:lang --></article>", "doaj", "COM004"),
        ('<aff id="aff1"><sup>1</sup><institution>Institute</institution></aff>', "pmc", "COM138"),
        ('<aff id="aff1"><label>1</label><institution>Institute</institution>, Bergen</aff>', "jats4r", "COM131"),
        ('<article-meta>… <article-id pub-id-type="publisher-id">1</article-id>'
         '<article-id pub-id-type="publisher-id">2</article-id></article-meta>', "pmc", "COM013"),
        ('<article-meta>… <!-- no history --><pub-history><event><date><year>2024</year></date></event></pub-history>'
         "</article-meta>", "jats4r", "J4R007"),
        ('<role content-type="http://credit.casrai.org/">Software</role>', "jats4r", "J4R103"),
        ('<self-uri content-type="pdf" xlink:href="info:doi/10.70112/jts.2024.15.pdf" xlink:title="PDF">PDF</self-uri>'
         '<self-uri xlink:href="https://www.tidal-studies.org/articles/15" xlink:title="Page">Online</self-uri>',
         "crossref", "CRF001"),
        ("<article-title>השפעת DNA על הים</article-title>", "crossref", "COM303"),
        ("<article-title>نمی\u200cخواهم بروم</article-title>", "crossref", "COM311"),
        ("<name><surname>山田</surname><given-names>瀧</given-names></name>", "crossref", "CRF103"),
        ("<name><surname>GÃ¶ransson</surname><given-names>Erik</given-names></name>", "crossref", "COM109"),
        ("<fn><p><bold>Deceased.</bold></p></fn>", "pmc", "COM302"),
        ("<issn>2345-6787</issn>", "crossref", "COM024"),
        ("<article-title>COVID-19の影響</article-title>", "crossref", "CRF302"),
        ("<article-title>หนองเกลือของชายฝั่งทางเหนือ</article-title>", "crossref", "CRF302"),
        ("<abstract><p>盐沼生长在潮汐缓慢、水中携带淤泥的地方。我们在四十个站点测量了三年，发现其生长取决于淤泥的含量。</p></abstract>",
         "doaj", "COM340"),
        ("<contrib>… <!-- no name --><string-name>Daria Kovalenko</string-name></contrib>", "doaj", "COM120"),
        ("<name><surname>Rahman</surname><given-names>MD</given-names></name>", "crossref", "COM112"),
        ("<name><surname>Kandel</surname><given-names>M. D.</given-names></name>", "crossref", "COM112"),
        ("<volume>V-2</volume>", "crossref", "COM221"),
        ("<abstract><p>Мета цієї роботи — виміряти припливи.</p></abstract>", "pmc", "COM337"),
        ("<abstract><p>Resultados anteriores mostraram marés: são altas.</p></abstract>", "pmc", "COM337"),
        ('<article xml:lang="English">… </article>', "pubmed", "PUB330"),
        ('<article xml:lang="English">… </article>', "scielo", "COM361"),
        ('<article xml:lang="eng">… </article>', "scielo", "SPS331"),
        ('<article article-type="retraction">… <article-title>Retraction: Tides and sediments</article-title></article>',
         "crossref", "COM306"),
    ],
)  # fmt: skip
def test_what_a_service_takes_is_not_a_finding(example: str, service: str, code: str) -> None:
    assert code not in severities(example, service)


@pytest.mark.parametrize(
    ("example", "service", "code", "severity"),
    [
        ("<contrib>… <!-- no name --><string-name>Daria Kovalenko</string-name></contrib>", "pubmed", "COM120", Severity.ERROR),
        ("<contrib>… <!-- no name --><string-name>Daria Kovalenko</string-name></contrib>", "crossref", "COM120",
         Severity.WARNING),
        ("<name><surname>Kovalenko, MD</surname><given-names>Daria</given-names></name>", "crossref", "COM112", Severity.WARNING),
        ("<name><surname>Коваленко</surname><given-names>проф. Дарія</given-names></name>", "crossref", "COM112",
         Severity.WARNING),
        ("<issue>n. 3</issue>", "crossref", "COM221", Severity.WARNING),
        ("<issue>Nº 3</issue>", "crossref", "COM221", Severity.WARNING),
        ("<volume>v. 12</volume>", "crossref", "COM221", Severity.WARNING),
        ("<abstract><p>Objetivo: medir las mareas. Métodos: con un mareógrafo.</p></abstract>", "pmc", "COM337",
         Severity.WARNING),
        ("<abstract><p>Wir haben die Gezeiten gemessen. Schlüsselwörter: Gezeiten; Schlamm</p></abstract>", "pmc", "COM338",
         Severity.WARNING),
        ("<contrib>… <!-- no name --><string-name>Daria Kovalenko</string-name></contrib>", "pmc", "COM101", Severity.ERROR),
        ('<issn publication-format="electronic">2345-6787</issn>', "pmc", "COM024", Severity.ERROR),
        ('<pub-id pub-id-type="pmid">26190382.</pub-id>', "pmc", "PMC022", Severity.ERROR),
        ('<p>See <ext-link ext-link-type="doi" xlink:href="https://doi.org/10.70113/er.1">it</ext-link>.</p>', "pmc", "COM011",
         Severity.ERROR),
        ('<pub-id pub-id-type="doi">10.70113/er.2019.101.</pub-id>', "pmc", "COM011", Severity.WARNING),
        ("<article-meta>… <!-- no fpage --><!-- no lpage --><!-- no volume --><!-- no issue --></article-meta>", "pmc", "COM230",
         Severity.ERROR),
        ("<article-meta>… <!-- no volume --><!-- no issue --></article-meta>", "pmc", "COM223", Severity.WARNING),
        ("<article-title>Tides:</article-title><subtitle>a study</subtitle>", "crossref", "COM306", Severity.WARNING),
        ('<contrib-id contrib-id-type="orcid">0000-0002-1825-0098</contrib-id>', "scielo", "COM105", Severity.WARNING),
        ("<article>… <!-- no @xml:lang --></article>", "scielo", "COM004", Severity.ERROR),
        ('<aff id="aff1">… <!-- no addr-line --><city>Bergen</city><state>Vestland</state></aff>', "scielo", "SPS132",
         Severity.ERROR),
        ('<aff id="aff1"><label>1</label>Institute, Bergen</aff>', "scielo", "SPS130", Severity.ERROR),
        ("<contrib>… <!-- no role --></contrib>", "scielo", "SPS108", Severity.ERROR),
        ("<contrib>… <!-- no contrib-id --></contrib>", "scielo", "SPS109", Severity.ERROR),
        ('<article-title xml:lang="en">Tides in harbours</article-title>', "scielo", "SPS301", Severity.ERROR),
    ],
)  # fmt: skip
def test_what_a_service_refuses_or_regrets_is_found(example: str, service: str, code: str, severity: Severity) -> None:
    assert severities(example, service)[code] == [severity]


def test_each_member_marked_as_author_is_a_finding() -> None:
    members = MEMBER.format("Osei") + MEMBER.format("Moreau")
    assert severities(GROUP.format(members), "jats4r")["COM118"] == [Severity.ERROR, Severity.ERROR]


def test_one_orcid_at_one_name_is_no_fault_wherever_the_person_is_named_again() -> None:
    again = (
        '<contrib-group>… <!-- new --><contrib contrib-type="editor"><contrib-id contrib-id-type="orcid">{}</contrib-id>'
        "<name><surname>{}</surname><given-names>Marcus</given-names></name></contrib></contrib-group>"
    )
    orcid = "https://orcid.org/0000-0001-5109-3700"
    assert "COM106" not in severities(again.format(orcid, "Lindqvist"), "crossref")
    assert severities(again.format(orcid, "Lindgren"), "crossref")["COM106"] == [Severity.WARNING]


def test_counts_are_those_of_the_whole_document_with_its_translations() -> None:
    example = (
        '<article>… <!-- new --><sub-article id="s9" article-type="translation" xml:lang="es"><front-stub/><body><sec>'
        "<title>Texto</title><p>Uno.</p><fig id='f9'><label>Figura 9</label></fig></sec></body></sub-article>"
        '<counts><fig-count count="{}"/></counts></article>'
    )
    assert "SPS230" not in severities(example.format(2), "scielo")
    assert severities(example.format(1), "scielo")["SPS230"] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("example", "services", "code"),
    [
        ("<journal-meta>… <!-- no publisher --></journal-meta>", ("pmc", "datacite"), "COM025"),
        ("<article-meta>… <!-- no article-id[@pub-id-type='doi'] --></article-meta>", ("crossref", "datacite"), "COM010"),
        ("<contrib>… <!-- no name --></contrib>", ("pmc", "doaj"), "COM101"),
        ('<contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0098</contrib-id>', ("crossref", "pubmed"),
         "COM105"),
        ('<self-uri xlink:href="articles/15.html" xlink:title="Page">Online</self-uri>', ("crossref", "doaj"), "CRF001"),
    ],
)  # fmt: skip
def test_one_fault_is_one_finding_for_several_services(example: str, services: tuple[str, ...], code: str) -> None:
    found = severities(example, *services)
    found.pop("DOAJ351", None)  # the host has more keywords than DOAJ takes
    assert list(found) == [code]
    assert len(found[code]) == 1


def dates(kind: str, parts: str) -> str:
    """An article with the date of its collection and an electronic date of this kind."""
    return (
        "<article-meta>… <!-- no pub-date -->"
        f'<pub-date date-type="{kind}" publication-format="electronic">{parts}<year>2024</year></pub-date>'
        '<pub-date date-type="collection" publication-format="electronic"><year>2024</year></pub-date></article-meta>'
    )


def test_a_date_of_an_unknown_type_is_told_once_for_scielo() -> None:
    assert severities(dates("published", "<day>20</day><month>05</month>"), "scielo")["SPS201"] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("kind", "parts", "codes"),
    [
        ("published", "<day>20</day><month>05</month>", {"PMC203"}),
        ("published", "", {"PMC203", "COM208"}),
        ("corrected", "<day>20</day><month>05</month>", {"COM208"}),
        ("pub", "", {"COM208"}),
    ],
)
def test_a_date_of_an_unknown_type_is_told_once_for_pmc(kind: str, parts: str, codes: set[str]) -> None:
    assert {"PMC203", "COM208"}.intersection(severities(dates(kind, parts), "pmc")) == codes


@pytest.mark.parametrize(
    ("example", "code", "severity"),
    [
        ('<sec sec-type="background" id="s2">…</sec>', "SPS601", Severity.ERROR),
        ('<sec sec-type="materials background" id="s2">…</sec>', "SPS601", Severity.ERROR),
        ('<sec sec-type="materials methods" id="s2">…</sec>', "SPS601", Severity.WARNING),
        ('<sec sec-type="results,discussion" id="s2">…</sec>', "SPS601", Severity.WARNING),
        ('<sec sec-type="methods|transcript" id="s2">…</sec>', "SPS601", Severity.WARNING),
        ('<italic xml:lang="jp">minato</italic>', "COM360", Severity.WARNING),
        ('<article xml:lang="jp">… </article>', "COM360", Severity.ERROR),
        ("<surname/>", "COM026", Severity.WARNING),
        ("<publisher-name/>", "COM026", Severity.ERROR),
        ('<sub-article article-type="translation" id="s1" xml:lang="pt"><front-stub><title-group>'
         '<article-title xml:lang="pt">Mares</article-title></title-group></front-stub></sub-article>',
         "SPS301", Severity.WARNING),
        ('<article-meta>… <!-- new --><abstract abstract-type="graphical"><title>Visual abstract</title><p><boxed-text>'
         '<graphic id="g9" xlink:href="jts-15-va.jpg"/></boxed-text></p></abstract></article-meta>', "J4R331", Severity.WARNING),
        ('<article-meta>… <!-- new --><abstract abstract-type="graphical"><title>Visual abstract</title>'
         "<p>Tides move mud.</p></abstract></article-meta>", "J4R331", Severity.ERROR),
    ],
)  # fmt: skip
def test_scielo_refuses_what_its_own_checker_refuses(example: str, code: str, severity: Severity) -> None:
    assert severities(example, "scielo")[code] == [severity]
