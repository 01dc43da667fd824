"""One fault, one finding: a single fault in a clean article is told once, for all services that mind it."""

from __future__ import annotations

from collections import Counter

import pytest

from jats.findings import Severity
from tests.checking.journals import checked, for_targets
from tests.rules.host import place

LONG = (
    "Tides move the sediments of northern harbours. We measured the water level and the load of sediments in two harbours over "
    "twelve months."
)

FAULTS = {
    '<contrib-id contrib-id-type="orcid"/>': {"COM104"},
    "<article-meta>… <!-- no article-id[@pub-id-type='doi'] --><!-- no self-uri --></article-meta>": {"COM010", "COM027"},
    "<article-meta>… <!-- no permissions --></article-meta>": {"COM401"},
    "<article-title>TODO</article-title>": {"COM916"},
    '<contrib contrib-type="author" corresp="yes"><string-name>Daria Kovalenko</string-name>'
    '<xref ref-type="aff" rid="aff1">1</xref>'
    '<xref ref-type="corresp" rid="c1">*</xref></contrib>': {"COM101"},
    "<journal-meta>… <!-- no issn --></journal-meta>": {"SCH013"},
    "<publisher><publisher-name/></publisher>": {"COM026"},
    '<pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year/></pub-date>': {"CRF201"},
    '<pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>24</year></pub-date>':
    {"COM206"},
    '<pub-date date-type="pub" publication-format="electronic" iso-8601-date="2024-05-20"><day>32</day><month>05</month>'
    "<year>2024</year></pub-date>": {"COM204"},
    '<element-citation publication-type="journal">… <year>in press</year></element-citation>': {"CRF508"},
    '<element-citation publication-type="journal">… <year>2091</year></element-citation>': {"COM523"},
    f"<abstract><sec><title>Abstract</title><sec><title>Methods</title><p>{LONG}</p></sec><sec><title>Results</title>"
    "<p>Tides move mud.</p></sec></sec></abstract>": {"PMC330"},
    f'<abstract><p>{LONG}<fig id="vs1"><graphic xlink:href="va.jpg"><alt-text>Mud.</alt-text></graphic></fig></p></abstract>':
    {"J4R333"},
    "<article-meta>… <!-- no license --><funding-group>… <open-access><p>Paid for by the council.</p></open-access>"
    "</funding-group></article-meta>": {"PMC402"},
    '<contrib-group>… <!-- new --><contrib contrib-type="group"><collab>Harbour Study Group</collab></contrib></contrib-group>':
    {"COM118"},
    '<pub-date date-type="pub" publication-format="electronic"><year>2024</year></pub-date>': {"COM208"},
    '<self-uri xlink:href="https://www.tidal-studies.org/art 15" xlink:title="Page">Online</self-uri>': {"COM907"},
}  # fmt: skip


FAULTS_WITH_SCIELO = {
    '<history>… <!-- new --><date date-type="revised"><day>02</day><month>03</month><year>2024</year></date></history>':
    {"COM211"},
    '<pub-date date-type="pub" publication-format="electronic"><month>05</month><year>2024</year></pub-date>': {"SPS201"},
    '<ref id="B2">… <element-citation publication-type="book">… <!-- no person-group --></element-citation></ref>': {"SPS503"},
    '<ref id="B2">… <element-citation publication-type="book">… <year>2011a</year></element-citation></ref>':
    {"SPS503", "SPS506"},
    '<license license-type="open-access" xml:lang="en"><license-p>All may read.</license-p></license>': {"SPS401"},
}  # fmt: skip

SERVICES = ("pmc", "pubmed", "crossref", "doaj", "datacite", "jats4r")


def codes(data: bytes, services: tuple[str, ...] = SERVICES) -> Counter[str]:
    """How often each code is reported at warning or worse, for all the services at once."""
    findings = checked(data.decode(), "a.xml", for_targets(*services)).result.findings
    return Counter(each.code for each in findings if each.severity is not Severity.INFO)


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_is_one_finding(fault: str) -> None:
    assert codes(place(fault, "pmc")) - CLEAN == Counter(FAULTS[fault])


CLEAN = codes(place("<ack>…</ack>", "pmc"))


@pytest.mark.parametrize("fault", FAULTS_WITH_SCIELO)
def test_one_fault_is_one_finding_with_scielo(fault: str) -> None:
    services = ("scielo", *SERVICES)
    assert codes(place(fault, "scielo"), services) - codes(place("<ack>…</ack>", "scielo"), services) == Counter(
        FAULTS_WITH_SCIELO[fault]
    )
