from __future__ import annotations

import pytest

from jats.acceptance.selection import Selection, check_selectors
from jats.errors import InputError
from jats.findings import Finding, Place, Severity


def finding(code: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, severity, "is wrong", Place("a.xml", 1, 1))


def test_without_choices_every_rule_is_on() -> None:
    assert Selection().takes("COM105")
    assert Selection().takes("J4R312")


@pytest.mark.parametrize(
    ("select", "ignore", "on"),
    [
        (("COM105",), (), True),
        (("COM",), (), True),
        (("people",), (), True),
        (("dates",), (), False),
        ((), ("COM105",), False),
        ((), ("people",), False),
        ((), ("dates", "PMC"), True),
        (("COM105",), ("COM",), True),
        (("COM",), ("COM105",), False),
        (("people",), ("COM",), True),
        (("COM",), ("people",), False),
    ],
)
def test_the_most_special_choice_counts(select: tuple[str, ...], ignore: tuple[str, ...], on: bool) -> None:
    assert Selection(select, ignore).takes("COM105") is on


def test_severities_are_changed_by_code_and_topic() -> None:
    selection = Selection(severities=(("people", Severity.INFO), ("COM105", Severity.WARNING)))
    rated = [selection.apply(finding(code)) for code in ("COM105", "COM106", "COM206")]
    assert [each and each.severity for each in rated] == [Severity.WARNING, Severity.INFO, Severity.ERROR]


def test_of_equal_severities_the_last_counts() -> None:
    selection = Selection(severities=(("COM105", Severity.WARNING), ("COM105", Severity.INFO)))
    rated = selection.apply(finding("COM105"))
    assert rated is not None
    assert rated.severity is Severity.INFO


def test_what_keeps_a_file_from_being_built_or_valid_stays() -> None:
    selection = Selection(("COM",), ("INP", "SCH"), (("SCH", Severity.INFO),))
    for code in ("INP701", "SCH010"):
        assert selection.apply(finding(code)) == finding(code)
    assert selection.apply(finding("INP201", Severity.INFO)) is None


def test_old_archives_may_live_without_a_schema() -> None:
    assert Selection(ignore=("SCH006",)).apply(finding("SCH006")) is None


def test_choosing_rules_does_not_silence_the_other_layers() -> None:
    said = finding("SCH007", Severity.WARNING)
    assert Selection(("people",)).apply(said) == said


@pytest.mark.parametrize("selector", ["peple", "com1234", "COM 105", ""])
def test_what_is_neither_code_nor_topic_is_refused(selector: str) -> None:
    with pytest.raises(InputError, match="neither a code"):
        check_selectors((selector,), "--select")


def test_a_misspelt_topic_is_told_the_nearest() -> None:
    with pytest.raises(InputError, match="did you mean people"):
        check_selectors(("peple",), "--select")


def test_codes_are_compared_in_capitals() -> None:
    assert check_selectors(("com105", "People"), "--select") == ("COM105", "people")
