"""Mending ends, changes nothing the second time, and never makes a valid file invalid."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jats.checking.options import CheckOptions, FileSettings
from jats.checking.run import check_bytes
from jats.edits.article_file import edit_article_file
from jats.edits.fixing import FixedFile, apply_fixes, unified_diff
from jats.edits.xml import edit_xml
from jats.findings import Finding, Fix, Place, Severity
from jats.options import Options
from jats.results import Result, Verdict
from tests.checking.journals import CLEAN, XML
from tests.conftest import SHARED
from tests.examples import examples, sample, share


def judge(rules: dict[bytes, tuple[str, str]], invalid: bytes = b"\0") -> partial[Result]:
    """A judge that finds each of some words, with what to write instead; a file with the word `invalid` in it is not valid."""

    def judged(data: bytes) -> Result:
        findings = tuple(
            Finding("X", Severity.WARNING, word.decode(), Place("a", 1, 1), fix=Fix(*fix))
            for word, fix in rules.items()
            if word in data
        )
        return Result("a", Verdict.INVALID if invalid in data else Verdict.VALID, findings=findings)

    return partial(judged)


def replaced(data: bytes, findings: Sequence[Finding]) -> bytes:
    for finding in findings:
        if finding.fix:
            data = data.replace(finding.fix.old.encode(), finding.fix.new.encode())
    return data


def test_what_a_mend_uncovers_is_mended_too() -> None:
    rules = {b"one": ("one", "two"), b"two": ("two", "three")}
    assert apply_fixes(b"one", replaced, judge(rules)).data == b"three"


def test_a_fix_that_makes_a_valid_file_invalid_is_not_made_but_the_others_are() -> None:
    rules = {b"one": ("one", "broken"), b"two": ("two", "good")}
    fixed_file = apply_fixes(b"one two", replaced, judge(rules, b"broken"))
    assert fixed_file.data == b"one good"
    assert fixed_file.fixed == 1


def test_one_harmful_fix_among_many_takes_few_attempts() -> None:
    words = [b"w%03d" % number for number in range(200)]
    rules = {word: (word.decode(), "broken" if word == b"w150" else "good") for word in words}
    attempts = 0

    def judged(data: bytes) -> Result:
        nonlocal attempts
        attempts += 1
        return judge(rules, b"broken")(data)

    fixed_file = apply_fixes(b" ".join(words), replaced, judged)
    assert fixed_file.data == b" ".join(b"w150" if word == b"w150" else b"good" for word in words)
    assert attempts < 60


def test_fixes_that_undo_each_other_change_nothing() -> None:
    rules = {b"one": ("one", "two"), b"two": ("two", "one")}
    assert apply_fixes(b"one", replaced, judge(rules)).data == b"one"


def test_unsafe_fixes_are_made_only_when_asked() -> None:
    finding = Finding("X", Severity.WARNING, "", Place("a", 1, 1), fix=Fix("one", "two", safe=False))

    def found(data: bytes) -> Result:
        return Result("a", Verdict.VALID, findings=(finding,) if b"one" in data else ())

    assert apply_fixes(b"one", replaced, found).data == b"one"
    assert apply_fixes(b"one", replaced, found, unsafe=True).data == b"two"


def test_the_diff_is_one_that_patch_understands() -> None:
    diff = unified_diff("a.yaml", b"x\nold\n", b"x\nnew\n")
    assert diff.splitlines()[:2] == ["--- a/a.yaml", "+++ b/a.yaml"]
    assert "-old\n+new\n" in diff
    assert unified_diff("a", b"same", b"same") == ""
    assert "\\ No newline at end of file" in unified_diff("a", b"old", b"new")


@lru_cache(maxsize=16)
def judged(given: bytes, name: str, targets: tuple[str, ...]) -> Result:
    """What is said of a file; kept, because the same bytes are judged up to four times."""
    return check_bytes(given, name, CheckOptions(), FileSettings(targets)).result


def fixed_file(data: bytes, name: str, targets: tuple[str, ...]) -> tuple[FixedFile, Result]:
    """A file mended with all its fixes, unsafe ones too, and what was said of it before."""
    judge_file = partial(judged, name=name, targets=targets)
    edit = partial(edit_xml if name.endswith(".xml") else edit_article_file, name=name)
    return apply_fixes(data, edit, judge_file, unsafe=True), judge_file(data)


TARGETS = st.lists(st.sampled_from(("pmc", "crossref", "scielo", "jats4r", "doaj")), max_size=3).map(tuple)
DIRT = st.sampled_from(("https://doi.org/{}", "doi:{}", " {} ", "{}.", "DOI {}", "{}"))
DOIS = st.builds(str.format, DIRT, st.sampled_from(("10.9999/tides.1", "10.5555/TIDES", "10.9999/a&b", "nonsense")))
ORCIDS = st.sampled_from(
    (
        "https://orcid.org/0000-0002-1825-0097",
        "0000-0002-1825-0097",
        "0000000218250097",
        "orcid.org/0000-0002-1825-0097",
    )
)
ISSNS = st.sampled_from(("1234-5679", "12345679", "1234–5679", "ISSN 1234-5679", "1234-567"))


def harmless(first: FixedFile, before: Result, name: str, targets: tuple[str, ...]) -> None:
    again, _ = fixed_file(first.data, name, targets)
    assert again.data == first.data
    assert before.verdict is not Verdict.VALID or first.result.verdict is Verdict.VALID


@examples(60)
@given(doi=DOIS, orcid=ORCIDS, issn=ISSNS, targets=TARGETS)
def test_mending_an_article_file_again_changes_nothing_and_spoils_none(
    doi: str, orcid: str, issn: str, targets: tuple[str, ...]
) -> None:
    text = CLEAN.replace("10.9999/tides.1", f'"{doi}"').replace("0000-0002-1825-0097", f'"{orcid}"  # hers')
    text += f"journal: {{title: Tides, issn: '{issn}', ids: {{publisher-id: t}}}}\n"
    first, before = fixed_file(text.encode(), "article.yaml", targets)
    harmless(first, before, "article.yaml", targets)
    assert first.data.decode().count("# ") == text.count("# ")


@examples(60)
@given(doi=DOIS, orcid=ORCIDS, issn=ISSNS, month=st.sampled_from(("March", "3", "03", "III", "13")), targets=TARGETS)
def test_mending_xml_again_changes_nothing_and_spoils_none(
    doi: str, orcid: str, issn: str, month: str, targets: tuple[str, ...]
) -> None:
    text = XML.replace(">10.5555/1<", f">{doi.replace('&', '&amp;')}<").replace("1234-5679", issn)
    text = text.replace("<name>", f'<contrib-id contrib-id-type="orcid">{orcid}</contrib-id><name>')
    text = text.replace("<permissions>", f"<pub-date><month>{month}</month><year>2023</year></pub-date><permissions>")
    first, before = fixed_file(text.encode(), "a.xml", targets)
    harmless(first, before, "a.xml", targets)


@pytest.mark.slow
@pytest.mark.drawn
def test_mending_real_articles_again_changes_nothing_and_spoils_none(shared: Path) -> None:
    changed = 0
    for path in sample(sorted((SHARED / "corpus" / "articles").glob("*.xml"))):
        data = path.read_bytes()
        first, before = fixed_file(data, path.name, ("pmc", "crossref", "jats4r"))
        changed += first.data != data
        harmless(first, before, path.name, ("pmc", "crossref", "jats4r"))
    assert changed >= share(5)


def test_hygiene_of_a_printed_reference_is_fixed_in_its_text_and_its_fields_are_not() -> None:
    line = "World Tide  Organization. The 5th wave: basic methods. 5th ed. Geneva: WTO; 2013."
    data = f'title: Tides\nreferences:\n  - "{line}"\n'.encode()
    request = CheckOptions(Options(targets=("crossref",)))

    def judged(file: bytes) -> Result:
        return check_bytes(file, "article.yaml", request, FileSettings(targets=("crossref",))).result

    fixed = apply_fixes(data, partial(edit_article_file, name="article.yaml"), judged, unsafe=True)
    assert fixed.data.decode() == data.decode().replace("Tide  Organization", "Tide Organization")
