"""One fault, one finding: what is left when two codes report the same."""

from __future__ import annotations

from dataclasses import replace

from jats.findings import Finding, Place, Severity
from jats.rules.engine.merging import merged

PLACE = Place("a.xml", 3)


def finding(code: str, path: str, services: tuple[str, ...] = (), severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, severity, "what is wrong", PLACE, xml_path=path, services=services)


def test_schema_and_rule_are_one_finding_for_the_services_of_the_rule() -> None:
    schema = finding("SCH019", "/article/body/p/xref/@rid")
    rule = finding("COM006", "/article/body/p/xref/@rid", ("pmc", "doaj"))
    kept, gone = merged([schema, rule])
    assert gone is None
    assert kept is not None
    assert (kept.code, kept.services) == ("SCH019", ("pmc", "doaj"))


def test_order_of_the_two_does_not_matter_and_other_places_stay() -> None:
    rule = finding("COM005", "/article/body/p[2]/@id", ("pmc",))
    elsewhere = finding("COM005", "/article/body/p[1]/@id", ("pmc",))
    schema = finding("SCH020", "/article/body/p[2]/@id")
    assert [each and each.code for each in merged([elsewhere, rule, schema])] == ["COM005", None, "SCH020"]


def test_each_service_keeps_its_own_severity() -> None:
    warned = finding("COM107", "/article/front/contrib-id", ("pmc",), Severity.WARNING)
    refused = finding("DCT102", "/article/front/contrib-id", ("datacite",))
    kept, gone = merged([warned, refused])
    assert gone is None
    assert kept is not None
    assert kept.severity is Severity.ERROR
    assert [kept.severity_for(name) for name in ("pmc", "datacite")] == [Severity.WARNING, Severity.ERROR]


def test_a_missing_id_is_told_once_wherever_the_links_are() -> None:
    once = finding("SCH019", "/article/body/p/xref[1]/@rid")
    again = [finding("COM006", f"/article/body/p/xref[{number}]/@rid", ("pmc",)) for number in (1, 2, 3)]
    kept = [each for each in merged([once, *again]) if each]
    assert [(each.code, each.services) for each in kept] == [("SCH019", ("pmc",))]


def test_two_codes_at_one_place_stay_apart_where_the_words_differ() -> None:
    rule = finding("COM021", "/article/front/journal-meta", ("pmc",))
    for missing, codes in (("<issn>", ["SCH013"]), ("<journal-id>", ["SCH013", "COM021"])):
        schema = replace(finding("SCH013", "/article/front/journal-meta"), message=f"<journal-meta> lacks {missing}")
        assert [each.code for each in merged([schema, rule]) if each] == codes


def test_an_id_that_is_repeated_inside_a_repeated_element_is_told_with_it() -> None:
    schema = finding("SCH020", "/article/body/sec[2]/@id")
    inside = replace(
        finding("COM005", "/article/body/sec[2]/p/@id", ("pmc",)), message="the id 'p1' is already that of <p>"
    )
    other = finding("COM005", "/article/body/sec[3]/@id", ("pmc",))
    assert [each and each.code for each in merged([schema, inside, other])] == ["SCH020", None, "COM005"]


def test_a_reference_without_content_is_told_once() -> None:
    schema = replace(
        finding("SCH013", "/article/back/ref-list/ref[1]/element-citation"),
        message="<element-citation> is empty: write what belongs in it, or remove <element-citation>",
    )
    rule = finding("COM502", "/article/back/ref-list/ref[1]", ("pmc",))
    assert [each and each.code for each in merged([rule, schema])] == [None, "SCH013"]
    elsewhere = replace(schema, message="<date> lacks <year>")
    assert [each and each.code for each in merged([rule, elsewhere])] == ["COM502", "SCH013"]


def test_what_the_schema_says_of_a_malformed_id_is_not_said_again() -> None:
    schema = finding("SCH018", "/article/body/p/xref/@rid")
    rule = finding("COM006", "/article/body/p/xref/@rid", ("pmc",))
    assert [each and each.code for each in merged([schema, rule])] == ["SCH018", None]
