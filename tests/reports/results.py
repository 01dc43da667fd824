"""Results that reports are tried with: ordinary ones, and ones in which every text is hostile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jats.findings import Finding, Place, Severity
from jats.options import Options
from jats.reports.formats import report_for
from jats.reports.look import Look
from jats.results import Excerpt, Result, Verdict
from jats.validation.run import validate_bytes
from tests.validation.host import DOCTYPE, HOST

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def report(form: str, results: Sequence[Result], look: Look | None = None) -> str:
    """A whole report."""
    return "".join(report_for(form)(results, look or Look()))


def finding(code: str, severity: Severity, file: str = "a.xml", line: int | None = 2, **more: object) -> Finding:
    """A finding whose message is its code's and line's own."""
    message = str(more.pop("message", f"something about {code}"))
    return Finding(code, severity, message, Place(file, line, 5 if line else None), **more)  # type: ignore[arg-type]  # texts


def ordinary() -> list[Result]:
    """One file of each verdict, with findings of all severities, about fields of an input and about XML."""
    place = Place("articles/b.yaml", 14, 11)
    orcid = Finding(
        "COM105", ERROR, "check digit is 7, expected 4", place, "authors[2].orcid", services=("pmc", "doaj")
    )
    excerpt = Excerpt("  - orcid: 0000-0002-1825-0097", 11, 19)
    title = finding("COM201", WARNING, "articles/b.yaml", 3, message="the title is in capitals", services=("common",))
    note = finding("COM301", INFO, "articles/b.yaml", None, message="no abstract")
    child = finding(
        "SCH013", ERROR, "c.xml", 9, message="<article-meta> lacks <title-group>", xml_path="/article/front"
    )
    return [
        Result("articles/a.xml", Verdict.VALID, "publishing-1.3-mathml3", "as its DOCTYPE says", "10.1234/a"),
        Result(
            "articles/b.yaml",
            Verdict.VALID,
            "publishing-1.3-mathml3",
            None,
            None,
            (orcid, title, note),
            {place: excerpt},
        ),
        Result("c.xml", Verdict.INVALID, "archiving-1.2", None, None, (child,)),
        Result("d.xml", Verdict.MALFORMED, findings=(finding("SCH001", ERROR, "d.xml", 4),)),
        Result("e.xml", Verdict.UNKNOWN_SCHEMA, findings=(finding("SCH006", WARNING, "e.xml", None),)),
        Result("f.xml", Verdict.UNREADABLE, findings=(finding("SCH005", ERROR, "f.xml", None),)),
    ]


HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;\n::error::injected\r\n##[error]x"
    " a,b=c ]]> \x1b[31m\x00\ud800 %0A | `code` [link](http://evil.example) @everyone \u202e \x85\u2028"
)


def hostile() -> list[Result]:
    """A file whose name, messages, paths and source are all out to break the report."""
    place = Place(HOSTILE + ".xml", 1, 1)
    findings = tuple(
        Finding("SCH013", severity, HOSTILE, place, HOSTILE, HOSTILE, None, None, HOSTILE, (HOSTILE,))
        for severity in Severity
    )
    return [
        Result(
            HOSTILE + ".xml", Verdict.INVALID, HOSTILE, HOSTILE, HOSTILE, findings, {place: Excerpt(HOSTILE, 0, 300)}
        )
    ]


def many(errors: int, warnings: int, infos: int = 0) -> Iterator[Result]:
    """A file a finding, the lightest first."""
    for severity, count in ((INFO, infos), (WARNING, warnings), (ERROR, errors)):
        for number in range(count):
            name = f"{severity.word}-{number}.xml"
            yield Result(
                name, Verdict.VALID, findings=(finding(f"COM{number % 40 + 100}", severity, name, number + 1),)
            )


def real(name: str = "articles/real.xml", above: str = "") -> Result:
    """What the schema says about the host article with an element misspelt, and something put in far above it."""
    text = HOST.replace("title-group>", "title-grup>").replace("<article-meta>", above + "<article-meta>")
    return validate_bytes((DOCTYPE + text).encode(), name, Options())


def look_at(root: Path, folder: str = ".") -> Look:
    """The look of a run that was started in a folder of a repository at `root`."""
    return Look(root=str(root), folder=str((root / folder).resolve()))
