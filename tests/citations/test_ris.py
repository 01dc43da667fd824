"""RIS and MEDLINE as references."""

from __future__ import annotations

from pathlib import Path

import pytest
import rispy  # type: ignore[import-untyped]

from jats.citations.formats.ris_reading import FORM
from jats.citations.formats.tagged_lines import records
from tests.citations.records import messages_of, read_all, references_of

JOURNAL = """TY  - JOUR
AU  - Roe, Jane
AU  - Doe, K., Jr.
A1  - Tides Research Group
TI  - Ebb
JF  - Journal of Seas
JA  - J Seas
PY  - 2019/05/17/
VL  - 3
IS  - 1
SP  - 5
EP  - 9
SN  - 1234-5679 (ISSN)
DO  - https://doi.org/10.5555/12345678
LA  - English
KW  - tides
KW  - salt
N1  - Export Date: 1 May 2020
XX  - unknown
ER  -
"""


def test_a_record_of_a_journal() -> None:
    (work,) = references_of(JOURNAL)
    assert work == {
        "type": "journal",
        "title": "Ebb",
        "source": "Journal of Seas",
        "authors": [
            {"surname": "Roe", "given": "Jane"},
            {"surname": "Doe", "given": "K.", "suffix": "Jr."},
            {"collaboration": "Tides Research Group"},
        ],
        "date": "2019-05-17",
        "volume": "3",
        "issue": "1",
        "pages": {"first": "5", "last": "9"},
        "issn": "1234-5679",
        "doi": "https://doi.org/10.5555/12345678",
        "language": "en",
    }
    assert "keywords (2 times)" in messages_of(JOURNAL)
    assert "XX" in messages_of(JOURNAL)


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("TY  - JOUR\nPY  - 2018\nDA  - MAY 3", "date", "2018-05-03"),
        ("TY  - JOUR\nDA  - AUG\nPY  - 2018", "date", "2018-08"),
        ("TY  - JOUR\nY1  - 2014//", "date", "2014"),
        ("TY  - JOUR\nPY  - 2014///Spring", "date", "Spring 2014"),
        ("TY  - JOUR\nSP  - e0815", "elocation_id", "e0815"),
        ("TY  - JOUR\nC7  - 104501", "elocation_id", "104501"),
        ("TY  - JOUR\nSP  - 8-14", "pages", "8-14"),
        ("TY  - BOOK\nTI  - The sea", "source", "The sea"),
        ("TY  - BOOK\nSN  - 978-3-16-148410-0", "isbn", "978-3-16-148410-0"),
        ("TY  - CHAP\nTI  - Salt\nT2  - The sea", "source", "The sea"),
        ("TY  - CHAP\nTI  - Salt\nA2  - Doe, A.", "editors", [{"surname": "Doe", "given": "A."}]),
        ("TY  - CPAPER\nTI  - Salt\nC3  - Tides 2017", "conference", {"name": "Tides 2017"}),
        ("TY  - THES\nTI  - Salt\nM3  - PhD thesis", "degree", "PhD thesis"),
        ("TY  - JOUR\nSN  - 1895-5770 1895-5770", "issn", "1895-5770"),
        ("TY  - JOUR\nSN  - 03064530 (ISSN)", "issn", "03064530"),
        ("TY  - JOUR\nAN  - 12345\nDB  - PubMed", "pmid", "12345"),
        ("TY - JOUR\nTI - Loose", "title", "Loose"),
    ],
)
def test_dialects(lines: str, field: str, value: object) -> None:
    (work,) = references_of(f"{lines}\nER  - \n", "ris")
    assert work[field] == value


def test_a_record_without_an_end_and_lines_outside_are_reported() -> None:
    works, findings = read_all("TY  - JOUR\nTI  - Ebb\nTY  - BOOK\nTI  - Flow\nER  - \nlost words\n1.\nER  -\n")
    assert len(works) == 2
    assert [(one.place.line, one.code) for one in findings] == [(1, "INP271"), (6, "INP271")]


def test_a_value_goes_on_in_the_next_line() -> None:
    assert references_of("TY  - JOUR\nTI  - Ebb\n  and flow\nER  - ")[0]["title"] == "Ebb and flow"


def test_real_files_are_read_as_rispy_reads_them(shared: Path) -> None:
    for path in sorted((shared / "inputs" / "ris").glob("*.ris")):
        text = path.read_text("utf-8-sig")
        ours, _ = records(text, "list", FORM)
        theirs = rispy.loads(text)
        assert len(ours) == len(theirs), path.name
        for record, other in zip(ours, theirs, strict=True):
            for tag, name in (("AU", "authors"), ("VL", "volume"), ("KW", "keywords"), ("JF", "alternate_title3")):
                values = [one.value.value for one in record.tags if one.tag == tag]
                known = other.get(name, [])
                assert values[: len(known) or None] == known if isinstance(known, list) else values[0] == known, (
                    path.name
                )


MEDLINE = """PMID- 12345678
IS  - 1234-5679 (Electronic)
VI  - 3
DP  - 2019 May 17
TI  - [Ebb and the names
      of tides].
TT  - Reflux.
PG  - 454-8
LID - 10.5555/12345678 [doi]
FAU - Roe, Jane Jr
AU  - Roe J Jr
AUID- ORCID: 0000-0002-1825-0097
AD  - Institute of Seas.
CN  - Tides Group
LA  - fre
PT  - Journal Article
TA  - J Seas
JT  - Journal of seas
PMC - PMC1234567
ZZ  - what
"""


def test_a_medline_record() -> None:
    (work,) = references_of(MEDLINE)
    assert work["authors"] == [{"surname": "Roe", "given": "Jane", "suffix": "Jr"}, {"collaboration": "Tides Group"}]
    assert work["trans_title"] == "Ebb and the names of tides"
    assert work["title"] == "Reflux."
    assert (work["date"], work["pages"], work["language"]) == ("2019-05-17", "454-8", "fr")
    assert (work["pmid"], work["pmcid"], work["doi"]) == ("12345678", "PMC1234567", "10.5555/12345678")
    assert work["issn"] == {"electronic": "1234-5679"}
    found = messages_of(MEDLINE)
    assert all(name in found for name in ("orcid", "affiliations", "ZZ"))
